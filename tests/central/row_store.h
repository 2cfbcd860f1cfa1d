// SPDX-License-Identifier: Apache-2.0
// Entity rows of all datasets, with their history. A change takes the next seq of its dataset inside the running
// transaction; taking it locks the dataset until the commit, so seq is commit order.
#pragma once

#include "models/domain/entity.h"
#include "tests/central/database.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace yoyo::service {

/// The dataset of the national scope; an office's dataset is called by its municipality code.
QString nationalDataset();

void makeDataset(Sql& sql, const QString& dataset);
qint64 lastSeq(Sql& sql, const QString& dataset);
/// The highest seq of a tombstone that has been purged.
qint64 purgedSeq(Sql& sql, const QString& dataset);

/// Locks the dataset for the rest of the transaction. Call it before reading rows that are going to change.
void lockDataset(Sql& sql, const QString& dataset);

/// Tombstones included; none when the dataset never had the row.
std::optional<EntityRow> findRow(Sql& sql, const QString& dataset, Entity entity, const QUuid& id);
/// Living rows.
QList<EntityRow> rowsOf(Sql& sql, const QString& dataset, Entity entity);
/// Rows and tombstones with after < seq <= upTo, in order, at most `limit`.
QList<EntityRow> rowsAfter(Sql& sql, const QString& dataset, qint64 after, qint64 upTo, int limit);
/// The fields a row had at that ver; none when it is not kept any more.
std::optional<QJsonObject> fieldsAt(Sql& sql, const QString& dataset, Entity entity, const QUuid& id, qint64 ver);

/// Writes the row as its next ver and seq, which are set in `row`. A new row has ver 0.
void putRow(Sql& sql, const QString& dataset, EntityRow& row, const QDateTime& now);

/// Removes tombstones and history older than `before`.
void purgeRows(Sql& sql, const QDateTime& before);

} // namespace yoyo::service
