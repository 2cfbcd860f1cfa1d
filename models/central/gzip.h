// SPDX-License-Identifier: Apache-2.0
// gzip by zlib, in pieces and with limits, because neither QNetworkAccessManager nor the other end is to be
// trusted with how large a body becomes. Any thread.
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

#include <memory>

struct z_stream_s;

namespace yoyo {

QByteArray gzipped(const QByteArray& plain);

struct DecodeLimits
{
    qint64 maximumBytes = 64LL * 1024 * 1024;
    /// Decoded to coded bytes; counted only above `ratioFreeBytes`, as small bodies may well repeat
    /// themselves.
    int maximumRatio = 200;
    qint64 ratioFreeBytes = 1024 * 1024;
};

class GzipDecoder
{
public:
    explicit GzipDecoder(const DecodeLimits& limits);
    ~GzipDecoder();
    GzipDecoder(const GzipDecoder&) = delete;
    GzipDecoder& operator=(const GzipDecoder&) = delete;

    /// Appends what `coded` unfolds to. E-SRV-016 for bytes that are not gzip, for anything after the end,
    /// and past the limits; the decoder is of no more use then.
    Result<void> feed(const QByteArray& coded, QByteArray& out);
    /// The trailer was there and its checksum right.
    bool isComplete() const { return m_isComplete; }

private:
    DecodeLimits m_limits;
    std::unique_ptr<z_stream_s> m_stream;
    qint64 m_coded = 0;
    qint64 m_decoded = 0;
    bool m_isComplete = false;
};

} // namespace yoyo
