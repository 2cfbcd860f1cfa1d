// SPDX-License-Identifier: Apache-2.0
// The central service as the rest of the program sees it: contract 1, one function per route. The only
// interface another central service would have to implement. Any thread may call; futures finish on the
// client's own thread, so continue with whenDone(). A future always finishes, with a value or an error
// of errors.csv.
#pragma once

#include "models/central/messages.h"

#include <QFuture>

namespace yoyo {

class Central
{
public:
    virtual ~Central() = default;

    /// Also answers during maintenance, with `maintenance` filled. E-SRV-015 when the service no longer
    /// speaks this client's contract.
    virtual QFuture<Result<Handshake>> handshake() = 0;

    virtual QFuture<Result<SessionReply>> signIn(const QString& loginId, const SecretBuffer& password,
                                                 const QUuid& deviceId, const QString& deviceName) = 0;
    /// Only the holder of engine.lock calls this. Put the new refresh token into the keychain before using
    /// the reply.
    virtual QFuture<Result<SessionReply>> refresh(const SecretBuffer& refreshToken) = 0;
    virtual QFuture<Result<void>> revoke(const SecretBuffer& refreshToken) = 0;
    /// The instant at which the step-up ends.
    virtual QFuture<Result<QDateTime>> stepUp(const SecretBuffer& accessToken,
                                              const SecretBuffer& password) = 0;
    /// `current` stays empty for a temporary session. All other sessions of the user end.
    virtual QFuture<Result<SessionReply>> changePassword(const SecretBuffer& accessToken,
                                                         const SecretBuffer& current,
                                                         const SecretBuffer& next) = 0;
    /// The same answer whether the pair exists or not.
    virtual QFuture<Result<void>> requestReset(const QString& loginId, const QString& mail) = 0;
    /// 32 bytes; the same for the same user and device. Full sessions only.
    virtual QFuture<Result<SecretBuffer>> recoverySecret(const SecretBuffer& accessToken,
                                                         const QUuid& deviceId) = 0;
    virtual QFuture<Result<MeReply>> me(const SecretBuffer& accessToken) = 0;

    virtual QFuture<Result<EntityRow>> resetUser(const SecretBuffer& accessToken, const QUuid& userId) = 0;
    virtual QFuture<Result<EntityRow>> unlockUser(const SecretBuffer& accessToken, const QUuid& userId) = 0;
    virtual QFuture<Result<EntityRow>> endUserSessions(const SecretBuffer& accessToken,
                                                       const QUuid& userId) = 0;

    /// `body` as from pushBody(), sent unchanged; `batchId` is the Idempotency-Key, the same for every
    /// repetition.
    virtual QFuture<Result<PushReply>> push(const SecretBuffer& accessToken, const QUuid& batchId,
                                            const QByteArray& body) = 0;
    virtual QFuture<Result<PushReply>> opsStatus(const SecretBuffer& accessToken,
                                                 const QList<QUuid>& opIds) = 0;
    /// `scope` is "national" or "office"; an empty cursor starts from the beginning. E-SYNC-002 when it is
    /// too old.
    virtual QFuture<Result<ChangesPage>> changes(const SecretBuffer& accessToken, const QString& scope,
                                                 const QString& cursor, int limit) = 0;

    /// Service time minus this PC's clock, from the last reply of the service; none before the first. Any
    /// thread.
    virtual std::optional<std::chrono::milliseconds> clockSkew() const = 0;
    /// When the certificate ends that the service showed last, UTC; none before the first reply. Any thread.
    virtual std::optional<QDateTime> certificateEnds() const { return std::nullopt; }
    /// Ends every request with E-APP-004, for a sign-out or the end of the program.
    virtual void cancelAll() = 0;
};

/// From here on the difference between the clocks is shown (E-NET-013, a note; nothing is refused for it).
constexpr std::chrono::minutes shownClockSkew{5};

} // namespace yoyo
