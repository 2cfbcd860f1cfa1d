// SPDX-License-Identifier: Apache-2.0
#include "models/storage/migrations.h"

#include "models/storage/connection.h"

#include <QDir>
#include <QFile>

static void loadSqlResource()
{
    Q_INIT_RESOURCE(storage_sql); // outside any namespace, as the macro wants it
}

namespace yoyo {

QList<Migration> migrationsOf(const QString& file)
{
    loadSqlResource();
    const QDir dir(QStringLiteral(":/sql/") + file);
    QList<Migration> out;
    for (const QString& name : dir.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile source(dir.filePath(name));
        if (!source.open(QIODevice::ReadOnly))
            qFatal("a compiled-in SQL file cannot be read");
        out.append({name.section(QLatin1Char('_'), 0, 0).toInt(), name, QString::fromUtf8(source.readAll())});
        if (out.last().version != out.size())
            qFatal("schema steps must be numbered without gaps");
    }
    return out;
}

static Result<void> runStep(Connection& connection, const Migration& step)
{
    if (auto begun = connection.begin(); !begun)
        return begun;
    const auto found = connection.selectInteger(QStringLiteral("PRAGMA user_version"));
    Result<void> done;
    if (!found)
        done = found.error();
    else if (*found < step.version) // else another process was quicker
        done = connection.runScript(step.sql
                                    + QStringLiteral(";\nPRAGMA user_version=%1").arg(step.version));
    if (done)
        done = connection.commit();
    connection.rollback();
    return done;
}

Result<void> migrate(Connection& connection, const QList<Migration>& steps)
{
    const auto found = connection.selectInteger(QStringLiteral("PRAGMA user_version"));
    if (!found)
        return found.error();
    const int known = steps.isEmpty() ? 0 : steps.last().version;
    if (*found > known)
        return Error(ErrorCode::StoreNewer, connection.fileName(),
                     {{QStringLiteral("found"), *found}, {QStringLiteral("known"), known}});
    for (const Migration& step : steps) {
        if (step.version <= *found)
            continue;
        if (auto done = runStep(connection, step); !done)
            return done;
    }
    return {};
}

} // namespace yoyo
