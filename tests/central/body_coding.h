// SPDX-License-Identifier: Apache-2.0
// The coding of bodies, done here and not by the HTTP library: gzip through zlib with limits on decoded bytes and
// ratio, and Content-Digest (RFC 9530) over the bytes on the wire. Pure functions, any thread.
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

namespace yoyo::service {

QByteArray gzip(const QByteArray& plain);

/// Ensures at most `maximum` decoded bytes. PayloadTooLarge when the body would decode to more, or to more than
/// 100 times its own size (beyond the first 64 KiB); RequestMalformed when it is not one complete gzip stream.
Result<QByteArray> gunzip(const QByteArray& coded, qsizetype maximum);

QByteArray sha256(const QByteArray& bytes);

/// "sha-256=:…:"
QByteArray contentDigest(const QByteArray& wireBytes);
/// True when the header names a sha-256 and it is that of the bytes. Other algorithms are passed over.
bool contentDigestMatches(const QByteArray& header, const QByteArray& wireBytes);

} // namespace yoyo::service
