// SPDX-License-Identifier: Apache-2.0
#include "models/storage/connection.h"

#include "models/domain/clock.h"
#include "models/storage/sqlite_error.h"

#include <QDate>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>

#include <sqlite3.h>

#include <atomic>

namespace yoyo {

constexpr std::size_t cachedStatements = 64;
constexpr int stepsBetweenInterruptChecks = 4000;

static QString uriOf(const QString& path, const QByteArray& vfs, Connection::Mode mode)
{
    // Only what SQLite's URI reader takes apart needs escaping; the rest of a path stays readable in its messages.
    QString uri = QStringLiteral("file:")
        + QString::fromLatin1(QUrl::toPercentEncoding(path, QByteArrayLiteral("/:")));
    uri += mode == Connection::Mode::ReadOnly ? QStringLiteral("?mode=ro") : QStringLiteral("?mode=rwc");
    if (!vfs.isEmpty())
        uri += QStringLiteral("&vfs=") + QString::fromLatin1(vfs);
    return uri;
}

Connection::Connection(QString connectionName) : m_connectionName(std::move(connectionName)) {}

Result<std::unique_ptr<Connection>> Connection::open(const Options& options)
{
    static std::atomic<quint64> counter{0};
    std::unique_ptr<Connection> self(
        new Connection(QStringLiteral("yoyo-store-%1").arg(counter.fetch_add(1))));
    self->m_options = options;
    self->m_fileName = QFileInfo(options.path).fileName();

    QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), self->m_connectionName);
    QString connect = QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(options.busyTimeout.count());
    if (options.mode == Mode::ReadOnly)
        connect += QStringLiteral(";QSQLITE_OPEN_READONLY");
    db.setConnectOptions(connect);
    db.setDatabaseName(uriOf(options.path, options.vfs, options.mode));
    if (!db.open()) {
        const QSqlError failed = db.lastError();
        return errorFromSqlite(failed.nativeErrorCode().toInt(), self->m_fileName, failed.databaseText());
    }
    const QVariant native = db.driver()->handle();
    if (!native.isValid() || qstrcmp(native.typeName(), "sqlite3*") != 0)
        return Error(ErrorCode::StoreIo, QStringLiteral("the SQLite driver gives no handle"));
    self->m_handle = *static_cast<sqlite3* const*>(native.constData());
    // SQLite falls back to reading alone where it may not write; a writer must know at once.
    if (options.mode == Mode::ReadWrite && sqlite3_db_readonly(self->m_handle, "main") == 1)
        return errorFromSqlite(SQLITE_READONLY, self->m_fileName);
    if (options.keepWalOnClose)
        self->setKeepWalOnClose(true);

    // cell_size_check: decrypted garbage is noticed where it is read, not where it is followed.
    const QString settings =
        QStringLiteral("PRAGMA cache_size=-%1; PRAGMA temp_store=FILE; PRAGMA mmap_size=0;"
                       "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON")
            .arg(options.cacheKibibytes);
    if (auto set = self->runScript(settings); !set)
        return set.error();
    return self;
}

Connection::~Connection()
{
    forgetStatements();
    // The handle belongs to Qt's driver and closes with it.
    if (QSqlDatabase::contains(m_connectionName)) {
        {
            QSqlDatabase db = QSqlDatabase::database(m_connectionName, false);
            db.close();
        }
        QSqlDatabase::removeDatabase(m_connectionName);
    }
}

Error Connection::failure(int code) const
{
    return errorFromSqlite(sqlite3_extended_errcode(m_handle) ? sqlite3_extended_errcode(m_handle) : code,
                           m_fileName, QString::fromUtf8(sqlite3_errmsg(m_handle)));
}

Result<Connection::Statement*> Connection::take(const QString& sql, Statement& ownCopy)
{
    const auto hit = m_statements.find(sql);
    if (hit != m_statements.end() && !hit->second.isRunning) {
        hit->second.isRunning = true;
        hit->second.lastUse = ++m_uses;
        return &hit->second;
    }
    sqlite3_stmt* handle = nullptr;
    const QByteArray utf8 = sql.toUtf8();
    const int code = sqlite3_prepare_v3(m_handle, utf8.constData(), int(utf8.size()) + 1, SQLITE_PREPARE_PERSISTENT,
                                        &handle, nullptr);
    if (code != SQLITE_OK)
        return failure(code);
    if (!handle)
        return Error(ErrorCode::StoreRuleBroken, QStringLiteral("empty SQL"));
    if (hit != m_statements.end()) { // a callback runs the text that called it: this one is not kept
        ownCopy.handle = handle;
        return &ownCopy;
    }
    if (m_statements.size() >= cachedStatements)
        dropOldest();
    return &m_statements.emplace(sql, Statement{handle, ++m_uses, true}).first->second;
}

void Connection::giveBack(Statement& statement)
{
    if (!statement.isRunning) {
        sqlite3_finalize(statement.handle);
        return;
    }
    sqlite3_reset(statement.handle);
    sqlite3_clear_bindings(statement.handle);
    statement.isRunning = false;
}

/// Running statements stay, whatever their number: a callback is inside them.
void Connection::dropOldest()
{
    auto oldest = m_statements.end();
    for (auto it = m_statements.begin(); it != m_statements.end(); ++it) {
        if (!it->second.isRunning && (oldest == m_statements.end() || it->second.lastUse < oldest->second.lastUse))
            oldest = it;
    }
    if (oldest == m_statements.end())
        return;
    sqlite3_finalize(oldest->second.handle);
    m_statements.erase(oldest);
}

void Connection::forgetStatements()
{
    for (const auto& [sql, statement] : m_statements)
        sqlite3_finalize(statement.handle);
    m_statements.clear();
}

static int bindText(sqlite3_stmt* statement, int index, const QByteArray& utf8)
{
    return sqlite3_bind_text64(statement, index, utf8.isNull() ? "" : utf8.constData(),
                               sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

static int bindBlob(sqlite3_stmt* statement, int index, const QByteArray& bytes)
{
    return sqlite3_bind_blob64(statement, index, bytes.isNull() ? "" : bytes.constData(),
                               sqlite3_uint64(bytes.size()), SQLITE_TRANSIENT);
}

/// `bytes` must outlive the binding.
static int bindKeptBlob(sqlite3_stmt* statement, int index, const QByteArray& bytes)
{
    return sqlite3_bind_blob64(statement, index, bytes.isNull() ? "" : bytes.constData(), sqlite3_uint64(bytes.size()),
                               SQLITE_STATIC);
}

static int bindOne(sqlite3_stmt* statement, int index, const QVariant& value)
{
    switch (value.userType()) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr:
        return sqlite3_bind_null(statement, index);
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::ULong:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Short:
    case QMetaType::UShort:
        return sqlite3_bind_int64(statement, index, value.toLongLong());
    case QMetaType::Double:
    case QMetaType::Float:
        return sqlite3_bind_double(statement, index, value.toDouble());
    case QMetaType::QString:
        return bindText(statement, index, value.toString().toUtf8());
    case QMetaType::QByteArray:
        return bindKeptBlob(statement, index, *static_cast<const QByteArray*>(value.constData()));
    case QMetaType::QUuid: {
        const QUuid id = value.toUuid();
        return id.isNull() ? sqlite3_bind_null(statement, index) : bindBlob(statement, index, id.toRfc4122());
    }
    case QMetaType::QDate: {
        const QDate day = value.toDate();
        return day.isValid() ? bindText(statement, index, day.toString(Qt::ISODate).toLatin1())
                             : sqlite3_bind_null(statement, index);
    }
    case QMetaType::QDateTime: {
        const QDateTime instant = value.toDateTime();
        return instant.isValid() ? bindText(statement, index, instantText(instant).toLatin1())
                                 : sqlite3_bind_null(statement, index);
    }
    case QMetaType::QJsonObject:
        return bindText(statement, index, QJsonDocument(value.toJsonObject()).toJson(QJsonDocument::Compact));
    case QMetaType::QJsonArray:
        return bindText(statement, index, QJsonDocument(value.toJsonArray()).toJson(QJsonDocument::Compact));
    default:
        return SQLITE_MISMATCH;
    }
}

Result<void> Connection::select(const QString& sql, const QVariantList& params,
                                const std::function<bool(const Row&)>& onRow)
{
    Statement ownCopy;
    const auto taken = take(sql, ownCopy);
    if (!taken)
        return taken.error();
    sqlite3_stmt* statement = (*taken)->handle;
    int code = SQLITE_OK;
    QString problem;
    if (params.size() != sqlite3_bind_parameter_count(statement)) {
        code = SQLITE_MISUSE;
        problem = QStringLiteral("%1 parameters for: ").arg(params.size()) + sql;
    }
    // Blobs are bound where they lie: this hold keeps them there whatever onRow does to the caller's list.
    const QVariantList held = params;
    for (int i = 0; code == SQLITE_OK && i < held.size(); ++i) {
        code = bindOne(statement, i + 1, held.at(i));
        if (code != SQLITE_OK)
            problem = QStringLiteral("parameter %1 of: ").arg(i + 1) + sql;
    }
    if (!problem.isEmpty()) {
        giveBack(**taken);
        return errorFromSqlite(code, m_fileName, problem);
    }
    const Row row(statement);
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        if (!onRow(row))
            break;
    }
    Result<void> outcome;
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        outcome = failure(code);
    giveBack(**taken);
    return outcome;
}

Result<void> Connection::run(const QString& sql, const QVariantList& params)
{
    return select(sql, params, [](const Row&) { return true; });
}

Result<qint64> Connection::selectInteger(const QString& sql, const QVariantList& params)
{
    qint64 value = 0;
    const auto done = select(sql, params, [&value](const Row& row) {
        value = row.integer(0);
        return false;
    });
    if (!done)
        return done.error();
    return value;
}

qint64 Connection::changes() const
{
    return sqlite3_changes64(m_handle);
}

Result<void> Connection::runScript(const QString& sql)
{
    const int code = sqlite3_exec(m_handle, sql.toUtf8().constData(), nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? Result<void>() : Result<void>(failure(code));
}

Result<void> Connection::attach(const QString& path, const QString& name)
{
    return run(QStringLiteral("ATTACH ? AS ") + name, {uriOf(path, m_options.vfs, m_options.mode)});
}

Result<void> Connection::begin()
{
    return run(QStringLiteral("BEGIN IMMEDIATE"));
}

Result<void> Connection::commit()
{
    return run(QStringLiteral("COMMIT"));
}

void Connection::rollback()
{
    if (!sqlite3_get_autocommit(m_handle))
        (void)run(QStringLiteral("ROLLBACK"));
}

void Connection::setKeepWalOnClose(bool keep)
{
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, nullptr);
}

void Connection::setInterruptCheck(std::function<bool()> shouldStop)
{
    m_shouldStop = std::move(shouldStop);
    if (!m_shouldStop) {
        sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
        return;
    }
    sqlite3_progress_handler(
        m_handle, stepsBetweenInterruptChecks,
        [](void* self) { return static_cast<Connection*>(self)->m_shouldStop() ? 1 : 0; }, this);
}

void Connection::interrupt()
{
    sqlite3_interrupt(m_handle);
}

} // namespace yoyo
