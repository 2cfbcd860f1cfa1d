// SPDX-License-Identifier: Apache-2.0
// What the program did, for the helpdesk: one line per event in the profile's folder, made of our own words, codes and
// request ids only, so that no name, number or secret can get into it. Kept small by itself. Written on a thread of its
// own; a log that cannot be written disturbs nobody.
#pragma once

#include "models/domain/result.h"

#include <QDateTime>
#include <QLatin1String>
#include <QStringList>
#include <QThreadPool>

namespace yoyo {

class Clock;

class EventLog
{
public:
    EventLog(QString directory, const Clock& clock);
    /// Waits until everything is written.
    ~EventLog();

    /// `event` is a word of this program.
    void note(QLatin1String event);
    void note(QLatin1String event, const Error& error);

    /// The lines of both files from `since` on, oldest first.
    static QStringList linesSince(const QString& directory, const QDateTime& since);

private:
    void append(const QString& line);

    QString m_directory;
    const Clock& m_clock;
    QThreadPool m_writer;
};

} // namespace yoyo
