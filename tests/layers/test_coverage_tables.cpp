// SPDX-License-Identifier: Apache-2.0
// tests/data/bad_input.csv (what can go wrong -> the test that proves it) and tests/data/manual_trace.csv (sentence of
// the official manual -> screen -> test) may only name tests and screens that are there.
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

static QString root()
{
    return QStringLiteral(YOYO_SOURCE_DIR "/");
}

static QString contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Rows without the heading; every one has that many cells.
static QList<QStringList> rowsOf(const char* name, const QString& heading)
{
    QList<QStringList> out;
    const QStringList lines =
        contents(root() + QStringLiteral("tests/data/") + QLatin1String(name)).split(QLatin1Char('\n'));
    if (lines.constFirst() != heading)
        return out;
    const auto cells = heading.count(QLatin1Char(';')) + 1;
    for (const QString& line : lines.mid(1)) {
        if (line.isEmpty())
            continue;
        const QStringList row = line.split(QLatin1Char(';'));
        if (row.size() != cells || row.contains(QString()))
            qFatal("%s: %s", name, qPrintable(line));
        out.append(row);
    }
    return out;
}

class TestCoverageTables : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void everyCaseOfBadInputHasItsTest();
    void everySentenceOfTheManualHasScreenAndTest();

private:
    QHash<QString, QSet<QString>> m_functions; ///< by the base name of the test source
    QSet<QString> m_screens;
};

/// Functions from what a test source declares as a slot; the source must be one that its folder builds.
void TestCoverageTables::initTestCase()
{
    static const QRegularExpression slotBlock(
        QStringLiteral("private Q_SLOTS:(.*?)(?:\\n(?:private|public|protected):|\\n};)"),
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression slot(QStringLiteral("void (\\w+)\\(\\)"));
    QDirIterator it(root() + QStringLiteral("tests"), {QStringLiteral("test_*.cpp")}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        const QString name = it.fileInfo().baseName();
        const QString cmake = contents(it.fileInfo().path() + QStringLiteral("/CMakeLists.txt"));
        const QRegularExpression built(QStringLiteral("\\b(%1|%2)\\b").arg(name, name.mid(5)));
        if (!cmake.contains(built))
            continue;
        auto blocks = slotBlock.globalMatch(contents(path));
        while (blocks.hasNext()) {
            auto hits = slot.globalMatch(blocks.next().captured(1));
            while (hits.hasNext()) {
                const QString function = hits.next().captured(1);
                if (!function.endsWith(QLatin1String("_data")))
                    m_functions[name].insert(function);
            }
        }
    }
    QVERIFY(m_functions.size() > 40);
    QVERIFY(m_functions.value(QStringLiteral("test_coverage_tables"))
                .contains(QStringLiteral("everyCaseOfBadInputHasItsTest")));

    // The id of a screen is the name of its help page, which another test holds against the sources.
    QDirIterator pages(root() + QStringLiteral("resources/help"), {QStringLiteral("*.md")}, QDir::Files);
    while (pages.hasNext()) {
        pages.next();
        m_screens.insert(pages.fileInfo().baseName());
    }
    QVERIFY(m_screens.contains(QStringLiteral("users")));
}

void TestCoverageTables::everyCaseOfBadInputHasItsTest()
{
    const auto rows = rowsOf("bad_input.csv", QStringLiteral("case;test;function"));
    QVERIFY(rows.size() >= 40);
    QStringList wrong;
    QSet<QString> cases;
    for (const QStringList& row : rows) {
        if (!m_functions.value(row.at(1)).contains(row.at(2)))
            wrong.append(row.join(QLatin1Char(';')));
        if (cases.contains(row.constFirst()))
            wrong.append(QStringLiteral("twice: ") + row.constFirst());
        cases.insert(row.constFirst());
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestCoverageTables::everySentenceOfTheManualHasScreenAndTest()
{
    const auto rows = rowsOf("manual_trace.csv", QStringLiteral("sentence;screen;test;function"));
    QVERIFY(rows.size() >= 20);
    QStringList wrong;
    for (const QStringList& row : rows) {
        if (!m_screens.contains(row.at(1)))
            wrong.append(QStringLiteral("no such screen: ") + row.join(QLatin1Char(';')));
        if (!m_functions.value(row.at(2)).contains(row.at(3)))
            wrong.append(QStringLiteral("no such test: ") + row.join(QLatin1Char(';')));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestCoverageTables)
#include "test_coverage_tables.moc"
