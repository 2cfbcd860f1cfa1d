// SPDX-License-Identifier: Apache-2.0
// The sync pages' desk over the real services. GUI thread.
#pragma once

#include "ui/sync/sync_desk.h"

#include <functional>

namespace yoyo {

class SyncRunner;

class ServiceSyncDesk final : public SyncDesk
{
    Q_OBJECT
public:
    struct Parts
    {
        WorkService* work = nullptr; ///< borrowed, as all of these
        DirectService* direct = nullptr;
        SyncRunner* sync = nullptr;
        std::function<QString()> personName;
        std::function<QString()> municipality;
    };
    explicit ServiceSyncDesk(Parts parts, QObject* parent = nullptr);

    SyncStatus status() const override;
    void syncNow() override;
    void acceptDataset() override;
    QFuture<Result<OperationPage>> operations(const OperationQuery& query, int offset, int limit) override;
    QFuture<Result<OperationPage>> waitingForStepUp() override;
    QFuture<Result<StepUpReceipt>> stepUp(const SecretBuffer& password) override;
    QFuture<Result<void>> withdraw(const QUuid& opId) override;
    QFuture<Result<ConflictPage>> conflicts(bool isOnlyOpen, int offset, int limit) override;
    QFuture<Result<ConflictRow>> conflict(const QUuid& id) override;
    QFuture<Result<void>> decide(const QUuid& conflictId, qint64 theirsVer, const QHash<QString, Side>& choices,
                                 const QString& reason) override;
    QString personName() const override;
    QString municipality() const override;

private:
    Parts m_parts;
};

} // namespace yoyo
