// SPDX-License-Identifier: Apache-2.0
// See badge.h.
#include "ui/widgets/badge.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/appearance.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

namespace yoyo {

static constexpr int height = 22;
static constexpr int mark = 12;
static constexpr int side = 8;

static QFont badgeFont(const QFont& base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 0.92);
    return font;
}

QSize badgeSize(const QString& text, const QFont& font)
{
    const QFontMetrics metrics(badgeFont(font));
    return {metrics.horizontalAdvance(text) + 2 * side + mark + 4, qMax(height, metrics.height() + 2)};
}

static void paintMark(QPainter* painter, const QPointF& c, BadgeKind kind, const QColor& ink)
{
    painter->setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    switch (kind) {
    case BadgeKind::Neutral:
        painter->drawLine(c + QPointF(-3, 0), c + QPointF(3, 0));
        break;
    case BadgeKind::Info:
        painter->drawPolyline(QPolygonF({c + QPointF(-3, -0.5), c + QPointF(0, -4), c + QPointF(3, -0.5)}));
        painter->drawLine(c + QPointF(0, -3.5), c + QPointF(0, 4));
        break;
    case BadgeKind::Good:
        painter->drawPolyline(QPolygonF({c + QPointF(-4, 0.5), c + QPointF(-1, 3.5), c + QPointF(4, -3)}));
        break;
    case BadgeKind::Caution:
        painter->drawPolygon(QPolygonF({c + QPointF(0, -4.5), c + QPointF(5, 4), c + QPointF(-5, 4)}));
        break;
    case BadgeKind::Bad:
        painter->drawLine(c + QPointF(-3.2, -3.2), c + QPointF(3.2, 3.2));
        painter->drawLine(c + QPointF(-3.2, 3.2), c + QPointF(3.2, -3.2));
        break;
    }
}

void paintBadge(QPainter* painter, const QRect& rect, BadgeKind kind, const QString& text, const QFont& font,
                const QWidget* widget)
{
    const Colors& c = colorsOf(widget);
    struct Look
    {
        QColor ground;
        QColor line;
        QColor ink;
    };
    Look look{c.surface, c.hairline, c.secondary};
    switch (kind) {
    case BadgeKind::Neutral:
        look = {c.surfaceSubtle, c.hairline, c.secondary};
        break;
    case BadgeKind::Info:
        look = {c.tint, c.action, c.actionPressed};
        break;
    case BadgeKind::Good:
        look = {c.successBand, c.success, c.success.darker(118)};
        break;
    case BadgeKind::Caution:
        look = {c.warningBand, c.warning, c.warning.darker(130)};
        break;
    case BadgeKind::Bad:
        look = {c.errorBand, c.errorDark, c.errorDark};
        break;
    }
    if (c.isHighContrast)
        look = {c.surface, c.text, c.text};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(look.line, 1));
    painter->setBrush(look.ground);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const qreal middle = QRectF(rect).center().y();
    paintMark(painter, QPointF(rect.left() + side + mark / 2.0 - 1, middle), kind, look.ink);
    painter->setPen(look.ink);
    painter->setFont(badgeFont(font));
    const QRect textRect = rect.adjusted(side + mark + 3, 0, -side + 2, 0);
    painter->drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, textRect.width()));
    painter->restore();
}

Badge::Badge(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Badge::setBadge(BadgeKind kind, const QString& text)
{
    m_kind = kind;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return badgeSize(m_text, font());
}

void Badge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBadge(&painter, rect(), m_kind, m_text, font(), this);
}

void BadgeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QVariant kind = index.data(BadgeRole);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (!kind.isValid() || text.isEmpty()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem blank = option;
    initStyleOption(&blank, index);
    blank.text.clear();
    blank.icon = {};
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &blank, painter, option.widget);
    const QSize size = badgeSize(text, option.font).boundedTo(option.rect.size() - QSize(12, 4));
    const QRect place(option.rect.left() + 6, option.rect.top() + (option.rect.height() - size.height()) / 2,
                      size.width(), size.height());
    paintBadge(painter, place, static_cast<BadgeKind>(kind.toInt()), text, option.font, option.widget);
}

QSize BadgeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.data(BadgeRole).isValid())
        size = size.expandedTo(badgeSize(index.data(Qt::DisplayRole).toString(), option.font) + QSize(12, 4));
    return size;
}

} // namespace yoyo
