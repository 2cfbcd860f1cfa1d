// SPDX-License-Identifier: Apache-2.0
#include "models/sync/replica.h"

#include "models/domain/clock.h"
#include "models/domain/row_hash.h"
#include "models/storage/connection.h"
#include "models/storage/entity_tables.h"
#include "models/sync/outbox.h"
#include "models/sync/row_search.h"

namespace yoyo {

/// In the place of `seq`: this row is expected again, and goes when it does not come.
constexpr qint64 readAnew = -1;

static QString upsertSql(const EntitySchema& schema)
{
    const QString columns = fieldColumns(schema);
    QStringList updates;
    for (const Field& f : schema.fields)
        updates.append(QStringLiteral("%1 = excluded.%1").arg(QLatin1String(f.name)));
    QStringList marks;
    marks.fill(QStringLiteral("?"), qsizetype(schema.fields.size()) + 6);
    return QStringLiteral("INSERT INTO mirror_%1 (id, ver, seq, deleted, fields, search_key, %2) VALUES (%3)"
                          " ON CONFLICT (id) DO UPDATE SET ver = excluded.ver, seq = excluded.seq,"
                          " deleted = excluded.deleted, fields = excluded.fields, search_key = excluded.search_key, %5"
                          " WHERE excluded.ver >= mirror_%1.ver OR mirror_%1.seq = %4")
        .arg(QLatin1String(schema.name), columns, marks.join(QLatin1Char(',')), QString::number(readAnew),
             updates.join(QStringLiteral(", ")));
}

Result<void> storeMirrorRows(Connection& cache, const QList<EntityRow>& rows)
{
    QHash<Entity, QString> sql;
    for (const EntityRow& row : rows) {
        const EntitySchema& schema = schemaOf(row.entity);
        QString& statement = sql[row.entity];
        if (statement.isEmpty())
            statement = upsertSql(schema);
        QVariantList values{row.id,     row.ver, row.seq, row.isDeleted, row.fields,
                            row.isDeleted ? QString() : rowSearchKey(row.entity, row.fields)};
        values.append(fieldValues(schema, row.fields));
        if (auto done = cache.run(statement, values); !done)
            return done;
    }
    return {};
}

static QList<const EntitySchema*> schemasOf(const QString& scope)
{
    QList<const EntitySchema*> out;
    for (const EntitySchema& schema : allSchemas()) {
        if (scope == QLatin1String(schema.scope))
            out.append(&schema);
    }
    return out;
}

static Result<bool> removeWhatDidNotCome(Connection& cache, const QString& scope)
{
    bool hasRemoved = false;
    for (const EntitySchema* schema : schemasOf(scope)) {
        const QString name = QLatin1String(schema->name);
        const auto left = cache.selectInteger(QStringLiteral("SELECT count(*) FROM mirror_%1 WHERE seq = ?").arg(name), {readAnew});
        if (!left)
            return left.error();
        if (*left == 0)
            continue;
        hasRemoved = true;
        if (auto done = cache.run(QStringLiteral("DELETE FROM mirror_%1 WHERE seq = ?").arg(name), {readAnew}); !done)
            return done.error();
    }
    return hasRemoved;
}

/// Over the rows themselves, not over hashes kept beside them: what the disk made of them is part of the answer.
static Result<DigestCheck> compare(Connection& cache, const QString& scope, const ChangesPage& page)
{
    BucketHash here;
    bool isAhead = false;
    for (const EntitySchema* schema : schemasOf(scope)) {
        const auto read = cache.select(
            QStringLiteral("SELECT id, ver, seq, deleted, fields FROM mirror_%1").arg(QLatin1String(schema->name)), {},
            [&](const Row& row) {
                isAhead = row.integer(2) > page.upToSeq;
                if (!row.boolean(3))
                    here.add(rowHash(EntityRow{schema->entity, row.uuid(0), row.integer(1), row.integer(2), false, row.object(4)}));
                return !isAhead;
            });
        if (!read)
            return read.error();
        if (isAhead)
            return DigestCheck::Ahead;
    }
    return here == *page.digest ? DigestCheck::Equal : DigestCheck::Different;
}

Result<PageReceipt> storePage(Connection& cache, const QString& scope, const ChangesPage& page)
{
    if (auto done = storeMirrorRows(cache, page.rows); !done)
        return done.error();
    const auto moved = cache.run(QStringLiteral("INSERT INTO cursor (scope, cursor, epoch, up_to_seq, snapshot_state)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (scope) DO UPDATE SET cursor = ?2,"
                                    " epoch = ?3, up_to_seq = max(up_to_seq, ?4),"
                                    " snapshot_state = CASE WHEN snapshot_state = 'complete' THEN 'complete' ELSE ?5 END"),
                     {scope, page.cursor, page.datasetEpoch, page.upToSeq,
                      page.hasMore ? QStringLiteral("loading") : QStringLiteral("complete")});
    if (!moved)
        return moved.error();
    PageReceipt out;
    if (page.hasMore)
        return out;
    const auto removed = removeWhatDidNotCome(cache, scope);
    if (!removed)
        return removed.error();
    out.hasRemoved = *removed;
    if (!page.digest)
        return out;
    const auto check = compare(cache, scope, page);
    if (!check)
        return check.error();
    out.check = *check;
    return out;
}

Result<QString> readCursor(Connection& cache, const QString& scope)
{
    QString out;
    const auto read = cache.select(QStringLiteral("SELECT cursor FROM cursor WHERE scope = ?"), {scope},
                                   [&out](const Row& row) {
                                       out = row.text(0);
                                       return false;
                                   });
    if (!read)
        return read.error();
    return out;
}

Result<void> resetCursor(Connection& cache, const QString& scope)
{
    for (const EntitySchema* schema : schemasOf(scope)) {
        const auto done = cache.run(QStringLiteral("UPDATE mirror_%1 SET seq = ?").arg(QLatin1String(schema->name)), {readAnew});
        if (!done)
            return done;
    }
    return cache.run(QStringLiteral("UPDATE cursor SET cursor = '', up_to_seq = 0, snapshot_state = 'loading', verified_at = NULL WHERE scope = ?"), {scope});
}

Result<void> clearMirrors(Connection& cache)
{
    for (const EntitySchema& schema : allSchemas()) {
        if (auto done = cache.run(QStringLiteral("DELETE FROM mirror_") + QLatin1String(schema.name)); !done)
            return done;
    }
    if (auto done = cache.run(QStringLiteral("DELETE FROM bucket_hash")); !done)
        return done;
    return cache.run(QStringLiteral("DELETE FROM cursor"));
}

Result<void> rememberCompletePull(Connection& cache, const QDateTime& at, bool isVerified)
{
    if (auto done = cache.run(QStringLiteral("UPDATE cursor SET last_ok = ?"), {at}); !done || !isVerified)
        return done;
    return cache.run(QStringLiteral("UPDATE cursor SET verified_at = last_ok"));
}

Result<CompletePull> lastCompletePull(Connection& reader)
{
    CompletePull out;
    const auto read = reader.select(
        QStringLiteral("SELECT min(coalesce(last_ok, '')), min(coalesce(verified_at = last_ok, 0)) FROM cache.cursor"), {},
        [&out](const Row& row) {
            out.at = instantFromText(row.text(0));
            out.isVerified = row.boolean(1);
            return false;
        });
    if (!read)
        return read.error();
    return out;
}

Result<QList<EntityRow>> rowsToRebase(Connection& reader)
{
    QList<EntityRow> out;
    for (const EntitySchema& schema : allSchemas()) {
        if (!hasOverlay(schema.entity))
            continue;
        // A newer row of the centre, or an overlay that nothing waits for any more.
        const auto read = reader.select(
            QStringLiteral("SELECT m.id, m.ver, m.seq, m.deleted, m.fields FROM main.overlay_%1 AS o"
                           " JOIN cache.mirror_%1 AS m ON m.id = o.id WHERE m.ver > o.base_ver OR (m.ver = o.base_ver"
                           " AND NOT EXISTS (SELECT 1 FROM main.op WHERE op.entity = '%1' AND op.entity_id = o.id"
                           "  AND op.state NOT IN ('applied', 'duplicate', 'conflict', 'withdrawn')))")
                .arg(QLatin1String(schema.name)),
            {}, [&out, &schema](const Row& row) {
                out.append(EntityRow{schema.entity, row.uuid(0), row.integer(1), row.integer(2), row.boolean(3),
                                     row.object(4)});
                return true;
            });
        if (!read)
            return read.error();
    }
    return out;
}

} // namespace yoyo
