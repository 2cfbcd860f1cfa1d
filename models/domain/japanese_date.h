// SPDX-License-Identifier: Apache-2.0
// Dates as municipal files and clerks write them: western, Japanese eras, JIS numeric era, unknown parts (facts 5.6).
// Out-of-era dates and unknown days are ordinary data: they are read and noted, not refused.
#pragma once

#include "models/domain/result.h"

#include <QDate>
#include <QString>

#include <optional>

namespace yoyo {

enum class DateNote {
    None,
    Empty, ///< nothing, or zeros only
    EraAfterEnd, ///< H31.5.1: old forms keep the era
    BothEras, ///< the day of the change itself
    ExcelSerial, ///< 45748: ask
    UnknownPart, ///< R2.3.00: no day; keep the text as 不詳表記
    OpenEnd, ///< 9999-12-31 where an end may be open
    Over130, ///< a birth date that old
};

struct DateRules
{
    QDate today; ///< a later day is E-CODE-010; invalid: not checked
    bool isFutureAllowed = false;
    bool isJisEra = false; ///< the column is declared as numeric era (5070401)
    bool isOpenEndAllowed = false; ///< 終了日 columns
    bool isBirthDate = false; ///< notes ages over 130
};

struct DateReading
{
    QDate day; ///< invalid where the note is Empty, UnknownPart or OpenEnd
    DateNote note = DateNote::None;
    QString text; ///< as given; for UnknownPart the 不詳表記
};

/// E-CODE-007 (no form known, no year, time not 0), -008 (no such day), -009 (before the era), -010 (future),
/// -011 (two-digit western year).
Result<DateReading> dateFromText(const QString& text, const DateRules& rules);

/// "令和7年4月1日", "令和元年5月1日"; ISO before 1873, when Japan had another calendar.
QString japaneseDateText(QDate day);
/// "R7.4.1".
QString shortJapaneseDateText(QDate day);

} // namespace yoyo
