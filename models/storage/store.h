// SPDX-License-Identifier: Apache-2.0
// The local store of one signed-in user: work.db (what exists here alone until the service has it; never overwritten
// or deleted) and cache.db (what the service says; rebuilt when damaged). One writer thread owns both write
// connections, a small pool reads. Every method but open() and the destructor returns at once, on any thread.
#pragma once

#include "models/domain/result.h"
#include "models/domain/secret_buffer.h"
#include "models/storage/connection.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace yoyo {

class Clock;
class RandomSource;

class Store : public QObject
{
    Q_OBJECT
public:
    enum class File { Work, Cache };
    struct Options
    {
        QString directory;
        SecretBuffer dataKey;
        const Clock* clock = nullptr;
        RandomSource* random = nullptr;
        /// For tests: another registered VFS. Empty is SQLite's own, which writes clear text.
        QByteArray vfs = QByteArrayLiteral("yoyo");
        int readers = 2;
        /// How often an idle store looks for commits of other processes.
        std::chrono::milliseconds pollInterval{1000};
        std::chrono::milliseconds busyTimeout{5000};
    };

    /// Blocks (migrations; a full check after an unclean stop): call it on a worker thread. Fails with
    /// E-STOR-001 a file is newer than this program, 002 work.db is damaged, 003 read-only, 004 disk full, 005 busy,
    /// 006 the key does not fit work.db, 007 input/output, 008 unsafe place. In none of these cases is work.db
    /// changed. A damaged cache.db is renamed away and made anew, see wasCacheRebuilt().
    static Result<std::shared_ptr<Store>> open(const Options& options);
    /// Finishes what is queued, then closes. Not on one of the store's own threads.
    ~Store() override;

    /// On the writer thread between BEGIN IMMEDIATE and COMMIT. An error rolls back and is the result; the value is
    /// delivered only after the commit is durable. `work` must not wait for anything but the database.
    template <typename T>
    QFuture<Result<T>> write(File file, std::function<Result<T>(Connection&)> work)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        auto value = std::make_shared<std::optional<Result<T>>>();
        promise->start();
        enqueueWrite(
            file,
            [work = std::move(work), value](Connection& connection) -> Result<void> {
                value->emplace(work(connection));
                return (*value)->isOk() ? Result<void>() : Result<void>((*value)->error());
            },
            [promise, value](const Result<void>& outcome) {
                promise->addResult(outcome ? std::move(**value) : Result<T>(outcome.error()));
                promise->finish();
            });
        return promise->future();
    }

    /// On a reader thread, in one read transaction over both files: main = work.db, "cache" = cache.db, temp views
    /// v_<entity> (entity_tables.h). Cancelling the future ends the running statement.
    template <typename T>
    QFuture<Result<T>> read(std::function<Result<T>(Connection&)> work)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        enqueueRead(
            [work = std::move(work), promise](Result<Connection*> connection) -> std::optional<Error> {
                std::optional<Error> failed;
                if (!connection) {
                    promise->addResult(Result<T>(connection.error()));
                } else if (!promise->isCanceled()) {
                    Result<T> result = work(**connection);
                    if (!result)
                        failed = result.error();
                    promise->addResult(std::move(result));
                }
                promise->finish();
                return failed;
            },
            [promise] { return promise->isCanceled(); });
        return promise->future();
    }

    /// The cache was damaged or missing its schema and is new and empty now: everything has to be read again.
    bool wasCacheRebuilt() const { return m_wasCacheRebuilt; }
    /// The last run ended without closing the store; both files were checked.
    bool wasStopUnclean() const { return m_wasStopUnclean; }
    QString directory() const { return m_options.directory; }

    /// Looks for commits of other processes now instead of at the next idle moment.
    void pollOthers();

    /// Renames work.db and its companions into a folder of their own beneath `directory`, so that a new one can be
    /// made; returns that folder. Only on a person's decision, and only while no store is open there.
    static Result<QString> setAsideWork(const QString& directory, const Clock& clock);

Q_SIGNALS:
    /// Another process committed to one of the files. Emitted on the writer thread.
    void changedByOther();

private:
    using WriteDone = std::function<void(const Result<void>&)>;
    using ReadTask = std::function<std::optional<Error>(Result<Connection*>)>;
    class Impl;
    explicit Store(const Options& options);
    void enqueueWrite(File file, std::function<Result<void>(Connection&)> work, WriteDone done);
    void enqueueRead(ReadTask task, std::function<bool()> isCanceled);

    Options m_options;
    bool m_wasCacheRebuilt = false;
    bool m_wasStopUnclean = false;
    std::unique_ptr<Impl> m_impl;
};

} // namespace yoyo
