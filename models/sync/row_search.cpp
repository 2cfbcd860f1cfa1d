// SPDX-License-Identifier: Apache-2.0
#include "models/sync/row_search.h"

#include "models/domain/kana.h"

#include <QStringList>

namespace yoyo {

QString rowSearchKey(Entity entity, const QJsonObject& fields)
{
    const auto text = [&fields](const char* name) { return fields.value(QLatin1String(name)).toString(); };
    QStringList parts;
    switch (entity) {
    case Entity::User:
        parts = {text("login_id"), QString(text("family_name") + text("given_name")),
                 QString(text("family_kana") + text("given_kana")), text("department")};
        break;
    case Entity::VaccineItem:
        parts = {text("mgmt_no"), text("name"), text("disease")};
        break;
    case Entity::VaccinationSetting:
        parts = {text("mgmt_no"), text("note")};
        break;
    }
    for (QString& part : parts)
        part = searchKey(part);
    return parts.join(QLatin1Char('\n'));
}

} // namespace yoyo
