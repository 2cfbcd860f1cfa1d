// SPDX-License-Identifier: Apache-2.0
#include "models/session/sign_in_trouble.h"

#include <QTest>

using namespace yoyo;

class TestSignInTrouble : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void tellsTheKindsApart_data();
    void tellsTheKindsApart();
    void everyNetworkCodeHasItsKind();
    void everyPasswordRuleHasItsKind();
    void waitingTimeBecomesAnInstant();
};

void TestSignInTrouble::tellsTheKindsApart_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("whom");
    const auto row = [](const char* name, ErrorCode code, TroubleKind kind, WhomToCall whom) {
        QTest::newRow(name) << int(code) << int(kind) << int(whom);
    };
    using enum ErrorCode;
    row("wrong password", CredentialsInvalid, TroubleKind::Credentials, WhomToCall::Administrators);
    row("temporary expired", TemporaryPasswordExpired, TroubleKind::TemporaryExpired, WhomToCall::Administrators);
    row("temporary used", TemporaryPasswordUsed, TroubleKind::TemporaryExpired, WhomToCall::Administrators);
    row("suspended", AccountSuspended, TroubleKind::Suspended, WhomToCall::Administrators);
    row("short password", PasswordTooShort, TroubleKind::PasswordRule, WhomToCall::Yourself);
    row("service error", InternalError, TroubleKind::SystemError, WhomToCall::Helpdesk);
    row("reply", ReplyInvalid, TroubleKind::SystemError, WhomToCall::Helpdesk);
    row("unknown code", CodeUnknown, TroubleKind::SystemError, WhomToCall::Helpdesk);
    row("maintenance", Maintenance, TroubleKind::Maintenance, WhomToCall::Nobody);
    row("dns", HostNotFound, TroubleKind::NoName, WhomToCall::ItStaff);
    row("refused", ConnectionRefused, TroubleKind::NoConnection, WhomToCall::ItStaff);
    row("proxy", ProxyUnreachable, TroubleKind::Proxy, WhomToCall::ItStaff);
    row("ca", TlsUnknownCa, TroubleKind::Certificate, WhomToCall::ItStaff);
    row("portal", CaptivePortal, TroubleKind::CaptivePortal, WhomToCall::ItStaff);
    row("clock", ClockSkewed, TroubleKind::Clock, WhomToCall::ItStaff);
    row("clock back", ClockBehindLastServiceTime, TroubleKind::Clock, WhomToCall::ItStaff);
    row("keychain", KeychainUnavailable, TroubleKind::Keychain, WhomToCall::ItStaff);
    row("offline too long", OfflineSignInExpired, TroubleKind::OfflineRefused, WhomToCall::Yourself);
    row("disk", DiskFull, TroubleKind::LocalStore, WhomToCall::ItStaff);
    row("damaged", StoreDamaged, TroubleKind::LocalStore, WhomToCall::Helpdesk);
    row("old client", ClientTooOld, TroubleKind::ClientTooOld, WhomToCall::ItStaff);
}

void TestSignInTrouble::tellsTheKindsApart()
{
    QFETCH(int, code);
    QFETCH(int, kind);
    QFETCH(int, whom);
    const SignInTrouble trouble = signInTrouble(Error(ErrorCode(code)), nullptr, QDateTime());
    QCOMPARE(int(trouble.kind), kind);
    QCOMPARE(int(trouble.whom), whom);
}

void TestSignInTrouble::everyNetworkCodeHasItsKind()
{
    for (const ErrorInfo& info : allErrors()) {
        if (info.code.starts_with("E-NET-"))
            QVERIFY2(troubleKindOf(info.id) != TroubleKind::SystemError, info.code.data());
    }
}

void TestSignInTrouble::everyPasswordRuleHasItsKind()
{
    // What the judge of a new password may say is never a fault of the system.
    int rules = 0;
    for (const ErrorInfo& info : allErrors()) {
        if (!info.wireCode.starts_with("password-") || info.id == ErrorCode::PasswordChangeRequired)
            continue;
        ++rules;
        QVERIFY2(troubleKindOf(info.id) == TroubleKind::PasswordRule, info.code.data());
    }
    QVERIFY(rules >= 8);
}

void TestSignInTrouble::waitingTimeBecomesAnInstant()
{
    const QDateTime now(QDate(2026, 11, 22), QTime(1, 0), Qt::UTC);
    Error busy(ErrorCode::ServerBusy);
    QVERIFY(!signInTrouble(busy, nullptr, now).comeBackAt);
    busy.retryAfter = std::chrono::minutes(2);
    QCOMPARE(*signInTrouble(busy, nullptr, now).comeBackAt, now.addSecs(120));
}

QTEST_GUILESS_MAIN(TestSignInTrouble)
#include "test_sign_in_trouble.moc"
