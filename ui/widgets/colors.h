// SPDX-License-Identifier: Apache-2.0
// The one palette: the colour tokens of the Digital Agency's design system (DADS) by role. No other file names a
// colour. A high-contrast theme replaces every token by the system's palette.
#pragma once

#include <QColor>
#include <QPalette>

class QWidget;

namespace yoyo {

struct Colors
{
    QColor action;        ///< default button, selection
    QColor actionPressed; ///< pressed, links, headings
    QColor onAction;      ///< text and icons on action
    QColor tint;          ///< selected row, information band
    QColor tintStrong;
    QColor text;
    QColor secondary;
    QColor placeholder;
    QColor inputBorder;
    QColor hairline;
    QColor rowLine;
    QColor surface;
    QColor surfaceSubtle;
    QColor surfaceMuted;
    QColor error;
    QColor errorDark;
    QColor errorBand;
    QColor success;
    QColor successBand;
    QColor warning;
    QColor warningBand;
    QColor verification; ///< the band of the 検証 environment
    QColor practice;     ///< the band of the 練習 environment and of demonstrations
    QColor focusOuter;
    QColor focusInner;
    bool isHighContrast = false;

    static Colors standard();
    static Colors highContrast(const QPalette& system);
    /// The Qt palette made of these tokens.
    QPalette palette() const;
};

/// The tokens of the style the widget is drawn with; the standard ones under a foreign style.
const Colors& colorsOf(const QWidget* widget);

} // namespace yoyo
