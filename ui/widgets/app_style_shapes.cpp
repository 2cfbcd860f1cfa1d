// SPDX-License-Identifier: Apache-2.0
// The shapes of AppStyle: buttons, fields, indicators, scroll bars, headers, rows, tabs.
#include "ui/widgets/app_style.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStyleOption>
#include <QTableView>

namespace yoyo {

namespace {

class Saved
{
public:
    explicit Saved(QPainter* painter) : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(Saved)

private:
    QPainter* m_painter;
};

void fillRounded(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& border, qreal width = 1,
                 qreal radius = space::radius)
{
    painter->setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = border.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
}

} // namespace

void AppStyle::drawFocusRing(QPainter* painter, const QRect& rect, int radius) const
{
    const Saved saved(painter);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(m_colors.focusOuter, 2));
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
    painter->setPen(QPen(m_colors.focusInner, 2));
    painter->drawRoundedRect(QRectF(rect).adjusted(3, 3, -3, -3), qMax(1, radius - 2), qMax(1, radius - 2));
}

void AppStyle::drawButtonPanel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const Saved saved(painter);
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    const ButtonRole role = buttonRole(widget);
    const bool isEnabled = option->state & State_Enabled;
    const bool isDown = option->state & (State_Sunken | State_On);
    const bool isHover = isEnabled && (option->state & State_MouseOver);
    const bool isPrimary =
        role == ButtonRole::Primary || (button && (button->features & QStyleOptionButton::DefaultButton));
    const QRect rect = option->rect;
    if (role == ButtonRole::Link) {
        if (isHover || isDown)
            fillRounded(painter, rect, m_colors.tint, {});
    } else if (role == ButtonRole::Door) {
        fillRounded(painter, rect, isDown ? m_colors.tintStrong : isHover ? m_colors.tint : m_colors.surface,
                    isHover ? m_colors.action : m_colors.hairline, 1, 8);
    } else if (isPrimary && isEnabled) {
        fillRounded(painter, rect, isDown || isHover ? m_colors.actionPressed : m_colors.action,
                    m_colors.isHighContrast ? m_colors.text : QColor());
    } else if (!isEnabled) {
        fillRounded(painter, rect, m_colors.surfaceSubtle, m_colors.rowLine);
    } else {
        const bool isDanger = role == ButtonRole::Danger;
        const QColor line = isDanger ? m_colors.errorDark : m_colors.action;
        const QColor wash = isDanger ? m_colors.errorBand : isDown ? m_colors.tintStrong : m_colors.tint;
        fillRounded(painter, rect, isDown || isHover ? wash : m_colors.surface, line);
    }
    if (option->state & State_HasFocus)
        drawFocusRing(painter, rect, role == ButtonRole::Door ? 8 : int(space::radius));
}

void AppStyle::drawToolPanel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const Saved saved(painter);
    const bool isEnabled = option->state & State_Enabled;
    const bool isOn = option->state & State_On;
    const bool isDown = option->state & State_Sunken;
    const bool isHover = isEnabled && (option->state & State_MouseOver);
    if (buttonRole(widget) == ButtonRole::Navigation) {
        if (isOn) {
            fillRounded(painter, option->rect, m_colors.tintStrong, {});
            fillRounded(painter, QRect(option->rect.left(), option->rect.top() + 8, 4, option->rect.height() - 16),
                        m_colors.action, {}, 1, 2);
        } else if (isHover || isDown) {
            fillRounded(painter, option->rect, m_colors.surfaceMuted, {});
        }
    } else if (isOn || isDown) {
        fillRounded(painter, option->rect, m_colors.tintStrong, {});
    } else if (isHover) {
        fillRounded(painter, option->rect, m_colors.surfaceMuted, {});
    }
    if (m_colors.isHighContrast && isOn)
        fillRounded(painter, option->rect, {}, m_colors.text, 2);
    if (option->state & State_HasFocus)
        drawFocusRing(painter, option->rect);
}

void AppStyle::drawField(const QStyleOption* option, QPainter* painter, const QWidget* widget, bool hasFocus) const
{
    const Saved saved(painter);
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    const bool isReadOnly = (frame && (frame->state & State_ReadOnly)) || !(option->state & State_Enabled);
    const bool isRefused = widget && widget->property("yoyoRefused").toBool();
    QColor line = isReadOnly ? m_colors.hairline : m_colors.inputBorder;
    if (isRefused)
        line = m_colors.error;
    fillRounded(painter, option->rect, isReadOnly ? m_colors.surfaceSubtle : m_colors.surface, line,
                isRefused ? 2 : 1);
    if (hasFocus)
        drawFocusRing(painter, option->rect);
}

void AppStyle::drawIndicator(const QStyleOption* option, QPainter* painter, bool round) const
{
    const Saved saved(painter);
    const QRect box = option->rect;
    const bool isEnabled = option->state & State_Enabled;
    const bool isOn = option->state & State_On;
    const bool isPartly = option->state & State_NoChange;
    const QColor strong = isEnabled ? m_colors.action : m_colors.hairline;
    const qreal radius = round ? box.height() / 2.0 : 3;
    if (round) {
        fillRounded(painter, box, m_colors.surface, isOn ? strong : m_colors.inputBorder, 2, radius - 1);
        if (isOn)
            fillRounded(painter, box.adjusted(5, 5, -5, -5), strong, {}, 1, radius);
        return;
    }
    if (!isOn && !isPartly) {
        fillRounded(painter, box, isEnabled ? m_colors.surface : m_colors.surfaceSubtle,
                    isEnabled ? m_colors.inputBorder : m_colors.hairline, 1.5, radius);
        return;
    }
    fillRounded(painter, box, strong, m_colors.isHighContrast ? m_colors.text : QColor(), 1, radius);
    painter->setPen(QPen(m_colors.onAction, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF r(box);
    if (isPartly) {
        painter->drawLine(QPointF(r.left() + 5, r.center().y()), QPointF(r.right() - 5, r.center().y()));
    } else {
        painter->drawPolyline(QPolygonF({QPointF(r.left() + 4.5, r.top() + 9.5), QPointF(r.left() + 7.7, r.top() + 12.7),
                                         QPointF(r.left() + 13.5, r.top() + 6)}));
    }
}

void AppStyle::drawChevron(QPainter* painter, const QRect& rect, Qt::ArrowType way, const QColor& color) const
{
    const Saved saved(painter);
    painter->translate(QRectF(rect).center());
    static constexpr qreal turn[] = {0, 180, 0, 90, -90}; // by Qt::ArrowType: none, up, down, left, right
    painter->rotate(turn[way]);
    painter->setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF({QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2)}));
}

void AppStyle::drawComboBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    drawField(option, painter, widget, option->state & State_HasFocus);
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    drawChevron(painter, arrow, Qt::DownArrow,
                option->state & State_Enabled ? m_colors.text : m_colors.placeholder);
}

void AppStyle::drawSpinBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    drawField(option, painter, widget, option->state & State_HasFocus);
    if (!spin || spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const bool up = spin->stepEnabled & QAbstractSpinBox::StepUpEnabled;
    const bool down = spin->stepEnabled & QAbstractSpinBox::StepDownEnabled;
    drawChevron(painter, subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget), Qt::UpArrow,
                up ? m_colors.text : m_colors.hairline);
    drawChevron(painter, subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget), Qt::DownArrow,
                down ? m_colors.text : m_colors.hairline);
}

QRect AppStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                               const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        const bool isHorizontal = bar->orientation == Qt::Horizontal;
        const int length = isHorizontal ? bar->rect.width() : bar->rect.height();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        int slider = length;
        if (range > 0) {
            slider = static_cast<int>(qint64(bar->pageStep) * length / (range + bar->pageStep));
            slider = qBound(qMin(pixelMetric(PM_ScrollBarSliderMin, bar, widget), length), slider, length);
        }
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider,
                                                  bar->upsideDown);
        auto along = [&](int from, int count) {
            const QRect rect = isHorizontal ? QRect(from, 0, count, bar->rect.height())
                                            : QRect(0, from, bar->rect.width(), count);
            return visualRect(bar->direction, bar->rect, rect.translated(bar->rect.topLeft()));
        };
        switch (part) {
        case SC_ScrollBarGroove:
            return bar->rect;
        case SC_ScrollBarSlider:
            return along(start, slider);
        case SC_ScrollBarSubPage:
            return along(0, start);
        case SC_ScrollBarAddPage:
            return along(start + slider, length - start - slider);
        default:
            return {};
        }
    }
    if (control == CC_ComboBox) {
        const QRect r = option->rect;
        if (part == SC_ComboBoxArrow)
            return visualRect(option->direction, r, QRect(r.right() - 31, r.top(), 28, r.height()));
        if (part == SC_ComboBoxEditField)
            return visualRect(option->direction, r, r.adjusted(8, 2, -32, -2));
    }
    if (control == CC_SpinBox) {
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        const QRect r = option->rect;
        const int buttons = spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : 24;
        if (part == SC_SpinBoxEditField)
            return visualRect(option->direction, r, r.adjusted(8, 2, -buttons - 6, -2));
        if (part == SC_SpinBoxUp)
            return visualRect(option->direction, r,
                              QRect(r.right() - buttons - 3, r.top() + 3, buttons, r.height() / 2 - 3));
        if (part == SC_SpinBoxDown)
            return visualRect(option->direction, r,
                              QRect(r.right() - buttons - 3, r.top() + r.height() / 2, buttons, r.height() / 2 - 3));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void AppStyle::drawScrollBar(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const Saved saved(painter);
    painter->fillRect(option->rect, m_colors.surface);
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!bar || bar->maximum <= bar->minimum)
        return;
    const bool isLive = option->activeSubControls & SC_ScrollBarSlider;
    const QRect slider = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const int inset = isLive ? 2 : 3;
    fillRounded(painter, slider.adjusted(inset, inset, -inset, -inset),
                isLive ? m_colors.inputBorder : m_colors.hairline, {}, 1, 4);
}

void AppStyle::drawHeaderSection(const QStyleOption* option, QPainter* painter) const
{
    const bool isHover = (option->state & State_MouseOver) && (option->state & State_Enabled);
    painter->fillRect(option->rect, isHover ? m_colors.surfaceMuted : m_colors.surfaceSubtle);
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
    painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1, m_colors.hairline);
    const bool isLast = header && (header->position == QStyleOptionHeader::End ||
                                   header->position == QStyleOptionHeader::OnlyOneSection);
    if (!isLast)
        painter->fillRect(option->rect.right(), option->rect.top() + 8, 1, option->rect.height() - 16,
                          m_colors.rowLine.darker(110));
}

void AppStyle::drawItem(const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    QStyleOptionViewItem copy = *qstyleoption_cast<const QStyleOptionViewItem*>(option);
    if (!m_colors.isHighContrast)
        copy.palette.setColor(QPalette::HighlightedText, m_colors.text);
    const bool hasFocus = copy.state & State_HasFocus;
    copy.state &= ~State_HasFocus;
    QProxyStyle::drawControl(CE_ItemViewItem, &copy, painter, widget);
    if (const auto* table = qobject_cast<const QTableView*>(widget)) {
        painter->fillRect(copy.rect.left(), copy.rect.bottom(), copy.rect.width(), 1, m_colors.rowLine);
        const bool isFirst = table->horizontalHeader()->visualIndex(copy.index.column()) == 0;
        if ((copy.state & State_Selected) && isFirst && !m_colors.isHighContrast)
            painter->fillRect(copy.rect.left(), copy.rect.top(), 3, copy.rect.height(), m_colors.action);
    }
    if (hasFocus)
        drawFocusRing(painter, copy.rect.adjusted(0, 0, 0, -1), 2);
}

void AppStyle::drawTab(const QStyleOption* option, QPainter* painter) const
{
    const Saved saved(painter);
    const bool isSelected = option->state & State_Selected;
    if ((option->state & State_MouseOver) && !isSelected)
        painter->fillRect(option->rect, m_colors.surfaceSubtle);
    if (isSelected)
        painter->fillRect(option->rect.left() + 4, option->rect.bottom() - 2, option->rect.width() - 8, 3,
                          m_colors.action);
    if (option->state & State_HasFocus)
        drawFocusRing(painter, option->rect);
}

void AppStyle::drawMenuBarItem(const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    painter->fillRect(option->rect, m_colors.surface);
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
    if (!item)
        return;
    const bool isActive = (item->state & State_Selected) && (item->state & State_Enabled);
    if (isActive) {
        const Saved saved(painter);
        fillRounded(painter, option->rect.adjusted(2, 3, -2, -3), m_colors.isHighContrast ? m_colors.action : m_colors.tintStrong, {});
    }
    int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine;
    if (!styleHint(SH_UnderlineShortcut, item, widget, nullptr))
        flags |= Qt::TextHideMnemonic;
    QPalette palette = item->palette;
    if (isActive && m_colors.isHighContrast)
        palette.setColor(QPalette::ButtonText, m_colors.onAction);
    drawItemText(painter, item->rect, flags, palette, item->state & State_Enabled, item->text, QPalette::ButtonText);
}

} // namespace yoyo
