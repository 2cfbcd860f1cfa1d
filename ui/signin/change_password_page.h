// SPDX-License-Identifier: Apache-2.0
// Changing one's own password later: the present one and the new one twice. Needs the service; every other session of
// this person ends. Nothing typed stays when the page is left.
#pragma once

#include "ui/signin/own_data_desk.h"
#include "ui/widgets/error_presenter.h"
#include "ui/widgets/page.h"

namespace yoyo {

class Band;
class PasswordForm;

class ChangePasswordPage : public Page
{
    Q_OBJECT
public:
    ChangePasswordPage(OwnDataDesk& desk, const ErrorPresenter& presenter, QWidget* parent = nullptr);
    void entered() override;
    bool mayLeave() override;

Q_SIGNALS:
    void changed();

protected:
    void retranslate() override;

private:
    void submit();
    void setContext();

    OwnDataDesk& m_desk;
    const ErrorPresenter& m_presenter;
    bool m_isBusy = false;
    std::optional<User> m_user;
    Band* m_offline;
    Band* m_trouble;
    PasswordForm* m_form;
    QPushButton* m_back;
    QPushButton* m_change;
};

} // namespace yoyo
