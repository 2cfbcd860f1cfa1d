// SPDX-License-Identifier: Apache-2.0
#include "models/intake/csv_writer.h"

#include <QBuffer>
#include <QRegularExpression>
#include <QTest>

using namespace yoyo;

class TestCsvWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void writesWhatExcelOpens();
    void formulasAreDisarmedForExcelOnly_data();
    void formulasAreDisarmedForExcelOnly();
    void cp932CellsThatCannotBeHeldAreReported();
    void whatIsWrittenReadsBack();
    void aFullDeviceIsToldByCode();
};

static QByteArray written(const QList<QStringList>& rows, TextEncoding encoding, CsvPurpose purpose, QList<CsvFinding>* findings = nullptr)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer, encoding, purpose);
    for (const QStringList& row : rows) {
        if (!writer.writeRow(row))
            return "failed";
    }
    if (findings)
        *findings = writer.findings();
    return buffer.data();
}

void TestCsvWriter::writesWhatExcelOpens()
{
    QCOMPARE(written({{QStringLiteral("予"), QStringLiteral("a,b"), QStringLiteral("c\"d"), QStringLiteral("e\nf"), QStringLiteral(" g"), QString()}, {QString()}},
                     TextEncoding::Utf8, CsvPurpose::Excel),
             QByteArray("\xef\xbb\xbf予,\"a,b\",\"c\"\"d\",\"e\nf\",\" g\",\r\n\"\"\r\n"));
    QCOMPARE(written({{QStringLiteral("予")}}, TextEncoding::Cp932, CsvPurpose::Excel), QByteArray("\x97\x5c\r\n"));
}

void TestCsvWriter::formulasAreDisarmedForExcelOnly_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("isFormula");
    for (const char* bad : {"=1+1", "+81-3-1234", "-cmd", "@SUM(A1)", "\tx"})
        QTest::newRow(bad) << QString::fromLatin1(bad) << true;
    for (const QChar wide : QStringLiteral("＝＋－＠"))
        QTest::newRow(qPrintable(QString(QStringLiteral("full width ") + wide)))
            << QString(wide + QStringLiteral("SUM(A1)")) << true;
    for (const char* good : {"-5", "+1.5", "a=1", "", "03-1234", "'x"})
        QTest::newRow(qPrintable(QString(QStringLiteral("good ") + QString::fromLatin1(good)))) << QString::fromLatin1(good) << false;
}

void TestCsvWriter::formulasAreDisarmedForExcelOnly()
{
    QFETCH(QString, cell);
    QFETCH(bool, isFormula);
    const QByteArray excel = written({{cell, QStringLiteral("x")}}, TextEncoding::Utf8, CsvPurpose::Excel).mid(3);
    const QByteArray plain = written({{cell, QStringLiteral("x")}}, TextEncoding::Utf8, CsvPurpose::Reimport).mid(3);
    QCOMPARE(excel != plain, isFormula);
    QCOMPARE(withoutFormulaGuard(isFormula ? QString(u'\'' + cell) : cell), cell);
}

void TestCsvWriter::cp932CellsThatCannotBeHeldAreReported()
{
    QList<CsvFinding> findings;
    const QByteArray bytes = written({{QStringLiteral("a"), QStringLiteral("b")}, {QStringLiteral("髙橋"), QStringLiteral("𠮷田")}},
                                     TextEncoding::Cp932, CsvPurpose::Excel, &findings);
    QVERIFY(!bytes.contains('?'));
    QCOMPARE(findings, (QList<CsvFinding>{{ErrorCode::CellNotInCp932, 2, 2}}));
}

void TestCsvWriter::whatIsWrittenReadsBack()
{
    const QList<QStringList> rows{{QStringLiteral("\"\""), QStringLiteral("\r\n"), QStringLiteral(",,")},
                                  {QString(), QStringLiteral("　予防 "), QStringLiteral("=1")},
                                  {QString()}};
    for (const TextEncoding encoding : {TextEncoding::Utf8, TextEncoding::Cp932}) {
        QByteArray bytes = written(rows, encoding, CsvPurpose::Reimport);
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        CsvReader::Options options;
        options.encoding = encoding;
        CsvReader reader(buffer, options);
        for (const QStringList& row : rows) {
            QVERIFY(reader.next());
            QStringList cells;
            for (const std::string_view cell : reader.cells())
                cells.append(QString::fromUtf8(cell.data(), qsizetype(cell.size())));
            QCOMPARE(cells, row);
        }
        QVERIFY(!reader.next());
    }
}

void TestCsvWriter::aFullDeviceIsToldByCode()
{
    class FullDevice : public QIODevice
    {
        qint64 readData(char*, qint64) override { return -1; }
        qint64 writeData(const char*, qint64) override { return -1; }
    } device;
    QVERIFY(device.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    CsvWriter writer(device, TextEncoding::Utf8, CsvPurpose::Excel);
    QCOMPARE(writer.writeRow({QStringLiteral("a")}).error().code, ErrorCode::OutputNotWritable);
}

QTEST_GUILESS_MAIN(TestCsvWriter)
#include "test_csv_writer.moc"
