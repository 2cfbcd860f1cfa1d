// SPDX-License-Identifier: Apache-2.0
// A password that was forgotten, changed elsewhere or typed in full width, a keychain that was emptied, a profile that
// was copied, a temporary password that is wrong, used or expired, a clock that is a year off: each is told with its
// code, and the unsent work of the person arrives all the same, once.
#include "tests/office/office.h"

#include "models/services/direct_service.h"
#include "models/storage/store.h"

#include <QDir>

using namespace yoyo;
using namespace yoyo::test;
using namespace std::chrono_literals;

class TestLostKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aForgottenPasswordIsReset();
    void aPasswordChangedOnAnotherPc();
    void anEmptiedKeychain();
    void aCopiedProfile();
    void aProgramThatStaysOpenWhileThePasswordChanges();
    void aPasswordTypedInFullWidth();
    void aClockThatIsAYearOff_data();
    void aClockThatIsAYearOff();
    void aRefusedNewPasswordLeavesTheTemporaryOne();
    void temporaryPasswords();

private:
    /// A colleague on a PC of their own with `note` saved on the setting and not sent; the program has ended.
    void leaveUnsentWork(const QString& note);
    void verifyArrivedOnce(const QString& note);
    ErrorCode onlineTrouble(Pc& pc, const QString& password);

    Office m_office;
    std::unique_ptr<Pc> m_pc;
    Colleague m_who;
    qint64 m_version = 0;
};

void TestLostKeys::initTestCase()
{
    QVERIFY2(m_office.open(), qPrintable(m_office.errorText()));
}

void TestLostKeys::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_pc = m_office.newPc();
    const auto who = m_office.addColleague(Role::Staff, *m_pc);
    QVERIFY2(who, qPrintable(m_office.errorText()));
    m_who = *who;
}

void TestLostKeys::cleanup()
{
    m_pc->quit();
}

void TestLostKeys::leaveUnsentWork(const QString& note)
{
    if (!m_office.headOffice.sync() || !m_pc->sync())
        qFatal("no round ends");
    m_version = m_office.headOffice.setting(0).seen.ver;
    m_pc->program().setLineCut(true);
    m_pc->saveNote(m_pc->setting(0), note);
    if (m_pc->unsent() != 1)
        qFatal("nothing waits");
    m_pc->quit();
}

void TestLostKeys::verifyArrivedOnce(const QString& note)
{
    QVERIFY(m_office.headOffice.sync());
    const SettingRow row = m_office.headOffice.setting(0);
    QCOMPARE(row.setting.note, note);
    QCOMPARE(row.seen.ver, m_version + 1);
}

ErrorCode TestLostKeys::onlineTrouble(Pc& pc, const QString& password)
{
    const auto reached = pc.signIn(m_who.loginId, password);
    if (reached)
        qFatal("the sign-in was not refused");
    return reached.error().code;
}

void TestLostKeys::aForgottenPasswordIsReset()
{
    leaveUnsentWork(QStringLiteral("before the password was forgotten"));
    m_pc->start();
    QCOMPARE(onlineTrouble(*m_pc, QStringLiteral("what was it again, yes")), ErrorCode::CredentialsInvalid);
    QStringList before;
    for (const OutboxMail& mail : readOutbox(m_office.service.outbox()))
        before.append(mail.path);
    QVERIFY(await(m_pc->program().requestReset(m_who.loginId, m_who.mail)).isOk());
    const auto mail = m_office.service.waitForMailTo(m_who.mail, before);
    QVERIFY(mail && !mail->temporaryPassword.isEmpty());
    const auto reached = m_pc->firstSignIn(m_who.loginId, mail->temporaryPassword, m_office.newPassword());
    QVERIFY2(reached && *reached == SessionState::Online, reached ? "" : qPrintable(reached.error().codeText()));
    QVERIFY(m_pc->program().session().notes().isEmpty());
    QVERIFY(m_pc->syncUntilSent());
    verifyArrivedOnce(QStringLiteral("before the password was forgotten"));
}

void TestLostKeys::aPasswordChangedOnAnotherPc()
{
    leaveUnsentWork(QStringLiteral("before the password changed elsewhere"));
    const auto other = m_office.newPc();
    QVERIFY(other->signIn(m_who.loginId, m_who.password).isOk());
    const QString next = m_office.newPassword();
    QVERIFY(await(other->program().session().changePassword(SecretBuffer::fromText(m_who.password),
                                                            SecretBuffer::fromText(next)))
                .isOk());
    other->quit();

    m_pc->start();
    QCOMPARE(onlineTrouble(*m_pc, m_who.password), ErrorCode::CredentialsInvalid);
    const auto reached = m_pc->signIn(m_who.loginId, next);
    QVERIFY2(reached && *reached == SessionState::Online, reached ? "" : qPrintable(reached.error().codeText()));
    QVERIFY(m_pc->syncUntilSent());
    verifyArrivedOnce(QStringLiteral("before the password changed elsewhere"));
    // From now on the new password opens it offline too, and the old one does not.
    m_pc->quit();
    m_pc->start();
    m_pc->program().setLineCut(true);
    QCOMPARE(onlineTrouble(*m_pc, m_who.password), ErrorCode::CredentialsInvalid);
    const auto offline = m_pc->signIn(m_who.loginId, next);
    QVERIFY(offline && *offline == SessionState::Offline);
}

void TestLostKeys::anEmptiedKeychain()
{
    leaveUnsentWork(QStringLiteral("before the keychain was emptied"));
    m_pc->keychain.empty();
    m_pc->start();
    m_pc->program().setLineCut(true);
    QCOMPARE(onlineTrouble(*m_pc, m_who.password), ErrorCode::OfflineSignInUnavailable);
    m_pc->program().setLineCut(false);
    const auto reached = m_pc->signIn(m_who.loginId, m_who.password);
    QVERIFY2(reached && *reached == SessionState::Online, reached ? "" : qPrintable(reached.error().codeText()));
    QVERIFY(m_pc->syncUntilSent());
    verifyArrivedOnce(QStringLiteral("before the keychain was emptied"));
}

void TestLostKeys::aCopiedProfile()
{
    leaveUnsentWork(QStringLiteral("before the profile was copied"));
    const QString name = m_pc->profile() + QStringLiteral("-copy");
    QVERIFY(copyProfile(m_pc->profile(), name));
    Pc copy(name); // with a keychain that knows nothing
    copy.start();
    const auto reached = copy.signIn(m_who.loginId, m_who.password);
    QVERIFY2(reached && *reached == SessionState::Online, reached ? "" : qPrintable(reached.error().codeText()));
    QVERIFY(copy.syncUntilSent());
    verifyArrivedOnce(QStringLiteral("before the profile was copied"));

    // The PC it was copied from sends the same operation; the centre knows it.
    m_pc->start();
    QVERIFY(m_pc->signIn(m_who.loginId, m_who.password).isOk());
    QVERIFY(m_pc->syncUntilSent());
    verifyArrivedOnce(QStringLiteral("before the profile was copied"));
    // Known by its own id, or by that of a batch that was open when the copy was made: then the first reply comes again.
    const OpState state = m_pc->operations(false).constFirst().state;
    QVERIFY(state == OpState::Duplicate || state == OpState::Applied);
    // Each counts its new operations for itself.
    QVERIFY(copy.program().session().operationDeviceId() != m_pc->program().session().operationDeviceId());
    m_version += 1;
    copy.saveNote(copy.setting(0), QStringLiteral("from the copy"));
    QVERIFY(copy.syncUntilSent());
    verifyArrivedOnce(QStringLiteral("from the copy"));
    m_version += 1;
    QVERIFY(m_pc->sync());
    m_pc->saveNote(m_pc->setting(0), QStringLiteral("from the original"));
    QVERIFY(m_pc->syncUntilSent());
    verifyArrivedOnce(QStringLiteral("from the original"));
    copy.quit();
}

void TestLostKeys::aProgramThatStaysOpenWhileThePasswordChanges()
{
    QVERIFY(m_office.headOffice.sync());
    m_version = m_office.headOffice.setting(0).seen.ver;
    const auto other = m_office.newPc();
    QVERIFY(other->signIn(m_who.loginId, m_who.password).isOk());
    m_pc->program().setLineCut(true);
    const QString next = m_office.newPassword();
    QVERIFY(await(other->program().session().changePassword(SecretBuffer::fromText(m_who.password),
                                                            SecretBuffer::fromText(next)))
                .isOk());
    other->quit();
    m_pc->saveNote(m_pc->setting(0), QStringLiteral("while the password changed"));
    m_pc->program().setLineCut(false);
    QVERIFY(m_pc->sync());
    QTRY_COMPARE(m_pc->program().sync().status().phase, SyncPhase::WaitingSignIn);
    QCOMPARE(m_pc->unsent(), 1);
    // The window asks for the password again; nothing is closed in between.
    const auto reached = m_pc->signIn(m_who.loginId, next);
    QVERIFY2(reached && *reached == SessionState::Online, reached ? "" : qPrintable(reached.error().codeText()));
    QVERIFY(m_pc->syncUntilSent());
    verifyArrivedOnce(QStringLiteral("while the password changed"));
}

void TestLostKeys::aPasswordTypedInFullWidth()
{
    leaveUnsentWork(QStringLiteral("typed with the IME on"));
    QString wide;
    for (const QChar c : m_who.password)
        wide += c == QLatin1Char(' ') ? QChar(0x3000) : QChar(c.unicode() + 0xfee0);
    m_pc->start();
    m_pc->program().setLineCut(true);
    const auto offline = m_pc->signIn(m_who.loginId, wide);
    QVERIFY2(offline && *offline == SessionState::Offline, offline ? "" : qPrintable(offline.error().codeText()));
    m_pc->program().setLineCut(false);
    const auto online = m_pc->signIn(m_who.loginId, wide);
    QVERIFY2(online && *online == SessionState::Online, online ? "" : qPrintable(online.error().codeText()));
    QVERIFY(m_pc->syncUntilSent());
    verifyArrivedOnce(QStringLiteral("typed with the IME on"));
}

void TestLostKeys::aClockThatIsAYearOff_data()
{
    QTest::addColumn<int>("days");
    QTest::newRow("behind") << -365;
    QTest::newRow("ahead") << 365;
}

void TestLostKeys::aClockThatIsAYearOff()
{
    QFETCH(int, days);
    const QString note = QStringLiteral("%1 days off").arg(days);
    leaveUnsentWork(note);
    m_pc->setClockOffBy(days * 24h);
    m_pc->start();
    m_pc->program().setLineCut(true);
    QCOMPARE(onlineTrouble(*m_pc, m_who.password),
             days < 0 ? ErrorCode::ClockBehindLastServiceTime : ErrorCode::OfflineSignInExpired);
    m_pc->program().setLineCut(false);
    const auto reached = m_pc->signIn(m_who.loginId, m_who.password);
    QVERIFY2(reached && *reached == SessionState::Online, reached ? "" : qPrintable(reached.error().codeText()));
    QCOMPARE(m_pc->program().session().notes().size(), 1);
    QCOMPARE(m_pc->program().session().notes().constFirst().code, ErrorCode::ClockSkewed);
    QVERIFY(m_pc->syncUntilSent());
    verifyArrivedOnce(note);
    m_pc->quit();
    m_pc->setClockOffBy(0h);
}

void TestLostKeys::aRefusedNewPasswordLeavesTheTemporaryOne()
{
    const auto mail = m_office.invite(Role::Staff, QStringLiteral("office-early"));
    QVERIFY2(mail, qPrintable(m_office.errorText()));
    const auto pc = m_office.newPc();
    const auto reached = pc->signIn(QStringLiteral("office-early"), mail->temporaryPassword);
    QVERIFY(reached && *reached == SessionState::MustChangePassword);
    const auto change = [&pc](const QString& next) {
        return await(pc->program().session().changePassword(SecretBuffer(), SecretBuffer::fromText(next)));
    };
    QCOMPARE(change(QStringLiteral("too short")).error().code, ErrorCode::PasswordTooShort);
    QCOMPARE(change(QStringLiteral("P@ssw0rd-20261122")).error().code, ErrorCode::PasswordBlocked);
    QCOMPARE(change(mail->temporaryPassword).error().code, ErrorCode::PasswordUnchanged);
    QVERIFY(pc->program().session().state() == SessionState::MustChangePassword);
    // Interrupted here, it goes on with the same mail.
    pc->quit();
    pc->start();
    const auto again = pc->firstSignIn(QStringLiteral("office-early"), mail->temporaryPassword, m_office.newPassword());
    QVERIFY2(again && *again == SessionState::Online, again ? "" : qPrintable(again.error().codeText()));
    pc->quit();
}

void TestLostKeys::temporaryPasswords()
{
    ServiceProcess& service = m_office.service;
    const auto mail = m_office.invite(Role::Staff, QStringLiteral("office-late"));
    QVERIFY2(mail, qPrintable(m_office.errorText()));
    const auto pc = m_office.newPc();
    QCOMPARE(pc->signIn(mail->loginId.isEmpty() ? QStringLiteral("office-late") : mail->loginId,
                        QStringLiteral("not the temporary one"))
                 .error()
                 .code,
             ErrorCode::CredentialsInvalid);
    // Expired: only the right one is told so, and the administrator sends another.
    QVERIFY(service.sendCommand(QStringLiteral("advance 8")).startsWith(QLatin1String("ok")));
    QCOMPARE(pc->signIn(QStringLiteral("office-late"), mail->temporaryPassword).error().code,
             ErrorCode::TemporaryPasswordExpired);
    QCOMPARE(pc->signIn(QStringLiteral("office-late"), QStringLiteral("not the temporary one")).error().code,
             ErrorCode::CredentialsInvalid);
    const auto reached = m_office.headOffice.signIn(service.demoLoginId(), service.demoPassword());
    QVERIFY2(reached.isOk(), reached ? "" : qPrintable(reached.error().codeText()));
    QVERIFY(m_office.headOffice.sync());
    const UserRow row = m_office.headOffice.user(QStringLiteral("office-late"));
    QCOMPARE(row.status, UserStatus::TemporaryExpired);
    const auto reset = await(m_office.headOffice.program().direct().resetUsers({row.user.id}));
    QVERIFY(reset.isOk());
    QVERIFY(!reset->constFirst().error);
    const auto second = service.waitForMailTo(mail->to, {mail->path});
    QVERIFY(second && !second->temporaryPassword.isEmpty());
    const QString own = m_office.newPassword();
    const auto first = pc->firstSignIn(QStringLiteral("office-late"), second->temporaryPassword, own);
    QVERIFY2(first && *first == SessionState::Online, first ? "" : qPrintable(first.error().codeText()));
    pc->quit();
    // Used: told only to somebody who knows it.
    pc->start();
    QCOMPARE(pc->signIn(QStringLiteral("office-late"), second->temporaryPassword).error().code,
             ErrorCode::TemporaryPasswordUsed);
    QVERIFY(pc->signIn(QStringLiteral("office-late"), own).isOk());
    pc->quit();
}

QTEST_GUILESS_MAIN(TestLostKeys)
#include "test_lost_keys.moc"
