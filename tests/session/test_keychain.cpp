// SPDX-License-Identifier: Apache-2.0
// The real keychain (the test runs under with_keyring), and a PC without one.
#include "models/session/keychain.h"

#include "tests/support/await.h"

#include <QProcess>
#include <QTest>

using namespace yoyo;
using namespace yoyo::test;

class TestKeychain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void keepsBytesAndForgetsThem();
    void holdsTheLargestEntry();
    void tellsAMissingKeychain();
};

void TestKeychain::keepsBytesAndForgetsThem()
{
    QtKeychain keychain;
    const QString key = QStringLiteral("test/one");
    const auto none = await(keychain.read(key));
    QVERIFY2(none.isOk(), qPrintable(none.isOk() ? QString() : none.error().detail));
    QVERIFY(!*none);
    QVERIFY(await(keychain.remove(key)).isOk()); // nothing there is no error
    const SecretBuffer value(std::span(reinterpret_cast<const unsigned char*>("\0\xff\n text"), 8));
    QVERIFY(await(keychain.write(key, value)).isOk());
    QVERIFY(**await(keychain.read(key)) == value);
    QVERIFY(await(keychain.write(key, SecretBuffer::fromText(QStringLiteral("other")))).isOk());
    QVERIFY(**await(keychain.read(key)) == SecretBuffer::fromText(QStringLiteral("other")));
    QVERIFY(await(keychain.remove(key)).isOk());
    QVERIFY(!*await(keychain.read(key)));
}

void TestKeychain::holdsTheLargestEntry()
{
    QtKeychain keychain;
    SecretBuffer large(Keychain::maximumEntryBytes);
    for (std::size_t i = 0; i < large.size(); ++i)
        large.data()[i] = static_cast<unsigned char>(i);
    QVERIFY(await(keychain.write(QStringLiteral("test/large"), large)).isOk());
    QVERIFY(**await(keychain.read(QStringLiteral("test/large"))) == large);
}

void TestKeychain::tellsAMissingKeychain()
{
    // The bus address is read once per process, so a second run of this program stands for the other PC.
    if (qEnvironmentVariableIsSet("YOYO_TEST_NO_KEYCHAIN")) {
        QtKeychain keychain;
        QCOMPARE(await(keychain.write(QStringLiteral("test/x"), SecretBuffer(1))).error().code,
                 ErrorCode::KeychainUnavailable);
        QCOMPARE(await(keychain.read(QStringLiteral("test/x"))).error().code, ErrorCode::KeychainUnavailable);
        return;
    }
    QProcess other;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
    environment.remove(QStringLiteral("DISPLAY"));
    environment.insert(QStringLiteral("YOYO_TEST_NO_KEYCHAIN"), QStringLiteral("1"));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), QStringLiteral("/nonexistent"));
    other.setProcessEnvironment(environment);
    other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("tellsAMissingKeychain")});
    QVERIFY(other.waitForFinished(60'000));
    QVERIFY2(other.exitCode() == 0, other.readAllStandardOutput().constData());
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "test_keychain.moc"
