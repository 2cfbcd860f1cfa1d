// SPDX-License-Identifier: Apache-2.0
// Holds every #include "folder/…" of the tree against arrows.csv, and every source file against the house rules
// that a machine can see: the licence line, no widgets below ui/, no nested event loops.
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using Arrows = QHash<QString, QSet<QString>>;

static QString sourceRoot()
{
    return QStringLiteral(YOYO_SOURCE_DIR);
}

static QStringList sourcesUnder(const QStringList& tops)
{
    QStringList out;
    for (const QString& top : tops) {
        QDirIterator it(sourceRoot() + QLatin1Char('/') + top,
                        {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            out.append(it.next().mid(sourceRoot().size() + 1));
    }
    out.sort();
    return out;
}

static QString contents(const QString& relative)
{
    QFile file(sourceRoot() + QLatin1Char('/') + relative);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll());
}

class TestLayers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void includesFollowTheArrows();
    void modelsKnowNoWidgets();
    void sourcesCarryTheLicence();
    void nothingSpinsANestedLoop();

private:
    Arrows readArrows();
};

Arrows TestLayers::readArrows()
{
    Arrows arrows;
    const QStringList lines = contents(QStringLiteral("tests/layers/arrows.csv")).split(QLatin1Char('\n'));
    for (const QString& line : lines.mid(1)) {
        if (line.isEmpty())
            continue;
        const auto cells = line.split(QLatin1Char(','));
        const auto may = cells.value(1).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        arrows[cells.first()] = QSet<QString>(may.begin(), may.end());
    }
    return arrows;
}

static QString folderOf(const QString& path)
{
    return path.section(QLatin1Char('/'), 0, 1);
}

void TestLayers::includesFollowTheArrows()
{
    const Arrows arrows = readArrows();
    QVERIFY(arrows.size() > 10);
    static const QRegularExpression include(
        QStringLiteral("^\\s*#include \"((?:models|ui|app|tests)/[^\"]+)\""),
        QRegularExpression::MultilineOption);
    QStringList wrong;
    int seen = 0;
    for (const QString& file : sourcesUnder({QStringLiteral("models"), QStringLiteral("ui"),
                                             QStringLiteral("app"), QStringLiteral("tests/central")})) {
        const QString from = folderOf(file);
        const QString text = contents(file);
        auto it = include.globalMatch(text);
        while (it.hasNext()) {
            const QString to = folderOf(it.next().captured(1));
            ++seen;
            if (to == from)
                continue;
            if (!arrows.contains(from))
                wrong.append(file + QStringLiteral(": folder without a row in arrows.csv"));
            else if (!arrows[from].contains(to))
                wrong.append(file + QStringLiteral(" -> ") + to);
        }
    }
    QVERIFY(seen > 5);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestLayers::modelsKnowNoWidgets()
{
    static const QRegularExpression widget(
        QStringLiteral("#include <(Q(Widget|Dialog|MainWindow|Label|PushButton|Application|MessageBox)|QtWidgets)"));
    QStringList wrong;
    for (const QString& file : sourcesUnder({QStringLiteral("models")})) {
        if (contents(file).contains(widget))
            wrong.append(file);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestLayers::sourcesCarryTheLicence()
{
    QStringList wrong;
    for (const QString& file : sourcesUnder({QStringLiteral("models"), QStringLiteral("ui"),
                                             QStringLiteral("app"), QStringLiteral("tests")})) {
        if (!contents(file).startsWith(QStringLiteral("// SPDX-License-Identifier: Apache-2.0\n")))
            wrong.append(file);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestLayers::nothingSpinsANestedLoop()
{
    static const QRegularExpression loop(
        QStringLiteral("QEventLoop|processEvents|\\bmsleep\\(|QThread::sleep|[dD]ialog(\\.|->)exec\\(|box(\\.|->)exec\\("));
    QStringList wrong;
    for (const QString& file :
         sourcesUnder({QStringLiteral("models"), QStringLiteral("ui"), QStringLiteral("app")})) {
        if (contents(file).contains(loop))
            wrong.append(file);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestLayers)
#include "test_layers.moc"
