// SPDX-License-Identifier: Apache-2.0
#include "tests/central/group_merge.h"

namespace yoyo::service {

/// Absent and null are the same: no value.
static QJsonValue valueOf(const QJsonObject& object, const QString& field)
{
    const QJsonValue value = object.value(field);
    return value.isNull() ? QJsonValue(QJsonValue::Undefined) : value;
}

static bool isWanted(const MergeInput& input, const QString& field)
{
    return input.set.contains(field) || input.unset.contains(field);
}

static bool hasWantedValues(const MergeInput& input, const QStringList& fields)
{
    for (const QString& field : fields) {
        if (isWanted(input, field) && valueOf(input.current, field) != valueOf(input.set, field))
            return false;
    }
    return true;
}

static bool hasBaseValues(const MergeInput& input, const QStringList& fields)
{
    for (const QString& field : fields) {
        QJsonValue base(QJsonValue::Undefined);
        if (input.baseValues.contains(field))
            base = valueOf(input.baseValues, field);
        else if (input.baseRow)
            base = valueOf(*input.baseRow, field);
        else if (!isWanted(input, field))
            continue; // nobody knows what it was, and the operation leaves it alone
        if (valueOf(input.current, field) != base)
            return false;
    }
    return true;
}

MergeResult mergeByGroup(const MergeInput& input)
{
    MergeResult out;
    out.merged = input.current;
    for (const QString& group : input.schema.groups()) {
        const QStringList fields = input.schema.fieldsOfGroup(group);
        const bool isTouched =
            std::any_of(fields.begin(), fields.end(), [&](const QString& field) { return isWanted(input, field); });
        if (!isTouched || hasWantedValues(input, fields))
            continue;
        if (!input.isCurrentBase && !hasBaseValues(input, fields))
            out.conflictGroups.append(group);
        for (const QString& field : fields) {
            if (!isWanted(input, field))
                continue;
            const QJsonValue wanted = valueOf(input.set, field);
            if (valueOf(input.current, field) == wanted)
                continue;
            out.changedFields.append(field);
            if (wanted.isUndefined())
                out.merged.remove(field);
            else
                out.merged.insert(field, wanted);
        }
    }
    return out;
}

} // namespace yoyo::service
