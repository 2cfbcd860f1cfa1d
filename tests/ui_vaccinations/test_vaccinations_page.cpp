// SPDX-License-Identifier: Apache-2.0
// 市区町村別予防接種設定 as a clerk uses it, over the real services and a real store.
#include "ui/vaccinations/vaccinations_page.h"

#include "tests/support/fake_office.h"
#include "tests/support/fake_questions.h"
#include "tests/support/widget_test.h"
#include "ui/vaccinations/setting_bulk_page.h"
#include "ui/vaccinations/setting_form.h"
#include "ui/vaccinations/setting_list_page.h"
#include "ui/widgets/list_panel.h"
#include "ui/widgets/message_line.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QTableView>
#include <QTest>

using namespace yoyo;
using namespace yoyo::test;

namespace {

const QString influenza = QStringLiteral("10101201");
const QString covid = QStringLiteral("10301201");
const QString hib = QStringLiteral("00601101");
const QString mr1 = QStringLiteral("01101101");
const QString pcv13 = QStringLiteral("00702101");

struct Stage
{
    FakeOffice office;
    QList<User> people = office.seedUsers();
    ErrorPresenter errors;
    FakeQuestions questions;
    TransientViewMemory memory;
    ScreenContext context;
    QList<SheetTable> written;
    std::unique_ptr<VaccinationsPage> page;

    explicit Stage(Role role = Role::Administrator, bool isOnline = true)
    {
        office.workplace.theRole = role;
        office.changeAtCentre(influenza, {{QStringLiteral("impl_flag"), true},
                                          {QStringLiteral("season_from"), QStringLiteral("2026-10-01")},
                                          {QStringLiteral("season_to"), QStringLiteral("2027-01-31")},
                                          {QStringLiteral("fee_vaccinated"), 3041},
                                          {QStringLiteral("copay"), 700},
                                          {QStringLiteral("fee_exempt"), 3741},
                                          {QStringLiteral("fee_not_vaccinated"), 2820},
                                          {QStringLiteral("contract_type"), QStringLiteral("collective")},
                                          {QStringLiteral("wide_area"), QStringLiteral("ward23")}});
        office.changeAtCentre(hib, {{QStringLiteral("impl_flag"), true}, {QStringLiteral("fee_vaccinated"), 8221}});
        office.changeAtCentre(mr1, {{QStringLiteral("impl_flag"), true}, {QStringLiteral("fee_vaccinated"), 11250}});
        ScreenFacts facts;
        facts.userId = people.first().id;
        facts.userName = people.first().fullName();
        facts.role = role;
        facts.officeName = QStringLiteral("新宿区");
        facts.isOnline = isOnline;
        facts.today = QDate(2026, 11, 22);
        context.set(facts);
        VaccinationsParts parts{*office.settings, *office.work, errors, questions, memory, context,
                                [this](const QString&, const SheetTable& table) {
                                    written.append(table);
                                    return Result<void>();
                                }};
        page = std::make_unique<VaccinationsPage>(parts);
        page->resize(1146, 700);
        page->show();
        page->entered();
        waitForRows(33);
    }
    QAbstractItemModel* model() const { return page->listPage()->tableView()->model(); }
    void waitForRows(int count) { QTRY_COMPARE(model()->rowCount(), count); }
    int rowOf(const QString& mgmtNo) const
    {
        for (int i = 0; i < model()->rowCount(); ++i) {
            if (model()->index(i, SettingTable::MgmtNo).data().toString() == mgmtNo)
                return i;
        }
        return -1;
    }
    QString cell(const QString& mgmtNo, int column) const { return model()->index(rowOf(mgmtNo), column).data().toString(); }
    void choose(const QStringList& numbers)
    {
        QTableView* table = page->listPage()->tableView();
        table->clearSelection();
        for (const QString& number : numbers)
            table->selectionModel()->select(model()->index(rowOf(number), 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        table->selectionModel()->setCurrentIndex(model()->index(rowOf(numbers.first()), 0), QItemSelectionModel::NoUpdate);
        settle(table);
    }
    QAction* action(const char* id) const { return page->listPage()->action(QString::fromLatin1(id)); }
    VaccinationSetting stored(const QString& mgmtNo) { return await(office.settings->get(office.settingId(mgmtNo)))->setting; }
    QComboBox* filter(const QString& name) const
    {
        for (QComboBox* combo : page->listPage()->findChildren<QComboBox*>()) {
            if (combo->accessibleName() == name)
                return combo;
        }
        return nullptr;
    }
    void openForm(const QString& mgmtNo)
    {
        page->open(office.settingId(mgmtNo).toString());
        QTRY_VERIFY(page->form()->isVisible());
        settle(page.get());
    }
};

} // namespace

class TestVaccinationsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { startUi(); }
    void init() { failOnWarnings(); }
    void listHasOneRowPerNumberWithItsState();
    void filtersByFlagEndAndClass();
    void savingSaysSavedHereAndShowsUnsent();
    void unsentChangeIsTakenBack();
    void bulkChangesOnlyTickedFieldsOfGoodRows();
    void bulkNeverTouchesTheFlagOfAnEndedItem();
    void readerSeesEverythingAndChangesNothing();
    void csvHoldsEveryColumn();
    void leavingTypedWorkIsAskedFor();
    void everythingFitsAndHasAName();
    void englishFitsToo();
};

void TestVaccinationsPage::listHasOneRowPerNumberWithItsState()
{
    Stage stage;
    QAbstractItemModelTester tester(stage.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(stage.cell(influenza, SettingTable::Flag), QStringLiteral("実施"));
    QCOMPARE(stage.cell(covid, SettingTable::Flag), QStringLiteral("未実施"));
    QCOMPARE(stage.cell(pcv13, SettingTable::Flag), QStringLiteral("取扱終了"));
    QCOMPARE(stage.cell(influenza, SettingTable::FeeVaccinated), QStringLiteral("3,041円"));
    QCOMPARE(stage.cell(hib, SettingTable::Age), QStringLiteral("生後2か月～生後60か月"));
}

void TestVaccinationsPage::filtersByFlagEndAndClass()
{
    Stage stage;
    QComboBox* flag = stage.filter(QStringLiteral("実施フラグで絞り込み"));
    QVERIFY(flag);
    flag->setCurrentIndex(1);
    stage.waitForRows(3);
    QVERIFY(stage.page->listPage()->panel()->countLine().contains(QStringLiteral("33")));
    flag->setCurrentIndex(4);
    QTRY_VERIFY(stage.rowOf(pcv13) >= 0 && stage.rowOf(hib) < 0);
    flag->setCurrentIndex(0);
    QComboBox* law = stage.filter(QStringLiteral("法定区分で絞り込み"));
    law->setCurrentIndex(2);
    QTRY_VERIFY(stage.rowOf(influenza) >= 0 && stage.rowOf(hib) < 0);
    stage.page->listPage()->panel()->searchField()->setText(QStringLiteral("帯状"));
    QTest::keyClick(stage.page->listPage()->panel()->searchField(), Qt::Key_Return);
    stage.waitForRows(2);
}

void TestVaccinationsPage::savingSaysSavedHereAndShowsUnsent()
{
    Stage stage(Role::Staff, false);
    stage.openForm(covid);
    stage.page->form()->editor(QStringLiteral("impl_flag"))->setValue(true);
    Q_EMIT stage.page->form()->saveRequested();
    QTRY_VERIFY(stage.page->listPage()->isVisible());
    QVERIFY(stage.page->listPage()->messages()->text().contains(QStringLiteral("未送信")));
    QTRY_COMPARE(stage.cell(covid, SettingTable::Badge), QStringLiteral("未送信"));
    QCOMPARE(stage.cell(covid, SettingTable::Flag), QStringLiteral("実施"));
}

void TestVaccinationsPage::unsentChangeIsTakenBack()
{
    Stage stage(Role::Staff, false);
    stage.openForm(covid);
    stage.page->form()->editor(QStringLiteral("impl_flag"))->setValue(true);
    Q_EMIT stage.page->form()->saveRequested();
    QTRY_COMPARE(stage.cell(covid, SettingTable::Badge), QStringLiteral("未送信"));
    stage.choose({covid});
    QTRY_VERIFY(stage.action("withdraw")->isEnabled());
    stage.action("withdraw")->trigger();
    QTRY_VERIFY(!stage.questions.asked.isEmpty());
    QVERIFY(stage.questions.asked.last().details.join(QLatin1Char(' ')).contains(QStringLiteral("実施フラグ")));
    QTRY_COMPARE(stage.cell(covid, SettingTable::Badge), QString());
    QCOMPARE(stage.stored(covid).implFlag, false);
}

void TestVaccinationsPage::bulkChangesOnlyTickedFieldsOfGoodRows()
{
    Stage stage;
    stage.choose({influenza, hib, mr1});
    stage.action("bulk")->trigger();
    SettingBulkPage* bulk = stage.page->bulkPage();
    QVERIFY(bulk->isVisible());
    // A co-payment fits the influenza row only; the others are category A.
    bulk->tick(QStringLiteral("copay"), true);
    bulk->editor(QStringLiteral("copay"))->setValue(700);
    bulk->tick(QStringLiteral("contact"), true);
    bulk->editor(QStringLiteral("contact"))->setValue(QStringLiteral("健康推進課 03-0000-1234"));
    QTRY_COMPARE(bulk->applicableRows(), QList<int>{2});
    QCOMPARE(bulk->table().outcome(0), SettingBulkTable::RowOutcome::Refused);
    settle(stage.page.get());
    picture(stage.page.get(), QStringLiteral("vaccinations-bulk"));
    QCOMPARE(cutTexts(bulk), QStringList());
    bulk->tick(QStringLiteral("copay"), false);
    QTRY_COMPARE(bulk->applicableRows().size(), 3);
    Q_EMIT bulk->applyRequested();
    QVERIFY(stage.questions.asked.last().title.contains(QStringLiteral("3 件")));
    QTRY_COMPARE(stage.stored(hib).contact, QStringLiteral("健康推進課 03-0000-1234"));
    QCOMPARE(stage.stored(hib).feeVaccinated, std::optional<qint64>(8221));
    QCOMPARE(stage.stored(influenza).copay, std::optional<qint64>(700));
    QCOMPARE(stage.stored(influenza).contractType, QStringLiteral("collective"));
    QVERIFY(stage.stored(covid).contact.isEmpty());
}

void TestVaccinationsPage::bulkNeverTouchesTheFlagOfAnEndedItem()
{
    Stage stage;
    stage.choose({pcv13, covid});
    stage.action("bulk")->trigger();
    SettingBulkPage* bulk = stage.page->bulkPage();
    bulk->tick(QStringLiteral("impl_flag"), true);
    bulk->editor(QStringLiteral("impl_flag"))->setValue(true);
    QTRY_COMPARE(bulk->applicableRows().size(), 1);
    bulk->tick(QStringLiteral("note"), true);
    bulk->editor(QStringLiteral("note"))->setValue(QStringLiteral("確認済み"));
    QTRY_COMPARE(bulk->applicableRows().size(), 2);
    Q_EMIT bulk->applyRequested();
    QTRY_COMPARE(stage.stored(pcv13).note, QStringLiteral("確認済み"));
    QCOMPARE(stage.stored(pcv13).implFlag, false);
    QCOMPARE(stage.stored(covid).implFlag, true);
}

void TestVaccinationsPage::readerSeesEverythingAndChangesNothing()
{
    Stage stage(Role::Reader);
    stage.choose({influenza, hib});
    QVERIFY(!stage.action("bulk")->isEnabled());
    QVERIFY(!stage.action("withdraw")->isEnabled());
    QVERIFY(stage.page->listPage()->isReadOnly());
    picture(stage.page.get(), QStringLiteral("vaccinations-reader"));
    stage.openForm(influenza);
    QVERIFY(stage.page->form()->isReadOnly());
}

void TestVaccinationsPage::csvHoldsEveryColumn()
{
    Stage stage;
    stage.questions.path = QStringLiteral("out.csv");
    stage.action("csv")->trigger();
    QTRY_COMPARE(stage.written.size(), 1);
    QCOMPARE(stage.written.first().headers.size(), int(SettingTable::ColumnCount));
    QCOMPARE(stage.written.first().rows.size(), 33);
}

void TestVaccinationsPage::leavingTypedWorkIsAskedFor()
{
    Stage stage;
    stage.openForm(covid);
    QVERIFY(stage.page->mayLeave());
    stage.page->form()->editor(QStringLiteral("note"))->setValue(QStringLiteral("x"));
    stage.questions.answer = Answer::Refused;
    QVERIFY(!stage.page->mayLeave());
    QVERIFY(stage.page->form()->isVisible());
    stage.questions.answer = Answer::Accepted;
    QVERIFY(!stage.page->mayLeave());
    QVERIFY(stage.page->listPage()->isVisible());
}

void TestVaccinationsPage::everythingFitsAndHasAName()
{
    Stage stage;
    stage.choose({influenza});
    picture(stage.page.get(), QStringLiteral("vaccinations-list"));
    QCOMPARE(namelessWidgets(stage.page.get()), QStringList());
    QCOMPARE(cutTexts(stage.page.get()), QStringList());
    stage.openForm(influenza);
    picture(stage.page.get(), QStringLiteral("vaccinations-form"));
    QCOMPARE(namelessWidgets(stage.page.get()), QStringList());
    QCOMPARE(cutTexts(stage.page.get()), QStringList());
    stage.openForm(pcv13);
    picture(stage.page.get(), QStringLiteral("vaccinations-ended"));
}

void TestVaccinationsPage::englishFitsToo()
{
    LanguageSwitch languages(*qApp);
    languages.setLanguage(QStringLiteral("en"));
    Stage stage;
    stage.choose({influenza, hib});
    picture(stage.page.get(), QStringLiteral("vaccinations-list-en"));
    QCOMPARE(cutTexts(stage.page.get()), QStringList());
    stage.openForm(influenza);
    picture(stage.page.get(), QStringLiteral("vaccinations-form-en"));
    QCOMPARE(cutTexts(stage.page.get()), QStringList());
    languages.setLanguage(QStringLiteral("ja"));
}

QTEST_MAIN(TestVaccinationsPage)
#include "test_vaccinations_page.moc"
