// SPDX-License-Identifier: Apache-2.0
// CP932 (Windows-31J) with an own table, because QStringConverter has none to rely on and the tests must read the
// same on every system. Decoding is strict; 外字 (F040-F9FC) become U+E000-U+E757 and are kept.
#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace yoyo {

/// Appends the UTF-8 of `bytes`. A lead byte at the very end is left for the next call unless `isLast`.
/// Returns how many bytes were read; `*bad` becomes true when it stopped at bytes that are no character.
std::size_t decodeCp932(std::string_view bytes, bool isLast, std::string& utf8, bool* bad);
/// The whole text, or nothing when it is not strict CP932.
std::optional<QString> textFromCp932(const QByteArray& bytes);

/// The character of a two-byte code, U+FFFD when there is none.
char16_t cp932Character(unsigned char lead, unsigned char trail);

/// One or two bytes, or nothing. Where several codes hold a character the one that Windows writes; the pairs that
/// Shift_JIS and CP932 map differently (〜～ −－ ‖∥ ¢￠ £￡ ¬￢) are taken in both forms.
std::optional<QByteArray> cp932FromCharacter(char32_t character);
/// Writes 〓 for what CP932 cannot hold and counts those; never a question mark.
QByteArray cp932FromText(const QString& text, int* lost);

} // namespace yoyo
