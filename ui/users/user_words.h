// SPDX-License-Identifier: Apache-2.0
// What the user screens call roles, states, fields and badges, in the language of the moment. GUI thread.
#pragma once

#include "models/services/user_service.h"
#include "ui/widgets/badge.h"

#include <QCoreApplication>

namespace yoyo {

class UserWords
{
    Q_DECLARE_TR_FUNCTIONS(UserWords)
public:
    static QString role(Role role);
    /// 「仮パスワード送信済み（期限 5月14日）」; a user the centre has not answered for yet says so.
    static QString status(const User& user, UserStatus status);
    /// Without dates, for filters.
    static QString statusKindWord(UserStatus status);
    static BadgeKind statusBadge(const User& user, UserStatus status);
    static bool isBeforeStart(const User& user, UserStatus status);
    /// Label of a contract field.
    static QString field(const QString& name);
    /// "letter", "mail", "hand" as people say it; empty for none.
    static QString noticeMethod(const QString& method);
    static QString noticeState(const User& user);
    /// 5月14日 / 14 May, in Japan.
    static QString shortDay(QDate day);
    static QString period(const User& user);
};

} // namespace yoyo
