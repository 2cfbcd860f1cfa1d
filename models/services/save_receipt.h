// SPDX-License-Identifier: Apache-2.0
// What a save gives back once it is durable on this PC, and a rule finding about one of several rows.
#pragma once

#include "models/domain/result.h"

#include <QList>
#include <QUuid>

namespace yoyo {

struct SaveReceipt
{
    QList<QUuid> ids;             ///< rows changed, in the order given; empty when nothing differed
    QList<QUuid> opIds;           ///< their operations
    bool isWaitingStepUp = false; ///< 「まだ反映されていません」: the author's password releases it
};

struct RowFinding
{
    int row = 0; ///< index into the rows given, or the row number as Excel shows it for a file
    QUuid id;
    Error error;
};

/// A finding that refuses, in contrast to one to confirm or a note.
bool isRefusal(const Error& error);

} // namespace yoyo
