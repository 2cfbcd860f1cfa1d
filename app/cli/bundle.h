// SPDX-License-Identifier: Apache-2.0
// What IT sends to the helpdesk with `yoyo doctor --bundle`: versions, where each setting comes from, the checks, the
// last hours of the log. No names of persons, no numbers, no secrets, and no paths, which hold the login of the PC.
#pragma once

#include "models/domain/result.h"

#include <QJsonArray>
#include <QString>

namespace yoyo {

class Composition;

/// Writes the archive, whole or not at all; the names of its files. E-STOR-012, E-STOR-004.
Result<QStringList> writeBundle(const QString& path, const Composition& composition, const QJsonArray& checks);

} // namespace yoyo
