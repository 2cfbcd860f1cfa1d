// SPDX-License-Identifier: Apache-2.0
// What the engine tells the screens: where it is, what waits, what it last heard. Values only; texts for people are
// made from them in ui/.
#pragma once

#include "models/domain/result.h"

#include <QDateTime>
#include <QMetaType>

#include <optional>

namespace yoyo {

enum class SyncPhase {
    NotStarted,
    Idle,          ///< nothing to do until the next trigger
    Connecting,    ///< handshake
    Sending,       ///< a batch is on its way
    Asking,        ///< asking what became of operations whose reply was lost
    Receiving,     ///< pulling the feed
    Offline,       ///< the service cannot be reached; `nextTryAt` says when it is tried again
    Waiting,       ///< it answered, or the store did, with an error; `lastError` and `nextTryAt`
    WaitingSignIn, ///< the session has ended; the queue is kept until somebody signs in again
    Maintenance,   ///< `nextTryAt` is when the service says it comes back, or the next try
    ClientTooOld,  ///< reading only; the queue is kept for a newer program
    OtherProcess,  ///< another process of this person holds the engine lock
    NeedsDecision, ///< stopped with a question: `lastError` is E-SYNC-017 or E-SYNC-018
};

/// How much waits, and for whom. Counted over the whole store.
struct SyncCounts
{
    int unsent = 0;        ///< 未送信: everything not yet accepted, waiting operations included
    int needsPerson = 0;   ///< 要確認: open conflicts
    int cannotSend = 0;    ///< 送信できない: rejected or blocked
    int waitingStepUp = 0; ///< part of `unsent`: released by the author's password
    int ofOthers = 0;      ///< part of `unsent`: made by another person; never sent under this sign-in
    friend bool operator==(const SyncCounts&, const SyncCounts&) = default;
};

struct SyncStatus
{
    SyncPhase phase = SyncPhase::NotStarted;
    bool isOnline = false;    ///< the last request reached the service
    QDateTime lastOk;         ///< end of the last complete pull of every scope, UTC; invalid: never
    bool isVerified = false;  ///< the digest was equal at that moment
    SyncCounts counts;
    QDateTime nextTryAt;      ///< UTC; invalid when no try is planned
    std::optional<Error> lastError;
    QDateTime maintenanceUntil; ///< invalid when the service does not know
    friend bool operator==(const SyncStatus&, const SyncStatus&) = default;
};

} // namespace yoyo

Q_DECLARE_METATYPE(yoyo::SyncStatus)
