// SPDX-License-Identifier: Apache-2.0
// Waits for a QFuture while events go on; the test fails when it does not finish.
#pragma once

#include <QFuture>
#include <QTest>

namespace yoyo::test {

template <typename T>
T await(const QFuture<T>& future, int timeoutMs = 60'000)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, timeoutMs))
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
