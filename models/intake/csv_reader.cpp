// SPDX-License-Identifier: Apache-2.0
#include "models/intake/csv_reader.h"

#include "models/intake/cp932.h"

#include <cstring>

namespace yoyo {

constexpr qsizetype pieceSize = 256 * 1024;
constexpr qsizetype mostFindings = 1000;
constexpr char endOfFile = 0x1a;

CsvReader::CsvReader(QIODevice& device, const Options& options) : m_device(device), m_options(options)
{
    m_piece.resize(pieceSize);
    for (const char c : {m_options.separator, '"', '\r', '\n', endOfFile})
        m_stopsPlain[static_cast<unsigned char>(c)] = true;
    for (const char c : {'"', '\r', '\n', endOfFile})
        m_stopsQuoted[static_cast<unsigned char>(c)] = true;
}

bool CsvReader::fail(Error error)
{
    if (!m_error)
        m_error = std::move(error);
    m_isEnd = true;
    return false;
}

void CsvReader::find(ErrorCode code)
{
    ++m_findingCount;
    if (m_findings.size() < mostFindings)
        m_findings.append({code, m_row, int(m_spans.size()) + 1});
}

/// Moves the row to the front of the buffer and decodes another piece behind it. False when nothing came.
bool CsvReader::fill()
{
    while (!m_isEnd) {
        if (m_begin > 0) {
            m_text.erase(0, m_begin);
            m_at -= m_begin;
            m_write -= m_begin;
            m_cellStart -= m_begin;
            m_begin = 0;
        }
        if (m_at > m_options.maximumRowBytes) {
            const QJsonObject row{{QStringLiteral("row"), m_row}};
            return fail(Error(ErrorCode::RowTooLong, {}, row));
        }
        const auto badBytes = [this] {
            return fail(Error(ErrorCode::EncodingUndetected, {}, {{QStringLiteral("offset"), m_bytesDecoded}}));
        };
        if (m_isBad)
            return badBytes();
        const qint64 got = m_device.read(m_piece.data(), m_piece.size());
        if (got < 0)
            return fail(Error(ErrorCode::FileUnreadable));
        m_bytesRead += got;
        const bool isLast = got == 0;
        std::string_view bytes(m_piece.constData(), std::size_t(got));
        std::string joined;
        if (!m_raw.empty()) {
            joined = m_raw;
            joined.append(bytes);
            bytes = joined;
        }
        constexpr std::string_view mark("\xef\xbb\xbf");
        const bool mayBeMarked = m_isFirstPiece && m_options.encoding == TextEncoding::Utf8;
        if (mayBeMarked && !isLast && bytes.size() < mark.size() && mark.starts_with(bytes)) {
            m_raw = std::string(bytes); // the rest of the mark comes with the next piece
            continue;
        }
        if (mayBeMarked && bytes.starts_with(mark)) {
            bytes.remove_prefix(3);
            m_bytesDecoded += 3;
        }
        m_isFirstPiece = false;
        bool bad = false;
        const std::size_t before = m_text.size();
        std::size_t taken = 0;
        if (m_options.encoding == TextEncoding::Utf8) {
            taken = validUtf8(bytes, isLast, &bad);
            m_text.append(bytes.substr(0, taken));
        } else {
            taken = decodeCp932(bytes, isLast, m_text, &bad);
        }
        m_bytesDecoded += qint64(taken);
        if (bad) {
            // The rows before are given out first, wherever the pieces of the file happen to be cut.
            m_isBad = true;
            return m_text.size() > before || badBytes();
        }
        m_raw = std::string(bytes.substr(taken));
        if (isLast)
            m_isEnd = true;
        if (m_text.size() > before)
            return true;
    }
    return false;
}

void CsvReader::endCell()
{
    m_spans.emplace_back(m_cellStart - m_begin, m_write - m_cellStart);
}

void CsvReader::lineEnded(char kind)
{
    if (m_lineEnd != 0 && m_lineEnd != kind && !m_isMixed) {
        m_isMixed = true;
        find(ErrorCode::LineBreaksMixed);
    }
    m_lineEnd = kind;
}

/// Takes the cells that are plain text up to a separator, nearly all there are; stops at the start of any other. True
/// when it took one. Requires that a cell starts at m_at.
bool CsvReader::takePlainCells()
{
    const char* const text = m_text.data();
    const std::size_t size = m_text.size();
    std::size_t start = m_at;
    for (std::size_t at = start; at < size; ++at) {
        if (!m_stopsPlain[static_cast<unsigned char>(text[at])])
            continue;
        if (text[at] != m_options.separator)
            break;
        m_spans.emplace_back(start - m_begin, at - start);
        start = at + 1;
    }
    const bool hasTaken = start != m_at;
    m_at = m_write = m_cellStart = start;
    return hasTaken;
}

bool CsvReader::readRow(bool* isBlank)
{
    Mode mode = Mode::CellStart;
    m_cellStart = m_write = m_at;
    bool hasAny = false;
    const auto keep = [this](std::size_t count) {
        if (m_write != m_at)
            std::memmove(m_text.data() + m_write, m_text.data() + m_at, count);
        m_write += count;
        m_at += count;
    };
    while (true) {
        if (!has()) {
            if (m_error)
                return false;
            if (mode == Mode::Quoted)
                return fail(Error(ErrorCode::QuoteUnclosed, {}, {{QStringLiteral("row"), m_row}}));
            endCell();
            *isBlank = !hasAny && m_spans.size() == 1 && m_spans[0].second == 0;
            return true;
        }
        const char c = m_text[m_at];
        if (mode == Mode::CellStart) {
            m_cellStart = m_write = m_at;
            if (takePlainCells()) {
                hasAny = true;
                continue;
            }
            if (c == '"') {
                ++m_at;
                m_cellStart = m_write = m_at;
                mode = Mode::Quoted;
                hasAny = true;
                continue;
            }
            mode = Mode::Plain;
        }
        if (c == endOfFile) {
            find(ErrorCode::EndOfFileCharacter);
            ++m_at; // stripped
            continue;
        }
        if (mode == Mode::Quoted) {
            if (c == '"') {
                ++m_at;
                mode = Mode::AfterQuote;
                continue;
            }
            if (c == '\r' || c == '\n') {
                if (!m_hasRowLineBreak) {
                    m_hasRowLineBreak = true;
                    find(ErrorCode::LineBreakInCell);
                }
                keep(1);
                continue;
            }
            std::size_t end = m_at;
            while (end < m_text.size() && !m_stopsQuoted[static_cast<unsigned char>(m_text[end])])
                ++end;
            keep(end - m_at);
            if (m_write - m_begin > m_options.maximumRowBytes) {
                // Most likely a quote that was never closed.
                return fail(Error(ErrorCode::QuoteUnclosed, {}, {{QStringLiteral("row"), m_row}}));
            }
            continue;
        }
        if (mode == Mode::AfterQuote && c == '"') {
            keep(1); // a doubled quote
            mode = Mode::Quoted;
            continue;
        }
        if (c == m_options.separator) {
            endCell();
            ++m_at;
            m_cellStart = m_write = m_at;
            mode = Mode::CellStart;
            hasAny = true;
            continue;
        }
        if (c == '\n' || c == '\r') {
            endCell();
            ++m_at;
            char kind = c;
            if (c == '\r' && has() && m_text[m_at] == '\n') {
                ++m_at;
                kind = 'b';
            }
            if (m_error)
                return false;
            lineEnded(kind);
            *isBlank = !hasAny && m_spans.size() == 1 && m_spans[0].second == 0;
            return true;
        }
        if ((c == '"' || mode == Mode::AfterQuote) && !m_hasRowQuote) {
            m_hasRowQuote = true;
            find(ErrorCode::QuoteMisplaced);
        }
        mode = Mode::Plain;
        hasAny = true;
        std::size_t end = m_at + 1;
        while (end < m_text.size() && !m_stopsPlain[static_cast<unsigned char>(m_text[end])])
            ++end;
        keep(end - m_at);
    }
}

bool CsvReader::next()
{
    m_cells.clear();
    while (!m_error) {
        m_begin = m_at;
        if (!has())
            return false;
        ++m_row;
        m_spans.clear();
        m_hasRowLineBreak = false;
        m_hasRowQuote = false;
        bool isBlank = false;
        if (!readRow(&isBlank))
            return false;
        if (isBlank)
            continue;
        for (const auto& [offset, length] : m_spans)
            m_cells.emplace_back(m_text.data() + m_begin + offset, length);
        return true;
    }
    return false;
}

} // namespace yoyo
