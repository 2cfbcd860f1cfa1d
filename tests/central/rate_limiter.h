// SPDX-License-Identifier: Apache-2.0
// Counts per key in windows of one minute or hour. In memory only: a restart forgets. Thread-safe.
#pragma once

#include <QHash>
#include <QString>

#include <chrono>
#include <mutex>
#include <optional>

namespace yoyo::service {

class RateLimiter
{
public:
    RateLimiter(int maximum, std::chrono::milliseconds window) : m_maximum(maximum), m_window(window) {}

    /// Counts one; none when it is within the limit, else how long to wait.
    std::optional<std::chrono::milliseconds> take(const QString& key, std::chrono::milliseconds now)
    {
        const std::lock_guard lock(m_mutex);
        if (m_counts.size() > maximumKeys)
            m_counts.clear();
        Count& count = m_counts[key];
        if (count.used == 0 || now - count.start >= m_window)
            count = {now, 0};
        if (count.used >= m_maximum)
            return count.start + m_window - now;
        ++count.used;
        return std::nullopt;
    }

private:
    struct Count
    {
        std::chrono::milliseconds start{0};
        int used = 0;
    };
    static constexpr qsizetype maximumKeys = 100'000;
    const int m_maximum;
    const std::chrono::milliseconds m_window;
    std::mutex m_mutex;
    QHash<QString, Count> m_counts;
};

} // namespace yoyo::service
