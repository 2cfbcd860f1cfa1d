// SPDX-License-Identifier: Apache-2.0
// Small questions about text that several rules ask: how many characters, are there control characters.
// A length limit counts code points (variation selectors not), never UTF-16 units, so that 𠮷 is one character.
#pragma once

#include <QString>

namespace yoyo {

int characterCount(QStringView text);
/// C0, C1, DEL, bidirectional overrides, line separators and lone surrogates. Line feeds are let through on request only.
bool hasControlCharacter(QStringView text, bool areLineBreaksAllowed = false);
/// Without blanks (also the ideographic one) at both ends.
QString trimmed(QStringView text);

} // namespace yoyo
