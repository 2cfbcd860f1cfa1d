// SPDX-License-Identifier: Apache-2.0
#include "models/intake/csv_writer.h"

#include "models/intake/cp932.h"

#include <QRegularExpression>

#include <algorithm>

namespace yoyo {

CsvWriter::CsvWriter(QIODevice& device, TextEncoding encoding, CsvPurpose purpose)
    : m_device(device), m_encoding(encoding), m_purpose(purpose)
{
}

static bool startsFormula(QStringView cell)
{
    // Excel on Japanese Windows also takes the full-width signs.
    return !cell.isEmpty() && QStringView(u"=+-@\t\r\n＝＋－＠").contains(cell[0]);
}

bool isFormulaLike(QStringView cell)
{
    static const QRegularExpression number(QStringLiteral("^[+-]\\d+(\\.\\d+)?\\z"));
    return startsFormula(cell) && !number.match(cell.toString()).hasMatch();
}

QString withoutFormulaGuard(const QString& cell)
{
    return cell.startsWith(u'\'') && isFormulaLike(QStringView(cell).mid(1)) ? cell.mid(1) : cell;
}

static bool needsQuotes(const QString& cell)
{
    return std::ranges::any_of(cell, [](QChar c) { return c == u',' || c == u'"' || c == u'\r' || c == u'\n'; })
           || (!cell.isEmpty() && (cell.front().isSpace() || cell.back().isSpace()));
}

Result<void> CsvWriter::writeRow(const QStringList& cells)
{
    QByteArray line;
    if (!m_isStarted && m_encoding == TextEncoding::Utf8)
        line += "\xef\xbb\xbf";
    m_isStarted = true;
    ++m_row;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        QString cell = cells[i];
        if (m_purpose == CsvPurpose::Excel && isFormulaLike(cell))
            cell.prepend(u'\'');
        // A row of one empty cell would be a blank line.
        if (needsQuotes(cell) || (cells.size() == 1 && cell.isEmpty()))
            cell = QString(u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"');
        if (i > 0)
            line += ',';
        if (m_encoding == TextEncoding::Utf8) {
            line += cell.toUtf8();
            continue;
        }
        int lost = 0;
        line += cp932FromText(cell, &lost);
        if (lost > 0)
            m_findings.append({ErrorCode::CellNotInCp932, m_row, int(i) + 1});
    }
    line += "\r\n";
    if (m_device.write(line) != line.size())
        return Error(ErrorCode::OutputNotWritable, m_device.errorString());
    return {};
}

} // namespace yoyo
