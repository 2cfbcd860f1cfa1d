// SPDX-License-Identifier: Apache-2.0
#include "models/domain/kana.h"

#include <QRegularExpression>
#include <QTest>

using namespace yoyo;

class TestKana : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void codesAreNormalised();
    void kanaBecomesFullWidthKatakana();
    void sameNamesHaveTheSameKey_data();
    void sameNamesHaveTheSameKey();
    void differentNamesKeepDifferentKeys();
    void romanisation();
};

void TestKana::codesAreNormalised()
{
    QCOMPARE(normaliseCode(u"　１００‐０００１ "), QStringLiteral("100-0001"));
    QCOMPARE(normaliseDigits(u"１００ー０００１"), QStringLiteral("1000001"));
    QCOMPARE(normaliseDigits(u"100−00—01–－"), QStringLiteral("1000001"));
    QCOMPARE(normaliseCode(u"ＡＢｃ\u200b＿"), QStringLiteral("ABc_"));
    QCOMPARE(normaliseCode(u"新宿"), QStringLiteral("新宿"));
}

void TestKana::kanaBecomesFullWidthKatakana()
{
    QCOMPARE(toKatakana(u"ﾔﾏﾀﾞ ﾀﾛｳ"), QStringLiteral("ヤマダ　タロウ"));
    QCOMPARE(toKatakana(u"やまだ"), QStringLiteral("ヤマダ"));
    QCOMPARE(toKatakana(u"か\u3099"), QStringLiteral("ガ"));
    QCOMPARE(toKatakana(u"ﾊﾟｰﾄ"), QStringLiteral("パート"));
    QCOMPARE(toKatakana(u"ローマ-ニ"), QStringLiteral("ローマーニ"));
    QCOMPARE(toKatakana(u"神\uFA19"), QStringLiteral("神\uFA19")); // stored names are not normalised
    QVERIFY(isKatakanaName(u"ヤマダ　タロウ"));
    QVERIFY(!isKatakanaName(u"ﾔﾏﾀﾞ"));
    QVERIFY(!isKatakanaName(u""));
}

void TestKana::sameNamesHaveTheSameKey_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::newRow("half width") << QStringLiteral("ｶﾞｸ") << QStringLiteral("ガク");
    QTest::newRow("voicing") << QStringLiteral("ヤマザキ") << QStringLiteral("ヤマサキ");
    QTest::newRow("semi-voicing") << QStringLiteral("ピ") << QStringLiteral("ひ");
    QTest::newRow("small kana") << QStringLiteral("ショウコ") << QStringLiteral("シヨウコ");
    QTest::newRow("long vowel") << QStringLiteral("ユーコ") << QStringLiteral("ユコ");
    QTest::newRow("blank") << QStringLiteral("山田　太郎") << QStringLiteral("山田太郎");
    QTest::newRow("compatibility") << QStringLiteral("\uFA19田") << QStringLiteral("神田");
    QTest::newRow("variant") << QStringLiteral("髙橋") << QStringLiteral("高橋");
    QTest::newRow("variant 2") << QStringLiteral("渡邉") << QStringLiteral("渡辺");
    QTest::newRow("variant 3") << QStringLiteral("齋藤") << QStringLiteral("斉藤");
    QTest::newRow("supplementary") << QStringLiteral("𠮷田") << QStringLiteral("吉田");
    QTest::newRow("IVS") << QString(QStringLiteral("葛") + QString::fromUcs4(U"\U000E0100", 1) + QStringLiteral("城")) << QStringLiteral("葛城");
    QTest::newRow("case and width") << QStringLiteral("ＡＢＣ－１") << QStringLiteral("abc1");
    QTest::newRow("tildes") << QStringLiteral("1〜2") << QStringLiteral("1～2");
    QTest::newRow("old kana") << QStringLiteral("ヰヱヲ") << QStringLiteral("イエオ");
    QTest::newRow("vu") << QStringLiteral("ヴ") << QStringLiteral("ウ");
}

void TestKana::sameNamesHaveTheSameKey()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QCOMPARE(searchKey(a), searchKey(b));
    QCOMPARE(searchKey(searchKey(a)), searchKey(a));
}

void TestKana::differentNamesKeepDifferentKeys()
{
    QVERIFY(searchKey(u"山田") != searchKey(u"山口"));
    QVERIFY(searchKey(u"カイ") != searchKey(u"カキ"));
    QVERIFY(!searchKey(u"é").isEmpty());
}

void TestKana::romanisation()
{
    QCOMPARE(romanised(u"シンジュク"), QStringLiteral("shinjuku"));
    QCOMPARE(romanised(u"さっぽろ"), QStringLiteral("sapporo"));
    QCOMPARE(romanised(u"マッチャ"), QStringLiteral("matcha"));
    QCOMPARE(romanised(u"ヴァレー・デ"), QStringLiteral("vareede").remove(4, 1));
    QCOMPARE(foldRomanisation(u"Satoh"), foldRomanisation(romanised(u"サトウ")));
    QCOMPARE(foldRomanisation(u"Simbashi"), foldRomanisation(romanised(u"シンバシ")));
    QCOMPARE(foldRomanisation(u"tutida"), foldRomanisation(romanised(u"ツチダ")));
    QVERIFY(foldRomanisation(u"ohashi") == foldRomanisation(u"ohasi"));
}

QTEST_GUILESS_MAIN(TestKana)
#include "test_kana.moc"
