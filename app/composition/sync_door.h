// SPDX-License-Identifier: Apache-2.0
// `yoyo sync` beside an open window: only one process may hold a store's engine lock, so the one that holds it answers
// at a local socket that only this person can reach. One line is asked, one line of JSON comes back: a time and a
// code; nothing of what the store holds. GUI thread.
#pragma once

#include "models/sync/sync_status.h"

#include <QFuture>
#include <QLocalServer>
#include <QPointer>

#include <chrono>

class QLocalSocket;

namespace yoyo {

class SyncRunner;

/// The side of the process that syncs.
class SyncDoor final : public QObject
{
    Q_OBJECT
public:
    /// The runner is borrowed and outlives the door.
    explicit SyncDoor(SyncRunner& sync, QObject* parent = nullptr);
    ~SyncDoor() override;

    /// For the store of the user who is signed in now; a socket that a dead process left is taken over. Without one
    /// (no room for it, another window has it) `yoyo sync` is told that the store is busy, as before.
    void open(const QString& storeDirectory);
    void close();
    bool isOpen() const { return m_server.isListening(); }

private:
    void listen(const QString& name);
    void onConnected();
    void onRoundEnded();
    void answer();

    SyncRunner& m_sync;
    QLocalServer m_server;
    QList<QPointer<QLocalSocket>> m_waiting;
};

/// How the round of the other process ended; the counts are in the store.
struct SyncAnswer
{
    QDateTime lastOk; ///< invalid: never
    bool isVerified = false; ///< what is here was compared with the centre then
    std::optional<Error> error;
};

/// Has the process that holds the store's engine lock sync, and waits for the end of its round. E-SYNC-015 when no
/// such process answers within `wait`.
QFuture<Result<SyncAnswer>> askForSync(const QString& storeDirectory, std::chrono::milliseconds wait, QObject* context);

} // namespace yoyo
