// SPDX-License-Identifier: Apache-2.0
#include "models/central/content_digest.h"

#include <QCryptographicHash>
#include <QList>

namespace yoyo {

QByteArray contentDigestHeader(const QByteArray& sha256)
{
    return "sha-256=:" + sha256.toBase64() + ":";
}

QByteArray contentDigestOf(const QByteArray& wireBytes)
{
    return contentDigestHeader(QCryptographicHash::hash(wireBytes, QCryptographicHash::Sha256));
}

bool contentDigestMatches(const QByteArray& header, const QByteArray& sha256)
{
    const QByteArray wanted = contentDigestHeader(sha256);
    const QList<QByteArray> members = header.split(',');
    for (const QByteArray& member : members) {
        if (member.trimmed() == wanted)
            return true;
    }
    return false;
}

} // namespace yoyo
