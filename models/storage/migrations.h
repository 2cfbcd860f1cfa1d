// SPDX-License-Identifier: Apache-2.0
// Numbered schema steps: resources/sql/<file>/NNNN_<what>.sql, one transaction each, PRAGMA user_version = NNNN.
#pragma once

#include "models/domain/result.h"

#include <QList>
#include <QString>

namespace yoyo {

class Connection;

struct Migration
{
    int version = 0; ///< from 1, without gaps
    QString name;
    QString sql;
};

/// The steps compiled in for "work" or "cache", in order.
QList<Migration> migrationsOf(const QString& file);

/// Brings the file to the last step. A file that is newer than the last step is left untouched: E-STOR-001.
/// Two processes may call it at once. Requires: no open transaction.
Result<void> migrate(Connection& connection, const QList<Migration>& steps);

} // namespace yoyo
