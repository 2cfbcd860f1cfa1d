// SPDX-License-Identifier: Apache-2.0
// A USER1 file against the users this PC knows: the plan (dry run) and the edits that carry it out. A user who is not
// in the file is never touched. Only models/services uses it; on a reader thread.
#pragma once

#include "models/services/user_service.h"
#include "models/sync/outbox.h"

namespace yoyo {

class UserBook;

Result<UserImportReport> planUserImport(Connection& reader, const QString& filePath, const QDateTime& now,
                                        const QUuid& actor, RandomSource& random, const Clock& clock);
/// E-SYNC-021 with params.row when a row is not as it was at the dry run.
Result<QList<Edit>> editsOfImport(UserBook& book, const UserImportReport& report, const QString& reason);

} // namespace yoyo
