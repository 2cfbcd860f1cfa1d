// SPDX-License-Identifier: Apache-2.0
// The conflict page: three values side by side, nothing chosen beforehand, each group decided by a person, and shown
// again when the centre has moved.
#include "tests/support/fake_questions.h"
#include "tests/support/widget_test.h"
#include "tests/ui_sync/fake_sync_desk.h"

#include "ui/sync/decision_page.h"
#include "ui/widgets/band.h"

#include <QRadioButton>
#include <QAction>
#include <QSignalSpy>

using namespace yoyo;

class TestDecisionPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_languages = test::startUi(); }
    void init()
    {
        test::failOnWarnings();
        m_languages->setLanguage(QStringLiteral("ja"));
    }
    void nothingIsChosenBeforehand();
    void showsTheThreeValuesOfEachField();
    void anUndecidedGroupIsNamedAndNothingIsSent();
    void everyGroupIsDecidedOnItsOwn();
    void theKeyboardAloneSuffices();
    void aMovedCentreIsShownAgainWithNothingChosen();
    void aFailedDecisionKeepsTheChoices();
    void aVanishedConflictIsTold();
    void theLanguageSwitchKeepsTheChoices();
    void aDeletedRowIsShownAsDeleted();
    void prints();

private:
    LanguageSwitch* m_languages = nullptr;
};

namespace {

struct Scene
{
    test::FakeSyncDesk desk;
    SyncWords words = test::plainWords();
    ErrorPresenter presenter;
    test::FakeQuestions questions;
    DecisionPage page{desk, words, presenter, questions};
    explicit Scene(const ConflictRow& conflict = test::feeConflict())
    {
        desk.conflictRows = {conflict};
        page.resize(1150, 640);
        page.show();
        page.openConflict(conflict.id);
        test::settle(&page);
    }
    QRadioButton* radio(const char* name) { return page.findChild<QRadioButton*>(QLatin1String(name)); }
    QPushButton* decide() { return page.findChild<QPushButton*>(QStringLiteral("decide")); }
    QString band(const char* name)
    {
        auto* band = page.findChild<Band*>(QLatin1String(name));
        return band->isVisibleTo(&page) ? band->text() : QString();
    }
    QStringList texts()
    {
        QStringList out;
        for (const QLabel* label : page.findChildren<QLabel*>())
            out << label->text();
        return out;
    }
};

} // namespace

void TestDecisionPage::nothingIsChosenBeforehand()
{
    Scene s;
    const auto radios = s.page.findChildren<QRadioButton*>();
    QCOMPARE(radios.size(), 4);
    for (const QRadioButton* radio : radios)
        QVERIFY(!radio->isChecked());
    QCOMPARE(s.page.controller().undecided().size(), 2);
}

void TestDecisionPage::showsTheThreeValuesOfEachField()
{
    Scene s;
    const QStringList texts = s.texts();
    for (const char16_t* text : {u"4800 円", u"5200 円", u"5060 円", u"元の値", u"この端末", u"中央"})
        QVERIFY2(texts.contains(QString::fromUtf16(text)), qPrintable(QString::fromUtf16(text)));
}

void TestDecisionPage::anUndecidedGroupIsNamedAndNothingIsSent()
{
    Scene s;
    s.radio("local_price")->click();
    s.decide()->click();
    QCOMPARE(s.desk.decisions.size(), 0);
    QVERIFY2(s.band("trouble").contains(SyncWords::group(Entity::VaccinationSetting, QStringLiteral("season"))),
             qPrintable(s.band("trouble")));
    QVERIFY(s.band("trouble").contains(QStringLiteral("E-SYNC-020")));
}

void TestDecisionPage::everyGroupIsDecidedOnItsOwn()
{
    Scene s;
    QSignalSpy settled(&s.page, &DecisionPage::settled);
    s.radio("local_price")->click();
    s.radio("central_season")->click();
    s.page.findChild<QLineEdit*>()->setText(QStringLiteral("高橋さんに電話で確認"));
    s.decide()->click();
    QTRY_COMPARE(settled.count(), 1);
    QCOMPARE(s.desk.decisions.size(), 1);
    QCOMPARE(s.desk.decisions.first().theirsVer, 7);
    QCOMPARE(s.desk.decisions.first().reason, QStringLiteral("高橋さんに電話で確認"));
    QCOMPARE(s.desk.decisions.first().choices.value(QStringLiteral("price")), Side::Local);
    QCOMPARE(s.desk.decisions.first().choices.value(QStringLiteral("season")), Side::Central);
    QCOMPARE(s.desk.decisions.first().choices.size(), 2);
}

void TestDecisionPage::theKeyboardAloneSuffices()
{
    Scene s;
    s.page.activateWindow();
    s.radio("local_price")->setFocus();
    QTest::keyClick(s.radio("local_price"), Qt::Key_Space);
    QVERIFY(s.radio("local_price")->isChecked());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    s.radio("central_season")->setFocus();
    QTest::keyClick(s.radio("central_season"), Qt::Key_Space);
    QVERIFY(s.page.controller().undecided().isEmpty());
    QCOMPARE(test::namelessWidgets(&s.page), QStringList());
}

void TestDecisionPage::aMovedCentreIsShownAgainWithNothingChosen()
{
    Scene s;
    s.radio("local_price")->click();
    s.radio("local_season")->click();
    s.desk.decideAnswer = Error(ErrorCode::SupersededDecision);
    s.desk.conflictRows.first().theirsVer = 8;
    s.desk.conflictRows.first().groups.first().fields.first().theirs = 5500;
    s.decide()->click();
    QTRY_VERIFY(s.band("moved").contains(QStringLiteral("E-SYNC-021")));
    QTRY_VERIFY(s.texts().contains(QStringLiteral("5500 円")));
    for (const QRadioButton* radio : s.page.findChildren<QRadioButton*>())
        QVERIFY(!radio->isChecked());
}

void TestDecisionPage::aFailedDecisionKeepsTheChoices()
{
    Scene s;
    s.radio("local_price")->click();
    s.radio("local_season")->click();
    s.desk.decideAnswer = Error(ErrorCode::DiskFull);
    s.decide()->click();
    QTRY_VERIFY(s.band("trouble").contains(QStringLiteral("E-STOR-004")));
    QVERIFY(s.radio("local_price")->isChecked());
    QVERIFY(s.decide()->isEnabled());
}

void TestDecisionPage::aVanishedConflictIsTold()
{
    Scene s;
    s.page.openConflict(QUuid::createUuid());
    QTRY_VERIFY(s.band("trouble").contains(QStringLiteral("E-SYNC-008")));
}

void TestDecisionPage::theLanguageSwitchKeepsTheChoices()
{
    Scene s;
    s.radio("central_price")->click();
    m_languages->setLanguage(QStringLiteral("en"));
    test::settle(&s.page);
    QVERIFY(s.radio("central_price")->isChecked());
    QVERIFY(!s.radio("local_season")->isChecked());
}

void TestDecisionPage::aDeletedRowIsShownAsDeleted()
{
    ConflictRow conflict = test::feeConflict();
    conflict.conflictClass = ConflictClass::EditDelete;
    Scene s(conflict);
    QVERIFY(s.texts().contains(QStringLiteral("（削除済み）")));
}

void TestDecisionPage::prints()
{
    Scene s;
    s.page.findChild<QAction*>(QStringLiteral("print"))->trigger();
    QCOMPARE(s.questions.prints, 1);
}

QTEST_MAIN(TestDecisionPage)
#include "test_decision_page.moc"
