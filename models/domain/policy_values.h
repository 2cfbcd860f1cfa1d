// SPDX-License-Identifier: Apache-2.0
// The values a municipality or its service may set. Each has a range; what is outside or missing reads as the
// safe default or the nearest end, so that a broken policy never loosens anything.
// Source: architecture.md "Sign-in and roles"; of two policies the stricter value wins.
#pragma once

#include <QJsonObject>

namespace yoyo {

struct PolicyValues
{
    int passwordMinimum = 15; ///< characters; 15-64
    int passwordMaximum = 128; ///< 64-1024
    int passwordClasses = 0; ///< of lower, upper, digit, other; 0 is off
    int passwordMaximumAgeDays = 0; ///< 0 is off
    int temporaryDays = 7; ///< 1-14
    int lockoutTries = 5; ///< 3-10
    int lockoutMinutes = 30; ///< 1-1440
    int idleLockMinutes = 15; ///< 1-60
    int offlineDays = 14; ///< 0 (never offline) - 31
    int mirrorDays = 30; ///< 1-90
    int stepUpMinutes = 10; ///< 1-10
    int sessionSlotHours = 8; ///< 0 (no slot) - 24
    bool unattendedJobs = false;
    bool lateEntryByStaff = false; ///< 一般 may open late-entry windows

    friend bool operator==(const PolicyValues&, const PolicyValues&) = default;

    /// snake_case keys, as in the handshake. Unknown keys are ignored.
    static PolicyValues fromJson(const QJsonObject& json);
    QJsonObject toJson() const;
};

/// Per value the stricter one.
PolicyValues stricter(const PolicyValues& a, const PolicyValues& b);

} // namespace yoyo
