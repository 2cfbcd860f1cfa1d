// SPDX-License-Identifier: Apache-2.0
// Japanese text forms: what people type into code fields, kana columns, and the key that search compares.
// Names are stored as typed; only keys and code fields are normalised (facts: NFKC rewrites compatibility ideographs).
#pragma once

#include <QString>

namespace yoyo {

/// For code fields: full-width letters and digits become half-width, every kind of hyphen becomes '-',
/// blanks of every kind go. Nothing else changes.
QString normaliseCode(QStringView text);
/// normaliseCode without the hyphens: "１００‐０００１" -> "1000001".
QString normaliseDigits(QStringView text);

/// Hiragana and half-width kana become full-width katakana, blanks ideographic, "ー" look-alikes between kana "ー".
QString toKatakana(QStringView text);
/// Full-width katakana, ー, ・ and blanks only, and at least one kana.
bool isKatakanaName(QStringView text);

/// NFKC, case folded, hiragana to katakana, voicing marks off, small kana large, ー, blanks, hyphens and variation
/// selectors away, well-known variant characters of names (髙 高, 邉 辺) joined. Two texts that a clerk would call
/// the same have the same key. Idempotent.
QString searchKey(QStringView text);

/// Hepburn without long-vowel marks, lower case; what is not kana is left out: "シンジュク" -> "shinjuku".
QString romanised(QStringView kana);
/// One spelling for every romanisation of the same kana (shi/si, tsu/tu, ou/oo/oh/o): for comparing only.
QString foldRomanisation(QStringView latin);

} // namespace yoyo
