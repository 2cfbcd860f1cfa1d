// SPDX-License-Identifier: Apache-2.0
#include "models/intake/cp932.h"
#include "models/intake/encoding.h"

#include <QBuffer>
#include <QRegularExpression>
#include <QTest>

using namespace yoyo;

class TestCp932 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void backslashBytesAreNoBackslash();
    void bothCodesOfAKanjiDecodeTheSame();
    void everyCharacterGoesOutAndBack();
    void userDefinedCharactersAreKept();
    void bothFormsOfTheFamousPairsAreWritten();
    void whatCannotBeHeldIsCounted();
    void decodingIsStrict_data();
    void decodingIsStrict();
    void aCharacterMayBeCutBetweenPieces();
    void detection_data();
    void detection();
    void detectionAcrossPieces();
    void utf8IsStrict_data();
    void utf8IsStrict();
};

static QString decoded(const char* bytes)
{
    return textFromCp932(QByteArray(bytes)).value_or(QStringLiteral("(none)"));
}

void TestCp932::backslashBytesAreNoBackslash()
{
    QCOMPARE(decoded("\x97\x5c\x96\x68\x90\x5c\x95\x5c\x94\x5c\x8f\x5c\x83\x5c\x8d\x5c\x93\x5c"), QStringLiteral("予防申表能十ソ構貼"));
    QCOMPARE(decoded("\x83\x7c\x8c\x7c\x92\x7c\x93\x7c"), QStringLiteral("ポ芸竹倒"));
    QCOMPARE(decoded("\\~|"), QStringLiteral("\\~|"));
}

void TestCp932::bothCodesOfAKanjiDecodeTheSame()
{
    QCOMPARE(decoded("\xee\xe0\xfb\xfc"), QStringLiteral("髙髙"));
    QCOMPARE(decoded("\xed\x95\xfa\xb1"), QStringLiteral("﨑﨑"));
    QCOMPARE(cp932FromText(QStringLiteral("髙﨑①Ⅱ㈱∵￢"), nullptr), QByteArray("\xfb\xfc\xfa\xb1\x87\x40\x87\x55\x87\x8a\x81\xe6\x81\xca"));
}

void TestCp932::everyCharacterGoesOutAndBack()
{
    int characters = 0;
    for (int lead = 0x81; lead <= 0xfc; ++lead) {
        for (int trail = 0x40; trail <= 0xfc; ++trail) {
            const char16_t c = cp932Character(static_cast<unsigned char>(lead), static_cast<unsigned char>(trail));
            if (c == 0xfffd)
                continue;
            ++characters;
            const auto bytes = cp932FromCharacter(c);
            QVERIFY(bytes && bytes->size() == 2);
            QCOMPARE(textFromCp932(*bytes).value(), QString(QChar(c)));
        }
    }
    QCOMPARE(characters, 7724 + 1880); // the vendors' set and the user-defined rows
    for (int c = 0xa1; c <= 0xdf; ++c)
        QCOMPARE(cp932FromCharacter(char32_t(0xff61 + c - 0xa1)).value(), QByteArray(1, char(c)));
}

void TestCp932::userDefinedCharactersAreKept()
{
    QCOMPARE(decoded("\xf0\x40\xf9\xfc"), QString(QStringLiteral("\uE000") + QChar(0xe757)));
    QCOMPARE(cp932FromText(QStringLiteral("\uE000"), nullptr), QByteArray("\xf0\x40"));
}

void TestCp932::bothFormsOfTheFamousPairsAreWritten()
{
    int lost = -1;
    QCOMPARE(cp932FromText(QStringLiteral("〜～−－‖∥¢￠£￡¬￢"), &lost),
             QByteArray("\x81\x60\x81\x60\x81\x7c\x81\x7c\x81\x61\x81\x61\x81\x91\x81\x91\x81\x92\x81\x92\x81\xca\x81\xca"));
    QCOMPARE(lost, 0);
    QCOMPARE(decoded("\x81\x60"), QStringLiteral("～"));
}

void TestCp932::whatCannotBeHeldIsCounted()
{
    int lost = 0;
    QCOMPARE(cp932FromText(QStringLiteral("a𠮷b鷗é€—"), &lost), QByteArray("a\x81\xac" "b\x81\xac\x81\xac\x81\xac\x81\xac"));
    QCOMPARE(lost, 5);
}

void TestCp932::decodingIsStrict_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("0x80") << QByteArray("\x80");
    QTest::newRow("0xa0") << QByteArray("a\xa0");
    QTest::newRow("0xfd") << QByteArray("\xfd\x40");
    QTest::newRow("trail too low") << QByteArray("\x97\x20");
    QTest::newRow("trail 7f") << QByteArray("\x97\x7f");
    QTest::newRow("unassigned") << QByteArray("\x85\x40");
    QTest::newRow("cut off") << QByteArray("\x97");
}

void TestCp932::decodingIsStrict()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!textFromCp932(bytes));
}

void TestCp932::aCharacterMayBeCutBetweenPieces()
{
    std::string out;
    bool bad = true;
    QCOMPARE(decodeCp932("a\x97", false, out, &bad), std::size_t(1));
    QVERIFY(!bad);
    QCOMPARE(decodeCp932("a\x97", true, out, &bad), std::size_t(1));
    QVERIFY(bad);
}

void TestCp932::detection_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("ascii") << QByteArray("a,b\r\n") << "utf8";
    QTest::newRow("bom") << QByteArray("\xef\xbb\xbf" "a") << "utf8 bom";
    QTest::newRow("utf-8") << QByteArray("予防") << "utf8";
    QTest::newRow("cp932") << QByteArray("\x97\x5c\x96\x68") << "cp932";
    QTest::newRow("half-width kana in cp932") << QByteArray("\xd4\xcf\xc0\xde") << "cp932";
    QTest::newRow("bom, then cp932") << QByteArray("\xef\xbb\xbf\x97\x5c") << "E-INTK-001 3";
    QTest::newRow("utf-16") << QByteArray("\xff\xfe" "a\0", 4) << "E-INTK-001 0";
    QTest::newRow("mixed") << QByteArray("\x97\x5c予防\xff") << "E-INTK-001 8";
    QTest::newRow("empty") << QByteArray("") << "E-INTK-006 -1";
    QTest::newRow("utf-8 cut off, no cp932") << QByteArray("\xe4\xba\x88\xfd") << "E-INTK-001 3";
}

void TestCp932::detection()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const auto proof = detectEncoding(buffer);
    QString seen;
    if (proof)
        seen = proof->encoding == TextEncoding::Cp932 ? QStringLiteral("cp932") : proof->hasBom ? QStringLiteral("utf8 bom") : QStringLiteral("utf8");
    else
        seen = QStringLiteral("%1 %2").arg(proof.error().codeText()).arg(proof.error().params.value(QStringLiteral("offset")).toInt(-1));
    QCOMPARE(seen, expected);
    if (proof)
        QCOMPARE(buffer.pos(), 0);
}

void TestCp932::detectionAcrossPieces()
{
    // Three-byte characters at every offset from the boundary of the pieces that are read.
    for (int shift = 0; shift < 3; ++shift) {
        QByteArray bytes(shift, 'x');
        bytes += QByteArray("予").repeated(200'000);
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QCOMPARE(detectEncoding(buffer)->encoding, TextEncoding::Utf8);
        QByteArray sjis(shift, 'x');
        sjis += QByteArray("\x97\x5c").repeated(300'000);
        QBuffer other(&sjis);
        QVERIFY(other.open(QIODevice::ReadOnly));
        QCOMPARE(detectEncoding(other)->encoding, TextEncoding::Cp932);
    }
}

void TestCp932::utf8IsStrict_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("kanji") << QByteArray("予防接種とABC") << true;
    QTest::newRow("supplementary") << QByteArray("\xf0\xa0\xae\xb7") << true;
    QTest::newRow("last code point") << QByteArray("\xf4\x8f\xbf\xbf") << true;
    QTest::newRow("above the last") << QByteArray("\xf4\x90\x80\x80") << false;
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << false;
    QTest::newRow("overlong 3") << QByteArray("\xe0\x80\xaf") << false;
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << false;
    QTest::newRow("lone continuation") << QByteArray("aaaaaaaaaaaa\x80") << false;
    QTest::newRow("cut off") << QByteArray("a\xe4\xba") << false;
}

void TestCp932::utf8IsStrict()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isGood);
    bool bad = false;
    validUtf8(std::string_view(bytes.constData(), std::size_t(bytes.size())), true, &bad);
    QCOMPARE(!bad, isGood);
}

QTEST_GUILESS_MAIN(TestCp932)
#include "test_cp932.moc"
