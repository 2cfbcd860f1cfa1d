// SPDX-License-Identifier: Apache-2.0
// How operations leave and come back: the part of outbox.h that the engine's instructions are carried out with.
#include "models/domain/clock.h"
#include "models/domain/ids.h"
#include "models/storage/connection.h"
#include "models/sync/engine.h"
#include "models/sync/work_rows.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace yoyo {

static constexpr int maximumQuestions = 500;
/// A single operation that the service stumbled over lets the others pass for so long.
static constexpr std::chrono::minutes stumbleDelay{10};

static Result<QString> metaText(Connection& work, const char* key)
{
    QString out;
    const auto read = work.select(QStringLiteral("SELECT value FROM meta WHERE key = ?"), {QLatin1String(key)},
                                  [&out](const Row& row) {
                                      out = row.text(0);
                                      return false;
                                  });
    if (!read)
        return read.error();
    return out;
}

static Result<void> setMeta(Connection& work, const char* key, const QString& value)
{
    return work.run(QStringLiteral("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)"), {QLatin1String(key), value});
}

Result<WorkSurvey> surveyWork(Connection& work, const WorkContext& context)
{
    WorkRows rows(work, context);
    auto sending = rows.ops(QStringLiteral("state = 'sending' ORDER BY rowid"), {});
    if (!sending)
        return sending.error();
    for (const StoredOp& o : *sending) {
        if (auto done = rows.move(o, OpState::Unknown, QStringLiteral("the program ended while it was sent")); !done)
            return done.error();
    }
    if (auto done = work.run(QStringLiteral("UPDATE op SET unanswered = 1 WHERE state = 'unknown'"), {});
        !done)
        return done.error();
    auto epoch = metaText(work, "dataset_epoch");
    if (!epoch)
        return epoch.error();
    auto environment = metaText(work, "environment");
    if (!environment)
        return environment.error();
    return WorkSurvey{idFromText(*epoch), *environment, {}};
}

Result<void> rememberDataset(Connection& work, const QUuid& epoch, const QString& environment)
{
    if (auto done = setMeta(work, "dataset_epoch", idText(epoch)); !done)
        return done;
    return setMeta(work, "environment", environment);
}

// ---- out ---------------------------------------------------------------------------------------------------------

static Result<PreparedWork> openBatch(Connection& work, const WorkContext& context)
{
    PreparedWork out;
    const auto read = work.select(
        QStringLiteral("SELECT batch_id, body FROM batch AS b WHERE state = 'open' AND NOT EXISTS (SELECT 1 FROM op"
                       " WHERE op.batch_id = b.batch_id AND author_user_id <> ?) ORDER BY rowid LIMIT 1"),
        {context.author}, [&out](const Row& row) {
            out.batchId = row.uuid(0);
            out.body = row.blob(1);
            return false;
        });
    if (!read)
        return read.error();
    return out;
}

static Result<QList<QUuid>> opsToAsk(Connection& work, const WorkContext& context)
{
    QList<QUuid> out;
    const auto read = work.select(
        QStringLiteral("SELECT op_id FROM op WHERE state = 'unknown' AND author_user_id = ? AND NOT EXISTS (SELECT 1"
                       " FROM batch WHERE batch.batch_id = op.batch_id AND batch.state = 'open') ORDER BY client_seq"
                       " LIMIT ?"),
        {context.author, maximumQuestions}, [&out](const Row& row) {
            out.append(row.uuid(0));
            return true;
        });
    if (!read)
        return read.error();
    return out;
}

/// Predecessors are applied, or stand earlier in this batch.
static Result<bool> mayGo(Connection& work, const StoredOp& stored, const QSet<QUuid>& inBatch)
{
    QList<QUuid> needs = stored.op.needs;
    if (!stored.op.afterOp.isNull())
        needs.append(stored.op.afterOp);
    for (const QUuid& need : needs) {
        if (inBatch.contains(need))
            continue;
        const auto applied = work.selectInteger(
            QStringLiteral("SELECT count(*) FROM op WHERE op_id = ? AND state IN ('applied', 'duplicate')"), {need});
        if (!applied)
            return applied.error();
        if (*applied == 0)
            return false;
    }
    return true;
}

static Result<QList<StoredOp>> chooseOps(WorkRows& rows, int maximumOps, qint64 maximumBytes)
{
    QList<StoredOp> out;
    QSet<QUuid> chosen;
    qint64 bytes = 16;
    // In pages a few times the size: some may have to wait for others, and those behind them must not.
    const int page = 4 * maximumOps;
    for (int skipped = 0;; skipped += page) {
        auto queued = rows.ops(QStringLiteral("state = 'queued' AND author_user_id = ? AND (not_before IS NULL OR"
                                              " not_before <= ?) ORDER BY rowid LIMIT ? OFFSET ?"),
                               {rows.context().author, rows.now(), page, skipped});
        if (!queued)
            return queued.error();
        for (const StoredOp& o : *queued) {
            const auto may = mayGo(rows.work(), o, chosen);
            if (!may)
                return may.error();
            if (!*may)
                continue;
            const qint64 size = QJsonDocument(toJson(o.op)).toJson(QJsonDocument::Compact).size() + 1;
            if (!out.isEmpty() && bytes + size > maximumBytes)
                return out;
            bytes += size;
            out.append(o);
            chosen.insert(o.op.opId);
            if (out.size() == maximumOps)
                return out;
        }
        // One batch goes at a time: what is ready does not wait until the last page is read.
        if (!out.isEmpty() || queued->size() < page)
            return out;
    }
}

static Result<void> noteSending(WorkRows& rows, const QList<StoredOp>& ops, const QUuid& batchId)
{
    for (const StoredOp& o : ops) {
        if (auto done = rows.work().run(
                QStringLiteral("UPDATE op SET batch_id = ?, attempts = attempts + 1 WHERE op_id = ?"),
                {batchId, o.op.opId});
            !done)
            return done;
        if (auto done = rows.move(o, OpState::Sending); !done)
            return done;
    }
    return {};
}

Result<PreparedWork> prepareBatch(Connection& work, const WorkContext& context, int maximumOps, qint64 maximumBytes)
{
    WorkRows rows(work, context);
    auto again = openBatch(work, context);
    if (!again)
        return again;
    if (!again->batchId.isNull()) {
        auto ops = rows.ops(QStringLiteral("batch_id = ? ORDER BY rowid"), {again->batchId});
        if (!ops)
            return ops.error();
        for (const StoredOp& o : *ops)
            again->opIds.append(o.op.opId);
        if (auto done = noteSending(rows, *ops, again->batchId); !done)
            return done.error();
        return again;
    }
    auto toAsk = opsToAsk(work, context);
    if (!toAsk)
        return toAsk.error();
    PreparedWork out;
    if (!toAsk->isEmpty()) {
        out.toAsk = *toAsk;
        return out;
    }
    auto chosen = chooseOps(rows, maximumOps, maximumBytes);
    if (!chosen)
        return chosen.error();
    if (chosen->isEmpty())
        return out;
    QList<QJsonObject> bodies;
    for (const StoredOp& o : *chosen) {
        bodies.append(toJson(o.op));
        out.opIds.append(o.op.opId);
    }
    out.batchId = rows.newId();
    out.body = pushBody(bodies);
    if (auto done = work.run(QStringLiteral("INSERT INTO batch (batch_id, body, body_sha256, state, created_at, sent_at)"
                                            " VALUES (?, ?, ?, 'open', ?, ?)"),
                             {out.batchId, out.body, QCryptographicHash::hash(out.body, QCryptographicHash::Sha256),
                              rows.now(), rows.now()});
        !done)
        return done.error();
    if (auto done = noteSending(rows, *chosen, out.batchId); !done)
        return done.error();
    return out;
}

// ---- back --------------------------------------------------------------------------------------------------------

static Result<void> opApplied(WorkRows& rows, const StoredOp& stored, const Outcome& outcome)
{
    const Operation& op = stored.op;
    const bool isDuplicate = outcome.outcome == OutcomeKind::Duplicate;
    if (auto done = rows.move(stored, isDuplicate ? OpState::Duplicate : OpState::Applied,
                              QStringLiteral("version %1").arg(outcome.ver)); !done)
        return done;
    auto overlay = rows.overlay(op.entity, op.id);
    if (!overlay)
        return overlay.error();
    if (!*overlay)
        return {};
    auto pending = rows.pending(op.entity, op.id);
    if (!pending)
        return pending.error();
    auto conflict = rows.openConflict(op.entity, op.id);
    if (!conflict)
        return conflict.error();
    if (*conflict)
        return {};
    if (pending->isEmpty() && outcome.row)
        return rows.dropOverlay(op.entity, op.id);

    // Later edits stand on what this operation made; without its row the version is enough until the feed brings it.
    Overlay next = **overlay;
    const EntitySchema& schema = schemaOf(op.entity);
    const QJsonObject expected = withChange(next.base, FieldChange{op.set, op.unset});
    next.state = Overlay::State::Edited;
    next.base = expected;
    next.baseVer = std::max(outcome.ver, next.baseVer);
    if (outcome.row && !outcome.row->isDeleted) {
        const RowMerge merge = mergeRow(schema, expected, next.fields, outcome.row->fields);
        if (!merge.hasConflict()) {
            next.base = outcome.row->fields;
            next.baseVer = outcome.row->ver;
            next.fields = *merge.fields;
        } else {
            // The pull finds the same and asks the person then.
            next.baseVer = std::min(next.baseVer, outcome.row->ver - 1);
        }
    }
    return rows.putOverlay(op.entity, op.id, next);
}

/// The service refused for its version. Nothing collides when both sides say the same or speak of different groups:
/// then a new operation on the centre's version goes. But when the service refuses although nothing of what the
/// operation touches has moved, it knows more than this client, and a person decides.
static Result<void> opConflicted(WorkRows& rows, const StoredOp& stored, const Outcome& outcome)
{
    const Operation& op = stored.op;
    const Error problem = outcome.problem.value_or(Error(ErrorCode::VersionConflict));
    auto overlay = rows.overlay(op.entity, op.id);
    if (!overlay)
        return overlay.error();
    if (!outcome.row || !*overlay) {
        if (auto done = rows.move(stored, OpState::Rejected, QStringLiteral("conflict without a row"), problem); !done)
            return done;
        return rows.blockDependents(op.opId);
    }
    const EntityRow& theirs = *outcome.row;
    const EntitySchema& schema = schemaOf(op.entity);
    const RowMerge merge =
        mergeRow(schema, (*overlay)->base, (*overlay)->fields,
                 theirs.isDeleted ? std::nullopt : std::optional<QJsonObject>(theirs.fields));
    QStringList touched = op.set.keys();
    touched.append(op.unset);
    const bool hasMoved = theirs.isDeleted || baseValuesFor(schema, touched, theirs.fields) != op.baseValues;
    if (auto done = rows.move(stored, OpState::Conflict, QStringLiteral("version %1").arg(theirs.ver), problem); !done)
        return done;
    auto open = rows.openConflict(op.entity, op.id);
    if (!open)
        return open.error();
    if (*open) {
        if (auto done = rows.closeConflict((*open)->id, QStringLiteral("superseded"), {}, {}); !done)
            return done;
    }
    if (merge.hasConflict() || !hasMoved) {
        const QStringList groups = merge.hasConflict() ? merge.conflictGroups() : groupsTouched(schema, touched);
        return holdForPerson(rows, op.entity, op.id, **overlay, theirs, merge, groups, stored);
    }
    StoredOp next;
    next.op = rows.operationFor(op.entity, op.id, OperationKind::Update, theirs.ver, theirs.fields, *merge.fields);
    next.op.reason = op.reason;
    auto later = rows.pending(op.entity, op.id);
    if (!later)
        return later.error();
    if (auto done = rows.withdrawAll(*later, QStringLiteral("taken into one operation")); !done)
        return done;
    if (next.op.set.isEmpty() && next.op.unset.isEmpty())
        return rows.dropOverlay(op.entity, op.id);
    // It was released once; the service still has the last word.
    const bool isWaiting = std::ranges::any_of(*later, [](const StoredOp& o) {
        return o.state == OpState::WaitingStepUp;
    });
    next.state = isWaiting ? OpState::WaitingStepUp : OpState::Queued;
    if (auto done = rows.insert(next, QStringLiteral("merged with version %1").arg(theirs.ver)); !done)
        return done;
    Overlay merged = **overlay;
    merged.state = Overlay::State::Edited;
    merged.base = theirs.fields;
    merged.baseVer = theirs.ver;
    merged.fields = *merge.fields;
    return rows.putOverlay(op.entity, op.id, merged);
}

static Result<void> opRefused(WorkRows& rows, const StoredOp& stored, OpState state, const Error& problem)
{
    if (auto done = rows.move(stored, state, QString(), problem); !done)
        return done;
    return rows.blockDependents(stored.op.opId);
}

static Result<void> closeOne(WorkRows& rows, const StoredOp& stored, const Outcome& outcome)
{
    const Error problem = outcome.problem.value_or(Error(ErrorCode::ReplyInvalid));
    switch (outcome.outcome) {
    case OutcomeKind::Applied:
    case OutcomeKind::Duplicate:
        return opApplied(rows, stored, outcome);
    case OutcomeKind::Conflict:
        return opConflicted(rows, stored, outcome);
    case OutcomeKind::Rejected:
        return opRefused(rows, stored, OpState::Rejected, problem);
    case OutcomeKind::Blocked:
        if (problem.code == ErrorCode::StepUpRequired) {
            // A definite answer, whatever was lost before: it may be taken back.
            if (auto done = rows.work().run(QStringLiteral("UPDATE op SET unanswered = 0 WHERE op_id = ?"),
                                            {stored.op.opId});
                !done)
                return done;
            return rows.move(stored, OpState::WaitingStepUp, QStringLiteral("the service asks for the password"));
        }
        return opRefused(rows, stored, OpState::Blocked, problem);
    case OutcomeKind::Unknown:
        if (auto done = rows.work().run(QStringLiteral("UPDATE op SET unanswered = 0 WHERE op_id = ?"),
                                        {stored.op.opId});
            !done)
            return done;
        return rows.move(stored, OpState::Queued, QStringLiteral("never seen by the service"));
    }
    return {};
}

Result<void> closeOps(Connection& work, const WorkContext& context, const QUuid& batchId,
                      const QList<Outcome>& outcomes)
{
    WorkRows rows(work, context);
    for (const Outcome& outcome : outcomes) {
        auto stored = rows.op(outcome.opId);
        if (!stored)
            return stored.error();
        if (!*stored || !isInFlight((*stored)->state))
            continue;
        if (auto done = closeOne(rows, **stored, outcome); !done)
            return done;
    }
    if (batchId.isNull())
        return {};
    return work.run(QStringLiteral("UPDATE batch SET state = 'done' WHERE batch_id = ?"), {batchId});
}

Result<void> markBatch(Connection& work, const WorkContext& context, const QUuid& batchId, BatchMark mark,
                       const Error& why)
{
    WorkRows rows(work, context);
    auto ops = rows.ops(QStringLiteral("batch_id = ? AND state IN ('sending', 'unknown', 'waiting_auth') ORDER BY rowid"),
                        {batchId});
    if (!ops)
        return ops.error();
    // A trouble of this sending says nothing about an earlier one of the same bytes that got no answer: then
    // neither "it never left" nor "it was refused" is known, and the operations stay as they were asked for
    // or sent again.
    if (std::ranges::any_of(*ops, [](const StoredOp& o) { return o.isUnanswered; })) {
        if (mark == BatchMark::Unsent)
            mark = BatchMark::Unknown;
        else if (mark == BatchMark::Split || mark == BatchMark::Refused)
            mark = BatchMark::Ask;
    }
    OpState to = OpState::Unknown;
    QString batchState = QStringLiteral("open");
    switch (mark) {
    case BatchMark::Unsent:
        to = OpState::Queued;
        batchState = QStringLiteral("unsent");
        break;
    case BatchMark::Unknown:
        break;
    case BatchMark::WaitingAuth:
        to = OpState::WaitingAuth;
        break;
    case BatchMark::Ask:
        batchState = QStringLiteral("asked");
        break;
    case BatchMark::Split:
        to = OpState::Queued;
        batchState = QStringLiteral("split");
        break;
    case BatchMark::Refused:
        to = OpState::Rejected;
        batchState = QStringLiteral("refused");
        break;
    }
    for (const StoredOp& o : *ops) {
        auto done = mark == BatchMark::Refused ? opRefused(rows, o, to, why) : rows.move(o, to, QString(), why);
        if (!done)
            return done;
    }
    if (mark == BatchMark::Ask && ops->size() == 1) {
        if (auto done = work.run(QStringLiteral("UPDATE op SET not_before = ? WHERE batch_id = ?"),
                                 {rows.now().addSecs(std::chrono::seconds(stumbleDelay).count()), batchId});
            !done)
            return done;
    }
    if (to == OpState::Unknown) {
        if (auto done =
                work.run(QStringLiteral("UPDATE op SET unanswered = 1 WHERE batch_id = ?"), {batchId});
            !done)
            return done;
    }
    // A batch that surely never left may be put together anew, and its operations may still be changed.
    if (mark == BatchMark::Unsent) {
        const auto earlier = QStringLiteral("UPDATE op SET batch_id = NULL, attempts = attempts - 1 WHERE batch_id = ?"
                                            " AND attempts = 1");
        if (auto done = work.run(earlier, {batchId}); !done)
            return done;
    }
    return work.run(QStringLiteral("UPDATE batch SET state = ? WHERE batch_id = ?"), {batchState, batchId});
}

} // namespace yoyo
