// SPDX-License-Identifier: Apache-2.0
// A printed sheet is as large as it says: real A4, the margins where they belong, to a PDF and to a printer.
#include "tests/support/widget_test.h"

#include "ui/widgets/print_sheet.h"

#include <QPrinter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace yoyo;

namespace {

constexpr double pageWidth = 595.28; // A4, in points
constexpr double pageHeight = 841.89;
constexpr double sheetMargin = 42;

struct Extent
{
    QSizeF page;
    QRectF words; ///< of everything printed, in points
};

Extent extentOf(const QString& path)
{
    QProcess tool;
    tool.start(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), path, QStringLiteral("-")});
    if (!tool.waitForFinished(30'000) || tool.exitCode() != 0)
        return {};
    const QString text = QString::fromUtf8(tool.readAllStandardOutput());
    Extent out;
    static const QRegularExpression page(QStringLiteral("<page width=\"([0-9.]+)\" height=\"([0-9.]+)\""));
    static const QRegularExpression word(
        QStringLiteral("xMin=\"([0-9.-]+)\" yMin=\"([0-9.-]+)\" xMax=\"([0-9.-]+)\" yMax=\"([0-9.-]+)\""));
    const auto size = page.match(text);
    out.page = QSizeF(size.captured(1).toDouble(), size.captured(2).toDouble());
    for (auto found = word.globalMatch(text); found.hasNext();) {
        const auto box = found.next();
        out.words |= QRectF(QPointF(box.captured(1).toDouble(), box.captured(2).toDouble()),
                            QPointF(box.captured(3).toDouble(), box.captured(4).toDouble()));
    }
    return out;
}

Sheet sample(QPageLayout::Orientation orientation)
{
    Sheet sheet;
    sheet.orientation = orientation;
    sheet.head.title = QStringLiteral("Users");
    sheet.head.municipality = QStringLiteral("Shinjuku");
    sheet.table.headers = {QStringLiteral("Name"), QStringLiteral("Fee")};
    sheet.table.isNumber = {false, true};
    for (int i = 0; i < 10; ++i)
        sheet.table.rows.append({QStringLiteral("Row%1").arg(i), QStringLiteral("12345")});
    return sheet;
}

} // namespace

class TestPrintSheet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(QStringLiteral("en")); }
    void init() { test::failOnWarnings(); }
    void aPdfHasItsRealSize_data();
    void aPdfHasItsRealSize();
    void aPrinterWithUnprintableEdgesGetsTheSame();
};

void TestPrintSheet::aPdfHasItsRealSize_data()
{
    QTest::addColumn<bool>("isPortrait");
    QTest::newRow("portrait") << true;
    QTest::newRow("landscape") << false;
}

void TestPrintSheet::aPdfHasItsRealSize()
{
    QFETCH(bool, isPortrait);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sheet.pdf"));
    QCOMPARE(*writePdf({sample(isPortrait ? QPageLayout::Portrait : QPageLayout::Landscape)}, path), 1);
    const Extent found = extentOf(path);
    const QSizeF wanted = isPortrait ? QSizeF(pageWidth, pageHeight) : QSizeF(pageHeight, pageWidth);
    QVERIFY(qAbs(found.page.width() - wanted.width()) < 1.0);
    QVERIFY(qAbs(found.page.height() - wanted.height()) < 1.0);
    // The first column begins at the left margin; the page number ends at the right one.
    QVERIFY2(qAbs(found.words.left() - sheetMargin) < 5.0, qPrintable(QString::number(found.words.left())));
    QVERIFY2(qAbs(found.words.right() - (wanted.width() - sheetMargin)) < 1.5,
             qPrintable(QString::number(found.words.right())));
}

void TestPrintSheet::aPrinterWithUnprintableEdgesGetsTheSame()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("printer.pdf"));
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(path);
    printer.setPageMargins(QMarginsF(4.2, 4.2, 4.2, 4.2), QPageLayout::Millimeter);
    QCOMPARE(paint(sample(QPageLayout::Portrait), printer), 1);
    const Extent found = extentOf(path);
    QVERIFY2(qAbs(found.words.left() - sheetMargin) < 5.0, qPrintable(QString::number(found.words.left())));
    QVERIFY2(qAbs(found.words.right() - (pageWidth - sheetMargin)) < 1.5,
             qPrintable(QString::number(found.words.right())));
}

QTEST_MAIN(TestPrintSheet)
#include "test_print_sheet.moc"
