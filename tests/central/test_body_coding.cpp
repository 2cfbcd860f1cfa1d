// SPDX-License-Identifier: Apache-2.0
#include "tests/central/body_coding.h"

#include <QRegularExpression>
#include <QTest>

using namespace yoyo;
using namespace yoyo::service;

class TestBodyCoding : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void whatWasPackedComesBack();
    void refusesMoreThanTheLimit();
    void refusesABombByItsRatio();
    void refusesBrokenStreams();
    void digestCoversTheBytes();
};

void TestBodyCoding::whatWasPackedComesBack()
{
    QByteArray counted;
    for (int i = 0; counted.size() < 200'000; ++i)
        counted += QByteArray::number(i * 7919) + '\0';
    for (const QByteArray& plain : {QByteArray(), QByteArray("{}"), counted, QByteArray(60'000, 'x')}) {
        const auto back = gunzip(gzip(plain), 300'000);
        QVERIFY(back.isOk());
        QCOMPARE(*back, plain);
    }
}

void TestBodyCoding::refusesMoreThanTheLimit()
{
    QByteArray plain;
    for (int i = 0; plain.size() < 40'000; ++i)
        plain += QByteArray::number(i * 7919);
    QVERIFY(gunzip(gzip(plain), plain.size()).isOk());
    QCOMPARE(gunzip(gzip(plain), plain.size() - 1).error().code, ErrorCode::PayloadTooLarge);
}

void TestBodyCoding::refusesABombByItsRatio()
{
    const QByteArray bomb = gzip(QByteArray(20'000'000, ' '));
    QVERIFY(bomb.size() < 25'000);
    QCOMPARE(gunzip(bomb, 100'000'000).error().code, ErrorCode::PayloadTooLarge);
}

void TestBodyCoding::refusesBrokenStreams()
{
    const QByteArray good = gzip("{\"a\":1}");
    QCOMPARE(gunzip(good.left(good.size() - 3), 100).error().code, ErrorCode::RequestMalformed);
    QCOMPARE(gunzip(good + "tail", 100).error().code, ErrorCode::RequestMalformed);
    QCOMPARE(gunzip("{\"a\":1}", 100).error().code, ErrorCode::RequestMalformed);
    QCOMPARE(gunzip({}, 100).error().code, ErrorCode::RequestMalformed);
}

void TestBodyCoding::digestCoversTheBytes()
{
    // The example of RFC 9530, appendix B.
    QCOMPARE(contentDigest("{\"hello\": \"world\"}\n"),
             QByteArray("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:"));
    QVERIFY(contentDigestMatches("sha-512=:AAAA:, " + contentDigest("abc"), "abc"));
    QVERIFY(!contentDigestMatches(contentDigest("abc"), "abd"));
    QVERIFY(!contentDigestMatches("sha-512=:AAAA:", "abc"));
    QVERIFY(!contentDigestMatches({}, {}));
}

QTEST_GUILESS_MAIN(TestBodyCoding)
#include "test_body_coding.moc"
