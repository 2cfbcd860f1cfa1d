// SPDX-License-Identifier: Apache-2.0
// Vector tables of tests/data/vectors: CSV with a header; quotes as in RFC 4180, no line breaks inside a cell.
#pragma once

#include <QFile>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace yoyo::test {

using VectorRow = QHash<QString, QString>;

inline QString sourcePath(const QString& relative)
{
    return QString(QStringLiteral(YOYO_SOURCE_DIR "/") + relative);
}

inline QStringList splitVectorLine(const QString& line)
{
    QStringList cells{QString()};
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == u'"' && isQuoted && i + 1 < line.size() && line[i + 1] == u'"')
            cells.last() += line[i++];
        else if (line[i] == u'"')
            isQuoted = !isQuoted;
        else if (line[i] == u',' && !isQuoted)
            cells.append(QString());
        else
            cells.last() += line[i];
    }
    return cells;
}

/// Empty when the file is missing: a test checks the number of rows.
inline QList<VectorRow> vectors(const QString& name)
{
    QFile file(sourcePath(QStringLiteral("tests/data/vectors/%1.csv").arg(name)));
    QList<VectorRow> out;
    if (!file.open(QIODevice::ReadOnly))
        return out;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    const QStringList header = splitVectorLine(lines.value(0));
    for (const QString& line : lines.mid(1)) {
        const QStringList cells = splitVectorLine(line);
        VectorRow row;
        for (qsizetype i = 0; i < header.size(); ++i)
            row.insert(header[i], cells.value(i));
        out.append(row);
    }
    return out;
}

} // namespace yoyo::test
