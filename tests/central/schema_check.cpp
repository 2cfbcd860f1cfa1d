// SPDX-License-Identifier: Apache-2.0
#include "tests/central/schema_check.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QStringList>

namespace yoyo::test {

static bool isOfType(const QString& type, const QJsonValue& value)
{
    if (type == QLatin1String("object"))
        return value.isObject();
    if (type == QLatin1String("array"))
        return value.isArray();
    if (type == QLatin1String("string"))
        return value.isString();
    if (type == QLatin1String("integer"))
        return value.isDouble() && value.toDouble() == double(value.toInteger());
    if (type == QLatin1String("boolean"))
        return value.isBool();
    return type == QLatin1String("null") && value.isNull();
}

QJsonObject SchemaCheck::resolve(const QJsonObject& object) const
{
    const QString reference = object.value(QStringLiteral("$ref")).toString();
    if (reference.isEmpty())
        return object;
    QJsonValue at = m_document;
    for (const QString& step : reference.mid(2).split(QLatin1Char('/')))
        at = at.toObject().value(step);
    return resolve(at.toObject());
}

QString SchemaCheck::faultOfObject(const QJsonObject& schema, const QJsonObject& value, const QString& at) const
{
    const QJsonObject properties = schema.value(QStringLiteral("properties")).toObject();
    for (const QJsonValue& name : schema.value(QStringLiteral("required")).toArray()) {
        if (!value.contains(name.toString()))
            return at + QStringLiteral(": misses ") + name.toString();
    }
    for (auto it = value.begin(); it != value.end(); ++it) {
        if (!properties.contains(it.key())) {
            if (!schema.value(QStringLiteral("additionalProperties")).toBool(true))
                return at + QStringLiteral(": unknown ") + it.key();
            continue;
        }
        const QString inner =
            fault(properties.value(it.key()).toObject(), it.value(), at + QLatin1Char('/') + it.key());
        if (!inner.isEmpty())
            return inner;
    }
    return {};
}

QString SchemaCheck::faultOfText(const QJsonObject& schema, const QString& value, const QString& at) const
{
    const QString pattern = schema.value(QStringLiteral("pattern")).toString();
    if (!pattern.isEmpty() && !QRegularExpression(pattern).match(value).hasMatch())
        return at + QStringLiteral(": not of the form ") + pattern;
    if (schema.contains(QStringLiteral("maxLength")) && value.size() > schema.value(QStringLiteral("maxLength")).toInteger())
        return at + QStringLiteral(": too long");
    return {};
}

QString SchemaCheck::fault(const QJsonObject& schemaOrReference, const QJsonValue& value, const QString& at) const
{
    const QJsonObject schema = resolve(schemaOrReference);
    if (schema.isEmpty())
        return at + QStringLiteral(": no schema");
    static const QStringList known{
        QStringLiteral("type"), QStringLiteral("properties"), QStringLiteral("required"), QStringLiteral("enum"),
        QStringLiteral("additionalProperties"), QStringLiteral("items"), QStringLiteral("const"), QStringLiteral("oneOf"),
        QStringLiteral("pattern"), QStringLiteral("format"), QStringLiteral("description"), QStringLiteral("minimum"),
        QStringLiteral("maximum"), QStringLiteral("minItems"), QStringLiteral("maxItems"), QStringLiteral("maxLength")};
    for (const QString& keyword : schema.keys()) {
        if (!known.contains(keyword))
            return at + QStringLiteral(": keyword ") + keyword;
    }
    if (schema.contains(QStringLiteral("oneOf"))) {
        int fits = 0;
        QStringList reasons;
        for (const QJsonValue& choice : schema.value(QStringLiteral("oneOf")).toArray()) {
            const QString reason = fault(choice.toObject(), value, at);
            fits += reason.isEmpty() ? 1 : 0;
            reasons.append(reason);
        }
        return fits == 1 ? QString() : at + QStringLiteral(": fits %1 of: ").arg(fits) + reasons.join(QStringLiteral(" | "));
    }
    if (!isOfType(schema.value(QStringLiteral("type")).toString(), value))
        return at + QStringLiteral(": not ") + schema.value(QStringLiteral("type")).toString();
    if (schema.contains(QStringLiteral("const")) && schema.value(QStringLiteral("const")) != value)
        return at + QStringLiteral(": not the constant");
    if (schema.contains(QStringLiteral("enum")) && !schema.value(QStringLiteral("enum")).toArray().contains(value))
        return at + QStringLiteral(": not in the list: ") + value.toVariant().toString();
    if (schema.contains(QStringLiteral("minimum")) && value.toInteger() < schema.value(QStringLiteral("minimum")).toInteger())
        return at + QStringLiteral(": below minimum");
    if (value.isArray()) {
        int index = 0;
        for (const QJsonValue& member : value.toArray()) {
            const QString inner = fault(schema.value(QStringLiteral("items")).toObject(), member,
                                        at + QStringLiteral("/%1").arg(index++));
            if (!inner.isEmpty())
                return inner;
        }
    }
    if (value.isString())
        return faultOfText(schema, value.toString(), at);
    return value.isObject() ? faultOfObject(schema, value.toObject(), at) : QString();
}

} // namespace yoyo::test
