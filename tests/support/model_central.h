// SPDX-License-Identifier: Apache-2.0
// A central service in memory: the rules of contract 1 for push, status and changes, with faults on demand. Answers at
// once, on the calling thread. For tests of sync and of everything above it, where the real service would only be slow.
#pragma once

#include "models/central/central.h"
#include "models/domain/row_hash.h"
#include "models/domain/user_rules.h"
#include "models/sync/merge.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPromise>

#include <functional>
#include <map>

namespace yoyo::test {

class ModelCentral final : public Central
{
public:
    enum class Fault {
        None,
        Refused,       ///< never arrives
        Lost,          ///< arrives and is done; the reply is lost
        Expired,       ///< 401
        Busy,          ///< 429 with Retry-After
        Broken,        ///< 500 before anything is done
        BadOutcomes,   ///< done, but an outcome is missing
    };
    /// Asked before each request; the route is "handshake", "push", "ops/status" or "changes".
    std::function<Fault(const QString& route)> fault = [](const QString&) { return Fault::None; };
    std::function<void()> afterChanges; ///< called when a page is made and has not yet arrived
    QUuid epoch{QStringLiteral("{0192f0aa-0000-7000-8000-0000000000ee}")};
    bool isSteppedUp = true;
    bool isInMaintenance = false;
    int requests = 0;
    int pushes = 0;
    QHash<QUuid, int> effects; ///< how often each operation changed something

    /// As if a colleague, or the service itself, had written it.
    void write(Entity entity, const QUuid& id, const QJsonObject& set, const QStringList& unset = {})
    {
        EntityRow& row = m_rows[id];
        row.entity = entity;
        row.id = id;
        row.ver += 1;
        row.seq = ++m_seq;
        row.fields = withChange(row.fields, FieldChange{set, unset});
        row.fields.insert(QStringLiteral("updated_by"), QStringLiteral("colleague"));
    }
    void remove(const QUuid& id)
    {
        EntityRow& row = m_rows[id];
        row.ver += 1;
        row.seq = ++m_seq;
        row.isDeleted = true;
        row.fields = {};
    }
    EntityRow row(const QUuid& id) const { return m_rows.value(id); }
    const QHash<QUuid, EntityRow>& rows() const { return m_rows; }
    bool knows(const QUuid& opId) const { return m_memory.contains(opId); }

    QFuture<Result<Handshake>> handshake() override
    {
        if (const auto error = before(QStringLiteral("handshake")))
            return done<Handshake>(*error);
        Handshake h;
        h.service = QStringLiteral("yoyo-central");
        h.environment = QStringLiteral("practice");
        h.contractMinimum = h.contractMaximum = 1;
        h.datasetEpoch = epoch;
        h.maximumPushOps = 500;
        h.maximumPushBytes = 1 << 20;
        h.maximumChangesRows = 3; // small pages: the loop over them is tested too
        h.serverTime = QDateTime::currentDateTimeUtc();
        if (isInMaintenance)
            h.maintenance = MaintenanceNotice{};
        return done<Handshake>(h);
    }

    QFuture<Result<PushReply>> push(const SecretBuffer&, const QUuid& batchId, const QByteArray& body) override
    {
        const Fault now = fault(QStringLiteral("push"));
        ++requests;
        if (now != Fault::None && now != Fault::Lost && now != Fault::BadOutcomes)
            return done<PushReply>(errorOf(now));
        ++pushes;
        PushReply reply = m_batches.value(batchId);
        if (reply.outcomes.isEmpty()) {
            const QJsonArray ops = QJsonDocument::fromJson(body).object().value(QStringLiteral("ops")).toArray();
            for (const QJsonValue& op : ops)
                reply.outcomes.append(take(op.toObject()));
            m_batches.insert(batchId, reply);
        }
        if (now == Fault::Lost)
            return done<PushReply>(Error(ErrorCode::ConnectionLost));
        if (now == Fault::BadOutcomes)
            reply.outcomes.removeLast();
        return done<PushReply>(reply);
    }

    QFuture<Result<PushReply>> opsStatus(const SecretBuffer&, const QList<QUuid>& opIds) override
    {
        if (const auto error = before(QStringLiteral("ops/status")))
            return done<PushReply>(*error);
        PushReply reply;
        for (const QUuid& id : opIds) {
            Outcome unknown;
            unknown.opId = id;
            reply.outcomes.append(m_memory.value(id, unknown));
        }
        return done<PushReply>(reply);
    }

    QFuture<Result<ChangesPage>> changes(const SecretBuffer&, const QString& scope, const QString& cursor,
                                         int limit) override
    {
        if (const auto error = before(QStringLiteral("changes")))
            return done<ChangesPage>(*error);
        std::map<qint64, EntityRow> feed;
        for (const EntityRow& row : m_rows) {
            if (scope == QLatin1String(schemaOf(row.entity).scope) && row.seq > cursor.toLongLong())
                feed.emplace(row.seq, row);
        }
        ChangesPage page;
        page.datasetEpoch = epoch;
        page.cursor = cursor.isEmpty() ? QStringLiteral("0") : cursor;
        page.upToSeq = m_seq;
        for (const auto& [seq, row] : feed) {
            if (page.rows.size() == limit) {
                page.hasMore = true;
                break;
            }
            page.rows.append(row);
            page.cursor = QString::number(seq);
        }
        if (!page.hasMore) {
            page.digest = BucketHash();
            for (const EntityRow& row : m_rows) {
                if (scope == QLatin1String(schemaOf(row.entity).scope) && !row.isDeleted)
                    page.digest->add(rowHash(row));
            }
        }
        if (afterChanges)
            afterChanges();
        return done<ChangesPage>(page);
    }

    QFuture<Result<EntityRow>> resetUser(const SecretBuffer&, const QUuid& id) override
    {
        if (const auto error = before(QStringLiteral("reset")))
            return done<EntityRow>(*error);
        if (!m_rows.contains(id))
            return done<EntityRow>(Error(ErrorCode::UserNotFound));
        write(Entity::User, id, {{QStringLiteral("credential_state"), QStringLiteral("temporary_sent")}});
        return done<EntityRow>(m_rows.value(id));
    }
    QFuture<Result<EntityRow>> unlockUser(const SecretBuffer& token, const QUuid& id) override
    {
        return resetUser(token, id);
    }
    QFuture<Result<EntityRow>> endUserSessions(const SecretBuffer& token, const QUuid& id) override
    {
        return resetUser(token, id);
    }

    // Not asked by anything that uses this model.
    QFuture<Result<SessionReply>> signIn(const QString&, const SecretBuffer&, const QUuid&, const QString&) override
    {
        return done<SessionReply>(Error(ErrorCode::InternalError));
    }
    QFuture<Result<SessionReply>> refresh(const SecretBuffer&) override
    {
        return done<SessionReply>(Error(ErrorCode::InternalError));
    }
    QFuture<Result<void>> revoke(const SecretBuffer&) override { return done<void>(Result<void>()); }
    QFuture<Result<QDateTime>> stepUp(const SecretBuffer&, const SecretBuffer&) override
    {
        return done<QDateTime>(Error(ErrorCode::InternalError));
    }
    QFuture<Result<SessionReply>> changePassword(const SecretBuffer&, const SecretBuffer&, const SecretBuffer&) override
    {
        return done<SessionReply>(Error(ErrorCode::InternalError));
    }
    QFuture<Result<void>> requestReset(const QString&, const QString&) override { return done<void>(Result<void>()); }
    QFuture<Result<SecretBuffer>> recoverySecret(const SecretBuffer&, const QUuid&) override
    {
        return done<SecretBuffer>(Error(ErrorCode::InternalError));
    }
    QFuture<Result<MeReply>> me(const SecretBuffer&) override { return done<MeReply>(Error(ErrorCode::InternalError)); }
    std::optional<std::chrono::milliseconds> clockSkew() const override { return std::nullopt; }
    void cancelAll() override {}

private:
    template <typename T>
    static QFuture<Result<T>> done(Result<T> result)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(result));
        promise.finish();
        return promise.future();
    }

    static Error errorOf(Fault fault)
    {
        switch (fault) {
        case Fault::Refused:
            return ErrorCode::ConnectionRefused;
        case Fault::Expired:
            return ErrorCode::SessionExpired;
        case Fault::Busy: {
            Error busy(ErrorCode::RateLimited);
            busy.retryAfter = std::chrono::milliseconds(1);
            return busy;
        }
        case Fault::Broken:
            return ErrorCode::InternalError;
        default:
            return ErrorCode::ConnectionLost;
        }
    }

    std::optional<Error> before(const QString& route)
    {
        ++requests;
        const Fault now = fault(route);
        return now == Fault::None || now == Fault::BadOutcomes ? std::nullopt : std::optional<Error>(errorOf(now));
    }

    Outcome take(const QJsonObject& op)
    {
        const QUuid opId(op.value(QStringLiteral("op_id")).toString());
        if (m_memory.contains(opId)) {
            Outcome again = m_memory.value(opId);
            if (again.outcome == OutcomeKind::Applied)
                again.outcome = OutcomeKind::Duplicate;
            return again;
        }
        Outcome out = decide(op);
        out.opId = opId;
        if (out.outcome == OutcomeKind::Applied)
            ++effects[opId];
        if (out.outcome != OutcomeKind::Blocked)
            m_memory.insert(opId, out);
        return out;
    }

    static Outcome refused(OutcomeKind kind, Error problem)
    {
        Outcome out;
        out.outcome = kind;
        out.problem = std::move(problem);
        return out;
    }

    Outcome decide(const QJsonObject& op)
    {
        const Entity entity = *entityFromName(op.value(QStringLiteral("entity")).toString());
        const EntitySchema& schema = schemaOf(entity);
        const QUuid id(op.value(QStringLiteral("id")).toString());
        const QString kind = op.value(QStringLiteral("kind")).toString();
        FieldChange change{op.value(QStringLiteral("set")).toObject(), {}};
        for (const QJsonValue& name : op.value(QStringLiteral("unset")).toArray())
            change.unset.append(name.toString());
        if (!isSteppedUp && isPrivileged(entity, kind, {}, id, change.fields(schema)))
            return refused(OutcomeKind::Blocked, ErrorCode::StepUpRequired);
        if (kind == QLatin1String("create"))
            return create(entity, id, change);
        if (!m_rows.contains(id))
            return refused(OutcomeKind::Rejected, ErrorCode::RowNotFound);
        qint64 baseVer = op.value(QStringLiteral("base_ver")).toInteger();
        if (op.contains(QStringLiteral("after_op"))) {
            const QUuid after(op.value(QStringLiteral("after_op")).toString());
            const Outcome earlier = m_memory.value(after);
            if (!earlier.row || earlier.outcome != OutcomeKind::Applied)
                return refused(OutcomeKind::Blocked, ErrorCode::PredecessorNotApplied);
            baseVer = earlier.ver;
        }
        const EntityRow& row = m_rows[id];
        const QJsonObject baseValues = op.value(QStringLiteral("base_values")).toObject();
        if (row.isDeleted || (row.ver != baseVer && collides(schema, row.fields, change, baseValues))) {
            Outcome out = refused(OutcomeKind::Conflict, ErrorCode::VersionConflict);
            out.row = row;
            return out;
        }
        if (entity == Entity::User && change.set.value(QStringLiteral("state")) == QLatin1String("suspended")
            && isLastAdministrator(id))
            return refused(OutcomeKind::Rejected, Error(ErrorCode::LastAdministrator, {}, {}, QStringLiteral("state")));
        return applied(entity, id, change);
    }

    static bool collides(const EntitySchema& schema, const QJsonObject& now, const FieldChange& change,
                         const QJsonObject& baseValues)
    {
        for (const QString& group : groupsTouched(schema, change.fields(schema))) {
            const QJsonObject here = groupValues(schema, group, now);
            const QJsonObject wanted = groupValues(schema, group, withChange(baseValues, change));
            if (here != groupValues(schema, group, baseValues) && here != wanted)
                return true;
        }
        return false;
    }

    Outcome create(Entity entity, const QUuid& id, const FieldChange& change)
    {
        if (m_rows.contains(id))
            return refused(OutcomeKind::Rejected, ErrorCode::RowExists);
        const QString loginId = change.set.value(QStringLiteral("login_id")).toString();
        for (const EntityRow& row : std::as_const(m_rows)) {
            if (entity == Entity::User && row.fields.value(QStringLiteral("login_id")).toString() == loginId)
                return refused(OutcomeKind::Rejected,
                               Error(ErrorCode::LoginIdTaken, {}, {{QStringLiteral("login_id"), loginId}},
                                     QStringLiteral("login_id")));
        }
        return applied(entity, id, change);
    }

    Outcome applied(Entity entity, const QUuid& id, const FieldChange& change)
    {
        write(entity, id, change.set, change.unset);
        Outcome out;
        out.outcome = OutcomeKind::Applied;
        out.row = m_rows.value(id);
        out.ver = out.row->ver;
        out.seq = out.row->seq;
        return out;
    }

    bool isLastAdministrator(const QUuid& id) const
    {
        int others = 0;
        for (const EntityRow& row : m_rows) {
            others += row.entity == Entity::User && row.id != id
                && row.fields.value(QStringLiteral("role")) == QLatin1String("administrator")
                && row.fields.value(QStringLiteral("state")) != QLatin1String("suspended");
        }
        return others == 0;
    }

    QHash<QUuid, EntityRow> m_rows;
    QHash<QUuid, Outcome> m_memory;
    QHash<QUuid, PushReply> m_batches;
    qint64 m_seq = 0;
};

} // namespace yoyo::test
