// SPDX-License-Identifier: Apache-2.0
// A small ZIP archive (APPNOTE 6.3.2, deflate, UTF-8 names) made in memory: for what goes to the helpdesk, not for data.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace yoyo {

class ZipFile
{
public:
    /// `time` is local, as ZIP has it.
    explicit ZipFile(const QDateTime& time);
    /// At most 65,535 files, and less than 4 GB altogether.
    void add(const QString& name, const QByteArray& content);
    /// The archive; nothing may be added afterwards.
    QByteArray finished();

private:
    quint16 m_time;
    quint16 m_date;
    QByteArray m_bytes;
    QByteArray m_directory;
    quint16 m_count = 0;
};

} // namespace yoyo
