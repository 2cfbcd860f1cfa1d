// SPDX-License-Identifier: Apache-2.0
// What the services of this folder share: chained futures, the author of a change, and the badge of a row as SQL.
// Only models/services uses it.
#pragma once

#include "models/domain/clock.h"
#include "models/domain/rights.h"
#include "models/domain/when_done.h"
#include "models/domain/row_badge.h"
#include "models/services/save_receipt.h"
#include "models/storage/store.h"
#include "models/sync/outbox.h"
#include "models/sync/workplace.h"

#include <QFuture>
#include <QPromise>

namespace yoyo {

template <typename T>
QFuture<Result<T>> finishedWith(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

/// `next` with the value of `first`, on the context's thread; an error of `first` ends the chain. The result is
/// delivered on that thread too. Not delivered when the context is gone.
template <typename B, typename A, typename Next>
QFuture<Result<B>> chained(QFuture<Result<A>> first, QObject* context, Next next)
{
    auto promise = std::make_shared<QPromise<Result<B>>>();
    promise->start();
    whenDone(first, context, [promise, context, next](Result<A> a) {
        if (!a) {
            promise->addResult(Result<B>(a.error()));
            promise->finish();
            return;
        }
        whenDone(next(*std::move(a)), context, [promise](Result<B> b) {
            promise->addResult(std::move(b));
            promise->finish();
        });
    });
    return promise->future();
}

/// The same result, delivered on the context's thread.
template <typename T>
QFuture<Result<T>> deliveredTo(QObject* context, QFuture<Result<T>> future)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    whenDone(future, context, [promise](Result<T> result) {
        promise->addResult(std::move(result));
        promise->finish();
    });
    return promise->future();
}

inline WorkContext contextOf(const Workplace& workplace, const Clock& clock, RandomSource& random)
{
    const QDateTime until = workplace.stepUpUntil();
    return {clock, random, workplace.userId(), workplace.deviceId(), until.isValid() && until > clock.nowUtc()};
}

inline bool mayDo(const Workplace& workplace, Action action)
{
    User actor;
    actor.role = workplace.role();
    actor.unattended = workplace.isUnattended();
    return isAllowed(actor, action, workplace.policy());
}

/// Every edit in one transaction; the receipt lists rows and operations in the order given.
inline Result<SaveReceipt> saveEdits(Connection& work, const WorkContext& context, const QList<Edit>& edits)
{
    SaveReceipt receipt;
    for (const Edit& edit : edits) {
        const auto saved = saveEdit(work, context, edit);
        if (!saved)
            return saved.error();
        receipt.ids.append(edit.id);
        if (!saved->opId.isNull())
            receipt.opIds.append(saved->opId);
        receipt.isWaitingStepUp = receipt.isWaitingStepUp || saved->isWaitingStepUp;
    }
    return receipt;
}

/// A number for RowBadge of the row `alias`.id of an entity, on a reader connection.
inline QString badgeSql(const char* entity, const char* alias)
{
    return QStringLiteral(
               "CASE WHEN %2.has_overlay = 0 THEN 0 WHEN EXISTS (SELECT 1 FROM main.conflict AS c WHERE"
               " c.entity = '%1' AND c.entity_id = %2.id AND c.state = 'open') THEN 5 ELSE coalesce((SELECT max("
               "CASE o.state WHEN 'queued' THEN 1 WHEN 'waiting_auth' THEN 1 WHEN 'sending' THEN 2 WHEN 'unknown' THEN 2"
               " WHEN 'waiting_stepup' THEN 3 WHEN 'waiting_approval' THEN 3 WHEN 'rejected' THEN 4 WHEN 'blocked' THEN 4"
               " ELSE 0 END) FROM main.op AS o WHERE o.entity = '%1' AND o.entity_id = %2.id), 0) END")
        .arg(QLatin1String(entity), QLatin1String(alias));
}

} // namespace yoyo
