// SPDX-License-Identifier: Apache-2.0
// Writes mails as .eml files (RFC 5322, UTF-8) into the outbox folder, each whole or not at all. The texts are those
// of the manual: the first administrator's mail holds ID and temporary password, everybody else's only the password.
// Thread-safe.
#pragma once

#include "models/domain/clock.h"
#include "models/domain/random_source.h"
#include "models/domain/result.h"

#include <QString>

#include <mutex>

namespace yoyo::service {

struct Recipient
{
    QString mail;
    QString name;       ///< "姓 名"
    QString officeName; ///< 「新宿区」
};

class Mailer
{
public:
    Mailer(QString folder, const Clock& clock, RandomSource& random);

    /// False when the address cannot be reached: a top-level domain of RFC 2606 that never resolves (.invalid).
    static bool canReach(const QString& mail);

    /// 【予予請求】ユーザID・仮パスワード通知
    Result<void> sendFirstInvitation(const Recipient& to, const QString& loginId, const QString& temporaryPassword,
                                     const QDateTime& expires);
    /// 【予予請求】仮パスワード通知
    Result<void> sendTemporaryPassword(const Recipient& to, const QString& temporaryPassword,
                                       const QDateTime& expires);
    /// 【予予請求】パスワード再設定のご案内
    Result<void> sendReset(const Recipient& to, const QString& temporaryPassword, const QDateTime& expires);
    /// 【予予請求】アカウント一時停止のお知らせ
    Result<void> sendLocked(const Recipient& to, const QDateTime& until);

private:
    Result<void> send(const Recipient& to, const QString& subject, const QStringList& lines);

    const QString m_folder;
    const Clock& m_clock;
    RandomSource& m_random;
    std::mutex m_mutex;
    quint64 m_count = 0;
};

} // namespace yoyo::service
