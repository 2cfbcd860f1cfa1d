// SPDX-License-Identifier: Apache-2.0
// What search-as-you-type compares a row by: one key per row, made the same way for mirror and overlay.
#pragma once

#include "models/domain/entity.h"

namespace yoyo {

/// The searchKey() of the fields a person looks a row up by, '\n' between them so that no hit spans two fields.
QString rowSearchKey(Entity entity, const QJsonObject& fields);

} // namespace yoyo
