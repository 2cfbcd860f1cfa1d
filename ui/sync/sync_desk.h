// SPDX-License-Identifier: Apache-2.0
// What the sync pages ask of the program. service_sync_desk.h fills it from the services; tests from a fake.
// GUI thread; futures finish there too.
#pragma once

#include "models/domain/secret_buffer.h"
#include "models/services/direct_service.h"
#include "models/services/work_service.h"

#include <QObject>

namespace yoyo {

class SyncDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual SyncStatus status() const = 0;
    virtual void syncNow() = 0;
    /// The answer to E-SYNC-017: go on with the service's present data.
    virtual void acceptDataset() = 0;
    virtual QFuture<Result<OperationPage>> operations(const OperationQuery& query, int offset, int limit) = 0;
    virtual QFuture<Result<OperationPage>> waitingForStepUp() = 0;
    virtual QFuture<Result<StepUpReceipt>> stepUp(const SecretBuffer& password) = 0;
    virtual QFuture<Result<void>> withdraw(const QUuid& opId) = 0;
    virtual QFuture<Result<ConflictPage>> conflicts(bool isOnlyOpen, int offset, int limit) = 0;
    virtual QFuture<Result<ConflictRow>> conflict(const QUuid& id) = 0;
    virtual QFuture<Result<void>> decide(const QUuid& conflictId, qint64 theirsVer, const QHash<QString, Side>& choices,
                                         const QString& reason) = 0;
    /// For prints: who works here, and for which municipality.
    virtual QString personName() const = 0;
    virtual QString municipality() const = 0;

Q_SIGNALS:
    void statusChanged(const yoyo::SyncStatus& status);
    /// Operations or conflicts look different now.
    void changed();
};

} // namespace yoyo
