// SPDX-License-Identifier: Apache-2.0
// The form of a user: what it proposes, when it speaks, and that nothing typed is lost.
#include "ui/users/user_form.h"

#include "tests/support/widget_test.h"
#include "ui/widgets/code_field.h"
#include "ui/widgets/date_field.h"

#include <QTest>

using namespace yoyo;
using namespace yoyo::test;

class TestUserForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { startUi(); }
    void init() { failOnWarnings(); }
    void newUserIsStaffFromToday();
    void speaksWhenAFieldIsLeftNotWhileTyping();
    void anotherMailDomainIsWarnedOfNotRefused();
    void readsTheMailBackLarge();
    void understandsJapaneseYears();
    void keepsTypedWorkWhenTheRowChangesElsewhere();
    void undoGoesBackOverTheFields();
    void registeredUserKeepsTheId();
    void nobodySuspendsOneself();
    void everyControlHasAName();

private:
    struct Stage
    {
        ErrorPresenter errors;
        ScreenContext context;
        std::unique_ptr<UserForm> form;
        Stage()
        {
            ScreenFacts facts;
            facts.role = Role::Administrator;
            facts.today = QDate(2026, 11, 22);
            facts.userId = QUuid::createUuidV5(QUuid(), QStringLiteral("me"));
            facts.isOnline = true;
            context.set(facts);
            form = std::make_unique<UserForm>(errors, context);
            form->resize(1146, 700);
            form->show();
            form->setMailDomains({QStringLiteral("city.example.jp")});
        }
        QLineEdit* line(const char* field) const
        {
            return qobject_cast<QLineEdit*>(form->field(QString::fromLatin1(field))->editor());
        }
        void leave(const char* field) const
        {
            QFocusEvent out(QEvent::FocusOut, Qt::TabFocusReason);
            QWidget* editor = form->field(QString::fromLatin1(field))->editor();
            QApplication::sendEvent(editor->focusProxy() ? editor->focusProxy() : editor, &out);
        }
    };
    static UserRow row()
    {
        UserRow out;
        User& user = out.user;
        user.id = QUuid::createUuidV5(QUuid(), QStringLiteral("somebody"));
        user.loginId = QStringLiteral("shinjuku-0009");
        user.familyName = QStringLiteral("見本");
        user.givenName = QStringLiteral("花子");
        user.familyKana = QStringLiteral("ミホン");
        user.givenKana = QStringLiteral("ハナコ");
        user.department = QStringLiteral("健康推進課");
        user.mail = QStringLiteral("a@city.example.jp");
        user.credentialState = CredentialState::InUse;
        out.seen.entity = Entity::User;
        out.seen.id = user.id;
        out.seen.ver = 3;
        out.seen.fields = toFields(user);
        return out;
    }
};

void TestUserForm::newUserIsStaffFromToday()
{
    Stage stage;
    stage.form->startNew();
    QCOMPARE(stage.form->user().role, Role::Staff);
    QCOMPARE(stage.form->user().validFrom, QDate(2026, 11, 22));
    QVERIFY(!stage.form->isChanged());
}

void TestUserForm::speaksWhenAFieldIsLeftNotWhileTyping()
{
    Stage stage;
    stage.form->startNew();
    stage.line("login_id")->setText(QStringLiteral("ab"));
    QVERIFY(!stage.form->field(QStringLiteral("login_id"))->problem());
    stage.leave("login_id");
    QVERIFY(stage.form->field(QStringLiteral("login_id"))->problem());
    QCOMPARE(stage.form->field(QStringLiteral("login_id"))->problem()->code, QStringLiteral("E-USER-002"));
    // Typing can only take it away.
    stage.line("login_id")->setText(QStringLiteral("office-0101"));
    QVERIFY(!stage.form->field(QStringLiteral("login_id"))->problem());
    QVERIFY(!stage.form->check());
    QVERIFY(stage.form->field(QStringLiteral("family_name"))->problem());
}

void TestUserForm::anotherMailDomainIsWarnedOfNotRefused()
{
    Stage stage;
    stage.form->startEdit(row());
    stage.line("mail")->setText(QStringLiteral("a@elsewhere.example"));
    QVERIFY(stage.form->check());
    QCOMPARE(stage.form->warnings().size(), 1);
    QCOMPARE(stage.form->warnings().first().code, ErrorCode::MailOtherDomain);
    stage.leave("mail");
    QVERIFY(stage.form->field(QStringLiteral("mail"))->problem()->isConfirm);
}

void TestUserForm::readsTheMailBackLarge()
{
    Stage stage;
    stage.form->startEdit(row());
    stage.line("mail")->setText(QStringLiteral("b@city.example.jp"));
    const auto labels = stage.form->findChildren<QLabel*>();
    const auto large = std::ranges::find_if(labels, [](const QLabel* label) {
        return label->text() == QLatin1String("b@city.example.jp");
    });
    QVERIFY(large != labels.end());
    QVERIFY((*large)->font().pointSizeF() > stage.line("mail")->font().pointSizeF());
}

void TestUserForm::understandsJapaneseYears()
{
    Stage stage;
    stage.form->startEdit(row());
    auto* day = qobject_cast<DateField*>(stage.form->field(QStringLiteral("valid_to"))->editor());
    day->lineEdit()->setText(QStringLiteral("令和9年3月31日"));
    QCOMPARE(stage.form->user().validTo, QDate(2027, 3, 31));
    day->lineEdit()->setText(QStringLiteral("そのうち"));
    QVERIFY(!stage.form->check());
    QCOMPARE(stage.form->field(QStringLiteral("valid_to"))->problem()->code, QStringLiteral("E-CODE-007"));
}

void TestUserForm::keepsTypedWorkWhenTheRowChangesElsewhere()
{
    Stage stage;
    stage.form->startEdit(row());
    stage.line("family_name")->setText(QStringLiteral("架空"));
    UserRow moved = row();
    moved.user.state = UserState::Suspended;
    moved.status = UserStatus::Suspended;
    moved.seen.ver = 4;
    moved.seen.fields = toFields(moved.user);
    stage.form->refreshAccount(moved);
    QCOMPARE(stage.form->user().familyName, QStringLiteral("架空"));
    // What somebody else changed is not sent back as ours.
    QCOMPARE(stage.form->user().state, UserState::Active);
    QCOMPARE(stage.form->row()->seen.ver, 3);
}

void TestUserForm::undoGoesBackOverTheFields()
{
    Stage stage;
    stage.form->startEdit(row());
    stage.line("family_name")->setText(QStringLiteral("架空"));
    stage.leave("family_name");
    stage.line("phone")->setText(QStringLiteral("1234"));
    stage.leave("phone");
    QVERIFY(stage.form->undo().undo());
    QCOMPARE(stage.form->user().phone, QString());
    QVERIFY(stage.form->undo().undo());
    QCOMPARE(stage.form->user().familyName, QStringLiteral("見本"));
    QVERIFY(!stage.form->undo().undo());
}

void TestUserForm::registeredUserKeepsTheId()
{
    Stage stage;
    stage.form->startEdit(row());
    QVERIFY(stage.line("login_id")->isReadOnly());
    stage.form->startNew();
    QVERIFY(!stage.line("login_id")->isReadOnly());
}

void TestUserForm::nobodySuspendsOneself()
{
    Stage stage;
    UserRow own = row();
    own.isOwn = true;
    stage.form->startEdit(own);
    const auto buttons = stage.form->findChildren<QPushButton*>();
    const auto suspend = std::ranges::find_if(buttons, [](const QPushButton* b) { return b->text() == QStringLiteral("利用を停止…"); });
    QVERIFY(suspend != buttons.end());
    QVERIFY(!(*suspend)->isEnabled());
    QVERIFY(!(*suspend)->toolTip().isEmpty());
}

void TestUserForm::everyControlHasAName()
{
    Stage stage;
    stage.form->startEdit(row());
    settle(stage.form.get());
    QCOMPARE(namelessWidgets(stage.form.get()), QStringList());
}

QTEST_MAIN(TestUserForm)
#include "test_user_form.moc"
