// SPDX-License-Identifier: Apache-2.0
// Reads the .eml files that yoyo-central writes, for tests that need what a person would take from the mail.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace yoyo::test {

struct OutboxMail
{
    QString path;
    QByteArray raw;
    QString to;
    QString subject;
    QString body;
    QString loginId;           ///< of the line 「ユーザID：…」, or empty
    QString temporaryPassword; ///< of the line 「仮パスワード：…」, or empty
};

/// None when the file is not a mail with an RFC 2047 subject and a base64 body in UTF-8.
std::optional<OutboxMail> readMail(const QString& path);
/// Every mail of the folder, oldest first.
QList<OutboxMail> readOutbox(const QString& folder);
/// The newest mail, to `to` unless it is empty.
std::optional<OutboxMail> newestMail(const QString& folder, const QString& to = {});

} // namespace yoyo::test
