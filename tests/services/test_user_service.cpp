// SPDX-License-Identifier: Apache-2.0
#include "models/services/user_service.h"
#include "tests/services/service_office.h"
#include "tests/storage/faulty_vfs.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace yoyo;
using test::await;
using Office = test::ServiceOffice;

class TestUserService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_office = std::make_unique<Office>();
    }
    void cleanup() { m_office.reset(); }

    void listsEverybodyOnceInTheOrderAsked();
    void findsByAnythingAPersonTypes_data();
    void findsByAnythingAPersonTypes();
    void filtersByRoleStateAndSignIn();
    void pagesThroughTheList();
    void savedOfflineIsShownAtOnceWithABadge();
    void aSavedUserReachesTheCentre();
    void aFullDiskRefusesTheSaveAndKeepsTheEarlierOnes();
    void anIdThatExistsIsRefusedHere();
    void anIdTakenMeanwhileComesBackAsARefusal();
    void theLastAdministratorStays();
    void severalSuspensionsCountTogether();
    void onlyWhatDiffersBecomesAnOperation();
    void onlyAdministratorsManageUsers();
    void everybodyChangesTheirOwnData();
    void ownDataNeverRaisesOnesRights();
    void aSuggestedIdIsFree();
    void noticesAreMarked();
    void withoutASignInThereIsNothing();
    void aDryRunMayOutliveTheService();
    void rowsThatMovedSinceTheDryRunAreNotOverwritten();
    void statusFollowsTheService();

private:
    QList<User> list(const UserQuery& query)
    {
        const auto page = await(m_office->users.list(query, 0, 100));
        QList<User> out;
        for (const UserRow& row : page->rows)
            out.append(row.user);
        return out;
    }
    UserRow get(int n) { return *await(m_office->users.get(Office::userId(n))); }
    User newcomer(const QString& loginId)
    {
        User user;
        user.loginId = loginId;
        user.familyName = QStringLiteral("田中");
        user.givenName = QStringLiteral("三郎");
        user.familyKana = QStringLiteral("タナカ");
        user.givenKana = QStringLiteral("サブロウ");
        user.department = QStringLiteral("健康推進課");
        user.mail = QStringLiteral("tanaka@city.example.jp");
        user.role = Role::Staff;
        return user;
    }
    std::unique_ptr<Office> m_office;
};

void TestUserService::listsEverybodyOnceInTheOrderAsked()
{
    UserQuery query;
    QCOMPARE(list(query).size(), 3);
    QCOMPARE(list(query).constFirst().loginId, QStringLiteral("shinjuku-0001"));
    query.isDescending = true;
    QCOMPARE(list(query).constFirst().loginId, QStringLiteral("shinjuku-0003"));
    query.isDescending = false;
    query.sort = UserSort::Kana;
    QCOMPARE(list(query).constFirst().familyKana, QStringLiteral("サトウ"));
    for (const UserSort sort : {UserSort::Department, UserSort::Role, UserSort::Status, UserSort::LastSignIn}) {
        query.sort = sort;
        QCOMPARE(list(query).size(), 3);
    }
    QVERIFY(await(m_office->users.list({}, 0, 10))->asOf.isValid());
}

void TestUserService::findsByAnythingAPersonTypes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("user");
    QTest::newRow("id") << QStringLiteral("0003") << 3;
    QTest::newRow("full-width id") << QStringLiteral("ＳＨＩＮＪＵＫＵ－０００３") << 3;
    QTest::newRow("name") << QStringLiteral("鈴木") << 3;
    QTest::newRow("both names") << QStringLiteral("鈴木 次郎") << 3;
    QTest::newRow("kana") << QStringLiteral("すずき") << 3;
    QTest::newRow("variant") << QStringLiteral("高橋") << 2;
    QTest::newRow("department") << QStringLiteral("保健予防") << 3;
}

void TestUserService::findsByAnythingAPersonTypes()
{
    QFETCH(QString, text);
    QFETCH(int, user);
    UserQuery query;
    query.text = text;
    QCOMPARE(list(query).size(), 1);
    QCOMPARE(list(query).constFirst().id, Office::userId(user));
    query.text = text + QStringLiteral(" zzz");
    QVERIFY(list(query).isEmpty());
}

void TestUserService::filtersByRoleStateAndSignIn()
{
    UserQuery query;
    query.role = Role::Staff;
    QCOMPARE(list(query).size(), 1);
    query = {};
    query.status = UserStatus::InUse;
    QCOMPARE(list(query).size(), 3);
    query.status = UserStatus::Suspended;
    QCOMPARE(list(query).size(), 0);
    query = {};
    query.inactiveSince = QDate(2026, 11, 3);
    QCOMPARE(list(query).size(), 2);
    query = {};
    query.isNeverSignedIn = true;
    QCOMPARE(list(query).size(), 0);
    query = {};
    query.isOnlyUnsent = true;
    QCOMPARE(list(query).size(), 0);
}

void TestUserService::pagesThroughTheList()
{
    const auto page = await(m_office->users.list({}, 1, 1));
    QCOMPARE(page->total, 3);
    QCOMPARE(page->rows.size(), 1);
    QCOMPARE(page->rows.constFirst().user.id, Office::userId(2));
}

void TestUserService::savedOfflineIsShownAtOnceWithABadge()
{
    m_office->goOffline();
    QSignalSpy changed(&m_office->users, &UserService::changed);
    UserRow row = get(3);
    User user = row.user;
    user.department = QStringLiteral("総務課");
    const auto receipt = await(m_office->users.update(row.seen, user));
    QVERIFY2(receipt.isOk(), receipt ? "" : qPrintable(receipt.error().codeText()));
    QCOMPARE(receipt->ids, QList<QUuid>{Office::userId(3)});
    QVERIFY(!changed.isEmpty());
    QCOMPARE(get(3).user.department, QStringLiteral("総務課"));
    QCOMPARE(get(3).badge, RowBadge::Unsent);
    QCOMPARE(m_office->central.row(Office::userId(3)).ver, 1);
    m_office->comeBack();
    QCOMPARE(get(3).badge, RowBadge::None);
    QCOMPARE(m_office->central.row(Office::userId(3)).fields.value(QStringLiteral("department")).toString(),
             QStringLiteral("総務課"));
}

void TestUserService::aSavedUserReachesTheCentre()
{
    m_office->goOffline();
    m_office->place.steppedUpUntil = {};
    const auto receipt = await(m_office->users.registerUser(newcomer(QStringLiteral("shinjuku-0009"))));
    QVERIFY2(receipt.isOk(), receipt ? "" : qPrintable(receipt.error().codeText() + receipt.error().pointer));
    QVERIFY(receipt->isWaitingStepUp);
    const UserRow row = *await(m_office->users.get(receipt->ids.constFirst()));
    QCOMPARE(row.badge, RowBadge::WaitingApproval);
    QCOMPARE(row.status, UserStatus::NotRegistered);
    m_office->comeBack();
    QCOMPARE(m_office->central.row(row.seen.id).ver, 0);
    const auto stepUp = await(m_office->direct.stepUp(SecretBuffer::fromText(QStringLiteral("password"))));
    QCOMPARE(stepUp->released, 1);
    QTRY_COMPARE(m_office->central.row(row.seen.id).ver, 1);
}

void TestUserService::aFullDiskRefusesTheSaveAndKeepsTheEarlierOnes()
{
    m_office->goOffline();
    m_office->runner.stop();
    m_office->place.vfs = QByteArrayLiteral("yoyo-faulty");
    test::registerFaultyVfs();
    test::faults().reset();
    QVERIFY(m_office->place.open());
    const auto rename = [this](const QString& note) {
        const UserRow row = get(3);
        User user = row.user;
        user.note = note;
        return await(m_office->users.update(row.seen, user));
    };
    QVERIFY(rename(QStringLiteral("while there was room")).isOk());
    test::faults().bytesLeft = 0;
    const auto refused = rename(QStringLiteral("too much"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DiskFull);
    QCOMPARE(get(3).user.note, QStringLiteral("while there was room"));
    test::faults().reset(); // somebody made room
    QVERIFY(rename(QStringLiteral("room again")).isOk());
    QCOMPARE(await(m_office->work.counts())->unsent, 1);
    m_office->runner.start();
    m_office->comeBack();
    QTRY_COMPARE(m_office->central.row(Office::userId(3)).fields.value(QStringLiteral("note")).toString(),
                 QStringLiteral("room again"));
    m_office->place.close();
}

void TestUserService::anIdThatExistsIsRefusedHere()
{
    const auto receipt = await(m_office->users.registerUser(newcomer(QStringLiteral("SHINJUKU-0003"))));
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().code, ErrorCode::LoginIdTaken);
    // Of several, none is saved, and the row is named.
    const auto both = await(m_office->users.registerUsers(
        {newcomer(QStringLiteral("shinjuku-0010")), newcomer(QStringLiteral("shinjuku-0010"))}));
    QCOMPARE(both.error().code, ErrorCode::LoginIdTaken);
    QCOMPARE(both.error().params.value(QStringLiteral("row")).toInt(), 1);
    QCOMPARE(list({}).size(), 3);
}

void TestUserService::anIdTakenMeanwhileComesBackAsARefusal()
{
    m_office->goOffline();
    const auto receipt = await(m_office->users.registerUser(newcomer(QStringLiteral("shinjuku-0009"))));
    QVERIFY(receipt.isOk());
    m_office->central.write(Entity::User, Office::userId(9),
                            {{QStringLiteral("login_id"), QStringLiteral("shinjuku-0009")}});
    m_office->comeBack();
    const UserRow refused = *await(m_office->users.get(receipt->ids.constFirst()));
    QCOMPARE(refused.badge, RowBadge::CannotSend);
    const auto open = await(m_office->work.operations({}, 0, 10));
    QCOMPARE(open->rows.size(), 1);
    QCOMPARE(open->rows.constFirst().problem->code, ErrorCode::LoginIdTaken);
    QCOMPARE(open->rows.constFirst().nextAction, NextAction::CorrectAndSave);
    // Corrected under another id, it goes.
    User corrected = refused.user;
    corrected.loginId = QStringLiteral("shinjuku-0011");
    const auto again = await(m_office->users.update(refused.seen, corrected));
    QVERIFY2(again.isOk(), again ? "" : qPrintable(again.error().codeText()));
    m_office->sync();
    QCOMPARE(m_office->central.row(refused.seen.id).fields.value(QStringLiteral("login_id")).toString(),
             QStringLiteral("shinjuku-0011"));
    QCOMPARE(await(m_office->work.counts())->cannotSend, 0);
}

void TestUserService::theLastAdministratorStays()
{
    QVERIFY(await(m_office->users.suspend({Office::userId(2)}, QStringLiteral("異動"))).isOk());
    m_office->sync();
    m_office->place.user = Office::userId(2);
    const auto refused = await(m_office->users.suspend({Office::userId(1)}, QStringLiteral("異動")));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::LastAdministrator);
}

void TestUserService::severalSuspensionsCountTogether()
{
    m_office->place.user = Office::userId(9);
    const auto refused =
        await(m_office->users.suspend({Office::userId(1), Office::userId(2)}, QStringLiteral("異動")));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::LastAdministrator);
    QCOMPARE(get(1).user.state, UserState::Active);
    const auto role = await(m_office->users.changeRole({Office::userId(1), Office::userId(2)}, Role::Reader, {}));
    QCOMPARE(role.error().code, ErrorCode::LastAdministrator);
}

void TestUserService::onlyWhatDiffersBecomesAnOperation()
{
    m_office->goOffline();
    const UserRow row = get(3);
    const auto nothing = await(m_office->users.update(row.seen, row.user));
    QVERIFY(nothing.isOk());
    QVERIFY(nothing->opIds.isEmpty());
    User user = row.user;
    user.phone = QStringLiteral("03-1234-5678");
    QVERIFY(await(m_office->users.update(row.seen, user)).isOk());
    const auto open = await(m_office->work.operations({}, 0, 10));
    QCOMPARE(open->rows.constFirst().changes.size(), 1);
    QCOMPARE(open->rows.constFirst().changes.constFirst().field, QStringLiteral("phone"));
    QVERIFY(open->rows.constFirst().changes.constFirst().before.isUndefined());
    QCOMPARE(open->rows.constFirst().rowTitle, QStringLiteral("鈴木　次郎"));
    QVERIFY(open->rows.constFirst().canWithdraw);
}

void TestUserService::onlyAdministratorsManageUsers()
{
    m_office->place.user = Office::userId(3);
    for (const Role role : {Role::Staff, Role::Reader}) {
        m_office->place.actingRole = role;
        QCOMPARE(await(m_office->users.registerUser(newcomer(QStringLiteral("shinjuku-0009")))).error().code,
                 ErrorCode::OnlyAdministrators);
        QCOMPARE(await(m_office->users.suspend({Office::userId(2)}, {})).error().code, ErrorCode::OnlyAdministrators);
        UserRow row = get(2);
        User user = row.user;
        user.note = QStringLiteral("x");
        QCOMPARE(await(m_office->users.update(row.seen, user)).error().code, ErrorCode::OnlyAdministrators);
    }
}

void TestUserService::everybodyChangesTheirOwnData()
{
    m_office->place.user = Office::userId(3);
    m_office->place.actingRole = Role::Reader;
    m_office->place.steppedUpUntil = {};
    UserRow row = *await(m_office->users.own());
    QVERIFY(row.isOwn);
    User user = row.user;
    user.phone = QStringLiteral("03-1234-5678");
    const auto receipt = await(m_office->users.saveOwn(row.seen, user));
    QVERIFY2(receipt.isOk(), receipt ? "" : qPrintable(receipt.error().codeText()));
    QVERIFY(!receipt->isWaitingStepUp);
    QCOMPARE(await(m_office->users.saveOwn(get(2).seen, get(2).user)).error().code, ErrorCode::RoleInsufficient);
}

void TestUserService::ownDataNeverRaisesOnesRights()
{
    m_office->place.user = Office::userId(3);
    m_office->place.actingRole = Role::Staff;
    UserRow row = get(3);
    User user = row.user;
    user.role = Role::Administrator;
    QVERIFY(await(m_office->users.saveOwn(row.seen, user))->opIds.isEmpty());
    QCOMPARE(get(3).user.role, Role::Staff);
    QCOMPARE(await(m_office->users.update(row.seen, user)).error().code, ErrorCode::OnlyAdministrators);
}

void TestUserService::aSuggestedIdIsFree()
{
    QCOMPARE(*await(m_office->users.suggestLoginId()), QStringLiteral("shinjuku-0004"));
}

void TestUserService::noticesAreMarked()
{
    QVERIFY(await(m_office->users.markNotified({Office::userId(3)}, QStringLiteral("letter"), QDate(2026, 11, 22))).isOk());
    QCOMPARE(get(3).user.noticeOn, QDate(2026, 11, 22));
    QCOMPARE(get(3).user.noticeMethod, QStringLiteral("letter"));
}

void TestUserService::aDryRunMayOutliveTheService()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("users.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("変更区分,ユーザID\r\n登録,shinjuku-0042\r\n");
    file.close();
    // Every reader is busy, so that the dry run begins only after the service is gone.
    const auto store = m_office->place.store();
    QSemaphore gate;
    QList<QFuture<Result<bool>>> busy;
    for (int n = 0; n < Store::Options().readers; ++n) {
        busy.append(store->read<bool>([&gate](Connection&) -> Result<bool> {
            gate.acquire();
            return true;
        }));
    }
    auto service = std::make_unique<UserService>(m_office->place, m_office->runner, m_office->clock, m_office->random);
    const auto report = service->dryRun(file.fileName());
    service.reset();
    gate.release(int(busy.size()));
    for (const auto& one : busy)
        test::settle(one);
    test::settle(store->read<bool>([](Connection&) -> Result<bool> { return true; }));
    QVERIFY(QTest::qWaitFor([&report] { return report.isFinished(); })); // and it was cancelled, not lost
}

void TestUserService::rowsThatMovedSinceTheDryRunAreNotOverwritten()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("users.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("変更区分,ユーザID,姓,名,セイ,メイ,所属,職員番号,メールアドレス,電話,権限,開始日,終了日,備考\r\n"
               "2,shinjuku-0002,,,,,総務課,,,,,,,\r\n"
               "2,shinjuku-0003,,,,,総務課,,,,,,,\r\n");
    file.close();
    const auto report = await(m_office->users.dryRun(file.fileName()));
    QVERIFY(report.isOk());
    QCOMPARE(report->changes, 2);
    // A colleague changes one of them while the report is being read.
    QJsonObject fields = m_office->central.row(Office::userId(3)).fields;
    fields.insert(QStringLiteral("department"), QStringLiteral("保健センター"));
    m_office->central.write(Entity::User, Office::userId(3), fields);
    m_office->sync();
    const auto applied = await(m_office->users.apply(*report, QStringLiteral("April")));
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, ErrorCode::SupersededDecision);
    QCOMPARE(applied.error().params.value(QStringLiteral("row")).toInt(), 3);
    QCOMPARE(await(m_office->work.counts())->unsent, 0); // none of them
    QCOMPARE(get(3).user.department, QStringLiteral("保健センター"));
    QCOMPARE(get(2).user.department, QStringLiteral("健康推進課"));
}

void TestUserService::withoutASignInThereIsNothing()
{
    m_office->place.close();
    QCOMPARE(await(m_office->users.list({}, 0, 10)).error().code, ErrorCode::NotSignedIn);
    QCOMPARE(await(m_office->users.registerUser(newcomer(QStringLiteral("a")))).error().code, ErrorCode::NotSignedIn);
}

void TestUserService::statusFollowsTheService()
{
    const QDateTime now = m_office->clock.nowUtc();
    User user;
    QCOMPARE(userStatus(user, now), UserStatus::NotRegistered);
    user.credentialState = CredentialState::TemporarySent;
    user.temporaryExpiresAt = now.addDays(1);
    QCOMPARE(userStatus(user, now), UserStatus::TemporarySent);
    QCOMPARE(userStatus(user, now.addDays(1)), UserStatus::TemporaryExpired);
    user.credentialState = CredentialState::Locked;
    user.lockedUntil = now.addSecs(60);
    QCOMPARE(userStatus(user, now), UserStatus::Locked);
    QCOMPARE(userStatus(user, now.addSecs(60)), UserStatus::InUse);
    user.state = UserState::Suspended;
    QCOMPARE(userStatus(user, now), UserStatus::Suspended);
}

QTEST_GUILESS_MAIN(TestUserService)
#include "test_user_service.moc"
