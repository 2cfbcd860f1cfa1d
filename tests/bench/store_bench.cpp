// SPDX-License-Identifier: Apache-2.0
// The encrypted store against plain SQLite, alternating in one run, so that the disk and its neighbours cancel out:
// 300,000 inserts in commits of 10,000, 1,000 single commits, 200,000 point reads, 64 MB cache, synchronous=FULL.
// Three ways: "plain" is SQLite's C interface on its own VFS, "shim" the same on ours, "store" our Connection on ours.
// Then the time from a save to its durable answer through Store. Ratios are medians over the rounds.
#include "models/domain/clock.h"
#include "models/domain/ids.h"
#include "models/domain/random_source.h"
#include "models/storage/connection.h"
#include "models/storage/encrypted_vfs.h"
#include "models/storage/store.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTextStream>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <vector>

using namespace yoyo;
using Clock_ = std::chrono::steady_clock;

constexpr int rowsPerCommit = 10'000;
constexpr int singleCommits = 1'000;
constexpr int pointReads = 200'000;
constexpr int readTurns = 200;
constexpr int cacheKibibytes = 64 * 1024;

static const char* const schema = "PRAGMA page_size=4096; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                                  "CREATE TABLE t (id BLOB NOT NULL PRIMARY KEY, ver INTEGER NOT NULL, fields TEXT NOT NULL)";
static const char* const insertSql = "INSERT INTO t (id, ver, fields) VALUES (?, ?, ?)";
static const char* const readSql = "SELECT ver, fields FROM t WHERE id = ?";

[[noreturn]] static void fail(const QString& what)
{
    qFatal("%s", qPrintable(what));
    std::abort();
}

static double secondsSince(Clock_::time_point start)
{
    return std::chrono::duration<double>(Clock_::now() - start).count();
}

/// The data of every round, made before the clock runs.
struct Rows
{
    std::vector<QByteArray> ids;
    std::vector<QByteArray> fields;
    std::vector<int> reads;
};

static Rows makeRows(int count)
{
    Rows rows;
    SystemClock clock;
    SystemRandom random;
    UuidMaker maker(clock, random);
    for (int i = 0; i < count; ++i) {
        rows.ids.push_back(maker.make().toRfc4122());
        rows.fields.push_back(QByteArrayLiteral("{\"family_name\":\"山田\",\"given_name\":\"花子\",\"department\":\"保健予防課\",\"note\":\"")
                              + random.bytes(30).toHex() + "\"}");
    }
    for (int i = 0; i < pointReads; ++i)
        rows.reads.push_back(int(random.below(std::uint32_t(count))));
    return rows;
}

/// One of the three ways to reach a database.
class Way
{
public:
    virtual ~Way() = default;
    virtual void begin() = 0;
    virtual void insert(const QByteArray& id, qint64 ver, const QByteArray& fields) = 0;
    virtual void commit() = 0;
    virtual qint64 read(const QByteArray& id) = 0;
};

class RawWay final : public Way
{
public:
    RawWay(const QString& path, const char* vfs)
    {
        check(sqlite3_open_v2(path.toUtf8().constData(), &m_db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs));
        exec("PRAGMA cache_size=-65536; PRAGMA temp_store=FILE; PRAGMA mmap_size=0");
        exec(schema);
        check(sqlite3_prepare_v3(m_db, insertSql, -1, SQLITE_PREPARE_PERSISTENT, &m_insert, nullptr));
        check(sqlite3_prepare_v3(m_db, readSql, -1, SQLITE_PREPARE_PERSISTENT, &m_read, nullptr));
    }
    ~RawWay() override
    {
        sqlite3_finalize(m_insert);
        sqlite3_finalize(m_read);
        sqlite3_close(m_db);
    }
    void begin() override { exec("BEGIN IMMEDIATE"); }
    void commit() override { exec("COMMIT"); }
    void insert(const QByteArray& id, qint64 ver, const QByteArray& fields) override
    {
        sqlite3_bind_blob(m_insert, 1, id.constData(), int(id.size()), SQLITE_STATIC);
        sqlite3_bind_int64(m_insert, 2, ver);
        sqlite3_bind_text(m_insert, 3, fields.constData(), int(fields.size()), SQLITE_STATIC);
        if (sqlite3_step(m_insert) != SQLITE_DONE)
            fail(QString::fromUtf8(sqlite3_errmsg(m_db)));
        sqlite3_reset(m_insert);
    }
    qint64 read(const QByteArray& id) override
    {
        sqlite3_bind_blob(m_read, 1, id.constData(), int(id.size()), SQLITE_STATIC);
        qint64 sum = 0;
        if (sqlite3_step(m_read) == SQLITE_ROW) {
            sum = sqlite3_column_int64(m_read, 0);
            (void)sqlite3_column_text(m_read, 1);
            sum += sqlite3_column_bytes(m_read, 1);
        }
        sqlite3_reset(m_read);
        return sum;
    }

private:
    void check(int code)
    {
        if (code != SQLITE_OK)
            fail(QString::fromUtf8(sqlite3_errmsg(m_db)));
    }
    void exec(const char* sql) { check(sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr)); }
    sqlite3* m_db = nullptr;
    sqlite3_stmt* m_insert = nullptr;
    sqlite3_stmt* m_read = nullptr;
};

class StoreWay final : public Way
{
public:
    StoreWay(const QString& path, const QByteArray& vfs)
    {
        Connection::Options options;
        options.path = path;
        options.vfs = vfs;
        options.cacheKibibytes = cacheKibibytes;
        auto opened = Connection::open(options);
        if (!opened)
            fail(opened.error().detail);
        m_connection = std::move(*opened);
        check(m_connection->runScript(QLatin1String(schema)));
    }
    void begin() override { check(m_connection->begin()); }
    void commit() override { check(m_connection->commit()); }
    void insert(const QByteArray& id, qint64 ver, const QByteArray& fields) override
    {
        check(m_connection->run(m_insert, {id, ver, QString::fromUtf8(fields)}));
    }
    qint64 read(const QByteArray& id) override
    {
        qint64 sum = 0;
        check(m_connection->select(m_read, {id}, [&sum](const Row& row) {
            sum = row.integer(0) + row.text(1).size();
            return true;
        }));
        return sum;
    }

private:
    static void check(const Result<void>& done)
    {
        if (!done)
            fail(done.error().detail);
    }
    const QString m_insert = QLatin1String(insertSql);
    const QString m_read = QLatin1String(readSql);
    std::unique_ptr<Connection> m_connection;
};

struct Times
{
    double bulk = 0;
    double single = 0; ///< median of one commit
    double singles = 0;
    double reads = 0;
    double total() const { return bulk + singles + reads; }
};

static double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

static double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[std::min(values.size() - 1, std::size_t(share * double(values.size())))];
}

/// The single commits of all ways take turns, so that a busy disk is everybody's.
static std::array<Times, 3> oneRound(const std::array<Way*, 3>& ways, const Rows& rows, int bulkRows, int first)
{
    std::array<Times, 3> out;
    for (int turn = 0; turn < 3; ++turn) {
        const auto w = std::size_t((turn + first) % 3);
        const auto start = Clock_::now();
        for (int i = 0; i < bulkRows; i += rowsPerCommit) {
            ways[w]->begin();
            for (int n = i; n < i + rowsPerCommit; ++n)
                ways[w]->insert(rows.ids[std::size_t(n)], n, rows.fields[std::size_t(n)]);
            ways[w]->commit();
        }
        out[w].bulk = secondsSince(start);
    }
    std::array<std::vector<double>, 3> singles;
    for (int i = bulkRows; i < bulkRows + singleCommits; ++i) {
        for (int turn = 0; turn < 3; ++turn) {
            const auto w = std::size_t((turn + i) % 3);
            const auto start = Clock_::now();
            ways[w]->begin();
            ways[w]->insert(rows.ids[std::size_t(i)], i, rows.fields[std::size_t(i)]);
            ways[w]->commit();
            singles[w].push_back(secondsSince(start));
            out[w].singles += singles[w].back();
        }
    }
    for (std::size_t w = 0; w < 3; ++w)
        out[w].single = medianOf(singles[w]);
    std::array<qint64, 3> sums{};
    // Reads take many short turns, and the typical turn counts: one in which something else ran does not.
    std::array<std::vector<double>, 3> turns;
    for (int part = 0; part < readTurns; ++part) {
        for (int turn = 0; turn < 3; ++turn) {
            const auto w = std::size_t((turn + part) % 3);
            const auto start = Clock_::now();
            for (int i = part * pointReads / readTurns; i < (part + 1) * pointReads / readTurns; ++i)
                sums[w] += ways[w]->read(rows.ids[std::size_t(rows.reads[std::size_t(i)])]);
            turns[w].push_back(secondsSince(start));
        }
    }
    for (std::size_t w = 0; w < 3; ++w)
        out[w].reads = medianOf(turns[w]) * readTurns;
    if (sums[0] != sums[1] || sums[0] == 0 || sums[2] == 0)
        fail(QStringLiteral("the ways read different rows"));
    return out;
}

/// Milliseconds from a save to its durable answer: overlay row, operation and ledger entry in one transaction.
static std::vector<double> savedEdits(const QString& directory, int count)
{
    SystemClock clock;
    SystemRandom random;
    UuidMaker maker(clock, random);
    Store::Options options;
    options.directory = directory;
    options.clock = &clock;
    options.random = &random;
    QByteArray key = random.bytes(64);
    options.dataKey = SecretBuffer::takeFrom(key);
    auto store = Store::open(options);
    if (!store)
        fail(store.error().detail);
    std::vector<double> out;
    for (int i = 0; i < count; ++i) {
        const QUuid id = maker.make();
        const QUuid op = maker.make();
        const QDateTime now = clock.nowUtc();
        const auto start = Clock_::now();
        auto saved = (*store)->write<qint64>(Store::File::Work, [=](Connection& c) -> Result<qint64> {
            const QJsonObject fields{{QStringLiteral("family_name"), QStringLiteral("山田")},
                                     {QStringLiteral("department"), QStringLiteral("保健予防課")}};
            if (auto r = c.run(QStringLiteral("INSERT INTO overlay_user (id, overlay_state, edited_at, fields, family_name, department)"
                                              " VALUES (?, 'edited', ?, ?, ?, ?)"),
                               {id, now, fields, QStringLiteral("山田"), QStringLiteral("保健予防課")});
                !r)
                return r.error();
            if (auto r = c.run(QStringLiteral("INSERT INTO op (op_id, device_id, client_seq, author_user_id, entity, entity_id, kind,"
                                              " base_ver, set_json, state, created_at) VALUES (?, ?, ?, ?, 'user', ?, 'update', 1, ?, 'queued', ?)"),
                               {op, id, i, id, id, fields, now});
                !r)
                return r.error();
            if (auto r = c.run(QStringLiteral("INSERT INTO op_event (op_id, n, at, from_state, to_state, hash) VALUES (?, 1, ?, '', 'queued', ?)"),
                               {op, now, QByteArray(32, 'h')});
                !r)
                return r.error();
            return 1;
        });
        saved.waitForFinished();
        out.push_back(secondsSince(start) * 1000);
        if (const auto result = saved.result(); !result)
            fail(result.error().detail);
    }
    return out;
}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("Write the numbers to FILE."), QStringLiteral("FILE"));
    const QCommandLineOption roundCount(QStringLiteral("rounds"), QStringLiteral("Rounds (default 3)."), QStringLiteral("N"), QStringLiteral("3"));
    const QCommandLineOption rowCount(QStringLiteral("rows"), QStringLiteral("Bulk rows (default 300000)."), QStringLiteral("N"), QStringLiteral("300000"));
    const QCommandLineOption where(QStringLiteral("dir"), QStringLiteral("Folder on the disk to measure (default: the current one)."), QStringLiteral("DIR"), QStringLiteral("."));
    parser.addOptions({json, roundCount, rowCount, where});
    parser.addHelpOption();
    parser.process(app);
    const int bulkRows = parser.value(rowCount).toInt() / rowsPerCommit * rowsPerCommit;
    const int rounds = parser.value(roundCount).toInt();

    registerEncryptedVfs();
    const Rows rows = makeRows(bulkRows + singleCommits);
    SystemRandom random;
    QByteArray keyBytes = random.bytes(64);
    const SecretBuffer dataKey = SecretBuffer::takeFrom(keyBytes);

    std::array<std::vector<Times>, 3> all;
    std::vector<double> edits;
    for (int round = 0; round < rounds; ++round) {
        const QTemporaryDir dir(QDir(parser.value(where)).absoluteFilePath(QStringLiteral("store-bench-XXXXXX")));
        const QString shimPath = dir.filePath(QStringLiteral("shim.db"));
        const QString storePath = dir.filePath(QStringLiteral("store.db"));
        const FileKey shimKey(shimPath, dataKey, "work");
        const FileKey storeKey(storePath, dataKey, "work");
        RawWay plain(dir.filePath(QStringLiteral("plain.db")), nullptr);
        RawWay shim(shimPath, "yoyo");
        StoreWay store(storePath, "yoyo");
        const auto times = oneRound({&plain, &shim, &store}, rows, bulkRows, round);
        for (std::size_t w = 0; w < 3; ++w)
            all[w].push_back(times[w]);
        const auto more = savedEdits(dir.filePath(QStringLiteral("edits")), 300);
        edits.insert(edits.end(), more.begin(), more.end());
    }

    const auto median = [&all](std::size_t way, double (*of)(const Times&)) {
        std::vector<double> values;
        for (const Times& t : all[way])
            values.push_back(of(t));
        return medianOf(values);
    };
    const auto ratio = [&all](std::size_t way, double (*of)(const Times&)) {
        std::vector<double> values; // of the same round
        for (std::size_t i = 0; i < all[way].size(); ++i)
            values.push_back(of(all[way][i]) / of(all[0][i]));
        return medianOf(values);
    };
    struct Line
    {
        const char* key;
        const char* title;
        double (*of)(const Times&);
        double goal;
    };
    const Line lines[] = {
        {"bulk", "inserts, commits of 10,000 (s)", [](const Times& t) { return t.bulk; }, 0},
        {"single_commit", "single commit, median (ms)", [](const Times& t) { return t.single * 1000; }, 1.10},
        {"point_reads", "200,000 point reads (s)", [](const Times& t) { return t.reads; }, 1.10},
        {"total", "total (s)", [](const Times& t) { return t.total(); }, 1.25},
    };
    QTextStream out(stdout);
    QJsonObject document{{QStringLiteral("rounds"), rounds}, {QStringLiteral("rows"), bulkRows}};
    out << QStringLiteral("%1 %2 %3 %4 %5 %6 %7\n").arg(QStringLiteral("what"), -34).arg(QStringLiteral("plain"), 9)
               .arg(QStringLiteral("shim"), 9).arg(QStringLiteral("store"), 9).arg(QStringLiteral("shim/pl"), 8)
               .arg(QStringLiteral("store/pl"), 8).arg(QStringLiteral("goal"), 6);
    for (const Line& line : lines) {
        const double values[] = {median(0, line.of), median(1, line.of), median(2, line.of)};
        const double ratios[] = {ratio(1, line.of), ratio(2, line.of)};
        out << QStringLiteral("%1 %2 %3 %4 %5 %6 %7\n").arg(QLatin1String(line.title), -34).arg(values[0], 9, 'f', 3)
                   .arg(values[1], 9, 'f', 3).arg(values[2], 9, 'f', 3).arg(ratios[0], 8, 'f', 3).arg(ratios[1], 8, 'f', 3)
                   .arg(line.goal > 0 ? QString::number(line.goal, 'f', 2) : QStringLiteral("-"), 6);
        document.insert(QLatin1String(line.key), QJsonObject{{QStringLiteral("plain"), values[0]},
                                                             {QStringLiteral("shim"), values[1]},
                                                             {QStringLiteral("store"), values[2]},
                                                             {QStringLiteral("shim_ratio"), ratios[0]},
                                                             {QStringLiteral("store_ratio"), ratios[1]},
                                                             {QStringLiteral("goal"), line.goal}});
    }
    QJsonArray figures;
    for (const Line& line : lines) {
        if (line.goal > 0) {
            figures.append(QJsonObject{
                {QStringLiteral("what"),
                 QStringLiteral("encrypted store to plain SQLite, %1")
                     .arg(QLatin1String(line.title).left(QLatin1String(line.title).lastIndexOf(QLatin1String(" ("))))},
                {QStringLiteral("value"), ratio(2, line.of)},
                {QStringLiteral("unit"), QStringLiteral("x")},
                {QStringLiteral("goal"), line.goal}});
        }
    }
    const double p50 = percentile(edits, 0.5);
    const double p95 = percentile(edits, 0.95);
    const double p99 = percentile(edits, 0.99);
    out << QStringLiteral("one edit saved durably (ms): p50 %1, p95 %2, p99 %3; goal p95 30\n").arg(p50, 0, 'f', 2)
               .arg(p95, 0, 'f', 2).arg(p99, 0, 'f', 2);
    document.insert(QStringLiteral("saved_edit_ms"), QJsonObject{{QStringLiteral("p50"), p50}, {QStringLiteral("p95"), p95},
                                                                 {QStringLiteral("p99"), p99}, {QStringLiteral("goal_p95"), 30}});
    figures.append(QJsonObject{{QStringLiteral("what"), QStringLiteral("one edit saved durably, 95 of 100 within")},
                               {QStringLiteral("value"), p95},
                               {QStringLiteral("unit"), QStringLiteral("ms")},
                               {QStringLiteral("goal"), 30}});
    document.insert(QStringLiteral("figures"), figures);
    out.flush();
    if (parser.isSet(json)) {
        QFile file(parser.value(json));
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(document).toJson()) < 0)
            fail(QStringLiteral("the JSON file cannot be written"));
    }
    return 0;
}
