// SPDX-License-Identifier: Apache-2.0
#include "tests/central/database.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <atomic>
#include <unordered_map>

namespace yoyo::service {

struct Sql::Connection
{
    QString name;
    QHash<QString, std::shared_ptr<QSqlQuery>> statements;

    ~Connection()
    {
        statements.clear();
        QSqlDatabase::database(name, false).close();
        QSqlDatabase::removeDatabase(name);
    }

    QSqlQuery& prepared(const QString& statement)
    {
        auto& query = statements[statement];
        if (!query) {
            query = std::make_shared<QSqlQuery>(QSqlDatabase::database(name));
            query->setForwardOnly(true);
            query->prepare(statement); // a fault shows when it runs
        }
        return *query;
    }
};

/// The connections of one thread, by database; they go with the thread.
struct Connections
{
    std::unordered_map<quint64, std::unique_ptr<Sql::Connection>> open;
    static Connections& ofThisThread()
    {
        thread_local Connections connections;
        return connections;
    }
};

static bool bindAndRun(QSqlQuery& query, const QVariantList& values)
{
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    return query.exec();
}

qint64 Sql::run(const QString& statement, const QVariantList& values)
{
    if (hasFailed())
        return 0;
    QSqlQuery& query = m_connection.prepared(statement);
    if (!bindAndRun(query, values)) {
        m_fault = query.lastError().text() + QStringLiteral(" in ") + statement;
        return 0;
    }
    const qint64 changed = query.numRowsAffected();
    query.finish();
    return changed;
}

QList<QVariantList> Sql::select(const QString& statement, const QVariantList& values)
{
    QList<QVariantList> out;
    if (hasFailed())
        return out;
    QSqlQuery& query = m_connection.prepared(statement);
    if (!bindAndRun(query, values)) {
        m_fault = query.lastError().text() + QStringLiteral(" in ") + statement;
        return out;
    }
    const int columns = query.record().count();
    while (query.next()) {
        QVariantList row;
        for (int i = 0; i < columns; ++i)
            row.append(query.value(i));
        out.append(row);
    }
    query.finish();
    return out;
}

std::optional<QVariantList> Sql::first(const QString& statement, const QVariantList& values)
{
    const auto rows = select(statement, values);
    if (rows.isEmpty())
        return std::nullopt;
    return rows.first();
}

static quint64 nextSerial()
{
    static std::atomic<quint64> last{0};
    return ++last;
}

Database::Database(QString path) : m_path(std::move(path)), m_serial(nextSerial())
{
}

Database::~Database()
{
    close();
}

Result<void> Database::open()
{
    return write<bool>([](Sql& sql) -> Result<bool> {
        for (const QString& statement : schemaStatements())
            sql.run(statement);
        return true;
    }).isOk()
        ? Result<void>()
        : Result<void>(Error(ErrorCode::InternalError, QStringLiteral("the database cannot be opened")));
}

void Database::close()
{
    Connections::ofThisThread().open.erase(m_serial);
}

Sql::Connection& Database::connection()
{
    auto& mine = Connections::ofThisThread().open[m_serial];
    if (!mine) {
        static std::atomic<quint64> last{0};
        mine = std::make_unique<Sql::Connection>();
        mine->name = QStringLiteral("central-%1-%2").arg(m_serial).arg(++last);
        QSqlDatabase database = QSqlDatabase::addDatabase(dialect::driverName(), mine->name);
        database.setDatabaseName(m_path);
        database.setConnectOptions(dialect::connectOptions());
        if (database.open()) {
            for (const QString& statement : dialect::connectionStatements())
                QSqlQuery(database).exec(statement);
        }
    }
    return *mine;
}

bool Database::begin(Sql& sql, Access access)
{
    sql.run(access == Access::Write ? dialect::beginWrite() : dialect::beginRead());
    return !sql.hasFailed();
}

Result<void> Database::end(Sql& sql, bool commits)
{
    const QString fault = sql.fault();
    sql.m_fault.clear();
    sql.run(commits && fault.isEmpty() ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK"));
    if (!fault.isEmpty())
        return Error(ErrorCode::InternalError, fault);
    if (!sql.hasFailed())
        return {};
    const QString reason = sql.fault();
    sql.m_fault.clear();
    sql.run(QStringLiteral("ROLLBACK"));
    return Error(ErrorCode::InternalError, reason);
}

} // namespace yoyo::service
