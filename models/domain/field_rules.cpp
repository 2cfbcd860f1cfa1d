// SPDX-License-Identifier: Apache-2.0
#include "models/domain/field_rules.h"

#include "models/domain/field_access.h"
#include "models/domain/user.h"

#include <cmath>

namespace yoyo {

static Error fieldError(ErrorCode code, const QString& field)
{
    return Error(code, {}, {{QStringLiteral("field"), field}}, field);
}

static bool isOfType(const QJsonValue& value, FieldType type)
{
    constexpr double safe = 9007199254740991.0; // 2^53 - 1: every JSON reader keeps these exact
    switch (type) {
    case FieldType::Text:
        return value.isString() && value.toString().isValidUtf16();
    case FieldType::Integer:
        return value.isDouble() && std::abs(value.toDouble()) <= safe && std::trunc(value.toDouble()) == value.toDouble();
    case FieldType::Boolean:
        return value.isBool();
    case FieldType::Day: {
        const QString text = value.toString();
        const QDate day = QDate::fromString(text, Qt::ISODate);
        return value.isString() && day.isValid() && day.toString(Qt::ISODate) == text;
    }
    case FieldType::Instant:
        return value.isString() && instantFromText(value.toString()).isValid();
    case FieldType::Json:
        return value.isArray() || value.isObject();
    }
    return false;
}

static bool isCodeKnown(Entity entity, const QString& name, const QString& value)
{
    if (entity != Entity::User)
        return true;
    if (name == QLatin1String("state"))
        return userStateFromText(value).has_value();
    return true;
}

static bool isWritable(FieldWriter writer, WriteKind kind)
{
    return writer == FieldWriter::Anyone || (writer == FieldWriter::Create && kind == WriteKind::Create);
}

QList<Error> checkFields(Entity entity, WriteKind kind, const QJsonObject& set, const QStringList& unset)
{
    QList<Error> out;
    const EntitySchema& schema = schemaOf(entity);
    for (auto it = set.begin(); it != set.end(); ++it) {
        const Field* field = schema.field(it.key());
        if (!field)
            out.append(fieldError(ErrorCode::FieldUnknown, it.key()));
        else if (!isWritable(field->writer, kind))
            out.append(fieldError(ErrorCode::FieldReadOnly, it.key()));
        else if (!isOfType(it.value(), field->type))
            out.append(fieldError(ErrorCode::FieldInvalid, it.key()));
        else if (entity == Entity::User && it.key() == QLatin1String("role") && !roleFromText(it->toString()))
            out.append(Error(ErrorCode::RoleUnknown, {}, {}, it.key()));
        else if (!isCodeKnown(entity, it.key(), it->toString()))
            out.append(fieldError(ErrorCode::FieldInvalid, it.key()));
    }
    for (const QString& name : unset) {
        const Field* field = schema.field(name);
        if (!field)
            out.append(fieldError(ErrorCode::FieldUnknown, name));
        else if (!isWritable(field->writer, kind))
            out.append(fieldError(ErrorCode::FieldReadOnly, name));
        else if (set.contains(name))
            out.append(fieldError(ErrorCode::FieldInvalid, name));
    }
    return out;
}

} // namespace yoyo
