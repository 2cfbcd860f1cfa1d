// SPDX-License-Identifier: Apache-2.0
#include "models/session/token_keeper.h"

#include "models/central/central.h"
#include "models/domain/clock.h"
#include "models/domain/when_done.h"
#include "models/session/background.h"
#include "models/session/keychain.h"
#include "models/storage/store_lock.h"

namespace yoyo {

// A token that ends while the request is under way would only cost a second request.
constexpr std::chrono::seconds renewalMargin{30};

TokenKeeper::TokenKeeper(Keychain& keychain, const Clock& clock, QObject* parent)
    : QObject(parent), m_keychain(keychain), m_clock(clock)
{
}

TokenKeeper::~TokenKeeper()
{
    finishWaiters(ErrorCode::Cancelled);
}

void TokenKeeper::setService(Central* central, const QUuid& deviceId)
{
    m_central = central;
    m_deviceId = deviceId;
}

void TokenKeeper::keepAccess(const SessionReply& reply)
{
    m_access = reply.accessToken;
    m_accessEnds = m_clock.monotonic() + reply.accessExpiresIn;
}

QFuture<Result<void>> TokenKeeper::start(const SessionReply& reply, const SecretBuffer& slotSecret)
{
    ++m_generation;
    m_secret = {reply.user.id, reply.refreshToken, slotSecret};
    keepAccess(reply);
    // A renewal under way belonged to the former session, and its answer will be dropped.
    finishWaiters(m_access);
    return writeSecret();
}

void TokenKeeper::startTemporary(const SessionReply& reply)
{
    ++m_generation;
    m_secret = {reply.user.id, {}, {}};
    keepAccess(reply);
    finishWaiters(ErrorCode::NotSignedIn);
}

void TokenKeeper::resume(const SessionSecret& secret)
{
    ++m_generation;
    m_secret = secret;
    ++m_write;
    m_isAhead = false;
    m_access.wipe();
    finishWaiters(ErrorCode::NotSignedIn);
}

QFuture<Result<void>> TokenKeeper::writeSecret()
{
    m_isAhead = true;
    ++m_write;
    const SecretBuffer entry = encode(m_secret);
    if (entry.isEmpty())
        return finishedWith<void>(Error(ErrorCode::KeychainUnavailable, QStringLiteral("entry too large")));
    return continued(m_keychain.write(sessionEntry(m_deviceId), entry), this,
                     [this, write = m_write](const Result<void>& written) {
                         if (written && write == m_write)
                             m_isAhead = false;
                         return written;
                     });
}

void TokenKeeper::clear()
{
    ++m_generation;
    m_secret = {};
    ++m_write;
    m_isAhead = false;
    m_access.wipe();
    m_lock.reset();
    finishWaiters(ErrorCode::NotSignedIn);
}

bool TokenKeeper::holdLock()
{
    if (m_lock)
        return true;
    if (m_renewLock) {
        m_lock = std::move(m_renewLock);
        return true;
    }
    Result<std::unique_ptr<EngineLock>> lock = EngineLock::tryLock(m_lockPath);
    if (lock)
        m_lock = *std::move(lock);
    return m_lock != nullptr;
}

void TokenKeeper::releaseLock()
{
    m_lock.reset();
}

QFuture<Result<SecretBuffer>> TokenKeeper::accessToken(TokenWanted wanted)
{
    if (m_secret.userId.isNull())
        return finishedWith<SecretBuffer>(ErrorCode::NotSignedIn);
    const bool isFresh = !m_access.isEmpty() && m_clock.monotonic() + renewalMargin < m_accessEnds;
    if (isFresh && wanted == TokenWanted::Present)
        return finishedWith<SecretBuffer>(m_access);
    if (m_central == nullptr)
        return finishedWith<SecretBuffer>(ErrorCode::NotConnected);
    if (m_secret.refreshToken.isEmpty())
        return finishedWith<SecretBuffer>(ErrorCode::SessionExpired);
    auto waiter = std::make_shared<QPromise<Result<SecretBuffer>>>();
    waiter->start();
    m_waiters.append(waiter);
    if (m_waiters.size() == 1)
        renew();
    return waiter->future();
}

void TokenKeeper::renew()
{
    if (!m_lock) {
        Result<std::unique_ptr<EngineLock>> lock = EngineLock::tryLock(m_lockPath);
        if (!lock) {
            finishWaiters(lock.error());
            return;
        }
        m_renewLock = *std::move(lock);
    }
    if (m_isAhead) {
        // What the keychain holds was used up when this one was issued.
        renewWith(m_secret.refreshToken);
        return;
    }
    // Another process may have renewed since: the keychain knows the latest token.
    whenDone(m_keychain.read(sessionEntry(m_deviceId)), this,
             [this, generation = m_generation](const Result<std::optional<SecretBuffer>>& entry) {
                 if (generation != m_generation)
                     return;
                 const auto known = entry && *entry ? decodeSessionSecret(**entry) : std::nullopt;
                 if (known && known->userId == m_secret.userId && !known->refreshToken.isEmpty())
                     m_secret = *known;
                 renewWith(m_secret.refreshToken);
             });
}

void TokenKeeper::renewWith(const SecretBuffer& refreshToken)
{
    whenDone(m_central->refresh(refreshToken), this,
             [this, generation = m_generation](const Result<SessionReply>& reply) {
                 if (generation == m_generation)
                     onRefreshed(reply);
             });
}

static bool isFinal(ErrorCode code)
{
    using enum ErrorCode;
    return code == RefreshTokenDead || code == SessionExpired || code == CredentialsInvalid ||
           code == AccountSuspended || code == PasswordChangeRequired;
}

void TokenKeeper::onRefreshed(const Result<SessionReply>& reply)
{
    if (!reply) {
        const Error why = reply.error();
        if (isFinal(why.code)) {
            m_secret.refreshToken.wipe();
            m_access.wipe();
        }
        finishWaiters(why);
        if (isFinal(why.code))
            Q_EMIT ended(why);
        return;
    }
    m_secret.refreshToken = reply->refreshToken;
    // Into the keychain first. When that fails the token in memory still serves this run.
    whenDone(writeSecret(), this, [this, generation = m_generation, reply = *reply](const Result<void>&) {
        if (generation != m_generation)
            return;
        keepAccess(reply);
        finishWaiters(m_access);
        Q_EMIT renewed(reply);
    });
}

void TokenKeeper::finishWaiters(const Result<SecretBuffer>& result)
{
    m_renewLock.reset();
    const QList<Waiter> waiters = std::exchange(m_waiters, {});
    for (const Waiter& waiter : waiters) {
        waiter->addResult(result);
        waiter->finish();
    }
}

} // namespace yoyo
