// SPDX-License-Identifier: Apache-2.0
// policy, push, ops/status, changes.
#include "models/domain/ids.h"
#include "tests/central/feed.h"
#include "tests/central/push_apply.h"
#include "tests/central/row_store.h"
#include "tests/central/service_parts.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace yoyo::service {

static QJsonObject policyDocument()
{
    QJsonArray entities;
    for (const EntitySchema& schema : allSchemas()) {
        QJsonArray groups;
        for (const QString& group : schema.groups())
            groups.append(QJsonObject{{QStringLiteral("name"), group},
                                      {QStringLiteral("rule"), QStringLiteral("person")},
                                      {QStringLiteral("fields"), QJsonArray::fromStringList(schema.fieldsOfGroup(group))}});
        entities.append(QJsonObject{{QStringLiteral("entity"), QLatin1String(schema.name)},
                                    {QStringLiteral("scope"), QLatin1String(schema.scope)},
                                    {QStringLiteral("groups"), groups}});
    }
    return {{QStringLiteral("version"), 1}, {QStringLiteral("entities"), entities}};
}

/// Idempotent by batch: the reply is stored in the transaction that applies the operations, so that either both are
/// there or neither. Another batch that arrives meanwhile waits for the dataset's lock.
static Result<Reply> push(ServiceParts& parts, const Call& call)
{
    const auto ops = parseOperations(call.body, pushOps);
    if (!ops)
        return ops.error();
    QList<QUuid> invited;
    const auto reply = parts.database.write<QByteArray>([&](Sql& sql) -> Result<QByteArray> {
        const Caller& caller = *call.caller;
        lockDataset(sql, caller.municipalityCode);
        // Suspended or demoted since the token was looked up: the session has ended.
        const auto session = sql.first(QStringLiteral("SELECT ended_at FROM login_session WHERE id = ?"),
                                       {idText(caller.sessionId)});
        if (!session || !session->first().toString().isEmpty())
            return Error(ErrorCode::SessionExpired);
        const QString author = idText(caller.userId);
        const QString batch = idText(call.idempotencyKey);
        const QString digest = QString::fromLatin1(call.bodySha256.toHex());
        const auto known = sql.first(
            QStringLiteral("SELECT sha256, reply FROM push_batch WHERE author = ? AND batch_id = ?"), {author, batch});
        if (known && known->at(0).toString() != digest)
            return Error(ErrorCode::IdempotencyKeyReused);
        if (known)
            return known->at(1).toString().toUtf8();

        PushApply apply(sql, caller, {parts.sessions, parts.clock, parts.random, parts.policy, parts.reference});
        QJsonArray outcomes;
        for (const Operation& op : *ops)
            outcomes.append(apply.apply(op));
        const QByteArray body =
            QJsonDocument(QJsonObject{{QStringLiteral("outcomes"), outcomes}}).toJson(QJsonDocument::Compact);
        sql.run(QStringLiteral("INSERT INTO push_batch (author, batch_id, sha256, reply, done_at)"
                               " VALUES (?, ?, ?, ?, ?)"),
                {author, batch, digest, QString::fromUtf8(body), instantText(parts.clock.nowUtc())});
        invited = apply.invited();
        return body;
    });
    if (!reply)
        return reply.error();
    parts.inviter.add(invited);
    return Reply{200, "application/vnd.yoyo+json", *reply, {}};
}

static QJsonObject statusOf(Sql& sql, const Caller& caller, const QUuid& opId)
{
    QJsonObject out{{QStringLiteral("op_id"), idText(opId)}, {QStringLiteral("outcome"), QStringLiteral("unknown")}};
    const auto known = rememberedOutcome(sql, opId);
    if (!known || known->author != caller.userId)
        return out;
    out.insert(QStringLiteral("outcome"), known->outcome);
    if (known->problem)
        out.insert(QStringLiteral("problem"), problemJson(*known->problem));
    const auto entity = entityFromName(known->entity);
    if (!entity || known->ver == 0)
        return out;
    out.insert(QStringLiteral("ver"), known->ver);
    out.insert(QStringLiteral("seq"), QString::number(known->seq));
    if (const auto row = findRow(sql, caller.municipalityCode, *entity, known->rowId))
        out.insert(QStringLiteral("row"), rowJson(*row, caller));
    return out;
}

static Result<Reply> opsStatus(ServiceParts& parts, const Call& call)
{
    const QJsonValue list = call.body.value(QStringLiteral("op_ids"));
    const Error malformed(ErrorCode::RequestMalformed, {}, {{QStringLiteral("pointer"), QStringLiteral("/op_ids")}},
                          QStringLiteral("/op_ids"));
    const QJsonArray members = list.toArray();
    if (call.body.size() != 1 || members.isEmpty() || members.size() > pushOps)
        return malformed;
    QList<QUuid> ids;
    for (const QJsonValue& member : members) {
        ids.append(idFromText(member.toString()));
        if (ids.last().isNull())
            return malformed;
    }
    return parts.database.read<Reply>([&](Sql& sql) -> Result<Reply> {
        QJsonArray outcomes;
        for (const QUuid& id : ids)
            outcomes.append(statusOf(sql, *call.caller, id));
        return Reply::json(200, {{QStringLiteral("outcomes"), outcomes}});
    });
}

static Error wrongParameter(const char* name)
{
    const QString pointer = QStringLiteral("?") + QLatin1String(name);
    return Error(ErrorCode::RequestMalformed, {}, {{QStringLiteral("pointer"), pointer}}, pointer);
}

static Result<Reply> changes(ServiceParts& parts, const Call& call)
{
    const QString scope = call.query.value(QStringLiteral("scope"));
    // The scope of persons belongs to the contract, but this office's caller has no rows there yet.
    if (scope == QLatin1String("people"))
        return Error(ErrorCode::ScopeForbidden, {}, {{QStringLiteral("scope"), scope}});
    if (scope != QLatin1String("national") && scope != QLatin1String("office"))
        return wrongParameter("scope");
    bool isNumber = true;
    const QString limitText = call.query.value(QStringLiteral("limit"));
    const int limit = limitText.isEmpty() ? changesRows : limitText.toInt(&isNumber);
    if (!isNumber || limit < 1 || limit > changesRows)
        return wrongParameter("limit");
    const QString cursor = call.query.value(QStringLiteral("cursor"));
    const auto page = parts.database.read<FeedPage>(
        [&](Sql& sql) -> Result<FeedPage> { return readFeed(sql, *call.caller, scope, cursor, limit); });
    if (!page)
        return page.error();
    Reply reply{200, "application/x-ndjson", page->lines, {}};
    if (page->hasMore)
        reply.headers.append({"Link", QStringLiteral("</v1/changes?scope=%1&cursor=%2&limit=%3>; rel=\"next\"")
                                          .arg(scope, page->cursor)
                                          .arg(limit)
                                          .toLatin1()});
    return reply;
}

QList<Route> dataRoutes(ServiceParts& parts)
{
    Route policy;
    policy.method = "GET";
    policy.pattern = "/v1/policy";
    policy.handler = [](const Call&) -> Result<Reply> { return Reply::json(200, policyDocument()); };
    Route pushing;
    pushing.method = "POST";
    pushing.pattern = "/v1/push";
    pushing.bodyLimit = pushBytes;
    pushing.replay = RouteReplay::Own;
    pushing.handler = [&parts](const Call& call) { return push(parts, call); };
    Route status;
    status.method = "POST";
    status.pattern = "/v1/ops/status";
    status.handler = [&parts](const Call& call) { return opsStatus(parts, call); };
    Route feed;
    feed.method = "GET";
    feed.pattern = "/v1/changes";
    feed.handler = [&parts](const Call& call) { return changes(parts, call); };
    return {policy, pushing, status, feed};
}

} // namespace yoyo::service
