// SPDX-License-Identifier: Apache-2.0
// Operations and conflicts as table rows and as words: every state says why and what to do next, and none of them
// claims that anything is finished.
#include "tests/ui_sync/fake_sync_desk.h"

#include "ui/sync/operation_table.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace yoyo;

class TestSyncTables : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void operationsAreAWellBehavedModel();
    void conflictsAreAWellBehavedModel();
    void moreRowsAreAskedForOnce();
    void everyStateHasAWordAReasonAndANextStep();
    void changesReadBeforeAndAfter();
    void newRowsReadAsNew();
    void anAuthorThisPcDoesNotKnowIsToldSo();
};

void TestSyncTables::operationsAreAWellBehavedModel()
{
    const SyncWords words = test::plainWords();
    OperationTable table(words);
    QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.setRows(test::everyKind(), 9);
    table.appendRows({test::operation(OpState::Queued, NextAction::Wait)});
    table.retranslate();
    table.setRows({}, 0);
    QCOMPARE(table.rowCount(), 0);
}

void TestSyncTables::conflictsAreAWellBehavedModel()
{
    const SyncWords words = test::plainWords();
    ConflictTable table(words);
    QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.setRows({test::feeConflict()});
    QCOMPARE(table.index(0, ConflictTable::Groups).data().toString().count(QLatin1Char(',')), 1);
    table.setRows({});
}

void TestSyncTables::moreRowsAreAskedForOnce()
{
    const SyncWords words = test::plainWords();
    OperationTable table(words);
    QSignalSpy wanted(&table, &OperationTable::moreWanted);
    table.setRows(test::everyKind(), 9);
    QVERIFY(table.canFetchMore({}));
    table.fetchMore({});
    table.fetchMore({});
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toInt(), 7);
    table.appendRows({});
    QVERIFY(!table.canFetchMore({}));
}

void TestSyncTables::everyStateHasAWordAReasonAndANextStep()
{
    for (const OperationRow& row : test::everyKind()) {
        const QStringList texts{SyncWords::state(row.state), SyncWords::stateReason(row), SyncWords::nextStep(row)};
        for (const QString& text : texts)
            QVERIFY(!text.isEmpty());
    }
    for (int i = 0; i <= int(OpState::Withdrawn); ++i) {
        OperationRow row;
        row.state = OpState(i);
        QVERIFY(!SyncWords::state(row.state).isEmpty());
        QVERIFY(!SyncWords::stateReason(row).isEmpty());
    }
    for (int i = 0; i <= int(NextAction::AuthorSignsIn); ++i) {
        OperationRow row;
        row.nextAction = NextAction(i);
        QVERIFY(!SyncWords::nextStep(row).isEmpty());
    }
    for (int i = 0; i <= int(SyncPhase::NeedsDecision); ++i) {
        SyncStatus status;
        status.phase = SyncPhase(i);
        QVERIFY(!SyncWords::phase(status).isEmpty());
    }
}

void TestSyncTables::changesReadBeforeAndAfter()
{
    const SyncWords words = test::plainWords();
    const QString text = words.summary(test::operation(OpState::Queued, NextAction::Wait));
    QVERIFY2(text.contains(QStringLiteral("所属: 健康推進課 → 保健予防課")), qPrintable(text));
    OperationRow many = test::operation(OpState::Queued, NextAction::Wait);
    many.changes.append({QStringLiteral("family_name"), QStringLiteral("佐藤"), QStringLiteral("鈴木")});
    QVERIFY(words.summary(many).contains(QLatin1Char('1')));
}

void TestSyncTables::newRowsReadAsNew()
{
    const SyncWords words = test::plainWords();
    OperationRow row = test::operation(OpState::Queued, NextAction::Wait);
    row.kind = OperationKind::Create;
    const QString text = words.summary(row);
    QVERIFY(text.contains(QStringLiteral("保健予防課")));
    QVERIFY(!text.contains(QStringLiteral("健康推進課")));
}

void TestSyncTables::anAuthorThisPcDoesNotKnowIsToldSo()
{
    const SyncWords words = test::plainWords();
    OperationTable table(words);
    OperationRow row = test::operation(OpState::Queued, NextAction::AuthorSignsIn);
    row.authorName.clear();
    table.setRows({row}, 1);
    QVERIFY(!table.index(0, OperationTable::Author).data().toString().isEmpty());
    QVERIFY(!SyncWords::nextStep(row).isEmpty());
}

QTEST_GUILESS_MAIN(TestSyncTables)
#include "test_sync_tables.moc"
