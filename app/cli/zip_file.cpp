// SPDX-License-Identifier: Apache-2.0
#include "app/cli/zip_file.h"

#include <zlib.h>

namespace yoyo {

namespace {

constexpr quint16 versionNeeded = 20;
constexpr quint16 namesAreUtf8 = 0x0800;
constexpr quint16 deflateMethod = 8;

void put16(QByteArray& out, quint16 value)
{
    out.append(char(value & 0xff));
    out.append(char(value >> 8));
}

void put32(QByteArray& out, quint32 value)
{
    put16(out, quint16(value & 0xffff));
    put16(out, quint16(value >> 16));
}

/// Raw deflate, without zlib's header.
QByteArray deflated(const QByteArray& content)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib refuses its parameters");
    QByteArray out(qsizetype(deflateBound(&stream, uLong(content.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.constData()));
    stream.avail_in = uInt(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH); // the buffer is large enough by deflateBound()
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

} // namespace

ZipFile::ZipFile(const QDateTime& time)
    : m_time(quint16(time.time().hour() << 11 | time.time().minute() << 5 | time.time().second() / 2)),
      m_date(quint16((time.date().year() - 1980) << 9 | time.date().month() << 5 | time.date().day()))
{
}

void ZipFile::add(const QString& name, const QByteArray& content)
{
    const QByteArray utf8 = name.toUtf8();
    const QByteArray packed = deflated(content);
    QByteArray common; // what the local header and the directory say alike
    put16(common, versionNeeded);
    put16(common, namesAreUtf8);
    put16(common, deflateMethod);
    put16(common, m_time);
    put16(common, m_date);
    put32(common, quint32(crc32(0, reinterpret_cast<const Bytef*>(content.constData()), uInt(content.size()))));
    put32(common, quint32(packed.size()));
    put32(common, quint32(content.size()));
    put16(common, quint16(utf8.size()));
    put16(common, 0);

    const auto offset = quint32(m_bytes.size());
    m_bytes += "PK\x03\x04" + common + utf8 + packed;

    m_directory += "PK\x01\x02";
    put16(m_directory, versionNeeded);
    m_directory += common;
    put16(m_directory, 0); // comment
    put16(m_directory, 0); // disk
    put16(m_directory, 0); // internal attributes
    put32(m_directory, 0); // external attributes
    put32(m_directory, offset);
    m_directory += utf8;
    ++m_count;
}

QByteArray ZipFile::finished()
{
    QByteArray out = m_bytes + m_directory + "PK\x05\x06";
    put16(out, 0);
    put16(out, 0);
    put16(out, m_count);
    put16(out, m_count);
    put32(out, quint32(m_directory.size()));
    put32(out, quint32(m_bytes.size()));
    put16(out, 0);
    return out;
}

} // namespace yoyo
