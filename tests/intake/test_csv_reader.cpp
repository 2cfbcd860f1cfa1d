// SPDX-License-Identifier: Apache-2.0
#include "models/intake/csv_reader.h"

#include "tests/support/fake_random.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace yoyo;

class TestCsvReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void rows_data();
    void rows();
    void rowNumbersAreThoseOfExcel();
    void findingsCarryCodeRowAndColumn();
    void unclosedQuoteNamesItsRow();
    void unclosedQuoteDoesNotSwallowMemory();
    void aRowThatNeverEndsIsRefused();
    void cp932TrailBytesAreNoSeparators();
    void bytesOfAnotherEncodingAreRefusedWithTheirPlace();
    void piecesDoNotChangeTheResult();
    void hostileBytesNeverCrash();
    void memoryStaysBounded();
};

/// Hands out `step` bytes at a time, as a slow device would.
class DripDevice : public QIODevice
{
public:
    DripDevice(QByteArray bytes, qint64 step) : m_bytes(std::move(bytes)), m_step(step) { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char* out, qint64 most) override
    {
        const qint64 n = std::min({most, m_step, m_bytes.size() - m_at});
        std::copy_n(m_bytes.constData() + m_at, n, out);
        m_at += n;
        return n;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_step;
    qint64 m_at = 0;
};

/// "row: cell|cell" lines, then findings and error.
static QString dump(QIODevice& device, TextEncoding encoding = TextEncoding::Utf8, std::size_t mostBytes = 1 << 20)
{
    CsvReader::Options options;
    options.encoding = encoding;
    options.maximumRowBytes = mostBytes;
    CsvReader reader(device, options);
    QStringList out;
    while (reader.next()) {
        QStringList cells;
        for (const std::string_view cell : reader.cells())
            cells.append(QString::fromUtf8(cell.data(), qsizetype(cell.size())));
        out.append(QStringLiteral("%1:%2").arg(reader.rowNumber()).arg(cells.join(u'|')));
    }
    for (const CsvFinding& f : reader.findings())
        out.append(QStringLiteral("%1@%2,%3").arg(Error(f.code).codeText()).arg(f.row).arg(f.column));
    if (reader.error())
        out.append(QStringLiteral("!%1").arg(reader.error()->codeText()));
    return out.join(u'\n');
}

static QString dump(QByteArray bytes, TextEncoding encoding = TextEncoding::Utf8, std::size_t mostBytes = 1 << 20)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return dump(buffer, encoding, mostBytes);
}

void TestCsvReader::rows_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << QByteArray("") << "";
    QTest::newRow("bom only") << QByteArray("\xef\xbb\xbf") << "";
    QTest::newRow("one row") << QByteArray("a,b\r\n") << "1:a|b";
    QTest::newRow("no end of line") << QByteArray("a,b") << "1:a|b";
    QTest::newRow("bom") << QByteArray("\xef\xbb\xbf" "a,b\n") << "1:a|b";
    QTest::newRow("bom and quotes") << QByteArray("\xef\xbb\xbf\"a\",b\n") << "1:a|b";
    QTest::newRow("empty cells") << QByteArray(",,\n") << "1:||";
    QTest::newRow("last cell empty at the end") << QByteArray("a,") << "1:a|";
    QTest::newRow("quotes") << QByteArray("\"a,b\",\"c\"\"d\",\"\"\n") << "1:a,b|c\"d|";
    QTest::newRow("doubled quotes only") << QByteArray("\"\"\"\"\n") << "1:\"";
    QTest::newRow("empty quoted row") << QByteArray("\"\"\n") << "1:";
    QTest::newRow("lone CR ends a row") << QByteArray("a\rb\r") << "1:a\n2:b";
    QTest::newRow("blanks are kept") << QByteArray(" a , b\n") << "1: a | b";
    QTest::newRow("blank rows count") << QByteArray("a\n\n\nb\n") << "1:a\n4:b";
    QTest::newRow("japanese") << QByteArray("予防,\"接,種\"\n") << QStringLiteral("1:予防|接,種");
}

void TestCsvReader::rows()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QCOMPARE(dump(bytes), expected);
}

void TestCsvReader::rowNumbersAreThoseOfExcel()
{
    QCOMPARE(dump("h1,h2\r\n1,\"two\r\nlines\"\r\n\r\n3,x\r\n"), QStringLiteral("1:h1|h2\n2:1|two\r\nlines\n4:3|x\nE005@2,2"));
}

void TestCsvReader::findingsCarryCodeRowAndColumn()
{
    QCOMPARE(dump("a,b\r\nc,d\nx,y\r\n"), QStringLiteral("1:a|b\n2:c|d\n3:x|y\nE004@2,3"));
    QCOMPARE(dump("a,b\r\n\x1a"), QStringLiteral("1:a|b\nE006@2,1"));
    QCOMPARE(dump("a,b\x1a\r\nc\r\n"), QStringLiteral("1:a|b\n2:c\nE006@1,2"));
    QCOMPARE(dump("a,\"b\x1a\"\r\n"), QStringLiteral("1:a|b\nE006@1,2"));
    QCOMPARE(dump("a\"b,c\n"), QStringLiteral("1:a\"b|c\nE-INTK-013@1,1"));
    QCOMPARE(dump("\"a\"b,c\n"), QStringLiteral("1:ab|c\nE-INTK-013@1,1"));
}

void TestCsvReader::unclosedQuoteNamesItsRow()
{
    QCOMPARE(dump("a\nb,\"c\nd\n"), QStringLiteral("1:a\nE005@2,2\n!E-INTK-004"));
}

void TestCsvReader::unclosedQuoteDoesNotSwallowMemory()
{
    const QByteArray bytes = QByteArray("a\n\"") + QByteArray("x,y\n").repeated(200'000);
    QCOMPARE(dump(bytes, TextEncoding::Utf8, 100'000), QStringLiteral("1:a\nE005@2,1\n!E-INTK-004"));
}

void TestCsvReader::aRowThatNeverEndsIsRefused()
{
    const QByteArray bytes = QByteArray("a\n") + QByteArray(2'000'000, 'x');
    QCOMPARE(dump(bytes, TextEncoding::Utf8, 100'000), QStringLiteral("1:a\n!E-INTK-012"));
}

void TestCsvReader::cp932TrailBytesAreNoSeparators()
{
    QCOMPARE(dump("\x97\x5c,\"\x83\x7c\"\r\n\xd4\xcf\r\n", TextEncoding::Cp932), QStringLiteral("1:予|ポ\n2:ﾔﾏ"));
}

void TestCsvReader::bytesOfAnotherEncodingAreRefusedWithTheirPlace()
{
    QByteArray bytes("\xef\xbb\xbf" "ab\n\x97\x5c");
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    CsvReader reader(buffer, {});
    while (reader.next()) {}
    QCOMPARE(reader.error()->code, ErrorCode::EncodingUndetected);
    QCOMPARE(reader.error()->params.value(QStringLiteral("offset")).toInt(), 6);
}

void TestCsvReader::piecesDoNotChangeTheResult()
{
    const QByteArray utf8 = "\xef\xbb\xbf予防,\"a\"\"b\r\n𠮷\",c\r\nx,,\"\"\r\n\r\n\"q\"z,1\x1a\n";
    const QString whole = dump(utf8);
    const QByteArray sjis = "\x97\x5c,\"a\"\"\x96\x68\r\n\",c\r\nx,\xd4\r\n";
    const QString wholeSjis = dump(sjis, TextEncoding::Cp932);
    const QByteArray spoilt = "ok,1\nok,2\nno\xa4,3\n"; // what comes before the wrong byte is given out
    QCOMPARE(dump(spoilt), QStringLiteral("1:ok|1\n2:ok|2\n!E-INTK-001"));
    for (qint64 step = 1; step < 20; ++step) {
        DripDevice spoiltDrip(spoilt, step);
        QCOMPARE(dump(spoiltDrip), dump(spoilt));
        DripDevice drip(utf8, step);
        QCOMPARE(dump(drip), whole);
        DripDevice raw(utf8, step); // nothing collects the pieces: the byte order mark comes in parts too
        raw.close();
        raw.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        QCOMPARE(dump(raw), whole);
        DripDevice other(sjis, step);
        QCOMPARE(dump(other, TextEncoding::Cp932), wholeSjis);
    }
}

void TestCsvReader::hostileBytesNeverCrash()
{
    test::FakeRandom random(932);
    const QByteArray alphabet("\",\r\n\x1a a\x97\x5c\xe4\xba\x88\0\xff;", 16);
    for (int round = 0; round < 5'000; ++round) {
        QByteArray bytes;
        const std::uint32_t size = random.below(40);
        for (std::uint32_t i = 0; i < size; ++i)
            bytes += alphabet[int(random.below(std::uint32_t(alphabet.size())))];
        for (const TextEncoding encoding : {TextEncoding::Utf8, TextEncoding::Cp932}) {
            const QString whole = dump(bytes, encoding);
            const qint64 step = 1 + random.below(5);
            DripDevice drip(bytes, step);
            const QString dripped = dump(drip, encoding);
            if (!whole.contains(u'!')) // what was seen before an error depends on the pieces
                QCOMPARE(dripped, whole);
            DripDevice limited(bytes, step);
            (void)dump(limited, encoding, 16);
        }
    }
}

/// Endless rows without a file behind them.
class EndlessDevice : public QIODevice
{
public:
    explicit EndlessDevice(qint64 size) : m_left(size) { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char* out, qint64 most) override
    {
        static const QByteArray row = QByteArray("1,131016,000000000012345,髙橋　花子,\"タカハシ, ハナコ\",2023-04-02,2,1000001,東京都\r\n");
        const qint64 rows = std::min(most, m_left) / row.size();
        for (qint64 i = 0; i < rows; ++i)
            std::copy_n(row.constData(), row.size(), out + i * row.size());
        m_left -= rows * row.size();
        return rows * row.size();
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    qint64 m_left;
};

void TestCsvReader::memoryStaysBounded()
{
    EndlessDevice device(64 * 1024 * 1024);
    CsvReader reader(device, {});
    QElapsedTimer timer;
    timer.start();
    qint64 rows = 0;
    while (reader.next()) {
        if (reader.cells().size() != 9)
            QFAIL("cells");
        ++rows;
    }
    QVERIFY(!reader.error());
    QCOMPARE(reader.rowNumber(), rows);
    QVERIFY(rows > 500'000);
    qInfo("%lld rows, %.0f MB/s", rows, double(reader.bytesRead()) / 1e6 / (double(timer.nsecsElapsed()) / 1e9));
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "test_csv_reader.moc"
