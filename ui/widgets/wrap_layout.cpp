// SPDX-License-Identifier: Apache-2.0
// See wrap_layout.h.
#include "ui/widgets/wrap_layout.h"

#include "ui/widgets/app_style.h"

#include <QWidget>

namespace yoyo {

WrapLayout::WrapLayout(Side side, QWidget* parent) : QLayout(parent), m_side(side)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(space::related);
}

WrapLayout::~WrapLayout()
{
    qDeleteAll(m_items);
}

void WrapLayout::insertWidget(int index, QWidget* widget)
{
    addWidget(widget);
    m_items.move(m_items.size() - 1, index);
    invalidate();
}

void WrapLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

QLayoutItem* WrapLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int WrapLayout::heightForWidth(int width) const
{
    return layOut(QRect(0, 0, width, 0), true);
}

QSize WrapLayout::sizeHint() const
{
    // One line, if the parent has the room.
    QSize out(0, 0);
    for (const QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        out = QSize(out.width() + (out.width() > 0 ? spacing() : 0) + hint.width(), qMax(out.height(), hint.height()));
    }
    return out.grownBy(contentsMargins());
}

QSize WrapLayout::minimumSize() const
{
    QSize out(0, 0);
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty())
            out = out.expandedTo(item->minimumSize());
    }
    return out.grownBy(contentsMargins());
}

void WrapLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    layOut(rect, false);
}

int WrapLayout::layOut(const QRect& rect, bool isMeasured) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    struct Line
    {
        QList<QLayoutItem*> items;
        QList<int> widths;
        int width = 0;
        int height = 0;
    };
    QList<Line> lines;
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        const int width = qMax(item->minimumSize().width(), qMin(hint.width(), room.width()));
        if (lines.isEmpty() || lines.last().width + spacing() + width > room.width())
            lines.append(Line());
        Line& line = lines.last();
        line.width += (line.items.isEmpty() ? 0 : spacing()) + width;
        line.items.append(item);
        line.widths.append(width);
        line.height = qMax(line.height, item->hasHeightForWidth() ? item->heightForWidth(width) : hint.height());
    }
    int y = room.top();
    for (Line& line : lines) {
        // What is left over goes to those who can use it, as a search field.
        int spare = room.width() - line.width;
        for (int i = 0; i < line.items.size() && spare > 0; ++i) {
            if (!(line.items.at(i)->expandingDirections() & Qt::Horizontal) || line.items.at(i)->alignment())
                continue;
            const int more = qBound(0, line.items.at(i)->maximumSize().width() - line.widths.at(i), spare);
            line.widths[i] += more;
            spare -= more;
        }
        int x = room.left() + (m_side == Side::Right ? qMax(0, spare) : 0);
        for (int i = 0; !isMeasured && i < line.items.size(); ++i) {
            QLayoutItem* item = line.items.at(i);
            const bool isAtTop = item->alignment() & Qt::AlignTop;
            const int own =
                item->hasHeightForWidth() ? item->heightForWidth(line.widths.at(i)) : item->sizeHint().height();
            const int height = qMin(isAtTop ? own : line.height, item->maximumSize().height());
            item->setGeometry(
                QStyle::visualRect(parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight, rect,
                                   QRect(x, isAtTop ? y : y + (line.height - height) / 2, line.widths.at(i), height)));
            x += line.widths.at(i) + spacing();
        }
        y += line.height + spacing();
    }
    const int used = lines.isEmpty() ? 0 : y - spacing() - room.top();
    return used + contentsMargins().top() + contentsMargins().bottom();
}

} // namespace yoyo
