// SPDX-License-Identifier: Apache-2.0
// One SQLite connection, opened through Qt Sql and used through its native handle (QSqlQuery's QVariant rows cost
// several times the reading itself). One thread: the one that opened it. Statements are cached by their text.
#pragma once

#include "models/domain/result.h"
#include "models/storage/row.h"

#include <QString>
#include <QVariantList>

#include <chrono>
#include <functional>
#include <memory>
#include <unordered_map>

struct sqlite3;

namespace yoyo {

class Connection
{
public:
    enum class Mode { ReadWrite, ReadOnly };
    struct Options
    {
        QString path;
        QByteArray vfs; ///< empty: SQLite's own, unencrypted
        Mode mode = Mode::ReadWrite;
        std::chrono::milliseconds busyTimeout{5000};
        int cacheKibibytes = 16 * 1024;
        /// Leaves the WAL file alone when the last connection closes: for a file that is not yet known to be sound.
        bool keepWalOnClose = false;
    };
    /// Opens without touching the schema. A missing file is made in mode ReadWrite.
    static Result<std::unique_ptr<Connection>> open(const Options& options);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Parameters: integers, bool, double, QString, QByteArray (BLOB), QUuid (16-byte BLOB), QDate (YYYY-MM-DD),
    /// QDateTime (contract instant), QJsonObject and QJsonArray (compact text). NULL: an invalid QVariant and null
    /// ids, days and instants; a null QString is the empty text.
    Result<void> run(const QString& sql, const QVariantList& params = {});
    /// Calls onRow for each row until it returns false.
    Result<void> select(const QString& sql, const QVariantList& params, const std::function<bool(const Row&)>& onRow);
    /// First column of the first row; 0 when there is no row.
    Result<qint64> selectInteger(const QString& sql, const QVariantList& params = {});
    /// Rows changed by the last run().
    qint64 changes() const;

    /// Several statements, not cached.
    Result<void> runScript(const QString& sql);
    /// Attaches a second file with the same VFS and mode.
    Result<void> attach(const QString& path, const QString& name);
    /// BEGIN IMMEDIATE: a writer must not find out at its first write that it is too late.
    Result<void> begin();
    Result<void> commit();
    /// Never fails: without an open transaction it does nothing.
    void rollback();
    void setKeepWalOnClose(bool keep);
    /// Asked every few thousand steps of a statement; true ends it with E-APP-004. Empty takes it off.
    void setInterruptCheck(std::function<bool()> shouldStop);
    /// Ends the running statement from another thread.
    void interrupt();

    const QString& fileName() const { return m_fileName; }
    sqlite3* handle() const { return m_handle; }

private:
    struct Statement
    {
        sqlite3_stmt* handle = nullptr;
        quint64 lastUse = 0;
        bool isRunning = false;
    };
    explicit Connection(QString connectionName);
    Error failure(int code) const;
    Result<Statement*> take(const QString& sql, Statement& ownCopy);
    void giveBack(Statement& statement);
    void dropOldest();
    void forgetStatements();

    QString m_connectionName; ///< of QSqlDatabase
    QString m_fileName;
    Options m_options;
    sqlite3* m_handle = nullptr;
    std::unordered_map<QString, Statement> m_statements; ///< by text; a node keeps its place
    quint64 m_uses = 0;
    std::function<bool()> m_shouldStop;
};

} // namespace yoyo
