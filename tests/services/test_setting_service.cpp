// SPDX-License-Identifier: Apache-2.0
#include "models/services/setting_service.h"
#include "tests/services/service_office.h"

using namespace yoyo;
using test::await;
using Office = test::ServiceOffice;

static const QString flag = QStringLiteral("impl_flag");

class TestSettingService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_office = std::make_unique<Office>();
    }
    void cleanup() { m_office.reset(); }
    void listsTheYearInNationalOrder();
    void searchesAndFilters();
    void oneChangeGoesToSeveralRows();
    void anEndedItemIsNeverHandledAgain();
    void aRuleRefusesBeforeAnythingIsSaved();
    void rowsThatHaveTheValueAreLeftAlone();
    void readersMayNotChangeSettings();
    void countsAndYears();

private:
    QStringList names(const SettingQuery& query)
    {
        QStringList out;
        const auto page = await(m_office->settings.list(query, 0, 100));
        for (const SettingRow& row : page->rows)
            out.append(row.item.name);
        return out;
    }
    SettingRow get(const char* mgmtNo) { return *await(m_office->settings.get(Office::settingId(mgmtNo))); }
    static FieldChange handled(bool on) { return {{{flag, on}}, {}}; }
    std::unique_ptr<Office> m_office;
};

void TestSettingService::listsTheYearInNationalOrder()
{
    QCOMPARE(names({}), (QStringList{QStringLiteral("五種混合"), QStringLiteral("四種混合"),
                                     QStringLiteral("高齢者インフルエンザ")}));
    SettingQuery query;
    query.fiscalYear = 2027;
    QVERIFY(names(query).isEmpty());
    query.fiscalYear = 0;
    query.isDescending = true;
    QCOMPARE(names(query).constFirst(), QStringLiteral("高齢者インフルエンザ"));
    for (const SettingSort sort : {SettingSort::MgmtNo, SettingSort::Name, SettingSort::LawClass, SettingSort::Flag,
                                   SettingSort::HandlingTo}) {
        query.sort = sort;
        QCOMPARE(names(query).size(), 3);
    }
    QVERIFY(get("01002001").isEnded);
    QVERIFY(!get("01001001").isEnded);
}

void TestSettingService::searchesAndFilters()
{
    SettingQuery query;
    query.text = QStringLiteral("いんふる");
    QCOMPARE(names(query), QStringList{QStringLiteral("高齢者インフルエンザ")});
    query.text = QStringLiteral("０１００２");
    QCOMPARE(names(query), QStringList{QStringLiteral("四種混合")});
    query = {};
    query.isEnded = true;
    QCOMPARE(names(query), QStringList{QStringLiteral("四種混合")});
    query.isEnded = false;
    QCOMPARE(names(query).size(), 2);
    query = {};
    query.lawClass = QStringLiteral("B");
    QCOMPARE(names(query).size(), 1);
    query = {};
    query.isHandled = true;
    QVERIFY(names(query).isEmpty());
}

void TestSettingService::oneChangeGoesToSeveralRows()
{
    m_office->goOffline();
    const auto receipt = await(m_office->settings.save({get("01001001").seen, get("02001001").seen}, handled(true)));
    QVERIFY2(receipt.isOk(), receipt ? "" : qPrintable(receipt.error().codeText()));
    QCOMPARE(receipt->opIds.size(), 2);
    QVERIFY(!receipt->isWaitingStepUp);
    QCOMPARE(get("01001001").badge, RowBadge::Unsent);
    QVERIFY(get("01001001").setting.implFlag);
    SettingQuery query;
    query.isHandled = true;
    QCOMPARE(names(query).size(), 2);
    m_office->comeBack();
    QCOMPARE(get("01001001").badge, RowBadge::None);
    QVERIFY(m_office->central.row(Office::settingId("02001001")).fields.value(flag).toBool());
}

void TestSettingService::anEndedItemIsNeverHandledAgain()
{
    const auto refused = await(m_office->settings.save({get("01001001").seen, get("01002001").seen}, handled(true)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ItemEnded);
    QCOMPARE(refused.error().params.value(QStringLiteral("row")).toInt(), 1);
    QVERIFY(!get("01001001").setting.implFlag);
}

void TestSettingService::aRuleRefusesBeforeAnythingIsSaved()
{
    const FieldChange change{{{QStringLiteral("copay"), 500}}, {}};
    const auto findings = await(m_office->settings.check({get("01001001").seen}, change));
    QVERIFY(std::ranges::any_of(*findings, [](const RowFinding& f) {
        return f.error.code == ErrorCode::CopayForCategoryA && f.row == 0;
    }));
    QCOMPARE(await(m_office->settings.save({get("01001001").seen}, change)).error().code, ErrorCode::CopayForCategoryA);
    QCOMPARE(await(m_office->work.counts())->unsent, 0);
}

void TestSettingService::rowsThatHaveTheValueAreLeftAlone()
{
    const auto receipt = await(m_office->settings.save({get("01001001").seen}, handled(false)));
    QVERIFY(receipt.isOk());
    QVERIFY(receipt->opIds.isEmpty());
}

void TestSettingService::readersMayNotChangeSettings()
{
    m_office->place.actingRole = Role::Reader;
    QCOMPARE(await(m_office->settings.save({get("01001001").seen}, handled(true))).error().code,
             ErrorCode::RoleInsufficient);
    m_office->place.actingRole = Role::Staff;
    QVERIFY(await(m_office->settings.save({get("01001001").seen}, handled(true))).isOk());
}

void TestSettingService::countsAndYears()
{
    QVERIFY(await(m_office->settings.save({get("01001001").seen}, handled(true))).isOk());
    const auto counts = await(m_office->settings.counts(0));
    QCOMPARE(counts->handled, 1);
    QCOMPARE(counts->notHandled, 1);
    QCOMPARE(counts->ended, 1);
    QCOMPARE(*await(m_office->settings.fiscalYears()), QList<int>{2026});
    QCOMPARE(m_office->settings.currentFiscalYear(), 2026);
}

QTEST_GUILESS_MAIN(TestSettingService)
#include "test_setting_service.moc"
