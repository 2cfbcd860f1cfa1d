// SPDX-License-Identifier: Apache-2.0
// GET /v1/changes: the rows of one dataset in commit order, behind a cursor only the service can read and make.
#pragma once

#include "models/domain/result.h"
#include "tests/central/caller.h"
#include "tests/central/database.h"

#include <QByteArray>

namespace yoyo::service {

struct FeedPage
{
    QByteArray lines; ///< NDJSON with the end marker
    QString cursor;
    bool hasMore = false;
};

/// `scope` is national or office, `cursor` empty for everything. Errors: CursorExpired for a cursor of another
/// dataset, epoch or view (a change of role shows other fields), or older than the oldest kept tombstone.
Result<FeedPage> readFeed(Sql& sql, const Caller& caller, const QString& scope, const QString& cursor, int limit);

/// The database's own id: another one means that the data was replaced.
QString datasetEpoch(Sql& sql);

} // namespace yoyo::service
