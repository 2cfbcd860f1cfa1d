// SPDX-License-Identifier: Apache-2.0
// See sync_controller.h.
#include "ui/sync/sync_controller.h"
#include "models/domain/when_done.h"

namespace yoyo {

SyncController::SyncController(SyncDesk& desk, const SyncWords& words, QObject* parent)
    : QObject(parent), m_desk(desk), m_operations(words), m_conflicts(words)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &SyncController::reload);
    connect(&m_desk, &SyncDesk::changed, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_desk, &SyncDesk::statusChanged, this, &SyncController::statusChanged);
    connect(&m_operations, &OperationTable::moreWanted, this, &SyncController::loadMore);
}

void SyncController::setQuery(const OperationQuery& query)
{
    if (query == m_query)
        return;
    m_query = query;
    reload();
}

void SyncController::reload()
{
    const int reading = ++m_reading;
    whenDone(m_desk.operations(m_query, 0, pageRows), this,
             [this, reading](const Result<OperationPage>& page) {
                 if (reading != m_reading)
                     return;
                 if (!page) {
                     Q_EMIT loadFailed(page.error());
                     return;
                 }
                 m_operations.setRows(page->rows, page->total);
                 Q_EMIT operationsLoaded();
             });
    whenDone(m_desk.conflicts(true, 0, pageRows), this, [this, reading](const Result<ConflictPage>& page) {
        if (reading != m_reading)
            return;
        if (!page) {
            Q_EMIT loadFailed(page.error());
            return;
        }
        m_conflicts.setRows(page->rows);
        Q_EMIT conflictsLoaded();
    });
}

void SyncController::loadMore(int from)
{
    whenDone(m_desk.operations(m_query, from, pageRows), this,
             [this, from, reading = m_reading](const Result<OperationPage>& page) {
                 if (reading != m_reading || m_operations.rowCount() != from)
                     return;
                 if (page)
                     m_operations.appendRows(page->rows);
                 else
                     Q_EMIT loadFailed(page.error());
             });
}

void SyncController::syncNow()
{
    m_desk.syncNow();
}

void SyncController::withdraw(const QUuid& opId)
{
    const OperationRow* row = m_operations.at(m_operations.rowOf(opId));
    const QString title = row ? SyncWords::row(row->entity, row->rowTitle) : QString();
    whenDone(m_desk.withdraw(opId), this, [this, title](const Result<void>& result) {
        if (result)
            Q_EMIT withdrawn(title);
        else
            Q_EMIT withdrawFailed(result.error());
        reload();
    });
}

void SyncController::stepUp(const SecretBuffer& password)
{
    if (m_isSteppingUp)
        return;
    m_isSteppingUp = true;
    whenDone(m_desk.stepUp(password), this, [this](const Result<StepUpReceipt>& receipt) {
        m_isSteppingUp = false;
        if (!receipt) {
            Q_EMIT stepUpFailed(receipt.error());
            return;
        }
        Q_EMIT steppedUp(receipt->released);
        reload();
    });
}

} // namespace yoyo
