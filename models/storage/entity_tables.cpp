// SPDX-License-Identifier: Apache-2.0
#include "models/storage/entity_tables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <algorithm>

namespace yoyo {

static const char* sqlType(FieldType type)
{
    switch (type) {
    case FieldType::Integer:
    case FieldType::Boolean:
        return "INTEGER";
    default:
        return "TEXT";
    }
}

static QString typedColumns(const EntitySchema& schema)
{
    QString out;
    for (const Field& field : schema.fields)
        out += QStringLiteral(",\n  %1 %2").arg(QLatin1String(field.name), QLatin1String(sqlType(field.type)));
    return out;
}

QString mirrorTableSql(const EntitySchema& schema)
{
    return QStringLiteral("CREATE TABLE mirror_%1 (\n"
                          "  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),\n"
                          "  ver INTEGER NOT NULL,\n"
                          "  seq INTEGER NOT NULL,\n"
                          "  deleted INTEGER NOT NULL DEFAULT 0,\n"
                          "  row_hash BLOB,\n"
                          "  fields TEXT NOT NULL,\n"
                          "  search_key TEXT NOT NULL DEFAULT ''")
               .arg(QLatin1String(schema.name))
        + typedColumns(schema) + QStringLiteral("\n) STRICT");
}

QString overlayTableSql(const EntitySchema& schema)
{
    return QStringLiteral("CREATE TABLE overlay_%1 (\n"
                          "  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),\n"
                          "  overlay_state TEXT NOT NULL CHECK (overlay_state IN ('new', 'edited', 'deleted')),\n"
                          "  base_ver INTEGER NOT NULL DEFAULT 0,\n"
                          "  base_json TEXT,\n"
                          "  changed_fields TEXT NOT NULL DEFAULT '[]',\n"
                          "  edit_no INTEGER NOT NULL DEFAULT 1,\n"
                          "  edited_by BLOB,\n"
                          "  edited_at TEXT NOT NULL,\n"
                          "  fields TEXT NOT NULL,\n"
                          "  search_key TEXT NOT NULL DEFAULT ''")
               .arg(QLatin1String(schema.name))
        + typedColumns(schema) + QStringLiteral("\n) STRICT");
}

QString fieldColumns(const EntitySchema& schema)
{
    QStringList names;
    for (const Field& field : schema.fields)
        names.append(QLatin1String(field.name));
    return names.join(QStringLiteral(", "));
}

bool hasOverlay(const EntitySchema& schema)
{
    return std::ranges::any_of(schema.fields,
                               [](const Field& field) { return field.writer != FieldWriter::Service; });
}

QString viewSql(const EntitySchema& schema)
{
    const QString fields = fieldColumns(schema);
    const QString name = QLatin1String(schema.name);
    if (!hasOverlay(schema))
        return QStringLiteral("CREATE TEMP VIEW v_%1 AS\n"
                              "SELECT id, ver, seq, deleted, row_hash, fields, search_key, %2, 0 AS has_overlay,\n"
                              "  '' AS overlay_state FROM cache.mirror_%1 WHERE deleted = 0")
            .arg(name, fields);
    return QStringLiteral("CREATE TEMP VIEW v_%1 AS\n"
                          "SELECT id, base_ver AS ver, 0 AS seq, overlay_state = 'deleted' AS deleted, NULL AS row_hash,\n"
                          "  fields, search_key, %2, 1 AS has_overlay, overlay_state FROM main.overlay_%1\n"
                          "UNION ALL\n"
                          "SELECT id, ver, seq, deleted, row_hash, fields, search_key, %2, 0, ''\n"
                          "  FROM cache.mirror_%1 AS m WHERE m.deleted = 0\n"
                          "  AND NOT EXISTS (SELECT 1 FROM main.overlay_%1 AS o WHERE o.id = m.id)")
        .arg(name, fields);
}

static QVariant columnValue(const Field& field, const QJsonValue& value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    switch (field.type) {
    case FieldType::Integer:
        return value.isDouble() ? QVariant(value.toInteger()) : QVariant();
    case FieldType::Boolean:
        return value.isBool() ? QVariant(value.toBool()) : QVariant();
    case FieldType::Json:
        return value.isArray() ? QVariant(value.toArray()) : QVariant(value.toObject());
    default:
        return value.isString() ? QVariant(value.toString()) : QVariant();
    }
}

QVariantList fieldValues(const EntitySchema& schema, const QJsonObject& fields)
{
    QVariantList out;
    out.reserve(qsizetype(schema.fields.size()));
    for (const Field& field : schema.fields)
        out.append(columnValue(field, fields.value(QLatin1String(field.name))));
    return out;
}

} // namespace yoyo
