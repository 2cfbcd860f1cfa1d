// SPDX-License-Identifier: Apache-2.0
// Token values; see colors.h.
#include "ui/widgets/colors.h"

#include "ui/widgets/app_style.h"

#include <QApplication>
#include <QWidget>

namespace yoyo {

Colors Colors::standard()
{
    Colors c;
    c.action = QColor(0x00, 0x17, 0xc1);
    c.actionPressed = QColor(0x00, 0x11, 0x8f);
    c.onAction = QColor(0xff, 0xff, 0xff);
    c.tint = QColor(0xe8, 0xf1, 0xfe);
    c.tintStrong = QColor(0xd9, 0xe6, 0xff);
    c.text = QColor(0x33, 0x33, 0x33);
    c.secondary = QColor(0x4d, 0x4d, 0x4d);
    c.placeholder = QColor(0x76, 0x76, 0x76);
    c.inputBorder = QColor(0x66, 0x66, 0x66);
    c.hairline = QColor(0x94, 0x94, 0x94);
    c.rowLine = QColor(0xe6, 0xe6, 0xe6);
    c.surface = QColor(0xff, 0xff, 0xff);
    c.surfaceSubtle = QColor(0xf2, 0xf2, 0xf2);
    c.surfaceMuted = QColor(0xe6, 0xe6, 0xe6);
    c.error = QColor(0xec, 0x00, 0x00);
    c.errorDark = QColor(0xce, 0x00, 0x00);
    c.errorBand = QColor(0xfd, 0xee, 0xee);
    c.success = QColor(0x19, 0x7a, 0x4b);
    c.successBand = QColor(0xe6, 0xf5, 0xec);
    c.warning = QColor(0x92, 0x72, 0x00);
    c.warningBand = QColor(0xfb, 0xf5, 0xe0);
    c.verification = QColor(0x51, 0x09, 0xad);
    c.practice = QColor(0x00, 0x6f, 0x83);
    c.focusOuter = QColor(0x00, 0x00, 0x00);
    c.focusInner = QColor(0xff, 0xd4, 0x3d);
    return c;
}

Colors Colors::highContrast(const QPalette& system)
{
    Colors c;
    const QColor window = system.color(QPalette::Window);
    const QColor text = system.color(QPalette::WindowText);
    c.action = system.color(QPalette::Highlight);
    c.actionPressed = c.action;
    c.onAction = system.color(QPalette::HighlightedText);
    c.tint = window;
    c.tintStrong = window;
    c.text = text;
    c.secondary = text;
    c.placeholder = text;
    c.inputBorder = text;
    c.hairline = text;
    c.rowLine = text;
    c.surface = system.color(QPalette::Base);
    c.surfaceSubtle = window;
    c.surfaceMuted = window;
    c.error = c.errorDark = c.success = c.warning = c.verification = c.practice = text;
    c.errorBand = c.successBand = c.warningBand = window;
    c.focusOuter = text;
    c.focusInner = system.color(QPalette::Highlight);
    c.isHighContrast = true;
    return c;
}

QPalette Colors::palette() const
{
    QPalette p(surface);
    p.setColor(QPalette::Window, surface);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, surface);
    p.setColor(QPalette::AlternateBase, surfaceSubtle);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::PlaceholderText, placeholder);
    p.setColor(QPalette::Button, surface);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::Highlight, action);
    p.setColor(QPalette::HighlightedText, onAction);
    p.setColor(QPalette::Link, actionPressed);
    p.setColor(QPalette::LinkVisited, actionPressed);
    p.setColor(QPalette::ToolTipBase, surface);
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::Light, surface);
    p.setColor(QPalette::Midlight, surfaceSubtle);
    p.setColor(QPalette::Mid, rowLine);
    p.setColor(QPalette::Dark, hairline);
    p.setColor(QPalette::Shadow, inputBorder);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, placeholder);
    p.setColor(QPalette::Disabled, QPalette::Base, surfaceSubtle);
    return p;
}

const Colors& colorsOf(const QWidget* widget)
{
    const QStyle* style = widget ? widget->style() : QApplication::style();
    if (const auto* ours = qobject_cast<const AppStyle*>(style))
        return ours->colors();
    static const Colors fallback = Colors::standard();
    return fallback;
}

} // namespace yoyo
