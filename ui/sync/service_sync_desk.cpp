// SPDX-License-Identifier: Apache-2.0
// See service_sync_desk.h.
#include "ui/sync/service_sync_desk.h"

#include "models/sync/sync_runner.h"

namespace yoyo {

ServiceSyncDesk::ServiceSyncDesk(Parts parts, QObject* parent) : SyncDesk(parent), m_parts(std::move(parts))
{
    connect(m_parts.sync, &SyncRunner::statusChanged, this, &SyncDesk::statusChanged);
    connect(m_parts.work, &WorkService::changed, this, &SyncDesk::changed);
}

SyncStatus ServiceSyncDesk::status() const
{
    return m_parts.sync->status();
}

void ServiceSyncDesk::syncNow()
{
    m_parts.sync->syncNow(SyncTrigger::Button);
}

void ServiceSyncDesk::acceptDataset()
{
    m_parts.sync->acceptDataset();
}

QFuture<Result<OperationPage>> ServiceSyncDesk::operations(const OperationQuery& query, int offset, int limit)
{
    return m_parts.work->operations(query, offset, limit);
}

QFuture<Result<OperationPage>> ServiceSyncDesk::waitingForStepUp()
{
    return m_parts.work->waitingForStepUp();
}

QFuture<Result<StepUpReceipt>> ServiceSyncDesk::stepUp(const SecretBuffer& password)
{
    return m_parts.direct->stepUp(password);
}

QFuture<Result<void>> ServiceSyncDesk::withdraw(const QUuid& opId)
{
    return m_parts.work->withdraw(opId);
}

QFuture<Result<ConflictPage>> ServiceSyncDesk::conflicts(bool isOnlyOpen, int offset, int limit)
{
    return m_parts.work->conflicts(isOnlyOpen, offset, limit);
}

QFuture<Result<ConflictRow>> ServiceSyncDesk::conflict(const QUuid& id)
{
    return m_parts.work->conflict(id);
}

QFuture<Result<void>> ServiceSyncDesk::decide(const QUuid& conflictId, qint64 theirsVer,
                                              const QHash<QString, Side>& choices, const QString& reason)
{
    return m_parts.work->decide(conflictId, theirsVer, choices, reason);
}

QString ServiceSyncDesk::personName() const
{
    return m_parts.personName();
}

QString ServiceSyncDesk::municipality() const
{
    return m_parts.municipality();
}

} // namespace yoyo
