// SPDX-License-Identifier: Apache-2.0
#include "models/central/wire_json.h"

#include "models/central/feed_parser.h"
#include "models/domain/clock.h"
#include "models/domain/ids.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace yoyo {

static Error invalid(const QString& reason)
{
    return Error(ErrorCode::ReplyInvalid, QStringLiteral("reply body"), {{QStringLiteral("reason"), reason}});
}

namespace {

/// Reads members of one object and remembers the first that was not right, over all objects of a reply.
class Reader
{
public:
    explicit Reader(const QByteArray& body)
    {
        const QJsonDocument document = QJsonDocument::fromJson(body);
        m_json = document.object();
        if (!document.isObject())
            fail("not a JSON object");
    }
    Reader(QJsonObject json, Reader& parent) : m_json(std::move(json)), m_parent(&parent) {}

    QString text(const char* key) { return wanted(key, QJsonValue::String).toString(); }
    bool boolean(const char* key) { return wanted(key, QJsonValue::Bool).toBool(); }
    qint64 integer(const char* key)
    {
        constexpr qint64 none = -1;
        const qint64 number = wanted(key, QJsonValue::Double).toInteger(none);
        if (number == none)
            fail(key);
        return number;
    }
    int smallInteger(const char* key)
    {
        const qint64 number = integer(key);
        if (number > INT_MAX)
            fail(key);
        return int(number);
    }
    QUuid id(const char* key)
    {
        const QUuid value = idFromText(text(key));
        if (value.isNull())
            fail(key);
        return value;
    }
    QDateTime instant(const char* key)
    {
        const QDateTime value = instantFromText(text(key));
        if (!value.isValid())
            fail(key);
        return value;
    }
    SecretBuffer secret(const char* key)
    {
        const QString value = text(key);
        if (value.isEmpty())
            fail(key);
        return SecretBuffer::fromText(value);
    }
    QJsonObject object(const char* key) { return wanted(key, QJsonValue::Object).toObject(); }
    QJsonArray array(const char* key) { return wanted(key, QJsonValue::Array).toArray(); }
    bool has(const char* key) const
    {
        const QJsonValue value = m_json.value(QLatin1String(key));
        return !value.isUndefined() && !value.isNull();
    }
    void fail(const char* where)
    {
        if (m_parent != nullptr)
            m_parent->fail(where);
        else if (m_failure.isEmpty())
            m_failure = QString::fromLatin1(where);
    }
    template <typename T>
    Result<T> result(T value) const
    {
        if (!m_failure.isEmpty())
            return invalid(m_failure);
        return value;
    }

private:
    QJsonValue wanted(const char* key, QJsonValue::Type type)
    {
        QJsonValue value = m_json.value(QLatin1String(key));
        if (value.type() != type)
            fail(key);
        return value;
    }

    QJsonObject m_json;
    Reader* m_parent = nullptr;
    QString m_failure;
};

} // namespace

static SessionUser readUser(Reader user)
{
    SessionUser out{user.id("id"),           user.text("login_id"), user.text("family_name"),
                    user.text("given_name"), user.text("role"),     user.boolean("unattended")};
    if (out.role != QLatin1String("administrator") && out.role != QLatin1String("staff") &&
        out.role != QLatin1String("reader"))
        user.fail("role");
    return out;
}

static OfficeInfo readOffice(Reader office)
{
    OfficeInfo out;
    out.municipalityCode = office.text("municipality_code");
    out.name = office.text("name");
    out.environment = office.text("environment");
    out.isDemo = office.boolean("demo");
    for (const QJsonValue& value : office.array("administrators")) {
        Reader contact(value.toObject(), office);
        out.administrators.append({contact.text("name"), contact.text("department"), contact.text("phone")});
    }
    Reader helpdesk(office.object("helpdesk"), office);
    out.helpdesk = {helpdesk.text("name"), helpdesk.text("url"), helpdesk.text("phone")};
    return out;
}

Result<Handshake> parseHandshake(const QByteArray& body)
{
    Reader reply(body);
    Handshake out;
    out.service = reply.text("service");
    out.version = reply.text("version");
    out.environment = reply.text("environment");
    out.isDemo = reply.boolean("demo");
    Reader contract(reply.object("contract"), reply);
    out.contractMinimum = contract.smallInteger("min");
    out.contractMaximum = contract.smallInteger("max");
    Reader features(reply.object("features"), reply);
    out.hasLateEntryWindows = features.boolean("late_entry_windows");
    out.policy = reply.object("policy");
    out.policyVersion = reply.smallInteger("policy_version");
    out.datasetEpoch = reply.id("dataset_epoch");
    Reader limits(reply.object("limits"), reply);
    out.maximumPushOps = limits.smallInteger("push_ops");
    out.maximumPushBytes = limits.integer("push_bytes");
    out.maximumChangesRows = limits.smallInteger("changes_rows");
    out.opMemoryDays = reply.smallInteger("op_memory_days");
    out.tombstoneDays = reply.smallInteger("tombstone_days");
    out.serverTime = reply.instant("server_time");
    if (reply.has("maintenance")) {
        Reader maintenance(reply.object("maintenance"), reply);
        out.maintenance.emplace();
        if (maintenance.has("until"))
            out.maintenance->until = maintenance.instant("until");
    }
    return reply.result(out);
}

Result<SessionReply> parseSession(const QByteArray& body)
{
    Reader reply(body);
    SessionReply out;
    const QString kind = reply.text("kind");
    out.kind = kind == QLatin1String("full") ? SessionKind::Full : SessionKind::Temporary;
    if (out.kind == SessionKind::Temporary && kind != QLatin1String("temporary"))
        reply.fail("kind");
    out.accessToken = reply.secret("access_token");
    out.accessExpiresIn = std::chrono::seconds(reply.integer("access_expires_in"));
    if (out.kind == SessionKind::Full)
        out.refreshToken = reply.secret("refresh_token");
    if (reply.has("step_up_expires_at"))
        out.stepUpExpiresAt = reply.instant("step_up_expires_at");
    out.user = readUser(Reader(reply.object("user"), reply));
    out.office = readOffice(Reader(reply.object("office"), reply));
    out.serverTime = reply.instant("server_time");
    return reply.result(out);
}

Result<MeReply> parseMe(const QByteArray& body)
{
    Reader reply(body);
    MeReply out;
    out.user = readUser(Reader(reply.object("user"), reply));
    out.office = readOffice(Reader(reply.object("office"), reply));
    out.policy = reply.object("policy");
    out.serverTime = reply.instant("server_time");
    return reply.result(out);
}

Result<QDateTime> parseStepUp(const QByteArray& body)
{
    Reader reply(body);
    const QDateTime until = reply.instant("step_up_expires_at");
    return reply.result(until);
}

Result<SecretBuffer> parseRecoverySecret(const QByteArray& body)
{
    constexpr qsizetype secretBytes = 32;
    Reader reply(body);
    auto decoded = QByteArray::fromBase64Encoding(reply.text("secret").toLatin1(),
                                                  QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != secretBytes)
        reply.fail("secret");
    return reply.result(SecretBuffer::takeFrom(decoded.decoded));
}

Result<EntityRow> parseRowReply(const QByteArray& body)
{
    Reader reply(body);
    const Result<QJsonObject> row = reply.result(reply.object("row"));
    if (!row)
        return row.error();
    return feedRow(*row);
}

Error problemFromJson(const QJsonObject& problem)
{
    const QString wire = problem.value(QStringLiteral("code")).toString();
    const ErrorInfo* known = errorByWireCode(wire.toStdString());
    if (known == nullptr || wire.isEmpty())
        return Error(ErrorCode::CodeUnknown, {}, {{QStringLiteral("wire_code"), wire}});
    return Error(known->id, {}, problem.value(QStringLiteral("params")).toObject(),
                 problem.value(QStringLiteral("pointer")).toString());
}

static std::optional<OutcomeKind> outcomeKind(const QString& text)
{
    static constexpr struct
    {
        const char* text;
        OutcomeKind kind;
    } names[] = {{"applied", OutcomeKind::Applied},   {"duplicate", OutcomeKind::Duplicate},
                 {"conflict", OutcomeKind::Conflict}, {"rejected", OutcomeKind::Rejected},
                 {"blocked", OutcomeKind::Blocked},   {"unknown", OutcomeKind::Unknown}};
    for (const auto& name : names) {
        if (text == QLatin1String(name.text))
            return name.kind;
    }
    return std::nullopt;
}

static Result<Outcome> readOutcome(const QJsonObject& json)
{
    Outcome out;
    out.opId = idFromText(json.value(QStringLiteral("op_id")).toString());
    const std::optional<OutcomeKind> kind = outcomeKind(json.value(QStringLiteral("outcome")).toString());
    if (out.opId.isNull() || !kind)
        return invalid(QStringLiteral("outcome"));
    out.outcome = *kind;
    out.ver = json.value(QStringLiteral("ver")).toInteger();
    out.seq = json.value(QStringLiteral("seq")).toString().toLongLong();
    if (const QJsonValue row = json.value(QStringLiteral("row")); row.isObject()) {
        Result<EntityRow> read = feedRow(row.toObject());
        if (!read)
            return read.error();
        out.row = *std::move(read);
    }
    if (const QJsonValue problem = json.value(QStringLiteral("problem")); problem.isObject())
        out.problem = problemFromJson(problem.toObject());
    const bool mustExplain = out.outcome == OutcomeKind::Rejected || out.outcome == OutcomeKind::Blocked;
    if ((mustExplain && !out.problem) || (out.outcome == OutcomeKind::Conflict && !out.row && !out.problem))
        return invalid(QStringLiteral("outcome without its reason"));
    return out;
}

Result<PushReply> parseOutcomes(const QByteArray& body, const QList<QUuid>& opIds)
{
    Reader reply(body);
    const Result<QJsonArray> outcomes = reply.result(reply.array("outcomes"));
    if (!outcomes)
        return outcomes.error();
    if (outcomes->size() != opIds.size())
        return invalid(
            QStringLiteral("%1 outcomes for %2 operations").arg(outcomes->size()).arg(opIds.size()));
    PushReply out;
    for (qsizetype i = 0; i < opIds.size(); ++i) {
        Result<Outcome> outcome = readOutcome(outcomes->at(i).toObject());
        if (!outcome)
            return outcome.error();
        if (outcome->opId != opIds[i])
            return invalid(QStringLiteral("outcomes in another order"));
        out.outcomes.append(*std::move(outcome));
    }
    return out;
}

QList<QUuid> opIdsOfPush(const QByteArray& body)
{
    QList<QUuid> ids;
    const QJsonArray ops = QJsonDocument::fromJson(body).object().value(QStringLiteral("ops")).toArray();
    for (const QJsonValue& op : ops)
        ids.append(idFromText(op.toObject().value(QStringLiteral("op_id")).toString()));
    return ids;
}

} // namespace yoyo
