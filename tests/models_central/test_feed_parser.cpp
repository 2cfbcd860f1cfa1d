// SPDX-License-Identifier: Apache-2.0
#include "models/central/feed_parser.h"

#include "models/domain/ids.h"

#include <QTest>

using namespace yoyo;

class TestFeedParser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void readsRowsTombstonesAndTheEnd();
    void keepsSequencesBeyondTheDoubleRange();
    void refusesAPageWithoutItsEnd();
    void refusesRowsAfterTheEnd();
    void refusesOneBadLine_data();
    void refusesOneBadLine();
    void readsManyRows();
};

static const QByteArray row =
    R"({"kind":"upsert","entity":"user","id":"0192f0aa-0000-7000-8000-000000000001","ver":3,"seq":"12","fields":{"family_name":"山田"}})"
    "\n";
static const QByteArray tombstone =
    R"({"kind":"tombstone","entity":"user","id":"0192f0aa-0000-7000-8000-000000000002","ver":4,"seq":"13"})"
    "\n";
static const QByteArray endLine =
    R"({"kind":"end","cursor":"c1","up_to_seq":"13","has_more":false,"dataset_epoch":"0192f0aa-0000-4000-8000-0000000000ff"})"
    "\n";

void TestFeedParser::readsRowsTombstonesAndTheEnd()
{
    const Result<ChangesPage> page = parseChanges(row + tombstone + endLine);
    QVERIFY(page.isOk());
    QCOMPARE(page->rows.size(), 2);
    QCOMPARE(page->rows[0].fields.value(QStringLiteral("family_name")).toString(), QStringLiteral("山田"));
    QCOMPARE(page->rows[0].seq, 12);
    QVERIFY(page->rows[1].isDeleted);
    QCOMPARE(page->cursor, QStringLiteral("c1"));
    QVERIFY(!page->hasMore);
    QVERIFY(parseChanges(endLine).isOk());
}

void TestFeedParser::keepsSequencesBeyondTheDoubleRange()
{
    QByteArray large = row;
    large.replace("\"12\"", "\"9007199254740993\"");
    const Result<ChangesPage> page = parseChanges(large + endLine);
    QVERIFY(page.isOk());
    QCOMPARE(page->rows.first().seq, 9'007'199'254'740'993);
}

void TestFeedParser::refusesAPageWithoutItsEnd()
{
    QCOMPARE(parseChanges(row).error().code, ErrorCode::ReplyInvalid);
    QCOMPARE(parseChanges({}).error().code, ErrorCode::ReplyInvalid);
    for (int cut = 2; cut < endLine.size(); ++cut)
        QCOMPARE(parseChanges(row + endLine.chopped(cut)).error().code, ErrorCode::ReplyInvalid);
}

void TestFeedParser::refusesRowsAfterTheEnd()
{
    QCOMPARE(parseChanges(endLine + row).error().code, ErrorCode::ReplyInvalid);
    QCOMPARE(parseChanges(endLine + endLine).error().code, ErrorCode::ReplyInvalid);
}

void TestFeedParser::refusesOneBadLine_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("kind") << QByteArray("upsert") << QByteArray("update");
    QTest::newRow("entity") << QByteArray("\"user\"") << QByteArray("\"ghost\"");
    QTest::newRow("id") << QByteArray("0192f0aa") << QByteArray("0192F0AA");
    QTest::newRow("ver") << QByteArray("\"ver\":3") << QByteArray("\"ver\":0");
    QTest::newRow("seq as number") << QByteArray("\"12\"") << QByteArray("12");
    QTest::newRow("seq as words") << QByteArray("\"12\"") << QByteArray("\"x\"");
    QTest::newRow("fields") << QByteArray("\"fields\"") << QByteArray("\"values\"");
    QTest::newRow("json") << QByteArray("}}") << QByteArray("}");
}

void TestFeedParser::refusesOneBadLine()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray bad = row;
    bad.replace(from, to);
    QVERIFY(bad != row);
    QCOMPARE(parseChanges(row + bad + endLine).error().code, ErrorCode::ReplyInvalid);
}

void TestFeedParser::readsManyRows()
{
    constexpr int count = 20'000;
    QByteArray body;
    for (int i = 0; i < count; ++i)
        body += row;
    body += endLine;
    QBENCHMARK_ONCE { // a figure to look at; nothing is refused for it
        const Result<ChangesPage> page = parseChanges(body);
        QVERIFY(page.isOk());
        QCOMPARE(page->rows.size(), count);
    }
}

QTEST_GUILESS_MAIN(TestFeedParser)
#include "test_feed_parser.moc"
