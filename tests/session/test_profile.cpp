// SPDX-License-Identifier: Apache-2.0
#include "models/session/profile.h"

#include "models/domain/random_source.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace yoyo;

class TestProfile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void keepsWhatWasSaved();
    void aNewProfileHasItsOwnDevice();
    void damagedFileIsToldAndKept_data();
    void damagedFileIsToldAndKept();
    void isMovedAsideOnlyWhenAsked();
    void namesCannotLeadElsewhere();
    void addressesAreMadeCanonical();
    void otherAddressesAreRefused();
};

void TestProfile::keepsWhatWasSaved()
{
    QTemporaryDir directory;
    const QString inner = directory.filePath(QStringLiteral("profiles/a"));
    Profile profile;
    profile.address = QUrl(QStringLiteral("https://central.example.jp:8443"));
    profile.caFile = QStringLiteral("/etc/ca.pem");
    profile.language = QStringLiteral("ja");
    profile.environment = QStringLiteral("practice");
    profile.deviceId = QUuid::createUuid();
    profile.idleLockMinutes = 5;
    QVERIFY(saveProfile(inner, profile).isOk());
    const Result<Profile> loaded = loadProfile(inner);
    QVERIFY(loaded.isOk());
    QVERIFY(*loaded == profile);
    QCOMPARE(QFileInfo(inner).permissions() & (QFileDevice::ReadOther | QFileDevice::ReadGroup), QFileDevice::Permissions());
}

void TestProfile::aNewProfileHasItsOwnDevice()
{
    QTemporaryDir directory;
    SystemRandom random;
    QCOMPARE(loadProfile(directory.path()).error().code, ErrorCode::ProfileMissing);
    const Result<Profile> one = loadOrMakeProfile(directory.path(), random);
    const Result<Profile> two = loadOrMakeProfile(directory.path(), random);
    QVERIFY(one.isOk() && two.isOk());
    QVERIFY(!one->deviceId.isNull() && one->deviceId != two->deviceId);
    QVERIFY(!QFile::exists(directory.filePath(QStringLiteral("profile.json"))));
}

void TestProfile::damagedFileIsToldAndKept_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray("{\"format\":1,\"device_");
    QTest::newRow("other format") << QByteArray(R"({"format":2,"device_id":"0192f0aa-0000-4000-8000-000000000001"})");
    QTest::newRow("no device") << QByteArray(R"({"format":1})");
    QTest::newRow("http") << QByteArray(R"({"format":1,"device_id":"0192f0aa-0000-4000-8000-000000000001","address":"http://x"})");
    QTest::newRow("large") << QByteArray(100'000, ' ');
}

void TestProfile::damagedFileIsToldAndKept()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir directory;
    SystemRandom random;
    QFile file(directory.filePath(QStringLiteral("profile.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    QCOMPARE(loadOrMakeProfile(directory.path(), random).error().code, ErrorCode::ProfileUnusable);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
}

void TestProfile::isMovedAsideOnlyWhenAsked()
{
    QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("profile.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("x");
    file.close();
    const Result<QString> aside = setProfileAside(directory.path());
    QVERIFY(aside.isOk());
    QVERIFY(QFile::exists(*aside));
    QCOMPARE(loadProfile(directory.path()).error().code, ErrorCode::ProfileMissing);
}

void TestProfile::namesCannotLeadElsewhere()
{
    for (const char* name : {"", "..", "../x", "a/b", ".hidden", "a b", "日本"})
        QCOMPARE(profileDirectory(QString::fromUtf8(name)).error().code, ErrorCode::StoreLocationUnsafe);
    QVERIFY(profileDirectory(QStringLiteral("shinjuku-1"))->endsWith(QStringLiteral("/yoyo-desk/profiles/shinjuku-1")));
}

void TestProfile::addressesAreMadeCanonical()
{
    const auto canonical = [](const char* typed) { return serviceAddress(QString::fromUtf8(typed))->toString(); };
    QCOMPARE(canonical("https://central.example.jp"), QStringLiteral("https://central.example.jp"));
    QCOMPARE(canonical(" central.example.jp "), QStringLiteral("https://central.example.jp"));
    QCOMPARE(canonical("https://central.example.jp:443/"), QStringLiteral("https://central.example.jp"));
    QCOMPARE(canonical("HTTPS://Central.Example.JP:8443/"), QStringLiteral("https://central.example.jp:8443"));
    QCOMPARE(canonical("ｈｔｔｐｓ：／／１２７．０．０．１：８４４３"), QStringLiteral("https://127.0.0.1:8443"));
}

void TestProfile::otherAddressesAreRefused()
{
    QCOMPARE(serviceAddress(QStringLiteral("http://central.example.jp")).error().code, ErrorCode::PlainHttpRefused);
    QCOMPARE(serviceAddress(QStringLiteral("HTTP://x")).error().code, ErrorCode::PlainHttpRefused);
    for (const char* typed : {"", "https://", "ftp://x", "https://x/path", "https://x?a=1", "https://user:pw@x",
                              "https://x#f", "two words", "https://x:99999"})
        QCOMPARE(serviceAddress(QString::fromLatin1(typed)).error().code, ErrorCode::AddressInvalid);
}

QTEST_GUILESS_MAIN(TestProfile)
#include "test_profile.moc"
