// SPDX-License-Identifier: Apache-2.0
// User ID and temporary password out of the mails of manual chapters 2 and 5, however they are laid out. What is read
// is shown masked by the caller and never stored; when it is not sure, it says so.
#pragma once

#include "models/domain/result.h"
#include "models/domain/secret_buffer.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace yoyo {

enum class MailKind {
    Unknown,
    FirstAdministrator, ///< 「【予予請求】ユーザID・仮パスワード通知」: both
    OrdinaryUser, ///< 「【予予請求】仮パスワード通知」: the password only
};

struct MailCredentials
{
    std::optional<QString> loginId;
    std::optional<SecretBuffer> temporaryPassword; ///< UTF-8, NFKC
    MailKind kind = MailKind::Unknown;
    bool isSure = false; ///< labels and subject say the same; otherwise ask the person to look
};

/// Pasted text, with or without the subject line. E-AUTH-022 when it holds neither an ID nor a temporary password,
/// E-AUTH-023 when it holds several different ones.
Result<MailCredentials> credentialsFromText(const QString& text);
/// A dropped or opened file: .eml, or .txt in UTF-8, ISO-2022-JP or CP932. Additionally E-INTK-011.
Result<MailCredentials> credentialsFromFile(const QByteArray& bytes);

} // namespace yoyo
