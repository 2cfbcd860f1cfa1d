// SPDX-License-Identifier: Apache-2.0
// Two PCs of one office at the real service: what two administrators do at the same time is merged, or waits for a
// person; nothing is lost and nothing is applied twice.
#include "tests/office/office.h"

#include "models/services/direct_service.h"

using namespace yoyo;
using namespace yoyo::test;

class TestTwoPcs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void otherFieldsOfTheSameUserMerge();
    void sameFieldOfTheSameUserWaitsForAPerson_data();
    void sameFieldOfTheSameUserWaitsForAPerson();
    void anIdTakenOnTheOtherPcComesBackAndIsMended();
    void theWorkOfASuspendedAdministratorStays();

private:
    /// A user nobody signs in as, known on both PCs.
    QString newSubject();
    Result<SaveReceipt> change(Pc& pc, const QString& loginId, const std::function<void(User&)>& edit);
    void releaseAndSend(Pc& pc, const QString& password);

    Office m_office;
    std::unique_ptr<Pc> m_branch;
    Colleague m_colleague;
    int m_subjects = 0;
};

void TestTwoPcs::initTestCase()
{
    QVERIFY2(m_office.open(), qPrintable(m_office.errorText()));
    m_branch = m_office.newPc();
    const auto colleague = m_office.addColleague(Role::Administrator, *m_branch);
    QVERIFY2(colleague, qPrintable(m_office.errorText()));
    m_colleague = *colleague;
}

QString TestTwoPcs::newSubject()
{
    const QString loginId = QStringLiteral("subject-%1").arg(++m_subjects, 3, 10, QLatin1Char('0'));
    if (!m_office.invite(Role::Staff, loginId) || !m_branch->sync())
        qFatal("%s", qPrintable(m_office.errorText()));
    return loginId;
}

Result<SaveReceipt> TestTwoPcs::change(Pc& pc, const QString& loginId, const std::function<void(User&)>& edit)
{
    const UserRow row = pc.user(loginId);
    User user = row.user;
    edit(user);
    return await(pc.program().users().update(row.seen, user));
}

void TestTwoPcs::releaseAndSend(Pc& pc, const QString& password)
{
    const auto released = await(pc.program().direct().stepUp(SecretBuffer::fromText(password)));
    if (!released)
        qFatal("step-up: %s", qPrintable(released.error().codeText()));
    if (!pc.sync())
        qFatal("no round ends");
}

void TestTwoPcs::otherFieldsOfTheSameUserMerge()
{
    const QString subject = newSubject();
    for (Pc* pc : {&m_office.headOffice, m_branch.get()})
        pc->program().setLineCut(true);
    QVERIFY(
        change(m_office.headOffice, subject, [](User& user) { user.phone = QStringLiteral("03-5550-0001"); }).isOk());
    QVERIFY(
        change(*m_branch, subject, [](User& user) { user.department = QStringLiteral("牛込保健センター"); }).isOk());
    for (Pc* pc : {&m_office.headOffice, m_branch.get()})
        pc->program().setLineCut(false);
    releaseAndSend(m_office.headOffice, m_office.service.demoPassword());
    releaseAndSend(*m_branch, m_colleague.password);
    QVERIFY(m_office.headOffice.syncUntilSent());
    QVERIFY(m_branch->syncUntilSent());
    QVERIFY(m_office.headOffice.sync());
    for (Pc* pc : {&m_office.headOffice, m_branch.get()}) {
        const UserRow row = pc->user(subject);
        QCOMPARE(row.user.phone, QStringLiteral("03-5550-0001"));
        QCOMPARE(row.user.department, QStringLiteral("牛込保健センター"));
        QCOMPARE(row.badge, RowBadge::None);
        QCOMPARE(row.seen.ver, 3); // the registration and one change from each PC
    }
}

void TestTwoPcs::sameFieldOfTheSameUserWaitsForAPerson_data()
{
    QTest::addColumn<bool>("isLocal");
    QTest::newRow("ours") << true;
    QTest::newRow("theirs") << false;
}

void TestTwoPcs::sameFieldOfTheSameUserWaitsForAPerson()
{
    QFETCH(bool, isLocal);
    const QString subject = newSubject();
    m_branch->program().setLineCut(true);
    QVERIFY(change(*m_branch, subject, [](User& user) { user.phone = QStringLiteral("03-5550-0002"); }).isOk());
    QVERIFY(
        change(m_office.headOffice, subject, [](User& user) { user.phone = QStringLiteral("03-5550-0001"); }).isOk());
    releaseAndSend(m_office.headOffice, m_office.service.demoPassword());
    QVERIFY(m_office.headOffice.syncUntilSent());
    m_branch->program().setLineCut(false);
    releaseAndSend(*m_branch, m_colleague.password);

    // Nobody's value is thrown away: the branch still shows its own, the centre has the other one.
    QTRY_COMPARE(m_branch->program().sync().status().counts.needsPerson, 1);
    QCOMPARE(m_branch->user(subject).user.phone, QStringLiteral("03-5550-0002"));
    QCOMPARE(m_branch->user(subject).badge, RowBadge::NeedsPerson);
    const ConflictRow conflict = m_branch->openConflict();
    QHash<QString, Side> choices;
    for (const ConflictGroup& group : conflict.groups) {
        if (group.needsChoice)
            choices.insert(group.group, isLocal ? Side::Local : Side::Central);
    }
    QCOMPARE(choices.keys(), QStringList{QStringLiteral("contact")});
    const auto decided = await(m_branch->program().work().decide(conflict.id, conflict.theirsVer, choices,
                                                                 QStringLiteral("checked by phone")));
    QVERIFY2(decided.isOk(), decided ? "" : qPrintable(decided.error().codeText()));
    if (isLocal)
        releaseAndSend(*m_branch, m_colleague.password);
    QVERIFY(m_branch->syncUntilSent());
    QVERIFY(m_office.headOffice.sync());
    const QString expected = isLocal ? QStringLiteral("03-5550-0002") : QStringLiteral("03-5550-0001");
    for (Pc* pc : {&m_office.headOffice, m_branch.get()}) {
        QCOMPARE(pc->user(subject).user.phone, expected);
        QCOMPARE(pc->user(subject).badge, RowBadge::None);
        QCOMPARE(pc->user(subject).seen.ver, isLocal ? 3 : 2);
    }
    QCOMPARE(m_branch->program().sync().status().counts.needsPerson, 0);
}

void TestTwoPcs::anIdTakenOnTheOtherPcComesBackAndIsMended()
{
    const QString taken = QStringLiteral("subject-%1").arg(m_subjects + 1, 3, 10, QLatin1Char('0'));
    m_branch->program().setLineCut(true);
    User user;
    user.loginId = taken;
    user.familyName = QStringLiteral("仮名");
    user.givenName = QStringLiteral("二郎");
    user.familyKana = QStringLiteral("カメイ");
    user.givenKana = QStringLiteral("ジロウ");
    user.department = QStringLiteral("健康部 健康推進課");
    user.mail = QStringLiteral("jiro.kamei@shinjuku.example");
    user.validFrom = QDate(2026, 4, 1);
    const auto receipt = await(m_branch->program().users().registerUser(user));
    QVERIFY2(receipt.isOk(), receipt ? "" : qPrintable(receipt.error().codeText()));
    ++m_subjects;
    QVERIFY2(m_office.invite(Role::Staff, taken), qPrintable(m_office.errorText()));

    m_branch->program().setLineCut(false);
    releaseAndSend(*m_branch, m_colleague.password);
    QTRY_COMPARE(m_branch->program().sync().status().counts.cannotSend, 1);
    const auto open = m_branch->operations();
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.constFirst().problem->code, ErrorCode::LoginIdTaken);
    QCOMPARE(open.constFirst().problem->pointer, QStringLiteral("login_id"));
    const auto refused = await(m_branch->program().users().get(receipt->ids.constFirst()));
    QVERIFY(refused.isOk());
    QCOMPARE(refused->user.givenName, QStringLiteral("二郎")); // what was typed is still there
    User mended = refused->user;
    mended.loginId = QStringLiteral("subject-900");
    const auto saved = await(m_branch->program().users().update(refused->seen, mended));
    QVERIFY2(saved.isOk(), saved ? "" : qPrintable(saved.error().codeText()));
    releaseAndSend(*m_branch, m_colleague.password);
    QVERIFY(m_branch->syncUntilSent());
    QVERIFY(m_office.headOffice.sync());
    QCOMPARE(m_office.headOffice.user(QStringLiteral("subject-900")).user.mail, user.mail);
    QVERIFY(m_office.service.waitForMailTo(user.mail));
}

void TestTwoPcs::theWorkOfASuspendedAdministratorStays()
{
    const auto pc = m_office.newPc();
    const auto leaving = m_office.addColleague(Role::Administrator, *pc);
    QVERIFY2(leaving, qPrintable(m_office.errorText()));
    pc->program().setLineCut(true);
    pc->saveNote(pc->setting(0), QStringLiteral("left behind"));

    const UserRow row = m_office.headOffice.user(leaving->loginId);
    QVERIFY(await(m_office.headOffice.program().users().suspend({row.user.id}, QStringLiteral("transfer"))).isOk());
    releaseAndSend(m_office.headOffice, m_office.service.demoPassword());
    QVERIFY(m_office.headOffice.syncUntilSent());

    pc->program().setLineCut(false);
    QVERIFY(pc->sync());
    QTRY_COMPARE(pc->program().sync().status().phase, SyncPhase::WaitingSignIn);
    QCOMPARE(pc->unsent(), 1);
    pc->quit();
    pc->start();
    const auto refused = pc->signIn(leaving->loginId, leaving->password);
    QCOMPARE(refused.error().code, ErrorCode::AccountSuspended);

    // Taken up again, everything that waited arrives.
    QVERIFY(await(m_office.headOffice.program().users().resume({row.user.id}, QStringLiteral("back"))).isOk());
    releaseAndSend(m_office.headOffice, m_office.service.demoPassword());
    QVERIFY(m_office.headOffice.syncUntilSent());
    const auto back = pc->signIn(leaving->loginId, leaving->password);
    QVERIFY2(back && *back == SessionState::Online, back ? "" : qPrintable(back.error().codeText()));
    QVERIFY(pc->syncUntilSent());
    QVERIFY(m_office.headOffice.sync());
    QCOMPARE(m_office.headOffice.setting(0).setting.note, QStringLiteral("left behind"));
    pc->quit();
}

QTEST_GUILESS_MAIN(TestTwoPcs)
#include "test_two_pcs.moc"
