// SPDX-License-Identifier: Apache-2.0
// Errors of a form come when a field is left or on save, are said in words with a code, and lead to the field.
#include "tests/support/widget_test.h"

#include "ui/widgets/form_field.h"
#include "ui/widgets/page.h"

#include <QLabel>
#include <QSignalSpy>
#include <QVBoxLayout>

#include <algorithm>

using namespace yoyo;

class TestFormField : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_languages = test::startUi(); }
    void init() { test::failOnWarnings(); }
    void noErrorWhileTheFirstCharacterIsTyped();
    void errorWhenTheFieldIsLeft();
    void theCodeOfAnErrorOpensItsHelp();
    void typingOnlyTakesAnErrorAway();
    void errorsOfASaveGoToTheirFieldsAndTheSummary();
    void summaryLinesFocusTheField();
    void errorsWithoutAFieldAreShownInTheSummary();
    void screenReadersHearLabelNeedAndError();
    void languageSwitchKeepsTheFormAndChangesTheWords();

private:
    LanguageSwitch* m_languages = nullptr;
};

namespace {

struct Form
{
    QWidget window;
    ErrorPresenter presenter;
    ProblemSummary* summary;
    FormFields fields;
    QLineEdit* mail;
    QLineEdit* name;
    FormField* mailField;
    FormField* nameField;

    Form()
        : summary(new ProblemSummary(&window)), fields(presenter, summary), mail(new QLineEdit), name(new QLineEdit),
          mailField(new FormField(QStringLiteral("mail"), mail, &window)),
          nameField(new FormField(QStringLiteral("family_name"), name, &window))
    {
        auto* column = new QVBoxLayout(&window);
        column->addWidget(summary);
        column->addWidget(mailField);
        column->addWidget(nameField);
        fields.add(mailField);
        fields.add(nameField);
        mailField->setLabel(QStringLiteral("メール"));
        mailField->setNeed(FormField::Need::Required);
        mailField->setSupport(QStringLiteral("例：hanako@city.example.jp"));
        nameField->setLabel(QStringLiteral("姓"));
        mailField->setCheck([this]() -> std::optional<Presented> {
            if (mail->text().contains(QLatin1Char('@')))
                return std::nullopt;
            return presenter.present(Error(ErrorCode::MailRequired));
        });
        window.show();
        mail->setFocus();
    }
};

} // namespace

void TestFormField::noErrorWhileTheFirstCharacterIsTyped()
{
    Form form;
    QTest::keyClicks(form.mail, QStringLiteral("h"));
    QVERIFY(!form.mailField->problem());
}

void TestFormField::errorWhenTheFieldIsLeft()
{
    Form form;
    QVERIFY(QTest::qWaitForWindowActive(&form.window));
    QTest::keyClicks(form.mail, QStringLiteral("h"));
    QTest::keyClick(form.mail, Qt::Key_Tab);
    QVERIFY(form.mailField->problem());
    QCOMPARE(form.mailField->problem()->code, QStringLiteral("E-USER-007"));
    QCOMPARE(QApplication::focusWidget(), form.name);
    test::picture(&form.window, QStringLiteral("kit_form_error"));
}

void TestFormField::theCodeOfAnErrorOpensItsHelp()
{
    Page page(QStringLiteral("form"), Page::Body::Fixed);
    Form form;
    form.window.setParent(&page);
    page.resize(600, 400);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    form.window.setGeometry(0, 0, 600, 300);
    form.window.show();
    form.mailField->check();
    QSignalSpy asked(&page, &Page::helpRequested);
    const auto labels = form.mailField->findChildren<QLabel*>();
    const auto found = std::ranges::find_if(labels, [](const QLabel* l) { return l->text().contains(QStringLiteral("href")); });
    QVERIFY(found != labels.end());
    QLabel* label = *found;
    // By mouse: the press leaves the editor, which checks itself again.
    for (int x = label->width() - 2; x > 0 && asked.isEmpty(); x -= 6) {
        form.mail->setFocus();
        QTest::mouseClick(label, Qt::LeftButton, {}, QPoint(x, label->height() - 8));
    }
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), QStringLiteral("e-user-007"));
    form.window.setParent(nullptr);
}

void TestFormField::typingOnlyTakesAnErrorAway()
{
    Form form;
    form.mailField->check();
    QVERIFY(form.mailField->problem());
    QTest::keyClicks(form.mail, QStringLiteral("a"));
    QVERIFY(form.mailField->problem());
    QTest::keyClicks(form.mail, QStringLiteral("@"));
    QVERIFY(!form.mailField->problem());
}

void TestFormField::errorsOfASaveGoToTheirFieldsAndTheSummary()
{
    Form form;
    form.fields.showErrors({Error(ErrorCode::MailRequired, {}, {}, QStringLiteral("mail")),
                            Error(ErrorCode::NameRequired, {}, {}, QStringLiteral("family_name"))});
    QVERIFY(form.mailField->problem());
    QVERIFY(form.nameField->problem());
    QCOMPARE(form.summary->count(), 2);
    QVERIFY(form.summary->isVisible());
    form.fields.clear();
    QVERIFY(!form.summary->isVisible());
    QVERIFY(!form.nameField->problem());
}

void TestFormField::summaryLinesFocusTheField()
{
    Form form;
    QVERIFY(QTest::qWaitForWindowActive(&form.window));
    form.fields.showErrors({Error(ErrorCode::MailRequired, {}, {}, QStringLiteral("mail")),
                            Error(ErrorCode::NameRequired, {}, {}, QStringLiteral("family_name"))});
    QCOMPARE(QApplication::focusWidget(), form.mail);
    const auto links = form.summary->findChildren<QPushButton*>();
    QCOMPARE(links.size(), 2);
    links.last()->click();
    QCOMPARE(QApplication::focusWidget(), form.name);
}

void TestFormField::errorsWithoutAFieldAreShownInTheSummary()
{
    Form form;
    form.fields.showErrors({Error(ErrorCode::DiskFull)});
    QCOMPARE(form.summary->count(), 1);
    bool hasCode = false;
    for (const QLabel* label : form.summary->findChildren<QLabel*>())
        hasCode = hasCode || label->text().contains(QStringLiteral("E-STOR-004"));
    QVERIFY(hasCode);
}

void TestFormField::screenReadersHearLabelNeedAndError()
{
    Form form;
    QCOMPARE(form.mail->accessibleName(), QStringLiteral("メール 必須"));
    form.mailField->check();
    QVERIFY(form.mail->accessibleDescription().contains(form.mailField->problem()->message));
    QCOMPARE(test::namelessWidgets(&form.window), QStringList());
    form.mailField->showProblem(form.presenter.present(
        Error(ErrorCode::PasswordTooShort, {}, {{QStringLiteral("minimum"), 15}})));
    QVERIFY(form.mail->accessibleDescription().contains(QStringLiteral("15")));
}

void TestFormField::languageSwitchKeepsTheFormAndChangesTheWords()
{
    Form form;
    form.mail->setText(QStringLiteral("typed"));
    m_languages->setLanguage(QStringLiteral("en"));
    test::settle(&form.window);
    QCOMPARE(form.mail->accessibleName(), QStringLiteral("メール Required"));
    QCOMPARE(form.mail->text(), QStringLiteral("typed"));
    m_languages->setLanguage(QStringLiteral("ja"));
    test::settle(&form.window);
    QCOMPARE(form.mail->accessibleName(), QStringLiteral("メール 必須"));
}

QTEST_MAIN(TestFormField)
#include "test_form_field.moc"
