// SPDX-License-Identifier: Apache-2.0
#include "models/storage/connection.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace yoyo;

class TestConnection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void oneTextRunsInsideItself();
    void aRunningStatementSurvivesManyOthers();
    void moreRunAtOnceThanAreKept();
    void keptStatementsFollowTheSchema();
    void aStoppedStatementHoldsNothing();
    void aFailedStatementRunsAgain();
    void blobsStayThoughTheCallerForgetsThem();

private:
    qint64 number(const QString& sql, const QVariantList& params = {});
    void countDown(int depth, QList<qint64>& seen);
    void nest(int depth, int deepest);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Connection> m_connection;
};

void TestConnection::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_dir = std::make_unique<QTemporaryDir>();
    Connection::Options options;
    options.path = m_dir->filePath(QStringLiteral("a.db"));
    auto opened = Connection::open(options);
    QVERIFY(opened);
    m_connection = std::move(*opened);
    QVERIFY(m_connection->runScript(QStringLiteral("PRAGMA journal_mode=WAL; CREATE TABLE t (n INTEGER PRIMARY KEY, b BLOB);"
                                                   "INSERT INTO t (n) VALUES (1), (2), (3)")));
}

void TestConnection::cleanup()
{
    m_connection.reset();
    m_dir.reset();
}

qint64 TestConnection::number(const QString& sql, const QVariantList& params)
{
    const auto value = m_connection->selectInteger(sql, params);
    return value ? *value : -1;
}

void TestConnection::countDown(int depth, QList<qint64>& seen)
{
    const auto done = m_connection->select(QStringLiteral("SELECT n + ? FROM t ORDER BY n"), {depth * 10}, [&](const Row& row) {
        if (depth > 0)
            countDown(depth - 1, seen);
        seen.append(row.integer(0)); // still the outer row
        return true;
    });
    QVERIFY(done);
}

void TestConnection::oneTextRunsInsideItself()
{
    for (int time = 0; time < 2; ++time) {
        QList<qint64> seen;
        countDown(2, seen);
        QCOMPARE(seen.size(), 27 + 9 + 3);
        QCOMPARE(seen.mid(0, 4), (QList<qint64>{1, 2, 3, 11}));
        QCOMPARE(seen.mid(9 + 3 - 1, 2), (QList<qint64>{13, 21}));
        QCOMPARE(seen.last(), 23);
    }
}

void TestConnection::aRunningStatementSurvivesManyOthers()
{
    QList<qint64> seen;
    const auto done = m_connection->select(QStringLiteral("SELECT n FROM t ORDER BY n"), {}, [&](const Row& row) {
        for (int i = 0; i < 300; ++i) {
            if (number(QStringLiteral("SELECT %1 + ?").arg(i), {1}) != i + 1)
                return false;
        }
        seen.append(row.integer(0));
        return true;
    });
    QVERIFY(done);
    QCOMPARE(seen, (QList<qint64>{1, 2, 3}));
}

void TestConnection::nest(int depth, int deepest)
{
    if (depth == deepest)
        return;
    int rows = 0;
    const auto done = m_connection->select(QStringLiteral("SELECT n, %1 FROM t WHERE n = ?").arg(depth), {2}, [&](const Row& row) {
        nest(depth + 1, deepest);
        ++rows;
        return row.integer(0) == 2 && row.integer(1) == depth;
    });
    QVERIFY(done);
    QCOMPARE(rows, 1);
}

void TestConnection::moreRunAtOnceThanAreKept()
{
    nest(0, 150);
    nest(0, 150);
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM t")), 3);
}

void TestConnection::keptStatementsFollowTheSchema()
{
    const QString all = QStringLiteral("SELECT * FROM t WHERE n = 1");
    const QString insert = QStringLiteral("INSERT INTO t (n) VALUES (?)");
    QStringList names;
    const auto columns = [&] {
        names.clear();
        return m_connection->select(all, {}, [&names](const Row& row) {
            for (int i = 0; i < row.columns(); ++i)
                names.append(row.name(i));
            return true;
        });
    };
    QVERIFY(columns());
    QCOMPARE(names, (QStringList{QStringLiteral("n"), QStringLiteral("b")}));
    QVERIFY(m_connection->run(QStringLiteral("ALTER TABLE t ADD COLUMN c TEXT")));
    QVERIFY(columns());
    QCOMPARE(names.size(), 3);

    QVERIFY(m_connection->run(QStringLiteral("DROP TABLE t")));
    QVERIFY(!columns());
    QVERIFY(!m_connection->run(insert, {7}));
    QVERIFY(m_connection->run(QStringLiteral("CREATE TABLE t (n INTEGER, later TEXT)")));
    QVERIFY(m_connection->run(insert, {1}));
    QVERIFY(columns());
    QCOMPARE(names, (QStringList{QStringLiteral("n"), QStringLiteral("later")}));
}

void TestConnection::aStoppedStatementHoldsNothing()
{
    QVERIFY(m_connection->select(QStringLiteral("SELECT n FROM t"), {}, [](const Row&) { return false; }));
    qint64 busy = -1;
    QVERIFY(m_connection->run(QStringLiteral("UPDATE t SET b = x'00'")));
    QVERIFY(m_connection->select(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"), {}, [&busy](const Row& row) {
        busy = row.integer(0);
        return true;
    }));
    QCOMPARE(busy, 0);
    QVERIFY(m_connection->run(QStringLiteral("DROP TABLE t"))); // "table is locked" while a reader is open
}

void TestConnection::aFailedStatementRunsAgain()
{
    const QString insert = QStringLiteral("INSERT INTO t (n, b) VALUES (?, ?)");
    QVERIFY(!m_connection->run(insert, {1, QByteArray("x")}));
    QVERIFY(!m_connection->run(insert, {4}));
    QVERIFY(m_connection->run(insert, {4, QByteArray("y")}));
    QCOMPARE(m_connection->changes(), 1);
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM t WHERE b = CAST('y' AS BLOB)")), 1);
}

void TestConnection::blobsStayThoughTheCallerForgetsThem()
{
    const QByteArray text(100'000, 'k');
    QVariantList params{QByteArray(text.constData(), text.size())};
    int rows = 0;
    const auto done = m_connection->select(QStringLiteral("SELECT ?, n FROM t"), params, [&](const Row& row) {
        params.clear();
        params = {QByteArray(text.size(), 'z')};
        ++rows;
        return row.blob(0) == text;
    });
    QVERIFY(done);
    QCOMPARE(rows, 3);
    QVERIFY(m_connection->run(QStringLiteral("UPDATE t SET b = ? WHERE n = 2"), {QByteArray()}));
    QCOMPARE(number(QStringLiteral("SELECT length(b) FROM t WHERE n = 2")), 0); // empty is not NULL
}

QTEST_GUILESS_MAIN(TestConnection)
#include "test_connection.moc"
