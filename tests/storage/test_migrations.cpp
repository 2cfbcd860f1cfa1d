// SPDX-License-Identifier: Apache-2.0
#include "models/storage/connection.h"
#include "models/storage/entity_tables.h"
#include "models/storage/migrations.h"

#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace yoyo;

class TestMigrations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void stepsAreNumberedAndMakeEveryTable();
    void pinnedTablesAgreeWithTheFieldTable_data();
    void pinnedTablesAgreeWithTheFieldTable();
    void fieldNamesDoNotClashWithOurColumns();
    void upgradesStepByStep();
    void aFailingStepLeavesTheLastOne();
    void newerFileIsRefusedUntouched();
    void bindsAndReadsEveryType();
    void refusesWrongParameters();
    void statementsNest();
};

static std::unique_ptr<Connection> openDb(const QString& path)
{
    Connection::Options options;
    options.path = path;
    auto connection = Connection::open(options);
    return connection ? std::move(*connection) : nullptr;
}

static QStringList columnsOf(Connection& c, const QString& table)
{
    QStringList out;
    (void)c.select(QStringLiteral("SELECT name || ' ' || type || ' ' || \"notnull\" || ' ' || pk || ' ' || ifnull(dflt_value, '')"
                                  " FROM pragma_table_info(?) ORDER BY cid"),
                   {table}, [&out](const Row& row) {
                       out.append(row.text(0));
                       return true;
                   });
    return out;
}

void TestMigrations::stepsAreNumberedAndMakeEveryTable()
{
    const QTemporaryDir dir;
    const std::pair<const char*, QStringList> files[] = {
        {"work", {QStringLiteral("meta"), QStringLiteral("overlay_user"), QStringLiteral("overlay_vaccination_setting"),
                  QStringLiteral("op"), QStringLiteral("op_dep"), QStringLiteral("op_event"), QStringLiteral("batch"),
                  QStringLiteral("conflict"), QStringLiteral("draft"), QStringLiteral("audit"), QStringLiteral("sync_run")}},
        {"cache", {QStringLiteral("mirror_user"), QStringLiteral("mirror_vaccine_item"),
                   QStringLiteral("mirror_vaccination_setting"), QStringLiteral("cursor"), QStringLiteral("bucket_hash"),
                   QStringLiteral("metadata")}}};
    for (const auto& [name, tables] : files) {
        const auto steps = migrationsOf(QLatin1String(name));
        QVERIFY(!steps.isEmpty());
        const auto c = openDb(dir.filePath(QLatin1String(name)));
        QVERIFY(migrate(*c, steps).isOk());
        QVERIFY(migrate(*c, steps).isOk()); // a second time does nothing
        QCOMPARE(*c->selectInteger(QStringLiteral("PRAGMA user_version")), steps.last().version);
        for (const QString& table : tables)
            QVERIFY2(!columnsOf(*c, table).isEmpty(), qPrintable(table));
    }
}

void TestMigrations::pinnedTablesAgreeWithTheFieldTable_data()
{
    QTest::addColumn<int>("entity");
    for (const EntitySchema& schema : allSchemas())
        QTest::newRow(schema.name) << int(schema.entity);
}

void TestMigrations::pinnedTablesAgreeWithTheFieldTable()
{
    QFETCH(int, entity);
    const EntitySchema& schema = schemaOf(Entity(entity));
    const QTemporaryDir dir;
    const auto made = openDb(dir.filePath(QStringLiteral("made")));
    QVERIFY(made->runScript(mirrorTableSql(schema)).isOk());
    QVERIFY(made->runScript(overlayTableSql(schema)).isOk());
    const auto cache = openDb(dir.filePath(QStringLiteral("cache")));
    QVERIFY(migrate(*cache, migrationsOf(QStringLiteral("cache"))).isOk());
    const QString mirror = QStringLiteral("mirror_") + QLatin1String(schema.name);
    QVERIFY(columnsOf(*made, mirror).size() > 7);
    if (columnsOf(*cache, mirror) != columnsOf(*made, mirror)) // what a step in resources/sql has to arrive at
        qInfo("%s\n%s", qPrintable(mirrorTableSql(schema)), qPrintable(overlayTableSql(schema)));
    QCOMPARE(columnsOf(*cache, mirror), columnsOf(*made, mirror));
    const auto work = openDb(dir.filePath(QStringLiteral("work")));
    QVERIFY(migrate(*work, migrationsOf(QStringLiteral("work"))).isOk());
    const QString overlay = QStringLiteral("overlay_") + QLatin1String(schema.name);
    QCOMPARE(columnsOf(*work, overlay), hasOverlay(schema) ? columnsOf(*made, overlay) : QStringList());
}

void TestMigrations::fieldNamesDoNotClashWithOurColumns()
{
    const QSet<QString> ours{QStringLiteral("id"), QStringLiteral("ver"), QStringLiteral("seq"), QStringLiteral("deleted"),
                             QStringLiteral("row_hash"), QStringLiteral("fields"), QStringLiteral("search_key"),
                             QStringLiteral("overlay_state"), QStringLiteral("has_overlay"), QStringLiteral("base_ver"),
                             QStringLiteral("base_json"), QStringLiteral("changed_fields"), QStringLiteral("edit_no"),
                             QStringLiteral("edited_by"), QStringLiteral("edited_at")};
    for (const EntitySchema& schema : allSchemas()) {
        for (const Field& field : schema.fields)
            QVERIFY2(!ours.contains(QLatin1String(field.name)), field.name);
    }
}

static QList<Migration> madeUp()
{
    return {{1, QStringLiteral("1"), QStringLiteral("CREATE TABLE t (a); INSERT INTO t VALUES (1)")},
            {2, QStringLiteral("2"), QStringLiteral("ALTER TABLE t ADD COLUMN b; UPDATE t SET b = a + 1")},
            {3, QStringLiteral("3"), QStringLiteral("CREATE INDEX ti ON t (b)")}};
}

void TestMigrations::upgradesStepByStep()
{
    for (int from = 0; from <= 3; ++from) {
        const QTemporaryDir dir;
        const auto c = openDb(dir.filePath(QStringLiteral("a")));
        QVERIFY(migrate(*c, madeUp().mid(0, from)).isOk());
        QCOMPARE(*c->selectInteger(QStringLiteral("PRAGMA user_version")), from);
        QVERIFY(migrate(*c, madeUp()).isOk());
        QCOMPARE(*c->selectInteger(QStringLiteral("PRAGMA user_version")), 3);
        QCOMPARE(*c->selectInteger(QStringLiteral("SELECT b FROM t")), 2);
    }
}

void TestMigrations::aFailingStepLeavesTheLastOne()
{
    const QTemporaryDir dir;
    const auto c = openDb(dir.filePath(QStringLiteral("a")));
    auto steps = madeUp();
    steps[1].sql += QStringLiteral("; INSERT INTO nowhere VALUES (1)");
    const auto done = migrate(*c, steps);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::StoreRuleBroken);
    QCOMPARE(*c->selectInteger(QStringLiteral("PRAGMA user_version")), 1);
    QCOMPARE(columnsOf(*c, QStringLiteral("t")).size(), 1);
    QVERIFY(migrate(*c, madeUp()).isOk());
}

void TestMigrations::newerFileIsRefusedUntouched()
{
    const QTemporaryDir dir;
    const auto c = openDb(dir.filePath(QStringLiteral("a")));
    QVERIFY(migrate(*c, madeUp()).isOk());
    const auto done = migrate(*c, madeUp().mid(0, 2));
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::StoreNewer);
    QCOMPARE(done.error().params.value(QStringLiteral("found")).toInt(), 3);
    QCOMPARE(done.error().params.value(QStringLiteral("known")).toInt(), 2);
    QCOMPARE(*c->selectInteger(QStringLiteral("PRAGMA user_version")), 3);
}

void TestMigrations::bindsAndReadsEveryType()
{
    const QTemporaryDir dir;
    const auto c = openDb(dir.filePath(QStringLiteral("a")));
    const QUuid id(QStringLiteral("{0192f0aa-0000-7000-8000-000000000001}"));
    const QDateTime instant(QDate(2026, 11, 22), QTime(1, 2, 3, 45), Qt::UTC);
    const QJsonObject object{{QStringLiteral("名"), QStringLiteral("花子")}};
    int rows = 0;
    const auto done = c->select(
        QStringLiteral("SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"),
        {id, QDate(2026, 4, 1), instant, object, QJsonArray{1, 2}, QStringLiteral("髙橋"), QByteArray("\0b", 2), true,
         qint64(-5'000'000'000), 1.5, QVariant(), QString()},
        [&](const Row& row) {
            ++rows;
            [&] {
                QCOMPARE(row.uuid(0), id);
                QCOMPARE(row.blob(0).size(), 16);
                QCOMPARE(row.text(1), QStringLiteral("2026-04-01"));
                QCOMPARE(row.text(2), QStringLiteral("2026-11-22T01:02:03.045Z"));
                QCOMPARE(row.object(3), object);
                QCOMPARE(row.array(4), (QJsonArray{1, 2}));
                QCOMPARE(row.text(5), QStringLiteral("髙橋"));
                QCOMPARE(row.blob(6), QByteArray("\0b", 2));
                QCOMPARE(row.boolean(7), true);
                QCOMPARE(row.integer(8), qint64(-5'000'000'000));
                QCOMPARE(row.real(9), 1.5);
                QVERIFY(row.isNull(10));
                QVERIFY(!row.isNull(11)); // a null text is the empty text
                QCOMPARE(row.value(5), QVariant(QStringLiteral("髙橋")));
                QCOMPARE(row.value(8), QVariant(qlonglong(-5'000'000'000)));
            }();
            return true;
        });
    QVERIFY(done.isOk());
    QCOMPARE(rows, 1);
}

void TestMigrations::refusesWrongParameters()
{
    const QTemporaryDir dir;
    const auto c = openDb(dir.filePath(QStringLiteral("a")));
    QCOMPARE(c->run(QStringLiteral("SELECT ?")).error().code, ErrorCode::StoreRuleBroken);
    QCOMPARE(c->run(QStringLiteral("SELECT ?"), {1, 2}).error().code, ErrorCode::StoreRuleBroken);
    QCOMPARE(c->run(QStringLiteral("SELEKT 1")).error().code, ErrorCode::StoreRuleBroken);
    QCOMPARE(c->run(QStringLiteral("SELECT ?"), {QVariant::fromValue(QStringList())}).error().code, ErrorCode::StoreRuleBroken);
}

void TestMigrations::statementsNest()
{
    const QTemporaryDir dir;
    const auto c = openDb(dir.filePath(QStringLiteral("a")));
    QVERIFY(c->runScript(QStringLiteral("CREATE TABLE t (a); INSERT INTO t VALUES (1), (2), (3)")).isOk());
    int pairs = 0;
    const QString sql = QStringLiteral("SELECT a FROM t");
    QVERIFY(c->select(sql, {}, [&](const Row&) {
        return c->select(sql, {}, [&pairs](const Row&) {
            ++pairs;
            return true;
        }).isOk();
    }).isOk());
    QCOMPARE(pairs, 9);
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "test_migrations.moc"
