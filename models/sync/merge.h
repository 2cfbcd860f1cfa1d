// SPDX-License-Identifier: Apache-2.0
// The three-way merge of one row, field group by field group: base (what the person started from), ours (what the
// person made of it) and theirs (what the service has now). Pure: no store, no clock, no network.
// A group that both sides changed to different values is never decided here; a person does that.
// Source: sync.md section 4; the groups are those of models/domain/entity.h.
#pragma once

#include "models/domain/entity.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace yoyo {

enum class GroupVerdict {
    Unchanged,  ///< nobody changed it
    TakeOurs,   ///< only we changed it
    TakeTheirs, ///< only they changed it
    Same,       ///< both changed it to the same value
    Conflict,   ///< both changed it to different values: a person decides
};

struct GroupMerge
{
    QString group;
    GroupVerdict verdict = GroupVerdict::Unchanged;
    friend bool operator==(const GroupMerge&, const GroupMerge&) = default;
};

/// What kind of collision a conflict is; stored with the conflict record.
enum class ConflictClass {
    None,
    EditEdit,   ///< both changed the same group
    EditDelete, ///< we changed it, they deleted it
    DeleteEdit, ///< we deleted it, they changed it
};

struct RowMerge
{
    QList<GroupMerge> groups; ///< every group of the entity, in the schema's order
    /// The row to show and to work on: theirs with our groups put in; groups in conflict hold ours.
    /// Fields only the service writes are theirs. Empty optional: deleted.
    std::optional<QJsonObject> fields;
    ConflictClass conflict = ConflictClass::None;

    QStringList conflictGroups() const;
    bool hasConflict() const { return conflict != ConflictClass::None; }
    /// Something came from each side without a collision; the person sees a note.
    bool isMixed() const;
};

/// The fields of `group` that have a value. A JSON null counts as no value.
QJsonObject groupValues(const EntitySchema& schema, const QString& group, const QJsonObject& fields);

/// An empty optional means that this side has deleted the row. Requires a base: creations do not merge.
RowMerge mergeRow(const EntitySchema& schema, const QJsonObject& base, const std::optional<QJsonObject>& ours,
                  const std::optional<QJsonObject>& theirs);

/// What turns `from` into `to`: the fields to set and the fields to empty. Only fields that a client may write
/// with an update, or, for `isCreation`, with a creation.
struct FieldChange
{
    QJsonObject set;
    QStringList unset; ///< in the schema's order

    bool isEmpty() const { return set.isEmpty() && unset.isEmpty(); }
    /// Names of all fields concerned, in the schema's order.
    QStringList fields(const EntitySchema& schema) const;
    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

FieldChange changeBetween(const EntitySchema& schema, const QJsonObject& from, const QJsonObject& to,
                          bool isCreation = false);
QJsonObject withChange(const QJsonObject& fields, const FieldChange& change);

/// The groups that a change touches, in the schema's order.
QStringList groupsTouched(const EntitySchema& schema, const QStringList& fields);
/// The values that all fields of the touched groups had in `base`: an operation's `base_values`.
QJsonObject baseValuesFor(const EntitySchema& schema, const QStringList& changedFields, const QJsonObject& base);

} // namespace yoyo
