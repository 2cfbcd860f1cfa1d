// SPDX-License-Identifier: Apache-2.0
#include "models/domain/setting_rules.h"

#include "models/domain/entity.h"
#include "models/domain/rights.h"
#include "models/domain/vaccine_reference.h"
#include "tests/support/vectors.h"

#include <QRegularExpression>
#include <QTest>

using namespace yoyo;

class TestSettingRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void initTestCase();
    void endedItemsCannotBeTurnedOn();
    void stateTable();
    void onlyOneRuleBreaksAtATime_data();
    void onlyOneRuleBreaksAtATime();
    void priceSamplesKeepTheInvariant();
    void plansAreCheckedForTheirDay();
    void fieldsRoundTrip();
    void tableOfRights();

private:
    VaccineItem item(const char* vid) const { return *m_reference->itemByVid(QString::fromLatin1(vid)); }
    std::optional<VaccineReference> m_reference;
};

static const QDate today(2026, 11, 22);

static QStringList codes(const QList<Error>& errors)
{
    QStringList out;
    for (const Error& e : errors)
        out.append(QString(e.codeText() + u'@' + e.pointer));
    return out;
}

static VaccinationSetting settingOf(const VaccineItem& item)
{
    VaccinationSetting s;
    s.municipalityCode = QStringLiteral("131041");
    s.mgmtNo = item.mgmtNo;
    s.fiscalYear = 2026;
    s.implFlag = true;
    return s;
}

void TestSettingRules::initTestCase()
{
    const auto reference = VaccineReference::shipped();
    QVERIFY(reference.isOk());
    m_reference = *reference;
}

void TestSettingRules::endedItemsCannotBeTurnedOn()
{
    const VaccineItem ended = item("PPSV23_ELD");
    VaccinationSetting s = settingOf(ended);
    const QList<Error> errors = checkSetting(s, ended, today);
    QCOMPARE(codes(errors), QStringList{QStringLiteral("E-VACC-002@impl_flag")});
    QCOMPARE(errors[0].params.value(QStringLiteral("handling_to")).toString(), QStringLiteral("2026-03-31"));
    // Its last day is still good for the year it ends in, and never for the next one.
    s.fiscalYear = 2025;
    QVERIFY(checkSetting(s, ended, QDate(2026, 3, 31)).isEmpty());
    s.fiscalYear = 2026;
    QCOMPARE(codes(checkSetting(s, ended, QDate(2026, 3, 31))), QStringList{QStringLiteral("E-VACC-002@impl_flag")});
    // A row that was on when the item ended can still be edited, and turned off; not turned on again.
    VaccinationSetting before = s;
    QVERIFY(checkSetting(s, ended, today, &before).isEmpty());
    before.implFlag = false;
    QVERIFY(!checkSetting(s, ended, today, &before).isEmpty());
    s.implFlag = false;
    QVERIFY(checkSetting(s, ended, today).isEmpty());
    QVERIFY(!isFlagEditable(ended, 2026, today));
    QVERIFY(isFlagEditable(item("PCV20_ELD"), 2026, today));
}

void TestSettingRules::stateTable()
{
    VaccinationSetting s = settingOf(item("MR1"));
    QCOMPARE(settingState(s, item("MR1"), today), SettingState::Running);
    QCOMPARE(settingState(s, item("HPV4"), today), SettingState::EndedButRunning);
    s.implFlag = false;
    QCOMPARE(settingState(s, item("MR1"), today), SettingState::NotRunning);
    QCOMPARE(settingState(s, item("HPV4"), today), SettingState::Ended);
}

void TestSettingRules::onlyOneRuleBreaksAtATime_data()
{
    QTest::addColumn<QString>("vid");
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* vid, QJsonObject change, const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(vid) << change << QString::fromLatin1(expected);
    };
    const auto k = [](const char* t) { return QString::fromLatin1(t); };
    row("nothing", "MR1", {}, "");
    row("local period inside", "DPT_IPV_HIB", {{k("local_from"), k("2026-04-01")}, {k("local_to"), k("2027-03-31")}}, "");
    row("before the national start", "DPT_IPV_HIB", {{k("local_from"), k("2024-03-31")}}, "E-VACC-003@local_from");
    row("local period reversed", "MR1", {{k("local_from"), k("2026-05-01")}, {k("local_to"), k("2026-04-30")}}, "E-VACC-004@local_to");
    row("season", "FLU_ELD", {{k("season_from"), k("2026-10-01")}, {k("season_to"), k("2027-01-31")}}, "");
    row("season in another year", "FLU_ELD", {{k("season_from"), k("2026-03-31")}}, "E-VACC-005@season_from");
    row("season reversed", "FLU_ELD", {{k("season_from"), k("2026-12-01")}, {k("season_to"), k("2026-11-30")}}, "E-VACC-006@season_to");
    row("no season", "MR1", {{k("season_from"), k("2026-10-01")}}, "E-VACC-018@season_from");
    row("age as the law", "VAR", {{k("age_from"), k("y1")}, {k("age_to"), k("y3")}}, "");
    row("age differs", "VAR", {{k("age_to"), k("m48")}}, "E-VACC-007@age_to");
    row("age unreadable", "VAR", {{k("age_to"), k("36 months")}}, "E-VACC-008@age_to");
    row("sex differs", "HPV9", {{k("sex"), k("any")}}, "E-VACC-007@sex");
    row("pregnancy", "RSV_MAT", {{k("pregnancy_from"), k("w28+0")}, {k("pregnancy_to"), k("w36+6")}}, "");
    row("pregnancy outside", "RSV_MAT", {{k("pregnancy_from"), k("w27+6")}}, "E-VACC-014@pregnancy_from");
    row("pregnancy reversed", "RSV_MAT", {{k("pregnancy_from"), k("w36+0")}, {k("pregnancy_to"), k("w30+0")}}, "E-VACC-014@pregnancy_to");
    row("pregnancy for a child", "MR1", {{k("pregnancy_from"), k("w28+0")}}, "E-VACC-014@pregnancy_from");
    row("fee too high", "MR1", {{k("fee_vaccinated"), 100000}}, "E-VACC-010@fee_vaccinated");
    row("fee negative", "MR1", {{k("fee_not_vaccinated"), -1}}, "E-VACC-010@fee_not_vaccinated");
    row("copay for A", "MR1", {{k("copay"), 1}}, "E-VACC-011@copay");
    row("copay zero for A", "MR1", {{k("copay"), 0}, {k("fee_vaccinated"), 99999}}, "");
    row("sum wrong", "FLU_ELD", {{k("fee_vaccinated"), 3041}, {k("copay"), 700}, {k("fee_exempt"), 3740}}, "E-VACC-012@fee_exempt");
    row("code unknown", "MR1", {{k("contract_type"), k("verbal")}}, "E-VACC-013@contract_type");
    row("exempt code twice", "FLU_ELD", {{k("copay_exempt"), QJsonArray{k("welfare"), k("welfare")}}}, "E-VACC-013@copay_exempt");
    row("cohort", "MR1", {{k("cohort_exceptions"), QJsonArray{QJsonObject{{k("birth_from"), k("2022-04-02")}, {k("birth_to"), k("2023-04-01")}, {k("to"), k("2027-03-31")}}}}}, "");
    row("cohort reversed", "MR1", {{k("cohort_exceptions"), QJsonArray{QJsonObject{{k("birth_from"), k("2023-04-02")}, {k("birth_to"), k("2023-04-01")}}}}}, "E-VACC-015@cohort_exceptions");
    row("note too long", "MR1", {{k("note"), QString(401, u'x')}}, "E-USER-015@note");
    row("Individual Number", "MR1", {{k("note"), k("1234-5678-9018")}}, "E-USER-021@note");
    row("control character", "MR1", {{k("contact"), k("a\tb")}}, "E-USER-016@contact");
}

void TestSettingRules::onlyOneRuleBreaksAtATime()
{
    QFETCH(QString, vid);
    QFETCH(QJsonObject, change);
    QFETCH(QString, expected);
    const VaccineItem& i = *m_reference->itemByVid(vid);
    QJsonObject fields = toFields(settingOf(i));
    for (auto it = change.begin(); it != change.end(); ++it)
        fields.insert(it.key(), it.value());
    QVERIFY(checkSettingJson(fields).isEmpty());
    QCOMPARE(codes(checkSetting(vaccinationSettingFromFields(QUuid(), fields), i, today)).join(u' '), expected);
}

void TestSettingRules::priceSamplesKeepTheInvariant()
{
    const auto rows = test::vectors(QStringLiteral("price_samples"));
    QCOMPARE(rows.size(), 2);
    for (const auto& row : rows) {
        VaccinationSetting s = settingOf(item("FLU_ELD"));
        s.feeVaccinated = row[QStringLiteral("fee_copay_payer")].toLongLong();
        s.feeExempt = row[QStringLiteral("fee_exempt")].toLongLong();
        s.copay = row[QStringLiteral("copay")].toLongLong();
        s.feeNotVaccinated = row[QStringLiteral("fee_not_vaccinated")].toLongLong();
        QVERIFY(checkSetting(s, item("FLU_ELD"), today).isEmpty());
        *s.feeExempt += 1;
        QCOMPARE(codes(checkSetting(s, item("FLU_ELD"), today)), QStringList{QStringLiteral("E-VACC-012@fee_exempt")});
    }
}

void TestSettingRules::plansAreCheckedForTheirDay()
{
    VaccineItem ending = item("MR1");
    ending.handlingTo = QDate(2026, 12, 31);
    VaccinationSetting s = settingOf(ending);
    s.implFlag = false;
    s.plannedValues = {{QStringLiteral("impl_flag"), true}};
    s.plannedFrom = QDate(2026, 12, 31);
    QVERIFY(checkSetting(s, ending, today).isEmpty());
    s.plannedFrom = QDate(2027, 1, 1);
    QCOMPARE(codes(checkSetting(s, ending, today)), QStringList{QStringLiteral("E-VACC-002@planned_values")});
    s.plannedFrom = today;
    QCOMPARE(codes(checkSetting(s, ending, today)), QStringList{QStringLiteral("E-VACC-016@planned_from")});
    s.plannedFrom = today.addDays(1);
    s.plannedValues = {{QStringLiteral("mgmt_no"), QStringLiteral("1")}};
    QCOMPARE(codes(checkSetting(s, ending, today)), QStringList{QStringLiteral("E-SYNC-006@planned_values")});
}

void TestSettingRules::fieldsRoundTrip()
{
    VaccinationSetting s = settingOf(item("FLU_ELD"));
    s.seasonFrom = QDate(2026, 10, 1);
    s.copay = 0;
    s.copayExempt = {QStringLiteral("welfare")};
    s.cohortExceptions = {{QDate(2022, 4, 2), QDate(2023, 4, 1), QDate(), QDate(2027, 3, 31), QStringLiteral("供給不足")}};
    s.plannedFrom = QDate(2027, 4, 1);
    s.plannedValues = {{QStringLiteral("copay"), 500}};
    const QJsonObject fields = toFields(s);
    QCOMPARE(vaccinationSettingFromFields(s.id, fields), s);
    for (const QString& name : fields.keys())
        QVERIFY2(schemaOf(Entity::VaccinationSetting).field(name), qPrintable(name));
    QVERIFY(!checkSettingJson({{QStringLiteral("cohort_exceptions"), QJsonArray{QJsonObject{{QStringLiteral("x"), QStringLiteral("2022-04-02")}}}}}).isEmpty());
}

void TestSettingRules::tableOfRights()
{
    const PolicyValues policy;
    QVERIFY(isAllowed(Role::Reader, Action::ReadLists, policy) && isAllowed(Role::Reader, Action::EditOwnData, policy));
    QVERIFY(!isAllowed(Role::Reader, Action::EditSettings, policy));
    QVERIFY(isAllowed(Role::Staff, Action::EditSettings, policy) && isAllowed(Role::Staff, Action::ApplyImport, policy));
    for (const Action a : {Action::SeeUserManagement, Action::RegisterUser, Action::EditUser, Action::SuspendUser, Action::ChangeRole,
                           Action::ResetUser, Action::UnlockUser, Action::EndUserSessions, Action::ManageTokens}) {
        QVERIFY(!isAllowed(Role::Staff, a, policy) && !isAllowed(Role::Reader, a, policy));
        QVERIFY(isAllowed(Role::Administrator, a, policy));
    }
    PolicyValues open;
    open.lateEntryByStaff = true;
    QVERIFY(!isAllowed(Role::Staff, Action::OpenLateEntryWindow, policy));
    QVERIFY(isAllowed(Role::Staff, Action::OpenLateEntryWindow, open));
    User job;
    job.unattended = true;
    QVERIFY(isAllowed(job, Action::ApplyImport, open));
    QVERIFY(!isAllowed(job, Action::OpenLateEntryWindow, open));
    QVERIFY(needsStepUp(Action::RegisterUser) && !needsStepUp(Action::ResetUser));
    QVERIFY(offlineUse(Action::ResetUser) == OfflineUse::No && offlineUse(Action::SuspendUser) == OfflineUse::Queued);
    QVERIFY(offlineUse(Action::OpenLateEntryWindow) == OfflineUse::No && offlineUse(Action::CloseLateEntryWindow) == OfflineUse::Queued);
}

QTEST_GUILESS_MAIN(TestSettingRules)
#include "test_setting_rules.moc"
