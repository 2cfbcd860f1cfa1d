// SPDX-License-Identifier: Apache-2.0
// The workplace of the real program: what the session says. GUI thread.
#pragma once

#include "models/sync/workplace.h"

namespace yoyo {

class Clock;
class RandomSource;
class Session;

class SessionWorkplace final : public Workplace
{
public:
    /// Borrows the session, clock and randomness. `deviceId` is the profile's; a store that may be a copy counts its
    /// new operations under another one (contract.md "Idempotency and age").
    SessionWorkplace(Session& session, const QUuid& deviceId, const Clock& clock, RandomSource& random,
                     QObject* parent = nullptr);

    std::shared_ptr<Store> store() const override;
    QUuid userId() const override;
    Role role() const override;
    bool isUnattended() const override;
    QUuid deviceId() const override;
    QString municipalityCode() const override;
    PolicyValues policy() const override;
    QDateTime stepUpUntil() const override;
    QFuture<Result<void>> stepUp(const SecretBuffer& password) override;
    bool holdEngineLock() override;
    void releaseEngineLock() override;
    void rememberUnsent(int unsent) override;
    QFuture<Result<SecretBuffer>> accessToken(TokenWanted wanted = TokenWanted::Present) override;

private:
    Session& m_session;
    QUuid m_deviceId;
    QUuid m_newDeviceId; ///< for a store that may be a copy; one per program run
};

} // namespace yoyo
