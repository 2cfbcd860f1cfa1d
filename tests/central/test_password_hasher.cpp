// SPDX-License-Identifier: Apache-2.0
#include "tests/central/password_hasher.h"

#include "tests/support/fake_random.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <thread>

using namespace yoyo;
using namespace yoyo::service;

class TestPasswordHasher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void hashesAsRfc7914Says();
    void fullStrengthFitsTheMemoryLimit();
    void thirdWaitsAndIsThenTurnedAway();
    void placeIsFreeAgainAfterUse();
    void temporaryPasswordsAreReadable();
};

void TestPasswordHasher::hashesAsRfc7914Says()
{
    // RFC 7914 section 12, third vector (its first 32 bytes).
    PasswordHasher hasher({16384, 8, 1});
    const QByteArray raw = QByteArray::fromHex("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2");
    QCOMPARE(*hasher.hash(QStringLiteral("pleaseletmein"), "SodiumChloride"),
             QStringLiteral("scrypt:16384:8:1:") + QString::fromLatin1(raw.toBase64()));
}

void TestPasswordHasher::fullStrengthFitsTheMemoryLimit()
{
    PasswordHasher hasher{ScryptCost()};
    const auto hash = hasher.hash(QStringLiteral("x"), "salt");
    QVERIFY(hash->startsWith(QStringLiteral("scrypt:131072:8:1:")));
    QVERIFY(PasswordHasher::isSame(*hash, *hash));
    QVERIFY(!PasswordHasher::isSame(*hash, *hash + QLatin1Char('=')));
    QVERIFY(!PasswordHasher::isSame({}, {}));
}

void TestPasswordHasher::thirdWaitsAndIsThenTurnedAway()
{
    PasswordHasher hasher({16, 1, 1}, std::chrono::milliseconds(30));
    const auto first = hasher.enter(std::nullopt);
    const auto second = hasher.enter(std::nullopt);
    const auto third = hasher.hash(QStringLiteral("x"), "salt");
    QCOMPARE(third.error().code, ErrorCode::ServerBusy);
    QVERIFY(third.error().retryAfter.has_value());
}

void TestPasswordHasher::placeIsFreeAgainAfterUse()
{
    PasswordHasher hasher({16, 1, 1}, std::chrono::seconds(20));
    auto first = std::make_unique<PasswordHasher::Place>(*hasher.enter(std::nullopt));
    const auto second = hasher.enter(std::nullopt);
    Result<QString> third = ErrorCode::InternalError;
    std::thread waiting([&] { third = hasher.hash(QStringLiteral("x"), "salt"); });
    first.reset();
    waiting.join();
    QVERIFY(third.isOk());
}

void TestPasswordHasher::temporaryPasswordsAreReadable()
{
    test::FakeRandom random;
    const QRegularExpression form(QStringLiteral("^([A-HJ-NP-Za-km-z2-9]{4}-){3}[A-HJ-NP-Za-km-z2-9]{4}$"));
    QSet<QString> seen;
    for (int i = 0; i < 2000; ++i) {
        const QString password = makeTemporaryPassword(random);
        QVERIFY2(form.match(password).hasMatch(), qPrintable(password));
        for (const QChar confusing : QStringLiteral("0O1lI"))
            QVERIFY(!password.contains(confusing));
        seen.insert(password);
    }
    QCOMPARE(seen.size(), 2000);
}

QTEST_GUILESS_MAIN(TestPasswordHasher)
#include "test_password_hasher.moc"
