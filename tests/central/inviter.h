// SPDX-License-Identifier: Apache-2.0
// Makes and mails temporary passwords in the background, one after the other: scrypt takes its time, and a push that
// registers a hundred users must not wait for it. What is due is kept in the database and survives a restart.
#pragma once

#include <QList>
#include <QUuid>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace yoyo::service {

class Inviter
{
public:
    explicit Inviter(std::function<void(const QUuid&)> deliver);
    ~Inviter();

    void add(const QList<QUuid>& users);
    /// Until everything added so far is done.
    void wait();

private:
    void run();

    std::function<void(const QUuid&)> m_deliver;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<QUuid> m_due;
    bool m_isBusy = false;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace yoyo::service
