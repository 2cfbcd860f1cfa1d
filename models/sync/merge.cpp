// SPDX-License-Identifier: Apache-2.0
#include "models/sync/merge.h"

#include <algorithm>

namespace yoyo {

static QJsonValue valueOf(const QJsonObject& fields, const QString& name)
{
    const QJsonValue value = fields.value(name);
    return value.isNull() ? QJsonValue(QJsonValue::Undefined) : value;
}

static void take(QJsonObject& into, const EntitySchema& schema, const QString& group, const QJsonObject& from)
{
    for (const QString& name : schema.fieldsOfGroup(group)) {
        const QJsonValue value = valueOf(from, name);
        if (value.isUndefined())
            into.remove(name);
        else
            into.insert(name, value);
    }
}

static GroupVerdict verdictOf(const QJsonObject& base, const QJsonObject& ours, const QJsonObject& theirs)
{
    const bool oursChanged = ours != base;
    const bool theirsChanged = theirs != base;
    if (!oursChanged)
        return theirsChanged ? GroupVerdict::TakeTheirs : GroupVerdict::Unchanged;
    if (!theirsChanged)
        return GroupVerdict::TakeOurs;
    return ours == theirs ? GroupVerdict::Same : GroupVerdict::Conflict;
}

QStringList RowMerge::conflictGroups() const
{
    QStringList out;
    for (const GroupMerge& g : groups) {
        if (g.verdict == GroupVerdict::Conflict)
            out.append(g.group);
    }
    return out;
}

bool RowMerge::isMixed() const
{
    const auto has = [this](GroupVerdict verdict) {
        return std::ranges::any_of(groups, [verdict](const GroupMerge& g) { return g.verdict == verdict; });
    };
    return has(GroupVerdict::TakeOurs) && has(GroupVerdict::TakeTheirs);
}

QJsonObject groupValues(const EntitySchema& schema, const QString& group, const QJsonObject& fields)
{
    QJsonObject out;
    take(out, schema, group, fields);
    return out;
}

/// Groups that differ between a side and the base; for a deletion on the other side they are what collides.
static QList<GroupMerge> compareWithBase(const EntitySchema& schema, const QJsonObject& base,
                                         const QJsonObject& side, GroupVerdict whenChanged)
{
    QList<GroupMerge> out;
    for (const QString& group : schema.groups()) {
        const bool isChanged = groupValues(schema, group, side) != groupValues(schema, group, base);
        out.append({group, isChanged ? whenChanged : GroupVerdict::Unchanged});
    }
    return out;
}

static bool changesAnything(const QList<GroupMerge>& groups)
{
    return std::ranges::any_of(groups, [](const GroupMerge& g) { return g.verdict != GroupVerdict::Unchanged; });
}

RowMerge mergeRow(const EntitySchema& schema, const QJsonObject& base, const std::optional<QJsonObject>& ours,
                  const std::optional<QJsonObject>& theirs)
{
    RowMerge out;
    if (!ours && !theirs) {
        out.groups = compareWithBase(schema, base, base, GroupVerdict::Unchanged);
        return out;
    }
    if (!theirs) {
        out.groups = compareWithBase(schema, base, *ours, GroupVerdict::Conflict);
        if (changesAnything(out.groups)) {
            out.conflict = ConflictClass::EditDelete;
            out.fields = ours;
        }
        return out;
    }
    if (!ours) {
        out.groups = compareWithBase(schema, base, *theirs, GroupVerdict::Conflict);
        if (changesAnything(out.groups))
            out.conflict = ConflictClass::DeleteEdit;
        return out;
    }
    QJsonObject merged = *theirs;
    for (const QString& group : schema.groups()) {
        const QJsonObject o = groupValues(schema, group, *ours);
        const GroupVerdict verdict =
            verdictOf(groupValues(schema, group, base), o, groupValues(schema, group, *theirs));
        out.groups.append({group, verdict});
        if (verdict == GroupVerdict::TakeOurs || verdict == GroupVerdict::Conflict)
            take(merged, schema, group, o);
        if (verdict == GroupVerdict::Conflict)
            out.conflict = ConflictClass::EditEdit;
    }
    out.fields = merged;
    return out;
}

QStringList FieldChange::fields(const EntitySchema& schema) const
{
    QStringList out;
    for (const Field& f : schema.fields) {
        const QString name = QString::fromLatin1(f.name);
        if (set.contains(name) || unset.contains(name))
            out.append(name);
    }
    return out;
}

FieldChange changeBetween(const EntitySchema& schema, const QJsonObject& from, const QJsonObject& to,
                          bool isCreation)
{
    FieldChange out;
    for (const Field& f : schema.fields) {
        if (f.writer == FieldWriter::Service || (f.writer == FieldWriter::Create && !isCreation))
            continue;
        const QString name = QString::fromLatin1(f.name);
        const QJsonValue before = valueOf(from, name);
        const QJsonValue after = valueOf(to, name);
        if (before == after)
            continue;
        if (after.isUndefined())
            out.unset.append(name);
        else
            out.set.insert(name, after);
    }
    return out;
}

QJsonObject withChange(const QJsonObject& fields, const FieldChange& change)
{
    QJsonObject out = fields;
    for (auto it = change.set.begin(); it != change.set.end(); ++it)
        out.insert(it.key(), it.value());
    for (const QString& name : change.unset)
        out.remove(name);
    return out;
}

QStringList groupsTouched(const EntitySchema& schema, const QStringList& fields)
{
    QStringList out;
    for (const Field& f : schema.fields) {
        const QString group = QString::fromLatin1(f.group);
        if (!group.isEmpty() && fields.contains(QString::fromLatin1(f.name)) && !out.contains(group))
            out.append(group);
    }
    return out;
}

QJsonObject baseValuesFor(const EntitySchema& schema, const QStringList& changedFields, const QJsonObject& base)
{
    QJsonObject out;
    for (const QString& group : groupsTouched(schema, changedFields)) {
        const QJsonObject values = groupValues(schema, group, base);
        for (auto it = values.begin(); it != values.end(); ++it)
            out.insert(it.key(), it.value());
    }
    return out;
}

} // namespace yoyo
