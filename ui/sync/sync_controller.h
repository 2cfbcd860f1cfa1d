// SPDX-License-Identifier: Apache-2.0
// The sync page without widgets: which operations and conflicts are shown, and what a person does about them.
// A later answer never replaces a newer one. GUI thread.
#pragma once

#include "ui/sync/operation_table.h"
#include "ui/sync/sync_desk.h"

#include <QTimer>

namespace yoyo {

class SyncController : public QObject
{
    Q_OBJECT
public:
    /// All are borrowed.
    SyncController(SyncDesk& desk, const SyncWords& words, QObject* parent = nullptr);

    OperationTable& operations() { return m_operations; }
    ConflictTable& conflicts() { return m_conflicts; }
    SyncDesk& desk() { return m_desk; }
    SyncStatus status() const { return m_desk.status(); }
    const OperationQuery& query() const { return m_query; }
    void setQuery(const OperationQuery& query);
    void reload();
    bool isSteppingUp() const { return m_isSteppingUp; }

    void syncNow();
    void withdraw(const QUuid& opId);
    void stepUp(const SecretBuffer& password);

Q_SIGNALS:
    void statusChanged();
    void operationsLoaded();
    void conflictsLoaded();
    void loadFailed(const yoyo::Error& error);
    void withdrawn(const QString& title);
    void withdrawFailed(const yoyo::Error& error);
    void steppedUp(int released);
    void stepUpFailed(const yoyo::Error& error);

private:
    void loadMore(int from);

    static constexpr int pageRows = 200;
    SyncDesk& m_desk;
    OperationTable m_operations;
    ConflictTable m_conflicts;
    OperationQuery m_query;
    QTimer m_soon; ///< joins a burst of changes into one reading
    int m_reading = 0; ///< number of the newest reading
    bool m_isSteppingUp = false;
};

} // namespace yoyo
