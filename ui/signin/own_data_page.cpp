// SPDX-License-Identifier: Apache-2.0
// See own_data_page.h.
#include "ui/signin/own_data_page.h"

#include "ui/signin/form_column.h"
#include "ui/widgets/band.h"
#include "ui/widgets/language.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/questions.h"

#include "models/domain/clock.h"
#include "models/domain/user_rules.h"
#include "models/domain/when_done.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace yoyo {

OwnDataController::OwnDataController(OwnDataDesk& desk, const Clock& clock, QObject* parent)
    : QObject(parent), m_desk(desk), m_clock(clock)
{
    connect(&m_desk, &OwnDataDesk::changed, this, [this] {
        if (!m_isDirty && !m_isBusy)
            load();
    });
}

void OwnDataController::load()
{
    whenDone(m_desk.own(), this, [this](const Result<UserRow>& row) {
        if (m_isDirty)
            return;
        if (!row) {
            // Right after the first sign-in here nothing has come from the centre yet: changed() tells when it has.
            if (row.error().code == ErrorCode::UserNotFound && !m_row)
                Q_EMIT waiting();
            else
                Q_EMIT loadFailed(row.error());
            return;
        }
        m_row = *row;
        Q_EMIT loaded();
    });
}

void OwnDataController::setDirty(bool dirty)
{
    m_isDirty = dirty;
}

QList<Error> OwnDataController::check(const User& user) const
{
    UserRuleContext context;
    context.today = japaneseDay(m_clock.nowUtc());
    if (m_row) {
        context.before = m_row->user;
        context.actorId = m_row->user.id;
    }
    QList<Error> errors;
    for (const Error& error : checkUser(normalised(user), context)) {
        // Role, period and ID are not the person's to change here.
        if (isOwnDataField(error.pointer))
            errors.append(error);
    }
    return errors;
}

void OwnDataController::save(const User& user)
{
    if (m_isBusy || !m_row)
        return;
    m_isBusy = true;
    Q_EMIT busyChanged();
    whenDone(m_desk.save(m_row->seen, normalised(user)), this, [this](const Result<SaveReceipt>& receipt) {
        m_isBusy = false;
        Q_EMIT busyChanged();
        if (!receipt) {
            Q_EMIT saveFailed(receipt.error());
            return;
        }
        m_isDirty = false;
        Q_EMIT saved(!receipt->opIds.isEmpty());
        load();
    });
}

OwnDataPage::OwnDataPage(OwnDataDesk& desk, const Clock& clock, const ErrorPresenter& presenter, Questions& questions,
                         QWidget* parent)
    : Page(QStringLiteral("own-data"), Body::Scrolling, parent), m_controller(desk, clock), m_presenter(presenter),
      m_questions(questions), m_summary(new ProblemSummary(this)), m_fields(presenter, m_summary)
{
    m_welcome = new Band(Band::Kind::Info, this);
    m_welcome->setObjectName(QStringLiteral("welcome"));
    m_welcome->hide();
    addBand(m_welcome);
    m_trouble = new Band(Band::Kind::Error, this);
    m_trouble->setObjectName(QStringLiteral("trouble"));
    m_trouble->hide();
    addBand(m_trouble);
    QVBoxLayout* column = addFormColumn(*this, 640);
    m_loading = new QLabel(this);
    column->addWidget(m_loading);
    m_form = new QWidget(this);
    column->addWidget(m_form);
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(space::group);
    form->addWidget(m_summary);
    m_fixed = makeText(m_form);
    form->addWidget(m_fixed);
    const auto pair = [this, form](const char* first, QLineEdit*& firstEditor, const char* second,
                                   QLineEdit*& secondEditor) {
        auto* row = new QHBoxLayout;
        row->setSpacing(space::group);
        for (const auto& [name, editor] : {std::pair(first, &firstEditor), std::pair(second, &secondEditor)}) {
            auto* holder = new QVBoxLayout;
            addField(holder, name, *editor, 24);
            holder->addStretch(1);
            row->addLayout(holder);
        }
        row->addStretch(1);
        form->addLayout(row);
    };
    pair("family_name", m_family, "given_name", m_given);
    pair("family_kana", m_familyKana, "given_kana", m_givenKana);
    addField(form, "department", m_department, 40);
    addField(form, "mail", m_mail, 44);
    addField(form, "phone", m_phone, 24);
    m_mail->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhPreferLatin);
    m_phone->setInputMethodHints(Qt::ImhPreferNumbers | Qt::ImhPreferLatin);
    for (const char* name : {"family_name", "given_name", "family_kana", "given_kana", "department", "mail"})
        m_fields.field(QLatin1String(name))->setNeed(FormField::Need::Required);

    m_save = makeButton(ButtonRole::Primary, this);
    m_save->setObjectName(QStringLiteral("save"));
    setMainButton(m_save);
    m_undo = makeButton(ButtonRole::Normal, this);
    m_undo->setObjectName(QStringLiteral("undo"));
    addSideButton(m_undo);
    m_password = makeButton(ButtonRole::Normal, this);
    m_password->setObjectName(QStringLiteral("password"));
    tools()->addWidget(m_password);

    connect(&m_fields, &FormFields::edited, this, [this] {
        if (m_isFilling || !m_controller.row())
            return;
        m_controller.setDirty(typed() != m_controller.row()->user);
        retranslate();
    });
    connect(m_save, &QPushButton::clicked, this, &OwnDataPage::submit);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        m_controller.setDirty(false);
        m_fields.clear();
        fill();
        m_controller.load();
    });
    connect(m_password, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("password-change"), {}); });
    connect(&m_controller, &OwnDataController::loaded, this, &OwnDataPage::fill);
    connect(&m_controller, &OwnDataController::busyChanged, this, &OwnDataPage::retranslate);
    connect(&m_controller, &OwnDataController::loadFailed, this, [this](const Error& error) {
        m_loading->hide();
        m_trouble->setText(m_presenter.present(error).full());
        m_trouble->setActionText(tr("Try again"));
        m_trouble->show();
    });
    connect(&m_controller, &OwnDataController::waiting, this, [this] {
        m_trouble->hide();
        m_loading->show();
    });
    connect(m_trouble, &Band::activated, &m_controller, &OwnDataController::load);
    connect(&m_controller, &OwnDataController::saveFailed, this, [this](const Error& error) {
        m_fields.showErrors({error});
    });
    connect(&m_controller, &OwnDataController::saved, this, [this](bool isChanged) {
        if (isChanged) {
            messages()->show(Message::Kind::Success,
                             m_controller.desk().isOnline()
                                 ? tr("Saved on this PC. It is being sent to the centre.")
                                 : tr("Saved on this PC. It is sent when the centre can be reached."));
        }
        retranslate();
        if (std::exchange(m_isLeaving, false))
            Q_EMIT leaveAllowed();
        if (m_isWelcome) {
            m_isWelcome = false;
            m_welcome->hide();
            Q_EMIT confirmed();
        }
    });
    m_form->hide();
    retranslate();
}

FormField* OwnDataPage::addField(QVBoxLayout* column, const char* name, QLineEdit*& editor, int characters)
{
    editor = new QLineEdit(m_form);
    editor->setMaxLength(256);
    FormField* field = m_fields.add(new FormField(QLatin1String(name), editor, m_form));
    field->setWidthInCharacters(characters);
    field->setCheck([this, id = QString::fromLatin1(name)] { return problemOf(id); });
    column->addWidget(field);
    return field;
}

void OwnDataPage::welcome()
{
    m_isWelcome = true;
    m_welcome->show();
    retranslate();
}

void OwnDataPage::entered()
{
    if (!m_controller.isDirty())
        m_controller.load();
    m_family->setFocus();
}

bool OwnDataPage::mayLeave()
{
    if (!m_controller.isDirty())
        return true;
    Question question;
    question.title = tr("Save the changes to your own data?");
    question.consequence = tr("What you typed is not saved yet.");
    question.verb = tr("Save", "verb");
    question.alternative = tr("Do not save");
    question.refusal = tr("Stay here");
    m_questions.ask(this, question, [this](Answer answer) {
        m_isLeaving = answer == Answer::Accepted; // an ordinary save lets nobody go
        if (answer == Answer::Accepted) {
            submit();
        } else if (answer == Answer::Alternative) {
            m_controller.setDirty(false);
            m_fields.clear();
            fill();
            Q_EMIT leaveAllowed();
        }
    });
    return false;
}

User OwnDataPage::typed() const
{
    User user = m_controller.row() ? m_controller.row()->user : User();
    user.familyName = m_family->text();
    user.givenName = m_given->text();
    user.familyKana = m_familyKana->text();
    user.givenKana = m_givenKana->text();
    user.department = m_department->text();
    user.mail = m_mail->text();
    user.phone = m_phone->text();
    return user;
}

void OwnDataPage::fill()
{
    if (!m_controller.row())
        return;
    m_isFilling = true;
    const User& user = m_controller.row()->user;
    m_family->setText(user.familyName);
    m_given->setText(user.givenName);
    m_familyKana->setText(user.familyKana);
    m_givenKana->setText(user.givenKana);
    m_department->setText(user.department);
    m_mail->setText(user.mail);
    m_phone->setText(user.phone);
    m_isFilling = false;
    m_loading->hide();
    m_trouble->hide();
    m_form->show();
    retranslate();
}

std::optional<Presented> OwnDataPage::problemOf(const QString& field) const
{
    for (const Error& error : m_controller.check(typed())) {
        if (error.pointer == field)
            return m_presenter.present(error);
    }
    return std::nullopt;
}

void OwnDataPage::submit()
{
    if (m_controller.isBusy() || !m_controller.row())
        return;
    m_fields.clear();
    QList<Error> refusals;
    for (const Error& error : m_controller.check(typed())) {
        if (errorInfo(error.code).severity != "confirm" && errorInfo(error.code).severity != "note")
            refusals.append(error);
    }
    if (!refusals.isEmpty()) {
        m_fields.showErrors(refusals);
        return;
    }
    m_controller.save(typed());
}

void OwnDataPage::retranslate()
{
    setTitle(tr("My own user data"));
    setPurpose(tr("Your colleagues see name and department. Mail and phone are used for notices to you."));
    m_welcome->setText(tr("You are signed in. Please check what the administrator entered about you, and correct it "
                          "where needed."));
    m_loading->setText(tr("Reading your data…"));
    const auto label = [this](const char* name, const QString& text, const QString& support = {}) {
        FormField* field = m_fields.field(QLatin1String(name));
        field->setLabel(text);
        field->setSupport(support);
    };
    label("family_name", tr("Family name"));
    label("given_name", tr("Given name"));
    label("family_kana", tr("Family name in kana"), tr("Katakana; hiragana is changed by itself"));
    label("given_kana", tr("Given name in kana"), tr("Katakana; hiragana is changed by itself"));
    label("department", tr("Department"));
    label("mail", tr("Mail address"), tr("Temporary passwords are sent here: please compare it letter by letter."));
    label("phone", tr("Phone"), tr("Also an extension, for example 内線 2345"));
    if (m_controller.row()) {
        const User& user = m_controller.row()->user;
        const QString role = user.role == Role::Administrator ? tr("Administrator")
            : user.role == Role::Staff                          ? tr("Staff")
                                                                : tr("Reader");
        m_fixed->setText(tr("User ID %1 · Role %2. Only an administrator can change these.").arg(user.loginId, role));
    }
    const bool isDirty = m_controller.isDirty();
    m_save->setText(m_controller.isBusy() ? tr("Saving…")
                                          : m_isWelcome && !isDirty ? tr("This is right, go on") : tr("Save", "verb"));
    m_save->setEnabled(!m_controller.isBusy() && m_controller.row() && (isDirty || m_isWelcome));
    m_undo->setText(tr("Undo"));
    m_undo->setEnabled(isDirty && !m_controller.isBusy());
    m_password->setText(tr("Change the password…"));
}

} // namespace yoyo
