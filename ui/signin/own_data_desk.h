// SPDX-License-Identifier: Apache-2.0
// What the page of one's own data asks of the program. GUI thread; futures finish there too.
#pragma once

#include "models/domain/secret_buffer.h"
#include "models/services/user_service.h"
#include "models/session/session.h"

#include <QObject>

namespace yoyo {

class OwnDataDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual QFuture<Result<UserRow>> own() = 0;
    /// `seen` is the row the form was filled from.
    virtual QFuture<Result<SaveReceipt>> save(const EntityRow& seen, const User& user) = 0;
    /// Needs the service.
    virtual QFuture<Result<SessionState>> changePassword(const SecretBuffer& current, const SecretBuffer& next) = 0;
    virtual QJsonObject policy() const = 0;
    virtual std::optional<OfficeInfo> office() const = 0;
    virtual bool isOnline() const = 0;

Q_SIGNALS:
    /// The row looks different now, by a pull or a save.
    void changed();
};

/// The real one, over service and session; both are borrowed.
class ServiceOwnDataDesk final : public OwnDataDesk
{
    Q_OBJECT
public:
    ServiceOwnDataDesk(UserService& users, Session& session, QObject* parent = nullptr);
    QFuture<Result<UserRow>> own() override;
    QFuture<Result<SaveReceipt>> save(const EntityRow& seen, const User& user) override;
    QFuture<Result<SessionState>> changePassword(const SecretBuffer& current, const SecretBuffer& next) override;
    QJsonObject policy() const override;
    std::optional<OfficeInfo> office() const override;
    bool isOnline() const override;

private:
    UserService& m_users;
    Session& m_session;
};

} // namespace yoyo
