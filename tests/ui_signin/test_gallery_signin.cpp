// SPDX-License-Identifier: Apache-2.0
// Every page before the sign-in at 1366x768, in Japanese and English: nothing is cut off, every control has a name,
// and with YOYO_PICTURES a picture is written for people to look at.
#include "tests/support/fake_clock.h"
#include "tests/support/fake_questions.h"
#include "tests/support/widget_test.h"
#include "tests/ui_signin/fake_sign_in_desk.h"

#include "ui/signin/lock_page.h"
#include "ui/signin/sign_in_flow.h"
#include "ui/widgets/page.h"
#include "ui/widgets/password_field.h"

#include "models/domain/clock.h"

using namespace yoyo;

class TestGallerySignin : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_languages = test::startUi(); }
    void init() { test::failOnWarnings(); }
    void everyPage_data();
    void everyPage();
    void everyTrouble_data();
    void everyTrouble();
    void lockedWindow();

private:
    void look(QWidget& widget, const QString& name);
    LanguageSwitch* m_languages = nullptr;
};

namespace {

MailReader ordinaryMail()
{
    ReadMail mail;
    mail.temporaryPassword = SecretBuffer::fromText(QStringLiteral("Kx7m-Qw2p-9RtN-vB3d"));
    return {[mail](const QString&) { return mail; }, [mail](const QByteArray&) { return mail; }};
}

struct Scene
{
    test::FakeClock clock;
    test::FakeSignInDesk desk;
    test::FakeQuestions questions;
    ErrorPresenter presenter;
    SignInController controller{desk, clock};
    SignInFlow flow{controller, presenter, questions, ordinaryMail()};
    Scene()
    {
        flow.resize(1366, 700);
        controller.start();
    }
};

} // namespace

void TestGallerySignin::look(QWidget& widget, const QString& name)
{
    widget.show();
    for (const char* language : {"en", "ja"}) {
        m_languages->setLanguage(QLatin1String(language));
        test::settle(&widget);
        QCOMPARE(test::namelessWidgets(&widget), QStringList());
        QCOMPARE(test::cutTexts(&widget), QStringList());
        test::picture(&widget, QStringLiteral("signin-%1-%2").arg(name, QLatin1String(language)));
    }
}

void TestGallerySignin::everyPage_data()
{
    QTest::addColumn<SignInStep>("step");
    QTest::newRow("connect") << SignInStep::Connect;
    QTest::newRow("start") << SignInStep::Start;
    QTest::newRow("sign-in") << SignInStep::SignIn;
    QTest::newRow("first") << SignInStep::FirstSignIn;
    QTest::newRow("forgotten-password") << SignInStep::ForgottenPassword;
    QTest::newRow("forgotten-id") << SignInStep::ForgottenId;
    QTest::newRow("guide") << SignInStep::Guide;
}

void TestGallerySignin::everyPage()
{
    QFETCH(SignInStep, step);
    Scene scene;
    scene.controller.show(step);
    look(scene.flow, QString::fromLatin1(QTest::currentDataTag()));
}

void TestGallerySignin::everyTrouble_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("wrong") << ErrorCode::CredentialsInvalid;
    QTest::newRow("maintenance") << ErrorCode::Maintenance;
    QTest::newRow("dns") << ErrorCode::HostNotFound;
    QTest::newRow("tls") << ErrorCode::TlsUnknownCa;
    QTest::newRow("portal") << ErrorCode::CaptivePortal;
    QTest::newRow("system") << ErrorCode::InternalError;
    QTest::newRow("expired") << ErrorCode::TemporaryPasswordExpired;
}

void TestGallerySignin::everyTrouble()
{
    QFETCH(ErrorCode, code);
    Scene scene;
    scene.controller.show(SignInStep::SignIn);
    Error error(code);
    error.params = {{QStringLiteral("host"), QStringLiteral("yoyo.example.lg.jp")},
                    {QStringLiteral("issuer"), QStringLiteral("Example CA")}};
    if (code == ErrorCode::Maintenance)
        error.params.insert(QStringLiteral("until"), instantText(scene.clock.nowUtc().addSecs(5400)));
    error.requestId = QStringLiteral("7f3a-0192");
    scene.desk.signInAnswer = error;
    scene.controller.signIn(QStringLiteral("shinjuku-0007"), SecretBuffer::fromText(QStringLiteral("wrong")));
    look(scene.flow, QStringLiteral("trouble-") + QString::fromLatin1(QTest::currentDataTag()));
}

void TestGallerySignin::lockedWindow()
{
    ErrorPresenter presenter;
    LockPage page(presenter);
    page.resize(1366, 700);
    page.setPerson(QStringLiteral("鈴木 一郎"), QStringLiteral("shinjuku-0007"), 3);
    look(page, QStringLiteral("lock"));
}

QTEST_MAIN(TestGallerySignin)
#include "test_gallery_signin.moc"
