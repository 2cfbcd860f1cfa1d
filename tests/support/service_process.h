// SPDX-License-Identifier: Apache-2.0
// The real yoyo-central as a child process on a free port of 127.0.0.1, with a folder of its own. It ends with this
// object, and with the test program when that dies first. One thread; the thread that starts it must outlive it.
#pragma once

#include "tests/support/outbox_mail.h"

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace yoyo::test {

class ServiceProcess
{
public:
    /// Not yet started. `arguments` come after --listen and --data.
    explicit ServiceProcess(QStringList arguments = {QStringLiteral("--demo")});
    ~ServiceProcess();

    /// Waits for the line "listening …". False, with errorText(), when it does not come.
    bool start();
    /// SIGTERM, waits for the end; the exit code, or -1 when it had to be killed.
    int stop();
    /// kill -9: what a power cut leaves.
    void kill();
    /// Stops and starts again over the same data and on the same port.
    bool restart();

    QString address() const; ///< "https://127.0.0.1:PORT"
    int port() const { return m_port; }
    QString directory() const { return m_directory.path(); }
    QString caPath() const;
    QString outbox() const;
    /// The account ready to use, from the line "demo account … password …".
    QString demoLoginId() const { return m_demoLoginId; }
    QString demoPassword() const { return m_demoPassword; }

    /// Sends a line to standard input and waits for its answer ("ok …" or "refused: …"); empty when none comes.
    QString sendCommand(const QString& line);
    /// Waits until a mail is in the outbox for which `wanted` holds; the newest such.
    std::optional<OutboxMail> waitForMail(const std::function<bool(const OutboxMail&)>& wanted,
                                          std::chrono::seconds patience = std::chrono::seconds(20)) const;
    /// Waits for a mail to that address which is not among `before` (paths).
    std::optional<OutboxMail> waitForMailTo(const QString& to, const QStringList& before = {}) const;

    /// Standard error so far: one line per request.
    QString log();
    QString errorText() const { return m_errorText; }

private:
    bool launch(int port);
    QString nextLine(std::chrono::seconds patience);

    QTemporaryDir m_directory;
    QStringList m_arguments;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_output;
    QByteArray m_log;
    QString m_errorText;
    QString m_demoLoginId;
    QString m_demoPassword;
    int m_port = 0;
};

} // namespace yoyo::test
