// SPDX-License-Identifier: Apache-2.0
// Finds Individual Numbers (マイナンバー) so that they are refused: this program stays outside their handling.
// Never run it on identifier columns (宛名番号, 医療機関コード, 職員番号): one random 12-digit number in ten passes.
#pragma once

#include <QString>

namespace yoyo {

/// Twelve ASCII digits with a right check digit (総務省令 第5条).
bool isMyNumber(QStringView digits);
/// A run of 12 digits, also full-width or in groups of four with blanks or hyphens, not inside a longer run.
bool holdsMyNumber(QStringView text);

} // namespace yoyo
