// SPDX-License-Identifier: Apache-2.0
// A streaming CSV reader (RFC 4180, forgiving where files of municipalities are): memory is bounded by one row, cells
// are views of UTF-8 into its buffer, rows are numbered as Excel numbers them. One thread; the device is borrowed.
#pragma once

#include "models/domain/result.h"
#include "models/intake/encoding.h"

#include <QIODevice>
#include <QList>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace yoyo {

/// Something seen in the file. `row` as Excel shows it, from 1; 0 for the file as a whole. `column` from 1, or 0.
struct CsvFinding
{
    ErrorCode code;
    qint64 row = 0;
    int column = 0;
    friend bool operator==(const CsvFinding&, const CsvFinding&) = default;
};

class CsvReader
{
public:
    struct Options
    {
        TextEncoding encoding = TextEncoding::Utf8;
        char separator = ',';
        std::size_t maximumRowBytes = 1024 * 1024; ///< an unclosed quote must not swallow memory
    };

    /// Requires an open device at its start.
    CsvReader(QIODevice& device, const Options& options);

    /// The next row that is not blank; false at the end or on an error. Blank lines count in row numbers.
    bool next();
    /// The cells of the row; valid until next() is called again.
    std::span<const std::string_view> cells() const { return m_cells; }
    /// As Excel shows it: a line break inside quotes starts no new row.
    qint64 rowNumber() const { return m_row; }
    /// Bytes of the file read so far, for progress.
    qint64 bytesRead() const { return m_bytesRead; }

    /// E-INTK-001 (bytes of another encoding, params.offset), -004 (unclosed quote, params.row), -005 (device), -012
    /// (row too long, params.row); nothing after a normal end.
    const std::optional<Error>& error() const { return m_error; }
    /// E004 (CRLF and LF mixed, once), E005 (line break in a cell, once per row), E006 (0x1A, stripped), E-INTK-013 (a
    /// quote where none belongs, kept as text). At most 1,000 are kept, the rest is counted.
    const QList<CsvFinding>& findings() const { return m_findings; }
    qint64 findingCount() const { return m_findingCount; }

private:
    enum class Mode { CellStart, Plain, Quoted, AfterQuote };

    bool fill();
    bool takePlainCells();
    bool readRow(bool* isBlank);
    void endCell();
    void lineEnded(char kind);
    void find(ErrorCode code);
    bool fail(Error error);
    /// Makes sure that a byte stands at m_at; false at the end of the text.
    bool has() { return m_at < m_text.size() || fill(); }

    QIODevice& m_device;
    Options m_options;
    std::string m_text; ///< decoded, from m_begin on not yet given out
    std::string m_raw; ///< bytes of a character cut in two
    std::size_t m_begin = 0; ///< where the current row starts
    std::size_t m_at = 0; ///< read position
    std::size_t m_write = 0; ///< where the current cell's next byte goes (<= m_at)
    std::size_t m_cellStart = 0;
    std::vector<std::pair<std::size_t, std::size_t>> m_spans; ///< offset from m_begin, length
    std::vector<std::string_view> m_cells;
    QByteArray m_piece;
    std::array<bool, 256> m_stopsPlain{};  ///< bytes that end a run of plain text
    std::array<bool, 256> m_stopsQuoted{}; ///< and of text inside quotes
    qint64 m_row = 0;
    qint64 m_bytesRead = 0;
    qint64 m_bytesDecoded = 0;
    bool m_isEnd = false;
    bool m_isBad = false; ///< bytes of another encoding follow what is decoded
    bool m_isFirstPiece = true;
    bool m_hasRowLineBreak = false;
    bool m_hasRowQuote = false;
    char m_lineEnd = 0;
    bool m_isMixed = false;
    std::optional<Error> m_error;
    QList<CsvFinding> m_findings;
    qint64 m_findingCount = 0;
};

} // namespace yoyo
