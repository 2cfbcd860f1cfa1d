// SPDX-License-Identifier: Apache-2.0
// Notices that nobody has touched keyboard or mouse for the policy's time. Reads the injected clock; GUI thread.
#pragma once

#include "models/domain/clock.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace yoyo {

class IdleWatch : public QObject
{
    Q_OBJECT
public:
    /// Watches the whole application. `clock` is borrowed and outlives this object.
    explicit IdleWatch(const Clock& clock, QObject* parent = nullptr);
    /// Zero or less: never.
    void setLimit(std::chrono::minutes limit);
    void setActive(bool active);
    /// Compares now with the last touch; the timer calls it every few seconds.
    void look();

Q_SIGNALS:
    /// Once; again only after a touch.
    void idle();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const Clock& m_clock;
    std::chrono::milliseconds m_lastTouch;
    std::chrono::minutes m_limit{15};
    bool m_isActive = false;
    bool m_isTold = false;
    QTimer m_timer;
};

} // namespace yoyo
