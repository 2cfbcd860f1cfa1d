// SPDX-License-Identifier: Apache-2.0
#include "models/storage/office_sealed.h"
#include "models/storage/store_key_file.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_random.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>

using namespace yoyo;
using Slot = StoreKeyFile::Slot;

static SecretBuffer text(const char* utf8)
{
    return SecretBuffer::fromText(QString::fromUtf8(utf8));
}

class TestStoreKeyFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void everySlotOpensTheSameKeyInEveryOrder();
    void passwordNeedsBothSecrets();
    void fullWidthPasswordIsTheSame();
    void sessionSlotExpires();
    void changedClearDataOpensNothing();
    void aNewFileNeverReplacesOne();
    void newerFormatIsRefused();
    void damagedFileIsTold();
    void holdsNoKeyInTheClear();
    void unknownSlotsSurvive();
    void officeSealedComesBack();
    void officeSealedNeedsItsSecret();

private:
    test::FakeClock m_clock;
    test::FakeRandom m_random;
};

void TestStoreKeyFile::everySlotOpensTheSameKeyInEveryOrder()
{
    const SecretBuffer password = text("a long enough password");
    const SecretBuffer keychain = text("keychain secret");
    const SecretBuffer service = text("service secret");
    const SecretBuffer session = text("session secret");
    const QDateTime now = m_clock.nowUtc();
    std::array<Slot, 3> order{Slot::Password, Slot::Service, Slot::Session};
    std::sort(order.begin(), order.end());
    do {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("stores/u/store.key"));
        auto made = StoreKeyFile::createNew(path, m_random);
        const SecretBuffer dataKey = made.newDataKey();
        QCOMPARE(dataKey.size(), std::size_t(64));
        const auto put = [&](StoreKeyFile& file, Slot slot) {
            if (slot == Slot::Password)
                file.setPassword(dataKey, password, keychain, now);
            else if (slot == Slot::Service)
                file.setService(dataKey, service);
            else
                file.setSession(dataKey, session, now.addSecs(8 * 3600));
        };
        put(made, order[0]);
        QVERIFY(made.save().isOk());
        for (int i = 1; i < 3; ++i) { // each further slot by another run of the program
            auto next = StoreKeyFile::load(path, m_random);
            QVERIFY(next.isOk());
            put(*next, order[std::size_t(i)]);
            QVERIFY(next->save().isOk());
        }
        auto file = StoreKeyFile::load(path, m_random);
        QVERIFY(file.isOk());
        QCOMPARE(*file->openPassword(password, keychain) == dataKey, true);
        QCOMPARE(*file->openService(service) == dataKey, true);
        QCOMPARE(*file->openSession(session, now) == dataKey, true);
        QCOMPARE(file->lastOnline(), now);
        // Taking slots away in the same order leaves the others.
        for (int i = 0; i < 2; ++i) {
            file->removeSlot(order[std::size_t(i)]);
            QVERIFY(file->save().isOk());
            file = StoreKeyFile::load(path, m_random);
            QVERIFY(!file->hasSlot(order[std::size_t(i)]));
            QVERIFY(file->hasSlot(order[2]));
        }
        QCOMPARE(file->openService(service).isOk(), order[2] == Slot::Service);
        file->removeSlot(order[2]);
        QVERIFY(!file->save().isOk()); // a file without slots would be a lost store
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
            | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
        QVERIFY(!(QFile::permissions(path) & others));
        QVERIFY(!(QFile::permissions(QFileInfo(path).path()) & others));
    } while (std::next_permutation(order.begin(), order.end()));
}

void TestStoreKeyFile::passwordNeedsBothSecrets()
{
    const QTemporaryDir dir;
    auto file = StoreKeyFile::createNew(dir.filePath(QStringLiteral("store.key")), m_random);
    file.setPassword(file.newDataKey(), text("right"), text("keychain"), m_clock.nowUtc());
    QVERIFY(file.openPassword(text("right"), text("keychain")).isOk());
    QCOMPARE(file.openPassword(text("Right"), text("keychain")).error().code, ErrorCode::StoreKeyWrong);
    QCOMPARE(file.openPassword(text("right"), text("keychaim")).error().code, ErrorCode::StoreKeyWrong);
    QCOMPARE(file.openPassword(text("right"), SecretBuffer()).error().code, ErrorCode::StoreKeyWrong);
    QCOMPARE(file.openService(text("keychain")).error().code, ErrorCode::StoreMissing);
}

void TestStoreKeyFile::fullWidthPasswordIsTheSame()
{
    const QTemporaryDir dir;
    auto file = StoreKeyFile::createNew(dir.filePath(QStringLiteral("store.key")), m_random);
    file.setPassword(file.newDataKey(), text("Ｐａｓｓ１２３ ガ"), text("k"), m_clock.nowUtc());
    QVERIFY(file.openPassword(text("Pass123 ｶﾞ"), text("k")).isOk());
}

void TestStoreKeyFile::sessionSlotExpires()
{
    const QTemporaryDir dir;
    auto file = StoreKeyFile::createNew(dir.filePath(QStringLiteral("store.key")), m_random);
    const QDateTime now = m_clock.nowUtc();
    file.setSession(file.newDataKey(), text("s"), now.addSecs(8 * 3600));
    QVERIFY(file.openSession(text("s"), now.addSecs(8 * 3600 - 1)).isOk());
    QCOMPARE(file.openSession(text("s"), now.addSecs(8 * 3600)).error().code, ErrorCode::SessionExpired);
    QCOMPARE(file.openSession(text("t"), now).error().code, ErrorCode::StoreKeyWrong);
}

static QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static void putContent(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
}

void TestStoreKeyFile::changedClearDataOpensNothing()
{
    // Somebody moves the date of the last online sign-in to have more days offline.
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("store.key"));
    auto made = StoreKeyFile::createNew(path, m_random);
    made.setPassword(made.newDataKey(), text("right"), text("k"), m_clock.nowUtc());
    made.setSession(made.newDataKey(), text("s"), m_clock.nowUtc().addSecs(60));
    QVERIFY(made.save().isOk());
    putContent(path, contentOf(path).replace("2026-11-22T01:00:00.000Z", "2027-11-22T01:00:00.000Z")
                         .replace("2026-11-22T01:01:00.000Z", "2027-11-22T01:01:00.000Z"));
    const auto file = StoreKeyFile::load(path, m_random);
    QVERIFY(file.isOk());
    QCOMPARE(file->lastOnline().date().year(), 2027);
    QCOMPARE(file->openPassword(text("right"), text("k")).error().code, ErrorCode::StoreKeyWrong);
    QCOMPARE(file->openSession(text("s"), m_clock.nowUtc()).error().code, ErrorCode::StoreKeyWrong);
}

void TestStoreKeyFile::aNewFileNeverReplacesOne()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("store.key"));
    auto first = StoreKeyFile::createNew(path, m_random);
    first.setService(first.newDataKey(), text("s"));
    QVERIFY(first.save().isOk());
    const QByteArray before = contentOf(path);
    auto second = StoreKeyFile::createNew(path, m_random);
    second.setService(second.newDataKey(), text("s"));
    QCOMPARE(second.save().error().code, ErrorCode::StoreLocationUnsafe);
    QCOMPARE(contentOf(path), before);
    QVERIFY(first.save().isOk()); // the one that made it may
}

void TestStoreKeyFile::newerFormatIsRefused()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("store.key"));
    putContent(path, R"({"format":2,"slots":{"service":{}}})");
    QCOMPARE(StoreKeyFile::load(path, m_random).error().code, ErrorCode::StoreNewer);
}

void TestStoreKeyFile::damagedFileIsTold()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("store.key"));
    QCOMPARE(StoreKeyFile::load(path, m_random).error().code, ErrorCode::StoreMissing);
    for (const char* content : {"", "not json", "{}", R"({"format":1})", R"({"format":1,"slots":{}})"}) {
        putContent(path, content);
        QCOMPARE(StoreKeyFile::load(path, m_random).error().code, ErrorCode::StoreDamaged);
    }
    // A slot that lost its bytes opens nothing and does not harm.
    putContent(path, R"({"format":1,"slots":{"service":{"clear":{},"sealed":"AAAA"},"password":{}}})");
    const auto file = StoreKeyFile::load(path, m_random);
    QVERIFY(file.isOk());
    QCOMPARE(file->openService(text("s")).error().code, ErrorCode::StoreKeyWrong);
    QCOMPARE(file->openPassword(text("s"), text("k")).error().code, ErrorCode::StoreKeyWrong);
}

void TestStoreKeyFile::holdsNoKeyInTheClear()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("store.key"));
    auto file = StoreKeyFile::createNew(path, m_random);
    file.setService(file.newDataKey(), text("s"));
    QVERIFY(file.save().isOk());
    const QByteArray key = file.newDataKey().toByteArray();
    const QByteArray stored = contentOf(path);
    QVERIFY(!stored.contains(key.left(16)));
    QVERIFY(!stored.contains(key.toBase64().left(16)));
    QVERIFY(!stored.contains(key.toHex().left(16)));
}

void TestStoreKeyFile::unknownSlotsSurvive()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("store.key"));
    auto made = StoreKeyFile::createNew(path, m_random);
    made.setService(made.newDataKey(), text("s"));
    QVERIFY(made.save().isOk());
    putContent(path, contentOf(path).replace("\"service\": {", "\"token\": {\"clear\": {}, \"sealed\": \"QUJD\"}, \"service\": {"));
    auto file = StoreKeyFile::load(path, m_random);
    QVERIFY(file.isOk());
    file->setSession(made.newDataKey(), text("x"), m_clock.nowUtc());
    QVERIFY(file->save().isOk());
    QVERIFY(contentOf(path).contains("QUJD"));
}

void TestStoreKeyFile::officeSealedComesBack()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("office.sealed"));
    const QJsonObject content{{QStringLiteral("owner"), QStringLiteral("山田 花子")}};
    QVERIFY(OfficeSealed::save(path, text("k"), content, m_random).isOk());
    QCOMPARE(*OfficeSealed::load(path, text("k")), content);
    QVERIFY(!contentOf(path).contains("山田"));
    QVERIFY(!contentOf(path).contains("owner"));
}

void TestStoreKeyFile::officeSealedNeedsItsSecret()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("office.sealed"));
    QCOMPARE(OfficeSealed::load(path, text("k")).error().code, ErrorCode::StoreMissing);
    QVERIFY(OfficeSealed::save(path, text("k"), {{QStringLiteral("a"), 1}}, m_random).isOk());
    QCOMPARE(OfficeSealed::load(path, text("l")).error().code, ErrorCode::StoreKeyWrong);
    const QByteArray stored = contentOf(path);
    for (int i = 26; i < stored.size(); ++i) { // every bit counts
        QByteArray changed = stored;
        changed[i] = char(changed[i] ^ 1);
        putContent(path, changed);
        QCOMPARE(OfficeSealed::load(path, text("k")).error().code, ErrorCode::StoreKeyWrong);
    }
    putContent(path, "something else");
    QCOMPARE(OfficeSealed::load(path, text("k")).error().code, ErrorCode::StoreDamaged);
}

QTEST_GUILESS_MAIN(TestStoreKeyFile)
#include "test_store_key_file.moc"
