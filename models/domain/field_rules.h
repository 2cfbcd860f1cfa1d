// SPDX-License-Identifier: Apache-2.0
// What any set of contract fields must be before a rule looks at its meaning: known, writable, of its type.
// Source: the one field table in entity.h.
#pragma once

#include "models/domain/entity.h"
#include "models/domain/result.h"

#include <QList>
#include <QStringList>

namespace yoyo {

enum class WriteKind { Create, Update };

/// E-SYNC-005 (unknown), E-SYNC-007 (read-only here), E-SYNC-006 (wrong type); null is no value: use `unset`.
QList<Error> checkFields(Entity entity, WriteKind kind, const QJsonObject& set, const QStringList& unset = {});

} // namespace yoyo
