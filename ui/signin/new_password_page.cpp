// SPDX-License-Identifier: Apache-2.0
// See new_password_page.h.
#include "ui/signin/new_password_page.h"

#include "ui/signin/form_column.h"
#include "ui/signin/password_form.h"
#include "ui/widgets/band.h"

#include <QBoxLayout>
#include <QPushButton>

namespace yoyo {

QString passwordRulesSetBy(const std::optional<OfficeInfo>& office, const QJsonObject& policy)
{
    if (policy.isEmpty())
        return QCoreApplication::translate("NewPasswordPage", "These are the rules of Yoyo Desk; the service may ask for more.");
    if (office && !office->name.isEmpty())
        return QCoreApplication::translate("NewPasswordPage", "Set by: the central service for %1").arg(office->name);
    return QCoreApplication::translate("NewPasswordPage", "Set by: the central service");
}

NewPasswordPage::NewPasswordPage(SignInController& controller, const ErrorPresenter& presenter, QWidget* parent)
    : Page(QStringLiteral("password-change"), Body::Scrolling, parent), m_controller(controller), m_presenter(presenter)
{
    m_trouble = new Band(Band::Kind::Error, this);
    m_trouble->setObjectName(QStringLiteral("trouble"));
    m_trouble->hide();
    QVBoxLayout* column = addFormColumn(*this);
    column->addWidget(m_trouble);
    m_form = new PasswordForm(PasswordForm::Mode::Forced, presenter, this);
    column->addWidget(m_form);
    QHBoxLayout* row = addButtonRow(column);
    m_cancel = makeButton(ButtonRole::Normal, this);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_change = makeButton(ButtonRole::Primary, this);
    m_change->setObjectName(QStringLiteral("change"));
    row->addWidget(m_cancel);
    row->addWidget(m_change);
    connect(m_form, &PasswordForm::submitted, this, &NewPasswordPage::submit);
    connect(m_change, &QPushButton::clicked, this, &NewPasswordPage::submit);
    connect(m_cancel, &QPushButton::clicked, &m_controller, &SignInController::abandon);
    connect(&m_controller, &SignInController::passwordRefused, this, &NewPasswordPage::refuse);
    connect(&m_controller, &SignInController::busyChanged, this, [this](bool isBusy) {
        m_change->setEnabled(!isBusy);
        m_cancel->setEnabled(!isBusy);
        retranslate();
    });
    connect(&m_controller, &SignInController::stepChanged, this, [this](SignInStep step) {
        if (step != SignInStep::NewPassword)
            m_form->wipe();
    });
    retranslate();
}

void NewPasswordPage::entered()
{
    m_trouble->hide();
    m_form->wipe();
    m_form->setPrevious(m_controller.temporaryPassword());
    setContext();
    m_form->focusFirst();
}

void NewPasswordPage::setContext()
{
    const SessionUser user = m_controller.desk().user();
    const auto office = m_controller.office();
    const QJsonObject policy = m_controller.desk().policy();
    m_form->setContext(passwordContext(user.loginId, {user.familyName, user.givenName},
                                       office ? office->name : QString(), policy),
                       passwordRulesSetBy(office, policy));
}

void NewPasswordPage::submit()
{
    m_trouble->hide();
    if (!m_controller.isBusy() && m_form->check())
        m_controller.changePassword(m_form->next());
}

void NewPasswordPage::refuse(const Error& error)
{
    if (isPasswordReason(error.code)) {
        m_form->showRefused(error);
        return;
    }
    m_trouble->setText(m_presenter.present(error).full());
    m_trouble->show();
}

void NewPasswordPage::retranslate()
{
    setTitle(tr("Choose your own password"));
    const QString id = m_controller.desk().user().loginId;
    setPurpose(tr("The temporary password for %1 was right. Replace it by a password that only you know; after that "
                  "it can no longer be used.").arg(id));
    m_change->setText(m_controller.isBusy() ? tr("Changing…") : tr("Change the password"));
    m_cancel->setText(tr("Stop and sign out"));
    setContext();
}

} // namespace yoyo
