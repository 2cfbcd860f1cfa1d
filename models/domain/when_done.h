// SPDX-License-Identifier: Apache-2.0
// Continues with a future's result on the thread of an object, and not at all once that object is gone.
// QFuture::then(context, …) of Qt 6.4 asserts when the context dies first; a watcher that is the context's child does not.
#pragma once

#include <QFuture>
#include <QFutureWatcher>

#include <utility>

namespace yoyo {

/// Call it on the context's thread. A future that ends without a result (cancelled) is not delivered.
template <typename T, typename Fn>
void whenDone(const QFuture<T>& future, QObject* context, Fn fn)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, fn = std::move(fn)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            fn(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace yoyo
