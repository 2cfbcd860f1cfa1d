// SPDX-License-Identifier: Apache-2.0
#include "tests/central/feed.h"

#include "models/domain/row_hash.h"
#include "tests/central/body_coding.h"
#include "tests/central/row_store.h"
#include "tests/central/wire_rows.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <limits>

namespace yoyo::service {

static QString metaValue(Sql& sql, const QString& name)
{
    const auto row = sql.first(QStringLiteral("SELECT value FROM service_meta WHERE name = ?"), {name});
    return row ? row->first().toString() : QString();
}

QString datasetEpoch(Sql& sql)
{
    return metaValue(sql, QStringLiteral("dataset_epoch"));
}

/// What the caller has when all of the scope up to `upTo` was read.
static BucketHash digestOf(Sql& sql, const Caller& caller, const QString& dataset, qint64 upTo)
{
    BucketHash out;
    for (EntityRow& row : rowsAfter(sql, dataset, 0, upTo, std::numeric_limits<int>::max())) {
        if (row.isDeleted)
            continue;
        row.fields = rowJson(row, caller).value(QStringLiteral("fields")).toObject();
        out.add(rowHash(row));
    }
    return out;
}

/// What a cursor is valid for: everything that decides which rows and fields it stands for, except the place.
static QByteArray viewOf(Sql& sql, const Caller& caller, const QString& scope)
{
    const QByteArray who = scope == QLatin1String("national") ? QByteArray("all")
        : caller.isAdministrator()                            ? caller.municipalityCode.toLatin1()
                                   : caller.municipalityCode.toLatin1() + '/' + caller.userId.toRfc4122().toHex();
    return scope.toLatin1() + '|' + who + '|' + datasetEpoch(sql).toLatin1();
}

static QByteArray mark(Sql& sql, const QByteArray& text)
{
    return QMessageAuthenticationCode::hash(text, metaValue(sql, QStringLiteral("cursor_key")).toLatin1(),
                                            QCryptographicHash::Sha256)
        .left(16)
        .toHex();
}

static QString cursorAt(Sql& sql, const QByteArray& view, qint64 seq)
{
    const QByteArray place = QByteArray::number(seq);
    const QByteArray text = place + '.' + mark(sql, view + '|' + place);
    return QString::fromLatin1(text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

static std::optional<qint64> placeOf(Sql& sql, const QByteArray& view, const QString& cursor)
{
    const QByteArray text = QByteArray::fromBase64(cursor.toLatin1(), QByteArray::Base64UrlEncoding);
    const QByteArray place = text.left(text.indexOf('.'));
    if (text != place + '.' + mark(sql, view + '|' + place))
        return std::nullopt;
    return place.toLongLong();
}

Result<FeedPage> readFeed(Sql& sql, const Caller& caller, const QString& scope, const QString& cursor, int limit)
{
    const QString dataset = scope == QLatin1String("national") ? nationalDataset() : caller.municipalityCode;
    const QByteArray view = viewOf(sql, caller, scope);
    qint64 after = 0;
    if (!cursor.isEmpty()) {
        const auto place = placeOf(sql, view, cursor);
        if (!place || (*place > 0 && *place < purgedSeq(sql, dataset)))
            return Error(ErrorCode::CursorExpired, {}, {{QStringLiteral("scope"), scope}});
        after = *place;
    }
    const qint64 upTo = lastSeq(sql, dataset);
    const QList<EntityRow> rows = rowsAfter(sql, dataset, after, upTo, limit + 1);

    FeedPage page;
    page.hasMore = rows.size() > limit;
    qint64 reached = upTo;
    for (const EntityRow& row : rows.first(std::min<qsizetype>(rows.size(), limit))) {
        page.lines += QJsonDocument(rowJson(row, caller)).toJson(QJsonDocument::Compact) + '\n';
        if (page.hasMore)
            reached = row.seq;
    }
    page.cursor = cursorAt(sql, view, reached);
    QJsonObject end{
        {QStringLiteral("kind"), QStringLiteral("end")},
        {QStringLiteral("cursor"), page.cursor},
        {QStringLiteral("up_to_seq"), QString::number(upTo)},
        {QStringLiteral("has_more"), page.hasMore},
        {QStringLiteral("dataset_epoch"), datasetEpoch(sql)},
    };
    if (!page.hasMore) {
        const BucketHash digest = digestOf(sql, caller, dataset, upTo);
        end.insert(QStringLiteral("rows"), qint64(digest.rows()));
        end.insert(QStringLiteral("digest"), QString::fromLatin1(digest.value().toHex()));
    }
    page.lines += QJsonDocument(end).toJson(QJsonDocument::Compact) + '\n';
    return page;
}

} // namespace yoyo::service
