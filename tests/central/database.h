// SPDX-License-Identifier: Apache-2.0
// The service's database through Qt Sql: one connection per thread, one writer at a time. The SQL of this folder is
// portable to PostgreSQL; what only SQLite says is in sqlite_dialect.cpp.
#pragma once

#include "models/domain/result.h"

#include <QString>
#include <QVariant>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace yoyo::service {

/// One transaction. After the first failing statement every later one does nothing; the transaction is then rolled
/// back and its caller gets InternalError. So statements need no check of their own.
class Sql
{
public:
    struct Connection;
    /// The number of rows changed.
    qint64 run(const QString& statement, const QVariantList& values = {});
    QList<QVariantList> select(const QString& statement, const QVariantList& values = {});
    std::optional<QVariantList> first(const QString& statement, const QVariantList& values = {});
    bool hasFailed() const { return !m_fault.isEmpty(); }
    QString fault() const { return m_fault; }

private:
    friend class Database;
    explicit Sql(Connection& connection) : m_connection(connection) {}
    Connection& m_connection;
    QString m_fault;
};

class Database
{
public:
    explicit Database(QString path);
    ~Database();

    /// Makes the tables where they are missing.
    Result<void> open();
    /// Requires that no other thread uses it any more.
    void close();

    /// Runs `work` in a transaction that is committed when it gives a value and rolled back when it gives an error.
    template <typename T>
    Result<T> write(const std::function<Result<T>(Sql&)>& work);
    /// A transaction that sees one state of the database and changes nothing.
    template <typename T>
    Result<T> read(const std::function<Result<T>(Sql&)>& work);

private:
    enum class Access { Read, Write };
    Sql::Connection& connection();
    bool begin(Sql& sql, Access access);
    Result<void> end(Sql& sql, bool commits);

    const QString m_path;
    const quint64 m_serial;
    std::mutex m_writer;
};

template <typename T>
Result<T> Database::write(const std::function<Result<T>(Sql&)>& work)
{
    const std::lock_guard lock(m_writer);
    Sql sql(connection());
    if (!begin(sql, Access::Write))
        return Error(ErrorCode::InternalError, sql.fault());
    Result<T> out = work(sql);
    if (auto ended = end(sql, out.isOk()); !ended)
        return ended.error();
    return out;
}

template <typename T>
Result<T> Database::read(const std::function<Result<T>(Sql&)>& work)
{
    Sql sql(connection());
    if (!begin(sql, Access::Read))
        return Error(ErrorCode::InternalError, sql.fault());
    Result<T> out = work(sql);
    if (auto ended = end(sql, false); !ended)
        return ended.error();
    return out;
}

/// What differs from PostgreSQL.
namespace dialect {
QString driverName();
QString connectOptions();
/// After a connection was opened.
QStringList connectionStatements();
QString beginRead();
QString beginWrite();
} // namespace dialect

/// The tables, in the order they are made.
QStringList schemaStatements();

} // namespace yoyo::service
