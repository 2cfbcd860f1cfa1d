// SPDX-License-Identifier: Apache-2.0
// See idle_watch.h.
#include "ui/shell/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>

namespace yoyo {

static constexpr std::chrono::seconds lookEvery{5};

IdleWatch::IdleWatch(const Clock& clock, QObject* parent)
    : QObject(parent), m_clock(clock), m_lastTouch(clock.monotonic())
{
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
}

void IdleWatch::setLimit(std::chrono::minutes limit)
{
    m_limit = limit;
}

void IdleWatch::setActive(bool active)
{
    m_isActive = active;
    m_isTold = false;
    m_lastTouch = m_clock.monotonic();
    if (active)
        m_timer.start();
    else
        m_timer.stop();
}

void IdleWatch::look()
{
    if (!m_isActive || m_isTold || m_limit.count() <= 0)
        return;
    if (m_clock.monotonic() - m_lastTouch >= m_limit) {
        m_isTold = true;
        Q_EMIT idle();
    }
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::InputMethod:
        // The time ran out while nobody looked: lock first, so that the touch cannot undo it.
        look();
        m_lastTouch = m_clock.monotonic();
        m_isTold = false;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace yoyo
