// SPDX-License-Identifier: Apache-2.0
// Locks between processes that the operating system releases when the holder dies, however it dies. The lock file
// itself stays behind and means nothing.
#pragma once

#include "models/domain/result.h"

#include <QString>

#include <memory>

namespace yoyo {

/// engine.lock: who pushes, pulls and refreshes tokens. Exclusive, also between two holders in one process.
class EngineLock
{
public:
    /// E-SYNC-015 when somebody else holds it.
    static Result<std::unique_ptr<EngineLock>> tryLock(const QString& path);
    ~EngineLock();
    EngineLock(const EngineLock&) = delete;
    EngineLock& operator=(const EngineLock&) = delete;

private:
    struct Handle;
    explicit EngineLock(std::unique_ptr<Handle> handle);
    std::unique_ptr<Handle> m_handle;
};

/// store.lock: shared by every process that has the store open; tells the first one in and the last one out.
class PresenceLock
{
public:
    /// Joins. When nobody else has the store open the lock is exclusive until share(); otherwise it waits for
    /// whoever is just opening or closing the store.
    static Result<std::unique_ptr<PresenceLock>> join(const QString& path);
    ~PresenceLock();
    PresenceLock(const PresenceLock&) = delete;
    PresenceLock& operator=(const PresenceLock&) = delete;

    bool wasFirst() const { return m_wasFirst; }
    /// Lets others join.
    void share();
    /// True when nobody else has the store open; nobody can join from then on until this object goes.
    bool becomeLast();

private:
    struct Handle;
    PresenceLock(std::unique_ptr<Handle> handle, bool wasFirst);
    std::unique_ptr<Handle> m_handle;
    bool m_wasFirst;
};

} // namespace yoyo
