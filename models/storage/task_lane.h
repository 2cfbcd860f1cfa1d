// SPDX-License-Identifier: Apache-2.0
// Threads that run tasks in the order they were given: one thread for the writer, a few for the readers.
#pragma once

#include <QString>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

class QThread;

namespace yoyo {

class TaskLane
{
public:
    /// A task gets the number of the thread that runs it, from 0.
    using Task = std::function<void(int thread)>;
    TaskLane(const QString& name, int threads);
    ~TaskLane();
    TaskLane(const TaskLane&) = delete;
    TaskLane& operator=(const TaskLane&) = delete;

    /// Any thread. Ignored after finish().
    void add(Task task);
    /// Runs `task` on thread 0 whenever the lane was idle for so long. Before the first add().
    void setIdleTask(std::chrono::milliseconds after, Task task);
    /// Runs what is queued, then `last` once on each thread, and joins. Not from one of the lane's threads.
    void finish(const Task& last);

private:
    void loop(int thread);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Task> m_tasks;
    Task m_last;
    Task m_idle;
    std::chrono::milliseconds m_idleAfter{0};
    bool m_isFinishing = false;
    std::vector<std::unique_ptr<QThread>> m_threads;
};

} // namespace yoyo
