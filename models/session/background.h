// SPDX-License-Identifier: Apache-2.0
// Runs what blocks (key derivation, files) off the session's thread, one task after the other.
#pragma once

#include "models/domain/result.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace yoyo {

template <typename T>
QFuture<Result<T>> runIn(QThreadPool& pool, std::function<Result<T>()> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    pool.start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

template <typename T>
QFuture<Result<T>> finishedWith(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

} // namespace yoyo
