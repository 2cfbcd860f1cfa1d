// SPDX-License-Identifier: Apache-2.0
#include "tests/central/inviter.h"

namespace yoyo::service {

Inviter::Inviter(std::function<void(const QUuid&)> deliver) : m_deliver(std::move(deliver))
{
    m_thread = std::thread([this] { run(); });
}

Inviter::~Inviter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void Inviter::add(const QList<QUuid>& users)
{
    if (users.isEmpty())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_due.insert(m_due.end(), users.begin(), users.end());
    }
    m_changed.notify_all();
}

void Inviter::wait()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_due.empty() && !m_isBusy; });
}

void Inviter::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_isStopping || !m_due.empty(); });
        if (m_isStopping)
            return;
        const QUuid user = m_due.front();
        m_due.pop_front();
        m_isBusy = true;
        lock.unlock();
        m_deliver(user);
        lock.lock();
        m_isBusy = false;
        m_changed.notify_all();
    }
}

} // namespace yoyo::service
