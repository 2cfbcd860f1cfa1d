// SPDX-License-Identifier: Apache-2.0
#include "models/domain/clock.h"

#include <QRegularExpression>

namespace yoyo {

constexpr int secondsEast = 9 * 3600;

QDateTime SystemClock::nowUtc() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::milliseconds SystemClock::monotonic() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

QDate japaneseDay(const QDateTime& instant)
{
    return instant.toOffsetFromUtc(secondsEast).date();
}

QDateTime startOfJapaneseDay(QDate day)
{
    return QDateTime(day, QTime(0, 0), Qt::OffsetFromUTC, secondsEast).toUTC();
}

int fiscalYearOf(QDate day)
{
    return day.month() >= 4 ? day.year() : day.year() - 1;
}

QString instantText(const QDateTime& instant)
{
    return instant.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"));
}

QDateTime instantFromText(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$"));
    if (!form.match(text).hasMatch())
        return {};
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

} // namespace yoyo
