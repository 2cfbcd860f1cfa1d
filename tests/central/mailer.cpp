// SPDX-License-Identifier: Apache-2.0
#include "tests/central/mailer.h"

#include <QDir>
#include <QLocale>
#include <QSaveFile>

namespace yoyo::service {

constexpr const char* sender = "noreply@yoyo-central.example";

Mailer::Mailer(QString folder, const Clock& clock, RandomSource& random)
    : m_folder(std::move(folder)), m_clock(clock), m_random(random)
{
}

bool Mailer::canReach(const QString& mail)
{
    return mail.contains(QLatin1Char('@')) && !mail.endsWith(QLatin1String(".invalid"));
}

/// RFC 2047: encoded words of whole characters, at most 75 bytes each, folded.
static QByteArray encodedWords(const QString& text)
{
    QByteArrayList words;
    QByteArray piece;
    const auto flush = [&] {
        if (!piece.isEmpty())
            words.append("=?UTF-8?B?" + piece.toBase64() + "?=");
        piece.clear();
    };
    for (const uint code : text.toUcs4()) {
        const char32_t character = code;
        const QByteArray utf8 = QString::fromUcs4(&character, 1).toUtf8();
        if (piece.size() + utf8.size() > 42)
            flush();
        piece += utf8;
    }
    flush();
    return words.join("\r\n ");
}

static QByteArray folded64(const QString& body)
{
    const QByteArray coded = body.toUtf8().toBase64();
    QByteArray out;
    for (qsizetype i = 0; i < coded.size(); i += 76)
        out += coded.mid(i, 76) + "\r\n";
    return out;
}

static QString dayAndTime(const QDateTime& instant)
{
    return instant.toOffsetFromUtc(9 * 3600).toString(QStringLiteral("yyyy年M月d日 H時mm分"));
}

Result<void> Mailer::send(const Recipient& to, const QString& subject, const QStringList& lines)
{
    const std::lock_guard lock(m_mutex);
    const QDateTime now = m_clock.nowUtc();
    if (!QDir().mkpath(m_folder))
        return Error(ErrorCode::InternalError, QStringLiteral("the outbox folder cannot be made"));

    const QByteArray id = m_random.bytes(16).toHex();
    const QString body = to.officeName + QStringLiteral("\r\n") + to.name + QStringLiteral(" 様\r\n\r\n")
        + lines.join(QStringLiteral("\r\n"))
        + QStringLiteral("\r\n\r\n"
                         "※このメールは送信専用です。返信いただいてもお答えできません。\r\n"
                         "※お心当たりのない場合は、所属の管理者またはヘルプデスクへご連絡ください。\r\n"
                         "――――――――――――\r\n"
                         "予予・請求システム（参照用サービス）\r\n");
    const QByteArray date = QLocale::c().toString(now, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss '+0000'")).toLatin1();
    QByteArray message;
    message += "From: " + encodedWords(QStringLiteral("予予・請求システム")) + "\r\n <" + sender + ">\r\n";
    message += "To: " + encodedWords(to.name) + "\r\n <" + to.mail.toUtf8() + ">\r\n";
    message += "Subject: " + encodedWords(subject) + "\r\n";
    message += "Date: " + date + "\r\n";
    message += "Message-ID: <" + id + "@yoyo-central.example>\r\n";
    message += "Auto-Submitted: auto-generated\r\n";
    message += "MIME-Version: 1.0\r\n";
    message += "Content-Type: text/plain; charset=UTF-8\r\n";
    message += "Content-Transfer-Encoding: base64\r\n\r\n";
    message += folded64(body);

    // Names sort in the order of sending, also across restarts.
    const QString name = now.toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz"))
        + QStringLiteral("-%1.eml").arg(m_count++, 8, 10, QLatin1Char('0'));
    QSaveFile file(QDir(m_folder).filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(message) != message.size() || !file.commit())
        return Error(ErrorCode::InternalError, QStringLiteral("a mail cannot be written"));
    return {};
}

static QStringList temporaryLines(const QString& temporaryPassword, const QDateTime& expires)
{
    return {
        QStringLiteral("仮パスワード：") + temporaryPassword,
        QString(),
        QStringLiteral("仮パスワードの有効期限は %1 です。使えるのは1回限りです。").arg(dayAndTime(expires)),
        QStringLiteral("サインインすると仮パスワード変更画面が表示されます。ご自身のパスワードに変更してください。"),
    };
}

Result<void> Mailer::sendFirstInvitation(const Recipient& to, const QString& loginId,
                                         const QString& temporaryPassword, const QDateTime& expires)
{
    return send(to, QStringLiteral("【予予請求】ユーザID・仮パスワード通知"),
                QStringList{QStringLiteral("予予・請求システムの管理者ユーザアカウントを発行しました。"),
                            QStringLiteral("下記のユーザIDと仮パスワードでサインインしてください。"), QString(),
                            QStringLiteral("ユーザID：") + loginId}
                    + temporaryLines(temporaryPassword, expires));
}

Result<void> Mailer::sendTemporaryPassword(const Recipient& to, const QString& temporaryPassword,
                                           const QDateTime& expires)
{
    return send(to, QStringLiteral("【予予請求】仮パスワード通知"),
                QStringList{QStringLiteral("予予・請求システムの仮パスワードをお知らせします。"),
                            QStringLiteral("ユーザIDは、所属の管理者からお受け取りください。"), QString()}
                    + temporaryLines(temporaryPassword, expires));
}

Result<void> Mailer::sendReset(const Recipient& to, const QString& temporaryPassword, const QDateTime& expires)
{
    return send(to, QStringLiteral("【予予請求】パスワード再設定のご案内"),
                QStringList{QStringLiteral("パスワードの再設定を受け付けました。"),
                            QStringLiteral("下記の仮パスワードでサインインし、新しいパスワードに変更してください。"),
                            QStringLiteral("お心当たりのない場合は何もしないでください。いまのパスワードはそのまま使えます。"),
                            QString()}
                    + temporaryLines(temporaryPassword, expires));
}

Result<void> Mailer::sendLocked(const Recipient& to, const QDateTime& until)
{
    return send(to, QStringLiteral("【予予請求】アカウント一時停止のお知らせ"),
                {QStringLiteral("パスワードの入力が続けて間違えられたため、アカウントを一時的に停止しました。"),
                 QStringLiteral("%1 を過ぎると、もう一度サインインできます。").arg(dayAndTime(until)),
                 QStringLiteral("お急ぎのときは、所属の管理者に解除を頼んでください。"),
                 QStringLiteral("お心当たりのない場合は、所属の管理者へご連絡ください。")});
}

} // namespace yoyo::service
