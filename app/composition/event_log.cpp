// SPDX-License-Identifier: Apache-2.0
#include "app/composition/event_log.h"

#include "models/domain/clock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace yoyo {

constexpr qint64 largestFile = 256 * 1024;

static QString present(const QString& directory)
{
    return directory + QStringLiteral("/events.log");
}

static QString former(const QString& directory)
{
    return directory + QStringLiteral("/events.1.log");
}

EventLog::EventLog(QString directory, const Clock& clock) : m_directory(std::move(directory)), m_clock(clock)
{
    m_writer.setMaxThreadCount(1);
}

EventLog::~EventLog()
{
    m_writer.waitForDone();
}

void EventLog::note(QLatin1String event)
{
    append(event);
}

void EventLog::note(QLatin1String event, const Error& error)
{
    QString line = event + QLatin1Char(' ') + error.codeText();
    if (!error.requestId.isEmpty())
        line += QLatin1Char(' ') + error.requestId;
    append(line);
}

void EventLog::append(const QString& line)
{
    const QString whole = QStringLiteral("%1 %2 %3\n").arg(instantText(m_clock.nowUtc())).arg(QCoreApplication::applicationPid()).arg(line);
    m_writer.start([directory = m_directory, bytes = whole.toUtf8()] {
        if (!QDir(directory).exists())
            return; // before the first connect there is no profile to speak of
        QFile file(present(directory));
        if (file.size() > largestFile) {
            QFile::remove(former(directory));
            QFile::rename(present(directory), former(directory));
        }
        if (!file.open(QIODevice::WriteOnly | QIODevice::Append))
            return;
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(bytes);
    });
}

QStringList EventLog::linesSince(const QString& directory, const QDateTime& since)
{
    QStringList out;
    const QString first = instantText(since); // instants sort as texts
    for (const QString& path : {former(directory), present(directory)}) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString& line : lines) {
            if (line.left(first.size()) >= first)
                out.append(line);
        }
    }
    return out;
}

} // namespace yoyo
