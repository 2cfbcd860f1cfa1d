// SPDX-License-Identifier: Apache-2.0
// The one file that knows SQLite. A PostgreSQL twin gives QPSQL, "BEGIN" and an isolation level instead.
#include "tests/central/database.h"

namespace yoyo::service::dialect {

QString driverName()
{
    return QStringLiteral("QSQLITE");
}

QString connectOptions()
{
    return QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000");
}

QStringList connectionStatements()
{
    return {QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=FULL"),
            QStringLiteral("PRAGMA foreign_keys=ON")};
}

QString beginRead()
{
    return QStringLiteral("BEGIN");
}

QString beginWrite()
{
    return QStringLiteral("BEGIN IMMEDIATE");
}

} // namespace yoyo::service::dialect
