// SPDX-License-Identifier: Apache-2.0
// See mail_draft.h.
#include "ui/users/mail_draft.h"

#include <QStringList>

namespace yoyo {

/// RFC 2047 encoded words of at most 75 characters; never splits a character.
static QByteArray encodedHeader(const QString& text)
{
    QByteArray out;
    QByteArray part;
    const auto flush = [&] {
        if (part.isEmpty())
            return;
        if (!out.isEmpty())
            out += "\r\n ";
        out += "=?UTF-8?B?" + part.toBase64() + "?=";
        part.clear();
    };
    for (const uint point : text.toUcs4()) {
        const char32_t one = point;
        const QByteArray bytes = QString::fromUcs4(&one, 1).toUtf8();
        if (part.size() + bytes.size() > 42)
            flush();
        part += bytes;
    }
    flush();
    return out;
}

static QByteArray inLines(const QByteArray& base64)
{
    QByteArray out;
    for (qsizetype at = 0; at < base64.size(); at += 76)
        out += base64.mid(at, 76) + "\r\n";
    return out;
}

QByteArray MailDraft::toEml() const
{
    QString crlf = body;
    crlf.replace(QLatin1Char('\n'), QStringLiteral("\r\n"));
    // A line end in a header would begin another header.
    QString address = to;
    address.remove(QLatin1Char('\r')).remove(QLatin1Char('\n'));
    QString oneLine = subject;
    oneLine.replace(QLatin1Char('\n'), QLatin1Char(' ')).remove(QLatin1Char('\r'));
    return "To: " + address.toUtf8() + "\r\nSubject: " + encodedHeader(oneLine)
           + "\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
             "Content-Transfer-Encoding: base64\r\n\r\n"
           + inLines(crlf.toUtf8().toBase64());
}

QString MailDraft::toPlainText() const
{
    return QStringList{to, subject, QString(), body}.join(QLatin1Char('\n'));
}

} // namespace yoyo
