// SPDX-License-Identifier: Apache-2.0
// Drives the engine: carries its instructions out on the central service and the store, owns the timer, and tells the
// screens what has changed. The GUI thread; network and database work run on their own threads and come back here.
// Works only while it holds engine.lock; otherwise it shows what another process does and tries again.
#pragma once

#include "models/sync/engine.h"
#include "models/sync/sync_status.h"

#include <QObject>

#include <memory>

namespace yoyo {

class Central;
class Clock;
class RandomSource;
class Workplace;

class SyncRunner : public QObject
{
    Q_OBJECT
public:
    /// Everything is borrowed and outlives the runner. Follows the workplace: runs while somebody is signed in.
    SyncRunner(Central* central, Workplace& workplace, const Clock& clock, RandomSource& random,
               EngineOptions options = {}, QObject* parent = nullptr);
    ~SyncRunner() override;

    /// Another service address; null: none yet. Stops what runs.
    void setCentral(Central* central);
    /// Begins when somebody is signed in; a second call does nothing. Without it nothing is ever sent.
    void start();
    /// Ends at the next step; replies still on their way are ignored, their operations are asked for next time.
    void stop();
    bool isStarted() const;

    void syncNow(SyncTrigger trigger = SyncTrigger::Button);
    /// The answer to E-SYNC-017: go on with the service's present data. Unsent work is kept.
    void acceptDataset();
    const SyncStatus& status() const;
    /// The service's last handshake, none before the first.
    const std::optional<Handshake>& handshake() const;

    /// For the services: rows were saved on this PC. Tells the screens, and sends.
    void noteSaved(Entity entity, const QList<QUuid>& ids);
    /// For the services: rows came by a direct call. Stores them in the mirror and tells the screens.
    void storeRow(const EntityRow& row);
    /// Counts again; statusChanged follows when they differ.
    void refreshCounts();

Q_SIGNALS:
    void statusChanged(const yoyo::SyncStatus& status);
    /// Rows look different now, by a pull, an outcome, a save or another process. Empty: every row of the entity.
    void rowsChanged(yoyo::Entity entity, const QList<QUuid>& ids);
    /// Operations or conflicts have other states.
    void workChanged();
    void handshakeReceived();
    /// A round is over, well or not: status() says which.
    void roundEnded();

private:
    class Work;
    std::unique_ptr<Work> m_work;
};

} // namespace yoyo

Q_DECLARE_METATYPE(yoyo::Entity)
