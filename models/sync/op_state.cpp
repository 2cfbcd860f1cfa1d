// SPDX-License-Identifier: Apache-2.0
#include "models/sync/op_state.h"

#include <array>

namespace yoyo {

static constexpr std::array texts{"queued",  "sending",   "unknown",  "waiting_auth", "waiting_stepup", "waiting_approval",
                                  "applied", "duplicate", "conflict", "rejected",     "blocked",        "withdrawn"};

QString opStateText(OpState state)
{
    return QString::fromLatin1(texts.at(std::size_t(state)));
}

std::optional<OpState> opStateFromText(const QString& text)
{
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (text == QLatin1String(texts[i]))
            return OpState(i);
    }
    return std::nullopt;
}

bool isFinal(OpState state)
{
    return state == OpState::Applied || state == OpState::Duplicate || state == OpState::Conflict
        || state == OpState::Withdrawn;
}

bool isInFlight(OpState state)
{
    return state == OpState::Sending || state == OpState::Unknown || state == OpState::WaitingAuth;
}

} // namespace yoyo
