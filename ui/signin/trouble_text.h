// SPDX-License-Identifier: Apache-2.0
// What the trouble page says for each kind of trouble: which one it is, what it means, whom to call. The code's own
// message and next step come from the ErrorPresenter.
#pragma once

#include "models/session/sign_in_trouble.h"

#include <QCoreApplication>
#include <QUrl>

namespace yoyo {

class TroubleText
{
    Q_DECLARE_TR_FUNCTIONS(TroubleText)
public:
    /// 「メンテナンス中です」
    static QString title(TroubleKind kind);
    /// What it means for the person, in one or two sentences.
    static QString meaning(TroubleKind kind);
    /// 「情報担当に連絡してください」 with what to tell them; empty when nobody needs to be called.
    static QString whomToCall(const SignInTrouble& trouble);
    /// Names and phones that belong to whomToCall(); empty for IT staff, whom this program does not know.
    static QString contacts(const SignInTrouble& trouble);
    static const char* iconName(TroubleKind kind);

    /// For the helpdesk and IT staff, ready to be pasted: versions, code, address, times. No names, no IDs, no secrets.
    static QString supportText(const SignInTrouble& trouble, const QUrl& address, const QDateTime& now);
};

} // namespace yoyo
