// SPDX-License-Identifier: Apache-2.0
// The cache side of the store: what the service says, as the engine's instructions bring it. Every writing function
// runs inside one write transaction on cache.db (Store::write(File::Cache, …)), the reading ones on a reader.
// cache.db is disposable: nothing here is the only copy of anything.
#pragma once

#include "models/central/messages.h"
#include "models/domain/entity.h"
#include "models/domain/result.h"
#include "models/sync/engine.h"

#include <QDateTime>
#include <QList>

namespace yoyo {

class Connection;

/// Puts rows into their mirrors. A row older than the one already there changes nothing.
Result<void> storeMirrorRows(Connection& cache, const QList<EntityRow>& rows);
/// Rows and cursor together: the cursor never passes a row that is not stored. At the end of a scope that was read anew
/// the rows that did not come again go, and what is here is compared with the service's digest.
Result<PageReceipt> storePage(Connection& cache, const QString& scope, const ChangesPage& page);
/// Empty at the start and after a reset.
Result<QString> readCursor(Connection& cache, const QString& scope);
/// Its rows stay in view while they are read anew, and are replaced whatever their version.
Result<void> resetCursor(Connection& cache, const QString& scope);
/// Forgets every mirror and cursor, for another dataset.
Result<void> clearMirrors(Connection& cache);
/// A complete pull of every scope has ended at `at`, with every digest equal or not.
Result<void> rememberCompletePull(Connection& cache, const QDateTime& at, bool isVerified);

struct CompletePull
{
    QDateTime at; ///< invalid when there was none
    bool isVerified = false;
};
/// On a reader connection ("cache" attached).
Result<CompletePull> lastCompletePull(Connection& reader);
/// On a reader connection: the centre's rows that overlays have still to be put on.
Result<QList<EntityRow>> rowsToRebase(Connection& reader);

} // namespace yoyo
