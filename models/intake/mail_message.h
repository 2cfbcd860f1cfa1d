// SPDX-License-Identifier: Apache-2.0
// A mail (.eml, RFC 5322 and MIME) down to its subject and readable text. Charsets: UTF-8, ISO-2022-JP, CP932,
// US-ASCII. Hostile input ends in an error or in less text, never in a crash, a loop or unbounded memory.
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

namespace yoyo {

struct MailMessage
{
    QString subject; ///< RFC 2047 decoded
    QString text; ///< the text/plain part, or the text/html part without its tags; LF line ends
};

/// Does it begin with header lines as an .eml does?
bool looksLikeMail(const QByteArray& bytes);
/// E-INTK-011 when there is no header, no text, nesting deeper than 8, or more than 10 MB.
Result<MailMessage> readMail(const QByteArray& bytes);

/// RFC 2047 encoded words; what cannot be decoded stays as it is.
QString decodeEncodedWords(const QByteArray& header);
/// Bytes of a charset by its MIME name; an unknown or wrong name falls back to whatever fits.
QString textFromCharset(const QByteArray& bytes, const QByteArray& charset);
QString textFromIso2022Jp(const QByteArray& bytes);
/// Tags away, block ends to line feeds, cells to tabs, entities resolved.
QString textFromHtml(const QString& html);

} // namespace yoyo
