// SPDX-License-Identifier: Apache-2.0
#include "models/services/user_book.h"

#include "models/storage/connection.h"
#include "models/sync/merge.h"

#include <QMap>

#include <algorithm>

namespace yoyo {

Result<UserBook> UserBook::read(Connection& reader, QDate today, const QUuid& actor)
{
    UserBook out;
    out.m_today = today;
    out.m_actor = actor;
    const auto done = reader.select(QStringLiteral("SELECT id, ver, fields FROM v_user WHERE deleted = 0"), {},
                                    [&out](const Row& row) {
                                        const EntityRow seen{Entity::User, row.uuid(0), row.integer(1), 0, false,
                                                             row.object(2)};
                                        out.m_users.insert(seen.id, userFromFields(seen.id, seen.fields));
                                        out.m_rows.insert(seen.id, seen);
                                        return true;
                                    });
    if (!done)
        return done.error();
    return out;
}

std::optional<EntityRow> UserBook::row(const QUuid& id) const
{
    const auto hit = m_rows.constFind(id);
    return hit == m_rows.cend() ? std::nullopt : std::optional<EntityRow>(*hit);
}

std::optional<EntityRow> UserBook::rowByLoginId(const QString& loginId) const
{
    const QString key = loginIdKey(loginId);
    for (const User& user : m_users) {
        if (loginIdKey(user.loginId) == key)
            return row(user.id);
    }
    return std::nullopt;
}

QStringList UserBook::takenLoginIds(const QUuid& except) const
{
    QStringList out;
    for (const User& user : m_users) {
        if (user.id != except)
            out.append(user.loginId);
    }
    return out;
}

QString UserBook::commonPrefix(const QString& otherwise) const
{
    QMap<QString, int> counts;
    for (const User& user : m_users) {
        const qsizetype dash = user.loginId.lastIndexOf(QLatin1Char('-'));
        if (dash > 0)
            ++counts[user.loginId.left(dash)];
    }
    const auto best = std::max_element(counts.cbegin(), counts.cend());
    return best == counts.cend() ? otherwise : best.key();
}

QList<Error> UserBook::check(const User& user, bool isNew) const
{
    UserRuleContext context;
    context.today = m_today;
    context.actorId = m_actor;
    const auto before = m_users.constFind(user.id);
    if (!isNew && before != m_users.cend())
        context.before = *before;
    context.takenLoginIds = takenLoginIds(user.id);
    int administrators = 0;
    for (const User& other : m_users) {
        if (other.id == user.id)
            continue;
        administrators += other.role == Role::Administrator && other.isActiveOn(m_today);
        const QString domain = other.mail.section(QLatin1Char('@'), 1).toLower();
        if (!domain.isEmpty() && !context.officeMailDomains.contains(domain))
            context.officeMailDomains.append(domain);
    }
    context.otherActiveAdministrators = administrators;
    return checkUser(user, context);
}

Edit UserBook::registration(const User& user)
{
    const EntitySchema& schema = schemaOf(Entity::User);
    Edit out;
    out.entity = Entity::User;
    out.id = user.id;
    out.kind = OperationKind::Create;
    out.seen.id = user.id;
    out.change = changeBetween(schema, {}, toFields(user), true);
    m_users.insert(user.id, user);
    m_rows.insert(user.id, EntityRow{Entity::User, user.id, 0, 0, false, toFields(user)});
    return out;
}

Edit UserBook::change(const EntityRow& seen, const User& user, const QString& reason)
{
    const EntitySchema& schema = schemaOf(Entity::User);
    Edit out;
    out.entity = Entity::User;
    out.id = seen.id;
    out.kind = OperationKind::Update;
    out.seen = seen;
    // Both sides through the typed value: a default that one side leaves out is no change.
    out.change = changeBetween(schema, toFields(userFromFields(seen.id, seen.fields)), toFields(user), seen.ver == 0);
    out.reason = reason;
    m_users.insert(seen.id, user);
    EntityRow next = seen;
    next.fields = withChange(seen.fields, out.change);
    m_rows.insert(seen.id, next);
    return out;
}

} // namespace yoyo
