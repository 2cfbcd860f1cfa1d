// SPDX-License-Identifier: Apache-2.0
// See row_badge_words.h.
#include "ui/widgets/row_badge_words.h"

namespace yoyo {

QString RowBadgeWords::word(RowBadge badge)
{
    switch (badge) {
    case RowBadge::None:
        return {};
    case RowBadge::Unsent:
        return tr("Not sent");
    case RowBadge::Sending:
        return tr("Sending");
    case RowBadge::WaitingApproval:
        return tr("Not in force yet");
    case RowBadge::CannotSend:
        return tr("Cannot be sent");
    case RowBadge::NeedsPerson:
        return tr("Needs a decision");
    }
    return {};
}

BadgeKind RowBadgeWords::kind(RowBadge badge)
{
    switch (badge) {
    case RowBadge::None:
        return BadgeKind::Neutral;
    case RowBadge::Unsent:
    case RowBadge::Sending:
    case RowBadge::WaitingApproval:
        return BadgeKind::Info;
    case RowBadge::CannotSend:
        return BadgeKind::Bad;
    case RowBadge::NeedsPerson:
        return BadgeKind::Caution;
    }
    return BadgeKind::Neutral;
}

} // namespace yoyo
