// SPDX-License-Identifier: Apache-2.0
#include "models/sync/outbox.h"

#include "models/domain/clock.h"
#include "models/domain/ids.h"
#include "models/storage/connection.h"
#include "models/sync/work_rows.h"

#include <algorithm>

namespace yoyo {

static bool isFailed(OpState state)
{
    return state == OpState::Rejected || state == OpState::Blocked;
}

/// The fields as they were before this operation, of which `now` is the result.
static QJsonObject fieldsBefore(const EntitySchema& schema, const StoredOp& stored, const QJsonObject& now)
{
    if (stored.op.kind == OperationKind::Create)
        return {};
    QJsonObject out = now;
    QStringList touched = stored.op.set.keys();
    touched.append(stored.op.unset);
    for (const QString& group : groupsTouched(schema, touched)) {
        for (const QString& name : schema.fieldsOfGroup(group)) {
            const QJsonValue before = stored.op.baseValues.value(name);
            if (before.isUndefined())
                out.remove(name);
            else
                out.insert(name, before);
        }
    }
    return out;
}

namespace {

/// One saveEdit(): the row as it is, and the ways an edit can become an operation.
class EditSaver
{
public:
    EditSaver(Connection& work, const WorkContext& context, const Edit& edit)
        : m_rows(work, context), m_edit(edit), m_schema(schemaOf(edit.entity))
    {
    }

    Result<SavedEdit> save()
    {
        if (auto read = readRow(); !read)
            return read.error();
        const bool isCreation = m_edit.kind == OperationKind::Create;
        if (isCreation && m_hasOverlay)
            return ErrorCode::RowExists;
        const QJsonObject wanted = withChange(m_overlay.fields, m_edit.change);
        if (!isCreation && changeBetween(m_schema, m_overlay.fields, wanted, isNew()).isEmpty())
            return SavedEdit{};
        const QJsonObject before = m_overlay.fields;
        m_overlay.fields = wanted;
        m_overlay.editNo += m_hasOverlay ? 1 : 0;
        m_overlay.editedBy = m_rows.context().author;
        Result<SavedEdit> out = makeOperation(before);
        if (!out)
            return out;
        auto stored = isSettled() ? m_rows.dropOverlay(m_edit.entity, m_edit.id)
                                  : m_rows.putOverlay(m_edit.entity, m_edit.id, m_overlay);
        return stored ? out : Result<SavedEdit>(stored.error());
    }

private:
    bool isNew() const { return m_overlay.state == Overlay::State::New; }
    bool isSettled() const { return m_isNothingLeft && m_overlay.fields == m_overlay.base; }

    Result<void> readRow()
    {
        auto overlay = m_rows.overlay(m_edit.entity, m_edit.id);
        if (!overlay)
            return overlay.error();
        m_hasOverlay = overlay->has_value();
        if (m_hasOverlay) {
            m_overlay = **overlay;
        } else {
            m_overlay.state = m_edit.kind == OperationKind::Create ? Overlay::State::New : Overlay::State::Edited;
            m_overlay.baseVer = m_edit.seen.ver;
            m_overlay.base = m_overlay.fields = m_edit.seen.fields;
        }
        auto pending = m_rows.pending(m_edit.entity, m_edit.id);
        if (!pending)
            return pending.error();
        m_pending = *pending;
        auto conflict = m_rows.openConflict(m_edit.entity, m_edit.id);
        if (!conflict)
            return conflict.error();
        m_conflict = *conflict;
        return {};
    }

    Result<SavedEdit> makeOperation(const QJsonObject& before)
    {
        if (!m_pending.isEmpty()) {
            const StoredOp& tail = m_pending.constLast();
            const bool isOpen = tail.state == OpState::Queued || tail.state == OpState::WaitingStepUp;
            const bool waitsForDecision = m_conflict && tail.state == OpState::Blocked;
            if ((isOpen || waitsForDecision) && tail.wasNeverSent() && tail.author == m_rows.context().author)
                return extend(tail, before);
        }
        if (m_conflict)
            return followConflict(before);
        const bool hasFlying = std::ranges::any_of(m_pending, [](const StoredOp& o) { return isInFlight(o.state); });
        if (!hasFlying && std::ranges::any_of(m_pending, [](const StoredOp& o) { return isFailed(o.state); }))
            return replaceFailed();
        return m_pending.isEmpty() ? startAnew(before) : follow(before);
    }

    Result<SavedEdit> insert(Operation op, const QString& detail, std::optional<OpState> state = {})
    {
        op.reason = m_edit.reason;
        op.needs = m_edit.needs;
        StoredOp stored;
        stored.op = std::move(op);
        stored.state = state.value_or(m_rows.firstState(stored.op, m_rows.context().author));
        if (state == OpState::Blocked)
            stored.problem = Error(ErrorCode::PredecessorNotApplied, {},
                                   {{QStringLiteral("op_id"), idText(stored.op.afterOp)}});
        if (auto done = m_rows.insert(stored, detail); !done)
            return done.error();
        m_inserted = stored.op.opId;
        return SavedEdit{stored.op.opId, stored.state == OpState::WaitingStepUp};
    }

    Result<SavedEdit> startAnew(const QJsonObject& before)
    {
        const auto kind = m_hasOverlay ? OperationKind::Update : m_edit.kind;
        return insert(m_rows.operationFor(m_edit.entity, m_edit.id, kind, m_overlay.baseVer, before, m_overlay.fields),
                      QStringLiteral("saved"));
    }

    /// What came before may be with the service: this one follows it.
    Result<SavedEdit> follow(const QJsonObject& before)
    {
        Operation op = m_rows.operationFor(m_edit.entity, m_edit.id, OperationKind::Update, 0, before, m_overlay.fields);
        op.baseVer.reset();
        op.afterOp = m_pending.constLast().op.opId;
        return insert(std::move(op), QStringLiteral("saved behind an operation on its way"));
    }

    Result<SavedEdit> followConflict(const QJsonObject& before)
    {
        Operation op = m_rows.operationFor(m_edit.entity, m_edit.id, OperationKind::Update, 0, before, m_overlay.fields);
        op.baseVer.reset();
        op.afterOp = m_pending.isEmpty() ? m_conflict->opId : m_pending.constLast().op.opId;
        return insert(std::move(op), QStringLiteral("saved behind an open conflict"), OpState::Blocked);
    }

    /// A correction: one new operation says everything that the refused ones wanted, and this edit.
    Result<SavedEdit> replaceFailed()
    {
        const auto kind = isNew() ? OperationKind::Create : OperationKind::Update;
        Operation op = m_rows.operationFor(m_edit.entity, m_edit.id, kind, m_overlay.baseVer, m_overlay.base,
                                           m_overlay.fields);
        const bool isEmpty = op.set.isEmpty() && op.unset.isEmpty();
        if (auto done = m_rows.withdrawAll(m_pending, QStringLiteral("replaced by a correction")); !done)
            return done.error();
        if (isEmpty) {
            m_isNothingLeft = true;
            return SavedEdit{};
        }
        auto out = insert(std::move(op), QStringLiteral("correction"));
        if (!out)
            return out;
        for (const StoredOp& old : m_pending) {
            if (auto done = m_rows.repoint(old.op.opId, m_inserted); !done)
                return done.error();
        }
        return out;
    }

    Result<SavedEdit> extend(StoredOp tail, const QJsonObject& before)
    {
        const QJsonObject start = fieldsBefore(m_schema, tail, before);
        const Operation fresh = m_rows.operationFor(m_edit.entity, m_edit.id, tail.op.kind,
                                                    tail.op.baseVer.value_or(0), start, m_overlay.fields);
        if (fresh.set.isEmpty() && fresh.unset.isEmpty()) {
            m_isNothingLeft = m_pending.size() == 1 && !m_conflict;
            auto done = m_rows.move(tail, OpState::Withdrawn, QStringLiteral("changed back"));
            return done ? Result<SavedEdit>(SavedEdit{}) : Result<SavedEdit>(done.error());
        }
        tail.op.set = fresh.set;
        tail.op.unset = fresh.unset;
        tail.op.baseValues = fresh.baseValues;
        if (!m_edit.reason.isEmpty())
            tail.op.reason = m_edit.reason;
        // A released operation stays released; new privileged fields make it wait again.
        if (tail.state == OpState::Queued)
            tail.state = m_rows.firstState(tail.op, tail.author);
        if (auto done = m_rows.rewrite(tail, QStringLiteral("extended before it was sent")); !done)
            return done.error();
        return SavedEdit{tail.op.opId, tail.state == OpState::WaitingStepUp};
    }

    WorkRows m_rows;
    const Edit& m_edit;
    const EntitySchema& m_schema;
    Overlay m_overlay;
    bool m_hasOverlay = false;
    bool m_isNothingLeft = false;
    QList<StoredOp> m_pending;
    std::optional<StoredConflict> m_conflict;
    QUuid m_inserted;
};

} // namespace

Result<SavedEdit> saveEdit(Connection& work, const WorkContext& context, const Edit& edit)
{
    return EditSaver(work, context, edit).save();
}

Result<void> withdraw(Connection& work, const WorkContext& context, const QUuid& opId)
{
    WorkRows rows(work, context);
    auto found = rows.op(opId);
    if (!found)
        return found.error();
    if (!*found)
        return ErrorCode::RowNotFound;
    const StoredOp& stored = **found;
    if (stored.author != context.author)
        return ErrorCode::AuthorMismatch;
    const Operation& op = stored.op;
    auto pending = rows.pending(op.entity, op.id);
    if (!pending)
        return pending.error();
    const bool isLast = !pending->isEmpty() && pending->constLast().op.opId == opId;
    const bool isOpen = isFailed(stored.state) || stored.state == OpState::WaitingApproval
        || (stored.state == OpState::Queued && stored.wasNeverSent())
        // Never sent, or the service's own answer was that it wants the password: nothing is done there.
        || (stored.state == OpState::WaitingStepUp && !stored.isUnanswered);
    if (!isLast || !isOpen)
        return ErrorCode::NotUndoable;
    auto overlay = rows.overlay(op.entity, op.id);
    if (!overlay)
        return overlay.error();
    if (auto done = rows.move(stored, OpState::Withdrawn, QStringLiteral("taken back")); !done)
        return done;
    if (auto done = rows.blockDependents(opId); !done)
        return done;
    auto conflict = rows.openConflict(op.entity, op.id);
    if (!conflict)
        return conflict.error();
    if (pending->size() == 1 && !*conflict)
        return rows.dropOverlay(op.entity, op.id);
    if (!*overlay)
        return {};
    Overlay undone = **overlay;
    undone.fields = fieldsBefore(schemaOf(op.entity), stored, undone.fields);
    return rows.putOverlay(op.entity, op.id, undone);
}

Result<int> releaseStepUp(Connection& work, const WorkContext& context)
{
    WorkRows rows(work, context);
    auto waiting = rows.ops(QStringLiteral("state = 'waiting_stepup' AND author_user_id = ? ORDER BY rowid"),
                            {context.author});
    if (!waiting)
        return waiting.error();
    for (const StoredOp& o : *waiting) {
        if (auto done = rows.move(o, OpState::Queued, QStringLiteral("released by the password")); !done)
            return done.error();
    }
    return int(waiting->size());
}

static void takeGroup(QJsonObject& into, const EntitySchema& schema, const QString& group, const QJsonObject& from)
{
    for (const QString& name : schema.fieldsOfGroup(group)) {
        if (from.contains(name))
            into.insert(name, from.value(name));
        else
            into.remove(name);
    }
}

Result<QUuid> decideConflict(Connection& work, const WorkContext& context, const QUuid& conflictId, qint64 theirsVer,
                             const QHash<QString, DecisionSide>& choices, const QString& reason)
{
    WorkRows rows(work, context);
    auto found = rows.conflict(conflictId);
    if (!found)
        return found.error();
    if (!*found)
        return ErrorCode::RowNotFound;
    const StoredConflict& conflict = **found;
    if (conflict.state != QLatin1String("open") || conflict.theirsVer != theirsVer)
        return ErrorCode::SupersededDecision;
    QStringList taken;
    for (const QString& group : conflict.groups) {
        if (!choices.contains(group))
            return Error(ErrorCode::DecisionMissing, {}, {{QStringLiteral("group"), group}});
        taken.append(group + (choices.value(group) == DecisionSide::Local ? QStringLiteral("=local")
                                                                        : QStringLiteral("=central")));
    }
    auto overlay = rows.overlay(conflict.entity, conflict.rowId);
    if (!overlay)
        return overlay.error();
    auto pending = rows.pending(conflict.entity, conflict.rowId);
    if (!pending)
        return pending.error();

    const EntitySchema& schema = schemaOf(conflict.entity);
    // Ours is what the person sees now, not what it was when the conflict was found.
    const QJsonObject ours = *overlay ? (*overlay)->fields : conflict.ours;
    const bool isLocal = std::ranges::any_of(conflict.groups, [&choices](const QString& group) {
        return choices.value(group) == DecisionSide::Local;
    });
    QJsonObject wanted = ours;
    if (conflict.theirs) {
        wanted = *mergeRow(schema, conflict.base, ours, conflict.theirs).fields;
        for (const QString& group : conflict.groups) {
            if (choices.value(group) == DecisionSide::Central)
                takeGroup(wanted, schema, group, *conflict.theirs);
        }
    }
    if (auto done = rows.withdrawAll(*pending, QStringLiteral("taken into a decision")); !done)
        return done.error();
    if (auto done = rows.closeConflict(conflictId, QStringLiteral("decided"), taken.join(QLatin1Char(' ')), reason);
        !done)
        return done.error();

    StoredOp decision;
    const bool isRevival = !conflict.theirs;
    decision.op = rows.operationFor(conflict.entity, conflict.rowId,
                                    isRevival ? OperationKind::Create : OperationKind::Update, conflict.theirsVer,
                                    conflict.theirs.value_or(QJsonObject()), wanted);
    const bool isNothing = isRevival ? !isLocal : decision.op.set.isEmpty() && decision.op.unset.isEmpty();
    if (isNothing) {
        auto done = rows.dropOverlay(conflict.entity, conflict.rowId);
        return done ? Result<QUuid>(QUuid()) : Result<QUuid>(done.error());
    }
    decision.op.reason = reason;
    decision.state = rows.firstState(decision.op, context.author);
    if (auto done = rows.insert(decision, QStringLiteral("decision on a conflict")); !done)
        return done.error();
    Overlay next = overlay->value_or(Overlay{});
    next.state = isRevival ? Overlay::State::New : Overlay::State::Edited;
    next.base = conflict.theirs.value_or(QJsonObject());
    next.baseVer = isRevival ? 0 : conflict.theirsVer;
    next.fields = wanted;
    next.editNo += 1;
    next.editedBy = context.author;
    if (auto done = rows.putOverlay(conflict.entity, conflict.rowId, next); !done)
        return done.error();
    return decision.op.opId;
}

} // namespace yoyo
