// SPDX-License-Identifier: Apache-2.0
// See user_form.h.
#include "ui/users/user_form.h"

#include "models/domain/rights.h"
#include "models/domain/user_rules.h"
#include "ui/users/user_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/code_field.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/day_reading.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/row_badge_words.h"
#include "ui/widgets/wrap_layout.h"
#include "ui/widgets/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace yoyo {

static constexpr int formWidth = 660;
static constexpr int panelWidth = 328;

UserForm::UserForm(const ErrorPresenter& errors, const ScreenContext& context, QWidget* parent)
    : Page(QStringLiteral("user-form"), Body::Scrolling, parent), m_errors(errors), m_context(context)
{
    build();
    connect(&context, &ScreenContext::changed, this, &UserForm::dressAccount);
    retranslate();
}

FormField* UserForm::addText(QLayout* to, const char* name, QLineEdit* line, int width, FormField::Need need)
{
    auto* field = new FormField(QString::fromLatin1(name), line, this);
    field->setNeed(need);
    field->setWidthInCharacters(width);
    m_fields->add(field);
    m_undo.watch(line);
    to->addWidget(field);
    if (qobject_cast<WrapLayout*>(to))
        to->setAlignment(field, Qt::AlignTop);
    return field;
}

void UserForm::build()
{
    using enum FormField::Need;
    m_summary = new ProblemSummary(this);
    m_fields = new FormFields(m_errors, m_summary, this);
    m_back = makeButton(ButtonRole::Link, this);
    tools()->addWidget(m_back);
    connect(m_back, &QPushButton::clicked, this, &UserForm::closeRequested);

    auto* sides = new QHBoxLayout;
    sides->setSpacing(space::page);
    auto* left = new QWidget(this);
    left->setMaximumWidth(formWidth);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_summary);
    const auto section = [&] {
        auto* label = new QLabel(left);
        setTextKind(label, TextKind::Section);
        m_sections.append(label);
        if (m_sections.size() > 1)
            column->addSpacing(space::related);
        column->addWidget(label);
        column->addWidget(makeHairline(left));
    };
    const auto pair = [column] {
        auto* row = new WrapLayout;
        row->setSpacing(space::group);
        column->addLayout(row);
        return row;
    };

    section();
    auto* idRow = pair();
    m_loginId = new CodeField(CodeField::Keep::Everything, left);
    m_loginId->setMaxLength(40);
    addText(idRow, "login_id", m_loginId, 24, Required);
    m_suggest = makeButton(ButtonRole::Normal, left);
    m_suggest->setObjectName(QStringLiteral("suggestLoginId"));
    connect(m_suggest, &QPushButton::clicked, this, &UserForm::suggestionRequested);
    idRow->addWidget(m_suggest);

    section();
    auto* names = pair();
    m_familyName = new QLineEdit(left);
    addText(names, "family_name", m_familyName, 30, Required);
    m_givenName = new QLineEdit(left);
    addText(names, "given_name", m_givenName, 30, Required);
    auto* kanas = pair();
    m_familyKana = new QLineEdit(left);
    addText(kanas, "family_kana", m_familyKana, 30, Required);
    m_givenKana = new QLineEdit(left);
    addText(kanas, "given_kana", m_givenKana, 30, Required);

    section();
    auto* office = pair();
    m_department = new QComboBox(left);
    m_department->setEditable(true);
    m_department->setInsertPolicy(QComboBox::NoInsert);
    m_department->setMinimumContentsLength(24); // a whole division and section
    auto* departmentField = new FormField(QStringLiteral("department"), m_department, left);
    departmentField->setNeed(Required);
    departmentField->setWidthInCharacters(36);
    m_fields->add(departmentField);
    m_undo.watch(m_department->lineEdit());
    connect(m_department->lineEdit(), &QLineEdit::textChanged, departmentField, &FormField::edited);
    office->addWidget(departmentField);
    office->setAlignment(departmentField, Qt::AlignTop);
    m_employeeNo = new QLineEdit(left);
    addText(office, "employee_no", m_employeeNo, 16, Optional);
    m_mail = new CodeField(CodeField::Keep::Everything, left);
    addText(column, "mail", m_mail, 48, Required);
    m_mailLarge = new QLabel(left);
    m_mailLarge->setTextFormat(Qt::PlainText);
    QFont large = codeFont();
    large.setPointSizeF(textFont(TextKind::Title).pointSizeF());
    m_mailLarge->setFont(large);
    m_mailLarge->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_mailLarge->setWordWrap(true);
    column->addWidget(m_mailLarge);
    connect(m_mail, &QLineEdit::textChanged, this, &UserForm::dressMail);
    m_phone = new CodeField(CodeField::Keep::Everything, left);
    addText(column, "phone", m_phone, 28, Optional);

    section();
    m_role = new QComboBox(left);
    for (const Role role : {Role::Administrator, Role::Staff, Role::Reader})
        m_role->addItem(QString(), int(role));
    auto* roleField = new FormField(QStringLiteral("role"), m_role, left);
    roleField->setNeed(Required);
    roleField->setWidthInCharacters(18);
    m_fields->add(roleField);
    m_undo.watch(m_role);
    column->addWidget(roleField);
    m_unattended = new QCheckBox(left);
    auto* unattendedField = new FormField(QStringLiteral("unattended"), m_unattended, left);
    m_fields->add(unattendedField);
    m_undo.watch(m_unattended);
    column->addWidget(unattendedField);
    auto* period = pair();
    const auto addDay = [&](const char* name, DateField*& editor) {
        editor = makeDateField(left);
        auto* field = new FormField(QString::fromLatin1(name), editor, left);
        m_fields->add(field);
        m_undo.watch(editor->lineEdit());
        period->addWidget(field);
        period->setAlignment(field, Qt::AlignTop);
    };
    addDay("valid_from", m_validFrom);
    addDay("valid_to", m_validTo);

    section();
    m_note = new QPlainTextEdit(left);
    m_note->setFixedHeight(76);
    m_note->setTabChangesFocus(true);
    auto* noteField = new FormField(QStringLiteral("note"), m_note, left);
    m_fields->add(noteField);
    m_undo.watch(m_note);
    column->addWidget(noteField);
    column->addStretch(1);

    sides->addWidget(left, 100);
    m_account = buildAccountPanel();
    sides->addWidget(m_account, 0, Qt::AlignTop);
    sides->addStretch(1);
    content()->addLayout(sides);

    for (FormField* field : m_fields->fields()) {
        field->setCheck([this, name = field->name()] { return problemOf(name); });
    }
    m_save = setMainButton(makeButton(ButtonRole::Primary, this));
    m_save->setObjectName(QStringLiteral("saveUser"));
    m_close = addSideButton(makeButton(ButtonRole::Normal, this));
    connect(m_save, &QPushButton::clicked, this, &UserForm::saveRequested);
    connect(m_close, &QPushButton::clicked, this, &UserForm::closeRequested);
    auto* save = new QShortcut(QKeySequence::Save, this);
    save->setContext(Qt::WidgetWithChildrenShortcut);
    connect(save, &QShortcut::activated, m_save, &QPushButton::click);
    auto* close = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    close->setContext(Qt::WidgetWithChildrenShortcut);
    connect(close, &QShortcut::activated, this, &UserForm::closeRequested);
}

QWidget* UserForm::buildAccountPanel()
{
    auto* panel = new QFrame(this);
    panel->setObjectName(QStringLiteral("accountPanel"));
    panel->setFixedWidth(panelWidth);
    panel->setAutoFillBackground(true);
    QPalette palette = panel->palette();
    palette.setColor(QPalette::Window, colorsOf(this).surfaceSubtle);
    panel->setPalette(palette);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(space::group, space::group, space::group, space::group);
    column->setSpacing(space::related);
    m_accountTitle = new QLabel(panel);
    setTextKind(m_accountTitle, TextKind::Section);
    column->addWidget(m_accountTitle);
    m_status = new Badge(panel);
    column->addWidget(m_status, 0, Qt::AlignLeft);
    m_rowBadge = new Badge(panel);
    column->addWidget(m_rowBadge, 0, Qt::AlignLeft);
    m_accountLines = new QLabel(panel);
    m_accountLines->setTextFormat(Qt::PlainText);
    m_accountLines->setWordWrap(true);
    column->addWidget(m_accountLines);
    const auto add = [&](void (UserForm::*signal)()) {
        auto* button = makeButton(ButtonRole::Normal, panel);
        column->addWidget(button);
        connect(button, &QPushButton::clicked, this, signal);
        return button;
    };
    m_conflict = add(&UserForm::conflictRequested);
    m_withdraw = add(&UserForm::withdrawRequested);
    m_notice = add(&UserForm::noticeRequested);
    m_reset = add(&UserForm::resetRequested);
    m_unlock = add(&UserForm::unlockRequested);
    m_endSessions = add(&UserForm::endSessionsRequested);
    m_onlineHint = new QLabel(panel);
    m_onlineHint->setWordWrap(true);
    setTextKind(m_onlineHint, TextKind::Small);
    setSecondary(m_onlineHint);
    column->addWidget(m_onlineHint);
    column->addSpacing(space::related);
    m_suspend = makeButton(ButtonRole::Danger, panel);
    column->addWidget(m_suspend);
    connect(m_suspend, &QPushButton::clicked, this, [this] {
        if (m_row && m_row->user.state == UserState::Suspended)
            Q_EMIT resumeRequested();
        else
            Q_EMIT suspendRequested();
    });
    return panel;
}

void UserForm::startNew()
{
    m_row.reset();
    User user;
    user.validFrom = m_context.facts().today;
    m_start = user;
    fill(user);
    retranslate();
    m_loginId->setFocus();
}

void UserForm::startEdit(const UserRow& row)
{
    m_row = row;
    m_start = row.user;
    fill(row.user);
    retranslate();
    m_familyName->setFocus();
}

void UserForm::refreshAccount(const UserRow& row)
{
    if (!m_row || m_row->user.id != row.user.id)
        return;
    if (!isChanged()) {
        m_start = row.user;
        m_row = row;
        fill(row.user);
    } else {
        // What the person started from stays the base of the save; only the account's state is shown anew.
        m_row->status = row.status;
        m_row->badge = row.badge;
        m_row->user.state = row.user.state;
        m_row->user.credentialState = row.user.credentialState;
        m_row->user.temporaryExpiresAt = row.user.temporaryExpiresAt;
        m_row->user.lockedUntil = row.user.lockedUntil;
        m_row->user.lastSignInAt = row.user.lastSignInAt;
    }
    dressAccount();
}

void UserForm::fill(const User& user)
{
    m_loginId->setText(user.loginId);
    // The centre takes the ID once; until then it can still be corrected.
    const bool isIdOpen = isNew() || m_row->seen.ver == 0;
    m_loginId->setReadOnly(!isIdOpen);
    m_suggest->setVisible(isNew());
    m_familyName->setText(user.familyName);
    m_givenName->setText(user.givenName);
    m_familyKana->setText(user.familyKana);
    m_givenKana->setText(user.givenKana);
    m_department->setEditText(user.department);
    m_department->lineEdit()->home(false);
    m_employeeNo->setText(user.employeeNo);
    m_mail->setText(user.mail);
    m_phone->setText(user.phone);
    m_role->setCurrentIndex(m_role->findData(int(user.role)));
    m_unattended->setChecked(user.unattended);
    m_validFrom->setDay(user.validFrom);
    m_validTo->setDay(user.validTo);
    m_note->setPlainText(user.note);
    m_fields->clear();
    m_undo.reset();
    dressMail();
    dressAccount();
}

User UserForm::user() const
{
    User user = m_start;
    user.loginId = m_loginId->text();
    user.familyName = m_familyName->text();
    user.givenName = m_givenName->text();
    user.familyKana = m_familyKana->text();
    user.givenKana = m_givenKana->text();
    user.department = m_department->currentText();
    user.employeeNo = m_employeeNo->text();
    user.mail = m_mail->text();
    user.phone = m_phone->text();
    user.role = Role(m_role->currentData().toInt());
    user.unattended = m_unattended->isChecked();
    for (const auto& [editor, member] : {std::pair(m_validFrom, &User::validFrom), std::pair(m_validTo, &User::validTo)}) {
        if (const auto day = editor->day())
            user.*member = day->value_or(QDate());
    }
    user.note = m_note->toPlainText();
    return normalised(user);
}

bool UserForm::isChanged() const
{
    const User now = user();
    const bool hasUnreadDay = !m_validFrom->day() || !m_validTo->day();
    return hasUnreadDay || toFields(now) != toFields(normalised(m_start));
}

void UserForm::setSuggestedLoginId(const QString& id)
{
    m_loginId->setText(id);
    m_loginId->setFocus();
    m_loginId->selectAll();
}

void UserForm::setDepartments(const QStringList& departments)
{
    const QString typed = m_department->currentText();
    m_department->clear();
    m_department->addItems(departments);
    m_department->setEditText(typed);
    if (!m_department->hasFocus())
        m_department->lineEdit()->home(false); // a long one is read from its beginning
}

QList<Error> UserForm::findings() const
{
    UserRuleContext rules;
    rules.today = m_context.facts().today;
    rules.actorId = m_context.facts().userId;
    if (m_row)
        rules.before = m_start;
    rules.officeMailDomains = m_mailDomains;
    QList<Error> out = checkUser(user(), rules);
    for (const auto& [editor, name] : {std::pair(m_validFrom, "valid_from"), std::pair(m_validTo, "valid_to")}) {
        if (auto day = editor->day(); !day) {
            Error error = day.error();
            error.pointer = QString::fromLatin1(name);
            out.prepend(error);
        }
    }
    return out;
}

std::optional<Presented> UserForm::problemOf(const QString& field) const
{
    const QList<Error> found = findings();
    for (const bool wantsRefusal : {true, false}) {
        for (const Error& error : found) {
            if (error.pointer == field && isRefusal(error) == wantsRefusal)
                return m_errors.present(error);
        }
    }
    return std::nullopt;
}

bool UserForm::check()
{
    return m_fields->checkAll();
}

QList<Error> UserForm::warnings() const
{
    QList<Error> out;
    const QList<Error> found = findings();
    for (const Error& error : found) {
        if (!isRefusal(error))
            out.append(error);
    }
    return out;
}

void UserForm::showErrors(const QList<Error>& errors)
{
    m_fields->showErrors(errors);
}

void UserForm::setBusy(bool busy)
{
    m_save->setEnabled(!busy);
    m_suggest->setEnabled(!busy);
}

void UserForm::dressMail()
{
    const QString mail = m_mail->text().trimmed();
    m_mailLarge->setVisible(mail.contains(QLatin1Char('@')));
    m_mailLarge->setText(mail);
    m_mailLarge->setAccessibleName(tr("The address read back: %1").arg(mail));
}

void UserForm::dressAccount()
{
    m_account->setVisible(!isNew());
    if (isNew())
        return;
    const UserRow& row = *m_row;
    const User& user = row.user;
    m_status->setBadge(UserWords::statusBadge(user, row.status), UserWords::status(user, row.status));
    m_rowBadge->setVisible(row.badge != RowBadge::None);
    if (row.badge != RowBadge::None)
        m_rowBadge->setBadge(RowBadgeWords::kind(row.badge), RowBadgeWords::word(row.badge));
    QStringList lines;
    lines << tr("Last sign-in: %1").arg(user.lastSignInAt.isValid() ? instantForPeople(user.lastSignInAt) : tr("never"));
    if (row.status == UserStatus::Locked && user.lockedUntil.isValid())
        lines << tr("Locked until %1").arg(instantForPeople(user.lockedUntil));
    lines << tr("ID notice: %1").arg(UserWords::noticeState(user));
    if (row.badge == RowBadge::WaitingApproval)
        lines << tr("The change is in force after your password has been typed again (sync page).");
    m_accountLines->setText(lines.join(QLatin1Char('\n')));

    const ScreenFacts& facts = m_context.facts();
    const bool isAtCentre = row.seen.ver > 0;
    const bool isActive = user.state == UserState::Active;
    const bool hasOwnPassword = user.credentialState == CredentialState::InUse || user.credentialState == CredentialState::Locked;
    m_reset->setText(hasOwnPassword ? tr("Reset the password…") : tr("Send a new temporary password…"));
    const bool canReset = isAllowed(facts.role, Action::ResetUser, facts.policy);
    m_reset->setEnabled(canReset && facts.isOnline && isAtCentre && isActive);
    m_unlock->setVisible(row.status == UserStatus::Locked);
    m_unlock->setEnabled(facts.isOnline);
    m_endSessions->setVisible(isAtCentre && user.lastSignInAt.isValid());
    m_endSessions->setEnabled(facts.isOnline);
    m_notice->setEnabled(isAtCentre && isActive);
    m_withdraw->setVisible(row.badge == RowBadge::Unsent || row.badge == RowBadge::WaitingApproval
                           || row.badge == RowBadge::CannotSend);
    m_conflict->setVisible(row.badge == RowBadge::NeedsPerson);
    m_suspend->setText(isActive ? tr("Suspend…") : tr("Resume…"));
    setButtonRole(m_suspend, isActive ? ButtonRole::Danger : ButtonRole::Normal);
    m_suspend->setEnabled(!row.isOwn);
    m_suspend->setToolTip(row.isOwn ? tr("Nobody can suspend himself. Another administrator can.") : QString());
    QString hint;
    if (!isAtCentre)
        hint = tr("The user ID is final when the centre has accepted it. Until then there is no notice and no temporary password.");
    else if (!facts.isOnline)
        hint = tr("A new temporary password, unlocking and ending sessions are possible only while the service can be reached.");
    m_onlineHint->setText(hint);
    m_onlineHint->setVisible(!hint.isEmpty());
}

void UserForm::retranslate()
{
    setTitle(isNew() ? tr("Register a user") : tr("Edit a user"));
    setPurpose(isNew() ? tr("The service mails a temporary password to this address. You hand the user ID over with the ID notice.")
                       : QString());
    m_back->setText(tr("Back to the list"));
    m_save->setText(isNew() ? tr("Register") : tr("Save"));
    m_close->setText(tr("Cancel"));
    m_suggest->setText(tr("Suggest an ID"));
    const QStringList sections{tr("Account"), tr("Name"), tr("Department and contact"), tr("Role and period"), tr("Other")};
    for (int i = 0; i < m_sections.size(); ++i)
        m_sections.at(i)->setText(sections.at(i));
    for (FormField* field : m_fields->fields())
        field->setLabel(UserWords::field(field->name()));
    m_fields->field(QStringLiteral("login_id"))
        ->setSupport(isNew() ? tr("6 to 20 half-width letters, digits and - _ . , not a name or a birth date.")
                             : tr("The user ID cannot be changed after the registration."));
    m_fields->field(QStringLiteral("family_kana"))->setSupport(tr("Katakana. Hiragana is converted."));
    m_fields->field(QStringLiteral("given_kana"))->setSupport(tr("Katakana"));
    m_fields->field(QStringLiteral("mail"))->setSupport(tr("The temporary password goes to this address. Please check it twice."));
    m_fields->field(QStringLiteral("phone"))->setSupport(tr("Extension or direct number."));
    m_fields->field(QStringLiteral("role"))
        ->setSupport(tr("Administrator: everything. Staff: settings and data. Reader: looks and prints."));
    m_unattended->setText(tr("Used by a program, not by a person"));
    m_fields->field(QStringLiteral("valid_from"))->setSupport(tr("For example 2026-04-01 or R8.4.1"));
    m_fields->field(QStringLiteral("valid_to"))->setSupport(tr("Empty: no end"));
    for (int i = 0; i < m_role->count(); ++i)
        m_role->setItemText(i, UserWords::role(Role(m_role->itemData(i).toInt())));
    m_accountTitle->setText(tr("State of the account"));
    m_unlock->setText(tr("Unlock…"));
    m_endSessions->setText(tr("End all sessions…"));
    m_notice->setText(tr("User ID notice…"));
    m_withdraw->setText(tr("Take the change back…"));
    m_conflict->setText(tr("Decide the conflict…"));
    dressAccount();
}

} // namespace yoyo
