// SPDX-License-Identifier: Apache-2.0
// Metrics, sizes and dispatch of AppStyle; the shapes are in app_style_shapes.cpp.
#include "ui/widgets/app_style.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>
#include <QToolButton>

namespace yoyo {

static constexpr const char* roleProperty = "yoyoButtonRole";
static constexpr const char* refusedProperty = "yoyoRefused";

void setButtonRole(QAbstractButton* button, ButtonRole role)
{
    button->setProperty(roleProperty, static_cast<int>(role));
    if (role == ButtonRole::Link || role == ButtonRole::Door)
        button->setCursor(Qt::PointingHandCursor);
    button->updateGeometry();
    button->update();
}

ButtonRole buttonRole(const QWidget* button)
{
    return button ? static_cast<ButtonRole>(button->property(roleProperty).toInt()) : ButtonRole::Normal;
}

void setFieldRefused(QWidget* editor, bool refused)
{
    if (editor->property(refusedProperty).toBool() == refused)
        return;
    editor->setProperty(refusedProperty, refused);
    editor->update();
}

AppStyle::AppStyle(Colors colors) : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_colors(colors) {}

void AppStyle::polish(QPalette& palette)
{
    palette = m_colors.palette();
}

void AppStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) ||
        qobject_cast<QScrollBar*>(widget) || qobject_cast<QTabBar*>(widget) || qobject_cast<QLineEdit*>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto* header = qobject_cast<QHeaderView*>(widget)) {
        QFont bold = header->font();
        bold.setBold(true);
        header->setFont(bold);
    }
}

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        drawButtonPanel(option, painter, widget);
        return;
    case PE_PanelButtonTool:
        drawToolPanel(option, painter, widget);
        return;
    case PE_FrameFocusRect:
        // Command and tool buttons draw their own ring over the whole control.
        if (!qobject_cast<const QPushButton*>(widget) && !qobject_cast<const QToolButton*>(widget))
            drawFocusRing(painter, option->rect);
        return;
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth <= 0)
            return; // the edit inside a spin box or combo box, which draws the frame itself
        drawField(option, painter, widget, option->state & State_HasFocus);
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawIndicator(option, painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawIndicator(option, painter, true);
        return;
    case PE_IndicatorHeaderArrow: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (header && header->sortIndicator != QStyleOptionHeader::None)
            drawChevron(painter, option->rect,
                        header->sortIndicator == QStyleOptionHeader::SortUp ? Qt::UpArrow : Qt::DownArrow,
                        m_colors.actionPressed);
        return;
    }
    case PE_IndicatorArrowDown:
        drawChevron(painter, option->rect, Qt::DownArrow, m_colors.text);
        return;
    case PE_IndicatorArrowUp:
        drawChevron(painter, option->rect, Qt::UpArrow, m_colors.text);
        return;
    case PE_IndicatorArrowRight:
        drawChevron(painter, option->rect, Qt::RightArrow, m_colors.text);
        return;
    case PE_IndicatorArrowLeft:
        drawChevron(painter, option->rect, Qt::LeftArrow, m_colors.text);
        return;
    case PE_Frame:
        if (qobject_cast<const QTextEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget)) {
            drawField(option, painter, widget, widget->hasFocus());
        } else {
            painter->setPen(m_colors.isHighContrast ? m_colors.hairline : m_colors.rowLine.darker(108));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        }
        return;
    case PE_PanelItemViewItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
        if (item && (item->state & State_Selected)) {
            painter->fillRect(item->rect, m_colors.isHighContrast ? m_colors.action : m_colors.tintStrong);
            return;
        }
        if (item && item->backgroundBrush.style() != Qt::NoBrush)
            painter->fillRect(item->rect, item->backgroundBrush);
        return;
    }
    case PE_PanelItemViewRow:
        return;
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, m_colors.surfaceSubtle);
        return;
    case PE_FrameStatusBarItem:
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, m_colors.surface);
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1, m_colors.rowLine);
        return;
    case PE_FrameTabWidget:
        painter->fillRect(option->rect.left(), option->rect.top(), option->rect.width(), 1, m_colors.rowLine);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void AppStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                           const QWidget* widget) const
{
    switch (element) {
    case CE_PushButtonLabel: {
        QStyleOptionButton copy = *qstyleoption_cast<const QStyleOptionButton*>(option);
        const bool isPrimary = buttonRole(widget) == ButtonRole::Primary ||
                               (copy.features & QStyleOptionButton::DefaultButton);
        QColor ink = m_colors.actionPressed;
        if (!(copy.state & State_Enabled))
            ink = m_colors.placeholder;
        else if (buttonRole(widget) == ButtonRole::Danger)
            ink = m_colors.errorDark;
        else if (isPrimary)
            ink = m_colors.onAction;
        if (m_colors.isHighContrast && !isPrimary)
            ink = m_colors.text;
        copy.palette.setColor(QPalette::ButtonText, ink);
        copy.features &= ~QStyleOptionButton::DefaultButton;
        painter->save();
        QFont font = painter->font();
        font.setUnderline(buttonRole(widget) == ButtonRole::Link);
        painter->setFont(font);
        QProxyStyle::drawControl(element, &copy, painter, widget);
        painter->restore();
        return;
    }
    case CE_ToolButtonLabel: {
        QStyleOptionToolButton copy = *qstyleoption_cast<const QStyleOptionToolButton*>(option);
        if (buttonRole(widget) == ButtonRole::Link)
            copy.palette.setColor(QPalette::ButtonText, m_colors.actionPressed);
        if (copy.state & State_On)
            copy.palette.setColor(QPalette::ButtonText, m_colors.actionPressed);
        if (buttonRole(widget) == ButtonRole::Navigation)
            copy.rect.adjust(space::related, 0, 0, 0); // clear of the bar that marks the current entry
        QProxyStyle::drawControl(element, &copy, painter, widget);
        return;
    }
    case CE_HeaderSection:
        drawHeaderSection(option, painter);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, m_colors.surfaceSubtle);
        painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1, m_colors.hairline);
        return;
    case CE_ItemViewItem:
        drawItem(option, painter, widget);
        return;
    case CE_TabBarTabShape:
        drawTab(option, painter);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, m_colors.surface);
        return;
    case CE_MenuBarItem:
        drawMenuBarItem(option, painter, widget);
        return;
    case CE_ProgressBarGroove:
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_colors.surfaceMuted);
        painter->drawRoundedRect(option->rect, 2, 2);
        painter->restore();
        return;
    case CE_ProgressBarContents: {
        const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
        if (!bar || bar->maximum <= bar->minimum)
            break; // busy: Fusion's moving stripes
        QRect filled = bar->rect;
        filled.setWidth(static_cast<int>(qint64(bar->rect.width()) * (bar->progress - bar->minimum) /
                                         (bar->maximum - bar->minimum)));
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_colors.action);
        painter->drawRoundedRect(filled, 2, 2);
        painter->restore();
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void AppStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                  const QWidget* widget) const
{
    switch (control) {
    case CC_ComboBox:
        drawComboBox(option, painter, widget);
        return;
    case CC_SpinBox:
        drawSpinBox(option, painter, widget);
        return;
    case CC_ScrollBar:
        drawScrollBar(option, painter, widget);
        return;
    case CC_ToolButton:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        // A flat one has no panel to draw the ring with.
        if ((option->state & State_HasFocus) && (option->state & State_AutoRaise))
            drawFocusRing(painter, option->rect);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

int AppStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return space::group;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space::related;
    case PM_DefaultFrameWidth:
        // Room for the ring inside the border of a text edit.
        if (qobject_cast<const QTextEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget))
            return 4;
        return 1;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return 20;
    case PM_ToolBarIconSize:
        return 20;
    case PM_ButtonMargin:
        return 12;
    case PM_HeaderMargin:
        return 8;
    case PM_HeaderMarkSize:
        return 16;
    case PM_FocusFrameHMargin:
        return 6;
    case PM_TabBarTabHSpace:
        return 32;
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
        return 0;
    case PM_MenuBarHMargin:
        return 8;
    case PM_MenuVMargin:
        return 4;
    case PM_SplitterWidth:
        return 5;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int AppStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                        QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
        return hint == SH_UnderlineShortcut ? 1 : 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_Table_GridLineColor:
        return static_cast<int>(m_colors.rowLine.rgb());
    case SH_ComboBox_Popup:
        return 0;
    case SH_ScrollBar_Transient:
        return 0;
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize AppStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                 const QWidget* widget) const
{
    QSize out = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        if (buttonRole(widget) == ButtonRole::Link) {
            out = QSize(size.width() + 16, qMax(size.height() + 8, 28));
            break;
        }
        out.setWidth(qMax(size.width() + 32, 96));
        out.setHeight(qMax(size.height() + 12, int(space::controlHeight)));
        break;
    case CT_LineEdit:
        out.setHeight(qMax(size.height() + 12, int(space::controlHeight)));
        break;
    case CT_ComboBox:
    case CT_SpinBox:
        out.setHeight(qMax(out.height(), int(space::controlHeight)));
        out.rwidth() += 12;
        break;
    case CT_ToolButton:
        out = out.expandedTo(QSize(32, 32));
        if (buttonRole(widget) == ButtonRole::Navigation)
            out = QSize(out.width() + space::related, qMax(out.height(), 40));
        break;
    case CT_HeaderSection:
        out.setHeight(qMax(out.height(), 32));
        break;
    case CT_ItemViewItem:
        out.setHeight(qMax(out.height(), int(space::rowHeight)));
        break;
    case CT_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item && item->menuItemType != QStyleOptionMenuItem::Separator)
            out = QSize(out.width() + 12, qMax(out.height(), 30));
        break;
    }
    case CT_MenuBarItem:
        out = QSize(size.width() + 20, qMax(size.height(), 32));
        break;
    case CT_TabBarTab:
        out.setHeight(qMax(out.height(), 36));
        break;
    default:
        break;
    }
    return out;
}

QRect AppStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth <= 0)
            return option->rect;
        return option->rect.adjusted(6, 0, -6, 0);
    }
    case SE_PushButtonFocusRect:
    case SE_ToolBoxTabContents:
        return option->rect;
    case SE_CheckBoxFocusRect:
    case SE_RadioButtonFocusRect:
    case SE_CheckBoxClickRect:
    case SE_RadioButtonClickRect:
        return option->rect;
    case SE_CheckBoxIndicator:
    case SE_RadioButtonIndicator:
        return QProxyStyle::subElementRect(element, option, widget).translated(6, 0);
    case SE_CheckBoxContents:
    case SE_RadioButtonContents:
        return QProxyStyle::subElementRect(element, option, widget).adjusted(6, 0, 0, 0);
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

} // namespace yoyo
