// SPDX-License-Identifier: Apache-2.0
// What every test of ui/ starts with: our appearance, a language, and the checks that hold for any screen
// (a name for every control, nothing cut off).
#pragma once

#include "ui/widgets/appearance.h"
#include "ui/widgets/language.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>
#include <QWidget>

namespace yoyo::test {

/// Call in initTestCase(). Ownership of the switch goes to the application.
inline LanguageSwitch* startUi(const QString& language = QStringLiteral("ja"))
{
    applyAppearance(*qApp);
    auto* languages = new LanguageSwitch(*qApp);
    languages->setLanguage(language);
    return languages;
}

/// Call in init(): any warning fails the test, except the offscreen platform's remarks about what it lacks.
inline void failOnWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
}

/// Lets posted events (layout, LanguageChange) take effect.
inline void settle(QWidget* widget)
{
    widget->ensurePolished();
    QCoreApplication::sendPostedEvents();
    QTest::qWait(0);
    QCoreApplication::sendPostedEvents();
}

/// Paths of visible widgets that take the keyboard but have nothing a screen reader could say.
inline QStringList namelessWidgets(const QWidget* root)
{
    QStringList out;
    for (const QWidget* widget : root->findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(root) || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
            continue;
        if (qobject_cast<const QScrollArea*>(widget))
            continue;
        QString name = widget->accessibleName();
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget); button && name.isEmpty())
            name = button->text();
        if (const auto* label = qobject_cast<const QLabel*>(widget); label && name.isEmpty())
            name = label->text();
        if (name.trimmed().isEmpty())
            out.append(QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') +
                       widget->objectName() + QStringLiteral(" in ") +
                       (widget->parentWidget() ? widget->parentWidget()->objectName() : QString()));
    }
    return out;
}

/// Visible buttons and one-line labels whose text is wider than they are.
inline QStringList cutTexts(const QWidget* root)
{
    QStringList out;
    for (const QWidget* widget : root->findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(root) || widget->width() <= 0)
            continue;
        if (const auto* button = qobject_cast<const QPushButton*>(widget)) {
            if (button->fontMetrics().horizontalAdvance(button->text().remove(QLatin1Char('&'))) > button->width())
                out.append(button->text());
        } else if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            if (label->textFormat() == Qt::RichText ||
                (label->textFormat() == Qt::AutoText && Qt::mightBeRichText(label->text())) || label->text().isEmpty() || !label->pixmap().isNull())
                continue;
            if (!label->wordWrap() && label->fontMetrics().horizontalAdvance(label->text()) > label->width() + 1)
                out.append(label->text());
            else if (label->wordWrap() && label->heightForWidth(label->width()) > label->height() + 1)
                out.append(label->text());
        }
    }
    return out;
}

/// Visible controls and texts of which a part lies outside what shows them, and controls that cover one another.
/// What a scroll area can bring into view is not outside; sideways it must scroll too, if it is wider.
inline QStringList unreachableParts(const QWidget* root)
{
    QStringList out;
    const auto name = [](const QWidget* widget) -> QString {
        QString text = widget->accessibleName();
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            text = button->text();
        else if (const auto* label = qobject_cast<const QLabel*>(widget))
            text = label->text();
        return QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName() +
               QLatin1Char(' ') + text;
    };
    const auto isPart = [](const QWidget* widget) {
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            return !label->text().isEmpty() && !qobject_cast<const QAbstractScrollArea*>(widget->parentWidget());
        return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget) ||
               qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
               qobject_cast<const QAbstractItemView*>(widget);
    };
    QList<const QWidget*> parts;
    for (const QWidget* widget : root->findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(root) || !isPart(widget) || widget->inherits("QHeaderView"))
            continue;
        bool isInner = false; // a part of another control, as the line edit of a spin box
        for (const QWidget* up = widget->parentWidget(); up && up != root; up = up->parentWidget())
            isInner = isInner || isPart(up) || up->inherits("QTabBar");
        if (isInner)
            continue;
        parts.append(widget);
        if (widget->width() < widget->minimumSizeHint().width() && !qobject_cast<const QLabel*>(widget))
            out.append(QStringLiteral("narrow: ") + name(widget));
        QRect rect = widget->rect();
        const QWidget* at = widget;
        for (const QWidget* up = widget->parentWidget(); up && at != root; up = up->parentWidget()) {
            rect.translate(at->pos());
            at = up;
            const auto* area = qobject_cast<const QAbstractScrollArea*>(up->parentWidget());
            if (area && area->viewport() == up) {
                const bool fits = rect.left() >= 0 && rect.right() < up->width();
                if (!fits && area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff)
                    out.append(QStringLiteral("beside the scrolled view: ") + name(widget));
                rect = area->rect(); // from here on the area has to be seen
                at = area;
                up = area;
                continue;
            }
            if (!up->rect().contains(rect)) {
                out.append(QStringLiteral("outside of %1 %2: ").arg(QLatin1String(up->metaObject()->className()), up->objectName()) +
                           name(widget));
                break;
            }
        }
    }
    for (qsizetype i = 0; i < parts.size(); ++i) {
        for (qsizetype j = i + 1; j < parts.size(); ++j) {
            if (parts.at(i)->parentWidget() == parts.at(j)->parentWidget() &&
                parts.at(i)->geometry().intersects(parts.at(j)->geometry()))
                out.append(QStringLiteral("covered: ") + name(parts.at(i)) + QStringLiteral(" / ") + name(parts.at(j)));
        }
    }
    return out;
}

/// Writes a picture when YOYO_PICTURES names a folder; for people to look at, it gates nothing.
inline void picture(QWidget* widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("YOYO_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    widget->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

} // namespace yoyo::test
