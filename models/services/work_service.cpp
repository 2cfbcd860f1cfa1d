// SPDX-License-Identifier: Apache-2.0
#include "models/services/work_service.h"

#include "models/domain/clock.h"
#include "models/domain/user.h"
#include "models/services/service_support.h"
#include "models/sync/sync_runner.h"

namespace yoyo {

static NextAction nextActionFor(const OperationRow& row)
{
    if (!row.isMine && !isFinal(row.state))
        return NextAction::AuthorSignsIn;
    switch (row.state) {
    case OpState::Queued:
    case OpState::Sending:
    case OpState::Unknown:
        return NextAction::Wait;
    case OpState::WaitingAuth:
        return NextAction::SignIn;
    case OpState::WaitingStepUp:
        return NextAction::StepUp;
    case OpState::WaitingApproval:
        return NextAction::WaitForOther;
    case OpState::Conflict:
        return NextAction::Decide;
    case OpState::Blocked:
        return NextAction::WaitForOther;
    case OpState::Rejected: {
        const auto who = row.problem ? errorInfo(row.problem->code).whoCanFix : std::string_view();
        if (who == "administrator" && !row.problem->pointer.isEmpty())
            return NextAction::CorrectAndSave;
        if (who == "administrator")
            return NextAction::AskAdministrator;
        return who == "helpdesk" || who == "it" ? NextAction::AskHelpdesk : NextAction::CorrectAndSave;
    }
    case OpState::Applied:
    case OpState::Duplicate:
    case OpState::Withdrawn:
        break;
    }
    return NextAction::None;
}

static QList<FieldDifference> differences(const Operation& op)
{
    QList<FieldDifference> out;
    for (const Field& f : schemaOf(op.entity).fields) {
        const QString name = QString::fromLatin1(f.name);
        if (op.set.contains(name) || op.unset.contains(name)) {
            const auto valueIn = [&name](const QJsonObject& o) {
                return o.contains(name) ? o.value(name) : QJsonValue(QJsonValue::Undefined);
            };
            out.append({name, valueIn(op.baseValues), valueIn(op.set)});
        }
    }
    return out;
}

/// What a person calls the row; empty when this PC does not know it.
static QString titleOf(Connection& reader, Entity entity, const QUuid& id)
{
    QString title;
    const auto take = [&title](const Row& row) {
        title = row.text(0);
        return false;
    };
    // A missing title is no reason to hide the operation.
    if (entity == Entity::User) {
        (void)reader.select(QStringLiteral("SELECT trim(coalesce(family_name, '') || '　' || coalesce(given_name, ''), '　')"
                                           " FROM v_user WHERE id = ?"),
                            {id}, take);
    } else if (entity == Entity::VaccinationSetting) {
        (void)reader.select(QStringLiteral("SELECT i.name FROM v_vaccination_setting AS v JOIN cache.mirror_vaccine_item"
                                           " AS i ON i.mgmt_no = v.mgmt_no WHERE v.id = ?"),
                            {id}, take);
    }
    return title;
}

static Result<OperationRow> describe(Connection& reader, const StoredOp& stored, const QUuid& me)
{
    OperationRow out;
    out.opId = stored.op.opId;
    out.entity = stored.op.entity;
    out.rowId = stored.op.id;
    out.rowTitle = titleOf(reader, out.entity, out.rowId);
    out.kind = stored.op.kind;
    out.authorId = stored.author;
    out.authorName = titleOf(reader, Entity::User, stored.author);
    out.isMine = stored.author == me;
    out.state = stored.state;
    out.madeAt = stored.createdAt;
    out.changes = differences(stored.op);
    out.reason = stored.op.reason;
    out.problem = stored.problem;
    out.attempts = stored.attempts;
    out.nextAction = nextActionFor(out);
    const bool isOpen = out.state == OpState::Rejected || out.state == OpState::Blocked
        || out.state == OpState::WaitingApproval
        || ((out.state == OpState::Queued || out.state == OpState::WaitingStepUp) && stored.wasNeverSent());
    if (isOpen && out.isMine) {
        const auto later = reader.selectInteger(
            QStringLiteral("SELECT count(*) FROM op WHERE entity = ? AND entity_id = ? AND state NOT IN ('applied',"
                           " 'duplicate', 'conflict', 'withdrawn') AND rowid > (SELECT rowid FROM op WHERE op_id = ?)"),
            {entityName(out.entity), out.rowId, out.opId});
        if (!later)
            return later.error();
        out.canWithdraw = *later == 0;
    }
    return out;
}

static Result<OperationPage> readOperations(Connection& reader, const QString& where, QVariantList values, int offset,
                                            int limit, const QUuid& me)
{
    OperationPage page;
    page.offset = offset;
    const auto total = reader.selectInteger(QStringLiteral("SELECT count(*) FROM op WHERE ") + where, values);
    if (!total)
        return total.error();
    page.total = int(*total);
    values.append({limit, offset});
    QList<StoredOp> ops;
    const auto read = reader.select(
        QStringLiteral("SELECT %1 FROM op WHERE %2 ORDER BY rowid DESC LIMIT ? OFFSET ?").arg(opColumns(), where), values,
        [&ops](const Row& row) {
            ops.append(opFromRow(row));
            return true;
        });
    if (!read)
        return read.error();
    for (const StoredOp& o : ops) {
        const auto row = describe(reader, o, me);
        if (!row)
            return row.error();
        page.rows.append(*row);
    }
    return page;
}

// ---- conflicts ---------------------------------------------------------------------------------------------------

static QString conflictSelect()
{
    return QStringLiteral("SELECT id, entity, entity_id, op_id, base_json, ours_json, theirs_json, theirs_ver, theirs_actor,"
                          " theirs_at, fields, class, state, created_at FROM conflict ");
}

static ConflictClass classFromText(const QString& text)
{
    if (text == QLatin1String("edit_delete"))
        return ConflictClass::EditDelete;
    return text == QLatin1String("delete_edit") ? ConflictClass::DeleteEdit : ConflictClass::EditEdit;
}

namespace {
struct RawConflict
{
    ConflictRow row;
    QJsonObject base;
    QJsonObject ours;
    std::optional<QJsonObject> theirs;
    QStringList groups;
};
} // namespace

static RawConflict rawFrom(const Row& row)
{
    RawConflict out;
    out.row.id = row.uuid(0);
    out.row.entity = entityFromName(row.text(1)).value_or(Entity::User);
    out.row.rowId = row.uuid(2);
    out.row.opId = row.uuid(3);
    out.base = row.object(4);
    out.ours = row.object(5);
    if (!row.isNull(6))
        out.theirs = row.object(6);
    out.row.theirsVer = row.integer(7);
    out.row.theirsActor = row.text(8);
    out.row.theirsAt = instantFromText(row.text(9));
    for (const QJsonValue& group : row.array(10))
        out.groups.append(group.toString());
    out.row.conflictClass = classFromText(row.text(11));
    const QString state = row.text(12);
    out.row.state = state == QLatin1String("open")      ? ConflictState::Open
        : state == QLatin1String("superseded")          ? ConflictState::Superseded
                                                        : ConflictState::Decided;
    out.row.foundAt = instantFromText(row.text(13));
    return out;
}

static Result<ConflictRow> describe(Connection& reader, RawConflict raw, const QUuid& me)
{
    ConflictRow out = raw.row;
    out.rowTitle = titleOf(reader, out.entity, out.rowId);
    if (out.state == ConflictState::Open) {
        const auto overlay = readOverlay(reader, out.entity, out.rowId);
        if (!overlay)
            return overlay.error();
        if (*overlay)
            raw.ours = (*overlay)->fields;
    }
    const auto op = readOp(reader, out.opId);
    if (!op)
        return op.error();
    if (*op)
        out.authorId = (*op)->author;
    out.isMine = out.authorId == me;
    const EntitySchema& schema = schemaOf(out.entity);
    const QJsonObject theirs = raw.theirs.value_or(QJsonObject());
    for (const QString& group : schema.groups()) {
        const bool needsChoice = raw.groups.contains(group);
        const QJsonObject base = groupValues(schema, group, raw.base);
        const bool isChanged = groupValues(schema, group, raw.ours) != base || groupValues(schema, group, theirs) != base;
        if (!needsChoice && !(isChanged && raw.theirs))
            continue;
        ConflictGroup shown{group, needsChoice, {}};
        for (const QString& name : schema.fieldsOfGroup(group)) {
            const auto valueIn = [&name](const QJsonObject& o) {
                return o.contains(name) ? o.value(name) : QJsonValue(QJsonValue::Undefined);
            };
            shown.fields.append({name, valueIn(raw.base), valueIn(raw.ours), valueIn(theirs)});
        }
        out.groups.append(shown);
    }
    return out;
}

class WorkService::Private
{
public:
    WorkService& q;
    Workplace& workplace;
    SyncRunner& sync;
    const Clock& clock;
    RandomSource& random;

    QFuture<Result<void>> write(std::function<Result<void>(Connection&, const WorkContext&)> work, Entity entity,
                                const QUuid& rowId);
    QFuture<Result<OperationPage>> operations(const QString& where, const QVariantList& values, int offset, int limit);
};

WorkService::WorkService(Workplace& workplace, SyncRunner& sync, const Clock& clock, RandomSource& random,
                         QObject* parent)
    : QObject(parent), d(new Private{*this, workplace, sync, clock, random})
{
    connect(&sync, &SyncRunner::workChanged, this, &WorkService::changed);
    connect(&workplace, &Workplace::changed, this, &WorkService::changed);
}

WorkService::~WorkService() = default;

QFuture<Result<OperationPage>> WorkService::Private::operations(const QString& where, const QVariantList& values,
                                                                int offset, int limit)
{
    const auto store = workplace.store();
    if (!store)
        return finishedWith<OperationPage>(ErrorCode::NotSignedIn);
    const QUuid me = workplace.userId();
    return deliveredTo(&q, store->read<OperationPage>([=](Connection& reader) {
        return readOperations(reader, where, values, offset, limit, me);
    }));
}

QFuture<Result<OperationPage>> WorkService::operations(const OperationQuery& query, int offset, int limit)
{
    QStringList terms{QStringLiteral("1")};
    QVariantList values;
    if (query.isOnlyMine) {
        terms.append(QStringLiteral("author_user_id = ?"));
        values.append(d->workplace.userId());
    }
    if (query.state) {
        terms.append(QStringLiteral("state = ?"));
        values.append(opStateText(*query.state));
    } else if (query.isOnlyOpen) {
        // An operation in conflict is open as long as its record is.
        terms.append(QStringLiteral("state NOT IN ('applied', 'duplicate', 'withdrawn') AND (state <> 'conflict' OR op_id"
                                    " IN (SELECT c.op_id FROM conflict AS c WHERE c.state = 'open'))"));
    }
    return d->operations(terms.join(QStringLiteral(" AND ")), values, offset, limit);
}

QFuture<Result<OperationPage>> WorkService::waitingForStepUp()
{
    return d->operations(QStringLiteral("state = 'waiting_stepup' AND author_user_id = ?"), {d->workplace.userId()}, 0,
                         10'000);
}

QFuture<Result<ConflictPage>> WorkService::conflicts(bool isOnlyOpen, int offset, int limit)
{
    const auto store = d->workplace.store();
    if (!store)
        return finishedWith<ConflictPage>(ErrorCode::NotSignedIn);
    const QUuid me = d->workplace.userId();
    return deliveredTo(this, store->read<ConflictPage>([=](Connection& reader) -> Result<ConflictPage> {
        const QString where = isOnlyOpen ? QStringLiteral("WHERE state = 'open'") : QString();
        ConflictPage page;
        page.offset = offset;
        const auto total = reader.selectInteger(QStringLiteral("SELECT count(*) FROM conflict ") + where);
        if (!total)
            return total.error();
        page.total = int(*total);
        QList<RawConflict> raw;
        const auto read = reader.select(conflictSelect() + where + QStringLiteral(" ORDER BY rowid LIMIT ? OFFSET ?"),
                                        {limit, offset}, [&raw](const Row& row) {
                                            raw.append(rawFrom(row));
                                            return true;
                                        });
        if (!read)
            return read.error();
        for (const RawConflict& r : raw) {
            const auto row = describe(reader, r, me);
            if (!row)
                return row.error();
            page.rows.append(*row);
        }
        return page;
    }));
}

QFuture<Result<ConflictRow>> WorkService::conflict(const QUuid& id)
{
    const auto store = d->workplace.store();
    if (!store)
        return finishedWith<ConflictRow>(ErrorCode::NotSignedIn);
    const QUuid me = d->workplace.userId();
    return deliveredTo(this, store->read<ConflictRow>([id, me](Connection& reader) -> Result<ConflictRow> {
        std::optional<RawConflict> raw;
        const auto read = reader.select(conflictSelect() + QStringLiteral("WHERE id = ?"), {id}, [&raw](const Row& row) {
            raw = rawFrom(row);
            return false;
        });
        if (!read)
            return read.error();
        return raw ? describe(reader, *raw, me) : Result<ConflictRow>(ErrorCode::RowNotFound);
    }));
}

QFuture<Result<SyncCounts>> WorkService::counts()
{
    const auto store = d->workplace.store();
    if (!store)
        return finishedWith<SyncCounts>(SyncCounts{});
    const QUuid me = d->workplace.userId();
    return deliveredTo(this, store->read<SyncCounts>([me](Connection& reader) { return countWork(reader, me); }));
}

// ---- deciding ----------------------------------------------------------------------------------------------------

QFuture<Result<void>> WorkService::Private::write(std::function<Result<void>(Connection&, const WorkContext&)> work,
                                                  Entity entity, const QUuid& rowId)
{
    const auto store = workplace.store();
    if (!store)
        return finishedWith<void>(ErrorCode::NotSignedIn);
    const WorkContext who = contextOf(workplace, clock, random);
    auto written = store->write<bool>(Store::File::Work, [who, work](Connection& connection) -> Result<bool> {
        const auto done = work(connection, who);
        return done ? Result<bool>(true) : Result<bool>(done.error());
    });
    return chained<void>(std::move(written), &q, [this, entity, rowId](bool) {
        sync.noteSaved(entity, rowId.isNull() ? QList<QUuid>() : QList<QUuid>{rowId});
        return finishedWith<void>({});
    });
}

QFuture<Result<void>> WorkService::decide(const QUuid& conflictId, qint64 theirsVer,
                                          const QHash<QString, Side>& choices, const QString& reason)
{
    return chained<void>(conflict(conflictId), this, [=, this](const ConflictRow& row) {
        return d->write(
            [=](Connection& work, const WorkContext& who) -> Result<void> {
                const auto done = decideConflict(work, who, conflictId, theirsVer, choices, reason);
                return done ? Result<void>() : Result<void>(done.error());
            },
            row.entity, row.rowId);
    });
}

QFuture<Result<void>> WorkService::withdraw(const QUuid& opId)
{
    const auto store = d->workplace.store();
    if (!store)
        return finishedWith<void>(ErrorCode::NotSignedIn);
    auto found = store->read<std::optional<StoredOp>>([opId](Connection& reader) { return readOp(reader, opId); });
    return chained<void>(std::move(found), this, [this, opId](const std::optional<StoredOp>& op) {
        if (!op)
            return finishedWith<void>(ErrorCode::RowNotFound);
        return d->write([opId](Connection& work, const WorkContext& who) { return yoyo::withdraw(work, who, opId); },
                        op->op.entity, op->op.id);
    });
}

} // namespace yoyo
