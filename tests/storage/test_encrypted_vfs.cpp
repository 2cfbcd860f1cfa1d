// SPDX-License-Identifier: Apache-2.0
// The shim against an unencrypted twin, call by call and through SQLite, and what must never lie on the disk.
#include "models/storage/connection.h"
#include "models/storage/encrypted_vfs.h"
#include "models/storage/unit_cipher.h"
#include "tests/storage/faulty_vfs.h"
#include "tests/support/fake_random.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <cstring>
#include <memory>
#include <vector>

using namespace yoyo;

static SecretBuffer keyOf(unsigned char seed)
{
    SecretBuffer key(64);
    for (std::size_t i = 0; i < key.size(); ++i)
        key.data()[i] = static_cast<unsigned char>(seed + i * 7);
    return key;
}

/// A file of a VFS, without SQLite above it.
class RawFile
{
public:
    RawFile(const char* vfsName, const QString& path, int flags) : m_vfs(sqlite3_vfs_find(vfsName))
    {
        const QByteArray base = path.toLocal8Bit();
        const QByteArray journal = base + "-journal";
        const QByteArray wal = base + "-wal";
        m_names = sqlite3_create_filename(base.constData(), journal.constData(), wal.constData(), 0, nullptr);
        const char* name = flags & SQLITE_OPEN_WAL ? sqlite3_filename_wal(m_names)
            : flags & SQLITE_OPEN_MAIN_JOURNAL     ? sqlite3_filename_journal(m_names)
            : flags & SQLITE_OPEN_DELETEONCLOSE    ? nullptr
                                                   : m_names;
        m_memory.resize(std::size_t(m_vfs->szOsFile) / sizeof(std::max_align_t) + 1);
        int out = 0;
        m_code = m_vfs->xOpen(m_vfs, name, file(), flags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &out);
    }
    ~RawFile()
    {
        if (file()->pMethods)
            file()->pMethods->xClose(file());
        sqlite3_free_filename(m_names);
    }
    RawFile(const RawFile&) = delete;
    RawFile& operator=(const RawFile&) = delete;

    sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(m_memory.data()); }
    int code() const { return m_code; }
    int read(QByteArray& to, qint64 offset)
    {
        return file()->pMethods->xRead(file(), to.data(), int(to.size()), offset);
    }
    int write(const QByteArray& from, qint64 offset)
    {
        return file()->pMethods->xWrite(file(), from.constData(), int(from.size()), offset);
    }
    int truncate(qint64 size) { return file()->pMethods->xTruncate(file(), size); }
    qint64 size()
    {
        sqlite3_int64 out = -1;
        file()->pMethods->xFileSize(file(), &out);
        return out;
    }

private:
    sqlite3_vfs* m_vfs;
    const char* m_names = nullptr;
    std::vector<std::max_align_t> m_memory;
    int m_code = SQLITE_ERROR;
};

class TestEncryptedVfs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        registerEncryptedVfs();
        test::registerFaultyVfs();
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        test::faults().reset();
    }
    void cipherGivesThePublishedVector();
    void hkdfGivesThePublishedVector();
    void behavesAsItsTwin_data();
    void behavesAsItsTwin();
    void walBehavesAsItsTwin();
    void journalSizeSurvivesReopening();
    void sqlBehavesAsItsTwin_data();
    void sqlBehavesAsItsTwin();
    void nothingReadableOnTheDisk();
    void spilledSortIsNotReadable();
    void equalPagesLookDifferent();
    void walTweaksChangeWithTheGeneration();
    void wrongKeyIsNotADatabaseAndChangesNothing();
    void noKeyOpensNothing();
    void twoConnectionsSeeEachOther();
    void twoProcessesSeeEachOther();
    void powerCutKeepsEveryCommit_data();
    void powerCutKeepsEveryCommit();
    void tornSectorsAreRolledBack();
    void powersafeOverwriteIsClaimedInWalModeOnly();
};

void TestEncryptedVfs::cipherGivesThePublishedVector()
{
    // Our units are 4,096 bytes; the first 512 of a unit are the vector of IEEE 1619 with that data (vector 10).
    const auto key1 = QByteArray::fromHex("2718281828459045235360287471352662497757247093699959574966967627"
                                          "3141592653589793238462643383279502884197169399375105820974944592");
    UnitCipher cipher(SecretBuffer(std::span(reinterpret_cast<const unsigned char*>(key1.constData()), 64)));
    QVERIFY(cipher.isReady());
    QByteArray plain(UnitCipher::unitSize, '\0');
    for (int i = 0; i < plain.size(); ++i)
        plain[i] = char(i & 0xff);
    UnitCipher::Tweak tweak{0xff};
    QByteArray out(UnitCipher::unitSize, '\0');
    QVERIFY(cipher.encrypt(tweak, plain.constData(), out.data()));
    QCOMPARE(out.left(32).toHex(), QByteArrayLiteral("1c3b3a102f770386e4836c99e370cf9bea00803f5e482357a4ae12d414a3e63b"));
    QByteArray back(UnitCipher::unitSize, '\0');
    QVERIFY(cipher.decrypt(tweak, out.constData(), back.data()));
    QCOMPARE(back, plain);
}

void TestEncryptedVfs::hkdfGivesThePublishedVector()
{
    // RFC 5869, test case 1.
    const QByteArray ikm(22, '\x0b');
    const SecretBuffer key(std::span(reinterpret_cast<const unsigned char*>(ikm.constData()), 22));
    const QByteArray salt = QByteArray::fromHex("000102030405060708090a0b0c");
    const QByteArray info = QByteArray::fromHex("f0f1f2f3f4f5f6f7f8f9");
    QCOMPARE(hkdf(key, {salt.constData(), 13}, {info.constData(), 10}, 42).toByteArray().toHex(),
             QByteArrayLiteral("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"));
}

void TestEncryptedVfs::behavesAsItsTwin_data()
{
    QTest::addColumn<int>("flags");
    QTest::addColumn<bool>("isPaged");
    QTest::addColumn<int>("operations");
    // tests/run --long asks for more, and for other dice.
    const int times = qMax(1, qEnvironmentVariableIntValue("YOYO_VFS_TIMES"));
    QTest::newRow("main file, pages") << int(SQLITE_OPEN_MAIN_DB) << true << 30'000 * times;
    QTest::newRow("rollback journal") << int(SQLITE_OPEN_MAIN_JOURNAL) << false << 35'000 * times;
    QTest::newRow("temporary file") << int(SQLITE_OPEN_TEMP_DB | SQLITE_OPEN_DELETEONCLOSE) << false << 35'000 * times;
}

static std::uint64_t diceOf(std::uint64_t usual)
{
    return usual + std::uint64_t(qEnvironmentVariableIntValue("YOYO_VFS_SEED"));
}

void TestEncryptedVfs::behavesAsItsTwin()
{
    QFETCH(int, flags);
    QFETCH(bool, isPaged);
    QFETCH(int, operations);
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    const QString twinPath = dir.filePath(QStringLiteral("b.db"));
    for (const QString& p : {path, twinPath}) {
        QFile f(p);
        QVERIFY(f.open(QIODevice::WriteOnly)); // a journal takes its mode from the main file
    }
    const FileKey key(path, keyOf(1), "work");
    auto ours = std::make_unique<RawFile>("yoyo", path, flags);
    auto twin = std::make_unique<RawFile>(nullptr, twinPath, flags);
    QCOMPARE(ours->code(), SQLITE_OK);
    QCOMPARE(twin->code(), SQLITE_OK);

    test::FakeRandom random(diceOf(7));
    constexpr int limit = 200'000;
    for (int i = 0; i < operations; ++i) {
        const std::uint32_t what = random.below(100);
        // Half of the sizes lie around a unit's edge.
        qint64 offset = random.below(limit);
        int count = int(1 + random.below(random.below(3) == 0 ? 12'000 : 200));
        if (random.below(2) == 0)
            offset = offset / 4096 * 4096 + (random.below(3) == 0 ? qint64(random.below(40)) - 20 : 0);
        offset = std::max<qint64>(0, offset);
        if (what < 45) {
            if (isPaged) {
                offset = offset / 4096 * 4096;
                count = 4096;
            }
            // Zeros too: a unit of zeros must not be mistaken for a hole with other content.
            const QByteArray data = random.below(10) == 0 ? QByteArray(count, '\0') : random.bytes(count);
            QCOMPARE(ours->write(data, offset), twin->write(data, offset));
        } else if (what < 95) {
            QByteArray a(count, 'x');
            QByteArray b(count, 'y');
            const int codeA = ours->read(a, offset);
            QCOMPARE(codeA, twin->read(b, offset));
            QVERIFY2(a == b, qPrintable(QStringLiteral("operation %1: %2 bytes at %3").arg(i).arg(count).arg(offset)));
        } else if (what < 99) {
            const qint64 size = isPaged ? offset / 4096 * 4096 : offset;
            QCOMPARE(ours->truncate(size), twin->truncate(size));
        } else if (!(flags & SQLITE_OPEN_DELETEONCLOSE)) {
            ours.reset();
            twin.reset();
            ours = std::make_unique<RawFile>("yoyo", path, flags);
            twin = std::make_unique<RawFile>(nullptr, twinPath, flags);
        }
        QVERIFY2(ours->size() == twin->size(), qPrintable(QStringLiteral("operation %1: %2 and %3")
                                                              .arg(i).arg(ours->size()).arg(twin->size())));
    }
}

static QByteArray walHeaderOf(test::FakeRandom& random)
{
    QByteArray header = random.bytes(32);
    header.replace(8, 4, QByteArray::fromHex("00001000"));
    return header;
}

void TestEncryptedVfs::walBehavesAsItsTwin()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    const QString twinPath = dir.filePath(QStringLiteral("b.db"));
    for (const QString& p : {path, twinPath}) {
        QFile f(p);
        QVERIFY(f.open(QIODevice::WriteOnly));
    }
    const FileKey key(path, keyOf(1), "work");
    RawFile ours("yoyo", path, SQLITE_OPEN_WAL);
    RawFile twin(nullptr, twinPath, SQLITE_OPEN_WAL);
    QCOMPARE(ours.code(), SQLITE_OK);
    test::FakeRandom random(diceOf(11));
    const int operations = 20'000 * qMax(1, qEnvironmentVariableIntValue("YOYO_VFS_TIMES"));
    const auto both = [&](const QByteArray& data, qint64 offset) {
        return ours.write(data, offset) == SQLITE_OK && twin.write(data, offset) == SQLITE_OK;
    };
    qint64 frames = 0; // written in this generation, and perhaps older ones behind
    qint64 whole = 0;
    QByteArray salts;
    for (int i = 0; i < operations; ++i) {
        const std::uint32_t what = random.below(100);
        if (frames == 0 || what < 1) { // begins again at the start, over what is there
            const QByteArray header = walHeaderOf(random);
            salts = header.mid(16, 8);
            QVERIFY(both(header, 0));
            frames = 0;
        }
        if (what < 40 || frames == 0) {
            const qint64 at = 32 + frames * 4120;
            QByteArray header = random.bytes(24);
            const bool isUnchecked = random.below(8) == 0; // its salts come with a second header
            if (isUnchecked)
                header.replace(8, 8, QByteArray(8, '\0'));
            else
                header.replace(8, 8, salts);
            QVERIFY(both(header, at));
            const QByteArray page = random.bytes(4096);
            if (random.below(10) == 0) { // split in the middle, as when a sync comes first
                const int cut = int(1 + random.below(4095));
                QVERIFY(both(page.left(cut), at + 24));
                QVERIFY(both(page.mid(cut), at + 24 + cut));
            } else {
                QVERIFY(both(page, at + 24));
            }
            if (isUnchecked)
                QVERIFY(both(header.replace(8, 8, salts), at));
            ++frames;
            whole = std::max(whole, frames);
        } else if (what < 97) {
            const qint64 frame = random.below(std::uint32_t(whole));
            const int inside = random.below(3) == 0 ? int(random.below(4120)) : random.below(2) == 0 ? 24 : 0;
            const int count = inside == 24 ? 4096 : int(1 + random.below(std::uint32_t(4120 - inside)));
            QByteArray a(count, 'x');
            QByteArray b(count, 'y');
            QCOMPARE(ours.read(a, 32 + frame * 4120 + inside), twin.read(b, 32 + frame * 4120 + inside));
            QVERIFY2(a == b, qPrintable(QStringLiteral("operation %1").arg(i)));
        } else if (what < 98) {
            QCOMPARE(ours.truncate(0), twin.truncate(0));
            frames = 0;
            whole = 0;
        }
        QCOMPARE(ours.size(), twin.size());
    }
    QByteArray tail(4096, 'x');
    QCOMPARE(ours.read(tail, 32 + whole * 4120 + 24), int(SQLITE_IOERR_SHORT_READ));
    QCOMPARE(tail, QByteArray(4096, '\0'));
    // Another page size would be stored in the wrong places.
    QByteArray other = walHeaderOf(random);
    other.replace(8, 4, QByteArray::fromHex("00002000"));
    QVERIFY(ours.write(other, 0) != SQLITE_OK);
}

void TestEncryptedVfs::journalSizeSurvivesReopening()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    QFile main(path);
    QVERIFY(main.open(QIODevice::WriteOnly));
    const FileKey key(path, keyOf(1), "work");
    for (const int size : {1, 15, 16, 511, 512, 4095, 4096, 4097, 8191, 8192, 12'300}) {
        {
            RawFile file("yoyo", path, SQLITE_OPEN_MAIN_JOURNAL);
            QCOMPARE(file.truncate(0), SQLITE_OK);
            QCOMPARE(file.write(QByteArray(size, 'j'), 0), SQLITE_OK);
        }
        RawFile file("yoyo", path, SQLITE_OPEN_MAIN_JOURNAL);
        QCOMPARE(file.size(), size);
        QVERIFY(QFile(path + QStringLiteral("-journal")).size() >= (size + 4095) / 4096 * 4096);
    }
}

static std::unique_ptr<Connection> openDb(const QString& path, const QByteArray& vfs, bool keepWal = false)
{
    Connection::Options options;
    options.path = path;
    options.vfs = vfs;
    options.keepWalOnClose = keepWal;
    auto connection = Connection::open(options);
    if (!connection)
        return nullptr;
    return std::move(*connection);
}

static bool runAll(Connection& c, const QString& sql)
{
    const auto done = c.runScript(sql);
    if (!done)
        qInfo("%s: %s", qPrintable(sql), qPrintable(done.error().detail));
    return done.isOk();
}

static QStringList dump(Connection& c)
{
    QStringList out;
    const auto done = c.select(QStringLiteral("SELECT k, v, length(big) FROM t ORDER BY k"), {}, [&out](const Row& row) {
        out.append(QStringLiteral("%1|%2|%3").arg(row.integer(0)).arg(row.text(1)).arg(row.integer(2)));
        return true;
    });
    if (!done)
        out.append(done.error().detail);
    return out;
}

static QString integrity(Connection& c)
{
    QString out;
    const auto done = c.select(QStringLiteral("PRAGMA integrity_check"), {}, [&out](const Row& row) {
        out += row.text(0);
        return true;
    });
    return done ? out : done.error().detail;
}

void TestEncryptedVfs::sqlBehavesAsItsTwin_data()
{
    QTest::addColumn<QString>("mode");
    for (const char* mode : {"WAL", "DELETE", "TRUNCATE", "PERSIST"})
        QTest::newRow(mode) << QString::fromLatin1(mode);
}

void TestEncryptedVfs::sqlBehavesAsItsTwin()
{
    QFETCH(QString, mode);
    const QTemporaryDir dir;
    const QString paths[] = {dir.filePath(QStringLiteral("a.db")), dir.filePath(QStringLiteral("b.db"))};
    const FileKey key(paths[0], keyOf(3), "work");
    std::unique_ptr<Connection> both[2];
    const auto reopen = [&] {
        for (int i = 0; i < 2; ++i) {
            both[i].reset();
            both[i] = openDb(paths[i], i == 0 ? "yoyo" : "");
            // A small page cache, so that transactions spill before they commit.
            if (!both[i] || !runAll(*both[i], QStringLiteral("PRAGMA page_size=4096; PRAGMA journal_mode=%1;"
                                                             "PRAGMA synchronous=OFF; PRAGMA cache_size=20").arg(mode)))
                return false;
        }
        return true;
    };
    QVERIFY(reopen());
    const QString schema = QStringLiteral("CREATE TABLE t (k INTEGER PRIMARY KEY, v TEXT, big BLOB); CREATE INDEX tv ON t (v)");
    QVERIFY(runAll(*both[0], schema) && runAll(*both[1], schema));
    test::FakeRandom random(5);
    for (int i = 0; i < 150; ++i) {
        QString sql = QStringLiteral("BEGIN;");
        for (int n = int(random.below(20)); n >= 0; --n) {
            const int k = int(random.below(300));
            switch (random.below(5)) {
            case 0:
                sql += QStringLiteral("DELETE FROM t WHERE k BETWEEN %1 AND %2;").arg(k).arg(k + int(random.below(30)));
                break;
            case 1:
                sql += QStringLiteral("SAVEPOINT s; UPDATE t SET v = v || 'x', big = zeroblob(%1) WHERE k %% 7 = %2; %3 s;")
                           .arg(random.below(9000)).arg(random.below(7))
                           .arg(random.below(2) ? QStringLiteral("ROLLBACK TO") : QStringLiteral("RELEASE"));
                break;
            default:
                sql += QStringLiteral("INSERT OR REPLACE INTO t VALUES (%1, 'value %2', zeroblob(%3));")
                           .arg(k).arg(random.next()).arg(random.below(20'000));
            }
        }
        sql.replace(QStringLiteral("%%"), QStringLiteral("%"));
        sql += random.below(4) == 0 ? QStringLiteral("ROLLBACK") : QStringLiteral("COMMIT");
        if (random.below(25) == 0)
            sql += QStringLiteral("; VACUUM");
        QVERIFY(runAll(*both[0], sql) && runAll(*both[1], sql));
        if (random.below(10) == 0)
            QVERIFY(reopen());
        if (i % 10 == 0)
            QCOMPARE(dump(*both[0]), dump(*both[1]));
    }
    QCOMPARE(dump(*both[0]), dump(*both[1]));
    QVERIFY(dump(*both[0]).size() > 20);
    QCOMPARE(integrity(*both[0]), QStringLiteral("ok"));
}

static QByteArray everyByteIn(const QString& folder)
{
    QByteArray out;
    for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            out += file.readAll();
    }
    return out;
}

void TestEncryptedVfs::nothingReadableOnTheDisk()
{
    for (const char* mode : {"WAL", "DELETE"}) {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.db"));
        const FileKey key(path, keyOf(3), "work");
        const auto c = openDb(path, "yoyo");
        QByteArray seen;
        QVERIFY(runAll(*c, QStringLiteral("PRAGMA journal_mode=%1; PRAGMA cache_size=10; CREATE TABLE t (k, v TEXT)")
                               .arg(QLatin1String(mode))));
        for (int i = 0; i < 40; ++i) {
            QVERIFY(runAll(*c, QStringLiteral("BEGIN; INSERT INTO t VALUES (%1, replace(printf('%.2000c', 'x'), 'x', 'SHINJUKU'));"
                                              "UPDATE t SET v = v || 'a' WHERE k > 3").arg(i)));
            seen += everyByteIn(dir.path()); // with the journal that the open transaction has
            QVERIFY(runAll(*c, QStringLiteral("COMMIT")));
        }
        seen += everyByteIn(dir.path());
        QVERIFY(seen.size() > 1'000'000);
        QVERIFY(!seen.contains("SHINJUKU"));
        QVERIFY(!seen.contains("CREATE TABLE"));
        QVERIFY(!seen.contains("SQLite format 3"));
    }
}

void TestEncryptedVfs::spilledSortIsNotReadable()
{
    // SQLite unlinks its temporary files at once, so they are read through /proc while they are open.
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    const FileKey key(path, keyOf(3), "work");
    const auto c = openDb(path, "yoyo");
    QVERIFY(runAll(*c, QStringLiteral("PRAGMA cache_size=20")));
    qint64 read = 0;
    bool isFound = false;
    int rows = 0;
    QString last;
    bool isSorted = true;
    const auto done = c->select(
        QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)"
                       " SELECT printf('%05d', (i * 7919) % 30000) || 'SHINJUKU' || printf('%.300c', 'z') AS v FROM n ORDER BY v"),
        {}, [&](const Row& row) {
            isSorted = isSorted && row.text(0) > last;
            last = row.text(0);
            if (++rows != 1)
                return true;
            for (const QFileInfo& info : QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::Files | QDir::System)) {
                const QString target = QFile::symLinkTarget(info.filePath());
                if (!target.contains(QStringLiteral("etilqs_")))
                    continue;
                QFile file(info.filePath());
                if (file.open(QIODevice::ReadOnly)) {
                    const QByteArray bytes = file.readAll();
                    read += bytes.size();
                    isFound = isFound || bytes.contains("SHINJUKU");
                }
            }
            return true;
        });
    QVERIFY(done.isOk());
    QCOMPARE(rows, 30'000);
    QVERIFY(isSorted);
    QVERIFY2(read > 1'000'000, "the sort was meant to spill");
    QVERIFY(!isFound);
}

void TestEncryptedVfs::equalPagesLookDifferent()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    const FileKey key(path, keyOf(1), "work");
    RawFile file("yoyo", path, SQLITE_OPEN_MAIN_DB);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(file.write(QByteArray(4096, 'p'), i * 4096), SQLITE_OK);
    const QByteArray raw = everyByteIn(dir.path());
    QCOMPARE(raw.size(), 4 * 4096);
    QSet<QByteArray> blocks;
    for (int i = 0; i < raw.size(); i += 16)
        blocks.insert(raw.mid(i, 16));
    QCOMPARE(blocks.size(), raw.size() / 16);
}

void TestEncryptedVfs::walTweaksChangeWithTheGeneration()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    const FileKey key(path, keyOf(1), "work");
    const auto c = openDb(path, "yoyo");
    QVERIFY(runAll(*c, QStringLiteral("PRAGMA journal_mode=WAL; CREATE TABLE t (k INTEGER PRIMARY KEY, v);"
                                      "INSERT INTO t VALUES (1, 1); PRAGMA wal_checkpoint(RESTART)")));
    QSet<QByteArray> firstPages;
    for (int generation = 0; generation < 8; ++generation) {
        // The same page with the same content in the same frame.
        QVERIFY(runAll(*c, QStringLiteral("UPDATE t SET v = 2; UPDATE t SET v = 1; PRAGMA wal_checkpoint(RESTART)")));
        QFile wal(path + QStringLiteral("-wal"));
        QVERIFY(wal.open(QIODevice::ReadOnly));
        firstPages.insert(wal.readAll().mid(32 + 24, 4096));
    }
    QCOMPARE(firstPages.size(), 8);
}

static QMap<QString, QByteArray> filesIn(const QString& folder)
{
    QMap<QString, QByteArray> out;
    for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly) && !info.fileName().endsWith(QStringLiteral("-shm")))
            out.insert(info.fileName(), file.readAll());
    }
    return out;
}

static void putFiles(const QString& folder, const QMap<QString, QByteArray>& files)
{
    for (auto it = files.begin(); it != files.end(); ++it) {
        QFile file(folder + QLatin1Char('/') + it.key());
        if (file.open(QIODevice::WriteOnly))
            file.write(it.value());
    }
}

void TestEncryptedVfs::wrongKeyIsNotADatabaseAndChangesNothing()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    {
        const FileKey key(path, keyOf(1), "work");
        const auto c = openDb(path, "yoyo", true); // leaves committed rows in the WAL
        QVERIFY(runAll(*c, QStringLiteral("PRAGMA journal_mode=WAL; CREATE TABLE t (k, v); INSERT INTO t VALUES (1, 'one')")));
    }
    const auto before = filesIn(dir.path());
    QVERIFY(before.value(QStringLiteral("a.db-wal")).size() > 4096);
    for (const auto& wrong : {std::pair(2, "work"), std::pair(1, "cache")}) {
        const FileKey key(path, keyOf(static_cast<unsigned char>(wrong.first)), wrong.second);
        Connection::Options options;
        options.path = path;
        options.vfs = "yoyo";
        options.keepWalOnClose = true;
        const auto c = Connection::open(options);
        QVERIFY(!c);
        QCOMPARE(c.error().code, ErrorCode::StoreKeyWrong);
    }
    QCOMPARE(filesIn(dir.path()), before);
    const FileKey key(path, keyOf(1), "work");
    const auto c = openDb(path, "yoyo");
    QCOMPARE(*c->selectInteger(QStringLiteral("SELECT count(*) FROM t")), 1);
}

void TestEncryptedVfs::noKeyOpensNothing()
{
    const QTemporaryDir dir;
    Connection::Options options;
    options.path = dir.filePath(QStringLiteral("a.db"));
    options.vfs = "yoyo";
    const auto c = Connection::open(options);
    QVERIFY(!c);
    QCOMPARE(c.error().code, ErrorCode::StoreIo);
    QVERIFY(!QFile::exists(options.path));
}

void TestEncryptedVfs::twoConnectionsSeeEachOther()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    const FileKey key(path, keyOf(1), "work");
    const auto a = openDb(path, "yoyo");
    const auto b = openDb(path, "yoyo");
    QVERIFY(runAll(*a, QStringLiteral("PRAGMA journal_mode=WAL; CREATE TABLE t (k INTEGER PRIMARY KEY, v)")));
    for (int i = 0; i < 200; ++i) {
        Connection& writer = i % 2 ? *a : *b;
        Connection& reader = i % 2 ? *b : *a;
        QVERIFY(runAll(reader, QStringLiteral("BEGIN")));
        QCOMPARE(*reader.selectInteger(QStringLiteral("SELECT count(*) FROM t")), i);
        QVERIFY(runAll(writer, QStringLiteral("INSERT INTO t VALUES (%1, randomblob(3000))").arg(i)));
        QCOMPARE(*reader.selectInteger(QStringLiteral("SELECT count(*) FROM t")), i); // its snapshot stands
        QVERIFY(runAll(reader, QStringLiteral("COMMIT")));
        if (i % 50 == 49)
            QVERIFY(runAll(writer, QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    }
    QCOMPARE(integrity(*a), QStringLiteral("ok"));
}

void TestEncryptedVfs::twoProcessesSeeEachOther()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    const FileKey key(path, keyOf(1), "work");
    const auto c = openDb(path, "yoyo");
    QVERIFY(runAll(*c, QStringLiteral("PRAGMA journal_mode=WAL; CREATE TABLE t (k INTEGER PRIMARY KEY AUTOINCREMENT, who TEXT, v)")));
    QProcess other;
    other.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--second-process"), path});
    QVERIFY(other.waitForStarted());
    for (int i = 0; i < 300; ++i)
        QVERIFY(runAll(*c, QStringLiteral("BEGIN IMMEDIATE; INSERT INTO t (who, v) VALUES ('a', randomblob(2500)); COMMIT")));
    QVERIFY(other.waitForFinished(60'000));
    QCOMPARE(other.exitCode(), 0);
    QCOMPARE(*c->selectInteger(QStringLiteral("SELECT count(*) FROM t WHERE who = 'a'")), 300);
    QCOMPARE(*c->selectInteger(QStringLiteral("SELECT count(*) FROM t WHERE who = 'b'")), 300);
    QCOMPARE(integrity(*c), QStringLiteral("ok"));
}

static int secondProcess(const QString& path)
{
    registerEncryptedVfs();
    const FileKey key(path, keyOf(1), "work");
    const auto c = openDb(path, "yoyo");
    for (int i = 0; c && i < 300; ++i) {
        if (!runAll(*c, QStringLiteral("BEGIN IMMEDIATE; INSERT INTO t (who, v) VALUES ('b', randomblob(2500)); COMMIT")))
            return 1;
    }
    return c && integrity(*c) == QStringLiteral("ok") ? 0 : 2;
}

void TestEncryptedVfs::powerCutKeepsEveryCommit_data()
{
    QTest::addColumn<QString>("mode");
    QTest::newRow("WAL") << QStringLiteral("WAL");
    QTest::newRow("rollback journal") << QStringLiteral("DELETE");
}

void TestEncryptedVfs::powerCutKeepsEveryCommit()
{
    // The power goes before each single change of a file; what is on the disk then must open with every commit
    // that was reported, and with no half of the one in progress.
    QFETCH(QString, mode);
    const QTemporaryDir dir;
    const QTemporaryDir cutDir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    const QString cutPath = cutDir.filePath(QStringLiteral("a.db"));
    const FileKey key(path, keyOf(1), "work");
    const FileKey cutKey(cutPath, keyOf(1), "work");
    struct Cut
    {
        QMap<QString, QByteArray> files;
        int committed;
    };
    std::vector<Cut> cuts;
    int committed = 0;
    {
        const auto c = openDb(path, "yoyo-faulty");
        QVERIFY(runAll(*c, QStringLiteral("PRAGMA journal_mode=%1; PRAGMA synchronous=FULL; PRAGMA cache_size=10;"
                                          "PRAGMA wal_autocheckpoint=12;"
                                          "CREATE TABLE t (k INTEGER PRIMARY KEY, v TEXT, big BLOB)").arg(mode)));
        test::setBeforeChange([&](const char*) { cuts.push_back({filesIn(dir.path()), committed}); });
        for (int i = 0; i < 12; ++i) {
            QString sql = QStringLiteral("BEGIN IMMEDIATE; DELETE FROM t;");
            for (int n = 0; n < 8; ++n) // every row of a commit carries its number
                sql += QStringLiteral("INSERT INTO t VALUES (%1, '%2', zeroblob(%3));").arg(n).arg(i + 1).arg(3000 * (n % 3));
            QVERIFY(runAll(*c, sql + QStringLiteral("COMMIT")));
            committed = i + 1;
        }
        test::setBeforeChange({});
    }
    QVERIFY2(cuts.size() > 100, qPrintable(QString::number(cuts.size())));
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        for (const QFileInfo& old : QDir(cutDir.path()).entryInfoList(QDir::Files))
            QFile::remove(old.filePath());
        putFiles(cutDir.path(), cuts[i].files);
        const auto c = openDb(cutPath, "yoyo");
        QVERIFY(c);
        QCOMPARE(integrity(*c), QStringLiteral("ok"));
        const qint64 lowest = *c->selectInteger(QStringLiteral("SELECT min(CAST(v AS INTEGER)) FROM t"));
        const qint64 highest = *c->selectInteger(QStringLiteral("SELECT max(CAST(v AS INTEGER)) FROM t"));
        QVERIFY2(lowest == highest && lowest >= cuts[i].committed && lowest <= cuts[i].committed + 1,
                 qPrintable(QStringLiteral("cut %1: %2..%3 of %4").arg(i).arg(lowest).arg(highest).arg(cuts[i].committed)));
    }
}

void TestEncryptedVfs::tornSectorsAreRolledBack()
{
    // Every sector that a commit changed in the WAL may or may not have reached the disk.
    const QTemporaryDir dir;
    const QTemporaryDir cutDir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    const QString cutPath = cutDir.filePath(QStringLiteral("a.db"));
    const FileKey key(path, keyOf(1), "work");
    const FileKey cutKey(cutPath, keyOf(1), "work");
    QMap<QString, QByteArray> before;
    QMap<QString, QByteArray> after;
    {
        const auto c = openDb(path, "yoyo", true);
        // The WAL has an older generation behind the new frames, as it has in use.
        QVERIFY(runAll(*c, QStringLiteral("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                                          "CREATE TABLE t (k INTEGER PRIMARY KEY, v TEXT, big BLOB);"
                                          "INSERT INTO t VALUES (1, 'old', randomblob(40000));"
                                          "PRAGMA wal_checkpoint(RESTART); UPDATE t SET v = 'base'")));
        before = filesIn(dir.path());
        QVERIFY(runAll(*c, QStringLiteral("UPDATE t SET v = 'new', big = randomblob(20000)")));
        after = filesIn(dir.path());
    }
    const QString wal = QStringLiteral("a.db-wal");
    test::FakeRandom random(3);
    int rolledBack = 0;
    for (int i = 0; i < 300; ++i) {
        auto files = before;
        const QByteArray a = before.value(wal);
        const QByteArray b = after.value(wal);
        QByteArray mixed = b;
        const int odds = int(1 + random.below(12)); // how rarely a sector is lost
        for (int at = 0; at < mixed.size(); at += 512) {
            if (random.below(std::uint32_t(odds)) == 0)
                mixed.replace(at, 512, a.mid(at, 512).leftJustified(std::min<qsizetype>(512, mixed.size() - at), '\0'));
        }
        files.insert(wal, mixed);
        for (const QFileInfo& old : QDir(cutDir.path()).entryInfoList(QDir::Files))
            QFile::remove(old.filePath());
        putFiles(cutDir.path(), files);
        const auto c = openDb(cutPath, "yoyo");
        QCOMPARE(integrity(*c), QStringLiteral("ok"));
        QString v;
        QVERIFY(c->select(QStringLiteral("SELECT v FROM t"), {}, [&v](const Row& row) {
            v = row.text(0);
            return true;
        }).isOk());
        QVERIFY2(v == QStringLiteral("new") ? mixed == b : v == QStringLiteral("base"), qPrintable(v));
        rolledBack += v == QStringLiteral("base");
    }
    QVERIFY(rolledBack > 100);
}

void TestEncryptedVfs::powersafeOverwriteIsClaimedInWalModeOnly()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    const FileKey key(path, keyOf(1), "work");
    const auto c = openDb(path, "yoyo");
    const auto claims = [&c] {
        sqlite3_file* file = nullptr;
        sqlite3_file_control(c->handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
        return (file->pMethods->xDeviceCharacteristics(file) & SQLITE_IOCAP_POWERSAFE_OVERWRITE) != 0;
    };
    QVERIFY(runAll(*c, QStringLiteral("CREATE TABLE t (k)")));
    QVERIFY(!claims());
    QVERIFY(runAll(*c, QStringLiteral("PRAGMA journal_mode=WAL; INSERT INTO t VALUES (1)")));
    QVERIFY(claims());
    QVERIFY(runAll(*c, QStringLiteral("PRAGMA journal_mode=DELETE")));
    QVERIFY(!claims());
}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(1) == QStringLiteral("--second-process"))
        return secondProcess(arguments.value(2));
    TestEncryptedVfs test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_encrypted_vfs.moc"
