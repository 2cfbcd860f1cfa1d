// SPDX-License-Identifier: Apache-2.0
#include "models/storage/sqlite_error.h"

#include <sqlite3.h>

namespace yoyo {

static ErrorCode codeOf(int extendedCode)
{
    switch (extendedCode & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::StoreBusy;
    case SQLITE_NOTADB:
        return ErrorCode::StoreKeyWrong;
    case SQLITE_CORRUPT:
        return ErrorCode::StoreDamaged;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorCode::StoreReadOnly;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM:
    case SQLITE_PROTOCOL:
    case SQLITE_NOLFS:
        return ErrorCode::StoreIo;
    default:
        return ErrorCode::StoreRuleBroken;
    }
}

Error errorFromSqlite(int extendedCode, const QString& file, const QString& message)
{
    QString detail = QStringLiteral("SQLite %1 %2").arg(extendedCode).arg(
        QString::fromLatin1(sqlite3_errstr(extendedCode)));
    if (!message.isEmpty())
        detail += QStringLiteral(": ") + message;
    return Error(codeOf(extendedCode), detail, {{QStringLiteral("file"), file}});
}

} // namespace yoyo
