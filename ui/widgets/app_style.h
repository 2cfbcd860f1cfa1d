// SPDX-License-Identifier: Apache-2.0
// How every control is drawn: Fusion's behaviour, our shapes, and only the tokens of colors.h. Focus is a ring,
// black outside and yellow inside, drawn within the control so that nothing moves when it comes. GUI thread.
#pragma once

#include "ui/widgets/colors.h"

#include <QProxyStyle>

class QAbstractButton;

namespace yoyo {

/// Spacing on the 4-pixel grid.
namespace space {
inline constexpr int half = 4;
inline constexpr int related = 8;
inline constexpr int group = 16;
inline constexpr int page = 24;
inline constexpr int controlHeight = 32;
inline constexpr int rowHeight = 30;
inline constexpr int radius = 4;
} // namespace space

enum class ButtonRole {
    Normal,     ///< outlined
    Primary,    ///< the one main action of a page, filled blue
    Danger,     ///< destructive, outlined red
    Link,       ///< looks like a link, for small ways out
    Navigation, ///< an entry of the left navigation
    Door        ///< a large choice, as on the start page
};

void setButtonRole(QAbstractButton* button, ButtonRole role);
ButtonRole buttonRole(const QWidget* button);
/// A field whose content is refused has a red border; the text and icon beside it say why.
void setFieldRefused(QWidget* editor, bool refused);

class AppStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    explicit AppStyle(Colors colors);
    const Colors& colors() const { return m_colors; }
    /// Draws the ring inside `rect`.
    void drawFocusRing(QPainter* painter, const QRect& rect, int radius = space::radius) const;

    void polish(QPalette& palette) override;
    void polish(QWidget* widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;

private:
    void drawButtonPanel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawToolPanel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawField(const QStyleOption* option, QPainter* painter, const QWidget* widget, bool hasFocus) const;
    void drawIndicator(const QStyleOption* option, QPainter* painter, bool round) const;
    void drawChevron(QPainter* painter, const QRect& rect, Qt::ArrowType way, const QColor& color) const;
    void drawComboBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const;
    void drawSpinBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const;
    void drawScrollBar(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const;
    void drawHeaderSection(const QStyleOption* option, QPainter* painter) const;
    void drawItem(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawTab(const QStyleOption* option, QPainter* painter) const;
    void drawMenuBarItem(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;

    Colors m_colors;
};

} // namespace yoyo
