// SPDX-License-Identifier: Apache-2.0
// The synced entities as data: which fields each has, of which type, in which group. Storage makes its typed
// columns from it, sync its merge units, the service its checks, so a field is named in one place only.
// Source: contract.md, "Reads, writes, direct calls".
#pragma once

#include <QJsonObject>
#include <QString>
#include <QUuid>

#include <optional>
#include <span>

namespace yoyo {

enum class Entity { User, VaccineItem, VaccinationSetting };

enum class FieldType {
    Text,
    Integer,
    Boolean,
    Day,     ///< YYYY-MM-DD, no zone
    Instant, ///< RFC 3339, UTC, milliseconds
    Json,    ///< array or object, kept whole
};

/// Who may put a value: the service alone, the creating operation alone, or any operation.
enum class FieldWriter { Service, Create, Anyone };

struct Field
{
    const char* name;
    FieldType type;
    const char* group; ///< the merge and conflict unit; "" for fields that only the service writes
    FieldWriter writer;
};

struct EntitySchema
{
    Entity entity;
    const char* name;  ///< on the wire and in table names
    const char* scope; ///< national, office or people
    std::span<const Field> fields;

    const Field* field(QStringView name) const;
    /// Group names in the order they are shown.
    QStringList groups() const;
    QStringList fieldsOfGroup(const QString& group) const;
};

const EntitySchema& schemaOf(Entity entity);
QString entityName(Entity entity);
std::optional<Entity> entityFromName(QStringView name);
std::span<const EntitySchema> allSchemas();

/// One row as the service orders it. `fields` holds contract fields; an absent field has no value (never null).
struct EntityRow
{
    Entity entity = Entity::User;
    QUuid id;
    qint64 ver = 0; ///< from 1; 0 for a row the service has not seen
    qint64 seq = 0; ///< place in the commit order of its dataset
    bool isDeleted = false;
    QJsonObject fields;
};

} // namespace yoyo
