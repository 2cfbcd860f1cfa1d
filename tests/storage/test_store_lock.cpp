// SPDX-License-Identifier: Apache-2.0
#include "models/storage/location.h"
#include "models/storage/store_lock.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace yoyo;

class TestStoreLock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void engineLockExcludesWithinAProcess();
    void engineLockDiesWithItsHolder();
    void presenceTellsFirstAndLast();
    void unsafePlacesAreRefused();
};

void TestStoreLock::engineLockExcludesWithinAProcess()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("engine.lock"));
    auto first = EngineLock::tryLock(path);
    QVERIFY(first.isOk());
    QCOMPARE(EngineLock::tryLock(path).error().code, ErrorCode::EngineBusy);
    first->reset();
    QVERIFY(EngineLock::tryLock(path).isOk()); // the file that stayed behind means nothing
}

void TestStoreLock::engineLockDiesWithItsHolder()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("engine.lock"));
    QProcess holder;
    holder.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hold"), path});
    QVERIFY(holder.waitForReadyRead(30'000));
    QCOMPARE(holder.readAll(), QByteArrayLiteral("held\n"));
    QCOMPARE(EngineLock::tryLock(path).error().code, ErrorCode::EngineBusy);
    holder.kill(); // no time to tidy up
    QVERIFY(holder.waitForFinished());
    QVERIFY(EngineLock::tryLock(path).isOk());
}

void TestStoreLock::presenceTellsFirstAndLast()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("store.lock"));
    auto a = PresenceLock::join(path);
    QVERIFY(a.isOk());
    QVERIFY((*a)->wasFirst());
    (*a)->share();
    auto b = PresenceLock::join(path);
    QVERIFY(b.isOk());
    QVERIFY(!(*b)->wasFirst());
    QVERIFY(!(*a)->becomeLast());
    a->reset();
    QVERIFY((*b)->becomeLast());
}

void TestStoreLock::unsafePlacesAreRefused()
{
    QCOMPARE(unfitFileSystem(0x4d44), QStringLiteral("fat"));
    QCOMPARE(unfitFileSystem(0x2011bab0), QStringLiteral("fat"));
    QCOMPARE(unfitFileSystem(0x6969), QStringLiteral("network"));
    QCOMPARE(unfitFileSystem(0xff534d42), QStringLiteral("network"));
    QCOMPARE(unfitFileSystem(0xfe534d42), QStringLiteral("network"));
    QCOMPARE(unfitFileSystem(0xef53), QString()); // ext4
    QCOMPARE(unfitFileSystem(0x9123683e), QString()); // btrfs
    const QTemporaryDir dir;
    QVERIFY(checkStoreLocation(dir.filePath(QStringLiteral("not/yet/there"))).isOk());
    const auto relative = checkStoreLocation(QStringLiteral("store"));
    QCOMPARE(relative.error().code, ErrorCode::StoreLocationUnsafe);
    QCOMPARE(relative.error().params.value(QStringLiteral("reason")).toString(), QStringLiteral("relative"));
    QCOMPARE(checkStoreLocation(QStringLiteral("//server/share")).error().code, ErrorCode::StoreLocationUnsafe);
}

static int hold(const QString& path)
{
    const auto lock = EngineLock::tryLock(path);
    if (!lock)
        return 1;
    std::puts("held");
    std::fflush(stdout);
    return QCoreApplication::exec();
}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(1) == QStringLiteral("--hold"))
        return hold(arguments.value(2));
    TestStoreLock test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_store_lock.moc"
