// SPDX-License-Identifier: Apache-2.0
// The work side of the store: what people of this PC intend. Every function runs inside one write transaction on
// work.db (Store::write(File::Work, …)) and changes overlay, operation and ledger together or not at all.
// A sent operation is never changed: a later edit of its row becomes an operation of its own that follows it.
// Any thread that holds the connection; no network, no cache. Source: sync.md sections 1, 2 and 4.
#pragma once

#include "models/central/messages.h"
#include "models/domain/entity.h"
#include "models/domain/result.h"
#include "models/sync/merge.h"
#include "models/sync/op_state.h"
#include "models/sync/sync_status.h"

#include <QDateTime>
#include <QHash>
#include <QList>

#include <optional>

namespace yoyo {

class Clock;
class Connection;
class RandomSource;
struct PreparedWork;
struct WorkSurvey;
enum class BatchMark;

/// Who acts, and with what. Borrowed references live as long as the call.
struct WorkContext
{
    const Clock& clock;
    RandomSource& random;
    QUuid author;
    QUuid device;
    bool isStepUpActive = false; ///< privileged operations need not wait
};

struct Edit
{
    Entity entity = Entity::User;
    QUuid id;
    OperationKind kind = OperationKind::Update; ///< Create or Update
    EntityRow seen;     ///< what the person started from: the base of a first edit. Empty fields for a creation.
    FieldChange change; ///< only what the person changed
    QString reason;
    QList<QUuid> needs; ///< operations that must be applied before
};

struct SavedEdit
{
    QUuid opId; ///< null: nothing differs from what is already there
    bool isWaitingStepUp = false;
};

/// An operation as work.db has it.
struct StoredOp
{
    Operation op;
    QUuid author;
    OpState state = OpState::Queued;
    int attempts = 0;
    bool isUnanswered = false; ///< a sending of it got no answer: the service may have it
    QUuid batchId; ///< not null: it was given to the network at least once
    std::optional<Error> problem;
    QDateTime createdAt;

    bool wasNeverSent() const { return batchId.isNull(); }
};

/// The person's version of a row.
struct Overlay
{
    enum class State { New, Edited, Deleted };
    State state = State::Edited;
    qint64 baseVer = 0;
    QJsonObject base;
    QJsonObject fields;
    int editNo = 1;
    QUuid editedBy;
};

/// E-SYNC-009 when a creation meets a row that is here already.
Result<SavedEdit> saveEdit(Connection& work, const WorkContext& context, const Edit& edit);
/// 「元に戻す」. E-SYNC-019 for an operation that may be with the service or on which a later one stands, E-SYNC-014 for
/// another person's, E-SYNC-008 when there is none.
Result<void> withdraw(Connection& work, const WorkContext& context, const QUuid& opId);
/// Queues the author's operations that waited for the password. Returns how many.
Result<int> releaseStepUp(Connection& work, const WorkContext& context);

enum class DecisionSide { Central, Local };
/// A person's word on an open conflict: a choice for each group in conflict (E-SYNC-020 names a missing one).
/// E-SYNC-021 when `theirsVer` is not what the record holds or the record is closed. The decision is a new operation
/// on the centre's version, or none when nothing of ours is left. Null id: none was needed.
Result<QUuid> decideConflict(Connection& work, const WorkContext& context, const QUuid& conflictId, qint64 theirsVer,
                             const QHash<QString, DecisionSide>& choices, const QString& reason);

// ---- for the engine ----------------------------------------------------------------------------------------------

/// What the store remembers; operations that a former process was sending become unknown ones.
Result<WorkSurvey> surveyWork(Connection& work, const WorkContext& context);
Result<void> rememberDataset(Connection& work, const QUuid& epoch, const QString& environment);
Result<void> rememberPull(Connection& work, const QDateTime& at);
/// The author's open batch again, else operations to ask for, else a new batch of queued operations whose
/// predecessors are applied or stand before them in the same batch. Another author's operations are never in it.
Result<PreparedWork> prepareBatch(Connection& work, const WorkContext& context, int maximumOps, qint64 maximumBytes);
/// Ends operations by their outcomes; one that is no longer in flight is left alone. The mirror has the rows already.
Result<void> closeOps(Connection& work, const WorkContext& context, const QUuid& batchId,
                      const QList<Outcome>& outcomes);
Result<void> markBatch(Connection& work, const WorkContext& context, const QUuid& batchId, BatchMark mark,
                       const Error& why);
/// Puts one overlay on a newer row of the centre: merges by groups, rewrites what was never sent, opens a
/// conflict where both sides differ, and forgets an overlay that nothing waits for. Rows wait while an
/// operation is in flight or was on the network before: its outcome merges it. True: an operation is now
/// ready to be sent.
Result<bool> rebaseRow(Connection& work, const WorkContext& context, const EntityRow& theirs);

// ---- reading -----------------------------------------------------------------------------------------------------

Result<std::optional<Overlay>> readOverlay(Connection& work, Entity entity, const QUuid& id);
Result<std::optional<StoredOp>> readOp(Connection& work, const QUuid& opId);
/// Operations of a row that are not final, in the order they were made.
Result<QList<StoredOp>> pendingOps(Connection& work, Entity entity, const QUuid& id);
Result<SyncCounts> countWork(Connection& work, const QUuid& author);
/// The columns readers need to make a StoredOp, and its reader.
QString opColumns();
StoredOp opFromRow(const class Row& row);
/// Every hash of the ledger again. False: somebody changed the past.
Result<bool> isLedgerIntact(Connection& work);
/// Entities people edit, and so have an overlay table.
bool hasOverlay(Entity entity);

QJsonObject errorToJson(const Error& error);
std::optional<Error> errorFromJson(const QJsonObject& json);

} // namespace yoyo
