// SPDX-License-Identifier: Apache-2.0
// Municipality, institution and Individual Number codes: every vector, and every real code there is.
#include "models/domain/institution_code.h"
#include "models/domain/municipality.h"
#include "models/domain/my_number.h"
#include "tests/support/vectors.h"

#include <QRegularExpression>
#include <QTest>

using namespace yoyo;

class TestCodes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void municipalityVectors();
    void everyRealMunicipalityPasses();
    void typedMunicipalityCodesAreForgiven();
    void fiveDigitsAreNeverGuessed();
    void wardsAndPrefecturesAreNoOffice();
    void municipalitiesAreFoundByNameAndKana();
    void institutionVectors();
    void everyRealInstitutionPasses();
    void wrongInstitutionCheckDigitIsAQuestion();
    void myNumberVectors();
    void myNumberIsFoundInTextOnly();
};

void TestCodes::municipalityVectors()
{
    const auto rows = test::vectors(QStringLiteral("municipality_codes"));
    QCOMPARE(rows.size(), 45);
    for (const auto& row : rows) {
        const QString code = row[QStringLiteral("code")];
        QVERIFY2(isMunicipalityCode(code) == (row[QStringLiteral("valid")] == QLatin1String("1")), qPrintable(code));
    }
}

void TestCodes::everyRealMunicipalityPasses()
{
    const auto list = MunicipalityList::shipped(); // refuses a row whose code does not pass
    QVERIFY(list.isOk());
    QCOMPARE(list->all().size(), 1916);
    QCOMPARE(list->authorities().size(), 1741);
    for (const Municipality& m : list->all()) {
        QVERIFY(isMunicipalityCode(m.code));
        // Any other last digit is refused with the right one named.
        const QString wrong = QString(m.code.left(5) + QString::number((m.code[5].digitValue() + 1) % 10));
        const auto result = municipalityCodeFromText(wrong);
        QCOMPARE(result.error().code, ErrorCode::MunicipalityCodeCheckDigit);
        QCOMPARE(result.error().params.value(QStringLiteral("expected")).toInt(), m.code[5].digitValue());
        QVERIFY(list->authorityOf(m.code) && !list->authorityOf(m.code)->isWard());
    }
}

void TestCodes::typedMunicipalityCodesAreForgiven()
{
    for (const char16_t* typed : {u"131016", u"１３１０１６", u" 131016　", u"13101-6", u"１３１‐０１６"})
        QCOMPARE(municipalityCodeFromText(QString::fromUtf16(typed)).value(), QStringLiteral("131016"));
    for (const char16_t* typed : {u"13101A", u"13101", u"1310166", u"481009", u"000000", u"", u"一三一〇一六"})
        QCOMPARE(municipalityCodeFromText(QString::fromUtf16(typed)).error().code, ErrorCode::MunicipalityCodeFormat);
}

void TestCodes::fiveDigitsAreNeverGuessed()
{
    QCOMPARE(readingsOfFiveDigits(u"11002"), (QStringList{QStringLiteral("011002"), QStringLiteral("110027")}));
    QCOMPARE(readingsOfFiveDigits(u"13101"), QStringList{QStringLiteral("131016")});
    QCOMPARE(readingsOfFiveDigits(u"131016"), QStringList());
}

void TestCodes::wardsAndPrefecturesAreNoOffice()
{
    const auto list = MunicipalityList::shipped();
    QCOMPARE(list->officeFromText(u"131041")->name, QStringLiteral("新宿区"));
    QCOMPARE(list->officeFromText(u"011011").error().code, ErrorCode::MunicipalityNotAuthority);
    QCOMPARE(list->officeFromText(u"130001").error().code, ErrorCode::MunicipalityNotAuthority);
    QCOMPARE(list->authorityOf(u"011011")->code, QStringLiteral("011002"));
    const QString unknown = QString(QStringLiteral("13199") + QString::number(*municipalityCheckDigit(u"13199")));
    QCOMPARE(list->officeFromText(unknown).error().code, ErrorCode::MunicipalityUnknown);
}

void TestCodes::municipalitiesAreFoundByNameAndKana()
{
    const auto list = MunicipalityList::shipped();
    for (const char16_t* text : {u"しんじゅく", u"シンジュク", u"ｼﾝｼﾞｭｸ", u"新宿", u"東京都新宿", u"131041"}) {
        const auto hits = list->search(QString::fromUtf16(text), 5);
        QVERIFY2(!hits.isEmpty() && hits[0].code == QLatin1String("131041"), qPrintable(QString::fromUtf16(text)));
    }
    QCOMPARE(list->search(u"市", 7).size(), 7);
}

void TestCodes::institutionVectors()
{
    const auto rows = test::vectors(QStringLiteral("medical_institution_codes"));
    QCOMPARE(rows.size(), 26);
    for (const auto& row : rows) {
        const QString code = row[QStringLiteral("code")];
        QVERIFY2(!checkInstitutionCode(code).has_value() == (row[QStringLiteral("valid")] == QLatin1String("1")), qPrintable(code));
    }
}

void TestCodes::everyRealInstitutionPasses()
{
    QFile file(test::sourcePath(QStringLiteral("tests/data/institution_codes.txt.qz"))); // sorted, as differences
    QVERIFY(file.open(QIODevice::ReadOnly));
    qint64 code = 0;
    int count = 0;
    int ofFour = 0;
    for (const QByteArray& step : qUncompress(file.readAll()).split('\n')) {
        code += step.toLongLong();
        const QString text = QStringLiteral("%1").arg(code, 10, 10, QLatin1Char('0'));
        if (checkInstitutionCode(text))
            QFAIL(qPrintable(text));
        const int prefecture = int(code / 100'000'000);
        ofFour += prefecture >= 11 && prefecture <= 14 ? 1 : 0;
        ++count;
    }
    QCOMPARE(count, 96'488);
    QVERIFY(ofFour > 28'000); // the four prefectures with their own rule are there
}

void TestCodes::wrongInstitutionCheckDigitIsAQuestion()
{
    const auto error = checkInstitutionCode(u"1310110099");
    QCOMPARE(error->code, ErrorCode::InstitutionCodeCheckDigit);
    QCOMPARE(errorInfo(error->code).severity, std::string_view("confirm"));
    QCOMPARE(institutionCodeFromText(u"０１１０１‐１３７１９").value(), QStringLiteral("0110113719"));
    QCOMPARE(institutionCodeFromText(u"110113719").error().code, ErrorCode::InstitutionCodeFormat);
    QCOMPARE(institutionCodeFromText(u"0150113719").error().code, ErrorCode::InstitutionCodeFormat); // 点数表 5
}

void TestCodes::myNumberVectors()
{
    const auto rows = test::vectors(QStringLiteral("my_number_synthetic"));
    QCOMPARE(rows.size(), 15);
    for (const auto& row : rows) {
        const QString number = row[QStringLiteral("number")];
        QVERIFY2(isMyNumber(number) == (row[QStringLiteral("valid")] == QLatin1String("1")), qPrintable(number));
    }
}

void TestCodes::myNumberIsFoundInTextOnly()
{
    for (const char16_t* text : {u"番号 1234-5678-9018 です", u"１２３４５６７８９０１８", u"1234　5678　9018", u"1234-56789018", u"a123456789018b", u"123456789018"})
        QVERIFY2(holdsMyNumber(QString::fromUtf16(text)), qPrintable(QString::fromUtf16(text)));
    for (const char16_t* text : {u"1234567890188", u"0123456789018", u"12-34567890-18", u"123456789011", u"", u"1234-5678-901"})
        QVERIFY2(!holdsMyNumber(QString::fromUtf16(text)), qPrintable(QString::fromUtf16(text)));
}

QTEST_GUILESS_MAIN(TestCodes)
#include "test_codes.moc"
