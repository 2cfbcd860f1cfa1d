// SPDX-License-Identifier: Apache-2.0
#include "models/storage/row.h"

#include <QJsonDocument>

#include <sqlite3.h>

namespace yoyo {

// The blob must be asked for before its size, or SQLite may convert in between.
static QByteArray viewOf(sqlite3_stmt* statement, int column)
{
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement, column));
    return QByteArray::fromRawData(data, data ? sqlite3_column_bytes(statement, column) : 0);
}

QString Row::text(int column) const
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return data ? QString::fromUtf8(data, sqlite3_column_bytes(m_statement, column)) : QString();
}

qint64 Row::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Row::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

bool Row::boolean(int column) const
{
    return sqlite3_column_int64(m_statement, column) != 0;
}

QByteArray Row::blob(int column) const
{
    const QByteArray view = viewOf(m_statement, column);
    return QByteArray(view.constData(), view.size());
}

QUuid Row::uuid(int column) const
{
    const QByteArray view = viewOf(m_statement, column);
    return view.size() == 16 ? QUuid::fromRfc4122(view) : QUuid();
}

QJsonObject Row::object(int column) const
{
    return QJsonDocument::fromJson(viewOf(m_statement, column)).object();
}

QJsonArray Row::array(int column) const
{
    return QJsonDocument::fromJson(viewOf(m_statement, column)).array();
}

QVariant Row::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return QVariant(qlonglong(integer(column)));
    case SQLITE_FLOAT:
        return QVariant(real(column));
    case SQLITE_TEXT:
        return QVariant(text(column));
    case SQLITE_BLOB:
        return QVariant(blob(column));
    default:
        return {};
    }
}

bool Row::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

int Row::columns() const
{
    return sqlite3_column_count(m_statement);
}

QString Row::name(int column) const
{
    return QString::fromUtf8(sqlite3_column_name(m_statement, column));
}

} // namespace yoyo
