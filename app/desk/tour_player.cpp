// SPDX-License-Identifier: Apache-2.0
// See tour_player.h.
#include "app/desk/tour_player.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPixmap>
#include <QScreen>
#include <QWidget>

namespace yoyo {

using namespace std::chrono_literals;

constexpr auto tick = 50ms;
// Long enough for a layout, a page of a list and the keychain's answer to settle.
constexpr auto settle = 600ms;

TourPlayer::TourPlayer(QWidget* window, const QString& directory, QObject* parent)
    : QObject(parent), m_window(window), m_directory(directory)
{
    m_timer.setInterval(tick);
    connect(&m_timer, &QTimer::timeout, this, &TourPlayer::look);
}

void TourPlayer::await(const QString& what, std::function<bool()> condition)
{
    m_steps.push_back({what, std::move(condition), 60s});
}

void TourPlayer::act(std::function<void()> action)
{
    m_steps.push_back({QStringLiteral("act"),
                       [action = std::move(action)] {
                           action();
                           return true;
                       },
                       tick});
}

void TourPlayer::press(const QString& objectName)
{
    await(QStringLiteral("press ") + objectName, [objectName] {
        auto* button = qobject_cast<QAbstractButton*>(visibleWidget(objectName));
        if (!button || !button->isEnabled())
            return false;
        button->click();
        return true;
    });
}

void TourPlayer::picture(const QString& name)
{
    m_steps.push_back({name, [this, name] { return m_waited >= settle && takePicture(name); }, 5s});
}

void TourPlayer::start()
{
    m_timer.start();
}

void TourPlayer::look()
{
    if (m_next == m_steps.size()) {
        m_timer.stop();
        Q_EMIT finished(QString());
        return;
    }
    Step& step = m_steps[m_next];
    if (step.isDone()) {
        ++m_next;
        m_waited = 0ms;
        return;
    }
    m_waited += tick;
    if (m_waited > step.limit) {
        m_timer.stop();
        takePicture(QStringLiteral("stuck"));
        Q_EMIT finished(step.what);
    }
}

bool TourPlayer::takePicture(const QString& name)
{
    const bool hasScreen = QGuiApplication::platformName() == QLatin1String("xcb");
    const QPixmap shot = hasScreen ? m_window->screen()->grabWindow(0) : m_window->grab();
    const QString file = QStringLiteral("%1-%2.png").arg(m_pictures + 1, 2, 10, QLatin1Char('0')).arg(name);
    if (!shot.save(QDir(m_directory).filePath(file)))
        return false;
    ++m_pictures;
    return true;
}

QWidget* visibleWidget(const QString& objectName)
{
    QWidget* found = nullptr;
    const QWidget* front = QApplication::activeModalWidget();
    const auto widgets = QApplication::allWidgets();
    for (QWidget* widget : widgets) {
        if (widget->objectName() != objectName || !widget->isVisible())
            continue;
        if (front && widget->window() == front)
            return widget;
        found = widget;
    }
    return found;
}

void typeInto(QLineEdit* line, const QString& text)
{
    line->selectAll();
    line->insert(text);
}

} // namespace yoyo
