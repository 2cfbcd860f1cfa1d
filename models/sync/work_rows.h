// SPDX-License-Identifier: Apache-2.0
// Single rows of work.db: operations, ledger, overlays, conflicts. The steps that outbox, dispatch and rebase are made
// of; only models/sync uses them. Each runs inside the caller's write transaction.
#pragma once

#include "models/sync/outbox.h"

namespace yoyo {

/// One conflict record as it is stored.
struct StoredConflict
{
    QUuid id;
    Entity entity = Entity::User;
    QUuid rowId;
    QUuid opId;
    QJsonObject base;
    QJsonObject ours;
    std::optional<QJsonObject> theirs; ///< none: deleted at the centre
    qint64 theirsVer = 0;
    QStringList groups; ///< in conflict
    ConflictClass conflictClass = ConflictClass::EditEdit;
    QString state;
};

class WorkRows
{
public:
    WorkRows(Connection& work, const WorkContext& context) : m_work(work), m_context(context) {}

    // operations
    Result<std::optional<StoredOp>> op(const QUuid& opId);
    Result<QList<StoredOp>> ops(const QString& where, const QVariantList& params);
    Result<QList<StoredOp>> pending(Entity entity, const QUuid& rowId);
    /// Fills opId, deviceId, clientSeq, author and times in; notes the birth in the ledger.
    Result<void> insert(StoredOp& op, const QString& detail);
    /// New content for an operation that was never sent.
    Result<void> rewrite(const StoredOp& op, const QString& detail);
    Result<void> move(const StoredOp& op, OpState to, const QString& detail = {},
                      const std::optional<Error>& problem = std::nullopt);
    Result<void> withdrawAll(const QList<StoredOp>& ops, const QString& detail);
    /// Operations that stand on a failed one wait for a person.
    Result<void> blockDependents(const QUuid& opId);
    /// What needed `from` now needs `to`.
    Result<void> repoint(const QUuid& from, const QUuid& to);
    /// Queued, or waiting for the password when the operation is privileged.
    OpState firstState(const Operation& op, const QUuid& author) const;
    /// The operation that turns `base` at `baseVer` into `fields`; its change may be empty.
    Operation operationFor(Entity entity, const QUuid& id, OperationKind kind, qint64 baseVer, const QJsonObject& base,
                           const QJsonObject& fields) const;

    // overlays
    Result<std::optional<Overlay>> overlay(Entity entity, const QUuid& id);
    Result<void> putOverlay(Entity entity, const QUuid& id, const Overlay& overlay);
    Result<void> dropOverlay(Entity entity, const QUuid& id);

    // conflicts
    Result<std::optional<StoredConflict>> conflict(const QUuid& id);
    Result<std::optional<StoredConflict>> openConflict(Entity entity, const QUuid& rowId);
    Result<void> insertConflict(StoredConflict& conflict, const EntityRow& theirs);
    Result<void> closeConflict(const QUuid& id, const QString& state, const QString& resolution, const QString& note);

    Connection& work() { return m_work; }
    const WorkContext& context() const { return m_context; }
    QUuid newId();
    QDateTime now() const;

private:
    Result<void> note(const QUuid& opId, const QString& from, const QString& to, const QString& detail,
                      const std::optional<Error>& problem);

    Connection& m_work;
    const WorkContext& m_context;
};

/// The hash of a ledger entry over its content and the hash before it.
QByteArray ledgerHash(const QByteArray& previous, const QUuid& opId, qint64 n, const QString& at, const QString& from,
                      const QString& to, int httpStatus, const QString& requestId, const QString& detail);

QString conflictClassText(ConflictClass value);
ConflictClass conflictClassFromText(const QString& text);
QString conflictColumns();
StoredConflict conflictFromRow(const Row& row);

/// Opens a conflict record for the row, holds its unsent operations back, and keeps ours in the overlay.
/// `groups` are those in conflict; `op` is the operation the service refused, or none when it was found at a pull.
Result<void> holdForPerson(WorkRows& rows, Entity entity, const QUuid& rowId, const Overlay& overlay,
                           const EntityRow& theirs, const RowMerge& merge, const QStringList& groups,
                           const std::optional<StoredOp>& op);

} // namespace yoyo
