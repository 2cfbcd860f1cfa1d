// SPDX-License-Identifier: Apache-2.0
// Merging an operation into a row that has moved on since its base, group by group (policy.json). Pure.
#pragma once

#include "models/domain/entity.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace yoyo::service {

struct MergeInput
{
    const EntitySchema& schema;
    QJsonObject current;
    QJsonObject set;
    QStringList unset;
    QJsonObject baseValues;              ///< what the author saw; null is "no value"
    std::optional<QJsonObject> baseRow;  ///< the row at base, where the service still keeps it
    bool isCurrentBase = false;          ///< nothing has moved since base
};

struct MergeResult
{
    QStringList conflictGroups; ///< not empty: nothing is applied
    QJsonObject merged;
    QStringList changedFields;  ///< against current
};

/// A group whose values already equal what the operation wants is no conflict; neither is one that still has the
/// values of the base. Any other touched group is a conflict.
MergeResult mergeByGroup(const MergeInput& input);

} // namespace yoyo::service
