// SPDX-License-Identifier: Apache-2.0
#include "tests/central/body_coding.h"

#include <QCryptographicHash>

#include <zlib.h>

namespace yoyo::service {

constexpr int gzipWindow = 15 + 16; // 15 bits, gzip framing only
constexpr qsizetype ratioFreeBytes = 64 * 1024;
constexpr qsizetype maximumRatio = 100;

QByteArray gzip(const QByteArray& plain)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib cannot start");
    QByteArray out(qsizetype(deflateBound(&stream, uLong(plain.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.constData()));
    stream.avail_in = uInt(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

static Error tooLarge(qsizetype maximum)
{
    return Error(ErrorCode::PayloadTooLarge, QStringLiteral("decoded body over its limit"),
                 {{QStringLiteral("limit"), maximum}});
}

Result<QByteArray> gunzip(const QByteArray& coded, qsizetype maximum)
{
    z_stream stream{};
    if (inflateInit2(&stream, gzipWindow) != Z_OK)
        return Error(ErrorCode::InternalError, QStringLiteral("zlib cannot start"));
    struct End
    {
        z_stream* stream;
        ~End() { inflateEnd(stream); }
    } end{&stream};

    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(coded.constData()));
    stream.avail_in = uInt(coded.size());
    QByteArray out;
    char chunk[16 * 1024];
    for (;;) {
        stream.next_out = reinterpret_cast<Bytef*>(chunk);
        stream.avail_out = sizeof chunk;
        const int state = inflate(&stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END)
            return Error(ErrorCode::RequestMalformed, QStringLiteral("not a complete gzip stream"));
        const qsizetype got = qsizetype(sizeof chunk - stream.avail_out);
        if (out.size() + got > maximum)
            return tooLarge(maximum);
        out.append(chunk, got);
        if (out.size() > ratioFreeBytes && out.size() > maximumRatio * coded.size())
            return tooLarge(maximum);
        if (state == Z_STREAM_END) {
            if (stream.avail_in != 0)
                return Error(ErrorCode::RequestMalformed, QStringLiteral("bytes after the gzip stream"));
            return out;
        }
        if (got == 0 && stream.avail_in == 0)
            return Error(ErrorCode::RequestMalformed, QStringLiteral("gzip stream cut short"));
    }
}

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray contentDigest(const QByteArray& wireBytes)
{
    return "sha-256=:" + sha256(wireBytes).toBase64() + ':';
}

bool contentDigestMatches(const QByteArray& header, const QByteArray& wireBytes)
{
    for (const QByteArray& entry : header.split(',')) {
        const QByteArray member = entry.trimmed();
        if (member.startsWith("sha-256="))
            return member == contentDigest(wireBytes);
    }
    return false;
}

} // namespace yoyo::service
