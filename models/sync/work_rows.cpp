// SPDX-License-Identifier: Apache-2.0
#include "models/sync/work_rows.h"

#include "models/domain/clock.h"
#include "models/domain/ids.h"
#include "models/domain/random_source.h"
#include "models/domain/user_rules.h"
#include "models/storage/connection.h"
#include "models/storage/entity_tables.h"
#include "models/sync/row_search.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace yoyo {

static QByteArray compact(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

static QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QJsonObject errorToJson(const Error& error)
{
    QJsonObject out{{QStringLiteral("code"), error.codeText()}};
    if (!error.pointer.isEmpty())
        out.insert(QStringLiteral("pointer"), error.pointer);
    if (!error.params.isEmpty())
        out.insert(QStringLiteral("params"), error.params);
    if (!error.detail.isEmpty())
        out.insert(QStringLiteral("detail"), error.detail);
    if (!error.requestId.isEmpty())
        out.insert(QStringLiteral("request_id"), error.requestId);
    return out;
}

std::optional<Error> errorFromJson(const QJsonObject& json)
{
    const std::string code = json.value(QStringLiteral("code")).toString().toStdString();
    const auto all = allErrors();
    const auto hit = std::ranges::find(all, code, &ErrorInfo::code);
    if (hit == all.end())
        return std::nullopt;
    Error out(hit->id, json.value(QStringLiteral("detail")).toString(),
              json.value(QStringLiteral("params")).toObject(), json.value(QStringLiteral("pointer")).toString());
    out.requestId = json.value(QStringLiteral("request_id")).toString();
    return out;
}

bool hasOverlay(Entity entity)
{
    return entity != Entity::VaccineItem;
}

// ---- operations --------------------------------------------------------------------------------------------------

QString opColumns()
{
    return QStringLiteral(
        "op_id, device_id, client_seq, author_user_id, entity, entity_id, kind, base_ver, after_op, "
        "set_json, unset_json, base_values_json, reason, state, attempts, batch_id, "
        "last_problem_json, created_at, unanswered");
}

StoredOp opFromRow(const Row& row)
{
    StoredOp out;
    Operation& op = out.op;
    op.opId = row.uuid(0);
    op.deviceId = row.uuid(1);
    op.clientSeq = row.integer(2);
    out.author = row.uuid(3);
    op.entity = entityFromName(row.text(4)).value_or(Entity::User);
    op.id = row.uuid(5);
    op.kind = operationKindFromText(row.text(6)).value_or(OperationKind::Update);
    if (!row.isNull(7))
        op.baseVer = row.integer(7);
    op.afterOp = row.uuid(8);
    op.set = row.object(9);
    for (const QJsonValue& name : row.array(10))
        op.unset.append(name.toString());
    op.baseValues = row.object(11);
    op.reason = row.text(12);
    out.state = opStateFromText(row.text(13)).value_or(OpState::Unknown);
    out.attempts = int(row.integer(14));
    out.batchId = row.uuid(15);
    out.problem = row.isNull(16) ? std::nullopt : errorFromJson(row.object(16));
    out.createdAt = instantFromText(row.text(17));
    out.isUnanswered = row.integer(18) != 0;
    return out;
}

Result<QList<StoredOp>> WorkRows::ops(const QString& where, const QVariantList& params)
{
    QList<StoredOp> out;
    const auto read = m_work.select(QStringLiteral("SELECT %1 FROM op WHERE %2").arg(opColumns(), where), params,
                                    [&out](const Row& row) {
                                        out.append(opFromRow(row));
                                        return true;
                                    });
    if (!read)
        return read.error();
    for (StoredOp& o : out) {
        const auto needs = m_work.select(QStringLiteral("SELECT needs_op_id FROM op_dep WHERE op_id = ?"),
                                         {o.op.opId}, [&o](const Row& row) {
                                             o.op.needs.append(row.uuid(0));
                                             return true;
                                         });
        if (!needs)
            return needs.error();
    }
    return out;
}

Result<std::optional<StoredOp>> WorkRows::op(const QUuid& opId)
{
    auto found = ops(QStringLiteral("op_id = ?"), {opId});
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<StoredOp>() : found->constFirst();
}

Result<QList<StoredOp>> WorkRows::pending(Entity entity, const QUuid& rowId)
{
    return ops(QStringLiteral("entity = ? AND entity_id = ? AND state NOT IN "
                              "('applied', 'duplicate', 'conflict', 'withdrawn') ORDER BY rowid"),
               {entityName(entity), rowId});
}

OpState WorkRows::firstState(const Operation& op, const QUuid& author) const
{
    QStringList fields = op.set.keys();
    fields.append(op.unset);
    const bool waits = isPrivileged(op.entity, kindText(op.kind), author, op.id, fields) && !m_context.isStepUpActive;
    return waits ? OpState::WaitingStepUp : OpState::Queued;
}

Operation WorkRows::operationFor(Entity entity, const QUuid& id, OperationKind kind, qint64 baseVer,
                                 const QJsonObject& base, const QJsonObject& fields) const
{
    const EntitySchema& schema = schemaOf(entity);
    Operation out;
    out.entity = entity;
    out.id = id;
    out.kind = kind;
    const bool isCreation = kind == OperationKind::Create;
    const FieldChange change = changeBetween(schema, isCreation ? QJsonObject() : base, fields, isCreation);
    out.set = change.set;
    out.unset = change.unset;
    if (!isCreation) {
        out.baseVer = baseVer;
        out.baseValues = baseValuesFor(schema, change.fields(schema), base);
    }
    return out;
}

QDateTime WorkRows::now() const
{
    return m_context.clock.nowUtc();
}

QUuid WorkRows::newId()
{
    UuidMaker maker(m_context.clock, m_context.random);
    return maker.make();
}

static QVariant orNull(const QUuid& id)
{
    return id.isNull() ? QVariant() : QVariant(id);
}

Result<void> WorkRows::insert(StoredOp& stored, const QString& detail)
{
    Operation& op = stored.op;
    op.opId = newId();
    op.deviceId = m_context.device;
    const auto last = m_work.selectInteger(QStringLiteral("SELECT max(client_seq) FROM op WHERE device_id = ?"),
                                           {m_context.device});
    if (!last)
        return last.error();
    op.clientSeq = *last + 1;
    stored.author = m_context.author;
    stored.createdAt = now();
    const auto done = m_work.run(
        QStringLiteral("INSERT INTO op (op_id, device_id, client_seq, author_user_id, entity, entity_id, kind, base_ver,"
                       " after_op, set_json, unset_json, base_values_json, reason, contract_version, state, sha256,"
                       " last_problem_json, created_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
        {op.opId, op.deviceId, op.clientSeq, stored.author, entityName(op.entity), op.id, kindText(op.kind),
         op.baseVer ? QVariant(*op.baseVer) : QVariant(), orNull(op.afterOp), op.set,
         QJsonArray::fromStringList(op.unset), op.baseValues, op.reason, contractVersion, opStateText(stored.state),
         sha256(compact(toJson(op))), stored.problem ? QVariant(errorToJson(*stored.problem)) : QVariant(),
         stored.createdAt});
    if (!done)
        return done;
    for (const QUuid& need : op.needs) {
        if (auto dep = m_work.run(QStringLiteral("INSERT INTO op_dep (op_id, needs_op_id) VALUES (?, ?)"),
                                  {op.opId, need}); !dep)
            return dep;
    }
    return note(op.opId, QString(), opStateText(stored.state), detail, stored.problem);
}

Result<void> WorkRows::rewrite(const StoredOp& stored, const QString& detail)
{
    const Operation& op = stored.op;
    const auto before = this->op(op.opId);
    if (!before)
        return before.error();
    const auto done = m_work.run(
        QStringLiteral("UPDATE op SET kind = ?, base_ver = ?, after_op = ?, set_json = ?, unset_json = ?,"
                       " base_values_json = ?, reason = ?, state = ?, sha256 = ? WHERE op_id = ? AND batch_id IS NULL"),
        {kindText(op.kind), op.baseVer ? QVariant(*op.baseVer) : QVariant(), orNull(op.afterOp), op.set,
         QJsonArray::fromStringList(op.unset), op.baseValues, op.reason, opStateText(stored.state),
         sha256(compact(toJson(op))), op.opId});
    if (!done)
        return done;
    if (m_work.changes() != 1)
        return Error(ErrorCode::InternalError, QStringLiteral("a sent operation was to be changed"));
    return note(op.opId, *before ? opStateText((*before)->state) : QString(), opStateText(stored.state), detail, {});
}

Result<void> WorkRows::move(const StoredOp& stored, OpState to, const QString& detail,
                            const std::optional<Error>& problem)
{
    const bool isKept = to == OpState::Rejected || to == OpState::Blocked || to == OpState::Conflict
        || to == OpState::Unknown || to == OpState::WaitingAuth;
    const auto done = m_work.run(
        QStringLiteral("UPDATE op SET state = ?, last_problem_json = ? WHERE op_id = ?"),
        {opStateText(to), problem && isKept ? QVariant(errorToJson(*problem)) : QVariant(), stored.op.opId});
    if (!done)
        return done;
    return note(stored.op.opId, opStateText(stored.state), opStateText(to), detail, problem);
}

Result<void> WorkRows::withdrawAll(const QList<StoredOp>& ops, const QString& detail)
{
    for (const StoredOp& o : ops) {
        if (auto done = move(o, OpState::Withdrawn, detail); !done)
            return done;
    }
    return {};
}

Result<void> WorkRows::blockDependents(const QUuid& opId)
{
    auto later = ops(QStringLiteral("state IN ('queued', 'waiting_stepup', 'waiting_approval') AND (after_op = ?1 OR "
                                    "op_id IN (SELECT op_id FROM op_dep WHERE needs_op_id = ?1)) ORDER BY rowid"),
                     {opId});
    if (!later)
        return later.error();
    const Error problem(ErrorCode::PredecessorNotApplied, {}, {{QStringLiteral("op_id"), idText(opId)}});
    for (const StoredOp& o : *later) {
        if (auto done = move(o, OpState::Blocked, QStringLiteral("predecessor failed"), problem); !done)
            return done;
        if (auto done = blockDependents(o.op.opId); !done)
            return done;
    }
    return {};
}

Result<void> WorkRows::repoint(const QUuid& from, const QUuid& to)
{
    auto waiting = ops(QStringLiteral("state = 'blocked' AND op_id IN (SELECT op_id FROM op_dep WHERE needs_op_id = ?)"),
                       {from});
    if (!waiting)
        return waiting.error();
    if (auto done = m_work.run(QStringLiteral("UPDATE op_dep SET needs_op_id = ? WHERE needs_op_id = ?"), {to, from});
        !done)
        return done;
    for (const StoredOp& o : *waiting) {
        if (auto done = move(o, firstState(o.op, o.author), QStringLiteral("predecessor was corrected")); !done)
            return done;
        // What waited for this one was held back with it.
        if (auto done = repoint(o.op.opId, o.op.opId); !done)
            return done;
    }
    return {};
}

Result<void> WorkRows::note(const QUuid& opId, const QString& from, const QString& to, const QString& detail,
                            const std::optional<Error>& problem)
{
    QByteArray previous;
    const auto last = m_work.select(QStringLiteral("SELECT hash FROM op_event ORDER BY rowid DESC LIMIT 1"), {},
                                    [&previous](const Row& row) {
                                        previous = row.blob(0);
                                        return false;
                                    });
    if (!last)
        return last;
    const auto count = m_work.selectInteger(QStringLiteral("SELECT max(n) FROM op_event WHERE op_id = ?"), {opId});
    if (!count)
        return count.error();
    const int httpStatus = problem ? errorInfo(problem->code).httpStatus : 0;
    const QString requestId = problem ? problem->requestId : QString();
    const QString text = problem ? QString(problem->codeText() + QLatin1Char(' ') + detail) : detail;
    const qint64 n = *count + 1;
    const QString at = instantText(now());
    const QByteArray hash = ledgerHash(previous, opId, n, at, from, to, httpStatus, requestId, text);
    return m_work.run(QStringLiteral("INSERT INTO op_event (op_id, n, at, from_state, to_state, http_status, request_id,"
                                     " detail, prev_hash, hash) VALUES (?,?,?,?,?,?,?,?,?,?)"),
                      {opId, n, at, from, to, httpStatus, requestId, text, previous, hash});
}

QByteArray ledgerHash(const QByteArray& previous, const QUuid& opId, qint64 n, const QString& at, const QString& from,
                      const QString& to, int httpStatus, const QString& requestId, const QString& detail)
{
    const QJsonArray content{idText(opId), n, at, from, to, httpStatus, requestId, detail};
    return sha256(previous + QJsonDocument(content).toJson(QJsonDocument::Compact));
}

// ---- overlays ----------------------------------------------------------------------------------------------------

static QString overlayTable(Entity entity)
{
    return QStringLiteral("overlay_") + entityName(entity);
}

Result<std::optional<Overlay>> WorkRows::overlay(Entity entity, const QUuid& id)
{
    std::optional<Overlay> out;
    if (!hasOverlay(entity))
        return out;
    const auto read = m_work.select(
        QStringLiteral("SELECT overlay_state, base_ver, base_json, fields, edit_no, edited_by FROM %1 WHERE id = ?")
            .arg(overlayTable(entity)),
        {id}, [&out](const Row& row) {
            const QString state = row.text(0);
            out = Overlay{state == QLatin1String("new")       ? Overlay::State::New
                              : state == QLatin1String("deleted") ? Overlay::State::Deleted
                                                                  : Overlay::State::Edited,
                          row.integer(1), row.object(2), row.object(3), int(row.integer(4)), row.uuid(5)};
            return false;
        });
    if (!read)
        return read.error();
    return out;
}

Result<void> WorkRows::putOverlay(Entity entity, const QUuid& id, const Overlay& overlay)
{
    static constexpr std::array states{"new", "edited", "deleted"};
    const EntitySchema& schema = schemaOf(entity);
    const QStringList changed = changeBetween(schema, overlay.base, overlay.fields, true).fields(schema);
    QVariantList values{id,
                        QString::fromLatin1(states.at(std::size_t(overlay.state))),
                        overlay.baseVer,
                        overlay.base,
                        QJsonArray::fromStringList(changed),
                        overlay.editNo,
                        overlay.editedBy,
                        now(),
                        overlay.fields,
                        rowSearchKey(entity, overlay.fields)};
    values.append(fieldValues(schema, overlay.fields));
    QStringList marks;
    marks.fill(QStringLiteral("?"), values.size());
    return m_work.run(QStringLiteral("INSERT OR REPLACE INTO %1 (id, overlay_state, base_ver, base_json, changed_fields,"
                                     " edit_no, edited_by, edited_at, fields, search_key, %2) VALUES (%3)")
                          .arg(overlayTable(entity), fieldColumns(schema), marks.join(QLatin1Char(','))),
                      values);
}

Result<void> WorkRows::dropOverlay(Entity entity, const QUuid& id)
{
    return m_work.run(QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(overlayTable(entity)), {id});
}

// ---- conflicts ---------------------------------------------------------------------------------------------------

QString conflictClassText(ConflictClass value)
{
    switch (value) {
    case ConflictClass::EditDelete:
        return QStringLiteral("edit_delete");
    case ConflictClass::DeleteEdit:
        return QStringLiteral("delete_edit");
    default:
        return QStringLiteral("edit_edit");
    }
}

ConflictClass conflictClassFromText(const QString& text)
{
    if (text == QLatin1String("edit_delete"))
        return ConflictClass::EditDelete;
    return text == QLatin1String("delete_edit") ? ConflictClass::DeleteEdit : ConflictClass::EditEdit;
}

QString conflictColumns()
{
    return QStringLiteral("id, entity, entity_id, op_id, base_json, ours_json, theirs_json, theirs_ver, fields, class, state");
}

StoredConflict conflictFromRow(const Row& row)
{
    StoredConflict out;
    out.id = row.uuid(0);
    out.entity = entityFromName(row.text(1)).value_or(Entity::User);
    out.rowId = row.uuid(2);
    out.opId = row.uuid(3);
    out.base = row.object(4);
    out.ours = row.object(5);
    if (!row.isNull(6))
        out.theirs = row.object(6);
    out.theirsVer = row.integer(7);
    for (const QJsonValue& group : row.array(8))
        out.groups.append(group.toString());
    out.conflictClass = conflictClassFromText(row.text(9));
    out.state = row.text(10);
    return out;
}

static Result<std::optional<StoredConflict>> oneConflict(Connection& work, const QString& where, const QVariantList& params)
{
    std::optional<StoredConflict> out;
    const auto read = work.select(QStringLiteral("SELECT %1 FROM conflict WHERE %2").arg(conflictColumns(), where), params,
                                  [&out](const Row& row) {
                                      out = conflictFromRow(row);
                                      return false;
                                  });
    if (!read)
        return read.error();
    return out;
}

Result<std::optional<StoredConflict>> WorkRows::conflict(const QUuid& id)
{
    return oneConflict(m_work, QStringLiteral("id = ?"), {id});
}

Result<std::optional<StoredConflict>> WorkRows::openConflict(Entity entity, const QUuid& rowId)
{
    return oneConflict(m_work, QStringLiteral("entity = ? AND entity_id = ? AND state = 'open'"),
                       {entityName(entity), rowId});
}

Result<void> WorkRows::insertConflict(StoredConflict& conflict, const EntityRow& theirs)
{
    conflict.id = newId();
    return m_work.run(
        QStringLiteral("INSERT INTO conflict (id, entity, entity_id, op_id, base_json, ours_json, theirs_json, theirs_ver,"
                       " theirs_actor, theirs_at, fields, class, state, created_at)"
                       " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,'open',?)"),
        {conflict.id, entityName(conflict.entity), conflict.rowId, orNull(conflict.opId), conflict.base, conflict.ours,
         conflict.theirs ? QVariant(*conflict.theirs) : QVariant(), conflict.theirsVer,
         theirs.fields.value(QStringLiteral("updated_by")).toString(),
         theirs.fields.value(QStringLiteral("updated_at")).toString(), QJsonArray::fromStringList(conflict.groups),
         conflictClassText(conflict.conflictClass), now()});
}

Result<void> WorkRows::closeConflict(const QUuid& id, const QString& state, const QString& resolution,
                                     const QString& reason)
{
    return m_work.run(QStringLiteral("UPDATE conflict SET state = ?, resolution = ?, note = ?, decided_by = ?,"
                                     " decided_at = ? WHERE id = ?"),
                      {state, resolution, reason, m_context.author, now(), id});
}

// ---- the reading functions of outbox.h -----------------------------------------------------------------------------

namespace {
/// A context for reading only: nothing is made or written with it.
class NoClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return {}; }
    std::chrono::milliseconds monotonic() const override { return std::chrono::milliseconds(0); }
};
class NoRandom final : public RandomSource
{
public:
    QByteArray bytes(int count) override { return QByteArray(count, 0); }
};

struct ReadingOnly
{
    NoClock clock;
    NoRandom random;
    WorkContext context{clock, random, {}, {}, false};
};
} // namespace

Result<std::optional<Overlay>> readOverlay(Connection& work, Entity entity, const QUuid& id)
{
    ReadingOnly reading;
    return WorkRows(work, reading.context).overlay(entity, id);
}

Result<std::optional<StoredOp>> readOp(Connection& work, const QUuid& opId)
{
    ReadingOnly reading;
    return WorkRows(work, reading.context).op(opId);
}

Result<QList<StoredOp>> pendingOps(Connection& work, Entity entity, const QUuid& id)
{
    ReadingOnly reading;
    return WorkRows(work, reading.context).pending(entity, id);
}

Result<SyncCounts> countWork(Connection& work, const QUuid& author)
{
    SyncCounts out;
    const auto read = work.select(
        QStringLiteral("SELECT state, author_user_id = ?, count(*) FROM op WHERE state NOT IN "
                       "('applied', 'duplicate', 'conflict', 'withdrawn') GROUP BY 1, 2"),
        {author}, [&out](const Row& row) {
            const auto state = opStateFromText(row.text(0));
            const int count = int(row.integer(2));
            if (state == OpState::Rejected || state == OpState::Blocked) {
                out.cannotSend += count;
                return true;
            }
            out.unsent += count;
            if (state == OpState::WaitingStepUp)
                out.waitingStepUp += count;
            if (!row.boolean(1))
                out.ofOthers += count;
            return true;
        });
    if (!read)
        return read.error();
    const auto conflicts = work.selectInteger(QStringLiteral("SELECT count(*) FROM conflict WHERE state = 'open'"));
    if (!conflicts)
        return conflicts.error();
    out.needsPerson = int(*conflicts);
    return out;
}

Result<bool> isLedgerIntact(Connection& work)
{
    QByteArray previous;
    bool isIntact = true;
    const auto read = work.select(
        QStringLiteral("SELECT op_id, n, at, from_state, to_state, http_status, request_id, detail, prev_hash, hash"
                       " FROM op_event ORDER BY rowid"),
        {}, [&](const Row& row) {
            const QByteArray hash = ledgerHash(previous, row.uuid(0), row.integer(1), row.text(2), row.text(3),
                                               row.text(4), int(row.integer(5)), row.text(6), row.text(7));
            isIntact = row.blob(8) == previous && row.blob(9) == hash;
            previous = hash;
            return isIntact;
        });
    if (!read)
        return read.error();
    return isIntact;
}

} // namespace yoyo
