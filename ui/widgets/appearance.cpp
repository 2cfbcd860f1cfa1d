// SPDX-License-Identifier: Apache-2.0
// See appearance.h.
#include "ui/widgets/appearance.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/icons.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QLabel>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace yoyo {

static constexpr qreal basePointSize = 10.5;

static bool isHighContrastWanted()
{
#ifdef Q_OS_WIN
    HIGHCONTRASTW state{};
    state.cbSize = sizeof state;
    return SystemParametersInfoW(SPI_GETHIGHCONTRAST, sizeof state, &state, 0) && (state.dwFlags & HCF_HIGHCONTRASTON);
#else
    return false;
#endif
}

/// Looks into the list of families: to ask for each by name would have fontconfig search for something like it.
static QString firstInstalled(const QStringList& wanted)
{
    static const QStringList installed = QFontDatabase::families();
    for (const QString& family : wanted) {
        if (installed.contains(family))
            return family;
    }
    return {};
}

namespace {

/// Turning the wheel scrolls. It never changes what a form holds: a person who scrolls past a field does not look at it.
class WheelGuard final : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Wheel)
            return false;
        const bool changesByWheel = qobject_cast<QComboBox*>(watched) || qobject_cast<QAbstractSpinBox*>(watched);
        if (changesByWheel)
            event->ignore(); // the page behind it takes the wheel
        return changesByWheel;
    }
};

} // namespace

void applyAppearance(QApplication& app)
{
    app.installEventFilter(new WheelGuard(&app));
    const Colors colors = isHighContrastWanted() ? Colors::highContrast(app.palette()) : Colors::standard();
    QFont font = app.font();
    const QString family =
        firstInstalled({QStringLiteral("Yu Gothic UI"), QStringLiteral("Meiryo UI"), QStringLiteral("Noto Sans CJK JP"),
                        QStringLiteral("Noto Sans JP"), QStringLiteral("IPAexGothic")});
    if (!family.isEmpty())
        font.setFamilies({family});
    font.setPointSizeF(qMax(basePointSize, font.pointSizeF()));
    font.setHintingPreference(QFont::PreferNoHinting);
    app.setFont(font);
    app.setStyle(new AppStyle(colors));
    app.setPalette(colors.palette());
    app.setWindowIcon(appIcon());
}

QFont textFont(TextKind kind)
{
    QFont font = QApplication::font();
    const qreal base = font.pointSizeF();
    switch (kind) {
    case TextKind::Title:
        font.setPointSizeF(base * 1.5);
        font.setBold(true);
        break;
    case TextKind::Section:
        font.setPointSizeF(base * 1.15);
        font.setBold(true);
        break;
    case TextKind::Small:
        font.setPointSizeF(base * 0.92);
        break;
    case TextKind::Body:
        break;
    }
    return font;
}

QFont codeFont()
{
    QFont font = QApplication::font();
    const QString family = firstInstalled({QStringLiteral("Noto Sans Mono CJK JP"), QStringLiteral("BIZ UDGothic"),
                                           QStringLiteral("MS Gothic")});
    if (!family.isEmpty())
        font.setFamilies({family});
    else
        font.setFamilies({QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
    return font;
}

void setTextKind(QLabel* label, TextKind kind)
{
    label->setFont(textFont(kind));
}

void setSecondary(QLabel* label)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, colorsOf(label).secondary);
    label->setPalette(palette);
}

} // namespace yoyo
