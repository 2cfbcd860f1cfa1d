// SPDX-License-Identifier: Apache-2.0
// The first thing a person sees: the ways in, as large choices. Whom to call stands beside it (contacts_panel.h).
#pragma once

#include "ui/signin/sign_in_controller.h"
#include "ui/widgets/page.h"

#include <QPushButton>

namespace yoyo {

/// A large choice: an icon, a title and a sentence.
class DoorButton : public QPushButton
{
    Q_OBJECT
public:
    explicit DoorButton(const QString& iconName, QWidget* parent = nullptr);
    void setTexts(const QString& title, const QString& sentence);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    QLabel* m_title;
    QLabel* m_sentence;
};

class StartPage : public Page
{
    Q_OBJECT
public:
    explicit StartPage(SignInController& controller, QWidget* parent = nullptr);
    void entered() override;

protected:
    void retranslate() override;

private:
    SignInController& m_controller;
    DoorButton* m_signIn;
    DoorButton* m_first;
    DoorButton* m_request; ///< opens the page of the help that says whom to ask
    QPushButton* m_tour;
    QLabel* m_service;
};

} // namespace yoyo
