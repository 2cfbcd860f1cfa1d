// SPDX-License-Identifier: Apache-2.0
// What waits on this PC, why, and what a person can do about it: operations, conflicts, decisions, taking back.
// Called on the GUI thread; futures finish there too.
#pragma once

#include "models/central/messages.h"
#include "models/domain/entity.h"
#include "models/sync/merge.h"
#include "models/sync/op_state.h"
#include "models/sync/outbox.h"
#include "models/sync/sync_status.h"

#include <QDateTime>
#include <QFuture>
#include <QHash>
#include <QObject>

#include <optional>

namespace yoyo {

class Clock;
class RandomSource;
class SyncRunner;
class Workplace;

/// One field before and after; an undefined value means that it has none.
struct FieldDifference
{
    QString field;
    QJsonValue before;
    QJsonValue after;
};

/// The one thing to do next; ui/ makes the sentence and the button.
enum class NextAction {
    None,             ///< finished
    Wait,             ///< goes by itself when the service can be reached
    SignIn,           ///< sign in again
    StepUp,           ///< the author types the password
    Decide,           ///< open the conflict
    CorrectAndSave,   ///< open the row, correct the field of `problem`, save again
    WaitForOther,     ///< another operation has to be settled first
    AskAdministrator,
    AskHelpdesk,
    AuthorSignsIn,    ///< another person made it; only that person's sign-in sends it
};

struct OperationRow
{
    QUuid opId;
    Entity entity = Entity::User;
    QUuid rowId;
    QString rowTitle; ///< name of the person or of the vaccine, as now shown here; may be empty
    OperationKind kind = OperationKind::Update;
    QUuid authorId;
    QString authorName; ///< empty when this PC does not know it
    bool isMine = false;
    OpState state = OpState::Queued;
    QDateTime madeAt;
    QList<FieldDifference> changes;
    QString reason;
    std::optional<Error> problem; ///< the plain reason: code and field
    NextAction nextAction = NextAction::None;
    bool canWithdraw = false; ///< 「元に戻す」: never sent, and nothing later stands on it
    int attempts = 0;
};

struct OperationQuery
{
    bool isOnlyMine = false;
    bool isOnlyOpen = true;          ///< without applied, duplicate and withdrawn ones
    std::optional<OpState> state;
    friend bool operator==(const OperationQuery&, const OperationQuery&) = default;
};

struct OperationPage
{
    QList<OperationRow> rows; ///< newest first
    int offset = 0;
    int total = 0;
};

/// One group of a conflict with all its fields: 元の値 / この端末 / 中央.
struct ConflictField
{
    QString field;
    QJsonValue base;
    QJsonValue ours;
    QJsonValue theirs;
};

struct ConflictGroup
{
    QString group;
    bool needsChoice = false; ///< both sides differ; otherwise it merged by itself and is shown for the context
    QList<ConflictField> fields;
};

enum class ConflictState { Open, Decided, Superseded };

struct ConflictRow
{
    QUuid id;
    Entity entity = Entity::User;
    QUuid rowId;
    QString rowTitle;
    QUuid opId;
    ConflictClass conflictClass = ConflictClass::EditEdit;
    ConflictState state = ConflictState::Open;
    QList<ConflictGroup> groups;
    qint64 theirsVer = 0;
    QString theirsActor; ///< as the service names it; may be empty
    QDateTime theirsAt;
    QDateTime foundAt;
    QUuid authorId;
    bool isMine = false;
};

struct ConflictPage
{
    QList<ConflictRow> rows; ///< oldest first
    int offset = 0;
    int total = 0;
};

/// 「中央」 or 「この端末」.
using Side = DecisionSide;

class WorkService : public QObject
{
    Q_OBJECT
public:
    WorkService(Workplace& workplace, SyncRunner& sync, const Clock& clock, RandomSource& random,
                QObject* parent = nullptr);
    ~WorkService() override;

    QFuture<Result<OperationPage>> operations(const OperationQuery& query, int offset, int limit);
    QFuture<Result<ConflictPage>> conflicts(bool isOnlyOpen, int offset, int limit);
    QFuture<Result<ConflictRow>> conflict(const QUuid& id);
    QFuture<Result<SyncCounts>> counts();

    /// A choice for every group with needsChoice (E-SYNC-020 names the first one missing). `theirsVer` is what the
    /// person saw: E-SYNC-021 when the centre has moved since, and the conflict is shown again. Makes a new operation
    /// on the centre's version, or none when everything is 「中央」.
    QFuture<Result<void>> decide(const QUuid& conflictId, qint64 theirsVer, const QHash<QString, Side>& choices,
                                 const QString& reason);
    /// 「元に戻す」 on a change that was never sent; E-SYNC-019 when it was, or when something later stands on it.
    /// A rejected or blocked one can always be dropped.
    QFuture<Result<void>> withdraw(const QUuid& opId);
    /// Operations of the signed-in person that wait for the password, for the list shown before it is asked.
    QFuture<Result<OperationPage>> waitingForStepUp();

Q_SIGNALS:
    /// Operations, conflicts or counts look different now.
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace yoyo

Q_DECLARE_METATYPE(yoyo::OperationRow)
Q_DECLARE_METATYPE(yoyo::ConflictRow)
