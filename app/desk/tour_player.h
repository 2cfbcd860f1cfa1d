// SPDX-License-Identifier: Apache-2.0
// Plays a list of steps in the running window: waits until a condition holds, acts as a person would, and takes a
// picture. No nested event loops: a timer looks, the window lives on. GUI thread. Used by --tour only.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>
#include <vector>

class QLineEdit;
class QWidget;

namespace yoyo {

class TourPlayer final : public QObject
{
    Q_OBJECT
public:
    /// Pictures go to `directory` as NN-name.png: the whole screen where the platform can show it (X11), else the window.
    TourPlayer(QWidget* window, const QString& directory, QObject* parent = nullptr);

    /// Waits until `condition` holds (60 s at most, then the tour fails with the step's name).
    void await(const QString& what, std::function<bool()> condition);
    void act(std::function<void()> action);
    /// Waits until something of that object name can be pressed, and presses it.
    void press(const QString& objectName);
    void picture(const QString& name);
    void start();

    int pictures() const { return m_pictures; }

Q_SIGNALS:
    /// `problem` is empty when every step was played.
    void finished(const QString& problem);

private:
    struct Step
    {
        QString what;
        std::function<bool()> isDone; ///< called until it answers true
        std::chrono::milliseconds limit;
    };
    void look();
    bool takePicture(const QString& name);

    QWidget* m_window;
    QString m_directory;
    std::vector<Step> m_steps;
    std::size_t m_next = 0;
    std::chrono::milliseconds m_waited{0};
    int m_pictures = 0;
    QTimer m_timer;
};

/// The visible widget of that object name in the window in front (a dialog before the main one), or null.
QWidget* visibleWidget(const QString& objectName);
/// Replaces what the line holds, as a person who selects everything and types.
void typeInto(QLineEdit* line, const QString& text);

} // namespace yoyo
