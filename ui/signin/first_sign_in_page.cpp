// SPDX-License-Identifier: Apache-2.0
// See first_sign_in_page.h.
#include "ui/signin/first_sign_in_page.h"

#include "ui/signin/form_column.h"
#include "ui/signin/mail_box.h"
#include "ui/signin/sign_in_page.h"
#include "ui/widgets/band.h"
#include "ui/widgets/code_field.h"
#include "ui/widgets/password_field.h"
#include "ui/widgets/questions.h"

#include "models/domain/policy_values.h"

#include <QFile>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace yoyo {

static constexpr qint64 largestMail = 10 * 1024 * 1024;

QString maskedId(const QString& loginId)
{
    constexpr qsizetype shown = 2;
    if (loginId.size() <= 2 * shown)
        return maskedSecret(loginId.size());
    return loginId.left(shown) + maskedSecret(loginId.size() - 2 * shown) + loginId.right(shown);
}

QString maskedSecret(qsizetype length)
{
    return QString(length, QChar(0x2022));
}

FirstSignInPage::FirstSignInPage(SignInController& controller, const ErrorPresenter& presenter, Questions& questions,
                                 MailReader reader, QWidget* parent)
    : Page(QStringLiteral("first-sign-in"), Body::Scrolling, parent), m_controller(controller),
      m_presenter(presenter), m_questions(questions), m_reader(std::move(reader)), m_fields(presenter, nullptr)
{
    QVBoxLayout* column = addFormColumn(*this);
    const auto band = [this, column](Band::Kind kind, const char* name) {
        auto* made = new Band(kind, this);
        made->setObjectName(QLatin1String(name));
        made->hide();
        column->addWidget(made);
        return made;
    };
    m_refused = band(Band::Kind::Error, "refused");
    m_told = band(Band::Kind::Info, "told");
    m_mail = new MailBox(this);
    m_mail->setObjectName(QStringLiteral("mail"));
    m_mail->setFixedHeight(96);
    connect(m_mail, &QPlainTextEdit::textChanged, this, [this] { m_mailProblem.reset(); });
    m_mailField = new FormField(QStringLiteral("mail_text"), m_mail, this);
    column->addWidget(m_mailField);
    auto* mailButtons = new QHBoxLayout;
    m_open = makeButton(ButtonRole::Normal, this);
    m_open->setObjectName(QStringLiteral("openMail"));
    m_again = makeButton(ButtonRole::Link, this);
    m_again->setObjectName(QStringLiteral("otherMail"));
    mailButtons->addWidget(m_open);
    mailButtons->addWidget(m_again);
    mailButtons->addStretch(1);
    m_read = band(Band::Kind::Success, "read");
    column->addLayout(mailButtons);
    m_loginId = new CodeField(CodeField::Keep::Everything, this);
    m_loginIdField = m_fields.add(makeLoginIdField(m_loginId, this));
    m_password = new PasswordField(this);
    m_passwordField = m_fields.add(new FormField(QStringLiteral("password"), m_password, this));
    m_passwordField->setNeed(FormField::Need::Required);
    column->addWidget(m_loginIdField);
    column->addWidget(m_passwordField);
    QHBoxLayout* row = addButtonRow(column);
    m_back = makeButton(ButtonRole::Normal, this);
    m_signIn = makeButton(ButtonRole::Primary, this);
    m_signIn->setObjectName(QStringLiteral("signIn"));
    row->addWidget(m_back);
    row->addWidget(m_signIn);

    connect(m_mail, &MailBox::textGiven, this, [this](const QString& text) { showFound(m_reader.fromText(text)); });
    connect(m_mail, &MailBox::fileDropped, this, &FirstSignInPage::readFile);
    connect(m_open, &QPushButton::clicked, this, [this] {
        m_questions.openFile(this, {tr("Open the mail"), {}, tr("Mails and texts (*.eml *.txt);;All files (*)")},
                             [this](const QString& path) {
            if (!path.isEmpty())
                readFile(path);
        });
    });
    connect(m_again, &QPushButton::clicked, this, [this] {
        forgetMail();
        m_mail->setFocus();
    });
    connect(m_loginId, &QLineEdit::textEdited, &m_controller, &SignInController::rememberLoginId);
    connect(m_loginId, &QLineEdit::returnPressed, this, [this] {
        if (m_password->text().isEmpty())
            m_password->setFocus();
        else
            submit();
    });
    connect(m_password, &PasswordField::returnPressed, this, &FirstSignInPage::submit);
    connect(m_signIn, &QPushButton::clicked, this, &FirstSignInPage::submit);
    connect(m_back, &QPushButton::clicked, this, [this] { m_controller.show(SignInStep::Start); });
    connect(&m_controller, &SignInController::credentialsRefused, this, [this](const Error& error) {
        if (m_controller.step() == SignInStep::FirstSignIn)
            refuse(error);
    });
    connect(&m_controller, &SignInController::serviceReturned, this, [this] {
        m_told->setText(tr("The service is back. Sign in again."));
        m_told->show();
    });
    connect(&m_controller, &SignInController::busyChanged, this, [this](bool isBusy) {
        m_signIn->setEnabled(!isBusy);
        m_back->setEnabled(!isBusy);
        retranslate();
    });
    connect(&m_controller, &SignInController::stepChanged, this, [this](SignInStep step) {
        // A trouble leads back here; then nothing needs to be pasted again.
        if (step != SignInStep::FirstSignIn && step != SignInStep::Trouble)
            forgetMail();
    });
    retranslate();
}

void FirstSignInPage::entered()
{
    m_refused->hide();
    m_told->hide();
    m_wasSubmitted = false;
    m_fields.clear();
    if (m_readKind == Read::Nothing) {
        m_loginId->setText(m_controller.loginId());
        m_mail->setFocus();
    } else {
        m_signIn->setFocus();
    }
}

void FirstSignInPage::readFile(const QString& path)
{
    QFile file(path);
    if (file.size() > largestMail || !file.open(QIODevice::ReadOnly)) {
        Error error(ErrorCode::FileUnreadable, file.errorString());
        error.params.insert(QStringLiteral("file"), path);
        refuseMail(error);
        return;
    }
    QByteArray mail = file.readAll();
    const Result<ReadMail> found = m_reader.fromFile(mail);
    wipeBytes(mail);
    showFound(found);
}

void FirstSignInPage::showFound(const Result<ReadMail>& found)
{
    if (!found) {
        refuseMail(found.error());
        return;
    }
    m_mailProblem.reset();
    m_mailField->clearProblem();
    m_refused->hide(); // it was about what stood in the fields before
    // Nothing of the mail stays but what the two fields hold.
    m_mail->clear();
    const bool hasId = !found->loginId.isEmpty();
    const bool hasPassword = !found->temporaryPassword.isEmpty();
    m_isSure = found->isSure;
    m_readKind = hasId && hasPassword ? Read::Both : hasPassword ? Read::PasswordOnly : Read::IdOnly;
    if (hasId) {
        m_loginId->setText(found->loginId);
        m_controller.rememberLoginId(found->loginId);
        m_maskedId = maskedId(found->loginId);
    }
    if (hasPassword) {
        QByteArray bytes = found->temporaryPassword.toByteArray();
        QString text = QString::fromUtf8(bytes);
        m_password->setText(text);
        m_maskedPassword = maskedSecret(text.size());
        wipeText(text);
        wipeBytes(bytes);
    }
    tellRead();
    m_read->show();
    m_mailField->hide();
    m_open->hide();
    m_again->show();
    if (m_readKind == Read::PasswordOnly)
        m_loginIdField->focusEditor();
    else if (m_readKind == Read::IdOnly)
        m_passwordField->focusEditor();
    else
        m_signIn->setFocus();
}

void FirstSignInPage::refuseMail(const Error& error)
{
    m_readKind = Read::Nothing;
    m_read->hide();
    m_mailProblem = m_presenter.present(error);
    m_mailField->showProblem(*m_mailProblem);
}

void FirstSignInPage::forgetMail()
{
    m_readKind = Read::Nothing;
    m_mail->clear();
    m_mailProblem.reset();
    m_mailField->clearProblem();
    m_refused->hide();
    m_mailField->show();
    m_open->show();
    m_again->hide();
    m_read->hide();
    m_password->clear();
}

void FirstSignInPage::tellRead()
{
    QString text;
    switch (m_readKind) {
    case Read::Nothing:
        return;
    case Read::Both:
        text = tr("Read from the mail: user ID %1, temporary password %2.").arg(m_maskedId, m_maskedPassword);
        break;
    case Read::PasswordOnly:
        text = tr("Read from the mail: temporary password %1. The user ID is not in this mail. Type the ID that you "
                  "received from the administrator of your office.").arg(m_maskedPassword);
        break;
    case Read::IdOnly:
        text = tr("Read from the mail: user ID %1. There is no temporary password in it; type it by hand or paste the "
                  "other mail.").arg(m_maskedId);
        break;
    }
    if (!m_isSure) {
        text += QLatin1Char(' ') +
            tr("This layout is not a familiar one: compare both fields with the mail before you sign in.");
    }
    m_read->setKind(!m_isSure ? Band::Kind::Warning
                              : m_readKind == Read::Both ? Band::Kind::Success : Band::Kind::Info);
    m_read->setText(text);
}

void FirstSignInPage::submit()
{
    if (m_controller.isBusy())
        return;
    m_refused->hide();
    m_told->hide();
    m_wasSubmitted = true;
    if (m_fields.checkAll())
        m_controller.signIn(m_loginId->code(), secretOf(*m_password));
}

void FirstSignInPage::refuse(const Error& error)
{
    const auto office = m_controller.office();
    const PolicyValues policy = PolicyValues::fromJson(m_controller.desk().policy());
    m_refused->setText(tr("%1 (%2)", "sentence and code")
                           .arg(ContactText::credentials(office ? office->administrators : QList<OfficeContact>(),
                                                         policy.lockoutMinutes),
                                error.codeText()));
    m_refused->show();
    m_wasSubmitted = false;
    m_loginIdField->focusEditor();
}

void FirstSignInPage::retranslate()
{
    setTitle(tr("First sign-in with a temporary password"));
    setPurpose(tr("Paste the mail with the subject %1 or %2, or type both by hand. The mail is not stored.")
                   .arg(QStringLiteral("「【予予請求】ユーザID・仮パスワード通知」"),
                        QStringLiteral("「【予予請求】仮パスワード通知」")));
    m_mailField->setLabel(tr("Text of the mail"));
    m_mailField->setCheck([this] { return m_mailProblem; });
    m_mail->setPlaceholderText(tr("Paste the mail here (Ctrl+V), or drop the mail file here"));
    m_open->setText(tr("Open a mail file…"));
    m_again->setText(tr("Read another mail"));
    m_again->setVisible(m_readKind != Read::Nothing);
    m_loginIdField->setLabel(tr("User ID"));
    m_loginIdField->setCheck([this]() -> std::optional<Presented> {
        if (!m_wasSubmitted || !m_loginId->code().isEmpty())
            return std::nullopt;
        return Presented{tr("Type your user ID. The administrator of your office gave it to you."), {}, {}, {}};
    });
    m_passwordField->setLabel(tr("Temporary password"));
    m_passwordField->setCheck([this]() -> std::optional<Presented> {
        if (!m_wasSubmitted || !m_password->text().isEmpty())
            return std::nullopt;
        return Presented{tr("Type the temporary password from the mail."), {}, {}, {}};
    });
    m_signIn->setText(m_controller.isBusy() ? tr("Signing in…") : tr("Sign in", "button"));
    m_back->setText(tr("Back"));
    tellRead();
}

} // namespace yoyo
