// SPDX-License-Identifier: Apache-2.0
#include "models/session/session.h"

#include "models/central/central.h"
#include "models/domain/clock.h"
#include "models/domain/ids.h"
#include "models/domain/password_rules.h"
#include "models/domain/policy_values.h"
#include "models/domain/random_source.h"
#include "models/domain/when_done.h"
#include "models/session/background.h"
#include "models/session/keychain.h"
#include "models/session/keychain_entries.h"
#include "models/session/office_keeper.h"
#include "models/session/password_check.h"
#include "models/session/store_access.h"
#include "models/session/token_keeper.h"

#include <QDir>
#include <QThread>
#include <QTimer>

namespace yoyo {

constexpr int secretBytes = 32;

static QUuid randomId(RandomSource& random)
{
    QByteArray raw = random.bytes(16);
    raw[6] = char((raw[6] & 0x0f) | 0x40);
    raw[8] = char((raw[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(raw);
}

constexpr int unlockTries = 5;
constexpr std::chrono::seconds revokePatience{5};

/// Everything but the public face. Lives and works on the session's thread.
class Session::Work final : public QObject
{
public:
    Work(Session& session, Parts parts);

    using StatePromise = std::shared_ptr<QPromise<Result<SessionState>>>;

    /// One sign-in or password change on its way.
    struct Run
    {
        QString loginId;
        SecretBuffer password;
        StatePromise promise;
        SessionReply reply;
        OnlineAccess access;
    };
    using RunPtr = std::shared_ptr<Run>;

    void setState(SessionState next);
    void signIn(const RunPtr& run);
    void onHandshake(const RunPtr& run, const Result<Handshake>& handshake);
    void sendCredentials(const RunPtr& run);
    void onSession(const RunPtr& run, const Result<SessionReply>& reply);
    void keepTemporary(const RunPtr& run);
    void completeSignIn(const RunPtr& run);
    void withKeychainSecret(const RunPtr& run, const Result<std::optional<SecretBuffer>>& entry);
    void withServiceSecret(const RunPtr& run);
    void openStore(const RunPtr& run);
    void onStoreOpened(const RunPtr& run, const Result<OpenedStore>& opened);
    QFuture<Result<QUuid>> readOperationDevice();
    void withOperationDevice(const RunPtr& run, SessionState reached);
    void finishWithPasswordCheck(const RunPtr& run, SessionState reached);
    QFuture<Result<void>> rememberOffice(const SessionReply& reply);
    void signInOffline(const RunPtr& run, const Error& trouble);
    void onOfflineOpened(const RunPtr& run, const StoreOwner& owner, const Result<OpenedStore>& opened);
    void resume(const StatePromise& promise);
    void finishResume(const StatePromise& promise);
    void onResumed(const StatePromise& promise, const SessionSecret& secret,
                   const Result<OpenedStore>& opened);
    void finish(const RunPtr& run, Result<SessionState> result);
    void closeStore();
    QFuture<Result<void>> signOut();
    QFuture<Result<void>> revokeWithPatience();
    QFuture<Result<void>> unlock(const SecretBuffer& password);
    PasswordContext passwordContext(const SecretBuffer& current) const;

    StorePlace place(const QUuid& userId) const;
    PolicyValues policyValues() const { return PolicyValues::fromJson(policy); }
    SecretBuffer freshSecret();

    Session& q;
    Parts parts;
    QThreadPool pool; ///< one thread: whatever touches store.key comes one after the other
    TokenKeeper tokens;
    OfficeKeeper officeKeeper;
    SessionState state = SessionState::SignedOut;
    bool isBusy = false;
    bool isLocked = false;
    bool isStoreMoved = false;
    int wrongUnlocks = 0;
    SessionUser user;
    std::optional<OfficeInfo> office;
    QJsonObject policy;
    std::shared_ptr<Store> store;
    std::weak_ptr<Store> toldStore; ///< with the last stateChanged()
    QUuid operationDevice;
    SecretBuffer dataKey;
    SecretBuffer temporaryPassword;
    PasswordCheck passwordCheck;
    QList<Error> notes;
    std::optional<QDateTime> stepUpExpiresAt;
};

static SecretBuffer normalised(const SecretBuffer& typed)
{
    QString text = QString::fromUtf8(reinterpret_cast<const char*>(typed.data()), qsizetype(typed.size()));
    QString composed = normalisePassword(text);
    SecretBuffer out = SecretBuffer::fromText(composed);
    wipeText(text);
    wipeText(composed);
    return out;
}

static QString textOf(const SecretBuffer& secret)
{
    return QString::fromUtf8(reinterpret_cast<const char*>(secret.data()), qsizetype(secret.size()));
}

Session::Work::Work(Session& session, Parts given)
    : q(session), parts(std::move(given)), tokens(*parts.keychain, *parts.clock, this),
      officeKeeper(*parts.keychain, *parts.random, pool, this)
{
    pool.setMaxThreadCount(1);
    tokens.setService(parts.central, parts.profile.deviceId);
    officeKeeper.setPlace(parts.directory, parts.profile.deviceId);
    connect(&tokens, &TokenKeeper::ended, this, [this](const Error& why) {
        if (state == SessionState::Online)
            setState(SessionState::Offline);
        Q_EMIT q.sessionEnded(why);
    });
    connect(&tokens, &TokenKeeper::renewed, this, [this](const SessionReply& reply) {
        user = reply.user;
        office = reply.office;
        rememberOffice(reply);
        if (state == SessionState::Offline)
            setState(SessionState::Online);
    });
}

StorePlace Session::Work::place(const QUuid& userId) const
{
    return {parts.directory + QStringLiteral("/stores/") + idText(userId), parts.clock, parts.random};
}

SecretBuffer Session::Work::freshSecret()
{
    QByteArray bytes = parts.random->bytes(secretBytes);
    return SecretBuffer::takeFrom(bytes);
}

void Session::Work::setState(SessionState next)
{
    // The same state with another store is news too: whoever works on the former one has to let it go.
    if (state == next && toldStore.lock() == store)
        return;
    state = next;
    toldStore = store;
    Q_EMIT q.stateChanged(next);
}

void Session::Work::finish(const RunPtr& run, Result<SessionState> result)
{
    isBusy = false;
    if (result)
        setState(*result);
    else if (!store && (state == SessionState::Online || state == SessionState::Offline))
        setState(SessionState::SignedOut); // the former person's store is closed, and no other one is open
    run->promise->addResult(std::move(result));
    run->promise->finish();
}

/// Trouble on the way or of the service as a whole: the person may go on offline. Never for what speaks of
/// the person.
static bool isOfflineReason(ErrorCode code)
{
    using enum ErrorCode;
    if (code == AddressInvalid || code == NotConnected)
        return false;
    return code == Maintenance || code == ServerBusy || code == InternalError || code == ReplyInvalid ||
           code == ClientTooOld || errorInfo(code).code.starts_with("E-NET-");
}

void Session::Work::signIn(const RunPtr& run)
{
    notes.clear();
    whenDone(parts.central->handshake(), this,
             [this, run](const Result<Handshake>& handshake) { onHandshake(run, handshake); });
}

void Session::Work::onHandshake(const RunPtr& run, const Result<Handshake>& handshake)
{
    if (!handshake) {
        if (isOfflineReason(handshake.error().code))
            signInOffline(run, handshake.error());
        else
            finish(run, handshake.error());
        return;
    }
    const QString expected = parts.profile.environment;
    if (!expected.isEmpty() && expected != handshake->environment) {
        finish(run, Error(ErrorCode::OtherEnvironment, {},
                          {{QStringLiteral("expected"), expected},
                           {QStringLiteral("found"), handshake->environment}}));
        return;
    }
    policy = handshake->policy;
    if (handshake->maintenance) {
        const auto until = handshake->maintenance->until;
        const QJsonValue text = until ? QJsonValue(instantText(*until)) : QJsonValue();
        signInOffline(run, Error(ErrorCode::Maintenance, {}, {{QStringLiteral("until"), text}}));
        return;
    }
    sendCredentials(run);
}

void Session::Work::sendCredentials(const RunPtr& run)
{
    whenDone(parts.central->signIn(run->loginId, normalised(run->password), parts.profile.deviceId,
                                   parts.deviceName),
             this, [this, run](const Result<SessionReply>& reply) { onSession(run, reply); });
}

void Session::Work::onSession(const RunPtr& run, const Result<SessionReply>& reply)
{
    if (!reply) {
        if (isOfflineReason(reply.error().code))
            signInOffline(run, reply.error());
        else
            finish(run, reply.error());
        return;
    }
    run->reply = *reply;
    if (reply->kind == SessionKind::Temporary)
        keepTemporary(run);
    else
        completeSignIn(run);
}

void Session::Work::keepTemporary(const RunPtr& run)
{
    // No store is opened and nothing but the password change is allowed.
    closeStore();
    user = run->reply.user;
    office = run->reply.office;
    temporaryPassword = run->password;
    tokens.startTemporary(run->reply);
    officeKeeper.update([reply = run->reply](OfficeMemory& memory) { memory.office = reply.office; });
    finish(run, SessionState::MustChangePassword);
}

void Session::Work::completeSignIn(const RunPtr& run)
{
    const QUuid userId = run->reply.user.id;
    run->access.password = run->password;
    run->access.serviceTime = run->reply.serverTime;
    whenDone(
        parts.keychain->read(storeEntry(parts.profile.deviceId, userId)), this,
        [this, run](const Result<std::optional<SecretBuffer>>& entry) { withKeychainSecret(run, entry); });
}

void Session::Work::withKeychainSecret(const RunPtr& run, const Result<std::optional<SecretBuffer>>& entry)
{
    if (!entry) {
        notes.append(entry.error());
        withServiceSecret(run);
        return;
    }
    if (*entry && (*entry)->size() == secretBytes) {
        run->access.keychainSecret = **entry;
        withServiceSecret(run);
        return;
    }
    // In the keychain before it protects anything.
    const SecretBuffer fresh = freshSecret();
    whenDone(parts.keychain->write(storeEntry(parts.profile.deviceId, run->reply.user.id), fresh), this,
             [this, run, fresh](const Result<void>& written) {
                 if (written) {
                     run->access.keychainSecret = fresh;
                     run->access.isKeychainSecretNew = true;
                 } else {
                     notes.append(written.error());
                 }
                 withServiceSecret(run);
             });
}

void Session::Work::withServiceSecret(const RunPtr& run)
{
    whenDone(parts.central->recoverySecret(run->reply.accessToken, parts.profile.deviceId), this,
             [this, run](const Result<SecretBuffer>& secret) {
                 if (secret) {
                     run->access.serviceSecret = *secret;
                 } else if (store && user.id == run->reply.user.id) {
                     notes.append(secret.error()); // the store is open, and its key at hand
                 } else if (!run->access.keychainSecret || run->access.isKeychainSecretNew) {
                     // Nothing here could open an existing store, and a new one would have no way back to it.
                     finish(run, secret.error());
                     return;
                 }
                 openStore(run);
             });
}

void Session::Work::openStore(const RunPtr& run)
{
    const int hours = policyValues().sessionSlotHours;
    if (hours > 0 && run->access.keychainSecret)
        run->access.session = SessionSlot{freshSecret(), parts.clock->nowUtc().addSecs(hours * 3600)};
    const StorePlace where = place(run->reply.user.id);
    passwordCheck = {};
    const bool isOpenAlready = store && user.id == run->reply.user.id;
    if (!isOpenAlready)
        closeStore();
    const OpenedStore present{store, dataKey, {}, isStoreMoved};
    whenDone(runIn<OpenedStore>(
                 pool,
                 [where, access = run->access, present]() -> Result<OpenedStore> {
                     if (!present.store)
                         return openOnline(where, access);
                     // The service has taken the password already. Slots that could not be written are no reason to call
                     // that failed: they are told, and the service's secret opens the store next time.
                     OpenedStore kept = present;
                     if (const Result<void> renewed = renewSlots(where, present.dataKey, access); !renewed)
                         kept.notes.append(renewed.error());
                     return kept;
                 }),
             this, [this, run](const Result<OpenedStore>& opened) { onStoreOpened(run, opened); });
}

void Session::Work::onStoreOpened(const RunPtr& run, const Result<OpenedStore>& opened)
{
    if (!opened) {
        finish(run, opened.error());
        return;
    }
    store = opened->store;
    dataKey = opened->dataKey;
    isStoreMoved = opened->isMoved;
    notes.append(opened->notes);
    user = run->reply.user;
    office = run->reply.office;
    stepUpExpiresAt = run->reply.stepUpExpiresAt;
    temporaryPassword.wipe();
    const auto skew = parts.central->clockSkew();
    if (skew && std::chrono::abs(*skew) > shownClockSkew) {
        notes.append(Error(ErrorCode::ClockSkewed, {},
                           {{QStringLiteral("skew_seconds"),
                             qint64(std::chrono::duration_cast<std::chrono::seconds>(*skew).count())}}));
    }
    tokens.setLockPath(q.storeDirectory() + QStringLiteral("/engine.lock"));
    const SecretBuffer slotSecret = run->access.session ? run->access.session->secret : SecretBuffer();
    // Both are on the disk before anybody is told that the sign-in is done: the next one may have to do without the
    // network. When they cannot be written, this session still works.
    const auto remembered = continued(rememberOffice(run->reply), this, [this, run, slotSecret](const Result<void>&) {
        // Somebody has signed out meanwhile: nothing of this session goes back into the keychain.
        return store ? tokens.start(run->reply, slotSecret) : finishedWith<void>(ErrorCode::NotSignedIn);
    });
    whenDone(remembered, this, [this, run](const Result<void>&) { withOperationDevice(run, SessionState::Online); });
}

/// The device id under which this store counts its operations: its own, and a new one when the store may be a
/// copy.
static Result<QUuid> operationDeviceOf(Connection& work, bool isMoved, const QUuid& fresh)
{
    QUuid known;
    const Result<void> read = work.select(QStringLiteral("SELECT value FROM meta WHERE key = 'device_id'"),
                                          {}, [&known](const Row& row) {
                                              known = idFromText(row.text(0));
                                              return false;
                                          });
    if (!read)
        return read.error();
    if (!known.isNull() && !isMoved)
        return known;
    const Result<void> written =
        work.run(QStringLiteral("INSERT INTO meta (key, value) VALUES ('device_id', ?) "
                                "ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                 {idText(fresh)});
    return written ? Result<QUuid>(fresh) : Result<QUuid>(written.error());
}

QFuture<Result<QUuid>> Session::Work::readOperationDevice()
{
    const QUuid fresh = randomId(*parts.random);
    return store->write<QUuid>(Store::File::Work, [isMoved = isStoreMoved, fresh](Connection& work) {
        return operationDeviceOf(work, isMoved, fresh);
    });
}

void Session::Work::withOperationDevice(const RunPtr& run, SessionState reached)
{
    if (!store) {
        finish(run, ErrorCode::NotSignedIn);
        return;
    }
    whenDone(readOperationDevice(), this, [this, run, reached](const Result<QUuid>& device) {
        if (!device) {
            closeStore();
            finish(run, device.error());
            return;
        }
        operationDevice = *device;
        finishWithPasswordCheck(run, reached);
    });
}

void Session::Work::finishWithPasswordCheck(const RunPtr& run, SessionState reached)
{
    whenDone(runIn<PasswordCheck>(pool,
                                  [password = normalised(run->password), salt = freshSecret()]()
                                      -> Result<PasswordCheck> { return PasswordCheck(password, salt); }),
             this, [this, run, reached](const Result<PasswordCheck>& check) {
                 if (check)
                     passwordCheck = *check;
                 finish(run, reached);
             });
}

QFuture<Result<void>> Session::Work::rememberOffice(const SessionReply& reply)
{
    return officeKeeper.update([reply, policy = policy](OfficeMemory& memory) {
        memory.office = reply.office;
        if (!policy.isEmpty())
            memory.policy = policy;
        if (!memory.lastServiceTime.isValid() || memory.lastServiceTime < reply.serverTime)
            memory.lastServiceTime = reply.serverTime;
        StoreOwner owner{reply.user.id,        reply.user.loginId, reply.user.familyName,
                         reply.user.givenName, reply.user.role,    reply.user.isUnattended};
        for (const StoreOwner& known : memory.owners) {
            if (known.userId == owner.userId)
                owner.unsent = known.unsent;
        }
        memory.putOwner(owner);
    });
}

void Session::Work::signInOffline(const RunPtr& run, const Error& trouble)
{
    notes.append(trouble);
    whenDone(officeKeeper.load(), this, [this, run, trouble](const Result<OfficeMemory>& memory) {
        const StoreOwner* known = memory ? memory->ownerByLogin(run->loginId) : nullptr;
        if (known == nullptr) {
            // Who never signed in here has nothing here: the trouble itself is what to mend. Where the office's memory
            // is gone but stores are left, work may wait for this person.
            const bool isForgotten =
                memory && memory->owners.isEmpty() && QDir(parts.directory + QStringLiteral("/stores")).exists();
            finish(run, !memory       ? memory.error()
                        : isForgotten ? Error(ErrorCode::OfflineSignInUnavailable)
                                      : trouble);
            return;
        }
        const StoreOwner owner = *known;
        if (policy.isEmpty())
            policy = memory->policy;
        office = memory->office;
        const OfflineRules rules{parts.clock->nowUtc(), PolicyValues::fromJson(memory->policy).offlineDays,
                                 memory->lastServiceTime};
        whenDone(parts.keychain->read(storeEntry(parts.profile.deviceId, owner.userId)), this,
                 [this, run, owner, rules](const Result<std::optional<SecretBuffer>>& entry) {
                     if (!entry || !*entry) {
                         finish(run, entry ? Error(ErrorCode::OfflineSignInUnavailable) : entry.error());
                         return;
                     }
                     whenDone(
                         runIn<OpenedStore>(
                             pool, [where = place(owner.userId), password = run->password, secret = **entry,
                                    rules] { return openOffline(where, password, secret, rules); }),
                         this, [this, run, owner](const Result<OpenedStore>& opened) {
                             onOfflineOpened(run, owner, opened);
                         });
                 });
    });
}

static SessionUser userOf(const StoreOwner& owner)
{
    return {owner.userId, owner.loginId, owner.familyName, owner.givenName, owner.role, owner.isUnattended};
}

void Session::Work::onOfflineOpened(const RunPtr& run, const StoreOwner& owner,
                                    const Result<OpenedStore>& opened)
{
    if (!opened) {
        finish(run, opened.error());
        return;
    }
    closeStore();
    store = opened->store;
    dataKey = opened->dataKey;
    user = userOf(owner);
    tokens.setLockPath(q.storeDirectory() + QStringLiteral("/engine.lock"));
    // A session that is still good lets this sign-in go online by itself when the network is back.
    whenDone(
        parts.keychain->read(sessionEntry(parts.profile.deviceId)), this,
        [this, run, owner](const Result<std::optional<SecretBuffer>>& entry) {
            const auto secret = entry && *entry ? decodeSessionSecret(**entry) : std::nullopt;
            tokens.resume(secret && secret->userId == owner.userId ? *secret
                                                                   : SessionSecret{owner.userId, {}, {}});
            withOperationDevice(run, SessionState::Offline);
        });
}

void Session::Work::resume(const StatePromise& promise)
{
    const auto fail = [this, promise](const Error& error) {
        isBusy = false;
        promise->addResult(error);
        promise->finish();
    };
    whenDone(parts.keychain->read(sessionEntry(parts.profile.deviceId)), this,
             [this, promise, fail](const Result<std::optional<SecretBuffer>>& entry) {
                 if (!entry) {
                     fail(entry.error());
                     return;
                 }
                 const auto secret = *entry ? decodeSessionSecret(**entry) : std::nullopt;
                 if (!secret || secret->slotSecret.isEmpty()) {
                     fail(ErrorCode::NotSignedIn);
                     return;
                 }
                 whenDone(runIn<OpenedStore>(pool,
                                             [where = place(secret->userId), slot = secret->slotSecret] {
                                                 return openBySession(where, slot);
                                             }),
                          this, [this, promise, secret](const Result<OpenedStore>& opened) {
                              onResumed(promise, *secret, opened);
                          });
             });
}

void Session::Work::onResumed(const StatePromise& promise, const SessionSecret& secret,
                              const Result<OpenedStore>& opened)
{
    if (!opened) {
        isBusy = false;
        promise->addResult(opened.error());
        promise->finish();
        return;
    }
    store = opened->store;
    dataKey = opened->dataKey;
    user.id = secret.userId;
    tokens.resume(secret);
    tokens.setLockPath(q.storeDirectory() + QStringLiteral("/engine.lock"));
    whenDone(readOperationDevice(), this, [this, promise](const Result<QUuid>& device) {
        if (!device) {
            // An operation without its device could never be told from another one's.
            closeStore();
            isBusy = false;
            promise->addResult(device.error());
            promise->finish();
            return;
        }
        operationDevice = *device;
        finishResume(promise);
    });
}

void Session::Work::finishResume(const StatePromise& promise)
{
    whenDone(officeKeeper.load(), this, [this, promise](const Result<OfficeMemory>& memory) {
        if (memory) {
            office = memory->office;
            policy = memory->policy;
            for (const StoreOwner& owner : memory->owners) {
                if (owner.userId == user.id)
                    user = userOf(owner);
            }
        }
        isBusy = false;
        setState(SessionState::Offline);
        promise->addResult(SessionState::Offline);
        promise->finish();
    });
}

void Session::Work::closeStore()
{
    tokens.clear();
    store.reset();
    dataKey.wipe();
    user = {};
    operationDevice = QUuid();
    isStoreMoved = false;
    stepUpExpiresAt.reset();
    passwordCheck = {};
    wrongUnlocks = 0;
    if (std::exchange(isLocked, false))
        Q_EMIT q.lockedChanged(false);
}

/// The service hears of it when it can; a sign-out does not wait for a network that is away.
QFuture<Result<void>> Session::Work::revokeWithPatience()
{
    if (!tokens.hasRefreshToken() || parts.central == nullptr)
        return finishedWith<void>({});
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const auto once = [promise] {
        if (!promise->future().isFinished()) {
            promise->addResult(Result<void>());
            promise->finish();
        }
    };
    whenDone(parts.central->revoke(tokens.refreshToken()), this, [once](const Result<void>&) { once(); });
    QTimer::singleShot(revokePatience, this, once);
    return promise->future();
}

QFuture<Result<void>> Session::Work::signOut()
{
    const QUuid userId = user.id;
    temporaryPassword.wipe();
    isBusy = true; // a sign-in that begins now would be ended by the last step below
    const auto forgotten = continued(revokeWithPatience(), this, [this](const Result<void>&) {
        return parts.keychain->remove(sessionEntry(parts.profile.deviceId));
    });
    const auto unslotted = continued(forgotten, this, [this, userId](const Result<void>&) {
        return runIn<void>(pool, [where = place(userId), hasStore = !userId.isNull()] {
            return hasStore ? removeSessionSlot(where) : Result<void>();
        });
    });
    return continued(unslotted, this, [this](const Result<void>& removed) {
        closeStore();
        isBusy = false;
        notes.clear();
        setState(SessionState::SignedOut);
        return removed;
    });
}

QFuture<Result<void>> Session::Work::unlock(const SecretBuffer& password)
{
    // After too many tries there is nothing left that a password could open: a new sign-in is.
    if (!store)
        return finishedWith<void>(ErrorCode::NotSignedIn);
    if (!isLocked)
        return finishedWith<void>({});
    const auto checked =
        runIn<void>(pool, [check = passwordCheck, typed = normalised(password)]() -> Result<void> {
            return check.matches(typed) ? Result<void>() : Result<void>(ErrorCode::CredentialsInvalid);
        });
    return continued(checked, this, [this](const Result<void>& matched) {
        if (matched) {
            wrongUnlocks = 0;
            if (std::exchange(isLocked, false))
                Q_EMIT q.lockedChanged(false);
        } else if (++wrongUnlocks >= unlockTries) {
            // The store closes; signing in again is then checked by the service or by the password slot.
            closeStore();
            setState(SessionState::SignedOut);
            Q_EMIT q.sessionEnded(ErrorCode::SessionExpired);
        }
        return matched;
    });
}

PasswordContext Session::Work::passwordContext(const SecretBuffer& current) const
{
    PasswordContext context;
    context.loginId = user.loginId;
    context.names = {user.familyName, user.givenName};
    if (office)
        context.municipalityWords = {office->name};
    context.policy = policyValues();
    context.previous = textOf(current);
    return context;
}

Session::Session(Parts parts, QObject* parent)
    : QObject(parent), m_work(std::make_unique<Work>(*this, std::move(parts)))
{
}

Session::~Session()
{
    m_work->pool.waitForDone();
}

SessionState Session::state() const
{
    return m_work->state;
}

bool Session::isLocked() const
{
    return m_work->isLocked;
}

const SessionUser& Session::user() const
{
    return m_work->user;
}

std::optional<OfficeInfo> Session::office() const
{
    return m_work->office;
}

const QJsonObject& Session::policy() const
{
    return m_work->policy;
}

std::shared_ptr<Store> Session::store() const
{
    return m_work->store;
}

QString Session::storeDirectory() const
{
    return m_work->user.id.isNull() ? QString() : m_work->place(m_work->user.id).directory;
}

QList<Error> Session::notes() const
{
    return m_work->notes;
}

QUuid Session::operationDeviceId() const
{
    return m_work->operationDevice;
}

std::optional<QDateTime> Session::stepUpExpiresAt() const
{
    return m_work->stepUpExpiresAt;
}

void Session::setService(Central* central, const Profile& profile)
{
    Q_ASSERT(m_work->state == SessionState::SignedOut);
    m_work->parts.central = central;
    m_work->parts.profile = profile;
    m_work->tokens.setService(central, profile.deviceId);
    m_work->officeKeeper.setPlace(m_work->parts.directory, profile.deviceId);
}

QFuture<Result<OfficeMemory>> Session::officeMemory()
{
    return m_work->officeKeeper.load();
}

static std::shared_ptr<QPromise<Result<SessionState>>> startedPromise()
{
    auto promise = std::make_shared<QPromise<Result<SessionState>>>();
    promise->start();
    return promise;
}

QFuture<Result<SessionState>> Session::signIn(const QString& loginId, const SecretBuffer& password)
{
    if (m_work->parts.central == nullptr)
        return finishedWith<SessionState>(ErrorCode::NotConnected);
    if (std::exchange(m_work->isBusy, true))
        return finishedWith<SessionState>(
            Error(ErrorCode::Cancelled, QStringLiteral("a sign-in is on its way")));
    auto run = std::make_shared<Work::Run>();
    run->loginId = loginId.normalized(QString::NormalizationForm_KC).trimmed();
    run->password = password;
    run->promise = startedPromise();
    m_work->signIn(run);
    return run->promise->future();
}

QFuture<Result<SessionState>> Session::resume()
{
    if (std::exchange(m_work->isBusy, true))
        return finishedWith<SessionState>(
            Error(ErrorCode::Cancelled, QStringLiteral("a sign-in is on its way")));
    const auto promise = startedPromise();
    m_work->resume(promise);
    return promise->future();
}

QFuture<Result<SessionState>> Session::changePassword(const SecretBuffer& current, const SecretBuffer& next)
{
    const bool isForced = m_work->state == SessionState::MustChangePassword;
    if (!isForced && m_work->state != SessionState::Online)
        return finishedWith<SessionState>(ErrorCode::NotSignedIn);
    const QList<Error> broken =
        checkPassword(normalisePassword(textOf(next)),
                      m_work->passwordContext(isForced ? m_work->temporaryPassword : current));
    if (!broken.isEmpty())
        return finishedWith<SessionState>(broken.first());
    if (std::exchange(m_work->isBusy, true))
        return finishedWith<SessionState>(
            Error(ErrorCode::Cancelled, QStringLiteral("a change is on its way")));
    auto run = std::make_shared<Work::Run>();
    run->loginId = m_work->user.loginId;
    run->password = next;
    run->promise = startedPromise();
    m_work->notes.clear();
    const SecretBuffer sentCurrent = isForced ? SecretBuffer() : normalised(current);
    whenDone(accessToken(), m_work.get(), [this, run, sentCurrent](const Result<SecretBuffer>& token) {
        if (!token) {
            m_work->finish(run, token.error());
            return;
        }
        const auto changed =
            m_work->parts.central->changePassword(*token, sentCurrent, normalised(run->password));
        whenDone(changed, m_work.get(), [this, run](const Result<SessionReply>& reply) {
            if (!reply) {
                m_work->finish(run, reply.error());
                return;
            }
            run->reply = *reply;
            m_work->completeSignIn(run);
        });
    });
    return run->promise->future();
}

QFuture<Result<void>> Session::stepUp(const SecretBuffer& password)
{
    const auto asked = continued(accessToken(), m_work.get(),
                                 [this, typed = normalised(password)](const Result<SecretBuffer>& token) {
                                     return token ? m_work->parts.central->stepUp(*token, typed)
                                                  : finishedWith<QDateTime>(token.error());
                                 });
    const std::weak_ptr<Store> asker = m_work->store;
    return continued(asked, m_work.get(), [this, asker](const Result<QDateTime>& until) -> Result<void> {
        if (!until)
            return until.error();
        if (!m_work->store || asker.lock() != m_work->store)
            return ErrorCode::NotSignedIn; // it was given to the person before
        m_work->stepUpExpiresAt = *until;
        return {};
    });
}

QFuture<Result<void>> Session::signOut()
{
    return m_work->signOut();
}

void Session::close()
{
    m_work->closeStore();
    m_work->setState(SessionState::SignedOut);
}

void Session::lock()
{
    // Also when no password can be checked here (E-AUTH-001 for each then): a lock that opens by itself is none.
    if (!m_work->store || m_work->isLocked)
        return;
    m_work->isLocked = true;
    Q_EMIT lockedChanged(true);
}

QFuture<Result<void>> Session::unlock(const SecretBuffer& password)
{
    return m_work->unlock(password);
}

QFuture<Result<SecretBuffer>> Session::accessToken(TokenWanted wanted)
{
    if (QThread::currentThread() == thread())
        return m_work->tokens.accessToken(wanted);
    auto promise = std::make_shared<QPromise<Result<SecretBuffer>>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_work.get(),
        [this, wanted, promise] {
            whenDone(m_work->tokens.accessToken(wanted), m_work.get(),
                     [promise](const Result<SecretBuffer>& token) {
                         promise->addResult(token);
                         promise->finish();
                     });
        },
        Qt::QueuedConnection);
    return promise->future();
}

bool Session::holdEngineLock()
{
    return m_work->store && m_work->tokens.holdLock();
}

void Session::releaseEngineLock()
{
    m_work->tokens.releaseLock();
}

void Session::rememberUnsent(int unsent)
{
    const QUuid id = m_work->user.id;
    m_work->officeKeeper.update([id, unsent](OfficeMemory& memory) {
        for (StoreOwner& owner : memory.owners) {
            if (owner.userId == id)
                owner.unsent = unsent;
        }
    });
}

} // namespace yoyo
