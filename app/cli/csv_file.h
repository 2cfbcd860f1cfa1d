// SPDX-License-Identifier: Apache-2.0
// The lists that `yoyo export` writes: contract field names for reimport, headings for people in Excel.
#pragma once

#include "models/domain/message_texts.h"
#include "models/domain/user.h"
#include "models/services/setting_service.h"

#include <QStringList>

namespace yoyo {

QStringList userHeading(const QString& purpose, MessageLanguage language);
QStringList userCells(const User& user);
QStringList settingHeading(const QString& purpose, MessageLanguage language);
QStringList settingCells(const SettingRow& row);

/// UTF-8 with CRLF; for Excel with a byte order mark, and with cells that Excel would calculate made text.
/// Whole or not at all; E-STOR-012, E-STOR-004.
Result<void> writeCsv(const QString& path, const QList<QStringList>& rows, bool isForExcel);

} // namespace yoyo
