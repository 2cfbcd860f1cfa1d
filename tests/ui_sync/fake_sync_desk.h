// SPDX-License-Identifier: Apache-2.0
// A sync desk with the operations and conflicts that a test puts there; it remembers what it was asked to do.
#pragma once

#include "ui/sync/sync_desk.h"
#include "ui/sync/sync_words.h"

#include <QJsonObject>
#include <QPromise>

namespace yoyo::test {

class FakeSyncDesk final : public SyncDesk
{
    Q_OBJECT
public:
    SyncStatus statusValue;
    QList<OperationRow> rows;
    QList<ConflictRow> conflictRows;
    std::optional<Error> loadError;
    Result<StepUpReceipt> stepUpAnswer{StepUpReceipt()};
    Result<void> withdrawAnswer;
    Result<void> decideAnswer;

    bool isHolding = false; ///< operations() waits until its entry of `held` is called
    QList<std::function<void()>> held;

    int syncs = 0;
    int accepts = 0;
    QStringList passwords;
    QList<QUuid> withdrawn;
    QList<OperationQuery> queries;
    struct Decision
    {
        QUuid id;
        qint64 theirsVer = 0;
        QHash<QString, Side> choices;
        QString reason;
    };
    QList<Decision> decisions;

    template <typename T>
    static QFuture<Result<T>> ready(Result<T> result)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(result));
        promise.finish();
        return promise.future();
    }

    SyncStatus status() const override { return statusValue; }
    void syncNow() override { ++syncs; }
    void acceptDataset() override { ++accepts; }
    QFuture<Result<OperationPage>> operations(const OperationQuery& query, int offset, int limit) override
    {
        queries.append(query);
        if (loadError)
            return ready<OperationPage>(*loadError);
        QList<OperationRow> hits;
        for (const OperationRow& row : rows) {
            if ((!query.isOnlyMine || row.isMine) && (!query.isOnlyOpen || !isFinal(row.state) || row.state == OpState::Conflict))
                hits.append(row);
        }
        const OperationPage page{hits.mid(offset, limit), offset, int(hits.size())};
        if (!isHolding)
            return ready<OperationPage>(page);
        auto promise = std::make_shared<QPromise<Result<OperationPage>>>();
        promise->start();
        held.append([promise, page] {
            promise->addResult(page);
            promise->finish();
        });
        return promise->future();
    }
    QFuture<Result<OperationPage>> waitingForStepUp() override { return ready<OperationPage>(OperationPage()); }
    QFuture<Result<StepUpReceipt>> stepUp(const SecretBuffer& password) override
    {
        passwords.append(QString::fromUtf8(password.toByteArray()));
        return ready<StepUpReceipt>(stepUpAnswer);
    }
    QFuture<Result<void>> withdraw(const QUuid& id) override
    {
        withdrawn.append(id);
        if (withdrawAnswer)
            rows.removeIf([&id](const OperationRow& row) { return row.opId == id; });
        return ready<void>(withdrawAnswer);
    }
    QFuture<Result<ConflictPage>> conflicts(bool, int offset, int limit) override
    {
        if (loadError)
            return ready<ConflictPage>(*loadError);
        return ready<ConflictPage>(ConflictPage{conflictRows.mid(offset, limit), offset, int(conflictRows.size())});
    }
    QFuture<Result<ConflictRow>> conflict(const QUuid& id) override
    {
        for (const ConflictRow& row : conflictRows) {
            if (row.id == id)
                return ready<ConflictRow>(row);
        }
        return ready<ConflictRow>(ErrorCode::RowNotFound);
    }
    QFuture<Result<void>> decide(const QUuid& id, qint64 ver, const QHash<QString, Side>& choices,
                                 const QString& reason) override
    {
        decisions.append({id, ver, choices, reason});
        return ready<void>(decideAnswer);
    }
    QString personName() const override { return QStringLiteral("佐藤 花子"); }
    QString municipality() const override { return QStringLiteral("新宿区"); }
};

/// Words as the screens of users and settings would say them.
inline SyncWords plainWords()
{
    SyncWords::Sources sources;
    sources.userField = [](const QString& field) {
        static const QHash<QString, QString> words{{QStringLiteral("family_name"), QStringLiteral("姓")},
                                                   {QStringLiteral("login_id"), QStringLiteral("ユーザID")},
                                                   {QStringLiteral("department"), QStringLiteral("所属")},
                                                   {QStringLiteral("phone"), QStringLiteral("電話")},
                                                   {QStringLiteral("mail"), QStringLiteral("メールアドレス")},
                                                   {QStringLiteral("state"), QStringLiteral("状態")}};
        return words.value(field);
    };
    sources.userValue = [](const QString& field, const QJsonValue& value) {
        if (field == QLatin1String("state"))
            return value.toString() == QLatin1String("suspended") ? QStringLiteral("停止") : QStringLiteral("利用中");
        return QString();
    };
    sources.settingField = [](const QString& field) {
        static const QHash<QString, QString> words{{QStringLiteral("impl_flag"), QStringLiteral("実施フラグ")},
                                                   {QStringLiteral("fee_vaccinated"), QStringLiteral("委託料（接種）")},
                                                   {QStringLiteral("copay"), QStringLiteral("自己負担額")},
                                                   {QStringLiteral("season_from"), QStringLiteral("実施期間（開始）")},
                                                   {QStringLiteral("season_to"), QStringLiteral("実施期間（終了）")}};
        return words.value(field);
    };
    sources.settingValue = [](const QString& field, const QJsonValue& value) {
        if (field == QLatin1String("impl_flag"))
            return value.toBool() ? QStringLiteral("実施") : QStringLiteral("未実施");
        if (value.isDouble())
            return QStringLiteral("%1 円").arg(value.toInteger());
        return QString();
    };
    return SyncWords(sources);
}

inline OperationRow operation(OpState state, NextAction next, const QString& title = QStringLiteral("鈴木　一郎"))
{
    OperationRow row;
    row.opId = QUuid::createUuid();
    row.rowId = QUuid::createUuid();
    row.rowTitle = title;
    row.authorName = QStringLiteral("佐藤　花子");
    row.isMine = true;
    row.state = state;
    row.nextAction = next;
    row.madeAt = QDateTime(QDate(2026, 11, 22), QTime(0, 30), Qt::UTC);
    row.changes = {{QStringLiteral("department"), QStringLiteral("健康推進課"), QStringLiteral("保健予防課")},
                   {QStringLiteral("phone"), QStringLiteral("内線 2345"), QStringLiteral("内線 2399")}};
    return row;
}

/// One of each kind that a person meets.
inline QList<OperationRow> everyKind()
{
    QList<OperationRow> rows;
    OperationRow queued = operation(OpState::Queued, NextAction::Wait);
    queued.canWithdraw = true;
    rows << queued;
    OperationRow stepUp = operation(OpState::WaitingStepUp, NextAction::StepUp, QStringLiteral("田中　美咲"));
    stepUp.kind = OperationKind::Create;
    stepUp.canWithdraw = true;
    stepUp.changes = {{QStringLiteral("login_id"), QJsonValue(QJsonValue::Undefined), QStringLiteral("shinjuku-0013")},
                      {QStringLiteral("family_name"), QJsonValue(QJsonValue::Undefined), QStringLiteral("田中")},
                      {QStringLiteral("department"), QJsonValue(QJsonValue::Undefined), QStringLiteral("健康推進課")}};
    rows << stepUp;
    OperationRow rejected = operation(OpState::Rejected, NextAction::CorrectAndSave, QStringLiteral("渡辺　健"));
    rejected.changes = {{QStringLiteral("mail"), QStringLiteral("watanabe@city.example.lg.jp"),
                         QStringLiteral("watanabe@@city.example.lg.jp")}};
    rejected.problem = Error(ErrorCode::MailFormat, {}, {}, QStringLiteral("mail"));
    rejected.canWithdraw = true;
    rows << rejected;
    OperationRow conflict = operation(OpState::Conflict, NextAction::Decide, QStringLiteral("高齢者インフルエンザ"));
    conflict.entity = Entity::VaccinationSetting;
    conflict.changes = {{QStringLiteral("fee_vaccinated"), 4800, 5200}};
    rows << conflict;
    OperationRow other = operation(OpState::Queued, NextAction::AuthorSignsIn, QStringLiteral("MR（麻しん風しん）"));
    other.entity = Entity::VaccinationSetting;
    other.isMine = false;
    other.authorName = QStringLiteral("高橋　誠");
    other.changes = {{QStringLiteral("impl_flag"), false, true}};
    rows << other;
    OperationRow blocked = operation(OpState::Blocked, NextAction::WaitForOther, QStringLiteral("渡辺　健"));
    blocked.canWithdraw = true;
    rows << blocked;
    rows << operation(OpState::Applied, NextAction::None);
    return rows;
}

inline ConflictRow feeConflict()
{
    ConflictRow row;
    row.id = QUuid::createUuid();
    row.entity = Entity::VaccinationSetting;
    row.rowId = QUuid::createUuid();
    row.rowTitle = QStringLiteral("高齢者インフルエンザ");
    row.opId = QUuid::createUuid();
    row.theirsVer = 7;
    row.theirsActor = QStringLiteral("高橋　誠");
    row.theirsAt = QDateTime(QDate(2026, 11, 22), QTime(0, 10), Qt::UTC);
    row.foundAt = QDateTime(QDate(2026, 11, 22), QTime(0, 40), Qt::UTC);
    row.isMine = true;
    row.groups = {{QStringLiteral("price"), true,
                   {{QStringLiteral("fee_vaccinated"), 4800, 5200, 5060}, {QStringLiteral("copay"), 2500, 2500, 2500}}},
                  {QStringLiteral("season"), true,
                   {{QStringLiteral("season_from"), QStringLiteral("2026-10-01"), QStringLiteral("2026-10-15"),
                     QStringLiteral("2026-10-10")}}},
                  {QStringLiteral("flag"), false, {{QStringLiteral("impl_flag"), false, false, true}}}};
    return row;
}

} // namespace yoyo::test
