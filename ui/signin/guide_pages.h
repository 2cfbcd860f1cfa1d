// SPDX-License-Identifier: Apache-2.0
// The pages for people who cannot sign in: what to do in which case (the table of the manual's chapter 5), a reset of
// a forgotten password by mail, and whom to ask for a forgotten user ID.
#pragma once

#include "ui/signin/sign_in_controller.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/page.h"

class QLineEdit;

namespace yoyo {

class Band;
class CodeField;

class GuidePage : public Page
{
    Q_OBJECT
public:
    explicit GuidePage(SignInController& controller, QWidget* parent = nullptr);
    void entered() override;

protected:
    void retranslate() override;

private:
    struct Case
    {
        QLabel* title = nullptr;
        QLabel* text = nullptr;
        QPushButton* way = nullptr;
    };
    Case addCase(QVBoxLayout* column, const char* name, std::optional<SignInStep> step);

    SignInController& m_controller;
    Case m_password;
    Case m_id;
    Case m_temporary;
    Case m_system;
    Case m_maintenance;
    Case m_network;
    QPushButton* m_back;
};

/// 「パスワードを忘れた」: asks for the user ID and the registered mail address. The answer is always the same.
class ForgottenPasswordPage : public Page
{
    Q_OBJECT
public:
    ForgottenPasswordPage(SignInController& controller, const ErrorPresenter& presenter, QWidget* parent = nullptr);
    void entered() override;

protected:
    void retranslate() override;

private:
    void submit();

    SignInController& m_controller;
    const ErrorPresenter& m_presenter;
    Band* m_trouble;
    Band* m_answer;
    CodeField* m_loginId;
    QLineEdit* m_mail;
    FormField* m_loginIdField;
    FormField* m_mailField;
    FormFields m_fields;
    bool m_wasSubmitted = false;
    bool m_isAnswered = false;
    QPushButton* m_back;
    QPushButton* m_first;
    QPushButton* m_send;
};

class ForgottenIdPage : public Page
{
    Q_OBJECT
public:
    explicit ForgottenIdPage(SignInController& controller, QWidget* parent = nullptr);
    void entered() override;

protected:
    void retranslate() override;

private:
    SignInController& m_controller;
    QLabel* m_text;
    QLabel* m_contacts;
    QLabel* m_only;
    QLabel* m_helpdesk;
    QPushButton* m_back;
};

} // namespace yoyo
