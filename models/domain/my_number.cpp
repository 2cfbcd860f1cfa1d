// SPDX-License-Identifier: Apache-2.0
#include "models/domain/my_number.h"

namespace yoyo {

bool isMyNumber(QStringView digits)
{
    if (digits.size() != 12)
        return false;
    for (const QChar c : digits) {
        if (c < QLatin1Char('0') || c > QLatin1Char('9'))
            return false;
    }
    int sum = 0;
    for (int n = 1; n <= 11; ++n) {
        const int p = digits[11 - n].unicode() - u'0';
        sum += p * (n <= 6 ? n + 1 : n - 5);
    }
    const int rest = sum % 11;
    return digits[11].unicode() - u'0' == (rest <= 1 ? 0 : 11 - rest);
}

static int digitOf(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= u'0' && u <= u'9')
        return u - u'0';
    if (u >= 0xff10 && u <= 0xff19)
        return u - 0xff10;
    return -1;
}

static bool isSeparator(QChar c)
{
    switch (c.unicode()) {
    case u'-': case u' ': case 0x3000: case 0xa0: case 0x2010: case 0x2011: case 0x2012: case 0x2013:
    case 0x2014: case 0x2015: case 0x2212: case 0x30fc: case 0xff0d: case 0xff70:
        return true;
    default:
        return false;
    }
}

bool holdsMyNumber(QStringView text)
{
    for (qsizetype start = 0; start < text.size(); ++start) {
        if (digitOf(text[start]) < 0 || (start > 0 && digitOf(text[start - 1]) >= 0))
            continue;
        QString digits;
        qsizetype i = start;
        bool isGrouped = false;
        while (i < text.size() && digits.size() < 12) {
            const int d = digitOf(text[i]);
            if (d >= 0) {
                digits += QChar(char16_t(u'0' + d));
            } else if (isSeparator(text[i]) && (digits.size() == 4 || (digits.size() == 8 && isGrouped))
                       && i + 1 < text.size() && digitOf(text[i + 1]) >= 0) {
                isGrouped = true;
            } else {
                break;
            }
            ++i;
        }
        if (digits.size() == 12 && (i >= text.size() || digitOf(text[i]) < 0) && isMyNumber(digits))
            return true;
    }
    return false;
}

} // namespace yoyo
