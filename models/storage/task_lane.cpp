// SPDX-License-Identifier: Apache-2.0
#include "models/storage/task_lane.h"

#include <QThread>

namespace yoyo {

TaskLane::TaskLane(const QString& name, int threads)
{
    for (int i = 0; i < threads; ++i) {
        m_threads.emplace_back(QThread::create([this, i] { loop(i); }));
        m_threads.back()->setObjectName(name);
        m_threads.back()->start();
    }
}

TaskLane::~TaskLane()
{
    finish({});
}

void TaskLane::add(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isFinishing)
            return;
        m_tasks.push_back(std::move(task));
    }
    m_changed.notify_one();
}

void TaskLane::setIdleTask(std::chrono::milliseconds after, Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_idleAfter = after;
        m_idle = std::move(task);
    }
    m_changed.notify_all();
}

void TaskLane::finish(const Task& last)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isFinishing)
            return;
        m_isFinishing = true;
        m_last = last;
    }
    m_changed.notify_all();
    for (const auto& thread : m_threads)
        thread->wait();
    // After the lock each thread took last, which also tells a checker of threads that all they did is over.
    const std::lock_guard lock(m_mutex);
    m_last = {};
}

void TaskLane::loop(int thread)
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        const auto isReady = [this] { return m_isFinishing || !m_tasks.empty(); };
        const bool isIdling = thread == 0 && m_idle;
        if (isIdling) {
            if (!m_changed.wait_for(lock, m_idleAfter, isReady)) {
                const Task idle = m_idle;
                lock.unlock();
                idle(thread);
                lock.lock();
                continue;
            }
        } else {
            m_changed.wait(lock, [&] { return isReady() || (thread == 0 && m_idle); });
            if (!isReady())
                continue;
        }
        if (m_tasks.empty())
            break;
        {
            const Task task = std::move(m_tasks.front());
            m_tasks.pop_front();
            lock.unlock();
            task(thread);
        } // a task's captures are released before the lock is taken again
        lock.lock();
    }
    const Task last = m_last;
    lock.unlock();
    if (last)
        last(thread);
    lock.lock();
}

} // namespace yoyo
