// SPDX-License-Identifier: Apache-2.0
#include "tests/central/wire_rows.h"

#include "models/domain/clock.h"
#include "models/domain/ids.h"
#include "models/domain/user.h"
#include "tests/central/row_store.h"

#include <QJsonArray>

namespace yoyo::service {

bool seesWholeUser(const Caller& caller, const QUuid& userId)
{
    return caller.isAdministrator() || caller.userId == userId;
}

static QJsonObject colleagueFields(const QJsonObject& fields)
{
    QJsonObject out;
    for (const QString& name :
         {QStringLiteral("family_name"), QStringLiteral("given_name"), QStringLiteral("family_kana"),
          QStringLiteral("given_kana"), QStringLiteral("department"), QStringLiteral("role")}) {
        if (fields.contains(name))
            out.insert(name, fields.value(name));
    }
    return out;
}

QJsonObject rowJson(const EntityRow& row, const Caller& caller)
{
    QJsonObject out{
        {QStringLiteral("kind"), row.isDeleted ? QStringLiteral("tombstone") : QStringLiteral("upsert")},
        {QStringLiteral("entity"), entityName(row.entity)},
        {QStringLiteral("id"), idText(row.id)},
        {QStringLiteral("ver"), row.ver},
        {QStringLiteral("seq"), QString::number(row.seq)},
    };
    if (!row.isDeleted) {
        const bool isHidden = row.entity == Entity::User && !seesWholeUser(caller, row.id);
        out.insert(QStringLiteral("fields"), isHidden ? colleagueFields(row.fields) : row.fields);
    }
    return out;
}

QJsonObject officeJson(Sql& sql, const QString& municipalityCode, const OfficeSetting& setting)
{
    const auto office =
        sql.first(QStringLiteral("SELECT name FROM office WHERE municipality_code = ?"), {municipalityCode});
    QJsonArray administrators;
    for (const EntityRow& row : rowsOf(sql, municipalityCode, Entity::User)) {
        const User user = userFromFields(row.id, row.fields);
        if (user.role == Role::Administrator && user.state == UserState::Active)
            administrators.append(QJsonObject{{QStringLiteral("name"), user.fullName()},
                                              {QStringLiteral("department"), user.department},
                                              {QStringLiteral("phone"), user.phone}});
    }
    return {
        {QStringLiteral("municipality_code"), municipalityCode},
        {QStringLiteral("name"), office ? office->first().toString() : QString()},
        {QStringLiteral("environment"), setting.environment},
        {QStringLiteral("demo"), setting.isDemo},
        {QStringLiteral("administrators"), administrators},
        {QStringLiteral("helpdesk"),
         QJsonObject{{QStringLiteral("name"), QStringLiteral("予予・請求システム ヘルプデスク")},
                     {QStringLiteral("url"),
                      QStringLiteral("https://pmh-helpdesk.kokuho.or.jp/chuokai/general-yobo/web/index.html")},
                     {QStringLiteral("phone"), QString()}}},
    };
}

QJsonObject sessionUserJson(const EntityRow& row)
{
    const User user = userFromFields(row.id, row.fields);
    return {
        {QStringLiteral("id"), idText(row.id)},
        {QStringLiteral("login_id"), user.loginId},
        {QStringLiteral("family_name"), user.familyName},
        {QStringLiteral("given_name"), user.givenName},
        {QStringLiteral("role"), roleText(user.role)},
        {QStringLiteral("unattended"), user.unattended},
    };
}

} // namespace yoyo::service
