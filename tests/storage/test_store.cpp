// SPDX-License-Identifier: Apache-2.0
// The store as its users see it, and everything bad that can happen to its files.
#include "models/storage/encrypted_vfs.h"
#include "models/storage/migrations.h"
#include "models/storage/store.h"
#include "tests/storage/faulty_vfs.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_random.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <atomic>
#include <cstdlib>
#include <semaphore>

using namespace yoyo;

static test::FakeClock fakeClock;
static test::FakeRandom fakeRandom;

static SecretBuffer keyOf(unsigned char seed)
{
    SecretBuffer key(64);
    for (std::size_t i = 0; i < key.size(); ++i)
        key.data()[i] = static_cast<unsigned char>(seed + i * 5);
    return key;
}

static Store::Options optionsFor(const QString& folder, const QByteArray& vfs = QByteArrayLiteral("yoyo"))
{
    Store::Options o;
    o.directory = folder;
    o.dataKey = keyOf(1);
    o.clock = &fakeClock;
    o.random = &fakeRandom;
    o.vfs = vfs;
    o.pollInterval = std::chrono::hours(1); // tests ask
    o.busyTimeout = std::chrono::milliseconds(100);
    return o;
}

class TestStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::registerFaultyVfs(); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        test::faults().reset();
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = m_dir->filePath(QStringLiteral("store"));
    }
    void readsWhatWasWritten();
    void anErrorRollsBack();
    void queuedWritesFinishBeforeItCloses();
    void viewPutsTheOverlayOnTop();
    void aReadSeesOneMoment();
    void cancelledReadEnds();
    void noticesCommitsOfOthers();
    void waitsForNobodyForever();
    void onlyTheOwnerMayRead();
    void walStaysBounded();
    void cleanStopIsNotChecked();
    void uncleanStopIsCheckedAndLosesNothing();
    void wrongKeyChangesNothing();
    void newerFilesAreRefused_data();
    void newerFilesAreRefused();
    void damagedCacheIsRebuilt_data();
    void damagedCacheIsRebuilt();
    void damagedCachePageIsFoundAtTheNextStart();
    void damagedWorkIsToldAndKept_data();
    void damagedWorkIsToldAndKept();
    void walWithoutItsFileIsKept();
    void workCanBeSetAside();
    void readOnlyIsTold();
    void fullDiskLosesNothing();
    void everyFailingCallIsToldAndLosesNothing_data();
    void everyFailingCallIsToldAndLosesNothing();
    void everyFailingCallWhileOpeningIsTold();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_folder;
};

template <typename T>
static Result<T> resultOf(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

template <typename T>
static T valueOf(QFuture<Result<T>> future)
{
    const Result<T> result = resultOf(future);
    if (!result)
        qFatal("%s %s", qPrintable(result.error().codeText()), qPrintable(result.error().detail));
    return *result;
}

static std::shared_ptr<Store> openOk(const Store::Options& options)
{
    auto store = Store::open(options);
    if (!store)
        qFatal("%s %s", qPrintable(store.error().codeText()), qPrintable(store.error().detail));
    return *store;
}

static QFuture<Result<qint64>> putMeta(Store& store, const QString& key, const QVariant& value)
{
    return store.write<qint64>(Store::File::Work, [key, value](Connection& c) -> Result<qint64> {
        if (auto done = c.run(QStringLiteral("INSERT INTO meta (key, value) VALUES (?, ?)"), {key, value}); !done)
            return done.error();
        return c.changes();
    });
}

static QFuture<Result<qint64>> countOf(Store& store, const QString& from)
{
    return store.read<qint64>(
        [from](Connection& c) { return c.selectInteger(QStringLiteral("SELECT count(*) FROM ") + from); });
}

static QFuture<Result<void>> runIn(Store& store, Store::File file, const QString& sql, const QVariantList& params = {})
{
    return store.write<void>(file, [sql, params](Connection& c) { return c.run(sql, params); });
}

void TestStore::readsWhatWasWritten()
{
    const auto store = openOk(optionsFor(m_folder));
    QVERIFY(!store->wasCacheRebuilt());
    QVERIFY(!store->wasStopUnclean());
    QCOMPARE(store->directory(), m_folder);
    const QUuid id(QStringLiteral("{0192f0aa-0000-7000-8000-000000000001}"));
    QCOMPARE(valueOf(putMeta(*store, QStringLiteral("device_id"), id)), 1);
    const QUuid found = valueOf(store->read<QUuid>([](Connection& c) -> Result<QUuid> {
        QUuid out;
        const auto done = c.select(QStringLiteral("SELECT value FROM meta WHERE key = ?"), {QStringLiteral("device_id")},
                                   [&out](const Row& row) {
                                       out = row.uuid(0);
                                       return false;
                                   });
        if (!done)
            return done.error();
        return out;
    }));
    QCOMPARE(found, id);
    QCOMPARE(valueOf(countOf(*store, QStringLiteral("v_user"))), 0);
    QCOMPARE(valueOf(countOf(*store, QStringLiteral("v_vaccine_item"))), 0);
}

void TestStore::anErrorRollsBack()
{
    const auto store = openOk(optionsFor(m_folder));
    const auto failed = resultOf(store->write<qint64>(Store::File::Work, [](Connection& c) -> Result<qint64> {
        (void)c.run(QStringLiteral("INSERT INTO meta (key, value) VALUES ('gone', 1)"));
        return Error(ErrorCode::NotUndoable);
    }));
    QCOMPARE(failed.error().code, ErrorCode::NotUndoable);
    QCOMPARE(valueOf(countOf(*store, QStringLiteral("meta WHERE key = 'gone'"))), 0);
    // A broken rule of the schema is an error of its own, and the writer goes on.
    valueOf(putMeta(*store, QStringLiteral("once"), 1));
    QCOMPARE(resultOf(putMeta(*store, QStringLiteral("once"), 2)).error().code, ErrorCode::StoreRuleBroken);
    valueOf(putMeta(*store, QStringLiteral("twice"), 1));
}

void TestStore::queuedWritesFinishBeforeItCloses()
{
    QList<QFuture<Result<qint64>>> saves;
    {
        const auto store = openOk(optionsFor(m_folder));
        for (int i = 0; i < 50; ++i)
            saves.append(putMeta(*store, QStringLiteral("k%1").arg(i), i));
    }
    for (const auto& save : saves)
        QVERIFY(save.isFinished() && save.result().isOk());
    QCOMPARE(valueOf(countOf(*openOk(optionsFor(m_folder)), QStringLiteral("meta WHERE key LIKE 'k%'"))), 50);
}

void TestStore::viewPutsTheOverlayOnTop()
{
    const auto store = openOk(optionsFor(m_folder));
    const auto id = [](int n) { return QUuid(uint(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1); };
    for (int n = 1; n <= 3; ++n) {
        QVERIFY(resultOf(runIn(*store, Store::File::Cache,
                               QStringLiteral("INSERT INTO mirror_user (id, ver, seq, deleted, fields, login_id, state)"
                                              " VALUES (?, 4, ?, ?, '{}', ?, 'active')"),
                               {id(n), n, n == 3, QStringLiteral("theirs%1").arg(n)})).isOk());
    }
    for (int n : {2, 9}) {
        QVERIFY(resultOf(runIn(*store, Store::File::Work,
                               QStringLiteral("INSERT INTO overlay_user (id, overlay_state, base_ver, edited_at, fields, login_id)"
                                              " VALUES (?, ?, 3, '', '{}', ?)"),
                               {id(n), n == 9 ? QStringLiteral("new") : QStringLiteral("edited"), QStringLiteral("ours%1").arg(n)})).isOk());
    }
    const QStringList rows = valueOf(store->read<QStringList>([](Connection& c) -> Result<QStringList> {
        QStringList out;
        const auto done = c.select(QStringLiteral("SELECT login_id, ver, has_overlay, overlay_state, deleted FROM v_user ORDER BY login_id"),
                                   {}, [&out](const Row& row) {
                                       out.append(QStringLiteral("%1 %2 %3 %4 %5").arg(row.text(0)).arg(row.integer(1))
                                                      .arg(row.integer(2)).arg(row.text(3)).arg(row.integer(4)));
                                       return true;
                                   });
        if (!done)
            return done.error();
        return out;
    }));
    QCOMPARE(rows, (QStringList{QStringLiteral("ours2 3 1 edited 0"), QStringLiteral("ours9 3 1 new 0"),
                                QStringLiteral("theirs1 4 0  0")}));
}

void TestStore::aReadSeesOneMoment()
{
    const auto store = openOk(optionsFor(m_folder));
    std::binary_semaphore isReading(0);
    std::binary_semaphore isWritten(0);
    auto read = store->read<QList<qint64>>([&](Connection& c) -> Result<QList<qint64>> {
        isReading.release();
        isWritten.acquire();
        return QList<qint64>{*c.selectInteger(QStringLiteral("SELECT count(*) FROM main.op_dep")),
                             *c.selectInteger(QStringLiteral("SELECT count(*) FROM cache.cursor"))};
    });
    isReading.acquire();
    QVERIFY(resultOf(runIn(*store, Store::File::Work, QStringLiteral("INSERT INTO op_dep VALUES (x'01', x'02')"))).isOk());
    QVERIFY(resultOf(runIn(*store, Store::File::Cache, QStringLiteral("INSERT INTO cursor (scope) VALUES ('office')"))).isOk());
    isWritten.release();
    QCOMPARE(valueOf(read), (QList<qint64>{0, 0}));
    QCOMPARE(valueOf(countOf(*store, QStringLiteral("op_dep, cache.cursor"))), 1);
    // A reader cannot write.
    const auto refused = resultOf(store->read<void>([](Connection& c) { return c.run(QStringLiteral("DELETE FROM main.op_dep")); }));
    QCOMPARE(refused.error().code, ErrorCode::StoreReadOnly);
}

void TestStore::cancelledReadEnds()
{
    const auto store = openOk(optionsFor(m_folder));
    std::binary_semaphore isReading(0);
    std::atomic<bool> isEnded{false};
    auto endless = store->read<qint64>([&](Connection& c) {
        isReading.release();
        auto out = c.selectInteger(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"));
        isEnded = !out && out.error().code == ErrorCode::Cancelled;
        return out;
    });
    isReading.acquire();
    endless.cancel();
    QTRY_VERIFY_WITH_TIMEOUT(isEnded, 20'000);
    for (int i = 0; i < 4; ++i) // every reader still works
        QCOMPARE(valueOf(countOf(*store, QStringLiteral("op"))), 0);
}

void TestStore::noticesCommitsOfOthers()
{
    const auto a = openOk(optionsFor(m_folder));
    const auto b = openOk(optionsFor(m_folder));
    std::atomic<int> noticed{0};
    connect(a.get(), &Store::changedByOther, this, [&noticed] { ++noticed; });
    valueOf(putMeta(*a, QStringLiteral("own"), 1));
    a->pollOthers();
    valueOf(putMeta(*b, QStringLiteral("other"), 1));
    a->pollOthers();
    QTRY_COMPARE(noticed.load(), 1);
    QVERIFY(resultOf(runIn(*b, Store::File::Cache, QStringLiteral("INSERT INTO cursor (scope) VALUES ('office')"))).isOk());
    a->pollOthers();
    QTRY_COMPARE(noticed.load(), 2);
    QCOMPARE(valueOf(countOf(*a, QStringLiteral("cache.cursor"))), 1);
    QVERIFY(!b->wasStopUnclean()); // a living neighbour is no unclean stop
}

void TestStore::waitsForNobodyForever()
{
    const auto a = openOk(optionsFor(m_folder));
    const auto b = openOk(optionsFor(m_folder));
    std::binary_semaphore isHeld(0);
    std::binary_semaphore letGo(0);
    auto slow = a->write<void>(Store::File::Work, [&](Connection&) -> Result<void> {
        isHeld.release();
        letGo.acquire();
        return {};
    });
    isHeld.acquire();
    QCOMPARE(resultOf(putMeta(*b, QStringLiteral("k"), 1)).error().code, ErrorCode::StoreBusy);
    letGo.release();
    QVERIFY(resultOf(slow).isOk());
    valueOf(putMeta(*b, QStringLiteral("k"), 1));
}

void TestStore::onlyTheOwnerMayRead()
{
    const auto store = openOk(optionsFor(m_folder));
    valueOf(putMeta(*store, QStringLiteral("k"), 1));
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFile::permissions(m_folder) & others));
    const auto files = QDir(m_folder).entryInfoList(QDir::Files);
    QVERIFY(files.size() >= 7); // two files with their WAL and shm, and the lock
    for (const QFileInfo& file : files)
        QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
}

void TestStore::walStaysBounded()
{
    const auto store = openOk(optionsFor(m_folder));
    for (int i = 0; i < 4; ++i) {
        QVERIFY(resultOf(runIn(*store, Store::File::Cache,
                               QStringLiteral("INSERT OR REPLACE INTO metadata (key, value)"
                                              " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                                              " SELECT 'k' || i, printf('%%.1000c', 'x') FROM n").replace(QStringLiteral("%%"), QStringLiteral("%")))).isOk());
    }
    const QString wal = m_folder + QStringLiteral("/cache.db-wal");
    // One transaction of more than 64 MB.
    QVERIFY(resultOf(store->write<void>(Store::File::Cache, [](Connection& c) -> Result<void> {
        for (int i = 0; i < 18; ++i) {
            if (auto done = c.run(QStringLiteral("INSERT INTO metadata (key, value) VALUES (?, ?)"),
                                  {QStringLiteral("big%1").arg(i), QString(4'000'000, QLatin1Char('y'))});
                !done)
                return done;
        }
        return {};
    })).isOk());
    // The next task runs after the checkpoint.
    QVERIFY(resultOf(runIn(*store, Store::File::Cache, QStringLiteral("DELETE FROM cursor"))).isOk());
    QVERIFY2(QFile(wal).size() < 1 << 20, qPrintable(QString::number(QFile(wal).size())));
    QCOMPARE(valueOf(countOf(*store, QStringLiteral("cache.metadata"))), 20'018);
}

/// Runs this program again; it opens the store, saves as many rows as told, and dies without closing anything.
static void crashAfter(const QString& folder, int rows)
{
    QProcess other;
    other.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--crash"), folder, QString::number(rows)});
    QVERIFY(other.waitForFinished(60'000));
    QCOMPARE(other.exitCode(), 0);
}

static int crash(const QString& folder, int rows)
{
    const auto store = openOk(optionsFor(folder));
    for (int i = 0; i < rows; ++i)
        valueOf(putMeta(*store, QStringLiteral("k%1").arg(i), i));
    valueOf(runIn(*store, Store::File::Cache, QStringLiteral("INSERT OR REPLACE INTO cursor (scope) VALUES ('office')"))
                .then([](const Result<void>& done) { return done ? Result<int>(1) : Result<int>(done.error()); }));
    std::_Exit(0);
}

void TestStore::cleanStopIsNotChecked()
{
    openOk(optionsFor(m_folder)).reset();
    const auto store = openOk(optionsFor(m_folder));
    QVERIFY(!store->wasStopUnclean());
    QVERIFY(QFile(m_folder + QStringLiteral("/work.db")).size() > 4096); // closing emptied the WAL into it
}

void TestStore::uncleanStopIsCheckedAndLosesNothing()
{
    crashAfter(m_folder, 30);
    {
        const auto store = openOk(optionsFor(m_folder));
        QVERIFY(store->wasStopUnclean());
        QVERIFY(!store->wasCacheRebuilt());
        QCOMPARE(valueOf(countOf(*store, QStringLiteral("meta WHERE key LIKE 'k%'"))), 30);
        QCOMPARE(valueOf(countOf(*store, QStringLiteral("cache.cursor"))), 1);
    }
    QVERIFY(!openOk(optionsFor(m_folder))->wasStopUnclean());
}

static QMap<QString, QByteArray> filesIn(const QString& folder)
{
    QMap<QString, QByteArray> out;
    for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (!info.fileName().endsWith(QStringLiteral("-shm")) && file.open(QIODevice::ReadOnly))
            out.insert(info.fileName(), file.readAll());
    }
    return out;
}

void TestStore::wrongKeyChangesNothing()
{
    crashAfter(m_folder, 5); // with committed rows in the WAL
    const auto before = filesIn(m_folder);
    QVERIFY(before.value(QStringLiteral("work.db-wal")).size() > 4096);
    auto wrong = optionsFor(m_folder);
    wrong.dataKey = keyOf(2);
    const auto refused = Store::open(wrong);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StoreKeyWrong);
    QCOMPARE(filesIn(m_folder), before);
    QCOMPARE(valueOf(countOf(*openOk(optionsFor(m_folder)), QStringLiteral("meta WHERE key LIKE 'k%'"))), 5);
}

void TestStore::newerFilesAreRefused_data()
{
    QTest::addColumn<QString>("stem");
    QTest::newRow("work") << QStringLiteral("work");
    QTest::newRow("cache") << QStringLiteral("cache");
}

void TestStore::newerFilesAreRefused()
{
    QFETCH(QString, stem);
    openOk(optionsFor(m_folder)).reset();
    const QString path = m_folder + QLatin1Char('/') + stem + QStringLiteral(".db");
    {
        const FileKey key(path, keyOf(1), stem.toLatin1());
        Connection::Options o;
        o.path = path;
        o.vfs = "yoyo";
        const auto c = Connection::open(o);
        QVERIFY(c.isOk());
        QVERIFY((*c)->runScript(QStringLiteral("PRAGMA user_version=999")).isOk());
    }
    const auto before = filesIn(m_folder);
    const auto refused = Store::open(optionsFor(m_folder));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StoreNewer);
    QCOMPARE(refused.error().params.value(QStringLiteral("found")).toInt(), 999);
    QCOMPARE(filesIn(m_folder).value(stem + QStringLiteral(".db")), before.value(stem + QStringLiteral(".db")));
}

static bool scribble(const QString& path, qint64 offset, int count)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.size() >= offset + count && file.seek(offset)
        && file.write(QByteArray(count, '\x5a')) == count;
}

void TestStore::damagedCacheIsRebuilt_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("count");
    QTest::newRow("first page") << 0 << 4096;
    QTest::newRow("header only") << 0 << 16;
    QTest::newRow("schema page") << 200 << 3000;
}

void TestStore::damagedCacheIsRebuilt()
{
    QFETCH(int, offset);
    QFETCH(int, count);
    {
        const auto store = openOk(optionsFor(m_folder));
        valueOf(putMeta(*store, QStringLiteral("mine"), 1));
        QVERIFY(resultOf(runIn(*store, Store::File::Cache, QStringLiteral("INSERT INTO cursor (scope) VALUES ('office')"))).isOk());
    }
    QVERIFY(scribble(m_folder + QStringLiteral("/cache.db"), offset, count));
    for (int round = 0; round < 2; ++round) {
        const auto store = openOk(optionsFor(m_folder));
        QCOMPARE(store->wasCacheRebuilt(), round == 0);
        QCOMPARE(valueOf(countOf(*store, QStringLiteral("cache.cursor"))), 0);
        QCOMPARE(valueOf(countOf(*store, QStringLiteral("meta WHERE key = 'mine'"))), 1);
    }
    QCOMPARE(QDir(m_folder).entryList({QStringLiteral("cache-damaged-*.db")}).size(), 1);
}

void TestStore::damagedCachePageIsFoundAtTheNextStart()
{
    {
        const auto store = openOk(optionsFor(m_folder));
        for (int i = 0; i < 50; ++i)
            QVERIFY(resultOf(runIn(*store, Store::File::Cache, QStringLiteral("INSERT INTO metadata (key, value) VALUES (?, ?)"),
                                   {QStringLiteral("k%1").arg(i), QString(2000, QLatin1Char('x'))})).isOk());
    }
    const QString path = m_folder + QStringLiteral("/cache.db");
    for (qint64 at = 24 * 4096; at + 4096 <= QFile(path).size(); at += 4096)
        QVERIFY(scribble(path, at, 4096));
    {
        // A clean stop is not checked, so it opens; reading the pages tells.
        const auto store = openOk(optionsFor(m_folder));
        QVERIFY(!store->wasCacheRebuilt());
        const auto read = resultOf(countOf(*store, QStringLiteral("cache.metadata WHERE value LIKE '%z'")));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::StoreDamaged);
    }
    const auto store = openOk(optionsFor(m_folder));
    QVERIFY(store->wasStopUnclean());
    QVERIFY(store->wasCacheRebuilt());
    QCOMPARE(valueOf(countOf(*store, QStringLiteral("cache.metadata"))), 0);
}

void TestStore::damagedWorkIsToldAndKept_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("code");
    QTest::newRow("first page") << 0 << 4096 << int(ErrorCode::StoreKeyWrong); // cannot be told from another key
    QTest::newRow("schema page") << 96 << 400 << int(ErrorCode::StoreDamaged);
    QTest::newRow("a page inside") << 3 * 4096 << 4096 << int(ErrorCode::StoreDamaged);
}

void TestStore::damagedWorkIsToldAndKept()
{
    QFETCH(int, offset);
    QFETCH(int, count);
    QFETCH(int, code);
    openOk(optionsFor(m_folder)).reset();
    crashAfter(m_folder, 10); // leaves a WAL that must stay as well
    QVERIFY(scribble(m_folder + QStringLiteral("/work.db"), offset, count));
    const auto before = filesIn(m_folder);
    QVERIFY(before.value(QStringLiteral("work.db-wal")).size() > 4096);
    for (int round = 0; round < 2; ++round) {
        const auto refused = Store::open(optionsFor(m_folder));
        QVERIFY(!refused);
        QCOMPARE(int(refused.error().code), code);
        QCOMPARE(refused.error().params.value(QStringLiteral("file")).toString(), QStringLiteral("work.db"));
        QCOMPARE(filesIn(m_folder), before);
    }
}

void TestStore::walWithoutItsFileIsKept()
{
    crashAfter(m_folder, 10);
    QVERIFY(QFile::remove(m_folder + QStringLiteral("/work.db")));
    const QByteArray wal = filesIn(m_folder).value(QStringLiteral("work.db-wal"));
    QVERIFY(wal.size() > 4096);
    QCOMPARE(Store::open(optionsFor(m_folder)).error().code, ErrorCode::StoreDamaged);
    QCOMPARE(filesIn(m_folder).value(QStringLiteral("work.db-wal")), wal);
    QVERIFY(!QFile::exists(m_folder + QStringLiteral("/work.db")));
}

void TestStore::workCanBeSetAside()
{
    crashAfter(m_folder, 10);
    const auto before = filesIn(m_folder);
    const auto folder = Store::setAsideWork(m_folder, fakeClock);
    QVERIFY(folder.isOk());
    QCOMPARE(filesIn(*folder).value(QStringLiteral("work.db")), before.value(QStringLiteral("work.db")));
    QCOMPARE(filesIn(*folder).value(QStringLiteral("work.db-wal")), before.value(QStringLiteral("work.db-wal")));
    {
        const auto store = openOk(optionsFor(m_folder));
        QCOMPARE(valueOf(countOf(*store, QStringLiteral("meta WHERE key LIKE 'k%'"))), 0);
    }
    // It is a whole store that its key still opens.
    QCOMPARE(valueOf(countOf(*openOk(optionsFor(*folder)), QStringLiteral("meta WHERE key LIKE 'k%'"))), 10);
}

void TestStore::readOnlyIsTold()
{
    {
        const auto store = openOk(optionsFor(m_folder, "yoyo-faulty"));
        valueOf(putMeta(*store, QStringLiteral("k"), 1));
    }
    test::faults().isReadOnly = true;
    const auto refused = Store::open(optionsFor(m_folder, "yoyo-faulty"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StoreReadOnly);
    test::faults().isReadOnly = false;
    QCOMPARE(valueOf(countOf(*openOk(optionsFor(m_folder)), QStringLiteral("meta WHERE key = 'k'"))), 1);
}

void TestStore::fullDiskLosesNothing()
{
    int saved = 0;
    {
        const auto store = openOk(optionsFor(m_folder, "yoyo-faulty"));
        test::faults().bytesLeft = 60'000;
        Result<qint64> last = qint64(0);
        while (last && saved < 1000) {
            last = resultOf(putMeta(*store, QStringLiteral("k%1").arg(saved), QString(500, QLatin1Char('x'))));
            saved += last.isOk();
        }
        QVERIFY(!last);
        QCOMPARE(last.error().code, ErrorCode::DiskFull);
        QVERIFY(saved > 3);
        QCOMPARE(valueOf(countOf(*store, QStringLiteral("meta WHERE key LIKE 'k%'"))), saved); // reading goes on
        test::faults().bytesLeft = -1; // somebody made room
        valueOf(putMeta(*store, QStringLiteral("kroom"), 1));
        ++saved;
    }
    QCOMPARE(valueOf(countOf(*openOk(optionsFor(m_folder)), QStringLiteral("meta WHERE key LIKE 'k%'"))), saved);
}

void TestStore::everyFailingCallIsToldAndLosesNothing_data()
{
    QTest::addColumn<bool>("isPersistent");
    QTest::newRow("once") << false;
    QTest::newRow("from then on") << true;
}

void TestStore::everyFailingCallIsToldAndLosesNothing()
{
    QFETCH(bool, isPersistent);
    QSet<QString> promised;
    int told = 0;
    bool reachedTheEnd = false;
    for (int at = 1; at < 500 && !reachedTheEnd; ++at) {
        const auto store = openOk(optionsFor(m_folder, "yoyo-faulty"));
        QVERIFY(!store->wasCacheRebuilt());
        test::faults().calls = 0;
        test::faults().isPersistent = isPersistent;
        test::faults().failAt = at;
        for (int n = 0; n < 3; ++n) {
            const QString key = QStringLiteral("k%1-%2").arg(at).arg(n);
            const auto saved = resultOf(putMeta(*store, key, QString(3000, QLatin1Char('x'))));
            if (saved)
                promised.insert(key);
            else
                ++told;
        }
        reachedTheEnd = test::faults().calls < at;
        test::faults().reset();
        // The trouble is over: the same store works on.
        const QString after = QStringLiteral("k%1-after").arg(at);
        const auto saved = resultOf(putMeta(*store, after, 1));
        QVERIFY2(saved.isOk(), saved ? "" : qPrintable(saved.error().detail));
        promised.insert(after);
        const auto kept = valueOf(store->read<QStringList>([](Connection& c) -> Result<QStringList> {
            QStringList keys;
            const auto done = c.select(QStringLiteral("SELECT key FROM meta WHERE key LIKE 'k%'"), {}, [&keys](const Row& row) {
                keys.append(row.text(0));
                return true;
            });
            if (!done)
                return done.error();
            return keys;
        }));
        const QSet<QString> found(kept.begin(), kept.end());
        QVERIFY2((promised - found).isEmpty(), qPrintable(QStringLiteral("lost after call %1").arg(at)));
        QCOMPARE(*resultOf(store->read<qint64>([](Connection& c) {
            return c.selectInteger(QStringLiteral("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"));
        })), 0);
    }
    QVERIFY(reachedTheEnd);
    QVERIFY2(told >= 5, qPrintable(QString::number(told)));
}

void TestStore::everyFailingCallWhileOpeningIsTold()
{
    crashAfter(m_folder, 5);
    const auto before = filesIn(m_folder);
    bool reachedTheEnd = false;
    int told = 0;
    for (int at = 1; at < 2000 && !reachedTheEnd; ++at) {
        const QTemporaryDir copy;
        for (auto it = before.begin(); it != before.end(); ++it) {
            QFile file(copy.filePath(it.key()));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(it.value()) == it.value().size());
        }
        test::faults().reset();
        test::faults().failAt = at;
        {
            const auto store = Store::open(optionsFor(copy.path(), "yoyo-faulty"));
            told += !store;
            reachedTheEnd = test::faults().calls < at;
            test::faults().reset();
        }
        const auto store = openOk(optionsFor(copy.path()));
        QCOMPARE(valueOf(countOf(*store, QStringLiteral("meta WHERE key LIKE 'k%'"))), 5);
    }
    QVERIFY(reachedTheEnd);
    QVERIFY(told > 20);
}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(1) == QStringLiteral("--crash"))
        return crash(arguments.value(2), arguments.value(3).toInt());
    TestStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_store.moc"
