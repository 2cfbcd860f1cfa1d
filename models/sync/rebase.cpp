// SPDX-License-Identifier: Apache-2.0
// How a person's version of a row follows the centre's: the part of outbox.h that merges.
#include "models/storage/connection.h"
#include "models/sync/work_rows.h"

#include <algorithm>

namespace yoyo {

static bool isSendable(const StoredOp& op)
{
    return op.state == OpState::Queued || op.state == OpState::WaitingStepUp || op.state == OpState::WaitingApproval;
}

Result<void> holdForPerson(WorkRows& rows, Entity entity, const QUuid& rowId, const Overlay& overlay,
                           const EntityRow& theirs, const RowMerge& merge, const QStringList& groups,
                           const std::optional<StoredOp>& op)
{
    auto pending = rows.pending(entity, rowId);
    if (!pending)
        return pending.error();
    StoredConflict conflict;
    conflict.entity = entity;
    conflict.rowId = rowId;
    conflict.base = overlay.base;
    conflict.ours = overlay.fields;
    if (!theirs.isDeleted)
        conflict.theirs = theirs.fields;
    conflict.theirsVer = theirs.ver;
    conflict.groups = groups;
    conflict.conflictClass = merge.conflict == ConflictClass::None ? ConflictClass::EditEdit : merge.conflict;
    std::optional<StoredOp> first = op;
    for (const StoredOp& o : *pending) {
        if (!first && isSendable(o)) {
            first = o;
            if (auto done = rows.move(o, OpState::Conflict, QStringLiteral("found at a pull"),
                                      Error(ErrorCode::VersionConflict)); !done)
                return done;
        }
    }
    if (first) {
        conflict.opId = first->op.opId;
        if (auto done = rows.blockDependents(first->op.opId); !done)
            return done;
        // Operations of the row that do not name their predecessor wait all the same.
        for (const StoredOp& o : *pending) {
            if (o.op.opId == first->op.opId || !isSendable(o))
                continue;
            const auto now = rows.op(o.op.opId);
            if (!now)
                return now.error();
            if (*now && isSendable(**now)) {
                if (auto done = rows.move(**now, OpState::Blocked, QStringLiteral("the row is in conflict"),
                                          Error(ErrorCode::PredecessorNotApplied)); !done)
                    return done;
            }
        }
    } else if (!pending->isEmpty()) {
        conflict.opId = pending->constFirst().op.opId;
    }
    if (auto done = rows.insertConflict(conflict, theirs); !done)
        return done;
    Overlay kept = overlay;
    kept.fields = merge.fields.value_or(overlay.fields);
    // What was taken from the centre is no edit of this person: it stands on the centre's row, and a later one of the
    // centre replaces it.
    const EntitySchema& schema = schemaOf(entity);
    for (const QString& group : schema.groups()) {
        if (theirs.isDeleted || groups.contains(group))
            continue;
        for (const QString& name : schema.fieldsOfGroup(group)) {
            if (theirs.fields.contains(name))
                kept.base.insert(name, theirs.fields.value(name));
            else
                kept.base.remove(name);
        }
    }
    return rows.putOverlay(entity, rowId, kept);
}

/// One operation on the newest version says what the never-sent ones wanted. True: it can be sent at once.
static Result<bool> fold(WorkRows& rows, const QList<StoredOp>& sendable, const EntityRow& theirs,
                         const QJsonObject& merged)
{
    StoredOp first = sendable.constFirst();
    const Operation fresh = rows.operationFor(first.op.entity, first.op.id, OperationKind::Update, theirs.ver,
                                              theirs.fields, merged);
    const bool isWaiting = std::ranges::any_of(sendable, [](const StoredOp& o) {
        return o.state == OpState::WaitingStepUp;
    });
    if (fresh.set.isEmpty() && fresh.unset.isEmpty()) {
        auto done = rows.withdrawAll(sendable, QStringLiteral("the centre has the same values"));
        return done ? Result<bool>(false) : Result<bool>(done.error());
    }
    const QString detail = QStringLiteral("put on version %1").arg(theirs.ver);
    const bool isKept = first.wasNeverSent(); // not so for one that the service sent back for the password
    if (auto done = rows.withdrawAll(isKept ? sendable.mid(1) : sendable, QStringLiteral("taken into one operation"));
        !done)
        return done.error();
    first.op.kind = fresh.kind;
    first.op.set = fresh.set;
    first.op.unset = fresh.unset;
    first.op.baseVer = fresh.baseVer;
    first.op.baseValues = fresh.baseValues;
    first.op.afterOp = {};
    first.state = isWaiting ? OpState::WaitingStepUp : OpState::Queued;
    auto done = isKept ? rows.rewrite(first, detail) : rows.insert(first, detail);
    return done ? Result<bool>(first.state == OpState::Queued) : Result<bool>(done.error());
}

/// After a conflict that has gone by itself: every operation of it ends, and a new one says what is left.
static Result<bool> refold(WorkRows& rows, const QList<StoredOp>& held, const EntityRow& theirs,
                           const QJsonObject& merged)
{
    StoredOp fresh;
    fresh.op = rows.operationFor(theirs.entity, theirs.id, OperationKind::Update, theirs.ver, theirs.fields, merged);
    fresh.op.reason = held.constFirst().op.reason;
    QList<StoredOp> open;
    std::ranges::copy_if(held, std::back_inserter(open), [](const StoredOp& o) { return !isFinal(o.state); });
    if (auto done = rows.withdrawAll(open, QStringLiteral("taken into one operation")); !done)
        return done.error();
    if (fresh.op.set.isEmpty() && fresh.op.unset.isEmpty())
        return false;
    fresh.state = rows.firstState(fresh.op, rows.context().author);
    if (auto done = rows.insert(fresh, QStringLiteral("put on version %1").arg(theirs.ver)); !done)
        return done.error();
    return fresh.state == OpState::Queued;
}

Result<bool> rebaseRow(Connection& work, const WorkContext& context, const EntityRow& theirs)
{
    WorkRows rows(work, context);
    auto read = rows.overlay(theirs.entity, theirs.id);
    if (!read)
        return read.error();
    if (!*read)
        return false;
    Overlay overlay = **read;
    auto pending = rows.pending(theirs.entity, theirs.id);
    if (!pending)
        return pending.error();
    // A copy of an operation that was given to the network once may still arrive: only its outcome may change
    // it.
    const auto isOut = [](const StoredOp& o) {
        return isInFlight(o.state) || (o.state == OpState::Queued && !o.wasNeverSent());
    };
    if (std::ranges::any_of(*pending, isOut))
        return false;
    auto conflict = rows.openConflict(theirs.entity, theirs.id);
    if (!conflict)
        return conflict.error();
    if (pending->isEmpty() && !*conflict) {
        if (theirs.ver < overlay.baseVer)
            return false;
        auto done = rows.dropOverlay(theirs.entity, theirs.id);
        return done ? Result<bool>(false) : Result<bool>(done.error());
    }
    const qint64 known = *conflict ? (*conflict)->theirsVer : overlay.baseVer;
    if (theirs.ver <= known)
        return false;

    const EntitySchema& schema = schemaOf(theirs.entity);
    const std::optional<QJsonObject> theirFields =
        theirs.isDeleted ? std::nullopt : std::optional<QJsonObject>(theirs.fields);
    const RowMerge merge = mergeRow(schema, overlay.base, overlay.fields, theirFields);
    std::optional<StoredOp> heldOp;
    if (*conflict) {
        if (auto done = rows.closeConflict((*conflict)->id, QStringLiteral("superseded"), {}, {}); !done)
            return done.error();
        if (auto op = rows.op((*conflict)->opId); op)
            heldOp = *op;
        else
            return op.error();
    }
    if (merge.hasConflict()) {
        auto done = holdForPerson(rows, theirs.entity, theirs.id, overlay, theirs, merge, merge.conflictGroups(), heldOp);
        return done ? Result<bool>(false) : Result<bool>(done.error());
    }
    if (theirs.isDeleted) {
        if (auto done = rows.withdrawAll(*pending, QStringLiteral("deleted at the centre")); !done)
            return done.error();
        auto done = rows.dropOverlay(theirs.entity, theirs.id);
        return done ? Result<bool>(false) : Result<bool>(done.error());
    }

    overlay.base = theirs.fields;
    overlay.baseVer = theirs.ver;
    overlay.fields = *merge.fields;
    overlay.state = Overlay::State::Edited;
    QList<StoredOp> sendable;
    std::ranges::copy_if(*pending, std::back_inserter(sendable), isSendable);
    if (*conflict) {
        // The sides no longer differ: what was held back becomes one operation again.
        sendable = *pending;
        if (sendable.isEmpty() && heldOp)
            sendable.append(*heldOp);
    }
    bool isReady = false;
    if (!sendable.isEmpty()) {
        auto folded = *conflict ? refold(rows, sendable, theirs, overlay.fields) : fold(rows, sendable, theirs, overlay.fields);
        if (!folded)
            return folded;
        isReady = *folded;
    }
    auto left = rows.pending(theirs.entity, theirs.id);
    if (!left)
        return left.error();
    auto done = left->isEmpty() ? rows.dropOverlay(theirs.entity, theirs.id)
                                : rows.putOverlay(theirs.entity, theirs.id, overlay);
    return done ? Result<bool>(isReady) : Result<bool>(done.error());
}

} // namespace yoyo
