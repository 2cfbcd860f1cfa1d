// SPDX-License-Identifier: Apache-2.0
#include "models/domain/ids.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_random.h"

#include <QSet>
#include <QTest>

using namespace yoyo;

class TestIds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void idsSortInTheOrderTheyWereMade();
    void idsStaySortedWhenTheClockStepsBack();
    void carriesVersionAndTime();
    void settingIdDependsOnAllThreeKeys();
    void acceptsOneSpellingOnly();
};

void TestIds::idsSortInTheOrderTheyWereMade()
{
    test::FakeClock clock;
    test::FakeRandom random;
    UuidMaker maker(clock, random);
    QString last;
    for (int i = 0; i < 10'000; ++i) {
        const QString id = idText(maker.make());
        QVERIFY2(id > last, qPrintable(id));
        last = id;
    }
}

void TestIds::idsStaySortedWhenTheClockStepsBack()
{
    test::FakeClock clock;
    test::FakeRandom random;
    UuidMaker maker(clock, random);
    const QString before = idText(maker.make());
    clock.setUtc(clock.nowUtc().addYears(-1));
    QVERIFY(idText(maker.make()) > before);
}

void TestIds::carriesVersionAndTime()
{
    test::FakeClock clock;
    test::FakeRandom random;
    const QByteArray raw = UuidMaker(clock, random).make().toRfc4122();
    QCOMPARE(raw[6] & 0xf0, 0x70);
    QCOMPARE(raw[8] & 0xc0, 0x80);
    qint64 ms = 0;
    for (int i = 0; i < 6; ++i)
        ms = (ms << 8) | quint8(raw[i]);
    QCOMPARE(ms, clock.nowUtc().toMSecsSinceEpoch());
}

void TestIds::settingIdDependsOnAllThreeKeys()
{
    const QString code = QStringLiteral("131041");
    const QString mgmt = QStringLiteral("01001001");
    QSet<QUuid> ids{vaccinationSettingId(code, mgmt, 2026), vaccinationSettingId(code, mgmt, 2027),
                    vaccinationSettingId(QStringLiteral("131016"), mgmt, 2026),
                    vaccinationSettingId(code, QStringLiteral("01001002"), 2026)};
    QCOMPARE(ids.size(), 4);
    QCOMPARE(vaccinationSettingId(code, mgmt, 2026).version(), QUuid::Sha1);
}

void TestIds::acceptsOneSpellingOnly()
{
    const QString good = QStringLiteral("0192f0aa-0000-7000-8000-000000000001");
    QCOMPARE(idText(idFromText(good)), good);
    QVERIFY(idFromText(good.toUpper()).isNull());
    QVERIFY(idFromText(QLatin1Char('{') + good + QLatin1Char('}')).isNull());
    QVERIFY(idFromText(QStringLiteral("0192f0aa")).isNull());
}

QTEST_GUILESS_MAIN(TestIds)
#include "test_ids.moc"
