// SPDX-License-Identifier: Apache-2.0
// Beside every page before the sign-in: whom to call in one's own office, the helpdesk, whose unsent work waits on
// this PC, and the small ways out. Known offline too. GUI thread.
#pragma once

#include "ui/signin/sign_in_controller.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace yoyo {

class ContactsPanel : public QFrame
{
    Q_OBJECT
public:
    explicit ContactsPanel(SignInController& controller, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    void fillOwners();

    SignInController& m_controller;
    QLabel* m_heading;
    QLabel* m_administratorsTitle;
    QLabel* m_administrators;
    QLabel* m_helpdeskTitle;
    QLabel* m_helpdesk;
    QWidget* m_ownersBox;
    QLabel* m_ownersTitle;
    QVBoxLayout* m_owners;
    QPushButton* m_forgottenPassword;
    QPushButton* m_forgottenId;
    QPushButton* m_guide;
    QPushButton* m_service;
};

} // namespace yoyo
