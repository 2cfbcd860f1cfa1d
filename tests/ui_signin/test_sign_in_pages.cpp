// SPDX-License-Identifier: Apache-2.0
// The sign-in pages as a person uses them, with the keyboard alone: nothing typed is lost, no password stays in a
// field after its use, and every trouble says which one it is and whom to call.
#include "tests/support/fake_clock.h"
#include "tests/support/fake_questions.h"
#include "tests/support/widget_test.h"
#include "tests/ui_signin/fake_sign_in_desk.h"

#include "ui/signin/contacts_panel.h"
#include "ui/signin/lock_page.h"
#include "ui/signin/password_form.h"
#include "ui/signin/sign_in_flow.h"
#include "ui/signin/trouble_page.h"
#include "ui/widgets/band.h"
#include "ui/widgets/code_field.h"
#include "ui/widgets/ime_guard.h"
#include "ui/widgets/page.h"
#include "ui/widgets/password_field.h"

#include <QClipboard>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace yoyo;

class TestSignInPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_languages = test::startUi(); }
    void init()
    {
        test::failOnWarnings();
        m_languages->setLanguage(QStringLiteral("ja"));
    }
    void theDoorsLeadOnByKeyboard();
    void theLockAsksForThePasswordAndForgetsIt();
    void helpIsThatOfTheStep();
    void unsentWorkOfTheOfficeIsShownAndLeadsToItsOwner();
    void signsInWithTheKeyboardAlone();
    void emptyFieldsAreToldOnlyAfterTheTry();
    void leavingAnEmptyFieldBlamesNobody();
    void wrongCredentialsKeepTheIdAndNameAnAdministrator();
    void aLockedWindowOfTimeIsThePolicys();
    void theRefusalNamesNoAdministratorWhereNoneIsKnown();
    void returnThatConfirmsAConversionDoesNotSubmit();
    void theAdministratorsMailFillsBothFields();
    void theOrdinaryMailFocusesTheUserId();
    void anUnsureReadingSaysSo();
    void aMailWithoutCredentialsSaysSoAndKeepsTheText();
    void aMailFileIsReadAndAnUnreadableOneIsTold();
    void whatWasReadIsMaskedAndNotKept();
    void theForcedChangeKeepsWhatWasTypedThroughNetworkTrouble();
    void theForcedChangeTellsEveryReason();
    void twoDifferentEntriesAreTold();
    void fullWidthIsToldAndIsTheSame();
    void leavingTheChangeWipesTheFields();
    void everyTroubleSaysWhichAndWhom_data();
    void everyTroubleSaysWhichAndWhom();
    void theTextForTheHelpdeskHoldsNoNamesAndNoSecrets();
    void theTextForTheHelpdeskIsSaved();
    void maintenanceSaysUntilWhen();
    void aForgottenPasswordAsksForIdAndMail();
    void aForgottenIdLeadsToTheAdministrators();
    void nobodyKnownLeadsToTheSuperior();
    void offlineIsToldWithItsReason();
    void theServiceAddressIsCheckedBeforeItIsAsked();
    void theLanguageSwitchKeepsWhatWasTyped();

private:
    LanguageSwitch* m_languages = nullptr;
};

namespace {

struct Scene
{
    test::FakeClock clock;
    test::FakeSignInDesk desk;
    test::FakeQuestions questions;
    ErrorPresenter presenter;
    SignInController controller{desk, clock};
    Result<ReadMail> mail{ErrorCode::MailHoldsNoCredentials};
    QByteArray lastMail;
    SignInFlow flow{controller, presenter, questions,
                      {[this](const QString& text) {
                           lastMail = text.toUtf8();
                           return mail;
                       },
                       [this](const QByteArray& bytes) {
                           lastMail = bytes;
                           return mail;
                       }}};
    explicit Scene(SignInStep step = SignInStep::Start)
    {
        flow.resize(1366, 700);
        flow.show();
        controller.start();
        controller.show(step);
        test::settle(&flow);
    }
    QWidget* page() { return flow.currentPage(); }
    template <typename T>
    T* find(const char* name)
    {
        return page()->findChild<T*>(QLatin1String(name));
    }
    QString bandText(const char* name)
    {
        auto* band = find<Band>(name);
        return band && band->isVisibleTo(page()) ? band->text() : QString();
    }
    QLineEdit* id() { return page()->findChild<CodeField*>(); }
    PasswordField* password() { return page()->findChild<PasswordField*>(); }
    void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    void signIn(const Result<SessionState>& answer)
    {
        desk.signInAnswer = answer;
        controller.signIn(QStringLiteral("shinjuku-0007"), SecretBuffer::fromText(QStringLiteral("kawa-to-yama")));
        test::settle(&flow);
    }
};

ReadMail firstMail()
{
    ReadMail mail;
    mail.loginId = QStringLiteral("shinjuku-0001");
    mail.temporaryPassword = SecretBuffer::fromText(QStringLiteral("Kx7m-Qw2p-9RtN-vB3d"));
    return mail;
}

void paste(QWidget* into, const QString& text)
{
    QGuiApplication::clipboard()->setText(text);
    QTest::keyClick(into, Qt::Key_V, Qt::ControlModifier);
}

QString shownTexts(QWidget* page)
{
    QStringList texts;
    for (const QLabel* label : page->findChildren<QLabel*>()) {
        if (label->isVisibleTo(page))
            texts.append(label->text());
    }
    for (const QAbstractButton* button : page->findChildren<QAbstractButton*>()) {
        if (button->isVisibleTo(page))
            texts.append(button->text());
    }
    for (const Band* band : page->findChildren<Band*>()) {
        if (band->isVisibleTo(page))
            texts.append(band->text());
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace

void TestSignInPages::theDoorsLeadOnByKeyboard()
{
    Scene s;
    s.flow.activateWindow();
    s.flow.currentPage()->entered();
    QTRY_VERIFY(QApplication::focusWidget());
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("doorSignIn"));
    s.key(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("doorFirst"));
    s.key(Qt::Key_Space);
    QCOMPARE(s.controller.step(), SignInStep::FirstSignIn);
}

void TestSignInPages::helpIsThatOfTheStep()
{
    Scene s(SignInStep::FirstSignIn);
    QCOMPARE(s.flow.helpId(), QStringLiteral("first-sign-in"));
    s.controller.show(SignInStep::Guide);
    QCOMPARE(s.flow.helpId(), QStringLiteral("trouble"));
}

void TestSignInPages::unsentWorkOfTheOfficeIsShownAndLeadsToItsOwner()
{
    Scene s;
    auto* panel = s.flow.findChild<ContactsPanel*>();
    QPushButton* owner = nullptr;
    for (QPushButton* button : panel->findChildren<QPushButton*>()) {
        if (button->text().contains(QStringLiteral("shinjuku-0007")))
            owner = button;
        QVERIFY(!button->text().contains(QStringLiteral("shinjuku-0002")));
    }
    QVERIFY(owner);
    QVERIFY(owner->text().contains(QLatin1Char('3')));
    owner->click();
    QCOMPARE(s.controller.step(), SignInStep::SignIn);
    QCOMPARE(s.id()->text(), QStringLiteral("shinjuku-0007"));
}

void TestSignInPages::signsInWithTheKeyboardAlone()
{
    Scene s(SignInStep::SignIn);
    QSignalSpy signedIn(&s.controller, &SignInController::signedIn);
    s.flow.activateWindow();
    s.id()->setFocus();
    s.type(QStringLiteral("shinjuku-0007"));
    s.key(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(s.password()->lineEdit()));
    s.type(QStringLiteral("kawa-to-yama-no-uta"));
    s.key(Qt::Key_Return);
    QTRY_COMPARE(signedIn.count(), 1);
    QCOMPARE(s.desk.signIns, QStringList{QStringLiteral("shinjuku-0007/kawa-to-yama-no-uta")});
}

void TestSignInPages::emptyFieldsAreToldOnlyAfterTheTry()
{
    Scene s(SignInStep::SignIn);
    auto* idField = s.find<FormField>("field_login_id");
    QVERIFY(!idField->problem());
    s.find<QPushButton>("signIn")->click();
    QVERIFY(idField->problem());
    QCOMPARE(s.desk.signIns.size(), 0);
    s.id()->setFocus();
    s.type(QStringLiteral("s"));
    QVERIFY(!idField->problem());
}

void TestSignInPages::leavingAnEmptyFieldBlamesNobody()
{
    Scene s(SignInStep::SignIn);
    s.flow.activateWindow();
    s.id()->setFocus();
    s.key(Qt::Key_Tab);
    QVERIFY(!s.find<FormField>("field_login_id")->problem());
}

void TestSignInPages::wrongCredentialsKeepTheIdAndNameAnAdministrator()
{
    Scene s(SignInStep::SignIn);
    s.id()->setText(QStringLiteral("shinjuku-0007"));
    s.password()->setText(QStringLiteral("wrong"));
    s.desk.signInAnswer = Error(ErrorCode::CredentialsInvalid);
    s.find<QPushButton>("signIn")->click();
    QTRY_VERIFY(!s.bandText("refused").isEmpty());
    const QString text = s.bandText("refused");
    QVERIFY2(text.contains(QStringLiteral("佐藤 花子")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("内線 2345")));
    QVERIFY2(text.contains(QStringLiteral("30")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("E-AUTH-001")));
    QCOMPARE(s.id()->text(), QStringLiteral("shinjuku-0007"));
    QVERIFY(s.password()->text().isEmpty());
}

void TestSignInPages::aLockedWindowOfTimeIsThePolicys()
{
    Scene s(SignInStep::SignIn);
    PolicyValues policy;
    policy.lockoutMinutes = 60;
    s.desk.policyValue = policy.toJson();
    s.signIn(Error(ErrorCode::CredentialsInvalid));
    QVERIFY(s.bandText("refused").contains(QStringLiteral("60")));
}

void TestSignInPages::theRefusalNamesNoAdministratorWhereNoneIsKnown()
{
    Scene s(SignInStep::SignIn);
    s.desk.memoryAnswer = OfficeMemory();
    s.controller.start();
    s.controller.show(SignInStep::SignIn);
    s.signIn(Error(ErrorCode::CredentialsInvalid));
    QVERIFY(!s.bandText("refused").isEmpty());
    QVERIFY(!s.bandText("refused").contains(QStringLiteral("佐藤")));
}

void TestSignInPages::returnThatConfirmsAConversionDoesNotSubmit()
{
    ImeGuard guard;
    qApp->installEventFilter(&guard);
    Scene s(SignInStep::ForgottenPassword);
    s.flow.activateWindow();
    auto* mail = s.find<FormField>("field_mail")->editor();
    s.id()->setText(QStringLiteral("shinjuku-0007"));
    mail->setFocus();
    QInputMethodEvent composing(QStringLiteral("さとう"), {});
    QApplication::sendEvent(mail, &composing);
    QInputMethodEvent commit;
    commit.setCommitString(QStringLiteral("a@b.jp"));
    QApplication::sendEvent(mail, &commit);
    QTest::keyClick(mail, Qt::Key_Return);
    QCOMPARE(s.desk.resets.size(), 0);
    qApp->removeEventFilter(&guard);
}

void TestSignInPages::theAdministratorsMailFillsBothFields()
{
    Scene s(SignInStep::FirstSignIn);
    s.mail = firstMail();
    s.desk.signInAnswer = SessionState::MustChangePassword;
    paste(s.find<QPlainTextEdit>("mail"), QStringLiteral("ユーザID：shinjuku-0001\n仮パスワード：Kx7m-Qw2p-9RtN-vB3d"));
    QCOMPARE(s.id()->text(), QStringLiteral("shinjuku-0001"));
    QCOMPARE(s.password()->text(), QStringLiteral("Kx7m-Qw2p-9RtN-vB3d"));
    QVERIFY(s.lastMail.contains("shinjuku-0001"));
    s.find<QPushButton>("signIn")->click();
    QTRY_COMPARE(s.controller.step(), SignInStep::NewPassword);
}

void TestSignInPages::theOrdinaryMailFocusesTheUserId()
{
    Scene s(SignInStep::FirstSignIn);
    s.flow.activateWindow();
    ReadMail mail = firstMail();
    mail.loginId.clear();
    s.mail = mail;
    paste(s.find<QPlainTextEdit>("mail"), QStringLiteral("仮パスワード：Kx7m-Qw2p-9RtN-vB3d"));
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(s.id()));
    QVERIFY2(s.bandText("read").contains(
                 QStringLiteral("ユーザIDはこのメールにはありません。所属の管理者から受け取ったIDを入力してください")),
             qPrintable(s.bandText("read")));
    QCOMPARE(s.password()->text(), QStringLiteral("Kx7m-Qw2p-9RtN-vB3d"));
}

void TestSignInPages::anUnsureReadingSaysSo()
{
    Scene s(SignInStep::FirstSignIn);
    ReadMail mail = firstMail();
    mail.isSure = false;
    s.mail = mail;
    paste(s.find<QPlainTextEdit>("mail"), QStringLiteral("shinjuku-0001 / Kx7m-Qw2p-9RtN-vB3d"));
    QCOMPARE(s.find<Band>("read")->kind(), Band::Kind::Warning);
}

void TestSignInPages::aMailWithoutCredentialsSaysSoAndKeepsTheText()
{
    Scene s(SignInStep::FirstSignIn);
    auto* box = s.find<QPlainTextEdit>("mail");
    paste(box, QStringLiteral("会議のお知らせ"));
    const auto problem = s.find<FormField>("field_mail_text")->problem();
    QVERIFY(problem);
    QCOMPARE(problem->code, QStringLiteral("E-AUTH-022"));
    QCOMPARE(box->toPlainText(), QStringLiteral("会議のお知らせ"));
    s.id()->setFocus();
    s.id()->setText(QStringLiteral("shinjuku-0001"));
    s.password()->setText(QStringLiteral("by-hand"));
    s.find<QPushButton>("signIn")->click();
    QTRY_COMPARE(s.desk.signIns, QStringList{QStringLiteral("shinjuku-0001/by-hand")});
}

void TestSignInPages::aMailFileIsReadAndAnUnreadableOneIsTold()
{
    Scene s(SignInStep::FirstSignIn);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("first.eml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Subject: test\r\n\r\nbody");
    file.close();
    s.questions.path = folder.filePath(QStringLiteral("missing.eml"));
    s.find<QPushButton>("openMail")->click();
    QCOMPARE(s.find<FormField>("field_mail_text")->problem()->code, QStringLiteral("E-INTK-005"));
    s.mail = firstMail();
    s.questions.path = path;
    s.find<QPushButton>("openMail")->click();
    QCOMPARE(s.lastMail, QByteArray("Subject: test\r\n\r\nbody"));
    QCOMPARE(s.id()->text(), QStringLiteral("shinjuku-0001"));
}

void TestSignInPages::whatWasReadIsMaskedAndNotKept()
{
    Scene s(SignInStep::FirstSignIn);
    s.mail = firstMail();
    auto* box = s.find<QPlainTextEdit>("mail");
    paste(box, QStringLiteral("ユーザID：shinjuku-0001 仮パスワード：Kx7m-Qw2p-9RtN-vB3d"));
    QVERIFY(box->toPlainText().isEmpty());
    const QString shown = shownTexts(s.page());
    QVERIFY(!shown.contains(QStringLiteral("Kx7m")));
    QVERIFY(!shown.contains(QStringLiteral("shinjuku-0001")));
    QVERIFY(shown.contains(QStringLiteral("sh•••••••••01")));
    QCOMPARE(s.password()->lineEdit()->echoMode(), QLineEdit::Password);
    s.controller.show(SignInStep::SignIn);
    s.controller.show(SignInStep::FirstSignIn);
    QVERIFY(s.password()->text().isEmpty());
}

void TestSignInPages::theForcedChangeKeepsWhatWasTypedThroughNetworkTrouble()
{
    Scene s(SignInStep::FirstSignIn);
    s.signIn(SessionState::MustChangePassword);
    QTRY_COMPARE(s.controller.step(), SignInStep::NewPassword);
    const auto fields = s.page()->findChildren<PasswordField*>();
    QCOMPARE(fields.size(), 2);
    for (PasswordField* field : fields)
        field->setText(QStringLiteral("tsukue-no-ue-ni-mikan7"));
    s.desk.changeAnswer = Error(ErrorCode::ConnectionTimedOut);
    s.find<QPushButton>("change")->click();
    QTRY_VERIFY(s.bandText("trouble").contains(QStringLiteral("E-NET-003")));
    QCOMPARE(fields.first()->text(), QStringLiteral("tsukue-no-ue-ni-mikan7"));
    s.desk.changeAnswer = SessionState::Online;
    QSignalSpy signedIn(&s.controller, &SignInController::signedIn);
    s.find<QPushButton>("change")->click();
    QTRY_COMPARE(signedIn.count(), 1);
}

void TestSignInPages::theForcedChangeTellsEveryReason()
{
    Scene s(SignInStep::FirstSignIn);
    s.signIn(SessionState::MustChangePassword);
    const auto fields = s.page()->findChildren<PasswordField*>();
    for (PasswordField* field : fields)
        field->setText(QStringLiteral("shinjuku-0007"));
    s.find<QPushButton>("change")->click();
    QCOMPARE(s.desk.changes.size(), 0);
    const auto problem = s.find<FormField>("field_new_password")->problem();
    QVERIFY(problem);
    QVERIFY(problem->message.contains(QLatin1Char('\n')));
    auto* rules = s.find<PasswordRuleList>("passwordRules");
    QVERIFY(rules->lines().size() >= 4);
    // What only the service knows is told at the same place.
    for (PasswordField* field : fields)
        field->setText(QStringLiteral("tsukue-no-ue-ni-mikan7"));
    s.desk.changeAnswer = Error(ErrorCode::PasswordReuse);
    s.find<QPushButton>("change")->click();
    QTRY_VERIFY(s.find<FormField>("field_new_password")->problem());
    QCOMPARE(s.find<FormField>("field_new_password")->problem()->code, QStringLiteral("E-AUTH-026"));
}

void TestSignInPages::fullWidthIsToldAndIsTheSame()
{
    Scene s(SignInStep::FirstSignIn);
    s.signIn(SessionState::MustChangePassword);
    const auto fields = s.page()->findChildren<PasswordField*>();
    const auto hint = [&fields] { return fields.first()->findChild<QLabel*>(); };
    fields.first()->setText(QStringLiteral("tsukue-no-ue-ni-mikan7"));
    QVERIFY(!hint()->isVisibleTo(s.page()));
    fields.first()->setText(QStringLiteral("ｔｓｕｋｕｅ－ｎｏ－ｕｅ－ｎｉ－ｍｉｋａｎ７"));
    QVERIFY(hint()->isVisibleTo(s.page()));
    QVERIFY(hint()->text().contains(QStringLiteral("全角")));
    // Told, and no reason to refuse: half width the second time is the same password.
    fields.last()->setText(QStringLiteral("tsukue-no-ue-ni-mikan7"));
    s.find<QPushButton>("change")->click();
    QTRY_COMPARE(s.desk.changes.size(), 1);
}

void TestSignInPages::twoDifferentEntriesAreTold()
{
    Scene s(SignInStep::FirstSignIn);
    s.signIn(SessionState::MustChangePassword);
    const auto fields = s.page()->findChildren<PasswordField*>();
    fields.first()->setText(QStringLiteral("tsukue-no-ue-ni-mikan7"));
    fields.last()->setText(QStringLiteral("tsukue-no-ue-ni-mikan8"));
    s.find<QPushButton>("change")->click();
    QCOMPARE(s.find<FormField>("field_repeat_password")->problem()->code, QStringLiteral("E-AUTH-017"));
    QCOMPARE(s.desk.changes.size(), 0);
}

void TestSignInPages::leavingTheChangeWipesTheFields()
{
    Scene s(SignInStep::FirstSignIn);
    s.signIn(SessionState::MustChangePassword);
    const auto fields = s.page()->findChildren<PasswordField*>();
    fields.first()->setText(QStringLiteral("tsukue-no-ue-ni-mikan7"));
    s.find<QPushButton>("cancel")->click();
    QCOMPARE(s.desk.abandons, 1);
    QVERIFY(fields.first()->text().isEmpty());
}

void TestSignInPages::everyTroubleSaysWhichAndWhom_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("whom");
    const auto row = [](ErrorCode code, const char16_t* title, const char16_t* whom) {
        QTest::newRow(Error(code).codeText().toLatin1().constData())
            << code << QString::fromUtf16(title) << QString::fromUtf16(whom);
    };
    row(ErrorCode::TemporaryPasswordExpired, u"仮パスワード", u"佐藤 花子");
    row(ErrorCode::AccountSuspended, u"停止", u"佐藤 花子");
    row(ErrorCode::InternalError, u"システムエラー", u"国保中央会ヘルプデスク");
    row(ErrorCode::Maintenance, u"メンテナンス", u"");
    row(ErrorCode::HostNotFound, u"DNS", u"情報担当");
    row(ErrorCode::ConnectionRefused, u"つながりません", u"情報担当");
    row(ErrorCode::ProxyUnreachable, u"プロキシ", u"情報担当");
    row(ErrorCode::TlsHostMismatch, u"証明書", u"情報担当");
    row(ErrorCode::CaptivePortal, u"別のもの", u"情報担当");
    row(ErrorCode::ClockBehindLastServiceTime, u"時計", u"情報担当");
    row(ErrorCode::StoreDamaged, u"データ", u"国保中央会ヘルプデスク");
}

void TestSignInPages::everyTroubleSaysWhichAndWhom()
{
    QFETCH(ErrorCode, code);
    QFETCH(QString, title);
    QFETCH(QString, whom);
    Scene s(SignInStep::SignIn);
    s.signIn(Error(code));
    QTRY_COMPARE(s.controller.step(), SignInStep::Trouble);
    QVERIFY2(s.flow.currentPage()->title().contains(title), qPrintable(s.flow.currentPage()->title()));
    const QString shown = shownTexts(s.page());
    QVERIFY2(shown.contains(whom), qPrintable(shown));
    QVERIFY(shown.contains(Error(code).codeText()));
}

void TestSignInPages::theTextForTheHelpdeskHoldsNoNamesAndNoSecrets()
{
    Scene s(SignInStep::SignIn);
    Error error(ErrorCode::InternalError, QStringLiteral("push failed"));
    error.requestId = QStringLiteral("7f3a-0192");
    s.signIn(error);
    const QString text = static_cast<TroublePage*>(s.flow.currentPage())->supportText();
    QVERIFY(text.contains(QStringLiteral("E-SRV-002")));
    QVERIFY(text.contains(QStringLiteral("7f3a-0192")));
    QVERIFY(text.contains(QStringLiteral("yoyo.example.lg.jp")));
    QVERIFY(!text.contains(QStringLiteral("shinjuku-0007")));
    QVERIFY(!text.contains(QStringLiteral("kawa-to-yama")));
    QVERIFY(!text.contains(QStringLiteral("佐藤")));
}

void TestSignInPages::theTextForTheHelpdeskIsSaved()
{
    Scene s(SignInStep::SignIn);
    s.signIn(Error(ErrorCode::InternalError));
    QTemporaryDir folder;
    s.questions.path = folder.filePath(QStringLiteral("error.txt"));
    for (QPushButton* button : s.page()->findChildren<QPushButton*>()) {
        if (button->text().contains(QStringLiteral("ファイルに保存")))
            button->click();
    }
    QFile file(s.questions.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("E-SRV-002"));
}

void TestSignInPages::maintenanceSaysUntilWhen()
{
    Scene s(SignInStep::SignIn);
    Error error(ErrorCode::Maintenance);
    error.params.insert(QStringLiteral("until"), instantText(s.clock.nowUtc().addSecs(5400)));
    s.signIn(error);
    QVERIFY2(shownTexts(s.page()).contains(QStringLiteral("11:30")), qPrintable(shownTexts(s.page())));
    QVERIFY(s.find<QLabel>("nextTry")->isVisibleTo(s.page()));
}

void TestSignInPages::aForgottenPasswordAsksForIdAndMail()
{
    Scene s(SignInStep::ForgottenPassword);
    s.find<QPushButton>("send")->click();
    QVERIFY(s.find<FormField>("field_login_id")->problem());
    QVERIFY(s.find<FormField>("field_mail")->problem());
    s.id()->setText(QStringLiteral("shinjuku-0007"));
    auto* mail = qobject_cast<QLineEdit*>(s.find<FormField>("field_mail")->editor());
    mail->setText(QStringLiteral("ｓｕｚｕｋｉ＠city.example.lg.jp"));
    s.find<QPushButton>("send")->click();
    QTRY_VERIFY(!s.bandText("answer").isEmpty());
    QCOMPARE(s.desk.resets, QStringList{QStringLiteral("shinjuku-0007/suzuki@city.example.lg.jp")});
    s.find<QPushButton>("toFirst")->click();
    QCOMPARE(s.controller.step(), SignInStep::FirstSignIn);
    QCOMPARE(s.id()->text(), QStringLiteral("shinjuku-0007"));
}

void TestSignInPages::aForgottenIdLeadsToTheAdministrators()
{
    Scene s(SignInStep::ForgottenId);
    QTRY_VERIFY(s.find<QLabel>("contacts")->text().contains(QStringLiteral("高橋 誠")));
}

void TestSignInPages::nobodyKnownLeadsToTheSuperior()
{
    Scene s;
    s.desk.memoryAnswer = OfficeMemory();
    s.controller.start();
    s.controller.show(SignInStep::ForgottenId);
    test::settle(&s.flow);
    QTRY_VERIFY(shownTexts(s.page()).contains(QStringLiteral("上司または情報担当に確認してください")));
    QVERIFY(shownTexts(s.page()).contains(QStringLiteral("唯一の管理者")));
}

void TestSignInPages::offlineIsToldWithItsReason()
{
    Scene s(SignInStep::SignIn);
    s.desk.notesValue = {Error(ErrorCode::ConnectionTimedOut)};
    s.signIn(SessionState::Offline);
    QTRY_COMPARE(s.controller.step(), SignInStep::Notes);
    const QString shown = shownTexts(s.page());
    QVERIFY(shown.contains(QStringLiteral("E-NET-003")));
    QSignalSpy signedIn(&s.controller, &SignInController::signedIn);
    s.find<QPushButton>("goOn")->click();
    QCOMPARE(signedIn.count(), 1);
}

void TestSignInPages::theServiceAddressIsCheckedBeforeItIsAsked()
{
    Scene s(SignInStep::Connect);
    auto* field = s.find<FormField>("field_address");
    auto* address = qobject_cast<QLineEdit*>(field->editor());
    address->setText(QStringLiteral("http://yoyo.example.lg.jp"));
    s.find<QPushButton>("connect")->click();
    QVERIFY(field->problem());
    QCOMPARE(field->problem()->code, QStringLiteral("E-NET-009"));
    QCOMPARE(s.desk.connects.size(), 0);
    address->setText(QStringLiteral("https://yoyo.example.lg.jp"));
    s.desk.connectAnswer = Error(ErrorCode::TlsUnknownCa);
    s.find<QPushButton>("connect")->click();
    QTRY_VERIFY(s.bandText("trouble").contains(QStringLiteral("E-NET-005")));
    QCOMPARE(address->text(), QStringLiteral("https://yoyo.example.lg.jp"));
}

void TestSignInPages::theLanguageSwitchKeepsWhatWasTyped()
{
    Scene s(SignInStep::SignIn);
    s.id()->setText(QStringLiteral("shinjuku-0007"));
    s.password()->setText(QStringLiteral("half-typed"));
    const QString before = s.flow.currentPage()->title();
    m_languages->setLanguage(QStringLiteral("en"));
    test::settle(&s.flow);
    QVERIFY(s.flow.currentPage()->title() != before);
    QCOMPARE(s.id()->text(), QStringLiteral("shinjuku-0007"));
    QCOMPARE(s.password()->text(), QStringLiteral("half-typed"));
}

void TestSignInPages::theLockAsksForThePasswordAndForgetsIt()
{
    ErrorPresenter presenter;
    LockPage page(presenter);
    page.setPerson(QStringLiteral("鈴木 一郎"), QStringLiteral("shinjuku-0007"), 3);
    page.show();
    QSignalSpy unlock(&page, &LockPage::unlockRequested);
    auto* password = page.findChild<PasswordField*>();
    page.findChild<QPushButton*>(QStringLiteral("unlock"))->click();
    QCOMPARE(unlock.count(), 0);
    password->setText(QStringLiteral("kawa-to-yama"));
    page.findChild<QPushButton*>(QStringLiteral("unlock"))->click();
    QCOMPARE(unlock.count(), 1);
    QVERIFY(password->text().isEmpty());
    page.showRefused(Error(ErrorCode::CredentialsInvalid));
    QVERIFY(page.findChild<FormField*>()->problem());
    QVERIFY(shownTexts(&page).contains(QLatin1Char('3')));
}

QTEST_MAIN(TestSignInPages)
#include "test_sign_in_pages.moc"
