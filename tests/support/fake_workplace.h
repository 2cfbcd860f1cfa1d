// SPDX-License-Identifier: Apache-2.0
// A signed-in person without a sign-in: a store in a folder of its own, a token, a step-up at will.
#pragma once

#include "models/storage/store.h"
#include "models/sync/workplace.h"
#include "tests/support/await.h"

#include <QTemporaryDir>

namespace yoyo::test {

class FakeWorkplace final : public Workplace
{
public:
    explicit FakeWorkplace(const Clock& clock, RandomSource& random) : m_clock(clock), m_random(random) {}

    /// Opens the store, or opens it again.
    bool open()
    {
        m_store.reset();
        Store::Options options;
        options.directory = m_directory.path() + QStringLiteral("/store");
        options.dataKey = SecretBuffer(64);
        options.clock = &m_clock;
        options.random = &m_random;
        options.vfs = vfs;
        auto opened = Store::open(options);
        if (!opened)
            return false;
        m_store = *opened;
        Q_EMIT changed();
        return true;
    }
    void close()
    {
        m_store.reset();
        Q_EMIT changed();
    }
    QString directory() const { return m_directory.path() + QStringLiteral("/store"); }

    std::shared_ptr<Store> store() const override { return m_store; }
    QUuid userId() const override { return m_store ? user : QUuid(); }
    Role role() const override { return actingRole; }
    bool isUnattended() const override { return false; }
    QUuid deviceId() const override { return device; }
    QString municipalityCode() const override { return QStringLiteral("131041"); }
    PolicyValues policy() const override { return {}; }
    QDateTime stepUpUntil() const override { return steppedUpUntil; }
    QFuture<Result<void>> stepUp(const SecretBuffer&) override
    {
        steppedUpUntil = m_clock.nowUtc().addSecs(600);
        return ready<void>({});
    }
    bool holdEngineLock() override { return !isLockedByOther; }
    void releaseEngineLock() override {}
    void rememberUnsent(int count) override { unsent = count; }
    QFuture<Result<SecretBuffer>> accessToken(TokenWanted) override
    {
        return isSessionOver ? ready<SecretBuffer>(ErrorCode::RefreshTokenDead) : ready<SecretBuffer>(SecretBuffer(8));
    }

    QByteArray vfs = QByteArrayLiteral("yoyo"); ///< read by open()
    QUuid user{QStringLiteral("{0192f0aa-0000-7000-8000-00000000a001}")};
    QUuid device{QStringLiteral("{0192f0aa-0000-7000-8000-00000000d001}")};
    Role actingRole = Role::Administrator;
    QDateTime steppedUpUntil;
    bool isLockedByOther = false;
    bool isSessionOver = false;
    int unsent = 0;

private:
    template <typename T>
    static QFuture<Result<T>> ready(Result<T> result)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(result));
        promise.finish();
        return promise.future();
    }

    const Clock& m_clock;
    RandomSource& m_random;
    QTemporaryDir m_directory;
    std::shared_ptr<Store> m_store;
};

/// Runs `work` in one write transaction and waits; ends the program on an error, which no test expects.
template <typename T, typename Fn>
Result<T> inWork(FakeWorkplace& workplace, Fn work)
{
    return await(workplace.store()->write<T>(Store::File::Work, std::function<Result<T>(Connection&)>(work)));
}

} // namespace yoyo::test
