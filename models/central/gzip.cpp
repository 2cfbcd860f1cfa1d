// SPDX-License-Identifier: Apache-2.0
#include "models/central/gzip.h"

#include <zlib.h>

namespace yoyo {

constexpr int gzipWindow = 15 + 16; // 15 bits of window; 16 asks zlib for the gzip wrapper
constexpr qsizetype pieceBytes = 64 * 1024;

QByteArray gzipped(const QByteArray& plain)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib: deflateInit2");
    QByteArray out(qsizetype(deflateBound(&stream, uLong(plain.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.constData()));
    stream.avail_in = uInt(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    const int end = deflate(&stream, Z_FINISH);
    Q_ASSERT(end == Z_STREAM_END);
    Q_UNUSED(end);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

static Error invalid(const char* reason)
{
    return Error(ErrorCode::ReplyInvalid, QStringLiteral("gzip body"),
                 {{QStringLiteral("reason"), QString::fromLatin1(reason)}});
}

GzipDecoder::GzipDecoder(const DecodeLimits& limits)
    : m_limits(limits), m_stream(std::make_unique<z_stream>())
{
    if (inflateInit2(m_stream.get(), gzipWindow) != Z_OK)
        qFatal("zlib: inflateInit2");
}

GzipDecoder::~GzipDecoder()
{
    inflateEnd(m_stream.get());
}

Result<void> GzipDecoder::feed(const QByteArray& coded, QByteArray& out)
{
    m_stream->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(coded.constData()));
    m_stream->avail_in = uInt(coded.size());
    m_coded += coded.size();
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    while (m_stream->avail_in > 0 || m_stream->avail_out == 0) {
        if (m_isComplete)
            return m_stream->avail_in > 0 ? Result<void>(invalid("bytes-after-end")) : Result<void>();
        m_stream->next_out = reinterpret_cast<Bytef*>(piece.data());
        m_stream->avail_out = uInt(piece.size());
        const int status = inflate(m_stream.get(), Z_NO_FLUSH);
        if (status == Z_BUF_ERROR)
            return {}; // wants more input
        if (status != Z_OK && status != Z_STREAM_END)
            return invalid("not-gzip");
        const qsizetype made = piece.size() - qsizetype(m_stream->avail_out);
        m_decoded += made;
        if (m_decoded > m_limits.maximumBytes)
            return invalid("too-large");
        if (m_decoded > m_limits.ratioFreeBytes && m_decoded / m_limits.maximumRatio > m_coded)
            return invalid("ratio");
        out.append(piece.constData(), made);
        m_isComplete = status == Z_STREAM_END;
    }
    return {};
}

} // namespace yoyo
