// SPDX-License-Identifier: Apache-2.0
#include "models/domain/institution_code.h"

#include "models/domain/kana.h"

#include <algorithm>

namespace yoyo {

/// From the right, weights 1,2,1,2,…; the digits of each product are added.
static bool isLuhn(QStringView digits)
{
    int sum = 0;
    int weight = 1;
    for (qsizetype i = digits.size() - 1; i >= 0; --i) {
        const int product = (digits[i].unicode() - u'0') * weight;
        sum += product / 10 + product % 10;
        weight = 3 - weight;
    }
    return sum % 10 == 0;
}

static int prefectureOf(QStringView code)
{
    return (code[0].unicode() - u'0') * 10 + (code[1].unicode() - u'0');
}

bool hasInstitutionCodeForm(QStringView code)
{
    const bool isDigits = std::ranges::all_of(code, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (code.size() != 10 || !isDigits)
        return false;
    const int prefecture = prefectureOf(code);
    return prefecture >= 1 && prefecture <= 47 && QStringView(u"1346").contains(code[2]);
}

bool hasRightInstitutionCheckDigit(QStringView code)
{
    const int prefecture = prefectureOf(code);
    return isLuhn(prefecture >= 11 && prefecture <= 14 ? code.mid(3) : code);
}

Result<QString> institutionCodeFromText(QStringView typed)
{
    const QString code = normaliseDigits(typed);
    if (!hasInstitutionCodeForm(code))
        return Error(ErrorCode::InstitutionCodeFormat, {}, {}, QStringLiteral("institution_code"));
    return code;
}

std::optional<Error> checkInstitutionCode(QStringView code)
{
    if (!hasInstitutionCodeForm(code))
        return Error(ErrorCode::InstitutionCodeFormat, {}, {}, QStringLiteral("institution_code"));
    if (!hasRightInstitutionCheckDigit(code))
        return Error(ErrorCode::InstitutionCodeCheckDigit, {}, {}, QStringLiteral("institution_code"));
    return std::nullopt;
}

} // namespace yoyo
