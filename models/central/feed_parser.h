// SPDX-License-Identifier: Apache-2.0
// The one reader of feed rows: NDJSON pages of GET /v1/changes and the single rows inside other replies. It
// is on the path of millions of rows, so it looks at every line once. Any thread.
#pragma once

#include "models/central/messages.h"

#include <QByteArray>

namespace yoyo {

/// One row as the wire has it; E-SRV-016 when it is not one.
Result<EntityRow> feedRow(const QJsonObject& json);
/// A whole page. E-SRV-016 without its end line, with anything after it, or with a line that is not a row.
Result<ChangesPage> parseChanges(const QByteArray& ndjson);

} // namespace yoyo
