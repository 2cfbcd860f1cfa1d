// SPDX-License-Identifier: Apache-2.0
// Processes that die: the service in the middle of a push, a clerk's program between saving and sending or while it
// sends. What was told to be saved arrives, once.
#include "tests/office/clerk_process.h"
#include "tests/office/office.h"

#include <QTimer>

using namespace yoyo;
using namespace yoyo::test;

class TestPowerCuts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void serviceKilledInTheMiddleOfAPush_data();
    void serviceKilledInTheMiddleOfAPush();
    void programKilledBetweenSavingAndSending();
    void programKilledWhileItSends_data();
    void programKilledWhileItSends();

private:
    QList<qint64> versions(Pc& pc, int count);
    void verifyNotesArrivedOnce(const QList<qint64>& before, const QString& note);

    Office m_office;
    std::unique_ptr<Pc> m_pc;
    Colleague m_colleague;
};

void TestPowerCuts::initTestCase()
{
    QVERIFY2(m_office.open(), qPrintable(m_office.errorText()));
    m_pc = m_office.newPc();
    const auto colleague = m_office.addColleague(Role::Staff, *m_pc);
    QVERIFY2(colleague, qPrintable(m_office.errorText()));
    m_colleague = *colleague;
}

QList<qint64> TestPowerCuts::versions(Pc& pc, int count)
{
    QList<qint64> out;
    for (int n = 0; n < count; ++n)
        out.append(pc.setting(n).seen.ver);
    return out;
}

/// Each of the rows went up by exactly one version at the centre, as the head office sees it.
void TestPowerCuts::verifyNotesArrivedOnce(const QList<qint64>& before, const QString& note)
{
    QVERIFY(m_office.headOffice.sync());
    for (int n = 0; n < before.size(); ++n) {
        const SettingRow row = m_office.headOffice.setting(n);
        QCOMPARE(row.setting.note, note.contains(QLatin1String("%1")) ? note.arg(n) : note);
        QCOMPARE(row.seen.ver, before.at(n) + 1);
    }
}

void TestPowerCuts::serviceKilledInTheMiddleOfAPush_data()
{
    QTest::addColumn<int>("delay");
    for (const int delay : {0, 5, 20})
        QTest::addRow("%d ms into the push", delay) << delay;
}

void TestPowerCuts::serviceKilledInTheMiddleOfAPush()
{
    QFETCH(int, delay);
    constexpr int notes = 20;
    QVERIFY(m_office.headOffice.sync());
    const QList<qint64> before = versions(m_office.headOffice, notes);
    const QString note = QStringLiteral("killed after %1 ms").arg(delay);
    m_pc->program().setLineCut(true);
    for (int n = 0; n < notes; ++n)
        m_pc->saveNote(m_pc->setting(n), note);
    QCOMPARE(m_pc->unsent(), notes);
    m_pc->program().setLineCut(false);

    bool isKilled = false;
    QObject killer;
    connect(&m_pc->program().sync(), &SyncRunner::statusChanged, &killer, [&](const SyncStatus& status) {
        if (status.phase != SyncPhase::Sending || isKilled)
            return;
        isKilled = true;
        QTimer::singleShot(delay, &killer, [this] { m_office.service.kill(); });
    });
    m_pc->program().sync().syncNow();
    QTRY_VERIFY_WITH_TIMEOUT(isKilled, 20'000);
    const auto isTold = [this] {
        const SyncStatus status = m_pc->program().sync().status();
        return status.phase == SyncPhase::Offline && status.lastError.has_value();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), 30'000);
    QVERIFY(QList<ErrorCode>({ErrorCode::ConnectionLost, ErrorCode::ConnectionRefused})
                .contains(m_pc->program().sync().status().lastError->code));
    QCOMPARE(m_pc->setting(0).setting.note, note); // still shown as the clerk typed it

    QVERIFY2(m_office.service.restart(), qPrintable(m_office.service.errorText()));
    QVERIFY(m_pc->syncUntilSent());
    verifyNotesArrivedOnce(before, note);
}

void TestPowerCuts::programKilledBetweenSavingAndSending()
{
    m_pc->quit();
    QVERIFY(m_office.headOffice.sync());
    const QList<qint64> before = versions(m_office.headOffice, 3);
    ClerkProcess clerk = ClerkProcess::start(*m_pc, m_colleague, QStringLiteral("offline"), 3);
    QCOMPARE(clerk.answerToSignIn(), QStringLiteral("signed-in"));
    for (int n = 0; n < 3; ++n)
        QCOMPARE(clerk.nextLine(), QStringLiteral("saved %1").arg(n));
    clerk.kill();

    m_pc->start();
    QVERIFY(m_pc->signIn(m_colleague.loginId, m_colleague.password).isOk());
    QVERIFY(m_pc->syncUntilSent());
    verifyNotesArrivedOnce(before, QStringLiteral("clerk %1"));
    for (int n = 0; n < 3; ++n)
        m_pc->saveNote(m_pc->setting(n), QStringLiteral("before the next kill"));
    QVERIFY(m_pc->syncUntilSent());
}

void TestPowerCuts::programKilledWhileItSends_data()
{
    QTest::addColumn<int>("delay");
    for (const int delay : {0, 60})
        QTest::addRow("%d ms after the last save", delay) << delay;
}

void TestPowerCuts::programKilledWhileItSends()
{
    QFETCH(int, delay);
    m_pc->quit();
    QVERIFY(m_office.headOffice.sync());
    const QList<qint64> before = versions(m_office.headOffice, 3);
    ClerkProcess clerk = ClerkProcess::start(*m_pc, m_colleague, QStringLiteral("online"), 3);
    QCOMPARE(clerk.answerToSignIn(), QStringLiteral("signed-in"));
    for (int n = 0; n < 3; ++n)
        QCOMPARE(clerk.nextLine(), QStringLiteral("saved %1").arg(n));
    QTest::qWait(delay); // where in the sending the kill falls is the point, not a wait for something
    clerk.kill();

    m_pc->start();
    QVERIFY(m_pc->signIn(m_colleague.loginId, m_colleague.password).isOk());
    QVERIFY(m_pc->syncUntilSent());
    verifyNotesArrivedOnce(before, QStringLiteral("clerk %1"));
    for (int n = 0; n < 3; ++n)
        m_pc->saveNote(m_pc->setting(n), QStringLiteral("before the next kill"));
    QVERIFY(m_pc->syncUntilSent());
}

QTEST_GUILESS_MAIN(TestPowerCuts)
#include "test_power_cuts.moc"
