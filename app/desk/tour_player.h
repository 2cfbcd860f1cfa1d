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

class QWidget;

namespace yoyo {

class TourPlayer final : public QObject
{
    Q_OBJECT
public:
    /// Pictures go to `directory` as NN-name.png; what is taken is the active window, dialogs in front included.
    TourPlayer(QWidget* window, const QString& directory, QObject* parent = nullptr);

    /// Waits until `condition` holds (30 s at most, then the tour fails with the step's name).
    void await(const QString& what, std::function<bool()> condition);
    void act(std::function<void()> action);
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

/// The only visible widget of that object name in any window of the program, or null.
QWidget* visibleWidget(const QString& objectName);

} // namespace yoyo
