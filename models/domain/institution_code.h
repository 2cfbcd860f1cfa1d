// SPDX-License-Identifier: Apache-2.0
// 医療機関コード: 10 digits = prefecture 2 + 点数表 1 + district 2 + institution 4 + check digit.
// In 埼玉 千葉 東京 神奈川 (11-14) the check digit covers the last seven digits only; a ten-digit Luhn refuses every
// institution there (facts 2.2, checked on 96,488 real codes).
#pragma once

#include "models/domain/result.h"

#include <QString>

#include <optional>

namespace yoyo {

/// Ten ASCII digits, prefecture 01-47, 点数表 1, 3, 4 or 6.
bool hasInstitutionCodeForm(QStringView code);
/// Requires hasInstitutionCodeForm.
bool hasRightInstitutionCheckDigit(QStringView code);

/// What a person typed, normalised; E-CODE-005 when it has not the form. The 7- and 9-digit forms are never completed.
Result<QString> institutionCodeFromText(QStringView typed);
/// E-CODE-006 (a question, never a refusal: sites without an insured-institution code get similar ones), or nothing.
std::optional<Error> checkInstitutionCode(QStringView code);

} // namespace yoyo
