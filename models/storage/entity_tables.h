// SPDX-License-Identifier: Apache-2.0
// Tables and views of one synced entity as SQL text, made from the field table in models/domain/entity.h.
// The released text in resources/sql is pinned; a test holds the two together.
#pragma once

#include "models/domain/entity.h"

#include <QJsonObject>
#include <QString>
#include <QVariantList>

namespace yoyo {

/// cache.db: what the service says.
QString mirrorTableSql(const EntitySchema& schema);
/// work.db: what people of this PC changed. `fields` and the typed columns hold the row as the person sees it.
QString overlayTableSql(const EntitySchema& schema);
/// v_<entity> on a connection whose main file is work.db and whose "cache" is cache.db: overlay rows, and mirror
/// rows without one. Rows that the service deleted are absent; a deletion of this PC shows as deleted=1.
/// Columns: id, ver, seq, deleted, row_hash, fields, search_key, the entity's fields, has_overlay, overlay_state.
/// An entity that only the service writes has no overlay table and its view shows the mirror alone.
QString viewSql(const EntitySchema& schema);
bool hasOverlay(const EntitySchema& schema);

/// The entity's field columns, ", "-joined, as they stand in all three.
QString fieldColumns(const EntitySchema& schema);
/// Values for fieldColumns() from contract fields: absent is NULL, lists and objects compact JSON text.
QVariantList fieldValues(const EntitySchema& schema, const QJsonObject& fields);

} // namespace yoyo
