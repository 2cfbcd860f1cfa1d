// SPDX-License-Identifier: Apache-2.0
// Rows and offices as the wire shows them to one caller.
#pragma once

#include "models/domain/entity.h"
#include "tests/central/caller.h"
#include "tests/central/database.h"

#include <QJsonObject>

namespace yoyo::service {

/// Whose fields the caller sees whole: administrators see every user, others themselves; of their colleagues they
/// see name, department and role.
bool seesWholeUser(const Caller& caller, const QUuid& userId);

/// {"kind":"upsert"|"tombstone",…}
QJsonObject rowJson(const EntityRow& row, const Caller& caller);

struct OfficeSetting
{
    QString environment;
    bool isDemo = false;
};
/// {"municipality_code",…,"administrators":[…],"helpdesk":{…}}
QJsonObject officeJson(Sql& sql, const QString& municipalityCode, const OfficeSetting& setting);
/// The person as a session names them.
QJsonObject sessionUserJson(const EntityRow& row);

} // namespace yoyo::service
