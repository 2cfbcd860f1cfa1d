// SPDX-License-Identifier: Apache-2.0
// User management as an administrator uses it, over the real services and a real store.
#include "ui/users/users_page.h"

#include "tests/support/fake_office.h"
#include "tests/support/fake_questions.h"
#include "tests/support/widget_test.h"
#include "ui/users/notice_page.h"
#include "ui/users/user_form.h"
#include "ui/users/user_import_page.h"
#include "ui/users/user_list_page.h"
#include "ui/users/user_sheet.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/code_field.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/list_panel.h"
#include "ui/widgets/message_line.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QTableView>
#include <QTest>

using namespace yoyo;
using namespace yoyo::test;

namespace {

struct Stage
{
    FakeOffice office;
    QList<User> people = office.seedUsers();
    ErrorPresenter errors;
    FakeQuestions questions;
    TransientViewMemory memory;
    ScreenContext context;
    QList<SheetTable> written;
    QStringList opened;
    std::unique_ptr<UsersPage> page;

    explicit Stage(bool isOnline = true)
    {
        ScreenFacts facts;
        facts.userId = people.first().id;
        facts.userName = people.first().fullName();
        facts.role = Role::Administrator;
        facts.officeName = QStringLiteral("新宿区");
        facts.isOnline = isOnline;
        facts.today = QDate(2026, 11, 22);
        context.set(facts);
        UsersParts parts{*office.users, *office.direct, *office.work, errors, questions, memory, context, office.clock,
                         [this](const QString&, const SheetTable& table) {
                             written.append(table);
                             return Result<void>();
                         },
                         [this](const QString& path) {
                             opened.append(path);
                             return true;
                         }};
        page = std::make_unique<UsersPage>(parts);
        page->resize(1146, 700);
        page->show();
        page->entered();
        waitForRows(int(people.size()));
    }
    QAbstractItemModel* model() const { return page->listPage()->tableView()->model(); }
    void waitForRows(int count) { QTRY_COMPARE(model()->rowCount(), count); }
    void choose(const QList<int>& people_)
    {
        QTableView* table = page->listPage()->tableView();
        table->clearSelection();
        for (const int i : people_)
            table->selectionModel()->select(model()->index(i, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        table->selectionModel()->setCurrentIndex(model()->index(people_.first(), 0), QItemSelectionModel::NoUpdate);
        settle(table);
    }
    QString said() const { return page->listPage()->messages()->text(); }
    QAction* action(const char* id) const { return page->listPage()->action(QString::fromLatin1(id)); }
    QString cell(int row, int column) const { return model()->index(row, column).data().toString(); }
    User stored(int i) { return await(office.users->get(people.at(i).id))->user; }
    void type(const char* field, const QString& text)
    {
        QWidget* editor = page->form()->field(QString::fromLatin1(field))->editor();
        if (auto* combo = qobject_cast<QComboBox*>(editor))
            combo->setEditText(text);
        else
            qobject_cast<QLineEdit*>(editor)->setText(text);
    }
    PasswordDialog* passwordDialog() const { return page->findChild<PasswordDialog*>(); }
};

} // namespace

class TestUsersPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_languages = startUi(); }
    void init() { failOnWarnings(); }
    void listSaysEveryState();
    void searchAndFiltersNarrowTheList();
    void registeringOfflineSaysSavedHereAndNotSent();
    void refusedFieldKeepsTheForm();
    void suspendingAsksWithCountAndSaysWhenItIsNotYetSo();
    void theLastAdministratorIsExplained();
    void onlineOnlyActionsAreOffOffline();
    void resetTellsWhatHappensAndShowsNoPassword();
    void passwordIsAskedBeforeAChangeComesIntoForce();
    void noticeWaitsForTheCentreAndIsMarked();
    void leavingTypedWorkIsAskedFor();
    void changeThatWasNotSentCanBeTakenBack();
    void csvHasTheColumnsOfUser1();
    void dryRunChangesNothingAndMissingRowsSuspendNobody();
    void languageChangesWhileRunning();
    void everythingFitsAndHasAName();

private:
    LanguageSwitch* m_languages = nullptr;
};

void TestUsersPage::listSaysEveryState()
{
    Stage stage;
    QAbstractItemModelTester tester(stage.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QStringList states;
    for (int i = 0; i < stage.people.size(); ++i)
        states << stage.cell(i, UserTable::Status);
    QCOMPARE(states, (QStringList{QStringLiteral("利用中"), QStringLiteral("利用中"), QStringLiteral("仮パスワード送信済み（期限 11月27日）"),
                                  QStringLiteral("期限切れ"), QStringLiteral("メール不達"), QStringLiteral("ロック中"),
                                  QStringLiteral("停止")}));
    QVERIFY(stage.model()->index(5, UserTable::Status).data(yoyo::BadgeRole).isValid());
    QVERIFY(stage.cell(0, UserTable::Name).contains(QStringLiteral("自分")));
}

void TestUsersPage::searchAndFiltersNarrowTheList()
{
    Stage stage;
    QLineEdit* search = stage.page->listPage()->panel()->searchField();
    search->setText(QStringLiteral("かくう"));
    QTest::keyClick(search, Qt::Key_Return);
    stage.waitForRows(1);
    QVERIFY(stage.page->listPage()->panel()->countLine().contains(QStringLiteral("かくう")));
    search->clear();
    QTest::keyClick(search, Qt::Key_Return);
    stage.waitForRows(7);
    auto* combos = stage.page->listPage()->findChildren<QComboBox*>().at(2);
    combos->setCurrentIndex(1);
    stage.waitForRows(3);
}

void TestUsersPage::registeringOfflineSaysSavedHereAndNotSent()
{
    Stage stage(false);
    stage.action("register")->trigger();
    QVERIFY(stage.page->form()->isVisible());
    const User user = stage.office.makeUser(QStringLiteral("shinjuku-0020"), QStringLiteral("新規"), QStringLiteral("八重"),
                                            QStringLiteral("シンキ"), QStringLiteral("ヤエ"));
    stage.type("login_id", user.loginId);
    stage.type("family_name", user.familyName);
    stage.type("given_name", user.givenName);
    stage.type("family_kana", QStringLiteral("しんき"));
    stage.type("given_kana", user.givenKana);
    stage.type("department", user.department);
    stage.type("mail", user.mail);
    Q_EMIT stage.page->form()->saveRequested();
    stage.waitForRows(8);
    QVERIFY(stage.page->listPage()->isVisible());
    QVERIFY2(stage.said().contains(QStringLiteral("このPCに保存")), qPrintable(stage.said()));
    const int row = 7;
    QCOMPARE(stage.cell(row, UserTable::LoginId), QStringLiteral("shinjuku-0020"));
    QCOMPARE(stage.cell(row, UserTable::Kana), QStringLiteral("シンキ　ヤエ"));
    QCOMPARE(stage.cell(row, UserTable::Status), QStringLiteral("中央で未登録"));
    QCOMPARE(stage.cell(row, UserTable::Badge), QStringLiteral("未反映"));
}

void TestUsersPage::refusedFieldKeepsTheForm()
{
    Stage stage;
    stage.action("register")->trigger();
    stage.type("login_id", QStringLiteral("shinjuku-0002"));
    Q_EMIT stage.page->form()->saveRequested();
    QVERIFY(stage.page->form()->isVisible());
    QVERIFY(stage.page->form()->field(QStringLiteral("mail"))->problem());
    stage.type("family_name", QStringLiteral("新規"));
    stage.type("given_name", QStringLiteral("八重"));
    stage.type("family_kana", QStringLiteral("シンキ"));
    stage.type("given_kana", QStringLiteral("ヤエ"));
    stage.type("department", QStringLiteral("健康推進課"));
    stage.type("mail", QStringLiteral("x@city.example.jp"));
    Q_EMIT stage.page->form()->saveRequested();
    // Taken by a colleague: only the store knows.
    QTRY_VERIFY(stage.page->form()->field(QStringLiteral("login_id"))->problem());
    QCOMPARE(stage.page->form()->field(QStringLiteral("login_id"))->problem()->code, QStringLiteral("E-USER-001"));
    QCOMPARE(stage.page->form()->user().familyName, QStringLiteral("新規"));
}

void TestUsersPage::suspendingAsksWithCountAndSaysWhenItIsNotYetSo()
{
    Stage stage(false);
    stage.choose({2, 3, 4});
    stage.action("suspend")->trigger();
    QCOMPARE(stage.questions.asked.size(), 1);
    const Question& question = stage.questions.asked.first();
    QCOMPARE(question.title, QStringLiteral("3 人の利用を停止します"));
    QVERIFY(question.consequence.contains(QStringLiteral("まだ停止されていません")));
    QCOMPARE(question.kind, Question::Kind::Destructive);
    QCOMPARE(question.details.size(), 3);
    QTRY_COMPARE(stage.stored(2).state, UserState::Suspended);
    QTRY_COMPARE(stage.cell(2, UserTable::Badge), QStringLiteral("未反映"));
}

void TestUsersPage::theLastAdministratorIsExplained()
{
    Stage stage;
    stage.choose({0, 1});
    stage.action("suspend")->trigger();
    QTRY_VERIFY(!stage.said().isEmpty());
    QVERIFY2(stage.said().contains(QStringLiteral("E-USER-01")), qPrintable(stage.said()));
    QCOMPARE(stage.stored(1).state, UserState::Active);
}

void TestUsersPage::onlineOnlyActionsAreOffOffline()
{
    Stage stage(false);
    stage.choose({5});
    QVERIFY(!stage.action("resend")->isEnabled());
    QVERIFY(!stage.action("unlock")->isEnabled());
    QVERIFY(!stage.action("end_sessions")->isEnabled());
    ScreenFacts facts = stage.context.facts();
    facts.isOnline = true;
    stage.context.set(facts);
    QVERIFY(stage.action("resend")->isEnabled());
    QVERIFY(stage.action("unlock")->isEnabled());
}

void TestUsersPage::resetTellsWhatHappensAndShowsNoPassword()
{
    Stage stage;
    stage.choose({2, 3});
    stage.action("resend")->trigger();
    const Question& question = stage.questions.asked.first();
    QVERIFY(question.title.contains(QStringLiteral("2 人")));
    QVERIFY(question.consequence.contains(QStringLiteral("管理者にも表示されません")));
    QVERIFY(question.details.first().contains(QStringLiteral("@city.example.jp")));
    QTRY_COMPARE(stage.office.central.calls, (QStringList{QStringLiteral("reset"), QStringLiteral("reset")}));
    QTRY_VERIFY(stage.said().contains(QStringLiteral("2 人に仮パスワードを送りました")));
}

void TestUsersPage::passwordIsAskedBeforeAChangeComesIntoForce()
{
    Stage stage;
    stage.choose({2});
    stage.action("suspend")->trigger();
    QTRY_VERIFY(stage.passwordDialog());
    Q_EMIT stage.passwordDialog()->passwordEntered(QStringLiteral("a wrong one"));
    QTRY_VERIFY(stage.passwordDialog()->findChild<FormField*>()->problem());
    Q_EMIT stage.passwordDialog()->passwordEntered(stage.office.workplace.password);
    QTRY_VERIFY(stage.said().contains(QStringLiteral("1 件の変更を送信しています")));
    QTRY_COMPARE(stage.cell(2, UserTable::Badge), QStringLiteral("未送信"));
}

void TestUsersPage::noticeWaitsForTheCentreAndIsMarked()
{
    Stage stage;
    const User fresh = stage.office.makeUser(QStringLiteral("shinjuku-0020"), QStringLiteral("新規"), QStringLiteral("八重"),
                                             QStringLiteral("シンキ"), QStringLiteral("ヤエ"));
    QVERIFY(await(stage.office.users->registerUser(fresh)).isOk());
    stage.waitForRows(8);
    stage.choose({2, 7});
    stage.action("notice")->trigger();
    NoticePage* notice = stage.page->noticePage();
    QTRY_VERIFY(notice->isVisible());
    QCOMPARE(notice->users().size(), 1);
    QCOMPARE(notice->users().first().loginId, QStringLiteral("shinjuku-0003"));
    QTemporaryDir folder;
    stage.questions.path = folder.filePath(QStringLiteral("out.pdf"));
    Q_EMIT notice->pdfRequested();
    QVERIFY(QFile::exists(stage.questions.path));
    QVERIFY(!stage.questions.files.first().suggestedName.contains(QStringLiteral("shinjuku-0003")));
    Q_EMIT notice->copyRequested(QStringLiteral("body"));
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("shinjuku-0003")));
    Q_EMIT notice->mailOpenRequested();
    QCOMPARE(stage.opened.size(), 1);
    QVERIFY(QFile::exists(stage.opened.first()));
    Q_EMIT notice->markRequested();
    QTRY_COMPARE(stage.stored(2).noticeOn, QDate(2026, 11, 22));
    QCOMPARE(stage.stored(2).noticeMethod, QStringLiteral("mail"));
    Q_EMIT notice->closeRequested();
    // The draft holds an ID: it goes with the page.
    QVERIFY(!QFile::exists(stage.opened.first()));
}

void TestUsersPage::leavingTypedWorkIsAskedFor()
{
    Stage stage;
    stage.page->open(stage.people.at(2).id.toString());
    QTRY_VERIFY(stage.page->form()->isVisible());
    QVERIFY(stage.page->mayLeave());
    stage.type("phone", QStringLiteral("4321"));
    stage.questions.answer = Answer::Refused;
    QVERIFY(!stage.page->mayLeave());
    QVERIFY(stage.page->form()->isVisible());
    QCOMPARE(stage.page->form()->user().phone, QStringLiteral("4321"));
    stage.questions.answer = Answer::Accepted;
    QVERIFY(!stage.page->mayLeave());
    QVERIFY(stage.page->listPage()->isVisible());
}

void TestUsersPage::changeThatWasNotSentCanBeTakenBack()
{
    Stage stage(false);
    stage.choose({2});
    stage.action("suspend")->trigger();
    QTRY_COMPARE(stage.cell(2, UserTable::Badge), QStringLiteral("未反映"));
    stage.choose({2});
    QTRY_VERIFY(stage.action("withdraw")->isEnabled());
    stage.action("withdraw")->trigger();
    QTRY_COMPARE(stage.stored(2).state, UserState::Active);
    QTRY_COMPARE(stage.cell(2, UserTable::Badge), QString());
}

void TestUsersPage::csvHasTheColumnsOfUser1()
{
    Stage stage;
    stage.questions.path = QStringLiteral("somewhere.csv");
    stage.action("csv")->trigger();
    QTRY_COMPARE(stage.written.size(), 1);
    const SheetTable& table = stage.written.first();
    QCOMPARE(table.headers.join(QLatin1Char(',')),
             QStringLiteral("変更区分,ユーザID,姓,名,セイ,メイ,所属,職員番号,メールアドレス,電話,権限,開始日,終了日,備考"));
    QCOMPARE(table.rows.size(), 7);
    QCOMPARE(table.rows.first().first(), QStringLiteral("2"));
    QCOMPARE(table.rows.at(4).at(10), QStringLiteral("閲覧"));
}

void TestUsersPage::dryRunChangesNothingAndMissingRowsSuspendNobody()
{
    Stage stage(false);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("user1.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QStringLiteral("変更区分,ユーザID,姓,名,セイ,メイ,所属,職員番号,メールアドレス,電話,権限,開始日,終了日,備考\r\n"
                              "1,shinjuku-0030,新規,八重,シンキ,ヤエ,健康推進課,,n@city.example.jp,,一般,2026-12-01,,\r\n"
                              "2,shinjuku-0003,試験,一郎,シケン,イチロウ,こども家庭センター,,,,,,,\r\n"
                              "3,shinjuku-0004,,,,,,,,,,,,\r\n"
                              "1,x,,,,,,,,,,,,\r\n")
                   .toUtf8());
    file.close();
    stage.action("import")->trigger();
    stage.questions.path = path;
    Q_EMIT stage.page->importPage()->chooseRequested();
    QTRY_VERIFY(stage.page->importPage()->report().has_value());
    const UserImportReport report = *stage.page->importPage()->report();
    QCOMPARE(report.registrations, 1);
    QCOMPARE(report.changes, 1);
    QCOMPARE(report.suspensions, 1);
    QCOMPARE(report.refused, 1);
    QCOMPARE(report.rows.last().rowNumber, 5);
    picture(stage.page.get(), QStringLiteral("users-import"));
    QCOMPARE(stage.stored(2).department, QStringLiteral("健康推進課"));
    Q_EMIT stage.page->importPage()->applyRequested();
    QVERIFY(stage.questions.asked.last().consequence.contains(QStringLiteral("ファイルにないユーザは変わりません")));
    stage.waitForRows(8);
    QTRY_COMPARE(stage.stored(2).department, QStringLiteral("こども家庭センター"));
    QCOMPARE(stage.stored(3).state, UserState::Suspended);
    QCOMPARE(stage.stored(1).state, UserState::Active);
    QCOMPARE(stage.stored(5).state, UserState::Active);
}

void TestUsersPage::languageChangesWhileRunning()
{
    Stage stage;
    m_languages->setLanguage(QStringLiteral("en"));
    settle(stage.page.get());
    QCOMPARE(stage.page->title(), QStringLiteral("User management"));
    QCOMPARE(stage.cell(6, UserTable::Status), QStringLiteral("Suspended"));
    m_languages->setLanguage(QStringLiteral("ja"));
    settle(stage.page.get());
    QCOMPARE(stage.page->title(), QStringLiteral("ユーザ管理"));
}

void TestUsersPage::everythingFitsAndHasAName()
{
    Stage stage;
    stage.choose({2});
    picture(stage.page.get(), QStringLiteral("users-list"));
    QVERIFY2(namelessWidgets(stage.page.get()).isEmpty(), qPrintable(namelessWidgets(stage.page.get()).join(QLatin1Char(';'))));
    QCOMPARE(cutTexts(stage.page.get()), QStringList());
    stage.page->open(stage.people.at(2).id.toString());
    QTRY_VERIFY(stage.page->form()->isVisible());
    settle(stage.page.get());
    picture(stage.page.get(), QStringLiteral("users-form"));
    QVERIFY2(namelessWidgets(stage.page.get()).isEmpty(), qPrintable(namelessWidgets(stage.page.get()).join(QLatin1Char(';'))));
    QCOMPARE(cutTexts(stage.page.get()), QStringList());
    Q_EMIT stage.page->form()->noticeRequested();
    QTRY_VERIFY(stage.page->noticePage()->isVisible());
    settle(stage.page.get());
    picture(stage.page.get(), QStringLiteral("users-notice"));
    QVERIFY2(namelessWidgets(stage.page.get()).isEmpty(), qPrintable(namelessWidgets(stage.page.get()).join(QLatin1Char(';'))));
    QCOMPARE(cutTexts(stage.page.get()), QStringList());
}

QTEST_MAIN(TestUsersPage)
#include "test_users_page.moc"
