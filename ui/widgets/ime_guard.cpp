// SPDX-License-Identifier: Apache-2.0
// See ime_guard.h.
#include "ui/widgets/ime_guard.h"

#include <QInputMethodEvent>
#include <QKeyEvent>

#include <chrono>

namespace yoyo {

// Longer than an input method needs to hand the key on, shorter than a person needs for a second Return.
static constexpr std::chrono::milliseconds handOn{60};

ImeGuard::ImeGuard(QObject* parent) : QObject(parent)
{
    m_afterCommit.setSingleShot(true);
    connect(&m_afterCommit, &QTimer::timeout, this, [this] { m_hasJustCommitted = false; });
}

bool ImeGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::InputMethod) {
        const auto* input = static_cast<QInputMethodEvent*>(event);
        const bool wasComposing = m_isComposing;
        m_isComposing = !input->preeditString().isEmpty();
        if (wasComposing && !m_isComposing) {
            m_hasJustCommitted = true;
            m_afterCommit.start(handOn);
        }
    } else if (event->type() == QEvent::FocusOut) {
        m_isComposing = false;
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool isReturn = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (isReturn && (m_isComposing || m_hasJustCommitted)) {
            m_hasJustCommitted = false;
            return true;
        }
        m_hasJustCommitted = false;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace yoyo
