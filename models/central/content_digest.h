// SPDX-License-Identifier: Apache-2.0
// The Content-Digest header (RFC 9530), sha-256 only, over the bytes as they travel.
#pragma once

#include <QByteArray>

namespace yoyo {

/// "sha-256=:<base64>:" of a finished SHA-256.
QByteArray contentDigestHeader(const QByteArray& sha256);
QByteArray contentDigestOf(const QByteArray& wireBytes);
/// Whether the header holds this sha-256 (other algorithms beside it are left alone).
bool contentDigestMatches(const QByteArray& header, const QByteArray& sha256);

} // namespace yoyo
