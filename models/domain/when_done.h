// SPDX-License-Identifier: Apache-2.0
// Continues with a future's result on the thread of an object, and not at all once that object is gone.
// QFuture::then(context, …) of Qt 6.4 asserts when the context dies first; a watcher that is the context's child does not.
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

#include <memory>
#include <type_traits>
#include <utility>

namespace yoyo {

/// Call it on the context's thread. A future that ends without a result (cancelled) is not delivered.
template <typename T, typename Fn>
void whenDone(const QFuture<T>& future, QObject* context, Fn fn)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, fn = std::move(fn)]() mutable {
        watcher->deleteLater();
        if constexpr (std::is_void_v<T>) {
            if (!watcher->isCanceled())
                fn();
        } else if (watcher->future().resultCount() > 0) {
            fn(watcher->result());
        }
    });
    watcher->setFuture(future);
}

namespace detail {
template <typename T>
struct Awaited
{
    using Type = T;
};
template <typename T>
struct Awaited<QFuture<T>>
{
    using Type = T;
};
} // namespace detail

/// As whenDone(), and a future of what `fn` returns; when that is a future itself, of its result. The future
/// is cancelled when the context goes first.
template <typename T, typename Fn>
auto continued(const QFuture<T>& future, QObject* context, Fn fn)
{
    using Returned = std::invoke_result_t<Fn&, const T&>;
    using Value = typename detail::Awaited<Returned>::Type;
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    QFuture<Value> out = promise->future();
    whenDone(future, context, [promise, context, fn = std::move(fn)](const T& result) mutable {
        const auto deliver = [promise](const Value& value) {
            promise->addResult(value);
            promise->finish();
        };
        if constexpr (std::is_same_v<Returned, Value>)
            deliver(fn(result));
        else
            whenDone(fn(result), context, deliver);
    });
    return out;
}

} // namespace yoyo
