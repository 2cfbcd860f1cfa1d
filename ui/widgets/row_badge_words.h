// SPDX-License-Identifier: Apache-2.0
// Where the change of a row stands, in words and as a badge; the same in every list and form.
#pragma once

#include "models/domain/row_badge.h"
#include "ui/widgets/badge.h"

#include <QCoreApplication>

namespace yoyo {

class RowBadgeWords
{
    Q_DECLARE_TR_FUNCTIONS(yoyo::RowBadgeWords)
public:
    /// Empty where nothing waits.
    static QString word(RowBadge badge);
    static BadgeKind kind(RowBadge badge);
};

} // namespace yoyo
