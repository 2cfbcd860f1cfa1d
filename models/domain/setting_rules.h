// SPDX-License-Identifier: Apache-2.0
// The rules of a vaccination setting (facts 4.2-4.4). Forms, bulk edits, CSV, services and the service of the
// office all ask these functions.
#pragma once

#include "models/domain/result.h"
#include "models/domain/vaccination_setting.h"

#include <QList>

namespace yoyo {

/// Every broken rule; Error::pointer is the contract field. `item` is the item of setting.mgmtNo.
/// 実施 for an item that has ended (today, or before the setting's fiscal year begins) is E-VACC-002. With `before`,
/// the row as it was, a flag that was 実施 already may stay so, because items end while rows exist; turning it on never.
QList<Error> checkSetting(const VaccinationSetting& setting, const VaccineItem& item, QDate today,
                          const VaccinationSetting* before = nullptr);
/// Contract fields whose JSON cannot be told from the typed value: unknown cohort keys, non-text codes. For services.
QList<Error> checkSettingJson(const QJsonObject& fields);
/// May the flag be edited at all in lists, forms, bulk edits and CSV?
bool isFlagEditable(const VaccineItem& item, int fiscalYear, QDate today);

} // namespace yoyo
