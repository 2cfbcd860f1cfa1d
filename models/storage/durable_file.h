// SPDX-License-Identifier: Apache-2.0
// Small files that must survive a power cut, and the folders they live in. Only the owner may read them.
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

namespace yoyo {

/// Replaces the file in one step (QSaveFile), with the file and its folder on the disk before it returns. Mode 0600.
Result<void> writeDurably(const QString& path, const QByteArray& bytes);
/// E-STOR-009 when there is no such file.
Result<QByteArray> readWhole(const QString& path);
/// Makes the folder (and its parents) for the owner alone, mode 0700.
Result<void> makePrivateDirectory(const QString& path);
/// Makes an empty file of mode 0600 when there is none, so that SQLite does not make one that others can read.
Result<void> makePrivateFile(const QString& path);
/// Puts names made, renamed or removed in this folder on the disk.
Result<void> syncDirectory(const QString& path);

} // namespace yoyo
