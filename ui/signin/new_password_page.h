// SPDX-License-Identifier: Apache-2.0
// 仮パスワード変更: the forced change after the first sign-in and after a reset. It leads to the sign-in or out of it,
// nowhere else.
#pragma once

#include "ui/signin/sign_in_controller.h"
#include "ui/widgets/error_presenter.h"
#include "ui/widgets/page.h"

namespace yoyo {

class Band;
class PasswordForm;

class NewPasswordPage : public Page
{
    Q_OBJECT
public:
    NewPasswordPage(SignInController& controller, const ErrorPresenter& presenter, QWidget* parent = nullptr);
    void entered() override;

protected:
    void retranslate() override;

private:
    void submit();
    void refuse(const Error& error);
    void setContext();

    SignInController& m_controller;
    const ErrorPresenter& m_presenter;
    Band* m_trouble;
    PasswordForm* m_form;
    QPushButton* m_cancel;
    QPushButton* m_change;
};

/// Who set the rules for passwords, as a sentence.
QString passwordRulesSetBy(const std::optional<OfficeInfo>& office, const QJsonObject& policy);

} // namespace yoyo
