// SPDX-License-Identifier: Apache-2.0
// CSV out: RFC 4180 quoting, CRLF, UTF-8 with BOM or CP932. For Excel, cells that it would run as a formula get an
// apostrophe in front; for re-import they stay as they are. What CP932 cannot hold is written as 〓 and reported.
#pragma once

#include "models/domain/result.h"
#include "models/intake/csv_reader.h"

#include <QIODevice>
#include <QStringList>

namespace yoyo {

enum class CsvPurpose { Excel, Reimport };

class CsvWriter
{
public:
    /// The device is borrowed and open for writing; a BOM is written first in UTF-8.
    CsvWriter(QIODevice& device, TextEncoding encoding, CsvPurpose purpose);

    /// E-STOR-012 when the device takes no more.
    Result<void> writeRow(const QStringList& cells);
    /// Cells with a character that CP932 does not have (E-INTK-007 with row and column from 1).
    const QList<CsvFinding>& findings() const { return m_findings; }

private:
    QIODevice& m_device;
    TextEncoding m_encoding;
    CsvPurpose m_purpose;
    qint64 m_row = 0;
    bool m_isStarted = false;
    QList<CsvFinding> m_findings;
};

/// Would Excel take it for a formula? A plain number ("-5", "+1.5") would not.
bool isFormulaLike(QStringView cell);
/// The cell without the apostrophe that an export put in front, else as it is.
QString withoutFormulaGuard(const QString& cell);

} // namespace yoyo
