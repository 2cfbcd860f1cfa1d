// SPDX-License-Identifier: Apache-2.0
// Switches a running service has for demonstrations: maintenance, error, and a clock that can be moved forward.
#pragma once

#include "models/domain/clock.h"

#include <atomic>
#include <chrono>

namespace yoyo::service {

struct ServiceMode
{
    std::atomic<bool> isMaintenance{false};
    std::atomic<qint64> maintenanceUntilMs{0}; ///< 0: the service does not know
    std::atomic<bool> isError{false};
};

/// The service's time: the given clock plus what "advance DAYS" has added.
class ServiceClock final : public Clock
{
public:
    explicit ServiceClock(const Clock& base) : m_base(base) {}
    QDateTime nowUtc() const override { return m_base.nowUtc().addMSecs(m_ahead); }
    std::chrono::milliseconds monotonic() const override { return m_base.monotonic(); }

    std::chrono::milliseconds ahead() const { return std::chrono::milliseconds(m_ahead); }
    void setAhead(std::chrono::milliseconds ahead) { m_ahead = ahead.count(); }

private:
    const Clock& m_base;
    std::atomic<qint64> m_ahead{0};
};

} // namespace yoyo::service
