// SPDX-License-Identifier: Apache-2.0
#include "models/items/conflict_list_model.h"
#include "models/items/operation_list_model.h"
#include "models/items/setting_list_model.h"
#include "models/items/user_list_model.h"
#include "tests/services/service_office.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace yoyo;
using test::await;
using Office = test::ServiceOffice;
using Mode = QAbstractItemModelTester::FailureReportingMode;

class TestPagedModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_office = std::make_unique<Office>();
    }
    void cleanup() { m_office.reset(); }
    void usersAppearAndSort();
    void selectionStaysOnItsRow();
    void onlyPagesLookedAtAreRead();
    void aNewQueryReplacesTheRows();
    void settingsShowTheirValues();
    void operationsAndConflictsFollowTheWork();
    void textsComeFromTheFormatter();
    void aFailureIsTold();

private:
    static bool wait(PagedModelBase& model, int rows)
    {
        return QTest::qWaitFor([&] { return model.isLoaded() && model.rowCount() == rows; }, 10'000);
    }
    std::unique_ptr<Office> m_office;
};

void TestPagedModels::usersAppearAndSort()
{
    UserListModel model(m_office->users);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    QVERIFY(wait(model, 3));
    QVERIFY(model.asOf().isValid());
    const auto id = [&](int row) { return model.index(row, UserListModel::LoginIdColumn).data().toString(); };
    QCOMPARE(id(0), QStringLiteral("shinjuku-0001"));
    model.sort(UserListModel::LoginIdColumn, Qt::DescendingOrder);
    QTRY_COMPARE(id(0), QStringLiteral("shinjuku-0003"));
    QCOMPARE(model.index(0, UserListModel::RoleColumn).data(UserListModel::ValueRole).toInt(), int(Role::Staff));
    QCOMPARE(model.index(0, 0).data(UserListModel::ItemRole).value<UserRow>().user.id, Office::userId(3));
    QCOMPARE(model.index(0, 0).data(UserListModel::IdRole).toUuid(), Office::userId(3));
}

void TestPagedModels::selectionStaysOnItsRow()
{
    UserListModel model(m_office->users);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    QVERIFY(wait(model, 3));
    const QPersistentModelIndex last(model.index(2, 0));
    QCOMPARE(last.data(UserListModel::IdRole).toUuid(), Office::userId(3));
    m_office->addUser(4, "a-first", "阿部", "四郎", "アベ", "シロウ", "staff", "健康推進課");
    m_office->sync();
    QVERIFY(wait(model, 4));
    QCOMPARE(last.row(), 3);
    QCOMPARE(last.data(UserListModel::IdRole).toUuid(), Office::userId(3));
    m_office->central.remove(Office::userId(4));
    m_office->sync();
    QVERIFY(wait(model, 3));
    QCOMPARE(last.row(), 2);
    m_office->central.remove(Office::userId(3));
    m_office->sync();
    QVERIFY(wait(model, 2));
    QVERIFY(!last.isValid());
}

void TestPagedModels::onlyPagesLookedAtAreRead()
{
    for (int n = 10; n < 60; ++n)
        m_office->addUser(n, qPrintable(QStringLiteral("b-%1").arg(n)), "阿部", "四郎", "アベ", "シロウ", "staff", "課");
    m_office->sync();
    // 53 rows and more are one page of 200; a list of several pages needs several hundred users.
    for (int n = 60; n < 99; ++n)
        m_office->addUser(n, qPrintable(QStringLiteral("c-%1").arg(n)), "井上", "五郎", "イノウエ", "ゴロウ", "staff", "課");
    for (int n = 0; n < 400; ++n) {
        m_office->central.write(Entity::User, QUuid(QStringLiteral("{0192f0aa-0000-7000-8000-000000000%1}").arg(500 + n)),
                                {{QStringLiteral("login_id"), QStringLiteral("d-%1").arg(n, 4, 10, QLatin1Char('0'))}});
    }
    m_office->sync();
    UserListModel model(m_office->users);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    QVERIFY(wait(model, 492));
    const QModelIndex far = model.index(480, UserListModel::LoginIdColumn);
    if (!far.data(UserListModel::IsLoadedRole).toBool())
        QVERIFY(far.data().toString().isEmpty());
    QTRY_VERIFY(far.data(UserListModel::IsLoadedRole).toBool());
    QTRY_VERIFY(!far.data().toString().isEmpty());
}

void TestPagedModels::aNewQueryReplacesTheRows()
{
    UserListModel model(m_office->users);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    QVERIFY(wait(model, 3));
    UserQuery query;
    query.text = QStringLiteral("す");
    model.setQuery(query);
    query.text = QStringLiteral("すずき");
    model.setQuery(query);
    QVERIFY(wait(model, 1));
    QCOMPARE(model.index(0, 0).data(UserListModel::IdRole).toUuid(), Office::userId(3));
    QCOMPARE(model.rowOf(Office::userId(3)), 0);
    model.setQuery({});
    QVERIFY(wait(model, 3));
}

void TestPagedModels::settingsShowTheirValues()
{
    SettingListModel model(m_office->settings);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    QVERIFY(wait(model, 3));
    QCOMPARE(model.index(1, SettingListModel::NameColumn).data().toString(), QStringLiteral("四種混合"));
    QCOMPARE(model.index(1, SettingListModel::HandlingToColumn).data(SettingListModel::ValueRole).toDate(),
             QDate(2026, 3, 31));
    QVERIFY(model.rowAt(1)->isEnded);
    QVERIFY(!model.index(0, SettingListModel::CopayColumn).data(SettingListModel::ValueRole).isValid());
    SettingQuery query;
    query.isEnded = true;
    model.setQuery(query);
    QVERIFY(wait(model, 1));
    for (int column = 0; column < SettingListModel::ColumnCount; ++column)
        model.sort(column, Qt::DescendingOrder);
    QVERIFY(wait(model, 1));
}

void TestPagedModels::operationsAndConflictsFollowTheWork()
{
    OperationListModel operations(m_office->work);
    ConflictListModel conflicts(m_office->work);
    QAbstractItemModelTester operationTester(&operations, Mode::QtTest);
    QAbstractItemModelTester conflictTester(&conflicts, Mode::QtTest);
    QVERIFY(wait(operations, 0));
    m_office->goOffline();
    UserRow row = *await(m_office->users.get(Office::userId(3)));
    User user = row.user;
    user.department = QStringLiteral("総務課");
    QVERIFY(await(m_office->users.update(row.seen, user)).isOk());
    QVERIFY(wait(operations, 1));
    QCOMPARE(operations.index(0, 0).data(OperationListModel::BadgeRole).toInt(), int(OpState::Queued));
    QCOMPARE(operations.index(0, OperationListModel::ChangesColumn).data().toString(), QStringLiteral("department"));
    m_office->central.write(Entity::User, Office::userId(3), {{QStringLiteral("department"), QStringLiteral("企画課")}});
    m_office->comeBack();
    QVERIFY(wait(conflicts, 1));
    QCOMPARE(conflicts.index(0, ConflictListModel::GroupsColumn).data().toString(), QStringLiteral("department"));
    QTRY_COMPARE(operations.index(0, 0).data(OperationListModel::BadgeRole).toInt(), int(OpState::Conflict));
    const ConflictRow conflict = conflicts.index(0, 0).data(ConflictListModel::ItemRole).value<ConflictRow>();
    QVERIFY(await(m_office->work.decide(conflict.id, conflict.theirsVer, {{QStringLiteral("department"), Side::Central}},
                                        {})).isOk());
    QVERIFY(wait(conflicts, 0));
    QVERIFY(wait(operations, 0));
    conflicts.setOnlyOpen(false);
    QVERIFY(wait(conflicts, 1));
    OperationQuery all;
    all.isOnlyOpen = false;
    operations.setQuery(all);
    QVERIFY(wait(operations, 1));
}

void TestPagedModels::textsComeFromTheFormatter()
{
    UserListModel model(m_office->users);
    model.setHeaderTexts({QStringLiteral("状態")});
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), QStringLiteral("状態"));
    QVERIFY(wait(model, 3));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setFormatter([](const UserRow& row, int column) { return QString(row.user.loginId + QString::number(column)); });
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(0, 5).data().toString(), QStringLiteral("shinjuku-00015"));
    model.setAccessibleFormatter([](const UserRow& row, int) { return row.user.fullName(); });
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("佐藤　花子"));
}

void TestPagedModels::aFailureIsTold()
{
    UserListModel model(m_office->users);
    QVERIFY(wait(model, 3));
    QSignalSpy failed(&model, &PagedModelBase::loadFailed);
    m_office->place.close();
    QTRY_COMPARE(failed.size(), 1);
    // The rows stay: what was shown is still true.
    QCOMPARE(model.rowCount(), 3);
}

QTEST_GUILESS_MAIN(TestPagedModels)
#include "test_paged_models.moc"
