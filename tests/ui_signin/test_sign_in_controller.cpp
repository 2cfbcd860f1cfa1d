// SPDX-License-Identifier: Apache-2.0
// The way from the start page to a signed-in person: which page comes when, which trouble is told where, what is
// remembered, and that no password outlives its use.
#include "tests/support/fake_clock.h"
#include "tests/ui_signin/fake_sign_in_desk.h"

#include "ui/signin/sign_in_controller.h"

#include "models/domain/clock.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace yoyo;
using namespace std::chrono_literals;

class TestSignInController : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void asksForTheServiceWhenTheProfileHasNone();
    void knowsTheAdministratorsBeforeAnySignIn();
    void withoutAKeychainTheStartPageStillComes();
    void fullWidthIdsAreMadeHalfWidth();
    void temporaryPasswordLeadsToTheChangeAndNowhereElse();
    void theChangeLeadsToTheFirstSignIn();
    void wrongAndLockedAreToldOnTheForm();
    void everyOtherTroubleGetsItsPage_data();
    void everyOtherTroubleGetsItsPage();
    void maintenanceIsTriedAgainByItself();
    void theTimeTheServiceNamedIsTheLatestForTheNextTry();
    void networkTroubleIsTriedAgainOnlyOnRequest();
    void aPasswordIsNotKeptLongerThanAQuarterOfAnHour();
    void leavingTheTroubleForgetsThePassword();
    void anAnswerAfterLeavingChangesNothing();
    void offlineIsToldBeforeTheWorkStarts();
    void notesAreToldBeforeTheWorkStarts();
    void theResetAnswersTheSameForEverybody();
    void anEndedShortSessionLeadsBackToTheTemporaryPassword();
    void networkTroubleDuringTheChangeStaysOnThePage();
    void givingUpTheChangeSignsOut();
    void connectingLeadsToTheStartPage();
    void aRefusedConnectionChangesNothing();
    void handshakeDuringMaintenanceIsTrouble();
};

namespace {

struct Scene
{
    test::FakeClock clock;
    test::FakeSignInDesk desk;
    SignInController controller{desk, clock, {60s, 15min}};
    Scene() { controller.start(); }
    void typeSignIn()
    {
        controller.show(SignInStep::SignIn);
        controller.signIn(QStringLiteral("shinjuku-0007"), SecretBuffer::fromText(QStringLiteral("kawa-to-yama-no-uta")));
    }
};

Error maintenanceUntil(const QDateTime& until)
{
    Error error(ErrorCode::Maintenance);
    error.params.insert(QStringLiteral("until"), instantText(until));
    return error;
}

} // namespace

void TestSignInController::asksForTheServiceWhenTheProfileHasNone()
{
    test::FakeClock clock;
    test::FakeSignInDesk desk;
    desk.profileValue.address = QUrl();
    SignInController controller(desk, clock);
    controller.start();
    QCOMPARE(controller.step(), SignInStep::Connect);
}

void TestSignInController::knowsTheAdministratorsBeforeAnySignIn()
{
    Scene s;
    QCOMPARE(s.controller.step(), SignInStep::Start);
    QTRY_VERIFY(s.controller.isMemoryRead());
    QCOMPARE(s.controller.office()->administrators.size(), 2);
    QCOMPARE(s.controller.memory().owners.first().unsent, 3);
}

void TestSignInController::withoutAKeychainTheStartPageStillComes()
{
    test::FakeClock clock;
    test::FakeSignInDesk desk;
    desk.memoryAnswer = Error(ErrorCode::KeychainUnavailable);
    SignInController controller(desk, clock);
    controller.start();
    QTRY_VERIFY(controller.isMemoryRead());
    QCOMPARE(controller.step(), SignInStep::Start);
    QVERIFY(!controller.office());
}

void TestSignInController::fullWidthIdsAreMadeHalfWidth()
{
    Scene s;
    s.controller.show(SignInStep::SignIn);
    s.controller.signIn(QStringLiteral(" ｓｈｉｎｊｕｋｕ－０００７ "), SecretBuffer::fromText(QStringLiteral("x")));
    QTRY_COMPARE(s.desk.signIns, QStringList{QStringLiteral("shinjuku-0007/x")});
}

void TestSignInController::temporaryPasswordLeadsToTheChangeAndNowhereElse()
{
    Scene s;
    QSignalSpy signedIn(&s.controller, &SignInController::signedIn);
    s.desk.signInAnswer = SessionState::MustChangePassword;
    s.controller.show(SignInStep::FirstSignIn);
    s.controller.signIn(QStringLiteral("shinjuku-0007"), SecretBuffer::fromText(QStringLiteral("Kx7m-Qw2p")));
    QTRY_COMPARE(s.controller.step(), SignInStep::NewPassword);
    QCOMPARE(signedIn.count(), 0);
    QVERIFY(s.controller.temporaryPassword() == SecretBuffer::fromText(QStringLiteral("Kx7m-Qw2p")));
    QVERIFY(!s.controller.canTryAgain());
}

void TestSignInController::theChangeLeadsToTheFirstSignIn()
{
    Scene s;
    QSignalSpy signedIn(&s.controller, &SignInController::signedIn);
    s.desk.signInAnswer = SessionState::MustChangePassword;
    s.controller.show(SignInStep::FirstSignIn);
    s.controller.signIn(QStringLiteral("shinjuku-0007"), SecretBuffer::fromText(QStringLiteral("Kx7m-Qw2p")));
    QTRY_COMPARE(s.controller.step(), SignInStep::NewPassword);
    s.controller.changePassword(SecretBuffer::fromText(QStringLiteral("kawa-to-yama-no-uta")));
    QTRY_COMPARE(signedIn.count(), 1);
    QCOMPARE(signedIn.first().first().value<SignInKind>(), SignInKind::First);
    QVERIFY(s.controller.temporaryPassword().isEmpty());
}

void TestSignInController::wrongAndLockedAreToldOnTheForm()
{
    Scene s;
    QSignalSpy refused(&s.controller, &SignInController::credentialsRefused);
    s.desk.signInAnswer = Error(ErrorCode::CredentialsInvalid);
    s.typeSignIn();
    QTRY_COMPARE(refused.count(), 1);
    QCOMPARE(s.controller.step(), SignInStep::SignIn);
    QCOMPARE(s.controller.loginId(), QStringLiteral("shinjuku-0007"));
    QVERIFY(!s.controller.canTryAgain());
}

void TestSignInController::everyOtherTroubleGetsItsPage_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<TroubleKind>("kind");
    QTest::addColumn<WhomToCall>("whom");
    const auto row = [](ErrorCode code, TroubleKind kind, WhomToCall whom) {
        QTest::newRow(Error(code).codeText().toLatin1().constData()) << code << kind << whom;
    };
    row(ErrorCode::TemporaryPasswordExpired, TroubleKind::TemporaryExpired, WhomToCall::Administrators);
    row(ErrorCode::TemporaryPasswordUsed, TroubleKind::TemporaryExpired, WhomToCall::Administrators);
    row(ErrorCode::AccountSuspended, TroubleKind::Suspended, WhomToCall::Administrators);
    row(ErrorCode::InternalError, TroubleKind::SystemError, WhomToCall::Helpdesk);
    row(ErrorCode::Maintenance, TroubleKind::Maintenance, WhomToCall::Nobody);
    row(ErrorCode::ServerBusy, TroubleKind::ServiceBusy, WhomToCall::Nobody);
    row(ErrorCode::HostNotFound, TroubleKind::NoName, WhomToCall::ItStaff);
    row(ErrorCode::ConnectionRefused, TroubleKind::NoConnection, WhomToCall::ItStaff);
    row(ErrorCode::ProxyAuthenticationRequired, TroubleKind::Proxy, WhomToCall::ItStaff);
    row(ErrorCode::TlsUnknownCa, TroubleKind::Certificate, WhomToCall::ItStaff);
    row(ErrorCode::TlsCertificateExpired, TroubleKind::Certificate, WhomToCall::ItStaff);
    row(ErrorCode::CaptivePortal, TroubleKind::CaptivePortal, WhomToCall::ItStaff);
    row(ErrorCode::ClockBehindLastServiceTime, TroubleKind::Clock, WhomToCall::ItStaff);
    row(ErrorCode::PlainHttpRefused, TroubleKind::Address, WhomToCall::ItStaff);
    row(ErrorCode::ClientTooOld, TroubleKind::ClientTooOld, WhomToCall::ItStaff);
}

void TestSignInController::everyOtherTroubleGetsItsPage()
{
    QFETCH(ErrorCode, code);
    QFETCH(TroubleKind, kind);
    QFETCH(WhomToCall, whom);
    Scene s;
    s.desk.signInAnswer = Error(code);
    s.typeSignIn();
    QTRY_COMPARE(s.controller.step(), SignInStep::Trouble);
    QCOMPARE(s.controller.trouble()->kind, kind);
    QCOMPARE(s.controller.trouble()->whom, whom);
    QCOMPARE(s.controller.trouble()->administrators.size(), 2);
    // Where trying again cannot help, the password is not kept for it.
    QCOMPARE(s.controller.canTryAgain(), errorInfo(code).retryable);
    s.controller.leaveTrouble();
    QCOMPARE(s.controller.step(), SignInStep::SignIn);
    QCOMPARE(s.controller.loginId(), QStringLiteral("shinjuku-0007"));
}

void TestSignInController::maintenanceIsTriedAgainByItself()
{
    test::FakeClock clock;
    test::FakeSignInDesk desk;
    SignInController controller(desk, clock, {1ms, 15min});
    QSignalSpy signedIn(&controller, &SignInController::signedIn);
    controller.start();
    controller.show(SignInStep::SignIn);
    desk.signInAnswer = Error(ErrorCode::Maintenance);
    desk.probeAnswer = Error(ErrorCode::Maintenance);
    controller.signIn(QStringLiteral("shinjuku-0007"), SecretBuffer::fromText(QStringLiteral("kawa-to-yama")));
    QTRY_VERIFY(desk.probes > 1);
    QCOMPARE(controller.step(), SignInStep::Trouble);
    QCOMPARE(desk.signIns.size(), 1);
    desk.signInAnswer = SessionState::Online;
    desk.probeAnswer = {};
    QTRY_COMPARE(signedIn.count(), 1);
    QCOMPARE(desk.signIns.size(), 2);
    QVERIFY(!controller.canTryAgain());
}

void TestSignInController::theTimeTheServiceNamedIsTheLatestForTheNextTry()
{
    Scene s;
    s.desk.signInAnswer = maintenanceUntil(s.clock.nowUtc().addSecs(20));
    s.typeSignIn();
    QTRY_COMPARE(s.controller.step(), SignInStep::Trouble);
    QCOMPARE(s.controller.nextTryAt(), s.clock.nowUtc().addSecs(20));
    s.controller.leaveTrouble();
    s.desk.signInAnswer = maintenanceUntil(s.clock.nowUtc().addSecs(7200));
    s.typeSignIn();
    QTRY_COMPARE(s.controller.step(), SignInStep::Trouble);
    QCOMPARE(s.controller.nextTryAt(), s.clock.nowUtc().addSecs(60));
}

void TestSignInController::networkTroubleIsTriedAgainOnlyOnRequest()
{
    Scene s;
    QSignalSpy signedIn(&s.controller, &SignInController::signedIn);
    s.desk.signInAnswer = Error(ErrorCode::ConnectionTimedOut);
    s.typeSignIn();
    QTRY_COMPARE(s.controller.step(), SignInStep::Trouble);
    QVERIFY(!s.controller.nextTryAt().isValid());
    s.desk.signInAnswer = SessionState::Online;
    s.controller.tryAgain();
    QTRY_COMPARE(signedIn.count(), 1);
}

void TestSignInController::aPasswordIsNotKeptLongerThanAQuarterOfAnHour()
{
    Scene s;
    QSignalSpy returned(&s.controller, &SignInController::serviceReturned);
    s.desk.signInAnswer = Error(ErrorCode::Maintenance);
    s.typeSignIn();
    QTRY_COMPARE(s.controller.step(), SignInStep::Trouble);
    QVERIFY(s.controller.canTryAgain());
    s.clock.advance(15min);
    QVERIFY(!s.controller.canTryAgain());
    s.desk.signInAnswer = SessionState::Online;
    s.controller.tryAgain();
    QTRY_COMPARE(returned.count(), 1);
    QCOMPARE(s.controller.step(), SignInStep::SignIn);
    QCOMPARE(s.desk.signIns.size(), 1);
}

void TestSignInController::leavingTheTroubleForgetsThePassword()
{
    Scene s;
    s.desk.signInAnswer = Error(ErrorCode::HostNotFound);
    s.typeSignIn();
    QTRY_COMPARE(s.controller.step(), SignInStep::Trouble);
    QVERIFY(s.controller.canTryAgain());
    s.controller.show(SignInStep::Connect);
    QVERIFY(!s.controller.canTryAgain());
}

void TestSignInController::anAnswerAfterLeavingChangesNothing()
{
    Scene s;
    s.desk.signInAnswer = Error(ErrorCode::HostNotFound);
    s.typeSignIn();
    QTRY_COMPARE(s.controller.step(), SignInStep::Trouble);
    s.controller.leaveTrouble();
    s.controller.tryAgain();
    QCOMPARE(s.desk.probes, 0);
    QCOMPARE(s.controller.step(), SignInStep::SignIn);
}

void TestSignInController::offlineIsToldBeforeTheWorkStarts()
{
    Scene s;
    QSignalSpy signedIn(&s.controller, &SignInController::signedIn);
    s.desk.signInAnswer = SessionState::Offline;
    s.desk.notesValue = {Error(ErrorCode::HostNotFound)};
    s.typeSignIn();
    QTRY_COMPARE(s.controller.step(), SignInStep::Notes);
    QVERIFY(s.controller.isOffline());
    QCOMPARE(signedIn.count(), 0);
    s.controller.finish();
    QCOMPARE(signedIn.count(), 1);
    QCOMPARE(signedIn.first().first().value<SignInKind>(), SignInKind::Usual);
}

void TestSignInController::notesAreToldBeforeTheWorkStarts()
{
    Scene s;
    s.desk.notesValue = {Error(ErrorCode::StoreSetAside)};
    s.typeSignIn();
    QTRY_COMPARE(s.controller.step(), SignInStep::Notes);
    QVERIFY(!s.controller.isOffline());
}

void TestSignInController::theResetAnswersTheSameForEverybody()
{
    Scene s;
    QSignalSpy answered(&s.controller, &SignInController::resetAnswered);
    s.controller.requestReset(QStringLiteral("shinjuku-0007"), QStringLiteral("a@city.example.lg.jp"));
    QTRY_COMPARE(answered.count(), 1);
    s.controller.requestReset(QStringLiteral("nobody-9999"), QStringLiteral("b@city.example.lg.jp"));
    QTRY_COMPARE(answered.count(), 2);
    QCOMPARE(s.desk.resets.first(), QStringLiteral("shinjuku-0007/a@city.example.lg.jp"));
}

void TestSignInController::anEndedShortSessionLeadsBackToTheTemporaryPassword()
{
    Scene s;
    s.desk.signInAnswer = SessionState::MustChangePassword;
    s.controller.show(SignInStep::SignIn);
    s.controller.signIn(QStringLiteral("shinjuku-0007"), SecretBuffer::fromText(QStringLiteral("Kx7m-Qw2p")));
    QTRY_COMPARE(s.controller.step(), SignInStep::NewPassword);
    s.desk.changeAnswer = Error(ErrorCode::SessionExpired);
    s.controller.changePassword(SecretBuffer::fromText(QStringLiteral("kawa-to-yama-no-uta")));
    QTRY_COMPARE(s.controller.step(), SignInStep::Trouble);
    s.controller.leaveTrouble();
    QCOMPARE(s.controller.step(), SignInStep::FirstSignIn);
}

void TestSignInController::networkTroubleDuringTheChangeStaysOnThePage()
{
    Scene s;
    QSignalSpy refused(&s.controller, &SignInController::passwordRefused);
    s.desk.signInAnswer = SessionState::MustChangePassword;
    s.typeSignIn();
    QTRY_COMPARE(s.controller.step(), SignInStep::NewPassword);
    s.desk.changeAnswer = Error(ErrorCode::ConnectionLost);
    s.controller.changePassword(SecretBuffer::fromText(QStringLiteral("kawa-to-yama-no-uta")));
    QTRY_COMPARE(refused.count(), 1);
    QCOMPARE(s.controller.step(), SignInStep::NewPassword);
}

void TestSignInController::givingUpTheChangeSignsOut()
{
    Scene s;
    s.desk.signInAnswer = SessionState::MustChangePassword;
    s.typeSignIn();
    QTRY_COMPARE(s.controller.step(), SignInStep::NewPassword);
    s.controller.abandon();
    QCOMPARE(s.desk.abandons, 1);
    QCOMPARE(s.controller.step(), SignInStep::Start);
    QVERIFY(s.controller.temporaryPassword().isEmpty());
}

void TestSignInController::connectingLeadsToTheStartPage()
{
    test::FakeClock clock;
    test::FakeSignInDesk desk;
    desk.profileValue.address = QUrl();
    SignInController controller(desk, clock);
    QSignalSpy connected(&controller, &SignInController::connected);
    controller.start();
    controller.connectTo(QStringLiteral("https://yoyo.example.lg.jp"), QStringLiteral("/tmp/ca.pem"));
    QTRY_COMPARE(connected.count(), 1);
    QCOMPARE(controller.step(), SignInStep::Start);
    QCOMPARE(desk.connects, QStringList{QStringLiteral("https://yoyo.example.lg.jp|/tmp/ca.pem")});
}

void TestSignInController::aRefusedConnectionChangesNothing()
{
    Scene s;
    QSignalSpy failed(&s.controller, &SignInController::connectFailed);
    s.controller.show(SignInStep::Connect);
    s.desk.connectAnswer = Error(ErrorCode::TlsUnknownCa);
    s.controller.connectTo(QStringLiteral("https://other.example"), {});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(s.controller.step(), SignInStep::Connect);
    QCOMPARE(s.desk.profile().address, QUrl(QStringLiteral("https://yoyo.example.lg.jp")));
}

void TestSignInController::handshakeDuringMaintenanceIsTrouble()
{
    Handshake handshake;
    QVERIFY(readinessOf(handshake).isOk());
    const QDateTime until(QDate(2026, 11, 22), QTime(3, 0), Qt::UTC);
    handshake.maintenance = MaintenanceNotice{until};
    const Result<void> readiness = readinessOf(handshake);
    QVERIFY(!readiness);
    QCOMPARE(readiness.error().code, ErrorCode::Maintenance);
    QCOMPARE(signInTrouble(readiness.error(), nullptr, until).comeBackAt, std::optional(until));
}

QTEST_GUILESS_MAIN(TestSignInController)
#include "test_sign_in_controller.moc"
