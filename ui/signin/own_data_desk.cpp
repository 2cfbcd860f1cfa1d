// SPDX-License-Identifier: Apache-2.0
// See own_data_desk.h.
#include "ui/signin/own_data_desk.h"

namespace yoyo {

ServiceOwnDataDesk::ServiceOwnDataDesk(UserService& users, Session& session, QObject* parent)
    : OwnDataDesk(parent), m_users(users), m_session(session)
{
    connect(&m_users, &UserService::changed, this, [this](const QList<QUuid>& ids) {
        if (ids.isEmpty() || ids.contains(m_session.user().id))
            Q_EMIT changed();
    });
}

QFuture<Result<UserRow>> ServiceOwnDataDesk::own()
{
    return m_users.own();
}

QFuture<Result<SaveReceipt>> ServiceOwnDataDesk::save(const EntityRow& seen, const User& user)
{
    return m_users.saveOwn(seen, user);
}

QFuture<Result<SessionState>> ServiceOwnDataDesk::changePassword(const SecretBuffer& current, const SecretBuffer& next)
{
    return m_session.changePassword(current, next);
}

QJsonObject ServiceOwnDataDesk::policy() const
{
    return m_session.policy();
}

std::optional<OfficeInfo> ServiceOwnDataDesk::office() const
{
    return m_session.office();
}

bool ServiceOwnDataDesk::isOnline() const
{
    return m_session.state() == SessionState::Online;
}

} // namespace yoyo
