// SPDX-License-Identifier: Apache-2.0
#include "models/central/feed_parser.h"

#include "models/domain/ids.h"

#include <QJsonDocument>

namespace yoyo {

// Made once: building these strings per row would cost more than reading it.
static const QString kindKey = QStringLiteral("kind");
static const QString entityKey = QStringLiteral("entity");
static const QString idKey = QStringLiteral("id");
static const QString verKey = QStringLiteral("ver");
static const QString seqKey = QStringLiteral("seq");
static const QString fieldsKey = QStringLiteral("fields");

static Error invalid(const QString& reason)
{
    return Error(ErrorCode::ReplyInvalid, QStringLiteral("feed"), {{QStringLiteral("reason"), reason}});
}

/// int64 as a JSON string of digits; -1 when it is not.
static qint64 sequence(const QJsonValue& value)
{
    bool ok = false;
    const qint64 number = value.toString().toLongLong(&ok);
    return ok && number >= 0 ? number : -1;
}

Result<EntityRow> feedRow(const QJsonObject& json)
{
    EntityRow row;
    const QString kind = json.value(kindKey).toString();
    row.isDeleted = kind == QLatin1String("tombstone");
    if (!row.isDeleted && kind != QLatin1String("upsert"))
        return invalid(QStringLiteral("kind"));
    const std::optional<Entity> entity = entityFromName(json.value(entityKey).toString());
    if (!entity)
        return invalid(QStringLiteral("entity"));
    row.entity = *entity;
    row.id = idFromText(json.value(idKey).toString());
    row.ver = json.value(verKey).toInteger();
    row.seq = sequence(json.value(seqKey));
    if (row.id.isNull() || row.ver < 1 || row.seq < 0)
        return invalid(row.id.isNull() ? QStringLiteral("id") : QStringLiteral("ver or seq"));
    const QJsonValue fields = json.value(fieldsKey);
    if (fields.isObject())
        row.fields = fields.toObject();
    else if (!row.isDeleted)
        return invalid(QStringLiteral("fields"));
    return row;
}

static Result<void> readEnd(const QJsonObject& json, ChangesPage& page)
{
    const QJsonValue cursor = json.value(QStringLiteral("cursor"));
    const QJsonValue hasMore = json.value(QStringLiteral("has_more"));
    page.cursor = cursor.toString();
    page.upToSeq = sequence(json.value(QStringLiteral("up_to_seq")));
    page.hasMore = hasMore.toBool();
    page.datasetEpoch = idFromText(json.value(QStringLiteral("dataset_epoch")).toString());
    if (page.cursor.isEmpty() || !hasMore.isBool() || page.upToSeq < 0 || page.datasetEpoch.isNull())
        return invalid(QStringLiteral("end line"));
    const QJsonValue digest = json.value(QStringLiteral("digest"));
    if (digest.isUndefined())
        return {};
    const QByteArray sum = QByteArray::fromHex(digest.toString().toLatin1());
    const qint64 rows = json.value(QStringLiteral("rows")).toInteger(-1);
    if (sum.size() != BucketHash::size || rows < 0)
        return invalid(QStringLiteral("digest"));
    page.digest = BucketHash::fromValue(sum, rows);
    return {};
}

Result<ChangesPage> parseChanges(const QByteArray& ndjson)
{
    ChangesPage page;
    bool isEnded = false;
    qsizetype at = 0;
    while (at < ndjson.size()) {
        qsizetype end = ndjson.indexOf('\n', at);
        if (end < 0)
            end = ndjson.size();
        const qsizetype length = end - at;
        if (length > 0) {
            if (isEnded)
                return invalid(QStringLiteral("rows after the end line"));
            const QJsonDocument line =
                QJsonDocument::fromJson(QByteArray::fromRawData(ndjson.constData() + at, length));
            if (!line.isObject())
                return invalid(QStringLiteral("not JSON"));
            const QJsonObject json = line.object();
            if (json.value(kindKey).toString() == QLatin1String("end")) {
                if (const Result<void> read = readEnd(json, page); !read)
                    return read.error();
                isEnded = true;
            } else {
                Result<EntityRow> row = feedRow(json);
                if (!row)
                    return row.error();
                page.rows.append(*std::move(row));
            }
        }
        at = end + 1;
    }
    if (!isEnded)
        return invalid(QStringLiteral("no end line"));
    return page;
}

} // namespace yoyo
