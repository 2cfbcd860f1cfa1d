// SPDX-License-Identifier: Apache-2.0
#include "models/items/paged_model.h"
#include "models/services/user_service.h"
#include "tests/services/service_office.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace yoyo;
using test::await;
using Office = test::ServiceOffice;
using Mode = QAbstractItemModelTester::FailureReportingMode;

namespace {

/// The users by their ID, as the smallest model there can be.
class Users final : public PagedModel<UserRow>
{
public:
    enum Column { LoginId, RoleOfUser, ColumnCount };
    explicit Users(UserService& users) : m_users(users)
    {
        m_query.sort = UserSort::LoginId;
        connect(&users, &UserService::changed, this, [this] { reload(); });
        reload();
    }
    void setQuery(UserQuery query)
    {
        query.sort = UserSort::LoginId;
        m_query = query;
        queryChanged();
    }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }

protected:
    QFuture<Result<Page>> fetch(int offset, int limit) override { return asPage(this, m_users.list(m_query, offset, limit)); }
    QUuid idOf(const UserRow& row) const override { return row.seen.id; }
    QVariant valueOf(const UserRow& row, int column) const override
    {
        return column == LoginId ? QVariant(row.user.loginId) : QVariant(int(row.user.role));
    }
    int badgeOf(const UserRow& row) const override { return int(row.badge); }

private:
    UserService& m_users;
    UserQuery m_query;
};

} // namespace

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
    Users model(m_office->users);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    QVERIFY(wait(model, 3));
    QVERIFY(model.asOf().isValid());
    const auto id = [&](int row) { return model.index(row, Users::LoginId).data().toString(); };
    QCOMPARE(id(0), QStringLiteral("shinjuku-0001"));
    UserQuery backwards;
    backwards.isDescending = true;
    model.setQuery(backwards);
    QTRY_COMPARE(id(0), QStringLiteral("shinjuku-0003"));
    QCOMPARE(model.index(0, Users::RoleOfUser).data(Users::ValueRole).toInt(), int(Role::Staff));
    QCOMPARE(model.index(0, 0).data(Users::ItemRole).value<UserRow>().user.id, Office::userId(3));
    QCOMPARE(model.index(0, 0).data(Users::IdRole).toUuid(), Office::userId(3));
}

void TestPagedModels::selectionStaysOnItsRow()
{
    Users model(m_office->users);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    QVERIFY(wait(model, 3));
    const QPersistentModelIndex last(model.index(2, 0));
    QCOMPARE(last.data(Users::IdRole).toUuid(), Office::userId(3));
    m_office->addUser(4, "a-first", "阿部", "四郎", "アベ", "シロウ", "staff", "健康推進課");
    m_office->sync();
    QVERIFY(wait(model, 4));
    QCOMPARE(last.row(), 3);
    QCOMPARE(last.data(Users::IdRole).toUuid(), Office::userId(3));
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
    Users model(m_office->users);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    QVERIFY(wait(model, 492));
    const QModelIndex far = model.index(480, Users::LoginId);
    if (!far.data(Users::IsLoadedRole).toBool())
        QVERIFY(far.data().toString().isEmpty());
    QTRY_VERIFY(far.data(Users::IsLoadedRole).toBool());
    QTRY_VERIFY(!far.data().toString().isEmpty());
}

void TestPagedModels::aNewQueryReplacesTheRows()
{
    Users model(m_office->users);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    QVERIFY(wait(model, 3));
    UserQuery query;
    query.text = QStringLiteral("す");
    model.setQuery(query);
    query.text = QStringLiteral("すずき");
    model.setQuery(query);
    QVERIFY(wait(model, 1));
    QCOMPARE(model.index(0, 0).data(Users::IdRole).toUuid(), Office::userId(3));
    QCOMPARE(model.rowOf(Office::userId(3)), 0);
    model.setQuery({});
    QVERIFY(wait(model, 3));
}

void TestPagedModels::textsComeFromTheFormatter()
{
    Users model(m_office->users);
    model.setHeaderTexts({QStringLiteral("状態")});
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), QStringLiteral("状態"));
    QVERIFY(wait(model, 3));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setFormatter([](const UserRow& row, int column) { return QString(row.user.loginId + QString::number(column)); });
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("shinjuku-00011"));
    model.setAccessibleFormatter([](const UserRow& row, int) { return row.user.fullName(); });
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("佐藤　花子"));
}

void TestPagedModels::aFailureIsTold()
{
    Users model(m_office->users);
    QVERIFY(wait(model, 3));
    QSignalSpy failed(&model, &PagedModelBase::loadFailed);
    m_office->place.close();
    QTRY_COMPARE(failed.size(), 1);
    // The rows stay: what was shown is still true.
    QCOMPARE(model.rowCount(), 3);
}

QTEST_GUILESS_MAIN(TestPagedModels)
#include "test_paged_models.moc"
