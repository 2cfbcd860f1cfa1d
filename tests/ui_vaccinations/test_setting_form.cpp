// SPDX-License-Identifier: Apache-2.0
// The form of one vaccination setting: which fields it shows, its live price check, and what it never lets be edited.
#include "ui/vaccinations/setting_form.h"

#include "models/domain/vaccine_reference.h"
#include "tests/support/widget_test.h"

#include <QTest>

using namespace yoyo;
using namespace yoyo::test;

namespace {

SettingRow rowOf(const QString& mgmtNo, const QDate& today = QDate(2026, 11, 22))
{
    const auto reference = VaccineReference::shipped();
    SettingRow row;
    row.item = *reference->item(mgmtNo);
    row.setting.id = QUuid::createUuidV5(QUuid(), mgmtNo);
    row.setting.municipalityCode = QStringLiteral("131041");
    row.setting.mgmtNo = mgmtNo;
    row.setting.fiscalYear = 2026;
    row.isEnded = row.item.hasEndedOn(today);
    row.seen.entity = Entity::VaccinationSetting;
    row.seen.id = row.setting.id;
    row.seen.ver = 1;
    row.seen.fields = toFields(row.setting);
    return row;
}

struct Stage
{
    ErrorPresenter errors;
    ScreenContext context;
    std::unique_ptr<SettingForm> form;
    explicit Stage(Role role = Role::Staff)
    {
        ScreenFacts facts;
        facts.role = role;
        facts.today = QDate(2026, 11, 22);
        facts.isOnline = true;
        context.set(facts);
        form = std::make_unique<SettingForm>(errors, context);
        form->resize(1146, 700);
        form->show();
    }
    void put(const char* field, const QJsonValue& value) const { form->editor(QString::fromLatin1(field))->setValue(value); }
    bool isShown(const char* field) const { return form->formField(QString::fromLatin1(field))->isVisible(); }
    QString priceLine() const
    {
        for (const QLabel* label : form->findChildren<QLabel*>()) {
            if (label->text().startsWith(QChar(0x2713)) || label->text().startsWith(QChar(0x2715)))
                return label->text();
        }
        return {};
    }
};

const QString influenza = QStringLiteral("10101201");
const QString hib = QStringLiteral("00601101");
const QString pcv13 = QStringLiteral("00702101");
const QString rsv = QStringLiteral("01501101");

} // namespace

class TestSettingForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { startUi(); }
    void init() { failOnWarnings(); }
    void flagOfAnEndedItemHasNoEditor();
    void priceRuleIsShownWhileTyping();
    void wrongSumIsRefusedBesideItsField();
    void categoryAHasNoCopayment();
    void seasonOnlyForSeasonalItems();
    void weeksOnlyForPregnancy();
    void onlyWhatThePersonChangedIsAChange();
    void fullWidthAmountsAreUnderstood();
    void readerLooksOnly();
    void undoGoesBack();
    void typedWorkStaysWhenTheRowMoves();
    void everyControlHasAName();
};

void TestSettingForm::flagOfAnEndedItemHasNoEditor()
{
    Stage stage;
    stage.form->startEdit(rowOf(pcv13));
    QVERIFY(!stage.isShown("impl_flag"));
    // Not even when the hidden control is forced.
    stage.put("impl_flag", true);
    QVERIFY(stage.form->change().isEmpty());
    QVERIFY(!stage.form->setting().implFlag);
    const auto labels = stage.form->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text().contains(QStringLiteral("2024年9月30日"))
               && label->text().contains(QStringLiteral("変更できません"));
    }));
    stage.form->startEdit(rowOf(hib));
    QVERIFY(stage.isShown("impl_flag"));
}

void TestSettingForm::priceRuleIsShownWhileTyping()
{
    Stage stage;
    stage.form->startEdit(rowOf(influenza));
    stage.put("fee_vaccinated", 3041);
    stage.put("copay", 700);
    stage.put("fee_exempt", 3741);
    QVERIFY(stage.priceLine().startsWith(QChar(0x2713)));
    QVERIFY(stage.form->check());
    stage.put("fee_exempt", 3700);
    QVERIFY2(stage.priceLine().contains(QStringLiteral("41円")), qPrintable(stage.priceLine()));
}

void TestSettingForm::wrongSumIsRefusedBesideItsField()
{
    Stage stage;
    stage.form->startEdit(rowOf(influenza));
    stage.put("fee_vaccinated", 3041);
    stage.put("copay", 700);
    stage.put("fee_exempt", 3700);
    QVERIFY(!stage.form->check());
    QCOMPARE(stage.form->formField(QStringLiteral("fee_exempt"))->problem()->code, QStringLiteral("E-VACC-012"));
}

void TestSettingForm::categoryAHasNoCopayment()
{
    Stage stage;
    stage.form->startEdit(rowOf(hib));
    QVERIFY(!stage.isShown("copay"));
    QVERIFY(!stage.isShown("fee_exempt"));
    QVERIFY(stage.isShown("fee_vaccinated"));
}

void TestSettingForm::seasonOnlyForSeasonalItems()
{
    Stage stage;
    stage.form->startEdit(rowOf(hib));
    QVERIFY(!stage.isShown("season_from"));
    stage.form->startEdit(rowOf(influenza));
    QVERIFY(stage.isShown("season_from"));
    stage.put("season_from", QStringLiteral("2027-04-01"));
    QVERIFY(!stage.form->check());
    QCOMPARE(stage.form->formField(QStringLiteral("season_from"))->problem()->code, QStringLiteral("E-VACC-005"));
}

void TestSettingForm::weeksOnlyForPregnancy()
{
    Stage stage;
    stage.form->startEdit(rowOf(hib));
    QVERIFY(!stage.isShown("pregnancy_from"));
    stage.form->startEdit(rowOf(rsv));
    QVERIFY(stage.isShown("pregnancy_from"));
    stage.put("pregnancy_from", QStringLiteral("w29+0"));
    QCOMPARE(stage.form->change().set.value(QStringLiteral("pregnancy_from")).toString(), QStringLiteral("w29+0"));
}

void TestSettingForm::onlyWhatThePersonChangedIsAChange()
{
    Stage stage;
    stage.form->startEdit(rowOf(hib));
    QVERIFY(!stage.form->isChanged());
    stage.put("impl_flag", true);
    stage.put("contact", QStringLiteral("健康推進課 03-0000-1234"));
    const FieldChange change = stage.form->change();
    QCOMPARE(change.set.keys(), (QStringList{QStringLiteral("contact"), QStringLiteral("impl_flag")}));
    QVERIFY(change.unset.isEmpty());
    stage.put("impl_flag", false);
    stage.put("contact", QJsonValue(QJsonValue::Undefined));
    QVERIFY(!stage.form->isChanged());
}

void TestSettingForm::fullWidthAmountsAreUnderstood()
{
    Stage stage;
    stage.form->startEdit(rowOf(hib));
    auto* line = qobject_cast<QLineEdit*>(stage.form->editor(QStringLiteral("fee_vaccinated"))->inputs().first());
    line->setText(QStringLiteral("８，２２１円"));
    QCOMPARE(stage.form->setting().feeVaccinated, std::optional<qint64>(8221));
    line->setText(QStringLiteral("高い"));
    QVERIFY(!stage.form->check());
    QCOMPARE(stage.form->formField(QStringLiteral("fee_vaccinated"))->problem()->code, QStringLiteral("E-VACC-010"));
}

void TestSettingForm::readerLooksOnly()
{
    Stage stage(Role::Reader);
    stage.form->startEdit(rowOf(influenza));
    QVERIFY(stage.form->isReadOnly());
    for (const char* field : {"impl_flag", "contract_type"})
        QVERIFY(!stage.form->editor(QString::fromLatin1(field))->inputs().first()->isEnabled());
    auto* fee = qobject_cast<QLineEdit*>(stage.form->editor(QStringLiteral("fee_vaccinated"))->inputs().first());
    QVERIFY(fee->isReadOnly());
    for (const QPushButton* button : stage.form->findChildren<QPushButton*>())
        QVERIFY(button->text() != QStringLiteral("保存") || !button->isVisible());
}

void TestSettingForm::undoGoesBack()
{
    Stage stage;
    stage.form->startEdit(rowOf(hib));
    auto* flag = qobject_cast<QComboBox*>(stage.form->editor(QStringLiteral("impl_flag"))->inputs().first());
    flag->setCurrentIndex(0);
    QVERIFY(stage.form->setting().implFlag);
    QVERIFY(stage.form->undo().undo());
    QVERIFY(!stage.form->setting().implFlag);
}

void TestSettingForm::typedWorkStaysWhenTheRowMoves()
{
    Stage stage;
    stage.form->startEdit(rowOf(hib));
    stage.put("contact", QStringLiteral("健康推進課"));
    SettingRow moved = rowOf(hib);
    moved.setting.note = QStringLiteral("他の人の備考");
    moved.seen.ver = 2;
    moved.badge = RowBadge::NeedsPerson;
    stage.form->refresh(moved);
    QCOMPARE(stage.form->setting().contact, QStringLiteral("健康推進課"));
    QVERIFY(stage.form->change().set.value(QStringLiteral("note")).isUndefined());
    QCOMPARE(stage.form->row()->seen.ver, 1);
}

void TestSettingForm::everyControlHasAName()
{
    Stage stage;
    stage.form->startEdit(rowOf(influenza));
    settle(stage.form.get());
    QCOMPARE(namelessWidgets(stage.form.get()), QStringList());
    QCOMPARE(cutTexts(stage.form.get()), QStringList());
}

QTEST_MAIN(TestSettingForm)
#include "test_setting_form.moc"
