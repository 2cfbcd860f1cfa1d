// SPDX-License-Identifier: Apache-2.0
#include "models/domain/age_expression.h"

#include "models/domain/clock.h"

namespace yoyo {

/// The same day of the month so many months on, and whether it exists; if not, the month's last day.
static std::pair<QDate, bool> monthsOn(QDate day, int months)
{
    const QDate moved = day.addMonths(months); // clamps to the last day
    return {moved, moved.day() == day.day()};
}

QDate reachMonths(QDate birth, int months)
{
    const auto [day, exists] = monthsOn(birth, months);
    return exists ? day.addDays(-1) : day;
}

QDate reachYears(QDate birth, int years)
{
    return reachMonths(birth, years * 12);
}

QDate dayAfterBirth(QDate birth, int days)
{
    return birth.addDays(days);
}

int fiscalYearOfAge(QDate birth, int years)
{
    return fiscalYearOf(reachYears(birth, years));
}

QDate earliestAfterDays(QDate day, int days)
{
    return day.addDays(days + 1);
}

QDate earliestAfterMonths(QDate day, int months)
{
    const auto [moved, exists] = monthsOn(day, months);
    return exists ? moved : moved.addDays(1);
}

// Children enter primary school in April after their sixth year is complete; the window is the year before.
constexpr int schoolYearAge = 6;

static std::optional<int> number(QStringView digits, int maximum)
{
    if (digits.isEmpty() || digits.size() > 4 || (digits.size() > 1 && digits[0] == u'0'))
        return std::nullopt;
    int value = 0;
    for (const QChar c : digits) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        value = value * 10 + (c.unicode() - u'0');
    }
    return value <= maximum ? std::optional(value) : std::nullopt;
}

std::optional<AgeExpression> AgeExpression::fromText(QStringView text)
{
    if (text == QLatin1String("sch"))
        return AgeExpression(Kind::SchoolEntry, schoolYearAge);
    if (text.startsWith(QLatin1String("fy"))) {
        const auto n = number(text.mid(2), 150);
        return n ? std::optional(AgeExpression(Kind::FiscalYear, *n)) : std::nullopt;
    }
    if (text.size() < 2)
        return std::nullopt;
    const QStringView rest = text.mid(1);
    if (text[0] == u'w') {
        const qsizetype plus = rest.indexOf(u'+');
        if (plus < 0)
            return std::nullopt;
        const auto weeks = number(rest.left(plus), 45);
        const auto days = number(rest.mid(plus + 1), 6);
        return weeks && days ? std::optional(AgeExpression(Kind::PregnancyWeek, *weeks * 7 + *days)) : std::nullopt;
    }
    struct Form
    {
        char16_t letter;
        Kind kind;
        int maximum;
    };
    for (const Form& f : {Form{u'm', Kind::Months, 1800}, Form{u'y', Kind::Years, 150}, Form{u'd', Kind::Days, 9999}}) {
        if (text[0] == f.letter) {
            const auto n = number(rest, f.maximum);
            return n ? std::optional(AgeExpression(f.kind, *n)) : std::nullopt;
        }
    }
    return std::nullopt;
}

QString AgeExpression::text() const
{
    switch (m_kind) {
    case Kind::Months:
        return QStringLiteral("m%1").arg(m_value);
    case Kind::Years:
        return QStringLiteral("y%1").arg(m_value);
    case Kind::Days:
        return QStringLiteral("d%1").arg(m_value);
    case Kind::FiscalYear:
        return QStringLiteral("fy%1").arg(m_value);
    case Kind::SchoolEntry:
        return QStringLiteral("sch");
    case Kind::PregnancyWeek:
        return QStringLiteral("w%1+%2").arg(m_value / 7).arg(m_value % 7);
    }
    return {};
}

QDate AgeExpression::firstDay(QDate birth) const
{
    switch (m_kind) {
    case Kind::Months:
        return m_value == 0 ? birth : reachMonths(birth, m_value); // "from birth", not the day before it
    case Kind::Years:
        return m_value == 0 ? birth : reachYears(birth, m_value);
    case Kind::Days:
        return dayAfterBirth(birth, m_value);
    case Kind::FiscalYear:
    case Kind::SchoolEntry:
        return QDate(fiscalYearOfAge(birth, m_value), 4, 1);
    case Kind::PregnancyWeek:
        break;
    }
    return {};
}

QDate AgeExpression::lastDay(QDate birth) const
{
    if (m_kind == Kind::FiscalYear || m_kind == Kind::SchoolEntry)
        return QDate(fiscalYearOfAge(birth, m_value) + 1, 3, 31);
    return firstDay(birth);
}

bool AgeExpression::isSameAs(const AgeExpression& other) const
{
    const auto months = [](const AgeExpression& e) {
        return e.m_kind == Kind::Months ? e.m_value : e.m_kind == Kind::Years ? e.m_value * 12 : -1;
    };
    const auto fiscal = [](const AgeExpression& e) {
        return e.m_kind == Kind::FiscalYear || e.m_kind == Kind::SchoolEntry ? e.m_value : -1;
    };
    return *this == other || (months(*this) >= 0 && months(*this) == months(other))
           || (fiscal(*this) >= 0 && fiscal(*this) == fiscal(other));
}

std::optional<bool> AgeExpression::isReversed(const AgeExpression& from, const AgeExpression& to)
{
    const bool isFromPregnancy = from.m_kind == Kind::PregnancyWeek;
    if (isFromPregnancy != (to.m_kind == Kind::PregnancyWeek))
        return std::nullopt;
    if (isFromPregnancy)
        return from.m_value > to.m_value;
    // Two people born at both ends of a fiscal year decide: reversed when no birth date gives a window.
    const QDate spring(2001, 4, 2);
    const QDate winter(2002, 3, 1);
    return from.firstDay(spring) > to.lastDay(spring) && from.firstDay(winter) > to.lastDay(winter);
}

} // namespace yoyo
