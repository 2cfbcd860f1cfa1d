// SPDX-License-Identifier: Apache-2.0
// What only works online and is never queued: reset, unlock, end sessions, step-up. Each asks the service at once
// and brings the row it answers into this PC's lists. Called on the GUI thread; futures finish there too.
#pragma once

#include "models/domain/result.h"
#include "models/domain/secret_buffer.h"

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QObject>
#include <QUuid>

#include <memory>
#include <optional>

namespace yoyo {

class Central;
class Clock;
class RandomSource;
class SyncRunner;
class Workplace;

struct StepUpReceipt
{
    QDateTime until;
    int released = 0; ///< operations of this person that now go
};

struct DirectOutcome
{
    QUuid id;
    std::optional<Error> error; ///< none: done
};

class DirectService : public QObject
{
    Q_OBJECT
public:
    DirectService(Central* central, Workplace& workplace, SyncRunner& sync, const Clock& clock, RandomSource& random,
                  QObject* parent = nullptr);
    ~DirectService() override;
    /// Another service address; null: none yet.
    void setCentral(Central* central);

    /// 「仮パスワードを再送」: the service mails a new temporary password. One outcome per id, in order; the first network
    /// error ends the rest with the same error.
    QFuture<Result<QList<DirectOutcome>>> resetUsers(const QList<QUuid>& ids);
    QFuture<Result<QList<DirectOutcome>>> unlockUsers(const QList<QUuid>& ids);
    QFuture<Result<QList<DirectOutcome>>> endSessions(const QList<QUuid>& ids);
    /// The password again: releases the person's own waiting operations and starts sending them.
    QFuture<Result<StepUpReceipt>> stepUp(const SecretBuffer& password);

Q_SIGNALS:
    void changed(const QList<QUuid>& ids);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace yoyo
