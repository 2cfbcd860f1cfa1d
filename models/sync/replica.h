// SPDX-License-Identifier: Apache-2.0
// The cache side of the store: what the service says, as the engine's instructions bring it. Every writing function
// runs inside one write transaction on cache.db (Store::write(File::Cache, …)), the reading ones on a reader.
// cache.db is disposable: nothing here is the only copy of anything.
#pragma once

#include "models/central/messages.h"
#include "models/domain/entity.h"
#include "models/domain/result.h"

#include <QDateTime>
#include <QList>

namespace yoyo {

class Connection;

/// Puts rows into their mirrors. A row older than the one already there changes nothing.
Result<void> storeMirrorRows(Connection& cache, const QList<EntityRow>& rows);
/// Rows and cursor together: the cursor never passes a row that is not stored.
Result<void> storePage(Connection& cache, const QString& scope, const ChangesPage& page);
/// Empty at the start and after a reset.
Result<QString> readCursor(Connection& cache, const QString& scope);
Result<void> resetCursor(Connection& cache, const QString& scope);
/// Forgets every mirror and cursor, for another dataset.
Result<void> clearMirrors(Connection& cache);
/// A complete pull of every scope has ended at `at`.
Result<void> rememberCompletePull(Connection& cache, const QDateTime& at);

/// On a reader connection ("cache" attached): the end of the last complete pull, invalid when there was none.
Result<QDateTime> lastCompletePull(Connection& reader);
/// On a reader connection: the centre's rows that overlays have still to be put on.
Result<QList<EntityRow>> rowsToRebase(Connection& reader);

} // namespace yoyo
