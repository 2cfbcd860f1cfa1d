// SPDX-License-Identifier: Apache-2.0
// A clock that stands still until a test moves it. Thread-safe.
#pragma once

#include "models/domain/clock.h"

#include <atomic>

namespace yoyo::test {

class FakeClock final : public Clock
{
public:
    /// The day most tests live in: 2026-11-22, 10:00 in Japan.
    FakeClock() : m_utc(QDateTime(QDate(2026, 11, 22), QTime(1, 0), Qt::UTC).toMSecsSinceEpoch()) {}
    QDateTime nowUtc() const override { return QDateTime::fromMSecsSinceEpoch(m_utc, Qt::UTC); }
    std::chrono::milliseconds monotonic() const override { return std::chrono::milliseconds(m_monotonic); }

    void advance(std::chrono::milliseconds by)
    {
        m_utc += by.count();
        m_monotonic += by.count();
    }
    /// Somebody sets the PC's clock: the monotonic time does not move.
    void setUtc(const QDateTime& utc) { m_utc = utc.toMSecsSinceEpoch(); }

private:
    std::atomic<qint64> m_utc;
    std::atomic<qint64> m_monotonic{1000};
};

} // namespace yoyo::test
