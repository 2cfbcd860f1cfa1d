// SPDX-License-Identifier: Apache-2.0
// One row of a running SELECT, read straight from the statement. Valid only inside the callback that got it.
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QUuid>
#include <QVariant>

struct sqlite3_stmt;

namespace yoyo {

class Row
{
public:
    explicit Row(sqlite3_stmt* statement) : m_statement(statement) {}

    /// Columns count from 0. NULL reads as the empty value of each type.
    QString text(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    bool boolean(int column) const;
    QByteArray blob(int column) const;
    /// A 16-byte BLOB; null for anything else.
    QUuid uuid(int column) const;
    /// A JSON text; empty when it is not an object (array).
    QJsonObject object(int column) const;
    QJsonArray array(int column) const;
    /// By storage class: qlonglong, double, QString, QByteArray, or invalid for NULL.
    QVariant value(int column) const;
    bool isNull(int column) const;
    int columns() const;
    QString name(int column) const;

private:
    sqlite3_stmt* m_statement;
};

} // namespace yoyo
