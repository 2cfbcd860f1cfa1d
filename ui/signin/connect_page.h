// SPDX-License-Identifier: Apache-2.0
// 接続先: the service's address and the CA file, asked when the profile has none or somebody wants another one.
// The address is kept only when the service there answers as one of ours; there is no "trust anyway".
#pragma once

#include "ui/signin/sign_in_controller.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/page.h"

class QLineEdit;

namespace yoyo {

class Band;
class Questions;

class ConnectPage : public Page
{
    Q_OBJECT
public:
    ConnectPage(SignInController& controller, const ErrorPresenter& presenter, Questions& questions,
                QWidget* parent = nullptr);
    void entered() override;

protected:
    void retranslate() override;

private:
    void submit();
    void refuse(const Error& error);

    SignInController& m_controller;
    const ErrorPresenter& m_presenter;
    Questions& m_questions;
    Band* m_trouble;
    QLineEdit* m_address;
    QLineEdit* m_ca;
    QPushButton* m_choose;
    FormField* m_addressField;
    FormField* m_caField;
    FormFields m_fields;
    bool m_wasSubmitted = false;
    QPushButton* m_back;
    QPushButton* m_connect;
};

} // namespace yoyo
