// SPDX-License-Identifier: Apache-2.0
// See change_password_page.h.
#include "ui/signin/change_password_page.h"

#include "models/domain/when_done.h"
#include "ui/signin/form_column.h"
#include "ui/signin/new_password_page.h"
#include "ui/signin/password_form.h"
#include "ui/widgets/band.h"
#include "ui/widgets/message_line.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace yoyo {

ChangePasswordPage::ChangePasswordPage(OwnDataDesk& desk, const ErrorPresenter& presenter, QWidget* parent)
    : Page(QStringLiteral("password-change"), Body::Scrolling, parent), m_desk(desk), m_presenter(presenter)
{
    m_offline = new Band(Band::Kind::Offline, this);
    m_offline->setObjectName(QStringLiteral("offline"));
    m_offline->hide();
    addBand(m_offline);
    m_trouble = new Band(Band::Kind::Error, this);
    m_trouble->setObjectName(QStringLiteral("trouble"));
    m_trouble->hide();
    addBand(m_trouble);
    QVBoxLayout* column = addFormColumn(*this);
    m_form = new PasswordForm(PasswordForm::Mode::Later, presenter, this);
    column->addWidget(m_form);
    m_change = makeButton(ButtonRole::Primary, this);
    m_change->setObjectName(QStringLiteral("change"));
    setMainButton(m_change);
    m_back = makeButton(ButtonRole::Normal, this);
    addSideButton(m_back);
    connect(m_form, &PasswordForm::submitted, this, &ChangePasswordPage::submit);
    connect(m_change, &QPushButton::clicked, this, &ChangePasswordPage::submit);
    connect(m_back, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("own-data"), {}); });
    retranslate();
}

void ChangePasswordPage::entered()
{
    m_trouble->hide();
    m_offline->setVisible(!m_desk.isOnline());
    m_form->wipe();
    whenDone(m_desk.own(), this, [this](const Result<UserRow>& row) {
        if (row)
            m_user = row->user;
        setContext();
    });
    setContext();
    m_form->focusFirst();
}

bool ChangePasswordPage::mayLeave()
{
    if (m_isBusy)
        return false;
    m_form->wipe();
    return true;
}

void ChangePasswordPage::setContext()
{
    const User user = m_user.value_or(User());
    const auto office = m_desk.office();
    m_form->setContext(passwordContext(user.loginId,
                                       {user.familyName, user.givenName, user.familyKana, user.givenKana},
                                       office ? office->name : QString(), m_desk.policy()),
                       passwordRulesSetBy(office, m_desk.policy()));
}

void ChangePasswordPage::submit()
{
    m_trouble->hide();
    if (m_isBusy || !m_form->check())
        return;
    m_isBusy = true;
    m_form->setBusy(true);
    retranslate();
    whenDone(m_desk.changePassword(m_form->current(), m_form->next()), this,
             [this](const Result<SessionState>& result) {
                 m_isBusy = false;
                 m_form->setBusy(false);
                 retranslate();
                 if (result) {
                     m_form->wipe();
                     messages()->show(Message::Kind::Success,
                                      tr("The password is changed. Your sign-ins on other PCs have ended."));
                     Q_EMIT changed();
                     return;
                 }
                 const Error& error = result.error();
                 if (isPasswordReason(error.code) || error.code == ErrorCode::CredentialsInvalid) {
                     m_form->showRefused(error);
                     return;
                 }
                 m_trouble->setText(m_presenter.present(error).full());
                 m_trouble->show();
             });
}

void ChangePasswordPage::retranslate()
{
    setTitle(tr("Change my password"));
    setPurpose(tr("The change ends every other sign-in of yours. Unsent work on other PCs is kept there and opens with "
                  "the new password."));
    m_offline->setText(tr("The password can be changed only while the service can be reached."));
    m_change->setText(m_isBusy ? tr("Changing…") : tr("Change the password"));
    m_change->setEnabled(!m_isBusy);
    m_back->setText(tr("Back"));
    m_back->setEnabled(!m_isBusy);
    setContext();
}

} // namespace yoyo
