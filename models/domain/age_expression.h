// SPDX-License-Identifier: Apache-2.0
// Ages as the law counts them, and the expressions of vaccine windows: mN yN dN fyN sch wA+B.
// An age is reached on the day BEFORE the birthday, and that day belongs to both sides, so a window is
// [firstDay(from), lastDay(to)] with both ends in it (年齢計算ニ関スル法律; facts 3.1).
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace yoyo {

/// The day on which an age of so many months is reached: the day before the same day of the month, or the last day
/// of the month where that day does not exist (born 31 July: 2 months on 30 September).
QDate reachMonths(QDate birth, int months);
QDate reachYears(QDate birth, int years);
/// 出生N日後: the day after birth is day 1.
QDate dayAfterBirth(QDate birth, int days);
/// The fiscal year in which an age in years is reached; who is born on 1 April belongs to the earlier year.
int fiscalYearOfAge(QDate birth, int years);

/// 「n日以上の間隔をおいて」: d + n + 1. (27 days: the same weekday four weeks later.)
QDate earliestAfterDays(QDate day, int days);
/// 「nか月以上の間隔」: the same day so many months later, or the 1st of the month after where it does not exist.
QDate earliestAfterMonths(QDate day, int months);

class AgeExpression
{
public:
    enum class Kind { Months, Years, Days, FiscalYear, SchoolEntry, PregnancyWeek };

    /// Nothing when the text is not one of: m0-m1800, y0-y150, d0-d9999, fy0-fy150, sch, w0+0-w45+6.
    static std::optional<AgeExpression> fromText(QStringView text);
    QString text() const;

    Kind kind() const { return m_kind; }
    /// Months, years, days; for pregnancy days since the start (weeks * 7 + days).
    int value() const { return m_value; }

    /// As the beginning and as the (included) end of a window. Invalid for pregnancy weeks, which have no birth date.
    QDate firstDay(QDate birth) const;
    QDate lastDay(QDate birth) const;

    /// The same place in life (y2 and m24)? Weeks compare with weeks only.
    bool isSameAs(const AgeExpression& other) const;
    /// Is `from` after `to`? Nothing when they cannot be compared (pregnancy with age).
    static std::optional<bool> isReversed(const AgeExpression& from, const AgeExpression& to);

    friend bool operator==(const AgeExpression&, const AgeExpression&) = default;

private:
    AgeExpression(Kind kind, int value) : m_kind(kind), m_value(value) {}
    Kind m_kind;
    int m_value;
};

} // namespace yoyo
