// SPDX-License-Identifier: Apache-2.0
// One's own data and the later password change: checked field by field, saved on this PC also offline, nothing typed
// is lost, and no password stays in a field.
#include "tests/support/fake_clock.h"
#include "tests/support/fake_questions.h"
#include "tests/support/widget_test.h"
#include "tests/ui_signin/fake_own_data_desk.h"

#include "ui/signin/change_password_page.h"
#include "ui/signin/own_data_page.h"
#include "ui/widgets/band.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/password_field.h"

#include <QSignalSpy>

using namespace yoyo;

namespace {

struct Scene
{
    test::FakeClock clock;
    test::FakeOwnDataDesk desk;
    test::FakeQuestions questions;
    ErrorPresenter presenter;
    OwnDataPage page{desk, clock, presenter, questions};
    Scene()
    {
        page.resize(1150, 640);
        page.show();
    }
    void open()
    {
        page.entered();
        test::settle(&page);
    }
    FormField* field(const char* name) { return page.findChild<FormField*>(QStringLiteral("field_") + QLatin1String(name)); }
    QLineEdit* edit(const char* name) { return qobject_cast<QLineEdit*>(field(name)->editor()); }
    QPushButton* button(const char* name) { return page.findChild<QPushButton*>(QLatin1String(name)); }
};

SaveReceipt receipt()
{
    SaveReceipt r;
    r.ids = {QUuid::createUuid()};
    r.opIds = {QUuid::createUuid()};
    return r;
}

} // namespace

class TestOwnDataPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_languages = test::startUi(); }
    void init()
    {
        test::failOnWarnings();
        m_languages->setLanguage(QStringLiteral("ja"));
    }
    void showsWhatThePcKnows();
    void aFailedReadingOffersAnotherTry();
    void savesOnThisPcAndSaysSoOffline();
    void theFirstPullBringsTheRow();
    void aWrongMailIsToldAtItsField();
    void aRefusedSaveKeepsWhatWasTyped();
    void aRowThatArrivesDoesNotReplaceWhatIsTyped();
    void leavingUnsavedAsks();
    void afterTheFirstSignInTheDataAreConfirmed();
    void thePasswordIsChangedWithThePresentOne();
    void aWrongPresentPasswordIsToldAtItsField();
    void offlineThePasswordChangeSaysWhy();
    void everyControlHasAName();

private:
    LanguageSwitch* m_languages = nullptr;
};

void TestOwnDataPage::showsWhatThePcKnows()
{
    Scene s;
    s.open();
    QCOMPARE(s.edit("family_name")->text(), QStringLiteral("鈴木"));
    QCOMPARE(s.edit("mail")->text(), QStringLiteral("suzuki@city.example.lg.jp"));
    QVERIFY(!s.button("save")->isEnabled());
}

void TestOwnDataPage::aFailedReadingOffersAnotherTry()
{
    Scene s;
    s.desk.loadError = Error(ErrorCode::StoreBusy);
    s.open();
    auto* trouble = s.page.findChild<Band*>(QStringLiteral("trouble"));
    QVERIFY(trouble->isVisibleTo(&s.page));
    s.desk.loadError.reset();
    Q_EMIT trouble->activated();
    QTRY_COMPARE(s.edit("family_name")->text(), QStringLiteral("鈴木"));
    QVERIFY(!trouble->isVisibleTo(&s.page));
}

void TestOwnDataPage::savesOnThisPcAndSaysSoOffline()
{
    Scene s;
    s.desk.isOnlineValue = false;
    s.desk.saveAnswer = receipt();
    s.open();
    s.edit("department")->setText(QStringLiteral("保健予防課"));
    QVERIFY(s.button("save")->isEnabled());
    s.button("save")->click();
    QTRY_COMPARE(s.desk.saves.size(), 1);
    QCOMPARE(s.desk.saves.first().department, QStringLiteral("保健予防課"));
    QTRY_VERIFY(s.page.messages()->text().contains(QStringLiteral("つながったとき")));
    QVERIFY(!s.page.controller().isDirty());
}

void TestOwnDataPage::theFirstPullBringsTheRow()
{
    Scene s;
    s.desk.loadError = Error(ErrorCode::UserNotFound);
    QSignalSpy waiting(&s.page.controller(), &OwnDataController::waiting);
    s.page.entered();
    QTRY_COMPARE(waiting.count(), 1);
    QVERIFY(!s.page.findChild<Band*>(QStringLiteral("trouble"))->isVisibleTo(&s.page));
    s.desk.loadError.reset();
    Q_EMIT s.desk.changed();
    QTRY_COMPARE(s.edit("family_name")->text(), QStringLiteral("鈴木"));
}

void TestOwnDataPage::aWrongMailIsToldAtItsField()
{
    Scene s;
    s.open();
    s.edit("mail")->setText(QStringLiteral("suzuki@@city"));
    s.button("save")->click();
    QVERIFY(s.field("mail")->problem());
    QCOMPARE(s.field("mail")->problem()->code, QStringLiteral("E-USER-008"));
    QCOMPARE(s.desk.saves.size(), 0);
}

void TestOwnDataPage::aRefusedSaveKeepsWhatWasTyped()
{
    Scene s;
    s.open();
    s.desk.saveAnswer = Error(ErrorCode::DiskFull);
    s.edit("department")->setText(QStringLiteral("保健予防課"));
    s.button("save")->click();
    QTRY_COMPARE(s.desk.saves.size(), 1);
    QCOMPARE(s.edit("department")->text(), QStringLiteral("保健予防課"));
    QVERIFY(s.page.controller().isDirty());
    QTRY_VERIFY(s.page.findChild<ProblemSummary*>()->count() == 1);
}

void TestOwnDataPage::aRowThatArrivesDoesNotReplaceWhatIsTyped()
{
    Scene s;
    s.open();
    s.edit("phone")->setText(QStringLiteral("03-9999-0000"));
    s.desk.row.user.department = QStringLiteral("別の課");
    Q_EMIT s.desk.changed();
    test::settle(&s.page);
    QCOMPARE(s.edit("phone")->text(), QStringLiteral("03-9999-0000"));
    QCOMPARE(s.edit("department")->text(), QStringLiteral("健康推進課"));
    s.button("undo")->click();
    QTRY_COMPARE(s.edit("department")->text(), QStringLiteral("別の課"));
}

void TestOwnDataPage::leavingUnsavedAsks()
{
    Scene s;
    s.open();
    QVERIFY(s.page.mayLeave());
    QSignalSpy allowed(&s.page, &Page::leaveAllowed);
    s.edit("phone")->setText(QStringLiteral("03-9999-0000"));
    s.questions.answer = Answer::Refused;
    QVERIFY(!s.page.mayLeave());
    QCOMPARE(allowed.count(), 0);
    s.questions.answer = Answer::Alternative;
    QVERIFY(!s.page.mayLeave());
    QCOMPARE(allowed.count(), 1);
    QCOMPARE(s.edit("phone")->text(), QStringLiteral("03-1234-5678"));
}

void TestOwnDataPage::afterTheFirstSignInTheDataAreConfirmed()
{
    Scene s;
    QSignalSpy confirmed(&s.page, &OwnDataPage::confirmed);
    s.page.welcome();
    s.open();
    QVERIFY(s.button("save")->isEnabled());
    s.button("save")->click();
    QTRY_COMPARE(confirmed.count(), 1);
}

void TestOwnDataPage::thePasswordIsChangedWithThePresentOne()
{
    test::FakeOwnDataDesk desk;
    ErrorPresenter presenter;
    ChangePasswordPage page(desk, presenter);
    page.show();
    page.entered();
    test::settle(&page);
    QSignalSpy changed(&page, &ChangePasswordPage::changed);
    const auto fields = page.findChildren<PasswordField*>();
    QCOMPARE(fields.size(), 3);
    fields[0]->setText(QStringLiteral("kawa-to-yama-no-uta"));
    fields[1]->setText(QStringLiteral("tsukue-no-ue-ni-mikan7"));
    fields[2]->setText(QStringLiteral("ｔｓｕｋｕｅ-no-ue-ni-mikan7"));
    page.findChild<QPushButton*>(QStringLiteral("change"))->click();
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(desk.changes, QStringList{QStringLiteral("kawa-to-yama-no-uta/tsukue-no-ue-ni-mikan7")});
    for (const PasswordField* field : fields)
        QVERIFY(field->text().isEmpty());
}

void TestOwnDataPage::aWrongPresentPasswordIsToldAtItsField()
{
    test::FakeOwnDataDesk desk;
    ErrorPresenter presenter;
    ChangePasswordPage page(desk, presenter);
    page.show();
    page.entered();
    test::settle(&page);
    const auto fields = page.findChildren<PasswordField*>();
    fields[0]->setText(QStringLiteral("wrong"));
    fields[1]->setText(QStringLiteral("tsukue-no-ue-ni-mikan7"));
    fields[2]->setText(QStringLiteral("tsukue-no-ue-ni-mikan7"));
    desk.changeAnswer = Error(ErrorCode::CredentialsInvalid);
    page.findChild<QPushButton*>(QStringLiteral("change"))->click();
    QTRY_VERIFY(page.findChild<FormField*>(QStringLiteral("field_current_password"))->problem());
    QCOMPARE(fields[1]->text(), QStringLiteral("tsukue-no-ue-ni-mikan7"));
    QVERIFY(page.mayLeave());
    QVERIFY(fields[1]->text().isEmpty());
}

void TestOwnDataPage::offlineThePasswordChangeSaysWhy()
{
    test::FakeOwnDataDesk desk;
    desk.isOnlineValue = false;
    ErrorPresenter presenter;
    ChangePasswordPage page(desk, presenter);
    page.show();
    page.entered();
    QVERIFY(page.findChild<Band*>(QStringLiteral("offline"))->isVisibleTo(&page));
}

void TestOwnDataPage::everyControlHasAName()
{
    Scene s;
    s.page.welcome();
    s.open();
    for (const char* language : {"en", "ja"}) {
        m_languages->setLanguage(QLatin1String(language));
        test::settle(&s.page);
        QCOMPARE(test::namelessWidgets(&s.page), QStringList());
        for (const QString& text : test::cutTexts(&s.page))
        QFAIL(qPrintable(text));
        test::picture(&s.page, QStringLiteral("signin-own-data-") + QLatin1String(language));
    }
    ChangePasswordPage page(s.desk, s.presenter);
    page.resize(1150, 640);
    page.show();
    page.entered();
    test::settle(&page);
    QCOMPARE(test::namelessWidgets(&page), QStringList());
    QCOMPARE(test::cutTexts(&page), QStringList());
    test::picture(&page, QStringLiteral("signin-change-password-ja"));
}

QTEST_MAIN(TestOwnDataPage)
#include "test_own_data_page.moc"
