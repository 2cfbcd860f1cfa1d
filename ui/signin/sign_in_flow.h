// SPDX-License-Identifier: Apache-2.0
// Everything the window shows while nobody is signed in: the page of the controller's step, and beside it whom to
// call. GUI thread.
#pragma once

#include "ui/signin/first_sign_in_page.h"
#include "ui/signin/sign_in_controller.h"
#include "ui/widgets/error_presenter.h"

#include <QHash>
#include <QWidget>

class QStackedWidget;

namespace yoyo {

class ContactsPanel;
class Page;
class Questions;

class SignInFlow : public QWidget
{
    Q_OBJECT
public:
    /// All are borrowed and outlive the flow.
    SignInFlow(SignInController& controller, const ErrorPresenter& presenter, Questions& questions,
               MailReader reader, QWidget* parent = nullptr);

    Page* currentPage() const;
    /// The help page of what is shown now.
    QString helpId() const;

Q_SIGNALS:
    void helpRequested(const QString& helpId);
    void titleChanged(const QString& title);

protected:
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showStep(SignInStep step);
    /// Made when it is first shown: most people see two of the ten.
    Page* pageOf(SignInStep step);
    Page* makePage(SignInStep step);

    SignInController& m_controller;
    const ErrorPresenter& m_presenter;
    Questions& m_questions;
    MailReader m_reader;
    QStackedWidget* m_stack;
    ContactsPanel* m_contacts;
    QHash<SignInStep, Page*> m_pages;
};

} // namespace yoyo
