// SPDX-License-Identifier: Apache-2.0
#include "tests/support/outbox_mail.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace yoyo::test {

static QString decodedWords(const QString& header)
{
    static const QRegularExpression word(QStringLiteral("=\\?UTF-8\\?B\\?([A-Za-z0-9+/=]*)\\?="));
    QByteArray out;
    auto it = word.globalMatch(header);
    if (!it.hasNext())
        return header;
    while (it.hasNext())
        out += QByteArray::fromBase64(it.next().captured(1).toLatin1());
    return QString::fromUtf8(out);
}

static QString lineValue(const QString& body, const QString& label)
{
    for (const QString& line : body.split(QLatin1Char('\n'))) {
        if (line.startsWith(label))
            return line.mid(label.size()).trimmed();
    }
    return {};
}

std::optional<OutboxMail> readMail(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    OutboxMail mail;
    mail.path = path;
    mail.raw = file.readAll();
    const qsizetype split = mail.raw.indexOf("\r\n\r\n");
    if (split < 0)
        return std::nullopt;
    QString head = QString::fromLatin1(mail.raw.left(split));
    static const QRegularExpression fold(QStringLiteral("\r\n[ \t]+"));
    head.replace(fold, QStringLiteral(" "));
    for (const QString& line : head.split(QStringLiteral("\r\n"))) {
        if (line.startsWith(QLatin1String("To: ")))
            mail.to = line.mid(4).section(QLatin1Char('<'), -1).remove(QLatin1Char('>')).trimmed();
        if (line.startsWith(QLatin1String("Subject: ")))
            mail.subject = decodedWords(line.mid(9));
    }
    mail.body = QString::fromUtf8(QByteArray::fromBase64(mail.raw.mid(split + 4)));
    mail.body.remove(QLatin1Char('\r'));
    mail.loginId = lineValue(mail.body, QStringLiteral("ユーザID："));
    mail.temporaryPassword = lineValue(mail.body, QStringLiteral("仮パスワード："));
    if (mail.subject.isEmpty() || mail.body.isEmpty())
        return std::nullopt;
    return mail;
}

QList<OutboxMail> readOutbox(const QString& folder)
{
    QList<OutboxMail> out;
    const QDir dir(folder);
    for (const QString& name : dir.entryList({QStringLiteral("*.eml")}, QDir::Files, QDir::Name)) {
        if (auto mail = readMail(dir.filePath(name)))
            out.append(*mail);
    }
    return out;
}

std::optional<OutboxMail> newestMail(const QString& folder, const QString& to)
{
    const QList<OutboxMail> all = readOutbox(folder);
    for (auto it = all.crbegin(); it != all.crend(); ++it) {
        if (to.isEmpty() || it->to == to)
            return *it;
    }
    return std::nullopt;
}

} // namespace yoyo::test
