// SPDX-License-Identifier: Apache-2.0
// What a list says beside a row about the way of its changes to the centre. Values; ui/ makes text and icon of them.
#pragma once

namespace yoyo {

/// In ascending order of urgency: of several operations on a row the most urgent one is shown.
enum class RowBadge {
    None,            ///< as at the centre
    Unsent,          ///< 未送信
    Sending,         ///< 送信中, or the reply was lost and is being asked for
    WaitingApproval, ///< 確認待ち: the author's password, or a second person
    CannotSend,      ///< 送信できない: rejected or blocked
    NeedsPerson,     ///< 要確認: an open conflict
};

} // namespace yoyo
