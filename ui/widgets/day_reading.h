// SPDX-License-Identifier: Apache-2.0
// The date field as every form uses it: western or Japanese years are read, the Japanese year is shown beside it.
#pragma once

#include "models/domain/japanese_date.h"
#include "ui/widgets/date_field.h"

namespace yoyo {

/// A whole day; one with unknown parts is refused (E-CODE-007), because forms ask for days that come true.
inline Result<QDate> readDay(const QString& text)
{
    DateRules rules;
    rules.isFutureAllowed = true;
    auto reading = dateFromText(text, rules);
    if (!reading)
        return reading.error();
    if (!reading->day.isValid())
        return ErrorCode::DateFormat;
    return reading->day;
}

inline DateField* makeDateField(QWidget* parent)
{
    return new DateField(readDay, japaneseDateText, parent);
}

} // namespace yoyo
