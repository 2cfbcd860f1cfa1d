// SPDX-License-Identifier: Apache-2.0
// Where a store may live: WAL needs shared memory and locks that work, which network and FAT file systems lack.
#pragma once

#include "models/domain/result.h"

#include <QString>

namespace yoyo {

/// E-STOR-008 with reason "fat", "network" or "relative". The folder need not exist: its nearest parent counts.
Result<void> checkStoreLocation(const QString& directory);

/// The same by the file system's number (statfs on Linux); empty when it is fit. Separate so that it can be tested.
QString unfitFileSystem(quint32 magic);

} // namespace yoyo
