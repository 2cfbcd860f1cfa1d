// SPDX-License-Identifier: Apache-2.0
#include "models/domain/vaccine_reference.h"

#include "models/domain/entity.h"

#include <QRegularExpression>
#include <QTest>

using namespace yoyo;

class TestVaccineReference : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void shippedTableIsWhole();
    void endedItemsHaveTheirRealLastDay_data();
    void endedItemsHaveTheirRealLastDay();
    void lastDayIsStillInUse();
    void fieldsRoundTrip();
    void refusesBrokenTables();
};

void TestVaccineReference::shippedTableIsWhole()
{
    const auto reference = VaccineReference::shipped();
    QVERIFY2(reference.isOk(), reference ? "" : qPrintable(reference.error().detail));
    QCOMPARE(reference->items().size(), 33);
    int lastSort = 0;
    for (const VaccineItem& item : reference->items()) {
        QVERIFY(item.sortNo > lastSort);
        lastSort = item.sortNo;
        // The class digit of the number says the legal class.
        const char16_t expected = item.lawClass == LawClass::CategoryA ? u'1' : item.lawClass == LawClass::CategoryB ? u'2' : u'3';
        QCOMPARE(item.mgmtNo[5], QChar(expected));
        QVERIFY(!(item.handlingFrom.isValid() && item.handlingTo.isValid()) || item.handlingFrom < item.handlingTo);
    }
    QCOMPARE(reference->itemByVid(u"FLU_ELD")->isSeasonal, true);
    QCOMPARE(reference->itemByVid(u"BCG")->handlingFrom, QDate());
    QCOMPARE(reference->item(reference->itemByVid(u"PPSV23_ELD")->successor)->vid, QStringLiteral("PCV20_ELD"));
    QVERIFY(!reference->item(u"99999999"));
}

void TestVaccineReference::endedItemsHaveTheirRealLastDay_data()
{
    QTest::addColumn<QString>("vid");
    QTest::addColumn<QDate>("lastDay");
    QTest::newRow("7-valent") << "PCV7" << QDate(2013, 10, 31);
    QTest::newRow("oral polio") << "OPV" << QDate(2012, 8, 31);
    QTest::newRow("covid ad hoc") << "COVID_SPECIAL" << QDate(2024, 3, 31);
    QTest::newRow("13-valent") << "PCV13" << QDate(2024, 9, 30);
    QTest::newRow("rubella 5") << "RUBELLA5" << QDate(2025, 3, 31);
    QTest::newRow("hpv catch-up") << "HPV_CATCHUP" << QDate(2025, 3, 31);
    QTest::newRow("hpv transition") << "HPV_CATCHUP_TRANS" << QDate(2026, 3, 31);
    QTest::newRow("dpt-ipv") << "DPT_IPV" << QDate(2025, 7, 31);
    QTest::newRow("ppsv23") << "PPSV23_ELD" << QDate(2026, 3, 31);
    QTest::newRow("hpv4") << "HPV4" << QDate(2026, 3, 31);
    QTest::newRow("hpv2") << "HPV2" << QDate(2026, 3, 31);
    QTest::newRow("in use") << "MR1" << QDate();
}

void TestVaccineReference::endedItemsHaveTheirRealLastDay()
{
    QFETCH(QString, vid);
    QFETCH(QDate, lastDay);
    const auto reference = VaccineReference::shipped();
    const VaccineItem* item = reference->itemByVid(vid);
    QVERIFY(item);
    QCOMPARE(item->handlingTo, lastDay);
}

void TestVaccineReference::lastDayIsStillInUse()
{
    const auto reference = VaccineReference::shipped();
    const VaccineItem* item = reference->itemByVid(u"PPSV23_ELD");
    QVERIFY(!item->hasEndedOn(QDate(2026, 3, 31)));
    QVERIFY(item->hasEndedOn(QDate(2026, 4, 1)));
    QVERIFY(!reference->itemByVid(u"PCV20_ELD")->hasStartedOn(QDate(2026, 3, 31)));
}

void TestVaccineReference::fieldsRoundTrip()
{
    const auto reference = VaccineReference::shipped();
    for (const VaccineItem& item : reference->items()) {
        const QJsonObject fields = toFields(item);
        QCOMPARE(vaccineItemFromFields(fields), item);
        for (const QString& name : fields.keys())
            QVERIFY2(schemaOf(Entity::VaccineItem).field(name), qPrintable(name));
    }
}

void TestVaccineReference::refusesBrokenTables()
{
    const QByteArray header = "mgmt_no,vid,name,law_class,disease,kind,route,doses,sex,age_from,age_to,std_from,std_to,"
                              "seasonal,handling_from,handling_to,successor,sort_no\n";
    const QByteArray row = "00101101,A,a,A,d,k,r,1,any,m2,m90,,,0,2024-04-01,,,1\n";
    QVERIFY(VaccineReference::fromCsv(header + row).isOk());
    QVERIFY(!VaccineReference::fromCsv("a,b\n" + row).isOk());
    QVERIFY(!VaccineReference::fromCsv(header + row + row).isOk());
    QVERIFY(!VaccineReference::fromCsv(header + QByteArray(row).replace("00101101", "101101")).isOk());
    QVERIFY(!VaccineReference::fromCsv(header + QByteArray(row).replace("m90", "x90")).isOk());
    QVERIFY(!VaccineReference::fromCsv(header + QByteArray(row).replace("2024-04-01", "2024-02-30")).isOk());
    QVERIFY(!VaccineReference::fromCsv(header + QByteArray(row).replace(",,1\n", ",99999999,1\n")).isOk());
}

QTEST_GUILESS_MAIN(TestVaccineReference)
#include "test_vaccine_reference.moc"
