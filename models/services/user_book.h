// SPDX-License-Identifier: Apache-2.0
// Every user this PC knows, for the rules that look beyond one row: taken login ids, the last administrator, the
// office's mail domains. A change put into the book counts for the next one, so that several at once are checked as
// they would follow each other. Only models/services uses it.
#pragma once

#include "models/domain/user.h"
#include "models/domain/user_rules.h"
#include "models/sync/outbox.h"

#include <QDate>
#include <QHash>

namespace yoyo {

class Connection;

class UserBook
{
public:
    /// On a reader connection.
    static Result<UserBook> read(Connection& reader, QDate today, const QUuid& actor);

    std::optional<EntityRow> row(const QUuid& id) const;
    std::optional<EntityRow> rowByLoginId(const QString& loginId) const;
    QStringList takenLoginIds(const QUuid& except) const;
    /// The prefix most login ids share ("shinjuku" of "shinjuku-0012"), or `otherwise`.
    QString commonPrefix(const QString& otherwise) const;
    /// Everything the rules say about this user among the others.
    QList<Error> check(const User& user, bool isNew) const;

    /// The edit that registers the user; the book has the user from then on.
    Edit registration(const User& user);
    /// The edit from `seen` to `user`, only what differs; the book has the new values from then on.
    Edit change(const EntityRow& seen, const User& user, const QString& reason);

private:
    QHash<QUuid, EntityRow> m_rows;
    QHash<QUuid, User> m_users;
    QDate m_today;
    QUuid m_actor;
};

} // namespace yoyo
