// SPDX-License-Identifier: Apache-2.0
// See front_door.h.
#include "ui/shell/front_door.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/icons.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace yoyo {

static constexpr int pad = 20;
static constexpr int pictureSize = 30;

FrontDoor::FrontDoor(const QString& iconName, QWidget* parent) : QPushButton(parent), m_icon(iconName)
{
    setButtonRole(this, ButtonRole::Door);
    setAutoDefault(false);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FrontDoor::setTexts(const QString& title, const QString& explanation)
{
    m_title = title;
    m_explanation = explanation;
    setAccessibleName(title);
    setAccessibleDescription(explanation);
    updateGeometry();
    update();
}

int FrontDoor::heightForWidth(int width) const
{
    const int room = qMax(80, width - 3 * pad - pictureSize - 24);
    const QFontMetrics title(textFont(TextKind::Section));
    const QFontMetrics text(textFont(TextKind::Body));
    const auto wrap = Qt::TextWordWrap | Qt::TextWrapAnywhere;
    return 2 * 16 + title.boundingRect(0, 0, room, 1000, wrap, m_title).height() + space::half +
           text.boundingRect(0, 0, room, 1000, wrap, m_explanation).height();
}

QSize FrontDoor::sizeHint() const
{
    return {560, heightForWidth(560)};
}

QSize FrontDoor::minimumSizeHint() const
{
    return {420, heightForWidth(420)};
}

void FrontDoor::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawPrimitive(QStyle::PE_PanelButtonCommand, option);
    const Colors& c = colorsOf(this);
    yoyo::icon(m_icon, IconTone::Action)
        .paint(&painter, QRect(pad, (height() - pictureSize) / 2, pictureSize, pictureSize), Qt::AlignCenter);
    yoyo::icon(QStringLiteral("chevron-right"), IconTone::Secondary)
        .paint(&painter, QRect(width() - pad - 20, (height() - 20) / 2, 20, 20), Qt::AlignCenter);
    const QRect room(2 * pad + pictureSize, 16, qMax(80, width() - 3 * pad - pictureSize - 24), height() - 32);
    const auto wrap = Qt::TextWordWrap | Qt::TextWrapAnywhere;
    painter.setFont(textFont(TextKind::Section));
    painter.setPen(c.isHighContrast ? c.text : c.actionPressed);
    QRect used;
    painter.drawText(room, wrap, m_title, &used);
    painter.setFont(textFont(TextKind::Body));
    painter.setPen(c.secondary);
    painter.drawText(room.adjusted(0, used.height() + space::half, 0, 0), wrap, m_explanation);
}

} // namespace yoyo
