// SPDX-License-Identifier: Apache-2.0
#include "models/intake/cp932.h"

#include <QList>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace yoyo {

#include "models/intake/cp932_table.inc"

namespace {

constexpr char16_t none = 0xfffd;
constexpr unsigned char firstUserLead = 0xf0;
constexpr unsigned char lastUserLead = 0xf9;
constexpr int trailsPerLead = 188;

constexpr int leadIndex(unsigned char lead)
{
    return lead >= 0x81 && lead <= 0x9f ? lead - 0x81 : lead >= 0xe0 && lead <= 0xfc ? lead - 0xe0 + 31 : -1;
}

constexpr int trailIndex(unsigned char trail)
{
    return trail >= 0x40 && trail <= 0x7e ? trail - 0x40 : trail >= 0x80 && trail <= 0xfc ? trail - 0x80 + 63 : -1;
}

constexpr std::size_t blockSize = 1024;  ///< bytes decoded at a time
constexpr std::size_t longestGrowth = 3; ///< a half-width kana: one byte becomes three

/// Writes at most three bytes; where the next goes.
char* putBmp(char* to, char16_t c)
{
    if (c < 0x80) {
        *to++ = char(c);
    } else if (c < 0x800) {
        *to++ = char(0xc0 | (c >> 6));
        *to++ = char(0x80 | (c & 0x3f));
    } else {
        *to++ = char(0xe0 | (c >> 12));
        *to++ = char(0x80 | ((c >> 6) & 0x3f));
        *to++ = char(0x80 | (c & 0x3f));
    }
    return to;
}

enum class Stop { End, Cut, Bad };

/// Decodes from `*i` up to `end` (or one byte past it, for a character that begins before) into `to`.
Stop decodeBlock(std::string_view bytes, std::size_t end, std::size_t* i, char** to)
{
    const auto* from = reinterpret_cast<const unsigned char*>(bytes.data());
    char* out = *to;
    std::size_t at = *i;
    Stop stop = Stop::End;
    while (at < end) {
        const unsigned char lead = from[at];
        if (lead < 0x80) {
            *out++ = char(lead);
            ++at;
            continue;
        }
        if (lead >= 0xa1 && lead <= 0xdf) {
            out = putBmp(out, char16_t(0xff61 + (lead - 0xa1)));
            ++at;
            continue;
        }
        if (leadIndex(lead) < 0) {
            stop = Stop::Bad;
            break;
        }
        if (at + 1 == bytes.size()) {
            stop = Stop::Cut;
            break;
        }
        const char16_t c = cp932Character(lead, from[at + 1]);
        if (c == none) {
            stop = Stop::Bad;
            break;
        }
        out = putBmp(out, c);
        at += 2;
    }
    *i = at;
    *to = out;
    return stop;
}

/// Code by character, 0 for none. Later rows win: 81-84 and kanji over NEC row 13 over IBM over NEC-selected.
const std::vector<std::uint16_t>& encodeTable()
{
    static const std::vector<std::uint16_t> table = [] {
        std::vector<std::uint16_t> t(0x10000, 0);
        const auto fill = [&t](int from, int to) {
            for (int lead = from; lead <= to; ++lead) {
                for (int trail = 0x40; trail <= 0xfc; ++trail) {
                    const char16_t c = cp932Character(static_cast<unsigned char>(lead), static_cast<unsigned char>(trail));
                    if (c != none)
                        t[c] = std::uint16_t(lead << 8 | trail);
                }
            }
        };
        fill(0xed, 0xee);
        fill(0xfa, 0xfc);
        fill(0x87, 0x87);
        fill(0xf0, 0xf9);
        fill(0x81, 0x86);
        fill(0x88, 0x9f);
        fill(0xe0, 0xec);
        for (char16_t c = 1; c < 0x80; ++c)
            t[c] = c;
        for (char16_t c = 0xff61; c <= 0xff9f; ++c)
            t[c] = std::uint16_t(c - 0xff61 + 0xa1);
        constexpr char16_t pairs[][2] = {{0x301c, 0xff5e}, {0x2212, 0xff0d}, {0x2016, 0x2225},
                                         {0x00a2, 0xffe0}, {0x00a3, 0xffe1}, {0x00ac, 0xffe2}};
        for (const auto& [other, own] : pairs)
            t[other] = t[own];
        return t;
    }();
    return table;
}

} // namespace

char16_t cp932Character(unsigned char lead, unsigned char trail)
{
    const int row = leadIndex(lead);
    const int cell = trailIndex(trail);
    if (row < 0 || cell < 0)
        return none;
    if (lead >= firstUserLead && lead <= lastUserLead)
        return char16_t(0xe000 + (lead - firstUserLead) * trailsPerLead + cell);
    const char16_t c = cp932Rows[row][cell];
    return c == 0 ? none : c;
}

std::size_t decodeCp932(std::string_view bytes, bool isLast, std::string& utf8, bool* bad)
{
    *bad = false;
    char block[(blockSize + 1) * longestGrowth];
    std::size_t i = 0;
    while (i < bytes.size()) {
        char* end = block;
        const Stop stop = decodeBlock(bytes, std::min(i + blockSize, bytes.size()), &i, &end);
        utf8.append(block, std::size_t(end - block));
        if (stop == Stop::End)
            continue;
        *bad = stop == Stop::Bad || isLast;
        break;
    }
    return i;
}

std::optional<QString> textFromCp932(const QByteArray& bytes)
{
    std::string utf8;
    bool bad = false;
    decodeCp932(std::string_view(bytes.constData(), std::size_t(bytes.size())), true, utf8, &bad);
    return bad ? std::nullopt : std::optional(QString::fromStdString(utf8));
}

std::optional<QByteArray> cp932FromCharacter(char32_t c)
{
    if (c == 0)
        return QByteArray(1, '\0');
    const std::uint16_t code = c < 0x10000 ? encodeTable()[c] : 0;
    if (code == 0)
        return std::nullopt;
    return code < 0x100 ? QByteArray(1, char(code)) : QByteArray(1, char(code >> 8)).append(char(code & 0xff));
}

QByteArray cp932FromText(const QString& text, int* lost)
{
    QByteArray out;
    int count = 0;
    for (const char32_t c : text.toUcs4()) {
        const auto bytes = cp932FromCharacter(c);
        count += bytes ? 0 : 1;
        out += bytes ? *bytes : QByteArray("\x81\xac"); // 〓
    }
    if (lost)
        *lost = count;
    return out;
}

} // namespace yoyo
