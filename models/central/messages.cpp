// SPDX-License-Identifier: Apache-2.0
#include "models/central/messages.h"

#include "models/domain/ids.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace yoyo {

static constexpr struct
{
    OperationKind kind;
    const char* text;
} kinds[] = {
    {OperationKind::Create, "create"},
    {OperationKind::Update, "update"},
    {OperationKind::Delete, "delete"},
    {OperationKind::Command, "command"},
};

QString kindText(OperationKind kind)
{
    return QString::fromLatin1(kinds[static_cast<std::size_t>(kind)].text);
}

std::optional<OperationKind> operationKindFromText(QStringView text)
{
    for (const auto& k : kinds) {
        if (text == QLatin1String(k.text))
            return k.kind;
    }
    return std::nullopt;
}

QJsonObject toJson(const Operation& operation)
{
    QJsonArray needs;
    for (const QUuid& id : operation.needs)
        needs.append(idText(id));
    QJsonObject out{
        {QStringLiteral("op_id"), idText(operation.opId)},
        {QStringLiteral("device_id"), idText(operation.deviceId)},
        {QStringLiteral("client_seq"), operation.clientSeq},
        {QStringLiteral("entity"), entityName(operation.entity)},
        {QStringLiteral("id"), idText(operation.id)},
        {QStringLiteral("kind"), kindText(operation.kind)},
        {QStringLiteral("set"), operation.set},
        {QStringLiteral("unset"), QJsonArray::fromStringList(operation.unset)},
        {QStringLiteral("base_values"), operation.baseValues},
        {QStringLiteral("needs"), needs},
        {QStringLiteral("contract"), contractVersion},
    };
    if (operation.baseVer)
        out.insert(QStringLiteral("base_ver"), *operation.baseVer);
    if (!operation.afterOp.isNull())
        out.insert(QStringLiteral("after_op"), idText(operation.afterOp));
    if (!operation.reason.isEmpty())
        out.insert(QStringLiteral("reason"), operation.reason);
    return out;
}

QByteArray pushBody(const QList<QJsonObject>& operations)
{
    QJsonArray ops;
    for (const QJsonObject& op : operations)
        ops.append(op);
    return QJsonDocument(QJsonObject{{QStringLiteral("ops"), ops}}).toJson(QJsonDocument::Compact);
}

} // namespace yoyo
