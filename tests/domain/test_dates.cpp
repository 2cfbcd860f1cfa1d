// SPDX-License-Identifier: Apache-2.0
// Ages, intervals and the writings of dates: every vector, and what lies beside them.
#include "models/domain/age_expression.h"
#include "models/domain/japanese_date.h"
#include "tests/support/vectors.h"

#include <QRegularExpression>
#include <QTest>

using namespace yoyo;

class TestDates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void ageVectors();
    void intervalVectors();
    void dayBeforeTheBirthdayBelongsToBothWindows();
    void windowsFromBirthStartOnTheDayOfBirth();
    void ageExpressionText_data();
    void ageExpressionText();
    void reversedWindowsAreSeen();
    void dateVectors();
    void otherWritings_data();
    void otherWritings();
    void eraDisplay();
    void everyDayReadsBackFromItsEraText();
};

static QDate iso(const QString& text)
{
    return QDate::fromString(text, Qt::ISODate);
}

void TestDates::ageVectors()
{
    const auto rows = test::vectors(QStringLiteral("age_vectors"));
    QCOMPARE(rows.size(), 26);
    for (const auto& row : rows) {
        const QDate birth = iso(row[QStringLiteral("birth")]);
        const QStringList rule = row[QStringLiteral("rule")].split(u' ');
        QDate day;
        if (rule[0] == QLatin1String("day"))
            day = AgeExpression::fromText(QString(u'd' + rule[1]))->firstDay(birth);
        else if (rule[0] == QLatin1String("reach"))
            day = AgeExpression::fromText(rule[1])->firstDay(birth);
        else {
            const auto expression = AgeExpression::fromText(rule[0] == QLatin1String("mr2") ? QStringLiteral("sch") : rule[0]);
            day = rule[1] == QLatin1String("start") ? expression->firstDay(birth) : expression->lastDay(birth);
        }
        QVERIFY2(day == iso(row[QStringLiteral("expected")]), qPrintable(QString(row[QStringLiteral("birth")] + u' ' + row[QStringLiteral("rule")])));
    }
}

void TestDates::intervalVectors()
{
    const auto rows = test::vectors(QStringLiteral("interval_vectors"));
    QCOMPARE(rows.size(), 12);
    for (const auto& row : rows) {
        const QString rule = row[QStringLiteral("rule")];
        const int n = QStringView(rule).chopped(1).toInt();
        const QDate day = iso(row[QStringLiteral("date")]);
        QCOMPARE(rule.endsWith(u'd') ? earliestAfterDays(day, n) : earliestAfterMonths(day, n), iso(row[QStringLiteral("earliest")]));
    }
}

void TestDates::dayBeforeTheBirthdayBelongsToBothWindows()
{
    const QDate birth(2024, 6, 15);
    QCOMPARE(AgeExpression::fromText(u"y1")->lastDay(birth), QDate(2025, 6, 14)); // BCG ends
    QCOMPARE(AgeExpression::fromText(u"y1")->firstDay(birth), QDate(2025, 6, 14)); // MR1 begins
}

void TestDates::windowsFromBirthStartOnTheDayOfBirth()
{
    const QDate birth(2024, 6, 15);
    QCOMPARE(AgeExpression::fromText(u"m0")->firstDay(birth), birth);
    QCOMPARE(AgeExpression::fromText(u"y0")->firstDay(birth), birth);
    QCOMPARE(AgeExpression::fromText(u"w28+0")->firstDay(birth), QDate());
}

void TestDates::ageExpressionText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isGood");
    for (const char* good : {"m0", "m90", "y65", "d42", "fy12", "sch", "w28+0", "w36+6"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    for (const char* bad : {"", "m", "m-1", "m007", "y151", "d10000", "fy", "w28", "w28+7", "w+1", "w46+0", "M2", "m2 ", "65", "sch1", "m1801"})
        QTest::newRow(qPrintable(QString(QStringLiteral("bad ") + QString::fromLatin1(bad)))) << QString::fromLatin1(bad) << false;
}

void TestDates::ageExpressionText()
{
    QFETCH(QString, text);
    QFETCH(bool, isGood);
    const auto expression = AgeExpression::fromText(text);
    QCOMPARE(expression.has_value(), isGood);
    if (expression)
        QCOMPARE(expression->text(), text);
}

void TestDates::reversedWindowsAreSeen()
{
    const auto reversed = [](const char16_t* a, const char16_t* b) {
        return AgeExpression::isReversed(*AgeExpression::fromText(QStringView(a)), *AgeExpression::fromText(QStringView(b)));
    };
    QCOMPARE(reversed(u"m2", u"m90"), std::optional(false));
    QCOMPARE(reversed(u"y2", u"m24"), std::optional(false));
    QCOMPARE(reversed(u"y3", u"m24"), std::optional(true));
    QCOMPARE(reversed(u"fy12", u"fy12"), std::optional(false));
    QCOMPARE(reversed(u"fy16", u"y13"), std::optional(true));
    QCOMPARE(reversed(u"w36+6", u"w28+0"), std::optional(true));
    QCOMPARE(reversed(u"w28+0", u"y1"), std::optional<bool>());
}

void TestDates::dateVectors()
{
    const auto rows = test::vectors(QStringLiteral("date_vectors"));
    QCOMPARE(rows.size(), 37);
    for (const auto& row : rows) {
        const QString input = row[QStringLiteral("input")];
        const QString kind = row[QStringLiteral("class")];
        const QByteArray where = input.toUtf8();
        DateRules rules;
        rules.today = QDate(2026, 11, 22);
        rules.isJisEra = kind.contains(QStringLiteral("JIS"));
        rules.isOpenEndAllowed = kind.contains(QStringLiteral("終了日"));
        rules.isBirthDate = kind.contains(QStringLiteral("130"));
        const auto reading = dateFromText(input, rules);
        if (kind.startsWith(QStringLiteral("error"))) {
            QVERIFY2(!reading.isOk(), where);
            const ErrorCode expected = kind.contains(QStringLiteral("before")) ? ErrorCode::DateBeforeEra
                                       : kind.contains(QStringLiteral("no such")) ? ErrorCode::DateNoSuchDay
                                       : kind.contains(QStringLiteral("ambiguous")) ? ErrorCode::DateAmbiguous
                                       : kind.contains(QStringLiteral("future")) ? ErrorCode::DateFuture
                                                                                  : ErrorCode::DateFormat;
            QVERIFY2(reading.error().code == expected, where);
            continue;
        }
        QVERIFY2(reading.isOk(), where);
        QVERIFY2(reading->day == iso(row[QStringLiteral("result")]), where);
        const DateNote expected = kind.contains(QStringLiteral("after its end")) ? DateNote::EraAfterEnd
                                  : kind.contains(QStringLiteral("both")) ? DateNote::BothEras
                                  : kind.contains(QStringLiteral("Excel")) ? DateNote::ExcelSerial
                                  : kind.contains(QStringLiteral("不詳")) ? DateNote::UnknownPart
                                  : kind.contains(QStringLiteral("終了日")) ? DateNote::OpenEnd
                                  : kind.contains(QStringLiteral("empty")) ? DateNote::Empty
                                  : kind.contains(QStringLiteral("130")) ? DateNote::Over130
                                                                          : DateNote::None;
        QVERIFY2(reading->note == expected, where);
    }
    // What a column has to declare is refused elsewhere.
    DateRules plain;
    plain.today = QDate(2026, 11, 22);
    QCOMPARE(dateFromText(QStringLiteral("5070401"), plain).error().code, ErrorCode::DateFormat);
    QCOMPARE(dateFromText(QStringLiteral("9999-12-31"), plain).error().code, ErrorCode::DateFuture);
}

void TestDates::otherWritings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("day");
    QTest::newRow("abbreviated kanji") << QStringLiteral("令7.4.1") << QDate(2025, 4, 1);
    QTest::newRow("packed era") << QStringLiteral("r070401") << QDate(2025, 4, 1);
    QTest::newRow("blanks") << QStringLiteral(" 令和 7年 4月 1日 ") << QDate(2025, 4, 1);
    QTest::newRow("mixed marks") << QStringLiteral("R7/4-1") << QDate(2025, 4, 1);
    QTest::newRow("western kanji") << QStringLiteral("２０２５年４月１日") << QDate(2025, 4, 1);
    QTest::newRow("T separator") << QStringLiteral("2025-04-01T00:00:00.000") << QDate(2025, 4, 1);
    QTest::newRow("Excel time") << QStringLiteral("2025/4/1 0:00") << QDate(2025, 4, 1);
    QTest::newRow("time not zero") << QStringLiteral("2025-04-01 00:00:01") << QDate();
    QTest::newRow("year zero of an era") << QStringLiteral("R0.4.1") << QDate();
    QTest::newRow("month 13") << QStringLiteral("2025-13-01") << QDate();
    QTest::newRow("unknown era") << QStringLiteral("K3.4.1") << QDate();
    QTest::newRow("year below 1000") << QStringLiteral("0025-04-01") << QDate();
    QTest::newRow("trailing text") << QStringLiteral("2025-04-01頃") << QDate();
    QTest::newRow("line feed") << QStringLiteral("2025-04-01\n2025-04-02") << QDate();
    QTest::newRow("day 32 beside month 0") << QStringLiteral("2025-00-32") << QDate();
}

void TestDates::otherWritings()
{
    QFETCH(QString, text);
    QFETCH(QDate, day);
    const auto reading = dateFromText(text, {});
    QCOMPARE(reading.isOk(), day.isValid());
    if (reading)
        QCOMPARE(reading->day, day);
}

void TestDates::eraDisplay()
{
    QCOMPARE(japaneseDateText(QDate(2025, 4, 1)), QStringLiteral("令和7年4月1日"));
    QCOMPARE(japaneseDateText(QDate(2019, 5, 1)), QStringLiteral("令和元年5月1日"));
    QCOMPARE(japaneseDateText(QDate(2019, 4, 30)), QStringLiteral("平成31年4月30日"));
    QCOMPARE(japaneseDateText(QDate(1989, 1, 7)), QStringLiteral("昭和64年1月7日"));
    QCOMPARE(japaneseDateText(QDate(1926, 12, 25)), QStringLiteral("昭和元年12月25日"));
    QCOMPARE(japaneseDateText(QDate(1912, 7, 29)), QStringLiteral("明治45年7月29日"));
    QCOMPARE(japaneseDateText(QDate(1860, 1, 1)), QStringLiteral("1860-01-01"));
    QCOMPARE(japaneseDateText(QDate()), QString());
    QCOMPARE(shortJapaneseDateText(QDate(2025, 4, 1)), QStringLiteral("R7.4.1"));
}

void TestDates::everyDayReadsBackFromItsEraText()
{
    for (QDate day(1873, 1, 1); day < QDate(2040, 1, 1); day = day.addDays(7)) {
        for (const QString& text : {japaneseDateText(day), shortJapaneseDateText(day), day.toString(Qt::ISODate)}) {
            const auto reading = dateFromText(text, {});
            QVERIFY2(reading.isOk() && reading->day == day && reading->note == DateNote::None, qPrintable(text));
        }
    }
}

QTEST_GUILESS_MAIN(TestDates)
#include "test_dates.moc"
