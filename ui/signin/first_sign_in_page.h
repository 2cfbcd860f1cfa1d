// SPDX-License-Identifier: Apache-2.0
// 仮パスワードを受け取った（初めて）: the notice mail is pasted, dropped or opened, and fills the two fields; both can be
// typed by hand. What was read is shown masked and kept nowhere else than in the fields, until the sign-in.
#pragma once

#include "ui/signin/sign_in_controller.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/page.h"

#include <functional>

namespace yoyo {

class Band;
class CodeField;
class MailBox;
class PasswordField;
class Questions;

/// What a notice mail holds. An ordinary user's mail has no user ID.
struct ReadMail
{
    QString loginId; ///< empty: not in it
    SecretBuffer temporaryPassword; ///< empty: not in it
    bool isSure = true; ///< false: several candidates, or a layout that was guessed
};
/// E-AUTH-022 when there is nothing to be found, E-AUTH-023 when there is more than one of a kind.
struct MailReader
{
    std::function<Result<ReadMail>(const QString& text)> fromText;
    std::function<Result<ReadMail>(const QByteArray& file)> fromFile;
};

class FirstSignInPage : public Page
{
    Q_OBJECT
public:
    FirstSignInPage(SignInController& controller, const ErrorPresenter& presenter, Questions& questions,
                    MailReader reader, QWidget* parent = nullptr);
    void entered() override;
    /// As if that file had been chosen.
    void readFile(const QString& path);

protected:
    void retranslate() override;

private:
    void showFound(const Result<ReadMail>& found);
    void refuseMail(const Error& error);
    void forgetMail();
    void tellRead();
    void submit();
    void refuse(const Error& error);

    SignInController& m_controller;
    const ErrorPresenter& m_presenter;
    Questions& m_questions;
    MailReader m_reader;
    Band* m_refused;
    Band* m_told;
    MailBox* m_mail;
    FormField* m_mailField;
    std::optional<Presented> m_mailProblem; ///< of the text that stands there; leaving the field does not end it
    QPushButton* m_open;
    QPushButton* m_again;
    Band* m_read;
    CodeField* m_loginId;
    PasswordField* m_password;
    FormField* m_loginIdField;
    FormField* m_passwordField;
    FormFields m_fields;
    bool m_wasSubmitted = false;
    enum class Read { Nothing, Both, PasswordOnly, IdOnly };
    Read m_readKind = Read::Nothing;
    bool m_isSure = true;
    QString m_maskedId;
    QString m_maskedPassword;
    QPushButton* m_back;
    QPushButton* m_signIn;
};

/// 「sh••••01」: enough to compare with the mail, not enough to copy from a screen.
QString maskedId(const QString& loginId);
/// Only how long it is.
QString maskedSecret(qsizetype length);

} // namespace yoyo
