// SPDX-License-Identifier: Apache-2.0
// The states of an operation in the outbox, as work.db spells them.
#pragma once

#include <QString>

#include <optional>

namespace yoyo {

enum class OpState {
    Queued,
    Sending,         ///< in a batch that is on its way
    Unknown,         ///< was sent, the reply was lost or unusable; asked for before anything else
    WaitingAuth,     ///< the session ended before it could be taken; kept
    WaitingStepUp,   ///< privileged: the author's password releases it
    WaitingApproval, ///< a second person decides
    Applied,
    Duplicate,       ///< the service already had it: as good as applied
    Conflict,        ///< a conflict record holds it; the decision is a new operation
    Rejected,        ///< the service or a rule refused it; stays until corrected or taken back
    Blocked,         ///< waits for another operation that did not go through
    Withdrawn,       ///< taken back, or taken into a later operation
};

QString opStateText(OpState state);
std::optional<OpState> opStateFromText(const QString& text);

/// Nothing more happens to it by itself or by a person.
bool isFinal(OpState state);
/// Its bytes may be with the service: never changed, never taken back.
bool isInFlight(OpState state);

} // namespace yoyo
