// SPDX-License-Identifier: Apache-2.0
// The sync engine's and the services' view of the session: who works, in which store, with which token. GUI thread.
#pragma once

#include "models/sync/workplace.h"

namespace yoyo {

class Session;

class SessionWorkplace final : public Workplace
{
    Q_OBJECT
public:
    /// The session is borrowed.
    explicit SessionWorkplace(Session& session, QObject* parent = nullptr);

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
    QFuture<Result<SecretBuffer>> accessToken(TokenWanted wanted) override;

private:
    Session& m_session;
};

} // namespace yoyo
