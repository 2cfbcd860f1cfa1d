// SPDX-License-Identifier: Apache-2.0
#include "tests/central/row_store.h"

#include "models/domain/clock.h"
#include "models/domain/ids.h"

#include <QJsonDocument>

namespace yoyo::service {

QString nationalDataset()
{
    return QStringLiteral("national");
}

static QString jsonText(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

static QJsonObject jsonObject(const QVariant& text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8()).object();
}

void makeDataset(Sql& sql, const QString& dataset)
{
    if (!sql.first(QStringLiteral("SELECT 1 FROM dataset WHERE name = ?"), {dataset}))
        sql.run(QStringLiteral("INSERT INTO dataset (name, last_seq, purged_seq) VALUES (?, 0, 0)"), {dataset});
}

qint64 lastSeq(Sql& sql, const QString& dataset)
{
    const auto row = sql.first(QStringLiteral("SELECT last_seq FROM dataset WHERE name = ?"), {dataset});
    return row ? row->first().toLongLong() : 0;
}

qint64 purgedSeq(Sql& sql, const QString& dataset)
{
    const auto row = sql.first(QStringLiteral("SELECT purged_seq FROM dataset WHERE name = ?"), {dataset});
    return row ? row->first().toLongLong() : 0;
}

void lockDataset(Sql& sql, const QString& dataset)
{
    sql.run(QStringLiteral("UPDATE dataset SET last_seq = last_seq WHERE name = ?"), {dataset});
}

static qint64 takeSeq(Sql& sql, const QString& dataset)
{
    sql.run(QStringLiteral("UPDATE dataset SET last_seq = last_seq + 1 WHERE name = ?"), {dataset});
    return lastSeq(sql, dataset);
}

/// Columns: entity, id, ver, seq, is_deleted, fields.
static EntityRow rowFrom(const QVariantList& columns)
{
    EntityRow row;
    row.entity = entityFromName(columns[0].toString()).value_or(Entity::User);
    row.id = idFromText(columns[1].toString());
    row.ver = columns[2].toLongLong();
    row.seq = columns[3].toLongLong();
    row.isDeleted = columns[4].toInt() != 0;
    row.fields = jsonObject(columns[5]);
    return row;
}

std::optional<EntityRow> findRow(Sql& sql, const QString& dataset, Entity entity, const QUuid& id)
{
    const auto found = sql.first(QStringLiteral("SELECT entity, id, ver, seq, is_deleted, fields FROM entity_row"
                                                " WHERE dataset = ? AND entity = ? AND id = ?"),
                                 {dataset, entityName(entity), idText(id)});
    if (!found)
        return std::nullopt;
    return rowFrom(*found);
}

QList<EntityRow> rowsOf(Sql& sql, const QString& dataset, Entity entity)
{
    QList<EntityRow> out;
    for (const QVariantList& columns :
         sql.select(QStringLiteral("SELECT entity, id, ver, seq, is_deleted, fields FROM entity_row"
                                   " WHERE dataset = ? AND entity = ? AND is_deleted = 0 ORDER BY seq"),
                    {dataset, entityName(entity)}))
        out.append(rowFrom(columns));
    return out;
}

QList<EntityRow> rowsAfter(Sql& sql, const QString& dataset, qint64 after, qint64 upTo, int limit)
{
    QList<EntityRow> out;
    for (const QVariantList& columns :
         sql.select(QStringLiteral("SELECT entity, id, ver, seq, is_deleted, fields FROM entity_row"
                                   " WHERE dataset = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?"),
                    {dataset, after, upTo, limit}))
        out.append(rowFrom(columns));
    return out;
}

std::optional<QJsonObject> fieldsAt(Sql& sql, const QString& dataset, Entity entity, const QUuid& id, qint64 ver)
{
    const auto found = sql.first(QStringLiteral("SELECT fields FROM entity_history"
                                                " WHERE dataset = ? AND entity = ? AND id = ? AND ver = ?"),
                                 {dataset, entityName(entity), idText(id), ver});
    if (!found)
        return std::nullopt;
    return jsonObject(found->first());
}

void putRow(Sql& sql, const QString& dataset, EntityRow& row, const QDateTime& now)
{
    const QString name = entityName(row.entity);
    const QString id = idText(row.id);
    const QString fields = jsonText(row.fields);
    const QString at = instantText(now);
    const bool isNew = row.ver == 0;
    row.seq = takeSeq(sql, dataset);
    ++row.ver;
    if (isNew) {
        sql.run(QStringLiteral("INSERT INTO entity_row (dataset, entity, id, ver, seq, is_deleted, fields, changed_at)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                {dataset, name, id, row.ver, row.seq, row.isDeleted ? 1 : 0, fields, at});
    } else {
        sql.run(QStringLiteral("UPDATE entity_row SET ver = ?, seq = ?, is_deleted = ?, fields = ?, changed_at = ?"
                               " WHERE dataset = ? AND entity = ? AND id = ?"),
                {row.ver, row.seq, row.isDeleted ? 1 : 0, fields, at, dataset, name, id});
    }
    sql.run(QStringLiteral("INSERT INTO entity_history (dataset, entity, id, ver, fields, changed_at)"
                           " VALUES (?, ?, ?, ?, ?, ?)"),
            {dataset, name, id, row.ver, fields, at});
}

void purgeRows(Sql& sql, const QDateTime& before)
{
    const QString limit = instantText(before);
    for (const QVariantList& gone :
         sql.select(QStringLiteral("SELECT dataset, MAX(seq) FROM entity_row WHERE is_deleted = 1 AND changed_at < ?"
                                   " GROUP BY dataset"),
                    {limit})) {
        sql.run(QStringLiteral("UPDATE dataset SET purged_seq = ? WHERE name = ? AND purged_seq < ?"),
                {gone[1], gone[0], gone[1]});
    }
    sql.run(QStringLiteral("DELETE FROM entity_row WHERE is_deleted = 1 AND changed_at < ?"), {limit});
    sql.run(QStringLiteral("DELETE FROM entity_history WHERE changed_at < ?"), {limit});
}

} // namespace yoyo::service
