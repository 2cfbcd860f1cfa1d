// SPDX-License-Identifier: Apache-2.0
#include "models/domain/policy_values.h"

#include <algorithm>
#include <cmath>

namespace yoyo {

namespace {

/// Which end of a number is the strict one; ZeroIsOff: 0 is the loosest of all, else smaller is stricter.
enum class Strict { Low, High, LowButZeroIsOff };

struct Number
{
    const char* name;
    int PolicyValues::*member;
    int minimum;
    int maximum;
    Strict strict;
};

constexpr Number numbers[] = {
    {"password_minimum", &PolicyValues::passwordMinimum, 15, 64, Strict::High},
    {"password_maximum", &PolicyValues::passwordMaximum, 64, 1024, Strict::Low},
    {"password_classes", &PolicyValues::passwordClasses, 0, 4, Strict::High},
    {"password_maximum_age_days", &PolicyValues::passwordMaximumAgeDays, 0, 3650, Strict::LowButZeroIsOff},
    {"temporary_days", &PolicyValues::temporaryDays, 1, 14, Strict::Low},
    {"lockout_tries", &PolicyValues::lockoutTries, 3, 10, Strict::Low},
    {"lockout_minutes", &PolicyValues::lockoutMinutes, 1, 1440, Strict::High},
    {"idle_lock_minutes", &PolicyValues::idleLockMinutes, 1, 60, Strict::Low},
    {"offline_days", &PolicyValues::offlineDays, 0, 31, Strict::Low},
    {"mirror_days", &PolicyValues::mirrorDays, 1, 90, Strict::Low},
    {"step_up_minutes", &PolicyValues::stepUpMinutes, 1, 10, Strict::Low},
    {"session_slot_hours", &PolicyValues::sessionSlotHours, 0, 24, Strict::Low},
};

int stricterOf(int a, int b, Strict strict)
{
    switch (strict) {
    case Strict::High:
        return std::max(a, b);
    case Strict::LowButZeroIsOff:
        return a == 0 || b == 0 ? std::max(a, b) : std::min(a, b);
    case Strict::Low:
        break;
    }
    return std::min(a, b);
}

} // namespace

PolicyValues PolicyValues::fromJson(const QJsonObject& json)
{
    PolicyValues out;
    for (const Number& n : numbers) {
        const QJsonValue value = json.value(QLatin1String(n.name));
        if (value.isDouble() && std::isfinite(value.toDouble()))
            out.*n.member = int(std::clamp(value.toDouble(), double(n.minimum), double(n.maximum)));
    }
    out.unattendedJobs = json.value(QLatin1String("unattended_jobs")).toBool(false);
    out.lateEntryByStaff = json.value(QLatin1String("late_entry_by_staff")).toBool(false);
    return out;
}

QJsonObject PolicyValues::toJson() const
{
    QJsonObject out;
    for (const Number& n : numbers)
        out.insert(QLatin1String(n.name), this->*n.member);
    out.insert(QLatin1String("unattended_jobs"), unattendedJobs);
    out.insert(QLatin1String("late_entry_by_staff"), lateEntryByStaff);
    return out;
}

PolicyValues stricter(const PolicyValues& a, const PolicyValues& b)
{
    PolicyValues out;
    for (const Number& n : numbers)
        out.*n.member = stricterOf(a.*n.member, b.*n.member, n.strict);
    out.unattendedJobs = a.unattendedJobs && b.unattendedJobs;
    out.lateEntryByStaff = a.lateEntryByStaff && b.lateEntryByStaff;
    return out;
}

} // namespace yoyo
