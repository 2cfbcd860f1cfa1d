// SPDX-License-Identifier: Apache-2.0
#include "tests/central/account_store.h"

#include "models/domain/clock.h"
#include "models/domain/ids.h"
#include "tests/central/row_store.h"

namespace yoyo::service {

static QString columns()
{
    return QStringLiteral("user_id, municipality_code, login_key, salt, password_hash, temporary_hash,"
                          " temporary_expires_at, temporary_device, used_temporary_hash, tries, last_try_at,"
                          " locked_until, invitation");
}

static QString textOf(const QDateTime& instant)
{
    return instant.isValid() ? instantText(instant) : QStringLiteral("");
}

static Account accountFrom(const QVariantList& row)
{
    Account out;
    out.userId = idFromText(row[0].toString());
    out.municipalityCode = row[1].toString();
    out.loginKey = row[2].toString();
    out.salt = QByteArray::fromHex(row[3].toString().toLatin1());
    out.passwordHash = row[4].toString();
    out.temporaryHash = row[5].toString();
    out.temporaryExpiresAt = instantFromText(row[6].toString());
    out.temporaryDevice = row[7].toString();
    out.usedTemporaryHash = row[8].toString();
    out.tries = row[9].toInt();
    out.lastTryAt = instantFromText(row[10].toString());
    out.lockedUntil = instantFromText(row[11].toString());
    out.invitation = row[12].toString();
    return out;
}

/// Never null: an empty QString binds as NULL unless it is an empty text.
static QString kept(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

static QVariantList valuesOf(const Account& account)
{
    return {kept(account.municipalityCode), kept(account.loginKey), QString::fromLatin1(account.salt.toHex()),
            kept(account.passwordHash), kept(account.temporaryHash), textOf(account.temporaryExpiresAt),
            kept(account.temporaryDevice), kept(account.usedTemporaryHash), account.tries, textOf(account.lastTryAt),
            textOf(account.lockedUntil), kept(account.invitation)};
}

std::optional<Account> accountByLogin(Sql& sql, const QString& loginKey)
{
    const auto row =
        sql.first(QStringLiteral("SELECT ") + columns() + QStringLiteral(" FROM account WHERE login_key = ?"), {loginKey});
    return row ? std::optional(accountFrom(*row)) : std::nullopt;
}

std::optional<Account> accountById(Sql& sql, const QUuid& userId)
{
    const auto row = sql.first(QStringLiteral("SELECT ") + columns() + QStringLiteral(" FROM account WHERE user_id = ?"),
                               {idText(userId)});
    return row ? std::optional(accountFrom(*row)) : std::nullopt;
}

static QList<QUuid> idsOf(const QList<QVariantList>& rows)
{
    QList<QUuid> out;
    for (const QVariantList& row : rows)
        out.append(idFromText(row.first().toString()));
    return out;
}

QList<QUuid> accountsWithInvitation(Sql& sql)
{
    return idsOf(sql.select(QStringLiteral("SELECT user_id FROM account WHERE invitation <> ''")));
}

QList<QUuid> accountsDue(Sql& sql, const QDateTime& now)
{
    const QString at = instantText(now);
    return idsOf(sql.select(QStringLiteral("SELECT user_id FROM account WHERE (locked_until <> '' AND locked_until <= ?)"
                                           " OR (temporary_expires_at <> '' AND temporary_expires_at <= ?)"),
                            {at, at}));
}

QDateTime nextAccountDue(Sql& sql, const QDateTime& now)
{
    const QString at = instantText(now);
    QDateTime next;
    for (const QString& statement :
         {QStringLiteral("SELECT MIN(locked_until) FROM account WHERE locked_until > ?"),
          QStringLiteral("SELECT MIN(temporary_expires_at) FROM account WHERE temporary_expires_at > ?")}) {
        const auto row = sql.first(statement, {at});
        const QDateTime due = row ? instantFromText(row->first().toString()) : QDateTime();
        if (due.isValid() && (!next.isValid() || due < next))
            next = due;
    }
    return next;
}

void insertAccount(Sql& sql, const Account& account)
{
    sql.run(QStringLiteral("INSERT INTO account (") + columns()
                + QStringLiteral(") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            QVariantList{idText(account.userId)} + valuesOf(account));
}

void saveAccount(Sql& sql, const Account& account)
{
    sql.run(QStringLiteral("UPDATE account SET municipality_code = ?, login_key = ?, salt = ?, password_hash = ?,"
                           " temporary_hash = ?, temporary_expires_at = ?, temporary_device = ?,"
                           " used_temporary_hash = ?, tries = ?, last_try_at = ?, locked_until = ?, invitation = ?"
                           " WHERE user_id = ?"),
            valuesOf(account) + QVariantList{idText(account.userId)});
}

void removeAccount(Sql& sql, const QUuid& userId)
{
    sql.run(QStringLiteral("DELETE FROM account WHERE user_id = ?"), {idText(userId)});
}

void changeUserRow(Sql& sql, const Account& account, const QDateTime& now,
                   const std::function<void(QJsonObject& fields)>& change)
{
    auto row = findRow(sql, account.municipalityCode, Entity::User, account.userId);
    if (!row || row->isDeleted)
        return;
    QJsonObject fields = row->fields;
    change(fields);
    if (fields == row->fields)
        return;
    row->fields = fields;
    putRow(sql, account.municipalityCode, *row, now);
}

} // namespace yoyo::service
