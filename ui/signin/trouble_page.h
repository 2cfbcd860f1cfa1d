// SPDX-License-Identifier: Apache-2.0
// One certain trouble that stands in the way of the sign-in: which one, what it means, whom to call, and trying again.
// Maintenance is tried again by itself.
#pragma once

#include "ui/signin/sign_in_controller.h"
#include "ui/widgets/error_presenter.h"
#include "ui/widgets/page.h"

class QPlainTextEdit;

namespace yoyo {

class Questions;

class TroublePage : public Page
{
    Q_OBJECT
public:
    TroublePage(SignInController& controller, const ErrorPresenter& presenter, Questions& questions,
                QWidget* parent = nullptr);
    void entered() override;
    QString supportText() const;

protected:
    void retranslate() override;

private:
    void dress();
    void dressRetry();
    void saveSupportText();

    SignInController& m_controller;
    const ErrorPresenter& m_presenter;
    Questions& m_questions;
    QLabel* m_icon;
    QLabel* m_message;
    QLabel* m_meaning;
    QPushButton* m_code;
    QString m_codeHelp;
    QLabel* m_until;
    QLabel* m_nextTry;
    QWidget* m_whomBox;
    QLabel* m_whom;
    QLabel* m_contacts;
    QWidget* m_supportBox;
    QLabel* m_supportTitle;
    QPlainTextEdit* m_support;
    QPushButton* m_copy;
    QPushButton* m_save;
    QPushButton* m_back;
    QPushButton* m_service;
    QPushButton* m_again;
};

} // namespace yoyo
