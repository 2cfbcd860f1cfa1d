// SPDX-License-Identifier: Apache-2.0
// The sync page as a person uses it: what waits, why, the one next step, taking back, the password that releases, and
// never a word that anything is finished.
#include "tests/support/fake_questions.h"
#include "tests/support/widget_test.h"
#include "tests/ui_sync/fake_sync_desk.h"

#include "ui/sync/operation_detail.h"
#include "ui/sync/sync_page.h"
#include "ui/widgets/band.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/list_panel.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/password_field.h"

#include <QListWidget>
#include <QAction>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>

using namespace yoyo;

class TestSyncPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_languages = test::startUi(); }
    void init()
    {
        test::failOnWarnings();
        m_languages->setLanguage(QStringLiteral("ja"));
    }
    void emptyListSaysSo();
    void loadingAndFailureAreTold();
    void everyOperationIsListedWithItsReasonAndNextStep();
    void theFieldOfARefusalIsNamed();
    void filtersAskTheService();
    void changesWhileLookingKeepTheSelection();
    void takingBackAsksFirst();
    void aRefusedTakingBackIsTold();
    void thePasswordReleasesWaitingChanges();
    void aWrongPasswordIsAskedAgain();
    void theAnswerToTheNewestQueryIsShown();
    void onePasswordIsSentAtATime();
    void aRefusedChangeLeadsToItsForm();
    void aConflictLeadsToItsPage();
    void anEndedSessionLeadsToTheSignIn();
    void offlineIsToldAndSyncNowAsks();
    void lastSyncSaysVerifiedOrNot();
    void anotherDatasetIsAPersonsDecision();
    void noticesCanBeReadAgain();
    void nothingIsEverCalledFinished();
    void printsTheList();
    void theLanguageSwitchKeepsFilterAndSelection();

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
    TransientViewMemory memory;
    MessageLog log;
    SyncPage page{{desk, words, presenter, questions, memory, &log}};
    explicit Scene(const QList<OperationRow>& rows = test::everyKind())
    {
        desk.rows = rows;
        desk.statusValue.phase = SyncPhase::Idle;
        desk.statusValue.isOnline = true;
        desk.statusValue.lastOk = QDateTime(QDate(2026, 11, 22), QTime(0, 55), Qt::UTC);
        page.resize(1150, 640);
        page.show();
    }
    void open()
    {
        page.entered();
        test::settle(&page);
    }
    ListPanel* list() { return page.findChild<ListPanel*>(QStringLiteral("operations")); }
    OperationDetail* detail() { return page.findChild<OperationDetail*>(); }
    QPushButton* button(const char* name) { return page.findChild<QPushButton*>(QLatin1String(name)); }
    void select(OpState state)
    {
        for (int i = 0; i < page.controller().operations().rowCount(); ++i) {
            if (page.controller().operations().at(i)->state == state)
                list()->table()->selectRow(i);
        }
        test::settle(&page);
    }
    QString shown()
    {
        QStringList texts{page.title()};
        for (const QLabel* label : page.findChildren<QLabel*>()) {
            if (label->isVisibleTo(&page))
                texts << label->text();
        }
        for (const QAbstractButton* button : page.findChildren<QAbstractButton*>())
            texts << button->text();
        for (int row = 0; row < list()->table()->model()->rowCount(); ++row) {
            for (int column = 0; column < list()->table()->model()->columnCount(); ++column)
                texts << list()->table()->model()->index(row, column).data().toString();
        }
        return texts.join(QLatin1Char('\n'));
    }
};

} // namespace

void TestSyncPage::emptyListSaysSo()
{
    Scene s(QList<OperationRow>{});
    s.open();
    QCOMPARE(s.list()->state(), ListPanel::State::Empty);
    QVERIFY(!s.detail()->operation());
}

void TestSyncPage::loadingAndFailureAreTold()
{
    Scene s;
    QCOMPARE(s.list()->state(), ListPanel::State::Loading);
    s.desk.loadError = Error(ErrorCode::StoreBusy);
    s.open();
    QCOMPARE(s.list()->state(), ListPanel::State::Failed);
    s.desk.loadError.reset();
    Q_EMIT s.list()->retryRequested();
    QTRY_COMPARE(s.list()->state(), ListPanel::State::Rows);
}

void TestSyncPage::everyOperationIsListedWithItsReasonAndNextStep()
{
    Scene s;
    s.open();
    QCOMPARE(s.page.controller().operations().rowCount(), 6);
    for (int i = 0; i < 6; ++i) {
        s.list()->table()->selectRow(i);
        test::settle(&s.page);
        QVERIFY(s.detail()->operation());
        QVERIFY(!s.detail()->findChild<QLabel*>(QStringLiteral("next"))->text().isEmpty());
    }
}

void TestSyncPage::theFieldOfARefusalIsNamed()
{
    Scene s;
    s.open();
    s.select(OpState::Rejected);
    const QString problem = s.detail()->findChild<QLabel*>(QStringLiteral("problem"))->text();
    QVERIFY2(problem.startsWith(QStringLiteral("メールアドレス")), qPrintable(problem));
    QVERIFY(s.shown().contains(QStringLiteral("E-USER-008")));
}

void TestSyncPage::filtersAskTheService()
{
    Scene s;
    s.open();
    s.page.findChild<QComboBox*>(QStringLiteral("whose"))->setCurrentIndex(1);
    test::settle(&s.page);
    QVERIFY(s.desk.queries.last().isOnlyMine);
    QCOMPARE(s.page.controller().operations().rowCount(), 5);
    s.page.findChild<QComboBox*>(QStringLiteral("which"))->setCurrentIndex(1);
    test::settle(&s.page);
    QVERIFY(!s.desk.queries.last().isOnlyOpen);
    QCOMPARE(s.page.controller().operations().rowCount(), 6);
}

void TestSyncPage::changesWhileLookingKeepTheSelection()
{
    Scene s;
    s.open();
    s.select(OpState::Rejected);
    const QUuid chosen = s.detail()->operation()->opId;
    s.desk.rows.prepend(test::operation(OpState::Queued, NextAction::Wait));
    Q_EMIT s.desk.changed();
    QTRY_COMPARE(s.page.controller().operations().rowCount(), 7);
    QCOMPARE(s.detail()->operation()->opId, chosen);
}

void TestSyncPage::takingBackAsksFirst()
{
    Scene s;
    s.open();
    s.select(OpState::Rejected);
    const QUuid id = s.detail()->operation()->opId;
    s.questions.answer = Answer::Refused;
    s.button("withdraw")->click();
    QCOMPARE(s.desk.withdrawn.size(), 0);
    s.questions.answer = Answer::Accepted;
    s.button("withdraw")->click();
    QCOMPARE(s.desk.withdrawn, QList<QUuid>{id});
    QVERIFY(!s.questions.asked.last().consequence.isEmpty());
    QTRY_COMPARE(s.page.controller().operations().rowCount(), 5);
}

void TestSyncPage::aRefusedTakingBackIsTold()
{
    Scene s;
    s.open();
    s.desk.withdrawAnswer = Error(ErrorCode::NotUndoable);
    s.button("withdraw")->click();
    QTRY_VERIFY(s.page.messages()->text().contains(QStringLiteral("E-SYNC-019")));
    QCOMPARE(s.page.controller().operations().rowCount(), 6);
}

void TestSyncPage::thePasswordReleasesWaitingChanges()
{
    Scene s;
    s.desk.statusValue.counts.waitingStepUp = 1;
    s.open();
    auto* attention = s.page.findChild<Band*>(QStringLiteral("attention"));
    QVERIFY(attention->isVisibleTo(&s.page));
    Q_EMIT attention->activated();
    auto* dialog = s.page.findChild<PasswordDialog*>();
    QVERIFY(dialog);
    s.desk.stepUpAnswer = StepUpReceipt{QDateTime(), 1};
    Q_EMIT dialog->passwordEntered(QStringLiteral("ｋａｗａ-to-yama"));
    QTRY_COMPARE(s.desk.passwords, QStringList{QStringLiteral("kawa-to-yama")});
    QTRY_VERIFY(!s.page.findChild<PasswordDialog*>());
    QVERIFY(!s.page.messages()->text().isEmpty());
}

void TestSyncPage::theAnswerToTheNewestQueryIsShown()
{
    test::FakeSyncDesk desk;
    desk.rows = test::everyKind();
    const SyncWords words = test::plainWords();
    SyncController controller(desk, words);
    desk.isHolding = true;
    OperationQuery mine;
    mine.isOnlyMine = true;
    controller.setQuery(mine);
    controller.setQuery({});
    QCOMPARE(desk.held.size(), 2);
    desk.held.at(1)();
    QTRY_COMPARE(controller.operations().rowCount(), 6);
    QSignalSpy loaded(&controller, &SyncController::operationsLoaded);
    desk.held.at(0)(); // comes late
    QCoreApplication::sendPostedEvents();
    QVERIFY(!loaded.wait(50));
    QCOMPARE(controller.operations().rowCount(), 6);
}

void TestSyncPage::onePasswordIsSentAtATime()
{
    test::FakeSyncDesk desk;
    const SyncWords words = test::plainWords();
    SyncController controller(desk, words);
    QSignalSpy done(&controller, &SyncController::steppedUp);
    controller.stepUp(SecretBuffer::fromText(QStringLiteral("once")));
    controller.stepUp(SecretBuffer::fromText(QStringLiteral("once")));
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(desk.passwords.size(), 1);
}

void TestSyncPage::aWrongPasswordIsAskedAgain()
{
    Scene s;
    s.open();
    s.select(OpState::WaitingStepUp);
    s.button("go")->click();
    auto* dialog = s.page.findChild<PasswordDialog*>();
    QVERIFY(dialog);
    s.desk.stepUpAnswer = Error(ErrorCode::CredentialsInvalid);
    Q_EMIT dialog->passwordEntered(QStringLiteral("wrong"));
    QTRY_VERIFY(!s.page.controller().isSteppingUp());
    QVERIFY(s.page.findChild<PasswordDialog*>());
    QVERIFY(dialog->findChild<PasswordField*>()->text().isEmpty());
    dialog->close();
}

void TestSyncPage::aRefusedChangeLeadsToItsForm()
{
    Scene s;
    s.open();
    QSignalSpy requested(&s.page, &Page::pageRequested);
    s.select(OpState::Rejected);
    const OperationRow row = *s.detail()->operation();
    s.button("go")->click();
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().at(0).toString(), QStringLiteral("users"));
    QCOMPARE(requested.first().at(1).toString(), row.rowId.toString(QUuid::WithoutBraces));
}

void TestSyncPage::aConflictLeadsToItsPage()
{
    Scene s;
    ConflictRow conflict = test::feeConflict();
    for (OperationRow& row : s.desk.rows) {
        if (row.state == OpState::Conflict)
            conflict.opId = row.opId;
    }
    s.desk.conflictRows = {conflict};
    s.open();
    QSignalSpy requested(&s.page, &Page::pageRequested);
    s.select(OpState::Conflict);
    s.button("go")->click();
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().at(0).toString(), QStringLiteral("conflict"));
    s.page.findChild<QTabWidget*>()->setCurrentIndex(1);
    s.button("decide")->click();
    QCOMPARE(requested.count(), 2);
    QCOMPARE(requested.last().at(1).toString(), conflict.id.toString(QUuid::WithoutBraces));
}

void TestSyncPage::anEndedSessionLeadsToTheSignIn()
{
    Scene s;
    s.desk.statusValue.phase = SyncPhase::WaitingSignIn;
    s.desk.statusValue.counts.unsent = 2;
    s.open();
    QSignalSpy wanted(&s.page, &SyncPage::signInRequested);
    Q_EMIT s.page.findChild<Band*>(QStringLiteral("attention"))->activated();
    QCOMPARE(wanted.count(), 1);
}

void TestSyncPage::offlineIsToldAndSyncNowAsks()
{
    Scene s;
    s.desk.statusValue.phase = SyncPhase::Offline;
    s.desk.statusValue.isOnline = false;
    s.desk.statusValue.lastError = Error(ErrorCode::ConnectionTimedOut);
    s.open();
    QVERIFY(s.page.findChild<Band*>(QStringLiteral("trouble"))->text().contains(QStringLiteral("E-NET-003")));
    s.button("syncNow")->click();
    QCOMPARE(s.desk.syncs, 1);
    s.desk.statusValue.phase = SyncPhase::Sending;
    Q_EMIT s.desk.statusChanged(s.desk.statusValue);
    QVERIFY(!s.button("syncNow")->isEnabled());
}

void TestSyncPage::lastSyncSaysVerifiedOrNot()
{
    Scene s;
    s.open();
    auto* last = s.page.findChild<QLabel*>(QStringLiteral("lastSync"));
    QVERIFY2(last->text().contains(QStringLiteral("未照合")), qPrintable(last->text()));
    QVERIFY(last->text().contains(QStringLiteral("09:55")));
    s.desk.statusValue.isVerified = true;
    Q_EMIT s.desk.statusChanged(s.desk.statusValue);
    QVERIFY(last->text().contains(QStringLiteral("照合済み")));
    s.desk.statusValue.lastOk = {};
    Q_EMIT s.desk.statusChanged(s.desk.statusValue);
    QVERIFY(!last->text().isEmpty());
}

void TestSyncPage::anotherDatasetIsAPersonsDecision()
{
    Scene s;
    s.desk.statusValue.phase = SyncPhase::NeedsDecision;
    s.desk.statusValue.lastError = Error(ErrorCode::DatasetReplaced);
    s.open();
    QCOMPARE(s.desk.accepts, 0);
    Q_EMIT s.page.findChild<Band*>(QStringLiteral("attention"))->activated();
    QCOMPARE(s.desk.accepts, 1);
}

void TestSyncPage::noticesCanBeReadAgain()
{
    Scene s;
    s.open();
    s.log.add({Message::Kind::Error, QStringLiteral("保存できませんでした。"), QStringLiteral("E-STOR-004"),
               QDateTime(QDate(2026, 11, 22), QTime(1, 0), Qt::UTC)});
    auto* list = s.page.findChild<QListWidget*>(QStringLiteral("log"));
    QCOMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().contains(QStringLiteral("E-STOR-004")));
}

void TestSyncPage::nothingIsEverCalledFinished()
{
    Scene s;
    s.desk.statusValue.isVerified = true;
    s.open();
    s.page.findChild<QComboBox*>(QStringLiteral("which"))->setCurrentIndex(1);
    test::settle(&s.page);
    for (int i = 0; i < s.page.controller().operations().rowCount(); ++i) {
        s.list()->table()->selectRow(i);
        test::settle(&s.page);
        QVERIFY2(!s.shown().contains(QStringLiteral("完了")), qPrintable(s.shown()));
    }
}

void TestSyncPage::printsTheList()
{
    Scene s;
    s.open();
    s.page.findChild<QAction*>(QStringLiteral("print"))->trigger();
    QCOMPARE(s.questions.prints, 1);
}

void TestSyncPage::theLanguageSwitchKeepsFilterAndSelection()
{
    Scene s;
    s.open();
    s.page.findChild<QComboBox*>(QStringLiteral("which"))->setCurrentIndex(1);
    s.select(OpState::Rejected);
    const QUuid chosen = s.detail()->operation()->opId;
    const int asked = int(s.desk.queries.size());
    m_languages->setLanguage(QStringLiteral("en"));
    test::settle(&s.page);
    QCOMPARE(s.detail()->operation()->opId, chosen);
    QCOMPARE(s.page.findChild<QComboBox*>(QStringLiteral("which"))->currentIndex(), 1);
    QCOMPARE(s.desk.queries.size(), asked);
}

QTEST_MAIN(TestSyncPage)
#include "test_sync_page.moc"
