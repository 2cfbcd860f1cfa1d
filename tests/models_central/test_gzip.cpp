// SPDX-License-Identifier: Apache-2.0
#include "models/central/gzip.h"

#include "tests/support/fake_random.h"

#include <QTest>

using namespace yoyo;

class TestGzip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void readsWhatItWrote();
    void readsInPiecesOfAnySize();
    void isNotCompleteWithoutTheTrailer();
    void refusesBytesAfterTheEnd();
    void refusesWhatIsNotGzip();
    void refusesAWrongChecksum();
    void refusesMoreThanTheLimit();
    void refusesTheRatioOfABomb();
    void smallRepetitiveBodiesPassTheRatio();
};

static Result<QByteArray> decode(const QByteArray& coded, int piece = 1 << 20, const DecodeLimits& limits = {})
{
    GzipDecoder decoder(limits);
    QByteArray out;
    for (qsizetype at = 0; at < coded.size(); at += piece) {
        if (const Result<void> fed = decoder.feed(coded.mid(at, piece), out); !fed)
            return fed.error();
    }
    if (!decoder.isComplete())
        return ErrorCode::ConnectionLost;
    return out;
}

void TestGzip::readsWhatItWrote()
{
    test::FakeRandom random;
    for (const int size : {0, 1, 1000, 65'536, 300'000}) {
        const QByteArray plain = random.bytes(size);
        const Result<QByteArray> back = decode(gzipped(plain));
        QVERIFY(back.isOk());
        QCOMPARE(*back, plain);
    }
}

void TestGzip::readsInPiecesOfAnySize()
{
    test::FakeRandom random;
    const QByteArray plain = random.bytes(3000) + QByteArray(200'000, 'a');
    const QByteArray coded = gzipped(plain);
    for (const int piece : {1, 2, 7, 100, 4096}) {
        const Result<QByteArray> back = decode(coded, piece);
        QVERIFY(back.isOk());
        QCOMPARE(*back, plain);
    }
}

void TestGzip::isNotCompleteWithoutTheTrailer()
{
    const QByteArray coded = gzipped("hello");
    for (int cut = 1; cut < coded.size(); ++cut)
        QCOMPARE(decode(coded.chopped(cut)).error().code, ErrorCode::ConnectionLost);
}

void TestGzip::refusesBytesAfterTheEnd()
{
    QCOMPARE(decode(gzipped("hello") + "x").error().code, ErrorCode::ReplyInvalid);
    QCOMPARE(decode(gzipped("hello") + "x", 1).error().code, ErrorCode::ReplyInvalid);
}

void TestGzip::refusesWhatIsNotGzip()
{
    QCOMPARE(decode("hello, this is plain text").error().code, ErrorCode::ReplyInvalid);
}

void TestGzip::refusesAWrongChecksum()
{
    QByteArray coded = gzipped("hello");
    coded[coded.size() - 6] = char(coded[coded.size() - 6] ^ 1);
    QCOMPARE(decode(coded).error().code, ErrorCode::ReplyInvalid);
}

void TestGzip::refusesMoreThanTheLimit()
{
    DecodeLimits limits;
    limits.maximumBytes = 1000;
    test::FakeRandom random;
    QVERIFY(decode(gzipped(random.bytes(1000)), 100, limits).isOk());
    QCOMPARE(decode(gzipped(random.bytes(1001)), 100, limits).error().code, ErrorCode::ReplyInvalid);
}

void TestGzip::refusesTheRatioOfABomb()
{
    const Result<QByteArray> bomb = decode(gzipped(QByteArray(20 * 1024 * 1024, '\0')));
    QCOMPARE(bomb.error().code, ErrorCode::ReplyInvalid);
    QCOMPARE(bomb.error().params.value(QStringLiteral("reason")).toString(), QStringLiteral("ratio"));
}

void TestGzip::smallRepetitiveBodiesPassTheRatio()
{
    QVERIFY(decode(gzipped(QByteArray(900'000, 'a'))).isOk());
}

QTEST_GUILESS_MAIN(TestGzip)
#include "test_gzip.moc"
