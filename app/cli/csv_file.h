// SPDX-License-Identifier: Apache-2.0
// The lists that `yoyo export` writes: contract field names for reimport, headings for people in Excel.
#pragma once

#include "models/domain/message_texts.h"
#include "models/domain/user.h"
#include "models/intake/user_csv.h"
#include "models/services/setting_service.h"

#include <QStringList>

namespace yoyo {

QStringList userHeading(const QString& purpose, MessageLanguage language);
QStringList userCells(const User& user);
QStringList settingHeading(const QString& purpose, MessageLanguage language);
QStringList settingCells(const SettingRow& row);

/// Layout USER1, every row as an update, so that it can be edited and imported again. Whole or not at all.
Result<void> writeUsersForReimport(const QString& path, const QList<UserCandidate>& users);

/// UTF-8 with a byte order mark and CRLF; for Excel with cells made text that it would calculate.
/// Whole or not at all; E-STOR-012, E-STOR-004.
Result<void> writeCsv(const QString& path, const QList<QStringList>& rows, bool isForExcel);

} // namespace yoyo
