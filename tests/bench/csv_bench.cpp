// SPDX-License-Identifier: Apache-2.0
// The CSV reader over a file of invented persons, in UTF-8 and in CP932, by turns with Python's csv module (C code of
// the standard library) over the same files: megabytes of the file per second, medians. Every cell is looked at, and
// the cells and bytes found by both must agree.
#include "models/intake/cp932.h"
#include "models/intake/csv_reader.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <vector>

using namespace yoyo;

constexpr double goalMegabytes = 200;

static const char* const peerProgram = R"(
import csv, sys, time
start = time.perf_counter()
cells = 0
with open(sys.argv[1], encoding=sys.argv[2], newline='') as file:
    for row in csv.reader(file):
        cells += len(row)
print(time.perf_counter() - start, cells)
)";

/// As offices write them: codes, kanji and kana names, dates, an address; one cell in ten quoted.
static QString personsCsv(qsizetype rows)
{
    QString out;
    QTextStream text(&out);
    for (qsizetype i = 0; i < rows; ++i) {
        text << QStringLiteral("%1,131041,").arg(i, 10, 10, QLatin1Char('0'))
             << QStringLiteral("山田　花子,ヤマダ　ハナコ,2,19%1-0%2-1%3,").arg(50 + i % 50).arg(1 + i % 9).arg(i % 10)
             << QStringLiteral("1600022,\"東京都新宿区新宿%1丁目%2番%3号, 予防荘%4号室\",").arg(i % 7 + 1).arg(i % 40 + 1).arg(i % 20 + 1).arg(i % 300)
             << QStringLiteral("03-0000-%1,,1,20260401,,定期,肺炎球菌\r\n").arg(i % 10000, 4, 10, QLatin1Char('0'));
    }
    text.flush();
    return out;
}

[[noreturn]] static void fail(const QString& why)
{
    QTextStream(stderr) << why << '\n';
    std::exit(1);
}

struct Pass
{
    double seconds = 0;
    qint64 cells = 0;
};

static Pass ours(const QString& path, TextEncoding encoding)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        fail(file.errorString());
    const auto start = std::chrono::steady_clock::now();
    CsvReader::Options options;
    options.encoding = encoding;
    CsvReader reader(file, options);
    Pass pass;
    while (reader.next())
        pass.cells += qint64(reader.cells().size());
    if (reader.error())
        fail(reader.error()->codeText());
    pass.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return pass;
}

static Pass peers(const QString& path, const QString& encoding)
{
    QProcess python;
    python.start(QStringLiteral("python3"), {QStringLiteral("-c"), QString::fromLatin1(peerProgram), path, encoding});
    python.waitForFinished(-1);
    const QList<QByteArray> words = python.readAllStandardOutput().simplified().split(' ');
    if (words.size() != 2)
        fail(QStringLiteral("python3: ") + QString::fromUtf8(python.readAllStandardError()));
    return {words[0].toDouble(), words[1].toLongLong()};
}

static double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("Write the numbers to FILE."), QStringLiteral("FILE"));
    const QCommandLineOption rounds(QStringLiteral("rounds"), QStringLiteral("Rounds."), QStringLiteral("N"), QStringLiteral("7"));
    const QCommandLineOption rowCount(QStringLiteral("rows"), QStringLiteral("Rows."), QStringLiteral("N"), QStringLiteral("400000"));
    parser.addOptions({json, rounds, rowCount});
    parser.addHelpOption();
    parser.process(app);

    const QTemporaryDir dir;
    const QString text = personsCsv(parser.value(rowCount).toLongLong());
    struct Kind
    {
        QString name;
        QString python;
        TextEncoding encoding;
        QByteArray bytes;
    };
    const Kind kinds[] = {{QStringLiteral("UTF-8"), QStringLiteral("utf-8"), TextEncoding::Utf8, text.toUtf8()},
                          {QStringLiteral("CP932"), QStringLiteral("cp932"), TextEncoding::Cp932, cp932FromText(text, nullptr)}};
    QJsonArray figures;
    QTextStream out(stdout);
    for (const Kind& kind : kinds) {
        const QString path = dir.filePath(kind.python);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(kind.bytes) != kind.bytes.size())
            fail(file.errorString());
        file.close();
        const double megabytes = double(kind.bytes.size()) / 1e6;
        std::vector<double> own;
        std::vector<double> ratios;
        for (int i = 0; i < parser.value(rounds).toInt(); ++i) {
            const Pass mine = ours(path, kind.encoding);
            const Pass theirs = peers(path, kind.python);
            if (mine.cells != theirs.cells)
                fail(QStringLiteral("%1 cells here, %2 there").arg(mine.cells).arg(theirs.cells));
            own.push_back(megabytes / mine.seconds);
            ratios.push_back(theirs.seconds / mine.seconds);
        }
        const QString what = QStringLiteral("CSV reader, %1").arg(kind.name);
        out << what << QStringLiteral(": %1 MB/s, %2 times Python's csv\n").arg(median(own), 0, 'f', 1).arg(median(ratios), 0, 'f', 2);
        figures.append(QJsonObject{{QStringLiteral("what"), what}, {QStringLiteral("value"), median(own)},
                                   {QStringLiteral("unit"), QStringLiteral("MB/s")}, {QStringLiteral("goal"), goalMegabytes},
                                   {QStringLiteral("at_least"), true}});
        figures.append(QJsonObject{{QStringLiteral("what"), QString(what + QStringLiteral(", speed to Python's csv"))},
                                   {QStringLiteral("value"), median(ratios)}, {QStringLiteral("unit"), QStringLiteral("x")}});
    }
    out.flush();
    if (parser.isSet(json)) {
        QFile file(parser.value(json));
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(QJsonObject{{QStringLiteral("figures"), figures}}).toJson()) < 0)
            fail(QStringLiteral("the JSON file cannot be written"));
    }
    return 0;
}
