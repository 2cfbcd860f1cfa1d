// SPDX-License-Identifier: Apache-2.0
// scrypt behind a gate: at most two computations at once, because each takes 128 MiB. Thread-safe.
#pragma once

#include "models/domain/random_source.h"
#include "models/domain/result.h"
#include "tests/central/service.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace yoyo::service {

class PasswordHasher
{
public:
    explicit PasswordHasher(ScryptCost cost, std::chrono::milliseconds patience = std::chrono::seconds(5));

    /// The password's hash under that salt, as text that names its cost. The caller normalises (NFKC) before.
    /// Errors: ServerBusy after waiting `patience` for a place.
    Result<QString> hash(const QString& password, const QByteArray& salt);
    /// The same for work nobody waits for: it stands in line as long as it takes.
    QString hashWhenever(const QString& password, const QByteArray& salt);

    /// In constant time; false when either is empty.
    static bool isSame(const QString& a, const QString& b);
    /// Held in tests to fill the gate.
    class Place;
    std::optional<Place> enter(std::optional<std::chrono::milliseconds> patience);

private:
    QString compute(const QString& password, const QByteArray& salt) const;

    static constexpr int places = 2;
    const ScryptCost m_cost;
    const std::chrono::milliseconds m_patience;
    std::mutex m_mutex;
    std::condition_variable m_left;
    int m_inside = 0;
};

/// One of the two places; free again when it goes.
class PasswordHasher::Place
{
public:
    explicit Place(PasswordHasher& gate) : m_gate(&gate) {}
    Place(Place&& other) noexcept : m_gate(std::exchange(other.m_gate, nullptr)) {}
    Place& operator=(Place&&) = delete;
    ~Place()
    {
        if (!m_gate)
            return;
        {
            const std::lock_guard lock(m_gate->m_mutex);
            --m_gate->m_inside;
        }
        m_gate->m_left.notify_one();
    }

private:
    PasswordHasher* m_gate;
};

/// Sixteen characters in groups of four, "Xk7m-Pq2R-…", without 0 O 1 l I.
QString makeTemporaryPassword(RandomSource& random);

} // namespace yoyo::service
