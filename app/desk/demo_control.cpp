// SPDX-License-Identifier: Apache-2.0
#include "app/desk/demo_control.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace yoyo {

std::optional<DemoControl> DemoControl::fromEnvironment()
{
    const QString directory = qEnvironmentVariable("YOYO_DEMO_DIR");
    if (directory.isEmpty() || !QFile::exists(directory + QStringLiteral("/control")))
        return std::nullopt;
    return DemoControl(directory);
}

bool DemoControl::send(const QByteArray& command) const
{
    // Non-blocking: a pipe nobody reads must not stop the window.
    const QByteArray path = QFile::encodeName(m_directory + QStringLiteral("/control"));
    const int pipe = ::open(path.constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    if (pipe < 0)
        return false;
    const QByteArray line = command + '\n';
    const bool isWritten = ::write(pipe, line.constData(), std::size_t(line.size())) == line.size();
    ::close(pipe);
    return isWritten;
}

static QString readMail(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString DemoControl::firstMail() const
{
    const QDir outbox(m_directory + QStringLiteral("/outbox"));
    const QStringList mails = outbox.entryList({QStringLiteral("*.eml")}, QDir::Files, QDir::Name);
    return mails.isEmpty() ? QString() : readMail(outbox.filePath(mails.first()));
}

QString DemoControl::newestMailTo(const QString& address) const
{
    const QDir outbox(m_directory + QStringLiteral("/outbox"));
    const QStringList mails = outbox.entryList({QStringLiteral("*.eml")}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString& name : mails) {
        const QString mail = readMail(outbox.filePath(name));
        if (mail.section(QStringLiteral("\n\n"), 0, 0).contains(address)
            || mail.section(QStringLiteral("\r\n\r\n"), 0, 0).contains(address))
            return mail;
    }
    return {};
}

} // namespace yoyo
