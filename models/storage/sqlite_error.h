// SPDX-License-Identifier: Apache-2.0
// SQLite's result codes as codes of errors.csv. Nothing outside models/storage sees a SQLite code.
#pragma once

#include "models/domain/result.h"

namespace yoyo {

/// `file` is a file name without its folder. `message` must not hold values of rows: SQLite's own texts do not.
Error errorFromSqlite(int extendedCode, const QString& file, const QString& message = {});

} // namespace yoyo
