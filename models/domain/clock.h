// SPDX-License-Identifier: Apache-2.0
// The injected clock. Instants are UTC with milliseconds; legal days are UTC+9, whatever the PC says.
// Nothing below app/ reads the system's time by itself, so that tests decide it.
#pragma once

#include <QDate>
#include <QDateTime>

#include <chrono>

namespace yoyo {

class Clock
{
public:
    virtual ~Clock() = default;
    /// Now, UTC. May jump in both directions; never use it to measure a duration.
    virtual QDateTime nowUtc() const = 0;
    /// Since an arbitrary start; never goes back. Any thread.
    virtual std::chrono::milliseconds monotonic() const = 0;
};

class SystemClock final : public Clock
{
public:
    QDateTime nowUtc() const override;
    std::chrono::milliseconds monotonic() const override;
};

/// The legal day in Japan of an instant.
QDate japaneseDay(const QDateTime& instant);
/// The instant at which that day begins in Japan, UTC.
QDateTime startOfJapaneseDay(QDate day);
/// The fiscal year (1 April - 31 March) a day belongs to: 2027-03-31 -> 2026.
int fiscalYearOf(QDate day);

/// RFC 3339 with Z and milliseconds, and back; an invalid QDateTime when the text is not exactly that.
QString instantText(const QDateTime& instant);
QDateTime instantFromText(const QString& text);

} // namespace yoyo
