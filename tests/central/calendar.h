// SPDX-License-Identifier: Apache-2.0
// What happens because time passes: locks and temporary passwords end, planned values come into force at 0:00 JST,
// new fiscal years get their rows, periods of users begin and end, old memories are purged. Any thread.
#pragma once

#include "models/domain/policy_values.h"
#include "models/domain/random_source.h"
#include "models/domain/vaccine_reference.h"
#include "tests/central/database.h"
#include "tests/central/sessions.h"

#include <atomic>
#include <functional>

namespace yoyo::service {

constexpr int memoryDays = 400; ///< outcomes, tombstones, history

class Calendar
{
public:
    struct Parts
    {
        Database& database;
        Sessions& sessions;
        const Clock& clock;
        RandomSource& random;
        const PolicyValues& policy;
        const VaccineReference& reference;
        std::function<void(const QList<QUuid>&)> invite;
        std::function<void(const QString&)> log;
    };
    explicit Calendar(Parts parts) : m_parts(std::move(parts)) {}

    /// Does what is due by now; cheap when nothing is. Called before every request.
    void catchUp();
    /// A new instant to wake for may be nearer than the known one.
    void wake() { m_nextDueMs = 0; }

private:
    void endLocksAndTemporaryPasswords(Sql& sql, const QDateTime& now);
    void beginDay(Sql& sql, const QDateTime& now, QList<QUuid>& invited);
    void applyPlans(Sql& sql, const QString& office, const QDateTime& now);
    void followPeriods(Sql& sql, const QString& office, const QDateTime& now, QList<QUuid>& invited);

    Parts m_parts;
    std::atomic<qint64> m_nextDueMs{0};
};

} // namespace yoyo::service
