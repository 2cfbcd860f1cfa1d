// SPDX-License-Identifier: Apache-2.0
// Answers to repeated Idempotency-Keys of direct calls: a request that is sent twice because its reply was lost
// takes effect once. In memory and for ten minutes only, because the answers hold tokens. Thread-safe.
#pragma once

#include "tests/central/call.h"

#include <chrono>
#include <mutex>

namespace yoyo::service {

class ReplyMemory
{
public:
    /// `scope` is route and caller: one person's key never answers another's. Runs `work` unless the key is known:
    /// then the stored reply, IdempotencyRunning while the first is under way, IdempotencyKeyReused when the body
    /// differs. Errors that say "try again" are not kept.
    template <typename Work>
    Result<Reply> once(const QByteArray& scope, const Call& call, std::chrono::milliseconds now, Work work);

private:
    struct Entry
    {
        QByteArray bodySha256;
        std::chrono::milliseconds at{0};
        std::optional<Result<Reply>> reply; ///< none while running
    };
    static constexpr std::chrono::minutes kept{10};

    void forgetOld(std::chrono::milliseconds now)
    {
        if (now - m_lastSweep < std::chrono::minutes(1))
            return;
        m_lastSweep = now;
        m_entries.removeIf([now](const QHash<QByteArray, Entry>::iterator& it) {
            return it->reply && now - it->at > kept;
        });
    }

    std::mutex m_mutex;
    std::chrono::milliseconds m_lastSweep{0};
    QHash<QByteArray, Entry> m_entries;
};

template <typename Work>
Result<Reply> ReplyMemory::once(const QByteArray& scope, const Call& call, std::chrono::milliseconds now, Work work)
{
    const QByteArray key = scope + '\n' + call.idempotencyKey.toRfc4122();
    {
        const std::lock_guard lock(m_mutex);
        forgetOld(now);
        const auto known = m_entries.constFind(key);
        if (known != m_entries.constEnd()) {
            if (known->bodySha256 != call.bodySha256)
                return Error(ErrorCode::IdempotencyKeyReused);
            if (!known->reply)
                return Error(ErrorCode::IdempotencyRunning);
            return *known->reply;
        }
        m_entries.insert(key, Entry{call.bodySha256, now, std::nullopt});
    }
    const Result<Reply> reply = work();
    const std::lock_guard lock(m_mutex);
    if (!reply.isOk() && errorInfo(reply.error().code).retryable)
        m_entries.remove(key);
    else
        m_entries[key].reply = reply;
    return reply;
}

} // namespace yoyo::service
