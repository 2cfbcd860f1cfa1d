// SPDX-License-Identifier: Apache-2.0
#include "tests/central/operation.h"

#include "models/domain/clock.h"
#include "models/domain/ids.h"
#include "tests/central/body_coding.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace yoyo::service {

constexpr qsizetype maximumReason = 400;

/// Reads the members of one operation and remembers the first that is missing or of the wrong kind.
class OperationReader
{
public:
    OperationReader(const QJsonObject& json, int index) : m_json(json), m_index(index) {}

    QString text(const char* name)
    {
        const QJsonValue value = take(name);
        if (!value.isString())
            fail(name);
        return value.toString();
    }
    QUuid id(const char* name)
    {
        const QUuid out = idFromText(text(name));
        if (out.isNull())
            fail(name);
        return out;
    }
    qint64 number(const char* name)
    {
        const QJsonValue value = take(name);
        const qint64 out = value.toInteger();
        if (!value.isDouble() || out < 1)
            fail(name);
        return out;
    }
    QJsonObject object(const char* name)
    {
        const QJsonValue value = take(name);
        if (!value.isObject())
            fail(name);
        return value.toObject();
    }
    QStringList texts(const char* name)
    {
        const QJsonValue value = take(name);
        QStringList out;
        if (!value.isArray())
            fail(name);
        for (const QJsonValue& member : value.toArray()) {
            if (!member.isString())
                fail(name);
            out.append(member.toString());
        }
        return out;
    }
    bool has(const char* name) const { return m_json.contains(QLatin1String(name)); }
    void fail(const char* name)
    {
        if (m_pointer.isEmpty())
            m_pointer = QStringLiteral("/ops/%1/%2").arg(m_index).arg(QLatin1String(name));
    }
    /// After everything was read: what is left over is unknown.
    QString pointer()
    {
        for (const QString& name : m_json.keys()) {
            if (!m_taken.contains(name))
                fail(name.toLatin1().constData());
        }
        return m_pointer;
    }

private:
    QJsonValue take(const char* name)
    {
        m_taken.append(QLatin1String(name));
        return m_json.value(QLatin1String(name));
    }

    QJsonObject m_json;
    int m_index;
    QString m_pointer;
    QStringList m_taken;
};

static Error malformed(const QString& pointer)
{
    return Error(ErrorCode::RequestMalformed, {}, {{QStringLiteral("pointer"), pointer}}, pointer);
}

static Operation readOperation(OperationReader& reader)
{
    Operation op;
    op.opId = reader.id("op_id");
    op.deviceId = reader.id("device_id");
    op.clientSeq = reader.number("client_seq");
    op.entity = reader.text("entity");
    op.id = reader.id("id");
    op.kind = reader.text("kind");
    if (reader.has("base_ver"))
        op.baseVer = reader.number("base_ver");
    if (reader.has("after_op"))
        op.afterOp = reader.id("after_op");
    op.set = reader.object("set");
    op.unset = reader.texts("unset");
    op.baseValues = reader.object("base_values");
    for (const QString& text : reader.texts("needs")) {
        op.needs.append(idFromText(text));
        if (op.needs.last().isNull())
            reader.fail("needs");
    }
    if (reader.has("reason") && reader.text("reason").size() > maximumReason)
        reader.fail("reason");
    if (reader.number("contract") != 1)
        reader.fail("contract");

    static const QStringList kinds{QStringLiteral("create"), QStringLiteral("update"), QStringLiteral("delete"),
                                   QStringLiteral("command")};
    if (!kinds.contains(op.kind))
        reader.fail("kind");
    const bool hasBase = op.baseVer > 0 || !op.afterOp.isNull();
    const bool wantsBase = op.kind == QLatin1String("update") || op.kind == QLatin1String("delete");
    if (hasBase != wantsBase || (op.baseVer > 0 && !op.afterOp.isNull()))
        reader.fail("base_ver");
    return op;
}

Result<QList<Operation>> parseOperations(const QJsonObject& body, int maximum)
{
    const QJsonValue list = body.value(QStringLiteral("ops"));
    if (!list.isArray() || body.size() != 1 || list.toArray().isEmpty())
        return malformed(QStringLiteral("/ops"));
    const QJsonArray members = list.toArray();
    if (members.size() > maximum)
        return Error(ErrorCode::PayloadTooLarge, {}, {{QStringLiteral("limit"), maximum}});
    QList<Operation> out;
    for (int i = 0; i < members.size(); ++i) {
        if (!members[i].isObject())
            return malformed(QStringLiteral("/ops/%1").arg(i));
        const QJsonObject json = members[i].toObject();
        OperationReader reader(json, i);
        Operation op = readOperation(reader);
        if (const QString pointer = reader.pointer(); !pointer.isEmpty())
            return malformed(pointer);
        op.sha256 = QString::fromLatin1(sha256(QJsonDocument(json).toJson(QJsonDocument::Compact)).toHex());
        out.append(op);
    }
    return out;
}

QJsonObject problemJson(const Error& error)
{
    const auto wire = errorInfo(error.code).wireCode;
    return {
        {QStringLiteral("code"), QString::fromLatin1(wire.data(), qsizetype(wire.size()))},
        {QStringLiteral("pointer"), error.pointer},
        {QStringLiteral("params"), error.params},
    };
}

static Error problemFrom(const QJsonObject& json)
{
    const QByteArray wire = json.value(QStringLiteral("code")).toString().toLatin1();
    const ErrorInfo* info = errorByWireCode(std::string_view(wire.constData(), std::size_t(wire.size())));
    return Error(info ? info->id : ErrorCode::InternalError, {}, json.value(QStringLiteral("params")).toObject(),
                 json.value(QStringLiteral("pointer")).toString());
}

std::optional<OutcomeRecord> rememberedOutcome(Sql& sql, const QUuid& opId)
{
    const auto row = sql.first(QStringLiteral("SELECT author, device_id, client_seq, sha256, outcome, entity, row_id,"
                                              " ver, seq, problem FROM op_memory WHERE op_id = ?"),
                               {idText(opId)});
    if (!row)
        return std::nullopt;
    OutcomeRecord out;
    out.opId = opId;
    out.author = idFromText(row->at(0).toString());
    out.deviceId = idFromText(row->at(1).toString());
    out.clientSeq = row->at(2).toLongLong();
    out.sha256 = row->at(3).toString();
    out.outcome = row->at(4).toString();
    out.entity = row->at(5).toString();
    out.rowId = idFromText(row->at(6).toString());
    out.ver = row->at(7).toLongLong();
    out.seq = row->at(8).toLongLong();
    if (const QString problem = row->at(9).toString(); !problem.isEmpty())
        out.problem = problemFrom(QJsonDocument::fromJson(problem.toUtf8()).object());
    return out;
}

void rememberOutcome(Sql& sql, const OutcomeRecord& record, const QDateTime& now)
{
    const QString problem = record.problem
        ? QString::fromUtf8(QJsonDocument(problemJson(*record.problem)).toJson(QJsonDocument::Compact))
        : QStringLiteral("");
    // Only a blocked one is ever decided again.
    sql.run(QStringLiteral("DELETE FROM op_memory WHERE op_id = ? AND outcome = 'blocked'"), {idText(record.opId)});
    sql.run(QStringLiteral("INSERT INTO op_memory (op_id, author, device_id, client_seq, sha256, outcome, entity,"
                           " row_id, ver, seq, problem, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {idText(record.opId), idText(record.author), idText(record.deviceId), record.clientSeq, record.sha256,
             record.outcome, record.entity, idText(record.rowId), record.ver, record.seq, problem, instantText(now)});
}

qint64 purgedClientSeq(Sql& sql, const QUuid& deviceId)
{
    const auto row =
        sql.first(QStringLiteral("SELECT purged_seq FROM device_memory WHERE device_id = ?"), {idText(deviceId)});
    return row ? row->first().toLongLong() : 0;
}

void purgeOutcomes(Sql& sql, const QDateTime& before)
{
    const QString limit = instantText(before);
    for (const QVariantList& device :
         sql.select(QStringLiteral("SELECT device_id, MAX(client_seq) FROM op_memory WHERE decided_at < ?"
                                   " GROUP BY device_id"),
                    {limit})) {
        const QUuid id = idFromText(device[0].toString());
        const qint64 reached = std::max(purgedClientSeq(sql, id), device[1].toLongLong());
        sql.run(QStringLiteral("DELETE FROM device_memory WHERE device_id = ?"), {device[0]});
        sql.run(QStringLiteral("INSERT INTO device_memory (device_id, purged_seq) VALUES (?, ?)"),
                {device[0], reached});
    }
    sql.run(QStringLiteral("DELETE FROM op_memory WHERE decided_at < ?"), {limit});
    sql.run(QStringLiteral("DELETE FROM push_batch WHERE done_at < ?"), {limit});
}

} // namespace yoyo::service
