// SPDX-License-Identifier: Apache-2.0
#include "models/storage/store.h"

#include "models/domain/clock.h"
#include "models/storage/durable_file.h"
#include "models/storage/encrypted_vfs.h"
#include "models/storage/entity_tables.h"
#include "models/storage/location.h"
#include "models/storage/migrations.h"
#include "models/storage/store_lock.h"
#include "models/storage/task_lane.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <sqlite3.h>

#include <array>
#include <atomic>
#include <future>
#include <vector>

namespace yoyo {

constexpr qint64 checkpointAfterFrames = 1000;
constexpr qint64 walLimitBytes = 64LL << 20;
constexpr int writerCacheKibibytes = 8 * 1024;
constexpr int readerCacheKibibytes = 4 * 1024;

static const std::array<const char*, 2> fileStems{"work", "cache"};
static const std::array<const char*, 3> companions{"", "-wal", "-shm"};

static QString pathOf(const QString& directory, const char* stem)
{
    return directory + QLatin1Char('/') + QLatin1String(stem) + QStringLiteral(".db");
}

static QString nowForNames(const Clock& clock)
{
    return clock.nowUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'"));
}

/// What the writer thread owns, and the way to the threads.
class Store::Impl
{
public:
    Impl(Store& store, const Options& options) : m_store(store), m_options(options), m_readers(std::size_t(options.readers))
    {
    }

    Result<void> openAll();
    void closeAll();
    void runWrite(File file, const std::function<Result<void>(Connection&)>& work, const WriteDone& done);
    void runRead(int thread, const ReadTask& task, std::function<bool()> isCanceled);
    void poll();
    void closeReader(int thread) { m_readers[std::size_t(thread)].reset(); }

    std::unique_ptr<TaskLane> writer;
    std::unique_ptr<TaskLane> readers;

private:
    struct Open
    {
        std::unique_ptr<Connection> connection;
        qint64 dataVersion = 0;
        qint64 walFrames = 0;
    };
    Result<std::unique_ptr<Connection>> openFile(const char* stem, bool* wasUnclean);
    Result<std::unique_ptr<Connection>> openCache(bool wasUnclean);
    Result<void> prepare(Connection& connection, const char* stem, bool* wasUnclean);
    Result<void> setAsideCache();
    Result<void> markStop(bool isClean);
    Result<Connection*> reader(int thread);
    void watchWal(Open& file);
    void keepWalSmall(Open& file);
    void noteFailure(const Error& error);
    Result<qint64> dataVersion(Connection& connection);
    Open& at(File file) { return m_files[file == File::Work ? 0 : 1]; }

    Store& m_store;
    const Options& m_options;
    std::unique_ptr<PresenceLock> m_presence;
    std::vector<std::unique_ptr<FileKey>> m_keys; ///< outlive the connections
    std::array<Open, 2> m_files;
    std::vector<std::unique_ptr<Connection>> m_readers; ///< each touched by its own thread only
    std::atomic<bool> m_isSuspect{false};
};

Result<void> Store::Impl::openAll()
{
    if (auto fit = checkStoreLocation(m_options.directory); !fit)
        return fit;
    if (auto made = makePrivateDirectory(m_options.directory); !made)
        return made;
    auto joined = PresenceLock::join(m_options.directory + QStringLiteral("/store.lock"));
    if (!joined)
        return joined.error();
    m_presence = std::move(*joined);
    registerEncryptedVfs();
    for (const char* stem : fileStems)
        m_keys.push_back(std::make_unique<FileKey>(pathOf(m_options.directory, stem), m_options.dataKey, stem));

    bool wasUnclean = false;
    auto work = openFile("work", &wasUnclean);
    if (!work)
        return work.error();
    auto cache = openCache(wasUnclean);
    if (!cache)
        return cache.error();
    at(File::Work).connection = std::move(*work);
    at(File::Cache).connection = std::move(*cache);
    m_store.m_wasStopUnclean = wasUnclean;
    for (Open& file : m_files) {
        file.connection->setKeepWalOnClose(false);
        watchWal(file);
        const auto version = dataVersion(*file.connection);
        if (!version)
            return version.error();
        file.dataVersion = *version;
    }
    if (m_presence->wasFirst()) {
        if (auto marked = markStop(false); !marked)
            return marked;
    }
    m_presence->share();
    return {};
}

Result<std::unique_ptr<Connection>> Store::Impl::openFile(const char* stem, bool* wasUnclean)
{
    const QString path = pathOf(m_options.directory, stem);
    const QString name = QFileInfo(path).fileName();
    // SQLite takes a WAL beside an empty main file for a leftover and deletes it. It is somebody's work.
    if (QFileInfo(path).size() == 0 && QFileInfo(path + QStringLiteral("-wal")).size() > 0)
        return Error(ErrorCode::StoreDamaged, QStringLiteral("the main file is gone, its WAL is not"),
                     {{QStringLiteral("file"), name}});
    if (auto made = makePrivateFile(path); !made)
        return made.error();
    Connection::Options options;
    options.path = path;
    options.vfs = m_options.vfs;
    options.busyTimeout = m_options.busyTimeout;
    options.cacheKibibytes = writerCacheKibibytes;
    options.keepWalOnClose = true; // until the file is known to be sound and ours
    auto connection = Connection::open(options);
    if (!connection)
        return connection;
    if (auto prepared = prepare(**connection, stem, wasUnclean); !prepared)
        return prepared.error();
    return connection;
}

Result<void> Store::Impl::prepare(Connection& connection, const char* stem, bool* wasUnclean)
{
    const auto damaged = [&](const QString& what) {
        return Error(ErrorCode::StoreDamaged, what, {{QStringLiteral("file"), connection.fileName()}});
    };
    const auto steps = migrationsOf(QLatin1String(stem));
    const auto version = connection.selectInteger(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return version.error();
    if (*version > steps.last().version)
        return migrate(connection, steps); // refuses
    if (*version == 0) {
        if (auto set = connection.runScript(QStringLiteral("PRAGMA page_size=4096")); !set)
            return set;
    } else if (qstrcmp(stem, "work") == 0 && m_presence->wasFirst()) {
        const auto mark = connection.selectInteger(QStringLiteral("SELECT value FROM meta WHERE key = 'clean_shutdown'"));
        if (!mark)
            return mark.error();
        *wasUnclean = *mark == 0;
    }
    QString mode;
    const auto readMode = [&mode](const Row& row) {
        mode = row.text(0);
        return true;
    };
    if (auto set = connection.select(QStringLiteral("PRAGMA journal_mode=WAL"), {}, readMode); !set)
        return set;
    if (mode != QStringLiteral("wal"))
        return Error(ErrorCode::StoreReadOnly, QStringLiteral("journal mode ") + mode,
                     {{QStringLiteral("file"), connection.fileName()}});
    if (auto set = connection.runScript(QStringLiteral("PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0")); !set)
        return set;
    if (*wasUnclean) {
        QString verdict;
        const auto checked = connection.select(QStringLiteral("PRAGMA quick_check(1)"), {}, [&verdict](const Row& row) {
            verdict = row.text(0);
            return false;
        });
        if (!checked)
            return checked;
        if (verdict != QStringLiteral("ok"))
            return damaged(verdict);
    }
    return migrate(connection, steps);
}

Result<std::unique_ptr<Connection>> Store::Impl::openCache(bool wasUnclean)
{
    bool check = wasUnclean;
    auto cache = openFile("cache", &check);
    if (cache || !m_presence->wasFirst())
        return cache;
    const ErrorCode code = cache.error().code;
    if (code != ErrorCode::StoreDamaged && code != ErrorCode::StoreKeyWrong && code != ErrorCode::StoreRuleBroken)
        return cache;
    if (auto moved = setAsideCache(); !moved)
        return moved.error();
    m_store.m_wasCacheRebuilt = true;
    check = false;
    return openFile("cache", &check);
}

Result<void> Store::Impl::setAsideCache()
{
    QDir dir(m_options.directory);
    for (const QString& old : dir.entryList({QStringLiteral("cache-damaged-*")}, QDir::Files))
        dir.remove(old); // one is enough to look at
    const QString target = QStringLiteral("cache-damaged-%1.db").arg(nowForNames(*m_options.clock));
    for (const char* companion : companions) {
        const QString from = QStringLiteral("cache.db") + QLatin1String(companion);
        if (dir.exists(from) && !dir.rename(from, target + QLatin1String(companion)))
            return Error(ErrorCode::StoreReadOnly, QStringLiteral("a damaged cache cannot be renamed"),
                         {{QStringLiteral("file"), from}});
    }
    return syncDirectory(m_options.directory);
}

Result<void> Store::Impl::markStop(bool isClean)
{
    return at(File::Work).connection->run(
        QStringLiteral("INSERT INTO meta (key, value) VALUES ('clean_shutdown', ?1) ON CONFLICT (key) DO UPDATE SET value = ?1"),
        {isClean});
}

void Store::Impl::closeAll()
{
    if (m_presence && at(File::Cache).connection && !m_isSuspect && m_presence->becomeLast())
        (void)markStop(true); // without the mark the next start checks the files, which is all there is to do
    for (Open& file : m_files)
        file.connection.reset();
    m_presence.reset();
}

void Store::Impl::watchWal(Open& file)
{
    sqlite3_wal_hook(
        file.connection->handle(),
        [](void* frames, sqlite3*, const char*, int count) {
            *static_cast<qint64*>(frames) = count;
            return SQLITE_OK;
        },
        &file.walFrames);
}

void Store::Impl::keepWalSmall(Open& file)
{
    // After the caller has its answer: a save does not wait for the checkpoint.
    if (file.walFrames < checkpointAfterFrames)
        return;
    const bool isTooLarge = file.walFrames * (4096 + 24) > walLimitBytes;
    const auto done = file.connection->run(isTooLarge ? QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")
                                                      : QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
    if (!done)
        noteFailure(done.error());
}

void Store::Impl::noteFailure(const Error& error)
{
    if (error.code == ErrorCode::StoreDamaged || error.code == ErrorCode::StoreKeyWrong)
        m_isSuspect = true;
}

void Store::Impl::runWrite(File file, const std::function<Result<void>(Connection&)>& work, const WriteDone& done)
{
    Open& target = at(file);
    Connection& connection = *target.connection;
    Result<void> outcome = connection.begin();
    if (outcome)
        outcome = work(connection);
    if (outcome)
        outcome = connection.commit();
    if (!outcome) {
        connection.rollback();
        noteFailure(outcome.error());
    }
    done(outcome);
    keepWalSmall(target);
}

Result<Connection*> Store::Impl::reader(int thread)
{
    auto& slot = m_readers[std::size_t(thread)];
    if (slot)
        return slot.get();
    Connection::Options options;
    options.path = pathOf(m_options.directory, "work");
    options.vfs = m_options.vfs;
    options.mode = Connection::Mode::ReadOnly;
    options.busyTimeout = m_options.busyTimeout;
    options.cacheKibibytes = readerCacheKibibytes;
    auto made = Connection::open(options);
    if (!made)
        return made.error();
    if (auto attached = (*made)->attach(pathOf(m_options.directory, "cache"), QStringLiteral("cache")); !attached)
        return attached.error();
    for (const EntitySchema& schema : allSchemas()) {
        if (auto created = (*made)->runScript(viewSql(schema)); !created)
            return created.error();
    }
    slot = std::move(*made);
    return slot.get();
}

void Store::Impl::runRead(int thread, const ReadTask& task, std::function<bool()> isCanceled)
{
    const auto connection = reader(thread);
    if (!connection) {
        noteFailure(connection.error());
        task(connection.error());
        return;
    }
    Connection& c = **connection;
    Result<void> begun = c.run(QStringLiteral("BEGIN"));
    if (begun) // pins both files at the same moment
        begun = c.run(QStringLiteral("SELECT (SELECT count(*) FROM main.meta WHERE key = ''),"
                                     " (SELECT count(*) FROM cache.cursor WHERE scope = '')"));
    if (!begun) {
        noteFailure(begun.error());
        c.rollback();
        task(begun.error());
        return;
    }
    c.setInterruptCheck(std::move(isCanceled));
    if (const auto failed = task(&c))
        noteFailure(*failed);
    c.setInterruptCheck({});
    c.rollback();
}

Result<qint64> Store::Impl::dataVersion(Connection& connection)
{
    return connection.selectInteger(QStringLiteral("PRAGMA data_version"));
}

void Store::Impl::poll()
{
    bool isChanged = false;
    for (Open& file : m_files) {
        const auto version = dataVersion(*file.connection);
        if (!version || *version == file.dataVersion)
            continue;
        file.dataVersion = *version;
        isChanged = true;
    }
    if (isChanged)
        Q_EMIT m_store.changedByOther();
}

Store::Store(const Options& options) : m_options(options), m_impl(std::make_unique<Impl>(*this, m_options)) {}

Result<std::shared_ptr<Store>> Store::open(const Options& options)
{
    std::shared_ptr<Store> store(new Store(options));
    // Signals find their receivers' threads by themselves; only deletion rules make the affinity matter.
    if (const QCoreApplication* app = QCoreApplication::instance())
        store->moveToThread(app->thread());
    Impl* impl = store->m_impl.get();
    impl->writer = std::make_unique<TaskLane>(QStringLiteral("store-writer"), 1);
    auto outcome = std::make_shared<std::promise<Result<void>>>();
    auto opened = outcome->get_future();
    impl->writer->add([impl, outcome](int) { outcome->set_value(impl->openAll()); });
    if (const Result<void> done = opened.get(); !done)
        return done.error();
    impl->readers = std::make_unique<TaskLane>(QStringLiteral("store-reader"), options.readers);
    impl->writer->setIdleTask(options.pollInterval, [impl](int) { impl->poll(); });
    return store;
}

Store::~Store()
{
    Impl* impl = m_impl.get();
    if (impl->readers)
        impl->readers->finish([impl](int thread) { impl->closeReader(thread); });
    if (impl->writer)
        impl->writer->finish([impl](int) { impl->closeAll(); });
}

void Store::enqueueWrite(File file, std::function<Result<void>(Connection&)> work, WriteDone done)
{
    Impl* impl = m_impl.get();
    impl->writer->add([impl, file, work = std::move(work), done = std::move(done)](int) {
        impl->runWrite(file, work, done);
    });
}

void Store::enqueueRead(ReadTask task, std::function<bool()> isCanceled)
{
    Impl* impl = m_impl.get();
    impl->readers->add([impl, task = std::move(task), isCanceled = std::move(isCanceled)](int thread) {
        impl->runRead(thread, task, isCanceled);
    });
}

void Store::pollOthers()
{
    Impl* impl = m_impl.get();
    impl->writer->add([impl](int) { impl->poll(); });
}

Result<QString> Store::setAsideWork(const QString& directory, const Clock& clock)
{
    QDir dir(directory);
    const QString name = QStringLiteral("set-aside-%1").arg(nowForNames(clock));
    const QString target = dir.filePath(name);
    if (auto made = makePrivateDirectory(target); !made)
        return made.error();
    for (const char* companion : companions) {
        const QString file = QStringLiteral("work.db") + QLatin1String(companion);
        if (dir.exists(file) && !dir.rename(file, name + QLatin1Char('/') + file))
            return Error(ErrorCode::StoreReadOnly, QStringLiteral("work.db cannot be renamed"),
                         {{QStringLiteral("file"), file}});
    }
    if (auto synced = syncDirectory(directory); !synced)
        return synced.error();
    return target;
}

} // namespace yoyo
