// SPDX-License-Identifier: Apache-2.0
// Waits for a QFuture, or until something holds after a signal, while events go on; the test fails when it takes too
// long. Nothing here looks again every few milliseconds: the suite waits thousands of times.
#pragma once

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>
#include <QTest>
#include <QTimer>

namespace yoyo::test {

/// Until `holds()`, asked now and after each `signal` of `sender`. False after `timeoutMs`.
template <typename Sender, typename Signal, typename Holds>
[[nodiscard]] bool waitUntil(Sender* sender, Signal signal, Holds holds, int timeoutMs)
{
    if (holds())
        return true;
    QEventLoop loop;
    QTimer::singleShot(timeoutMs, &loop, [&loop] { loop.exit(1); });
    QObject::connect(sender, signal, &loop, [&loop, &holds] {
        if (holds())
            loop.exit(0);
    });
    return loop.exec() == 0;
}

template <typename T>
T await(const QFuture<T>& future, int timeoutMs = 60'000)
{
    QFutureWatcher<T> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, [&loop] { loop.exit(0); });
    QTimer::singleShot(timeoutMs, &loop, [&loop] { loop.exit(1); });
    watcher.setFuture(future);
    if (loop.exec() != 0)
        qFatal("a future did not finish in time");
    return future.result();
}

/// Waits where the result does not matter.
template <typename T>
void settle(const QFuture<T>& future)
{
    static_cast<void>(await(future));
}

} // namespace yoyo::test
