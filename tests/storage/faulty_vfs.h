// SPDX-License-Identifier: Apache-2.0
// A VFS above SQLite's own that tests put below the shim: it counts calls that change or read files, fails the one
// they name, plays a full or read-only disk, and keeps a copy of what was last synced so that a power cut can be
// played. One per process; thread-safe.
#pragma once

#include <QByteArray>
#include <QString>

#include <atomic>
#include <functional>

struct sqlite3_vfs;

namespace yoyo::test {

struct Faults
{
    std::atomic<qint64> calls{0};
    /// The call with this number (from 1) fails with SQLITE_IOERR; 0 for none.
    std::atomic<qint64> failAt{0};
    /// All calls from failAt on fail, not only that one.
    std::atomic<bool> isPersistent{false};
    /// Writes beyond this many bytes in all get SQLITE_FULL; negative for no limit.
    std::atomic<qint64> bytesLeft{-1};
    /// Files open read-only, as on a write-protected folder.
    std::atomic<bool> isReadOnly{false};

    void reset()
    {
        calls = 0;
        failAt = 0;
        isPersistent = false;
        bytesLeft = -1;
        isReadOnly = false;
    }
};

Faults& faults();
/// Called before each write, truncate, sync and delete with its name; for tests that copy files at that point.
void setBeforeChange(std::function<void(const char* what)> hook);
/// Registers "faulty" (clear text) and "yoyo-faulty" (the shim above it).
void registerFaultyVfs();

} // namespace yoyo::test
