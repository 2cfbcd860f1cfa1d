// SPDX-License-Identifier: Apache-2.0
// サインイン: user ID and password. A refusal is told here, once for wrong, unknown and locked alike, and takes
// away only the password.
#pragma once

#include "ui/signin/sign_in_controller.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/page.h"

class QPushButton;

namespace yoyo {

class Band;
class CodeField;
class PasswordField;

class SignInPage : public Page
{
    Q_OBJECT
public:
    SignInPage(SignInController& controller, const ErrorPresenter& presenter, QWidget* parent = nullptr);
    void entered() override;

protected:
    void retranslate() override;

private:
    void submit();
    void refuse(const Error& error);

    SignInController& m_controller;
    const ErrorPresenter& m_presenter;
    Band* m_refused;
    Band* m_told;
    CodeField* m_loginId;
    PasswordField* m_password;
    FormField* m_loginIdField;
    FormField* m_passwordField;
    FormFields m_fields;
    bool m_wasSubmitted = false; ///< an empty field is no fault before that
    QPushButton* m_back;
    QPushButton* m_signIn;
    QPushButton* m_forgotten;
};

/// The field for a user ID with its check that something stands there.
FormField* makeLoginIdField(CodeField* editor, QWidget* parent);
/// The password as it is sent: NFKC, in a buffer that is wiped.
SecretBuffer secretOf(const PasswordField& field);

} // namespace yoyo
