// SPDX-License-Identifier: Apache-2.0
// See sign_in_page.h.
#include "ui/signin/sign_in_page.h"

#include "ui/signin/form_column.h"
#include "ui/widgets/band.h"
#include "ui/widgets/code_field.h"
#include "ui/widgets/password_field.h"

#include "models/domain/password_rules.h"
#include "models/domain/policy_values.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace yoyo {

FormField* makeLoginIdField(CodeField* editor, QWidget* parent)
{
    auto* field = new FormField(QStringLiteral("login_id"), editor, parent);
    field->setNeed(FormField::Need::Required);
    field->setWidthInCharacters(24);
    editor->setMaxLength(64);
    return field;
}

SecretBuffer secretOf(const PasswordField& field)
{
    QString text = normalisePassword(field.text());
    SecretBuffer secret = SecretBuffer::fromText(text);
    wipeText(text);
    return secret;
}

SignInPage::SignInPage(SignInController& controller, const ErrorPresenter& presenter, QWidget* parent)
    : Page(QStringLiteral("sign-in"), Body::Scrolling, parent), m_controller(controller), m_presenter(presenter),
      m_fields(presenter, nullptr)
{
    m_refused = new Band(Band::Kind::Error, this);
    m_refused->setObjectName(QStringLiteral("refused"));
    m_refused->hide();
    m_told = new Band(Band::Kind::Info, this);
    m_told->hide();
    QVBoxLayout* column = addFormColumn(*this);
    column->addWidget(m_refused);
    column->addWidget(m_told);
    m_loginId = new CodeField(CodeField::Keep::Everything, this);
    m_loginIdField = m_fields.add(makeLoginIdField(m_loginId, this));
    m_password = new PasswordField(this);
    m_passwordField = m_fields.add(new FormField(QStringLiteral("password"), m_password, this));
    m_passwordField->setNeed(FormField::Need::Required);
    column->addWidget(m_loginIdField);
    column->addWidget(m_passwordField);
    QHBoxLayout* row = addButtonRow(column);
    m_forgotten = makeButton(ButtonRole::Link, this);
    row->insertWidget(0, m_forgotten);
    m_back = makeButton(ButtonRole::Normal, this);
    m_signIn = makeButton(ButtonRole::Primary, this);
    m_signIn->setObjectName(QStringLiteral("signIn"));
    row->addWidget(m_back);
    row->addWidget(m_signIn);

    connect(m_loginId, &QLineEdit::returnPressed, this, [this] {
        if (m_password->text().isEmpty())
            m_password->setFocus();
        else
            submit();
    });
    connect(m_loginId, &QLineEdit::textEdited, &m_controller, &SignInController::rememberLoginId);
    connect(m_password, &PasswordField::returnPressed, this, &SignInPage::submit);
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_back, &QPushButton::clicked, this, [this] { m_controller.show(SignInStep::Start); });
    connect(m_forgotten, &QPushButton::clicked, this, [this] { m_controller.show(SignInStep::ForgottenPassword); });
    connect(&m_controller, &SignInController::credentialsRefused, this, [this](const Error& error) {
        if (m_controller.step() == SignInStep::SignIn)
            refuse(error);
    });
    connect(&m_controller, &SignInController::busyChanged, this, [this](bool isBusy) {
        m_signIn->setEnabled(!isBusy);
        m_back->setEnabled(!isBusy);
        retranslate();
    });
    connect(&m_controller, &SignInController::serviceReturned, this, [this] {
        m_told->setText(tr("The service is back. Type your password again to sign in."));
        m_told->show();
    });
    connect(&m_controller, &SignInController::stepChanged, this, [this](SignInStep step) {
        // The password stays typed only while its trouble may pass by itself.
        if (step != SignInStep::SignIn)
            m_password->clear();
    });
    retranslate();
}

void SignInPage::entered()
{
    m_loginId->setText(m_controller.loginId());
    m_password->clear(); // it was typed for whoever stood here before
    m_refused->hide();
    m_told->hide();
    m_wasSubmitted = false;
    m_fields.clear();
    if (m_loginId->text().isEmpty())
        m_loginId->setFocus();
    else
        m_password->setFocus();
}

void SignInPage::submit()
{
    if (m_controller.isBusy())
        return;
    m_refused->hide();
    m_told->hide();
    m_wasSubmitted = true;
    if (m_fields.checkAll())
        m_controller.signIn(m_loginId->code(), secretOf(*m_password));
}

void SignInPage::refuse(const Error& error)
{
    const auto office = m_controller.office();
    const PolicyValues policy = PolicyValues::fromJson(m_controller.desk().policy());
    m_refused->setText(tr("%1 (%2)", "sentence and code")
                           .arg(ContactText::credentials(office ? office->administrators : QList<OfficeContact>(),
                                                         policy.lockoutMinutes),
                                error.codeText()));
    m_refused->show();
    m_wasSubmitted = false;
    m_password->clear();
    m_password->setFocus();
}

void SignInPage::retranslate()
{
    setTitle(tr("Sign in"));
    m_loginIdField->setLabel(tr("User ID"));
    m_loginIdField->setSupport(tr("Half-width letters and digits. Full width is corrected by itself."));
    m_loginIdField->setCheck([this]() -> std::optional<Presented> {
        if (!m_wasSubmitted || !m_loginId->code().isEmpty())
            return std::nullopt;
        return Presented{tr("Type your user ID."), {}, {}, {}};
    });
    m_passwordField->setLabel(tr("Password"));
    m_passwordField->setCheck([this]() -> std::optional<Presented> {
        if (!m_wasSubmitted || !m_password->text().isEmpty())
            return std::nullopt;
        return Presented{tr("Type your password."), {}, {}, {}};
    });
    m_signIn->setText(m_controller.isBusy() ? tr("Signing in…") : tr("Sign in", "button"));
    m_back->setText(tr("Back"));
    m_forgotten->setText(tr("I forgot my password"));
}

} // namespace yoyo
