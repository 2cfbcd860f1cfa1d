// SPDX-License-Identifier: Apache-2.0
// After the sign-in, before the work: that it is offline and why, or that a store was set aside. Shown only when
// there is something to know.
#pragma once

#include "ui/signin/sign_in_controller.h"
#include "ui/widgets/error_presenter.h"
#include "ui/widgets/page.h"

namespace yoyo {

class Band;

class NotesPage : public Page
{
    Q_OBJECT
public:
    NotesPage(SignInController& controller, const ErrorPresenter& presenter, QWidget* parent = nullptr);
    void entered() override;

protected:
    void retranslate() override;

private:
    void fill();

    SignInController& m_controller;
    const ErrorPresenter& m_presenter;
    Band* m_offline;
    QLabel* m_meaning;
    QVBoxLayout* m_notes;
    QPushButton* m_goOn;
};

} // namespace yoyo
