// SPDX-License-Identifier: Apache-2.0
#include "models/storage/store.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_random.h"

#include <QTemporaryDir>
#include <QTest>

using namespace yoyo;

class TestStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void readsWhatWasWritten();
    void anErrorRollsBack();

private:
    Store::Options options(const QTemporaryDir& dir)
    {
        Store::Options o;
        o.directory = dir.path() + QStringLiteral("/store");
        o.dataKey = SecretBuffer(64);
        o.clock = &m_clock;
        o.random = &m_random;
        return o;
    }
    test::FakeClock m_clock;
    test::FakeRandom m_random;
};

template <typename T>
static T valueOf(QFuture<Result<T>> future)
{
    future.waitForFinished();
    const Result<T> result = future.result();
    if (!result)
        qFatal("%s %s", qPrintable(result.error().codeText()), qPrintable(result.error().detail));
    return *result;
}

static Result<qint64> putMeta(Connection& connection, const QString& key, const QVariant& value)
{
    if (auto done = connection.run(QStringLiteral("INSERT INTO meta (key, value) VALUES (?, ?)"), {key, value}); !done)
        return done.error();
    return connection.changes();
}

void TestStore::readsWhatWasWritten()
{
    const QTemporaryDir dir;
    auto store = Store::open(options(dir));
    QVERIFY2(store.isOk(), store ? "" : qPrintable(store.error().detail));
    const QUuid id(QStringLiteral("{0192f0aa-0000-7000-8000-000000000001}"));
    QCOMPARE(valueOf((*store)->write<qint64>(Store::File::Work, [id](Connection& c) {
        return putMeta(c, QStringLiteral("device_id"), id);
    })), 1);
    const QUuid found = valueOf((*store)->read<QUuid>([](Connection& c) -> Result<QUuid> {
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
    const qint64 users = valueOf((*store)->read<qint64>(
        [](Connection& c) { return c.selectInteger(QStringLiteral("SELECT count(*) FROM v_user")); }));
    QCOMPARE(users, 0);
}

void TestStore::anErrorRollsBack()
{
    const QTemporaryDir dir;
    auto store = Store::open(options(dir));
    QVERIFY(store.isOk());
    auto failed = (*store)->write<qint64>(Store::File::Work, [](Connection& c) -> Result<qint64> {
        (void)putMeta(c, QStringLiteral("gone"), 1);
        return Error(ErrorCode::NotUndoable);
    });
    failed.waitForFinished();
    QCOMPARE(failed.result().error().code, ErrorCode::NotUndoable);
    const qint64 rows = valueOf((*store)->read<qint64>(
        [](Connection& c) { return c.selectInteger(QStringLiteral("SELECT count(*) FROM meta WHERE key = 'gone'")); }));
    QCOMPARE(rows, 0);
}

QTEST_GUILESS_MAIN(TestStore)
#include "test_store.moc"
