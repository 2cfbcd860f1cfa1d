// SPDX-License-Identifier: Apache-2.0
#include "models/services/work_service.h"
#include "tests/services/service_office.h"

using namespace yoyo;
using test::await;
using Office = test::ServiceOffice;

class TestWorkService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_office = std::make_unique<Office>();
    }
    void cleanup() { m_office.reset(); }
    void aConflictShowsThreeValuesPerGroup();
    void aDecisionReachesTheCentre();
    void aMissingChoiceIsNamed();
    void anOldPictureIsNotDecidedOn();
    void takingBackRestoresTheList();
    void somebodyElsesWorkIsTold();
    void nothingUnderALaterChangeIsTakenBack();
    void finishedWorkCanBeLookedUp();
    void directCallsNeedTheNetwork();
    void directCallsShowTheirRow();

private:
    void collide()
    {
        m_office->goOffline();
        UserRow row = *await(m_office->users.get(Office::userId(3)));
        User user = row.user;
        user.department = QStringLiteral("総務課");
        user.phone = QStringLiteral("03-1111-1111");
        QVERIFY(await(m_office->users.update(row.seen, user)).isOk());
        m_office->central.write(Entity::User, Office::userId(3),
                                {{QStringLiteral("department"), QStringLiteral("企画課")}});
        m_office->comeBack();
    }
    ConflictRow conflict() { return await(m_office->work.conflicts(true, 0, 10))->rows.value(0); }
    std::unique_ptr<Office> m_office;
};

void TestWorkService::aConflictShowsThreeValuesPerGroup()
{
    collide();
    QCOMPARE(await(m_office->work.counts())->needsPerson, 1);
    const ConflictRow row = conflict();
    QCOMPARE(row.state, ConflictState::Open);
    QCOMPARE(row.rowTitle, QStringLiteral("鈴木　次郎"));
    QVERIFY(row.isMine);
    QCOMPARE(row.theirsActor, QStringLiteral("colleague"));
    QCOMPARE(row.groups.size(), 2);
    const ConflictGroup& department = row.groups.constFirst();
    QVERIFY(department.needsChoice);
    QCOMPARE(department.fields.constFirst().base.toString(), QStringLiteral("保健予防課"));
    QCOMPARE(department.fields.constFirst().ours.toString(), QStringLiteral("総務課"));
    QCOMPARE(department.fields.constFirst().theirs.toString(), QStringLiteral("企画課"));
    QVERIFY(!row.groups.constLast().needsChoice);
    QCOMPARE(await(m_office->users.get(Office::userId(3)))->badge, RowBadge::NeedsPerson);
    const auto open = await(m_office->work.operations({}, 0, 10));
    QCOMPARE(open->rows.constFirst().nextAction, NextAction::Decide);
}

void TestWorkService::aDecisionReachesTheCentre()
{
    collide();
    const ConflictRow row = conflict();
    const auto done = await(m_office->work.decide(row.id, row.theirsVer, {{QStringLiteral("department"), Side::Central}},
                                                  QStringLiteral("電話で確認")));
    QVERIFY2(done.isOk(), done ? "" : qPrintable(done.error().codeText()));
    m_office->sync();
    const QJsonObject fields = m_office->central.row(Office::userId(3)).fields;
    QCOMPARE(fields.value(QStringLiteral("department")).toString(), QStringLiteral("企画課"));
    QCOMPARE(fields.value(QStringLiteral("phone")).toString(), QStringLiteral("03-1111-1111"));
    QCOMPARE(*await(m_office->work.counts()), SyncCounts{});
    QCOMPARE(await(m_office->work.conflicts(false, 0, 10))->rows.constFirst().state, ConflictState::Decided);
}

void TestWorkService::aMissingChoiceIsNamed()
{
    collide();
    const ConflictRow row = conflict();
    QCOMPARE(await(m_office->work.decide(row.id, row.theirsVer, {}, {})).error().code, ErrorCode::DecisionMissing);
}

void TestWorkService::anOldPictureIsNotDecidedOn()
{
    collide();
    const ConflictRow row = conflict();
    m_office->central.write(Entity::User, Office::userId(3),
                            {{QStringLiteral("department"), QStringLiteral("市民課")}});
    m_office->sync();
    QCOMPARE(await(m_office->work.decide(row.id, row.theirsVer, {{QStringLiteral("department"), Side::Local}}, {}))
                 .error().code,
             ErrorCode::SupersededDecision);
    QCOMPARE(conflict().theirsVer, row.theirsVer + 1);
}

void TestWorkService::takingBackRestoresTheList()
{
    m_office->goOffline();
    UserRow row = *await(m_office->users.get(Office::userId(3)));
    User user = row.user;
    user.department = QStringLiteral("総務課");
    const auto receipt = await(m_office->users.update(row.seen, user));
    QVERIFY(await(m_office->work.withdraw(receipt->opIds.constFirst())).isOk());
    QCOMPARE(await(m_office->users.get(Office::userId(3)))->user.department, QStringLiteral("保健予防課"));
    QCOMPARE(await(m_office->work.withdraw(receipt->opIds.constFirst())).error().code, ErrorCode::NotUndoable);
    QCOMPARE(await(m_office->work.withdraw(Office::userId(77))).error().code, ErrorCode::RowNotFound);
}

void TestWorkService::nothingUnderALaterChangeIsTakenBack()
{
    // A registration that is on its way when its user is changed, and comes back refused.
    m_office->goOffline();
    User user;
    user.loginId = QStringLiteral("shinjuku-0009");
    user.familyName = QStringLiteral("田中");
    user.givenName = QStringLiteral("三郎");
    user.familyKana = QStringLiteral("タナカ");
    user.givenKana = QStringLiteral("サブロウ");
    user.department = QStringLiteral("健康推進課");
    user.mail = QStringLiteral("tanaka@city.example.jp");
    const auto receipt = await(m_office->users.registerUser(user));
    QVERIFY(receipt.isOk());
    m_office->central.write(Entity::User, Office::userId(9), {{QStringLiteral("login_id"), user.loginId}});
    m_office->central.fault = [](const QString& route) {
        return route == QLatin1String("handshake") ? test::ModelCentral::Fault::None : test::ModelCentral::Fault::Lost;
    };
    m_office->sync();
    const UserRow row = *await(m_office->users.get(receipt->ids.constFirst()));
    User changed = row.user;
    changed.department = QStringLiteral("総務課");
    QVERIFY(await(m_office->users.update(row.seen, changed)).isOk());
    m_office->comeBack();
    QTRY_COMPARE(await(m_office->work.counts())->cannotSend, 2);
    const auto page = await(m_office->work.operations({}, 0, 10));
    QCOMPARE(page->rows.size(), 2);
    QCOMPARE(page->rows.at(0).state, OpState::Blocked); // newest first
    QVERIFY(page->rows.at(0).canWithdraw);
    QCOMPARE(page->rows.at(1).state, OpState::Rejected);
    QVERIFY(!page->rows.at(1).canWithdraw);
    QCOMPARE(await(m_office->work.withdraw(page->rows.at(1).opId)).error().code, ErrorCode::NotUndoable);
    QVERIFY(await(m_office->work.withdraw(page->rows.at(0).opId)).isOk());
    QVERIFY(await(m_office->work.withdraw(page->rows.at(1).opId)).isOk());
    QCOMPARE(await(m_office->work.counts())->cannotSend, 0);
}

void TestWorkService::somebodyElsesWorkIsTold()
{
    m_office->goOffline();
    UserRow row = *await(m_office->users.get(Office::userId(3)));
    User user = row.user;
    user.department = QStringLiteral("総務課");
    QVERIFY(await(m_office->users.update(row.seen, user)).isOk());
    m_office->place.user = Office::userId(2);
    const auto page = await(m_office->work.operations({}, 0, 10));
    QVERIFY(!page->rows.constFirst().isMine);
    QVERIFY(!page->rows.constFirst().canWithdraw);
    QCOMPARE(page->rows.constFirst().nextAction, NextAction::AuthorSignsIn);
    QCOMPARE(page->rows.constFirst().authorName, QStringLiteral("佐藤　花子"));
    OperationQuery mine;
    mine.isOnlyMine = true;
    QCOMPARE(await(m_office->work.operations(mine, 0, 10))->total, 0);
    QCOMPARE(await(m_office->work.counts())->ofOthers, 1);
}

void TestWorkService::finishedWorkCanBeLookedUp()
{
    UserRow row = *await(m_office->users.get(Office::userId(3)));
    User user = row.user;
    user.department = QStringLiteral("総務課");
    QVERIFY(await(m_office->users.update(row.seen, user)).isOk());
    m_office->sync();
    QCOMPARE(await(m_office->work.operations({}, 0, 10))->total, 0);
    OperationQuery all;
    all.isOnlyOpen = false;
    QCOMPARE(await(m_office->work.operations(all, 0, 10))->rows.constFirst().state, OpState::Applied);
}

void TestWorkService::directCallsNeedTheNetwork()
{
    m_office->goOffline();
    int asked = 0;
    m_office->central.fault = [&asked](const QString& route) {
        asked += route == QLatin1String("reset");
        return test::ModelCentral::Fault::Refused;
    };
    const auto done = await(m_office->direct.resetUsers({Office::userId(2), Office::userId(3)}));
    QCOMPARE(done->size(), 2);
    QCOMPARE(asked, 1); // what holds for the line is not asked once for each user
    for (const DirectOutcome& outcome : *done)
        QCOMPARE(outcome.error->code, ErrorCode::ConnectionRefused);
    m_office->place.actingRole = Role::Staff;
    QCOMPARE(await(m_office->direct.unlockUsers({Office::userId(2)})).error().code, ErrorCode::OnlyAdministrators);
}

void TestWorkService::directCallsShowTheirRow()
{
    const auto done = await(m_office->direct.resetUsers({Office::userId(2), Office::userId(77)}));
    QVERIFY(!done->at(0).error);
    QCOMPARE(done->at(1).error->code, ErrorCode::UserNotFound);
    QTRY_COMPARE(await(m_office->users.get(Office::userId(2)))->status, UserStatus::TemporarySent);
}

QTEST_GUILESS_MAIN(TestWorkService)
#include "test_work_service.moc"
