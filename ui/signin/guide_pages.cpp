// SPDX-License-Identifier: Apache-2.0
// See guide_pages.h.
#include "ui/signin/guide_pages.h"

#include "ui/signin/form_column.h"
#include "ui/signin/sign_in_page.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/band.h"
#include "ui/widgets/code_field.h"

#include <QFont>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace yoyo {

GuidePage::Case GuidePage::addCase(QVBoxLayout* column, const char* name, std::optional<SignInStep> step)
{
    Case c;
    auto* row = new QHBoxLayout;
    row->setSpacing(space::group);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    c.title = new QLabel(this);
    QFont bold = c.title->font();
    bold.setBold(true);
    c.title->setFont(bold);
    c.text = makeText(this);
    texts->addWidget(c.title);
    texts->addWidget(c.text);
    row->addLayout(texts, 1);
    if (step) {
        c.way = makeButton(ButtonRole::Normal, this);
        c.way->setObjectName(QLatin1String(name));
        connect(c.way, &QPushButton::clicked, this, [this, step] { m_controller.show(*step); });
        row->addWidget(c.way, 0, Qt::AlignVCenter);
    }
    column->addLayout(row);
    column->addWidget(makeHairline(this));
    return c;
}

GuidePage::GuidePage(SignInController& controller, QWidget* parent)
    : Page(QStringLiteral("trouble"), Body::Scrolling, parent), m_controller(controller)
{
    QVBoxLayout* column = addFormColumn(*this, 680);
    column->setSpacing(12);
    m_password = addCase(column, "toForgottenPassword", SignInStep::ForgottenPassword);
    m_id = addCase(column, "toForgottenId", SignInStep::ForgottenId);
    m_temporary = addCase(column, "", std::nullopt);
    m_system = addCase(column, "", std::nullopt);
    m_maintenance = addCase(column, "", std::nullopt);
    m_network = addCase(column, "toService", SignInStep::Connect);
    QHBoxLayout* row = addButtonRow(column);
    m_back = makeButton(ButtonRole::Normal, this);
    row->addWidget(m_back);
    connect(m_back, &QPushButton::clicked, &m_controller, &SignInController::start);
    retranslate();
}

void GuidePage::entered()
{
    retranslate();
    m_password.way->setFocus();
}

void GuidePage::retranslate()
{
    setTitle(tr("When you cannot sign in"));
    m_password.title->setText(tr("You forgot your password"));
    m_password.text->setText(tr("Reset it: a temporary password comes by mail."));
    m_password.way->setText(tr("Reset the password"));
    m_id.title->setText(tr("You forgot your user ID"));
    m_id.text->setText(tr("Ask an administrator of your office."));
    m_id.way->setText(tr("Show the administrators"));
    m_temporary.title->setText(tr("The temporary password has expired or did not arrive"));
    m_temporary.text->setText(tr("An administrator of your office can have it sent again. If you are the only "
                                 "administrator, call the helpdesk."));
    m_system.title->setText(tr("A system error is shown"));
    m_system.text->setText(tr("Call the helpdesk. The page of the error has a text ready for them."));
    m_maintenance.title->setText(tr("Maintenance is shown"));
    m_maintenance.text->setText(tr("Sign in again after some time. The page says until when, and tries again by "
                                   "itself."));
    m_network.title->setText(tr("The service cannot be reached"));
    m_network.text->setText(tr("Ask the IT staff of your office. If you signed in on this PC within the last days, you "
                               "can work without the service."));
    m_network.way->setText(tr("Service address…"));
    m_back->setText(tr("Back"));
}

ForgottenPasswordPage::ForgottenPasswordPage(SignInController& controller, const ErrorPresenter& presenter,
                                             QWidget* parent)
    : Page(QStringLiteral("forgotten-password"), Body::Scrolling, parent), m_controller(controller),
      m_presenter(presenter), m_fields(presenter, nullptr)
{
    QVBoxLayout* column = addFormColumn(*this);
    m_trouble = new Band(Band::Kind::Error, this);
    m_trouble->setObjectName(QStringLiteral("trouble"));
    m_trouble->hide();
    m_answer = new Band(Band::Kind::Info, this);
    m_answer->setObjectName(QStringLiteral("answer"));
    m_answer->hide();
    column->addWidget(m_trouble);
    column->addWidget(m_answer);
    m_loginId = new CodeField(CodeField::Keep::Everything, this);
    m_loginIdField = m_fields.add(makeLoginIdField(m_loginId, this));
    m_mail = new QLineEdit(this);
    m_mail->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhPreferLatin);
    m_mailField = m_fields.add(new FormField(QStringLiteral("mail"), m_mail, this));
    m_mailField->setNeed(FormField::Need::Required);
    m_mailField->setWidthInCharacters(44);
    column->addWidget(m_loginIdField);
    column->addWidget(m_mailField);
    QHBoxLayout* row = addButtonRow(column);
    m_back = makeButton(ButtonRole::Normal, this);
    m_first = makeButton(ButtonRole::Normal, this);
    m_first->setObjectName(QStringLiteral("toFirst"));
    m_send = makeButton(ButtonRole::Primary, this);
    m_send->setObjectName(QStringLiteral("send"));
    row->addWidget(m_back);
    row->addWidget(m_first);
    row->addWidget(m_send);
    connect(m_loginId, &QLineEdit::returnPressed, this, [this] { m_mail->setFocus(); });
    connect(m_loginId, &QLineEdit::textEdited, &m_controller, &SignInController::rememberLoginId);
    connect(m_mail, &QLineEdit::returnPressed, this, &ForgottenPasswordPage::submit);
    connect(m_send, &QPushButton::clicked, this, &ForgottenPasswordPage::submit);
    connect(m_back, &QPushButton::clicked, this, [this] { m_controller.show(SignInStep::SignIn); });
    connect(m_first, &QPushButton::clicked, this, [this] { m_controller.show(SignInStep::FirstSignIn); });
    connect(&m_controller, &SignInController::resetAnswered, this, [this] {
        m_isAnswered = true;
        retranslate();
        m_answer->show();
        m_first->setFocus();
    });
    connect(&m_controller, &SignInController::resetFailed, this, [this](const Error& error) {
        m_trouble->setText(m_presenter.present(error).full());
        m_trouble->show();
    });
    connect(&m_controller, &SignInController::busyChanged, this, [this](bool isBusy) {
        m_send->setEnabled(!isBusy);
        m_back->setEnabled(!isBusy);
    });
    retranslate();
}

void ForgottenPasswordPage::entered()
{
    m_loginId->setText(m_controller.loginId());
    m_trouble->hide();
    m_answer->hide();
    m_isAnswered = false;
    m_wasSubmitted = false;
    m_fields.clear();
    retranslate();
    (m_loginId->text().isEmpty() ? static_cast<QLineEdit*>(m_loginId) : m_mail)->setFocus();
}

void ForgottenPasswordPage::submit()
{
    if (m_controller.isBusy())
        return;
    m_trouble->hide();
    m_answer->hide();
    m_wasSubmitted = true;
    if (m_fields.checkAll()) {
        m_controller.requestReset(m_loginId->code(),
                                  m_mail->text().normalized(QString::NormalizationForm_KC).trimmed());
    }
}

void ForgottenPasswordPage::retranslate()
{
    setTitle(tr("Forgotten password"));
    setPurpose(tr("A temporary password is sent to the mail address registered for the user ID. Your present password "
                  "stays valid until the temporary one is used."));
    m_loginIdField->setLabel(tr("User ID"));
    m_loginIdField->setCheck([this]() -> std::optional<Presented> {
        if (!m_wasSubmitted || !m_loginId->code().isEmpty())
            return std::nullopt;
        return Presented{tr("Type your user ID."), {}, {}, {}};
    });
    m_mailField->setLabel(tr("Registered mail address"));
    m_mailField->setSupport(tr("The address at work that is registered for you, for example name@city.example.lg.jp"));
    m_mailField->setCheck([this]() -> std::optional<Presented> {
        static const QRegularExpression shape(QStringLiteral("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"));
        const QString mail = m_mail->text().normalized(QString::NormalizationForm_KC).trimmed();
        if (mail.isEmpty()) {
            if (!m_wasSubmitted)
                return std::nullopt;
            return Presented{tr("Type the registered mail address."), {}, {}, {}};
        }
        if (shape.match(mail).hasMatch())
            return std::nullopt;
        return m_presenter.present(Error(ErrorCode::MailFormat, {}, {}, QStringLiteral("mail")));
    });
    m_answer->setText(tr("If the user ID and the mail address belong together, a mail with a temporary password is on "
                         "its way. If none has come after ten minutes, ask an administrator of your office. For your "
                         "protection this answer is always the same."));
    m_send->setText(m_isAnswered ? tr("Send again") : tr("Send a temporary password"));
    m_back->setText(tr("Back"));
    m_first->setText(tr("I have received the mail"));
    m_first->setVisible(m_isAnswered);
}

ForgottenIdPage::ForgottenIdPage(SignInController& controller, QWidget* parent)
    : Page(QStringLiteral("forgotten-id"), Body::Scrolling, parent), m_controller(controller)
{
    QVBoxLayout* column = addFormColumn(*this);
    m_text = makeText(this);
    m_contacts = makeText(this);
    m_contacts->setObjectName(QStringLiteral("contacts"));
    setTextKind(m_contacts, TextKind::Section);
    m_only = makeText(this);
    m_helpdesk = makeText(this);
    for (QLabel* label : {m_text, m_contacts, m_only, m_helpdesk})
        column->addWidget(label);
    QHBoxLayout* row = addButtonRow(column);
    m_back = makeButton(ButtonRole::Normal, this);
    row->addWidget(m_back);
    connect(m_back, &QPushButton::clicked, this, [this] { m_controller.show(SignInStep::SignIn); });
    connect(&m_controller, &SignInController::memoryChanged, this, &ForgottenIdPage::retranslate);
    retranslate();
}

void ForgottenIdPage::entered()
{
    retranslate();
    m_back->setFocus();
}

void ForgottenIdPage::retranslate()
{
    const auto office = m_controller.office();
    const QList<OfficeContact> known = office ? office->administrators : QList<OfficeContact>();
    setTitle(tr("Forgotten user ID"));
    m_text->setText(tr("Your user ID is in the list of users and on the notice you were given. An administrator of your "
                       "office can tell it to you:"));
    m_text->setVisible(!known.isEmpty());
    m_contacts->setText(known.isEmpty() ? tr("Ask your superior or your IT staff.") : ContactText::lines(known));
    m_only->setText(tr("If you are the only administrator yourself, call the helpdesk:"));
    m_helpdesk->setText(ContactText::helpdesk(office ? std::optional(office->helpdesk) : std::nullopt));
    m_back->setText(tr("Back"));
}

} // namespace yoyo
