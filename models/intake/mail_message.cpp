// SPDX-License-Identifier: Apache-2.0
#include "models/intake/mail_message.h"

#include "models/intake/cp932.h"
#include "models/intake/encoding.h"

#include <QHash>
#include <QList>
#include <QRegularExpression>

namespace yoyo {

namespace {

constexpr qsizetype largestMessage = 10 * 1024 * 1024;
constexpr int deepestNesting = 8;
constexpr int mostParts = 200;

struct Entity
{
    QHash<QByteArray, QByteArray> headers; ///< lower-case names, unfolded, the first of each
    QByteArray body;
};

std::optional<Entity> split(const QByteArray& bytes)
{
    Entity out;
    qsizetype at = 0;
    QByteArray name;
    bool hasHeader = false;
    while (at < bytes.size()) {
        qsizetype end = bytes.indexOf('\n', at);
        if (end < 0)
            end = bytes.size();
        QByteArray line = bytes.mid(at, end - at);
        at = end + 1;
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.isEmpty()) {
            out.body = bytes.mid(at);
            return out;
        }
        if ((line[0] == ' ' || line[0] == '\t')) {
            if (!name.isEmpty())
                out.headers[name] += ' ' + line.trimmed();
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0) {
            if (!hasHeader && line.startsWith("From "))
                continue; // mbox
            return std::nullopt;
        }
        const QByteArray key = line.left(colon).trimmed().toLower();
        hasHeader = true;
        // A repeated header must not add to the first one.
        name = out.headers.contains(key) ? QByteArray() : key;
        if (!name.isEmpty())
            out.headers.insert(key, line.mid(colon + 1).trimmed());
    }
    return hasHeader ? std::optional(out) : std::nullopt;
}

/// "text/plain; charset=\"utf-8\"; boundary=x": value and one parameter (RFC 2045).
QByteArray headerValue(const QByteArray& header)
{
    const qsizetype semicolon = header.indexOf(';');
    return (semicolon < 0 ? header : header.left(semicolon)).trimmed().toLower();
}

QByteArray headerParameter(const QByteArray& header, const QByteArray& wanted)
{
    qsizetype at = header.indexOf(';');
    while (at >= 0 && at < header.size()) {
        ++at;
        const qsizetype equals = header.indexOf('=', at);
        if (equals < 0)
            return {};
        const QByteArray name = header.mid(at, equals - at).trimmed().toLower();
        qsizetype i = equals + 1;
        while (i < header.size() && (header[i] == ' ' || header[i] == '\t'))
            ++i;
        QByteArray value;
        if (i < header.size() && header[i] == '"') {
            ++i;
            while (i < header.size() && header[i] != '"') {
                if (header[i] == '\\' && i + 1 < header.size())
                    ++i;
                value += header[i++];
            }
            at = header.indexOf(';', i);
        } else {
            at = header.indexOf(';', i);
            value = header.mid(i, at < 0 ? -1 : at - i).trimmed();
        }
        if (name == wanted)
            return value;
    }
    return {};
}

int hexValue(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

QByteArray fromQuotedPrintable(const QByteArray& in, bool isHeader)
{
    QByteArray out;
    out.reserve(in.size());
    for (qsizetype i = 0; i < in.size(); ++i) {
        if (isHeader && in[i] == '_') {
            out += ' ';
        } else if (in[i] == '=') {
            qsizetype end = i + 1;
            while (!isHeader && end < in.size() && (in[end] == ' ' || in[end] == '\t'))
                ++end;
            if (!isHeader && end < in.size() && (in[end] == '\n' || (in[end] == '\r' && end + 1 < in.size() && in[end + 1] == '\n'))) {
                i = in[end] == '\r' ? end + 1 : end; // soft line break
                continue;
            }
            const int high = i + 1 < in.size() ? hexValue(in[i + 1]) : -1;
            const int low = i + 2 < in.size() ? hexValue(in[i + 2]) : -1;
            if (high < 0 || low < 0) {
                out += '='; // not an escape: kept
                continue;
            }
            out += char(high << 4 | low);
            i += 2;
        } else {
            out += in[i];
        }
    }
    return out;
}

QByteArray decodedBody(const Entity& entity)
{
    const QByteArray encoding = headerValue(entity.headers.value("content-transfer-encoding"));
    if (encoding == "base64")
        return QByteArray::fromBase64(entity.body);
    if (encoding == "quoted-printable")
        return fromQuotedPrintable(entity.body, false);
    return entity.body;
}

/// The bodies between "--boundary" lines.
QList<QByteArray> partsOf(const QByteArray& body, const QByteArray& boundary)
{
    QList<QByteArray> out;
    const QByteArray mark = "--" + boundary;
    qsizetype start = -1;
    qsizetype at = 0;
    while (at <= body.size() && out.size() < mostParts) {
        qsizetype end = body.indexOf('\n', at);
        if (end < 0)
            end = body.size();
        const QByteArray line = body.mid(at, end - at).trimmed();
        const bool isClosing = line == mark + "--";
        if (line == mark || isClosing) {
            if (start >= 0)
                out.append(body.mid(start, at - start));
            start = end + 1;
            if (isClosing)
                return out;
        }
        at = end + 1;
    }
    if (start >= 0 && start < body.size() && out.size() < mostParts)
        out.append(body.mid(start)); // the closing line is missing
    return out;
}

struct Texts
{
    QString plain;
    QString html;
    int parts = 0;
};

bool collect(const Entity& entity, int depth, Texts& out)
{
    if (depth > deepestNesting || ++out.parts > mostParts)
        return false;
    const QByteArray type = entity.headers.value("content-type", "text/plain");
    const QByteArray kind = headerValue(type);
    if (headerValue(entity.headers.value("content-disposition")) == "attachment" && kind != "message/rfc822")
        return true;
    if (kind.startsWith("multipart/")) {
        const QByteArray boundary = headerParameter(type, "boundary");
        if (boundary.isEmpty())
            return true;
        for (const QByteArray& part : partsOf(entity.body, boundary)) {
            // A part may begin with its body: then a blank line stands in front.
            const auto inner = split(part);
            if (inner && !collect(*inner, depth + 1, out))
                return false;
        }
    } else if (kind == "message/rfc822") {
        const auto inner = split(decodedBody(entity));
        return !inner || collect(*inner, depth + 1, out);
    } else if (kind == "text/plain" || kind == "text/html" || kind.isEmpty()) {
        QString text = textFromCharset(decodedBody(entity), headerParameter(type, "charset"));
        text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
        (kind == "text/html" ? out.html : out.plain) += QString(text + u'\n');
    }
    return true;
}

} // namespace

QString textFromIso2022Jp(const QByteArray& bytes)
{
    enum class Set { Ascii, Kana, Kanji, Unknown };
    Set set = Set::Ascii;
    QString out;
    for (qsizetype i = 0; i < bytes.size();) {
        const auto c = static_cast<unsigned char>(bytes[i]);
        if (c == 0x1b) {
            const QByteArray three = bytes.mid(i, 3);
            if (three == "\x1b(B" || three == "\x1b(J")
                set = Set::Ascii;
            else if (three == "\x1b(I")
                set = Set::Kana;
            else if (three == "\x1b$B" || three == "\x1b$@")
                set = Set::Kanji;
            else if (three == "\x1b$(") {
                set = Set::Unknown; // JIS X 0212 and others
                ++i;
            } else {
                ++i; // a lone escape says nothing
                continue;
            }
            i += 3;
            continue;
        }
        if (c == '\n' || c == '\r')
            set = Set::Ascii; // RFC 1468: lines end in ASCII
        if (set == Set::Ascii || c <= 0x20) {
            out += QChar(char16_t(c < 0x80 ? c : 0xfffd));
            ++i;
        } else if (set == Set::Kana) {
            out += QChar(char16_t(c >= 0x21 && c <= 0x5f ? 0xff61 + c - 0x21 : 0xfffd));
            ++i;
        } else {
            const unsigned char d = i + 1 < bytes.size() ? static_cast<unsigned char>(bytes[i + 1]) : 0;
            char16_t character = 0xfffd;
            if (set == Set::Kanji && c >= 0x21 && c <= 0x7e && d >= 0x21 && d <= 0x7e) {
                // JIS row and cell to the Shift_JIS bytes of the same character.
                const int lead = ((c - 0x21) >> 1) + (c <= 0x5e ? 0x81 : 0xc1);
                const int trail = c % 2 == 1 ? d + (d <= 0x5f ? 0x1f : 0x20) : d + 0x7e;
                character = cp932Character(static_cast<unsigned char>(lead), static_cast<unsigned char>(trail));
            }
            out += QChar(character);
            i += d > 0x20 ? 2 : 1;
        }
    }
    return out;
}

QString textFromCharset(const QByteArray& bytes, const QByteArray& charset)
{
    const QByteArray name = charset.trimmed().toLower();
    const std::string_view view(bytes.constData(), std::size_t(bytes.size()));
    bool bad = false;
    validUtf8(view, true, &bad);
    const auto cp932 = [&bytes] { return textFromCp932(bytes); };
    const bool isSjisName = name == "shift_jis" || name == "sjis" || name == "windows-31j" || name == "cp932" || name == "x-sjis" || name == "ms_kanji";
    if (name.startsWith("iso-2022-jp"))
        return textFromIso2022Jp(bytes);
    if (isSjisName) {
        if (const auto text = cp932())
            return *text;
    }
    // Mails often lie about their charset: what is valid UTF-8 is UTF-8; escapes say ISO-2022-JP.
    if (!bad && (bytes.contains("\x1b$") || bytes.contains("\x1b(I")))
        return textFromIso2022Jp(bytes);
    if (!bad) {
        QString text = QString::fromUtf8(bytes);
        if (text.startsWith(QChar(0xfeff)))
            text.remove(0, 1);
        return text;
    }
    if (const auto text = cp932())
        return *text;
    return QString::fromUtf8(bytes); // replacement characters where it fits nothing
}

QString decodeEncodedWords(const QByteArray& header)
{
    static const QRegularExpression word(QStringLiteral("=\\?([^?\\s]{1,40})\\?([bBqQ])\\?([^?]*)\\?="));
    const QString text = QString::fromUtf8(header);
    QString out;
    qsizetype at = 0;
    QByteArray pending; // adjacent words of one charset are joined first: a character may be cut between them
    QByteArray pendingCharset;
    const auto flush = [&] {
        if (!pending.isEmpty())
            out += textFromCharset(pending, pendingCharset);
        pending.clear();
    };
    for (auto it = word.globalMatch(text); it.hasNext();) {
        const auto m = it.next();
        const QString between = text.mid(at, m.capturedStart() - at);
        if (at == 0 || !QStringView(between).trimmed().isEmpty()) {
            flush();
            out += between;
        }
        const QByteArray charset = m.captured(1).section(u'*', 0, 0).toLatin1().toLower();
        const QByteArray payload = m.captured(3).toLatin1();
        if (charset != pendingCharset || charset.startsWith("iso-2022"))
            flush();
        pendingCharset = charset;
        pending += m.captured(2).toLower() == QLatin1String("b") ? QByteArray::fromBase64(payload) : fromQuotedPrintable(payload, true);
        at = m.capturedEnd();
    }
    flush();
    out += text.mid(at);
    return out.simplified();
}

QString textFromHtml(const QString& html)
{
    QString text;
    text.reserve(html.size());
    static const QRegularExpression hidden(QStringLiteral("<(script|style|head)\\b[^>]*>.*?</\\1\\s*>"),
                                           QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    QString visible = html;
    visible.remove(hidden);
    for (qsizetype i = 0; i < visible.size(); ++i) {
        if (visible[i] == u'\n' || visible[i] == u'\r') {
            text += u' ';
            continue;
        }
        if (visible[i] != u'<') {
            text += visible[i];
            continue;
        }
        const qsizetype end = visible.indexOf(u'>', i);
        if (end < 0)
            break;
        const QString tag = visible.mid(i + 1, end - i - 1).trimmed().toLower();
        if (tag.startsWith(QLatin1String("br")) || tag.startsWith(QLatin1String("/p")) || tag.startsWith(QLatin1String("/tr"))
            || tag.startsWith(QLatin1String("/div")) || tag.startsWith(QLatin1String("/li")) || tag.startsWith(QLatin1String("/h"))
            || tag.startsWith(QLatin1String("/table")))
            text += u'\n';
        else if (tag.startsWith(QLatin1String("/td")) || tag.startsWith(QLatin1String("/th")))
            text += u'\t';
        i = end;
    }
    static const QRegularExpression entity(QStringLiteral("&(#\\d{1,7}|#x[0-9a-fA-F]{1,6}|lt|gt|amp|quot|apos|nbsp);"));
    QString out;
    qsizetype at = 0;
    for (auto it = entity.globalMatch(text); it.hasNext();) {
        const auto m = it.next();
        out += text.mid(at, m.capturedStart() - at);
        at = m.capturedEnd();
        const QString name = m.captured(1);
        char32_t code = U' ';
        if (name.startsWith(QLatin1String("#x")))
            code = name.mid(2).toUInt(nullptr, 16);
        else if (name.startsWith(u'#'))
            code = name.mid(1).toUInt();
        else if (name != QLatin1String("nbsp"))
            code = name == QLatin1String("lt") ? U'<' : name == QLatin1String("gt") ? U'>' : name == QLatin1String("amp") ? U'&' : name == QLatin1String("quot") ? U'"' : U'\'';
        if (code < 0x110000 && !(code >= 0xd800 && code < 0xe000) && code != 0)
            out += QStringView(QChar::fromUcs4(code));
    }
    out += text.mid(at);
    return out;
}

bool looksLikeMail(const QByteArray& bytes)
{
    static const QRegularExpression header(
        QStringLiteral("^(From |(Return-Path|Received|From|To|Subject|Date|Message-ID|MIME-Version|Content-Type|X-[A-Za-z0-9-]+|Delivered-To|Reply-To|DKIM-Signature):)"),
        QRegularExpression::CaseInsensitiveOption);
    QByteArray start = bytes.left(200);
    if (start.startsWith("\xef\xbb\xbf"))
        start.remove(0, 3);
    return header.match(QString::fromLatin1(start)).hasMatch() && (bytes.contains("\n\n") || bytes.contains("\r\n\r\n"));
}

Result<MailMessage> readMail(const QByteArray& bytes)
{
    if (bytes.size() > largestMessage)
        return Error(ErrorCode::MessageMalformed, QStringLiteral("too large"));
    const auto entity = split(bytes.startsWith("\xef\xbb\xbf") ? bytes.mid(3) : bytes);
    if (!entity)
        return Error(ErrorCode::MessageMalformed, QStringLiteral("no header"));
    Texts texts;
    if (!collect(*entity, 0, texts))
        return Error(ErrorCode::MessageMalformed, QStringLiteral("too many parts"));
    MailMessage out;
    out.subject = decodeEncodedWords(entity->headers.value("subject"));
    out.text = QStringView(texts.plain).trimmed().isEmpty() ? textFromHtml(texts.html) : texts.plain;
    if (QStringView(out.text).trimmed().isEmpty())
        return Error(ErrorCode::MessageMalformed, QStringLiteral("no text"));
    return out;
}

} // namespace yoyo
