// SPDX-License-Identifier: Apache-2.0
// See print_sheet.h. Lengths are in points; the painter is scaled to the device once.
#include "ui/widgets/print_sheet.h"

#include "ui/widgets/language.h"

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QFile>
#include <QFont>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QTableView>
#include <QTextDocument>

namespace yoyo {

namespace {

struct SheetText
{
    Q_DECLARE_TR_FUNCTIONS(Sheet)
};

constexpr qreal margin = 42;       // about 15 mm
constexpr qreal footerHeight = 22;
constexpr qreal lineWidth = 0.5;
constexpr qreal cellPad = 3.5;

QFont sheetFont(qreal points, bool bold = false)
{
    // The painter is scaled to points, so the size is given in those units.
    QFont font(QGuiApplication::font().families());
    font.setPixelSize(qMax(1, qRound(points)));
    font.setBold(bold);
    return font;
}

class SheetPainter
{
public:
    SheetPainter(QPainter& painter, QPagedPaintDevice& device, const Sheet& sheet)
        : m_painter(painter), m_device(device), m_sheet(sheet)
    {
    }
    int run()
    {
        // Twice: once to count the pages, once to paint "n/m".
        m_pages = layOut(false);
        layOut(true);
        return m_pages;
    }

private:
    QRectF body() const
    {
        const QSizeF page = m_device.pageLayout().fullRect(QPageLayout::Point).size();
        return {margin, margin, page.width() - 2 * margin, page.height() - 2 * margin - footerHeight};
    }
    void text(const QRectF& rect, int flags, const QString& words, const QFont& font)
    {
        if (!m_isPainting)
            return;
        m_painter.setFont(font);
        m_painter.setPen(Qt::black);
        m_painter.drawText(rect, flags, words);
    }
    void line(QPointF a, QPointF b, qreal width = lineWidth)
    {
        if (!m_isPainting)
            return;
        m_painter.setPen(QPen(Qt::black, width));
        m_painter.drawLine(a, b);
    }
    qreal heightOf(const QString& words, const QFont& font, qreal width) const
    {
        return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e6), Qt::TextWordWrap | Qt::TextWrapAnywhere, words).height();
    }

    int layOut(bool painting);
    void beginPage();
    qreal head(qreal y);
    qreal approvals(qreal y);
    qreal letter(qreal y);
    void table(qreal y);
    qreal tableHeader(qreal y, const QList<qreal>& widths);
    QList<qreal> columnWidths() const;

    QPainter& m_painter;
    QPagedPaintDevice& m_device;
    const Sheet& m_sheet;
    bool m_isPainting = false;
    int m_page = 0;
    int m_pages = 0;
};

int SheetPainter::layOut(bool painting)
{
    m_isPainting = painting;
    m_page = 0;
    beginPage();
    qreal y = head(body().top());
    if (!m_sheet.letter.isEmpty())
        y = letter(y);
    if (!m_sheet.table.headers.isEmpty())
        table(y);
    return m_page;
}

void SheetPainter::beginPage()
{
    ++m_page;
    if (m_isPainting && m_page > 1)
        m_device.newPage();
    const QRectF area = body();
    const QFont small = sheetFont(8);
    const QRectF foot(area.left(), area.bottom() + 6, area.width(), footerHeight - 6);
    line(foot.topLeft(), foot.topRight());
    text(foot, Qt::AlignRight | Qt::AlignVCenter,
         QStringLiteral("%1 / %2").arg(m_page).arg(qMax(m_pages, m_page)), small);
    QStringList left{m_sheet.head.title};
    if (!m_sheet.head.municipality.isEmpty())
        left.prepend(m_sheet.head.municipality);
    text(foot, Qt::AlignLeft | Qt::AlignVCenter, left.join(QStringLiteral("　")), small);
    if (!m_sheet.head.environment.isEmpty()) {
        text(foot, Qt::AlignHCenter | Qt::AlignVCenter, m_sheet.head.environment, sheetFont(9, true));
    }
}

qreal SheetPainter::approvals(qreal y)
{
    const QRectF area = body();
    constexpr qreal box = 48;
    const auto count = m_sheet.head.approvals.size();
    const qreal left = area.right() - qreal(count) * box;
    const QFont small = sheetFont(7.5);
    for (qsizetype i = 0; i < count; ++i) {
        const QRectF cell(left + qreal(i) * box, y, box, 14 + box * 0.85);
        line(cell.topLeft(), cell.topRight());
        line(cell.bottomLeft(), cell.bottomRight());
        line(cell.topLeft(), cell.bottomLeft());
        line(cell.topRight(), cell.bottomRight());
        line(QPointF(cell.left(), y + 14), QPointF(cell.right(), y + 14));
        text(QRectF(cell.left(), y, box, 14), Qt::AlignCenter, m_sheet.head.approvals.at(i), small);
    }
    return count > 0 ? 14 + box * 0.85 : 0;
}

qreal SheetPainter::head(qreal y)
{
    const QRectF area = body();
    const qreal boxes = approvals(y);
    const qreal width = area.width() - (m_sheet.head.approvals.isEmpty() ? 0 : qreal(m_sheet.head.approvals.size()) * 48 + 12);
    qreal at = y;
    if (!m_sheet.head.environment.isEmpty()) {
        const QFont font = sheetFont(10, true);
        const QRectF mark(area.left(), at, QFontMetricsF(font).horizontalAdvance(m_sheet.head.environment) + 16, 18);
        line(mark.topLeft(), mark.topRight(), 1);
        line(mark.bottomLeft(), mark.bottomRight(), 1);
        line(mark.topLeft(), mark.bottomLeft(), 1);
        line(mark.topRight(), mark.bottomRight(), 1);
        text(mark, Qt::AlignCenter, m_sheet.head.environment, font);
        at += 24;
    }
    const QFont titleFont = sheetFont(16, true);
    const qreal titleHeight = heightOf(m_sheet.head.title, titleFont, width);
    text(QRectF(area.left(), at, width, titleHeight), Qt::TextWordWrap, m_sheet.head.title, titleFont);
    at += titleHeight + 4;
    QStringList facts;
    auto fact = [&facts](const QString& label, const QString& value) {
        if (!value.isEmpty())
            facts.append(SheetText::tr("%1: %2", "label and value on a print").arg(label, value));
    };
    fact(SheetText::tr("Municipality"), m_sheet.head.municipality);
    fact(SheetText::tr("Filter"), m_sheet.head.filter);
    fact(SheetText::tr("As of"), m_sheet.head.asOf);
    fact(SheetText::tr("Prepared by"), m_sheet.head.author);
    if (!m_sheet.table.headers.isEmpty())
        fact(SheetText::tr("Entries"), countForPeople(m_sheet.table.rows.size()));
    const QFont font = sheetFont(9);
    const QString words = facts.join(QStringLiteral("　　"));
    const qreal height = heightOf(words, font, width);
    text(QRectF(area.left(), at, width, height), Qt::TextWordWrap, words, font);
    at += height + 4;
    if (m_sheet.head.unsent > 0) {
        const QString unsent = SheetText::tr("Includes %1 change(s) not yet sent to the central service")
                                   .arg(countForPeople(m_sheet.head.unsent));
        text(QRectF(area.left(), at, width, 14), Qt::AlignLeft, unsent, sheetFont(9, true));
        at += 16;
    }
    return qMax(at, y + boxes) + 8;
}

qreal SheetPainter::letter(qreal y)
{
    QTextDocument document;
    document.setDefaultFont(sheetFont(11));
    document.setDocumentMargin(0);
    document.setDefaultStyleSheet(QStringLiteral("body, p, td, th, li { color: #000; } p { margin: 0 0 8px 0; }"));
    document.setHtml(m_sheet.letter);
    const QRectF area = body();
    document.setTextWidth(area.width());
    qreal done = 0;
    const qreal total = document.size().height();
    qreal room = area.bottom() - y;
    while (true) {
        if (m_isPainting) {
            m_painter.save();
            m_painter.translate(area.left(), y - done);
            document.drawContents(&m_painter, QRectF(0, done, area.width(), room));
            m_painter.restore();
        }
        done += room;
        if (done >= total)
            return y + (total - (done - room)) + 8;
        beginPage();
        y = area.top();
        room = area.height();
    }
}

QList<qreal> SheetPainter::columnWidths() const
{
    const QFontMetricsF metrics(sheetFont(9));
    QList<qreal> natural;
    qreal sum = 0;
    for (qsizetype c = 0; c < m_sheet.table.headers.size(); ++c) {
        qreal width = metrics.horizontalAdvance(m_sheet.table.headers.at(c)) * 1.1;
        for (qsizetype r = 0; r < qMin<qsizetype>(m_sheet.table.rows.size(), 500); ++r)
            width = qMax(width, metrics.horizontalAdvance(m_sheet.table.rows.at(r).value(c)));
        width = qMin(width, 180.0) + 2 * cellPad + 2;
        natural.append(width);
        sum += width;
    }
    const qreal scale = body().width() / qMax(sum, 1.0);
    for (qreal& width : natural)
        width *= scale;
    return natural;
}

qreal SheetPainter::tableHeader(qreal y, const QList<qreal>& widths)
{
    const QFont font = sheetFont(9, true);
    qreal height = 0;
    for (qsizetype c = 0; c < widths.size(); ++c)
        height = qMax(height, heightOf(m_sheet.table.headers.at(c), font, widths.at(c) - 2 * cellPad));
    height += 2 * cellPad;
    const QRectF area = body();
    if (m_isPainting)
        m_painter.fillRect(QRectF(area.left(), y, area.width(), height), QColor(230, 230, 230));
    qreal x = area.left();
    for (qsizetype c = 0; c < widths.size(); ++c) {
        text(QRectF(x + cellPad, y + cellPad, widths.at(c) - 2 * cellPad, height),
             Qt::TextWordWrap | Qt::TextWrapAnywhere, m_sheet.table.headers.at(c), font);
        x += widths.at(c);
    }
    line(QPointF(area.left(), y), QPointF(area.right(), y), 1);
    line(QPointF(area.left(), y + height), QPointF(area.right(), y + height), 1);
    return y + height;
}

void SheetPainter::table(qreal y)
{
    const QList<qreal> widths = columnWidths();
    const QRectF area = body();
    const QFont font = sheetFont(9);
    y = tableHeader(y, widths);
    for (const QStringList& row : m_sheet.table.rows) {
        qreal height = 0;
        for (qsizetype c = 0; c < widths.size(); ++c)
            height = qMax(height, heightOf(row.value(c), font, widths.at(c) - 2 * cellPad));
        height = qMin(height + 2 * cellPad, area.height() / 2);
        if (y + height > area.bottom()) {
            beginPage();
            y = tableHeader(area.top(), widths);
        }
        qreal x = area.left();
        for (qsizetype c = 0; c < widths.size(); ++c) {
            const bool isNumber = c < m_sheet.table.isNumber.size() && m_sheet.table.isNumber.at(c);
            text(QRectF(x + cellPad, y + cellPad, widths.at(c) - 2 * cellPad, height - 2 * cellPad),
                 (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextWordWrap | Qt::TextWrapAnywhere, row.value(c),
                 font);
            x += widths.at(c);
        }
        y += height;
        line(QPointF(area.left(), y), QPointF(area.right(), y), 0.3);
    }
}

} // namespace

SheetTable tableOf(const QTableView& view)
{
    SheetTable out;
    const QAbstractItemModel* model = view.model();
    if (!model)
        return out;
    QList<int> columns;
    const QHeaderView* header = view.horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical))
            columns.append(logical);
    }
    for (const int column : columns) {
        out.headers.append(model->headerData(column, Qt::Horizontal).toString());
        const QVariant alignment = model->index(0, column).data(Qt::TextAlignmentRole);
        out.isNumber.append(alignment.isValid() && (alignment.toInt() & Qt::AlignRight));
    }
    for (int row = 0; row < model->rowCount(); ++row) {
        QStringList cells;
        for (const int column : columns)
            cells.append(model->index(row, column).data(Qt::DisplayRole).toString());
        out.rows.append(cells);
    }
    return out;
}

int paint(const QList<Sheet>& sheets, QPagedPaintDevice& device)
{
    QPainter painter;
    int pages = 0;
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        QPageLayout layout(QPageSize(QPageSize::A4), sheets.at(i).orientation, QMarginsF());
        layout.setMode(QPageLayout::FullPageMode);
        if (auto* printer = dynamic_cast<QPrinter*>(&device))
            printer->setFullPage(true);
        device.setPageLayout(layout);
        if (i == 0) {
            if (!painter.begin(&device))
                return 0;
        } else {
            device.newPage();
        }
        // Points are real ones by the device's own resolution; its width may be that of the printable area only, which
        // is also where it has its origin unless it takes the whole page.
        painter.resetTransform();
        painter.scale(device.logicalDpiX() / 72.0, device.logicalDpiY() / 72.0);
        if (const QPageLayout real = device.pageLayout(); real.mode() != QPageLayout::FullPageMode)
            painter.translate(-real.paintRect(QPageLayout::Point).topLeft());
        pages += SheetPainter(painter, device, sheets.at(i)).run();
    }
    if (painter.isActive())
        painter.end();
    return pages;
}

int paint(const Sheet& sheet, QPagedPaintDevice& device)
{
    return paint(QList<Sheet>{sheet}, device);
}

Result<int> writePdf(const QList<Sheet>& sheets, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return Error(ErrorCode::OutputNotWritable, file.errorString(), {{QStringLiteral("file"), path}});
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // a list of persons: nobody else's
    QPdfWriter writer(&file);
    writer.setResolution(300);
    writer.setCreator(QStringLiteral("Yoyo Desk"));
    if (!sheets.isEmpty())
        writer.setTitle(sheets.first().head.title);
    const int pages = paint(sheets, writer);
    file.close();
    if (pages == 0 || file.error() != QFile::NoError)
        return Error(ErrorCode::OutputNotWritable, file.errorString(), {{QStringLiteral("file"), path}});
    return pages;
}

} // namespace yoyo
