// SPDX-License-Identifier: Apache-2.0
#include "models/session/office_memory.h"

#include "models/domain/clock.h"
#include "models/domain/ids.h"

#include <QJsonArray>

#include <algorithm>

namespace yoyo {

QString StoreOwner::name() const
{
    return familyName + QChar(0x3000) + givenName;
}

const StoreOwner* OfficeMemory::ownerByLogin(QStringView loginId) const
{
    const auto hit =
        std::ranges::find_if(owners, [loginId](const StoreOwner& o) { return o.loginId == loginId; });
    return hit == owners.end() ? nullptr : &*hit;
}

void OfficeMemory::putOwner(const StoreOwner& owner)
{
    const auto hit = std::ranges::find(owners, owner.userId, &StoreOwner::userId);
    if (hit == owners.end())
        owners.append(owner);
    else
        *hit = owner;
}

static QJsonObject officeToJson(const OfficeInfo& office)
{
    QJsonArray administrators;
    for (const OfficeContact& a : office.administrators) {
        administrators.append(QJsonObject{{QStringLiteral("name"), a.name},
                                          {QStringLiteral("department"), a.department},
                                          {QStringLiteral("phone"), a.phone}});
    }
    return {{QStringLiteral("municipality_code"), office.municipalityCode},
            {QStringLiteral("name"), office.name},
            {QStringLiteral("environment"), office.environment},
            {QStringLiteral("demo"), office.isDemo},
            {QStringLiteral("administrators"), administrators},
            {QStringLiteral("helpdesk"), QJsonObject{{QStringLiteral("name"), office.helpdesk.name},
                                                     {QStringLiteral("url"), office.helpdesk.url},
                                                     {QStringLiteral("phone"), office.helpdesk.phone}}}};
}

static QString text(const QJsonObject& json, const char* key)
{
    return json.value(QLatin1String(key)).toString();
}

static OfficeInfo officeFromJson(const QJsonObject& json)
{
    OfficeInfo office;
    office.municipalityCode = text(json, "municipality_code");
    office.name = text(json, "name");
    office.environment = text(json, "environment");
    office.isDemo = json.value(QStringLiteral("demo")).toBool();
    for (const QJsonValue& value : json.value(QStringLiteral("administrators")).toArray()) {
        const QJsonObject a = value.toObject();
        office.administrators.append({text(a, "name"), text(a, "department"), text(a, "phone")});
    }
    const QJsonObject helpdesk = json.value(QStringLiteral("helpdesk")).toObject();
    office.helpdesk = {text(helpdesk, "name"), text(helpdesk, "url"), text(helpdesk, "phone")};
    return office;
}

QJsonObject toJson(const OfficeMemory& memory)
{
    QJsonArray owners;
    for (const StoreOwner& o : memory.owners) {
        owners.append(QJsonObject{{QStringLiteral("user_id"), idText(o.userId)},
                                  {QStringLiteral("login_id"), o.loginId},
                                  {QStringLiteral("family_name"), o.familyName},
                                  {QStringLiteral("given_name"), o.givenName},
                                  {QStringLiteral("role"), o.role},
                                  {QStringLiteral("unattended"), o.isUnattended},
                                  {QStringLiteral("unsent"), o.unsent}});
    }
    QJsonObject json{{QStringLiteral("owners"), owners}, {QStringLiteral("policy"), memory.policy}};
    if (memory.office)
        json.insert(QStringLiteral("office"), officeToJson(*memory.office));
    if (memory.lastServiceTime.isValid())
        json.insert(QStringLiteral("last_service_time"), instantText(memory.lastServiceTime));
    return json;
}

OfficeMemory officeMemoryFromJson(const QJsonObject& json)
{
    OfficeMemory memory;
    if (json.value(QStringLiteral("office")).isObject())
        memory.office = officeFromJson(json.value(QStringLiteral("office")).toObject());
    for (const QJsonValue& value : json.value(QStringLiteral("owners")).toArray()) {
        const QJsonObject o = value.toObject();
        const StoreOwner owner{idFromText(text(o, "user_id")),
                               text(o, "login_id"),
                               text(o, "family_name"),
                               text(o, "given_name"),
                               text(o, "role"),
                               o.value(QStringLiteral("unattended")).toBool(),
                               o.value(QStringLiteral("unsent")).toInt()};
        if (!owner.userId.isNull())
            memory.owners.append(owner);
    }
    memory.policy = json.value(QStringLiteral("policy")).toObject();
    memory.lastServiceTime = instantFromText(text(json, "last_service_time"));
    return memory;
}

} // namespace yoyo
