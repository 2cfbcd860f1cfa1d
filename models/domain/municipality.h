// SPDX-License-Identifier: Apache-2.0
// 全国地方公共団体コード (6 digits, JIS X 0402 check digit) and the list of municipalities that is shipped.
// Administrative wards of designated cities have codes but are no vaccination authority: the city is.
#pragma once

#include "models/domain/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace yoyo {

/// The check digit of the five digits before it; nothing unless they are five ASCII digits.
std::optional<int> municipalityCheckDigit(QStringView fiveDigits);
/// Six ASCII digits, prefecture 01-47, right check digit. Says nothing about existence.
bool isMunicipalityCode(QStringView code);
/// What a person typed: full-width digits and blanks are normalised, then E-CODE-001 (form) or E-CODE-002 (check digit).
Result<QString> municipalityCodeFromText(QStringView typed);
/// Five digits are never guessed: the valid readings (a leading zero lost in Excel; the check digit left off), to be shown.
QStringList readingsOfFiveDigits(QStringView typed);

struct Municipality
{
    QString code;
    QString prefecture;
    QString name; ///< "新宿区"; a ward of a designated city "札幌市 中央区"
    QString kana; ///< hiragana
    /// A ward of a designated city: valid in addresses only. Tokyo's special wards are authorities.
    bool isWard() const { return name.contains(u' '); }
};

class MunicipalityList
{
public:
    static Result<MunicipalityList> shipped();

    const QList<Municipality>& all() const { return m_all; }
    /// Those that can be an office: all but wards.
    QList<Municipality> authorities() const;
    /// Null when unknown.
    const Municipality* find(QStringView code) const;
    /// The city of a ward, the row itself otherwise; null when unknown.
    const Municipality* authorityOf(QStringView code) const;
    /// The code of an office: form, check digit, existence (E-CODE-003), authority (E-CODE-004: wards, prefectures).
    Result<Municipality> officeFromText(QStringView typed) const;
    /// Authorities whose code, name, prefecture or kana holds the text, in order of code, at most `limit`.
    QList<Municipality> search(QStringView text, int limit) const;

private:
    QList<Municipality> m_all;
    QHash<QString, qsizetype> m_byCode;
    QStringList m_keys; ///< search key per row
};

} // namespace yoyo
