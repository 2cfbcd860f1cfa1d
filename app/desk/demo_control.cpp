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

static QString readText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

static QString mailAt(const QString& directory, QDir::SortFlags order)
{
    const QDir outbox(directory + QStringLiteral("/outbox"));
    const QStringList mails = outbox.entryList({QStringLiteral("*.eml")}, QDir::Files, order);
    return mails.isEmpty() ? QString() : readText(outbox.filePath(mails.first()));
}

QString DemoControl::firstMail() const
{
    return mailAt(m_directory, QDir::Name);
}

DemoControl::Account DemoControl::readyAccount() const
{
    const QStringList lines = readText(m_directory + QStringLiteral("/out")).split(QLatin1Char('\n'));
    for (const QString& line : lines) {
        const QStringList words = line.split(QLatin1Char(' '));
        if (line.startsWith(QLatin1String("demo account ")) && words.size() == 5)
            return {words.at(2), words.at(4)};
    }
    return {};
}

QString DemoControl::newestMail() const
{
    return mailAt(m_directory, QDir::Name | QDir::Reversed);
}

} // namespace yoyo
