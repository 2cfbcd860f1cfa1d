// SPDX-License-Identifier: Apache-2.0
#include "tests/support/service_process.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QRegularExpression>
#include <QThread>

#include <signal.h>
#include <sys/prctl.h>

namespace yoyo::test {

constexpr std::chrono::seconds startPatience{90}; // sanitizers and a full machine

ServiceProcess::ServiceProcess(QStringList arguments) : m_arguments(std::move(arguments))
{
}

ServiceProcess::~ServiceProcess()
{
    kill();
}

bool ServiceProcess::start()
{
    return launch(0);
}

bool ServiceProcess::restart()
{
    stop();
    return launch(m_port);
}

bool ServiceProcess::launch(int port)
{
    if (!m_directory.isValid())
        return false;
    m_output.clear();
    m_process = std::make_unique<QProcess>();
    m_process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process->start(QStringLiteral(YOYO_CENTRAL_PROGRAM),
                     QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port),
                                 QStringLiteral("--data"), directory()}
                         + m_arguments);
    static const QRegularExpression listening(QStringLiteral("^listening https://127\\.0\\.0\\.1:(\\d+)$"));
    static const QRegularExpression account(QStringLiteral("^demo account (\\S+) password (\\S+)$"));
    for (;;) {
        const QString line = nextLine(startPatience);
        if (line.isNull()) {
            m_errorText = QStringLiteral("yoyo-central did not start: ") + log();
            return false;
        }
        if (const auto match = account.match(line); match.hasMatch()) {
            m_demoLoginId = match.captured(1);
            m_demoPassword = match.captured(2);
        }
        if (const auto match = listening.match(line); match.hasMatch()) {
            m_port = match.captured(1).toInt();
            return true;
        }
    }
}

QString ServiceProcess::nextLine(std::chrono::seconds patience)
{
    const QDeadlineTimer deadline(patience);
    for (;;) {
        m_output += m_process->readAllStandardOutput();
        m_log += m_process->readAllStandardError();
        const qsizetype end = m_output.indexOf('\n');
        if (end >= 0) {
            const QString line = QString::fromUtf8(m_output.left(end));
            m_output.remove(0, end + 1);
            return line;
        }
        if (m_process->state() == QProcess::NotRunning || deadline.hasExpired())
            return {};
        m_process->waitForReadyRead(int(qMin<qint64>(deadline.remainingTime(), 200)));
    }
}

int ServiceProcess::stop()
{
    if (!m_process || m_process->state() == QProcess::NotRunning)
        return -1;
    m_process->terminate();
    if (!m_process->waitForFinished(20'000)) {
        kill();
        return -1;
    }
    m_log += m_process->readAllStandardError();
    return m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
}

void ServiceProcess::kill()
{
    if (!m_process || m_process->state() == QProcess::NotRunning)
        return;
    m_process->kill();
    m_process->waitForFinished(10'000);
}

QString ServiceProcess::address() const
{
    return QStringLiteral("https://127.0.0.1:%1").arg(m_port);
}

QString ServiceProcess::caPath() const
{
    return m_directory.filePath(QStringLiteral("ca.pem"));
}

QString ServiceProcess::outbox() const
{
    return m_directory.filePath(QStringLiteral("outbox"));
}

QString ServiceProcess::sendCommand(const QString& line)
{
    m_process->write(line.toUtf8() + '\n');
    for (;;) {
        const QString answer = nextLine(std::chrono::seconds(30));
        if (answer.isNull() || answer.startsWith(QLatin1String("ok ")) || answer.startsWith(QLatin1String("refused:")))
            return answer;
    }
}

std::optional<OutboxMail> ServiceProcess::waitForMail(const std::function<bool(const OutboxMail&)>& wanted,
                                                      std::chrono::seconds patience) const
{
    const QDeadlineTimer deadline(patience);
    for (;;) {
        const QList<OutboxMail> all = readOutbox(outbox());
        for (auto it = all.crbegin(); it != all.crend(); ++it) {
            if (wanted(*it))
                return *it;
        }
        if (deadline.hasExpired())
            return std::nullopt;
        QThread::msleep(20); // another process writes; there is no signal to wait for
    }
}

std::optional<OutboxMail> ServiceProcess::waitForMailTo(const QString& to, const QStringList& before) const
{
    return waitForMail([&](const OutboxMail& mail) { return mail.to == to && !before.contains(mail.path); });
}

QString ServiceProcess::log()
{
    if (m_process)
        m_log += m_process->readAllStandardError();
    return QString::fromUtf8(m_log);
}

} // namespace yoyo::test
