// SPDX-License-Identifier: Apache-2.0
// The tokens of the present session: renews them under engine.lock, and puts every new refresh token into the
// keychain before it is used. Session's thread only.
#pragma once

#include "models/central/messages.h"
#include "models/session/keychain_entries.h"
#include "models/session/token_source.h"

#include <QObject>
#include <QPromise>

#include <memory>

namespace yoyo {

class Central;
class Clock;
class EngineLock;
class Keychain;

class TokenKeeper final : public QObject
{
    Q_OBJECT
public:
    TokenKeeper(Keychain& keychain, const Clock& clock, QObject* parent);
    ~TokenKeeper() override;

    void setService(Central* central, const QUuid& deviceId);
    void setLockPath(const QString& path) { m_lockPath = path; }

    /// After a sign-in. `slotSecret` may be empty. The future says whether the keychain took it.
    QFuture<Result<void>> start(const SessionReply& reply, const SecretBuffer& slotSecret);
    /// A temporary session: an access token in memory and nothing else.
    void startTemporary(const SessionReply& reply);
    /// What a former call left: no access token yet.
    void resume(const SessionSecret& secret);
    QFuture<Result<SecretBuffer>> accessToken(TokenWanted wanted);
    bool hasRefreshToken() const { return !m_secret.refreshToken.isEmpty(); }
    const SecretBuffer& refreshToken() const { return m_secret.refreshToken; }
    const SecretBuffer& slotSecret() const { return m_secret.slotSecret; }
    /// Forgets everything in memory; the keychain keeps its entry.
    void clear();

    bool holdLock();
    void releaseLock();

Q_SIGNALS:
    void renewed(const yoyo::SessionReply& reply);
    /// The service refuses the refresh token for good.
    void ended(const yoyo::Error& why);

private:
    using Waiter = std::shared_ptr<QPromise<Result<SecretBuffer>>>;
    void keepAccess(const SessionReply& reply);
    QFuture<Result<void>> writeSecret();
    void renew();
    void renewWith(const SecretBuffer& refreshToken);
    void onRefreshed(const Result<SessionReply>& reply);
    void finishWaiters(const Result<SecretBuffer>& result);

    Keychain& m_keychain;
    const Clock& m_clock;
    Central* m_central = nullptr;
    QUuid m_deviceId;
    QString m_lockPath;
    SessionSecret m_secret;
    quint64 m_write = 0;    ///< of the last write into the keychain
    bool m_isAhead = false; ///< of the keychain, which could not be written (yet)
    SecretBuffer m_access;
    std::chrono::milliseconds m_accessEnds{0}; ///< monotonic
    std::unique_ptr<EngineLock> m_lock;        ///< held for the sync runner
    std::unique_ptr<EngineLock> m_renewLock;   ///< held for one renewal
    QList<Waiter> m_waiters;
    quint64 m_generation = 0; ///< a reply that belongs to a former session is dropped
};

} // namespace yoyo
