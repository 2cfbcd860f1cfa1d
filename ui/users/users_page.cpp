// SPDX-License-Identifier: Apache-2.0
// See users_page.h.
#include "ui/users/users_page.h"

#include "models/domain/clock.h"
#include "models/domain/password_rules.h"
#include "models/domain/rights.h"
#include "models/domain/when_done.h"
#include "ui/users/notice_page.h"
#include "ui/users/user_sheet.h"
#include "ui/users/user_form.h"
#include "ui/users/user_import_page.h"
#include "ui/users/user_list_page.h"
#include "ui/users/user_table.h"
#include "ui/users/user_words.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/error_presenter.h"
#include "ui/widgets/language.h"
#include "ui/widgets/list_panel.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/questions.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPrinter>
#include <QSaveFile>
#include <QTableView>

namespace yoyo {

/// More users than any office has.
static constexpr int everyUser = 100'000;

UsersPage::UsersPage(const UsersParts& parts, QWidget* parent)
    : PageStack(QStringLiteral("users"), parts.errors, parts.questions, parent), m_parts(parts)
{
    m_table = new UserTable(parts.users, this);
    m_list = new UserListPage(*m_table, parts.errors, parts.context, parts.memory, holder());
    m_form = new UserForm(parts.errors, parts.context, holder());
    m_import = new UserImportPage(parts.errors, holder());
    m_notice = new NoticePage(holder());
    for (Page* page : {static_cast<Page*>(m_list), static_cast<Page*>(m_form), static_cast<Page*>(m_import),
                       static_cast<Page*>(m_notice)})
        addPage(page);
    connectList();
    connectForm();
    connectImport();
    connectNotice();
    connect(&parts.users, &UserService::changed, this, [this] {
        if (front() != m_form || m_form->isNew())
            return;
        whenDone(m_parts.users.get(m_form->row()->user.id), this, [this](const Result<UserRow>& row) {
            if (row)
                m_form->refreshAccount(*row);
        });
    });
}

UsersPage::~UsersPage() = default;

void UsersPage::open(const QString& target)
{
    if (target == QLatin1String("new"))
        leave([this] { openNew(); });
    else if (target == QLatin1String("import"))
        leave([this] {
            m_import->clear();
            showPage(m_import);
        });
    else if (const QUuid id = QUuid::fromString(target); !id.isNull())
        leave([this, id] { openUser(id); });
}

bool UsersPage::hasTypedWork() const
{
    return front() == m_form && m_form->isChanged();
}

void UsersPage::backToList()
{
    m_form->undo().reset();
    m_drafts.reset();
    showPage(m_list);
    m_table->reload();
}

QStringList UsersPage::namesOf(const QList<UserRow>& rows) const
{
    QStringList out;
    for (const UserRow& row : rows)
        out << tr("%1 (%2)", "name, user ID").arg(row.user.fullName(), row.user.loginId);
    return out;
}

// ---- list --------------------------------------------------------------------------------------------------------

void UsersPage::connectList()
{
    connect(m_list, &UserListPage::registerRequested, this, &UsersPage::openNew);
    connect(m_list, &UserListPage::importRequested, this, [this] { open(QStringLiteral("import")); });
    connect(m_list, &UserListPage::openRequested, this, &UsersPage::openUser);
    connect(m_list, &UserListPage::noticeRequested, this, [this] { openNotice(m_list->chosen()); });
    connect(m_list, &UserListPage::resetRequested, this, [this] { direct(Direct::Reset, m_list->chosen()); });
    connect(m_list, &UserListPage::unlockRequested, this, [this] { direct(Direct::Unlock, m_list->chosen()); });
    connect(m_list, &UserListPage::endSessionsRequested, this, [this] { direct(Direct::EndSessions, m_list->chosen()); });
    connect(m_list, &UserListPage::roleRequested, this, [this](Role role) { changeRole(m_list->chosen(), role); });
    connect(m_list, &UserListPage::suspendRequested, this, [this] { suspend(m_list->chosen()); });
    connect(m_list, &UserListPage::resumeRequested, this, [this] { resume(m_list->chosen()); });
    connect(m_list, &UserListPage::withdrawRequested, this, [this] {
        if (const auto rows = m_list->chosen(); rows.size() == 1)
            withdraw(rows.first().user.id);
    });
    connect(m_list, &UserListPage::printRequested, this, &UsersPage::printList);
    connect(m_list, &UserListPage::csvRequested, this, &UsersPage::saveCsv);
}

void UsersPage::allRows(std::function<void(const QList<UserRow>&)> then)
{
    whenDone(m_parts.users.list(m_table->query(), 0, everyUser), this, [this, then = std::move(then)](const Result<UserPage>& page) {
        if (page)
            then(page->rows);
        else
            sayError(page.error());
    });
}

void UsersPage::printList()
{
    allRows([this](const QList<UserRow>& rows) {
        Sheet sheet = m_list->emptySheet(tr("List of users"));
        const QList<int> columns = m_list->visibleColumns();
        for (const UserRow& row : rows) {
            QStringList cells;
            for (const int column : columns)
                cells << UserTable::cell(row, column);
            sheet.table.rows << cells;
            sheet.head.unsent += row.badge == RowBadge::None ? 0 : 1;
        }
        m_parts.questions.print(this, tr("List of users"), [sheet](QPrinter& printer) { paint(sheet, printer); });
    });
}

void UsersPage::saveCsv()
{
    FileQuestion question;
    question.title = tr("Save the users as CSV");
    question.suggestedName = QStringLiteral("users.csv");
    question.filter = tr("CSV (*.csv)");
    m_parts.questions.saveFile(this, question, [this](const QString& path) {
        if (path.isEmpty())
            return;
        allRows([this, path](const QList<UserRow>& rows) {
            const auto written = m_parts.writeCsv(path, UserSheet::table(rows));
            if (written)
                say(tr("%n user(s) saved in %1. The file can be read again by \"Register many\".", nullptr, int(rows.size()))
                        .arg(QFileInfo(path).fileName()));
            else
                sayError(written.error());
        });
    });
}

// ---- form --------------------------------------------------------------------------------------------------------

void UsersPage::connectForm()
{
    connect(m_form, &UserForm::saveRequested, this, [this] { saveForm(false); });
    connect(m_form, &UserForm::closeRequested, this, [this] { leave([this] { backToList(); }); });
    connect(m_form, &UserForm::suggestionRequested, this, [this] {
        whenDone(m_parts.users.suggestLoginId(), this, [this](const Result<QString>& id) {
            if (id)
                m_form->setSuggestedLoginId(*id);
            else
                sayError(id.error());
        });
    });
    connect(m_form, &UserForm::suspendRequested, this, [this] { suspend({*m_form->row()}); });
    connect(m_form, &UserForm::resumeRequested, this, [this] { resume({*m_form->row()}); });
    connect(m_form, &UserForm::resetRequested, this, [this] { direct(Direct::Reset, {*m_form->row()}); });
    connect(m_form, &UserForm::unlockRequested, this, [this] { direct(Direct::Unlock, {*m_form->row()}); });
    connect(m_form, &UserForm::endSessionsRequested, this, [this] { direct(Direct::EndSessions, {*m_form->row()}); });
    connect(m_form, &UserForm::noticeRequested, this, [this] {
        const UserRow row = *m_form->row();
        leave([this, row] { openNotice({row}); });
    });
    connect(m_form, &UserForm::withdrawRequested, this, [this] { withdraw(m_form->row()->user.id); });
    connect(m_form, &UserForm::conflictRequested, this, [this] {
        const QString id = m_form->row()->user.id.toString(QUuid::WithoutBraces);
        leave([this, id] { Q_EMIT pageRequested(QStringLiteral("sync"), id); });
    });
}

void UsersPage::openNew()
{
    m_form->startNew();
    m_form->setBusy(false);
    showPage(m_form);
    whenDone(m_parts.users.departments(), this, [this](const Result<QStringList>& departments) {
        if (departments)
            m_form->setDepartments(*departments);
    });
    whenDone(m_parts.users.own(), this, [this](const Result<UserRow>& own) {
        if (own && own->user.mail.contains(QLatin1Char('@')))
            m_form->setMailDomains({own->user.mail.section(QLatin1Char('@'), -1)});
    });
}

void UsersPage::openUser(const QUuid& id)
{
    whenDone(m_parts.users.get(id), this, [this](const Result<UserRow>& row) {
        if (!row) {
            sayError(row.error());
            return;
        }
        m_form->startEdit(*row);
        m_form->setBusy(false);
        showPage(m_form);
        whenDone(m_parts.users.departments(), this, [this](const Result<QStringList>& departments) {
            if (departments && front() == m_form)
                m_form->setDepartments(*departments);
        });
    });
}

void UsersPage::saveForm(bool areWarningsSeen)
{
    if (!m_form->check())
        return;
    const QList<Error> warnings = m_form->warnings();
    if (!warnings.isEmpty() && !areWarningsSeen) {
        Question question;
        question.title = tr("Save although something is unusual?");
        for (const Error& warning : warnings)
            question.details << m_parts.errors.present(warning).full();
        question.consequence = tr("Please look at this once more. The temporary password goes to %1.").arg(m_form->user().mail);
        question.verb = tr("Save");
        question.refusal = tr("Go on editing");
        m_parts.questions.ask(this, question, [this](Answer answer) {
            if (answer == Answer::Accepted)
                saveForm(true);
        });
        return;
    }
    saveUser();
}

void UsersPage::saveUser()
{
    m_form->setBusy(true);
    const User user = m_form->user();
    const bool isNew = m_form->isNew();
    auto saving = isNew ? m_parts.users.registerUser(user) : m_parts.users.update(m_form->row()->seen, user);
    whenDone(saving, this, [this, isNew](const Result<SaveReceipt>& receipt) {
        m_form->setBusy(false);
        if (!receipt) {
            m_form->showErrors({receipt.error()});
            return;
        }
        backToList();
        if (receipt->ids.isEmpty()) {
            say(tr("Nothing was changed."));
            return;
        }
        afterSave(*receipt, isNew ? tr("The user is saved on this PC.") : tr("The change is saved on this PC."));
    });
}

void UsersPage::afterSave(const SaveReceipt& receipt, const QString& done)
{
    const bool isOnline = m_parts.context.facts().isOnline;
    if (receipt.isWaitingStepUp && isOnline) {
        say(tr("%1 It is not in force yet: please type your password.").arg(done));
        askStepUp();
    } else if (receipt.isWaitingStepUp) {
        say(tr("%1 It is not in force yet. When the service can be reached again, type your password on the sync page.").arg(done));
    } else if (!isOnline) {
        say(tr("%1 It is sent as soon as the service can be reached.").arg(done));
    } else {
        say(tr("%1 It is being sent.").arg(done));
    }
}

void UsersPage::askStepUp()
{
    auto* dialog = new PasswordDialog(tr("Your password again"),
                                      tr("Changes to users need your password once more. It then counts for %n minute(s).", nullptr,
                                         m_parts.context.facts().policy.stepUpMinutes),
                                      tr("Put in force"), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PasswordDialog::passwordEntered, this, [this, dialog](const QString& password) { tryStepUp(dialog, password); });
    connect(dialog, &QDialog::rejected, this,
            [this] { say(tr("Kept on this PC, not in force yet. You can type your password later on the sync page.")); });
    dialog->open();
}

void UsersPage::tryStepUp(PasswordDialog* dialog, const QString& password)
{
    dialog->setBusy(true);
    QString normalised = normalisePassword(password);
    const SecretBuffer secret = SecretBuffer::fromText(normalised);
    wipeText(normalised);
    whenDone(m_parts.direct.stepUp(secret), dialog, [this, dialog](const Result<StepUpReceipt>& receipt) {
        if (!receipt) {
            dialog->showRefused(m_parts.errors.present(receipt.error()).full());
            return;
        }
        dialog->accept();
        say(tr("%n change(s) are being sent.", nullptr, receipt->released));
    });
}

// ---- changes to chosen users ---------------------------------------------------------------------------------------

void UsersPage::suspend(const QList<UserRow>& rows)
{
    QList<UserRow> active;
    for (const UserRow& row : rows) {
        if (row.user.state == UserState::Active)
            active.append(row);
    }
    if (active.isEmpty())
        return;
    Question question;
    question.title = tr("Suspend %n user(s)?", nullptr, int(active.size()));
    question.consequence = m_parts.context.facts().isOnline
                               ? tr("They are signed out everywhere and can no longer sign in. Nothing they entered is lost. You can resume "
                                    "them at any time.")
                               : tr("Offline: they are not suspended yet. They are suspended only after the service can be reached again and "
                                    "you have typed your password.");
    question.details = namesOf(active);
    question.verb = tr("Suspend");
    question.kind = Question::Kind::Destructive;
    m_parts.questions.ask(this, question, [this, active](Answer answer) {
        if (answer != Answer::Accepted)
            return;
        QList<QUuid> ids;
        for (const UserRow& row : active)
            ids.append(row.user.id);
        whenDone(m_parts.users.suspend(ids, {}), this, [this](const Result<SaveReceipt>& receipt) {
            if (!receipt)
                sayError(receipt.error());
            else
                afterSave(*receipt, tr("The suspension of %n user(s) is saved on this PC.", nullptr, int(receipt->ids.size())));
        });
    });
}

void UsersPage::resume(const QList<UserRow>& rows)
{
    QList<UserRow> suspended;
    for (const UserRow& row : rows) {
        if (row.user.state == UserState::Suspended)
            suspended.append(row);
    }
    if (suspended.isEmpty())
        return;
    Question question;
    question.title = tr("Resume %n user(s)?", nullptr, int(suspended.size()));
    question.consequence = tr("They can sign in again with their old password. Who has forgotten it gets a new temporary password from you.");
    question.details = namesOf(suspended);
    question.verb = tr("Resume");
    m_parts.questions.ask(this, question, [this, suspended](Answer answer) {
        if (answer != Answer::Accepted)
            return;
        QList<QUuid> ids;
        for (const UserRow& row : suspended)
            ids.append(row.user.id);
        whenDone(m_parts.users.resume(ids, {}), this, [this](const Result<SaveReceipt>& receipt) {
            if (!receipt)
                sayError(receipt.error());
            else
                afterSave(*receipt, tr("The resumption of %n user(s) is saved on this PC.", nullptr, int(receipt->ids.size())));
        });
    });
}

void UsersPage::changeRole(const QList<UserRow>& rows, Role role)
{
    QList<UserRow> others;
    for (const UserRow& row : rows) {
        if (row.user.role != role)
            others.append(row);
    }
    if (others.isEmpty()) {
        say(tr("They have this role already."));
        return;
    }
    Question question;
    question.title = tr("Give %n user(s) the role \"%1\"?", nullptr, int(others.size())).arg(UserWords::role(role));
    question.consequence = tr("Their sessions end, and they sign in again with the new role.");
    if (role == Role::Administrator)
        question.consequence += QLatin1Char('\n') + tr("Administrators can register and suspend users and change every setting.");
    if (!m_parts.context.facts().isOnline)
        question.consequence += QLatin1Char('\n') + tr("Offline: the role is not changed yet.");
    for (const UserRow& row : others)
        question.details << tr("%1 (%2): %3 → %4", "name, user ID, old role, new role")
                                .arg(row.user.fullName(), row.user.loginId, UserWords::role(row.user.role), UserWords::role(role));
    question.verb = tr("Change the role");
    m_parts.questions.ask(this, question, [this, others, role](Answer answer) {
        if (answer != Answer::Accepted)
            return;
        QList<QUuid> ids;
        for (const UserRow& row : others)
            ids.append(row.user.id);
        whenDone(m_parts.users.changeRole(ids, role, {}), this, [this](const Result<SaveReceipt>& receipt) {
            if (!receipt)
                sayError(receipt.error());
            else
                afterSave(*receipt, tr("The role of %n user(s) is saved on this PC.", nullptr, int(receipt->ids.size())));
        });
    });
}

void UsersPage::direct(Direct what, const QList<UserRow>& rows)
{
    QList<UserRow> fitting;
    for (const UserRow& row : rows) {
        const bool isActive = row.user.state == UserState::Active;
        const bool fits = what == Direct::Unlock ? row.status == UserStatus::Locked : what == Direct::Reset ? isActive : true;
        if (fits && row.seen.ver > 0)
            fitting.append(row);
    }
    if (fitting.isEmpty())
        return;
    const int count = int(fitting.size());
    Question question;
    question.details = namesOf(fitting);
    switch (what) {
    case Direct::Reset:
        question.title = tr("Send a new temporary password to %n user(s)?", nullptr, count);
        question.consequence = tr("The service mails a new temporary password to each registered address. The present password and all "
                                  "sessions end at once. You do not see any password.");
        question.details.clear();
        for (const UserRow& row : fitting)
            question.details << tr("%1 – %2", "name, mail address").arg(row.user.fullName(), row.user.mail);
        question.verb = tr("Send");
        question.kind = Question::Kind::Destructive;
        break;
    case Direct::Unlock:
        question.title = tr("Unlock %n user(s)?", nullptr, count);
        question.consequence = tr("They can try again at once with their own password.");
        question.verb = tr("Unlock");
        break;
    case Direct::EndSessions:
        question.title = tr("End all sessions of %n user(s)?", nullptr, count);
        question.consequence = tr("They are signed out on every PC. What they have not sent yet stays on their PC.");
        question.verb = tr("End the sessions");
        question.kind = Question::Kind::Destructive;
        break;
    }
    m_parts.questions.ask(this, question, [this, what, fitting](Answer answer) {
        if (answer != Answer::Accepted)
            return;
        QList<QUuid> ids;
        for (const UserRow& row : fitting)
            ids.append(row.user.id);
        auto call = what == Direct::Reset    ? m_parts.direct.resetUsers(ids)
                    : what == Direct::Unlock ? m_parts.direct.unlockUsers(ids)
                                             : m_parts.direct.endSessions(ids);
        whenDone(call, this, [this, what, fitting](const Result<QList<DirectOutcome>>& outcomes) {
            if (!outcomes)
                sayError(outcomes.error());
            else
                showDirectOutcome(what, fitting, *outcomes);
        });
    });
}

void UsersPage::showDirectOutcome(Direct what, const QList<UserRow>& rows, const QList<DirectOutcome>& outcomes)
{
    int done = 0;
    QStringList failures;
    for (const DirectOutcome& outcome : outcomes) {
        if (!outcome.error) {
            ++done;
            continue;
        }
        QString name;
        for (const UserRow& row : rows) {
            if (row.user.id == outcome.id)
                name = row.user.fullName();
        }
        failures << tr("%1: %2", "name and problem").arg(name, m_parts.errors.present(*outcome.error).full());
    }
    m_table->reload();
    QString text;
    switch (what) {
    case Direct::Reset:
        text = tr("A new temporary password is on its way to %n user(s).", nullptr, done);
        break;
    case Direct::Unlock:
        text = tr("%n user(s) unlocked.", nullptr, done);
        break;
    case Direct::EndSessions:
        text = tr("Sessions of %n user(s) ended.", nullptr, done);
        break;
    }
    if (failures.isEmpty()) {
        say(text);
        return;
    }
    auto* page = qobject_cast<Page*>(front());
    page->messages()->show(Message::Kind::Error, tr("%1 Not done: %2").arg(text, failures.join(QStringLiteral(" / "))));
}

void UsersPage::withdraw(const QUuid& id)
{
    whenDone(m_parts.work.operations({}, 0, everyUser), this, [this, id](const Result<OperationPage>& page) {
        if (!page) {
            sayError(page.error());
            return;
        }
        for (const OperationRow& op : page->rows) {
            if (op.rowId != id || !op.canWithdraw)
                continue;
            Question question;
            question.title = tr("Take the change back?");
            question.consequence = tr("It has not been sent. The values before it count again.");
            for (const FieldDifference& difference : op.changes)
                question.details << UserWords::field(difference.field);
            question.verb = tr("Take back");
            m_parts.questions.ask(this, question, [this, opId = op.opId](Answer answer) {
                if (answer != Answer::Accepted)
                    return;
                whenDone(m_parts.work.withdraw(opId), this, [this](const Result<void>& done) {
                    if (!done) {
                        sayError(done.error());
                        return;
                    }
                    backToList();
                    say(tr("The change was taken back."));
                });
            });
            return;
        }
        sayError(ErrorCode::NotUndoable);
    });
}

// ---- many at once --------------------------------------------------------------------------------------------------

void UsersPage::connectImport()
{
    connect(m_import, &UserImportPage::closeRequested, this, &UsersPage::backToList);
    connect(m_import, &UserImportPage::fileDropped, this, &UsersPage::readFile);
    connect(m_import, &UserImportPage::chooseRequested, this, [this] {
        FileQuestion question;
        question.title = tr("Choose a USER1 file");
        question.filter = tr("CSV (*.csv *.txt)");
        m_parts.questions.openFile(this, question, [this](const QString& path) {
            if (!path.isEmpty())
                readFile(path);
        });
    });
    const auto save = [this](const QString& title, const QString& name, auto makeTable) {
        FileQuestion question;
        question.title = title;
        question.suggestedName = name;
        question.filter = tr("CSV (*.csv)");
        m_parts.questions.saveFile(this, question, [this, makeTable](const QString& path) {
            if (path.isEmpty())
                return;
            const auto written = m_parts.writeCsv(path, makeTable());
            if (written)
                say(tr("Saved: %1").arg(QFileInfo(path).fileName()));
            else
                sayError(written.error());
        });
    };
    connect(m_import, &UserImportPage::templateRequested, this, [save] {
        save(tr("Save an empty USER1 file"), QStringLiteral("user1.csv"), [] { return UserSheet::table({}); });
    });
    connect(m_import, &UserImportPage::findingsExportRequested, this, [this, save] {
        save(tr("Save the findings"), QStringLiteral("user1-findings.csv"),
             [this] { return UserSheet::findings(*m_import->report(), m_parts.errors); });
    });
    connect(m_import, &UserImportPage::applyRequested, this, &UsersPage::applyImport);
}

void UsersPage::readFile(const QString& path)
{
    m_import->showReading(QFileInfo(path).fileName());
    whenDone(m_parts.users.dryRun(path), this, [this](const Result<UserImportReport>& report) {
        if (report)
            m_import->showReport(*report);
        else
            m_import->showFailed(m_parts.errors.present(report.error()));
    });
}

void UsersPage::applyImport()
{
    const UserImportReport report = *m_import->report();
    Question question;
    question.title = tr("Apply %n row(s) of the file?", nullptr, m_import->applicable());
    QStringList lines{tr("Register: %1").arg(countForPeople(report.registrations)),
                      tr("Change: %1").arg(countForPeople(report.changes)),
                      tr("Suspend: %1").arg(countForPeople(report.suspensions))};
    if (report.refused > 0)
        lines << tr("Left out because refused: %1").arg(countForPeople(report.refused));
    lines << tr("Users who are not in the file stay as they are.");
    question.consequence = lines.join(QLatin1Char('\n'));
    for (const UserImportRow& row : report.rows) {
        if (row.kind == UserImportRow::Kind::Suspend)
            question.details << tr("Suspend: %1 (%2)").arg(row.user.fullName(), row.user.loginId);
    }
    question.verb = tr("Apply");
    question.kind = report.suspensions > 0 ? Question::Kind::Destructive : Question::Kind::Normal;
    m_parts.questions.ask(this, question, [this, report](Answer answer) {
        if (answer != Answer::Accepted)
            return;
        m_import->setBusy(true);
        whenDone(m_parts.users.apply(report, {}), this, [this](const Result<SaveReceipt>& receipt) {
            m_import->setBusy(false);
            if (!receipt) {
                m_import->showFailed(m_parts.errors.present(receipt.error()));
                return;
            }
            backToList();
            afterSave(*receipt, tr("%n row(s) of the file are saved on this PC.", nullptr, int(receipt->ids.size())));
        });
    });
}

// ---- ID notice -----------------------------------------------------------------------------------------------------

void UsersPage::connectNotice()
{
    connect(m_notice, &NoticePage::closeRequested, this, &UsersPage::backToList);
    connect(m_notice, &NoticePage::pdfRequested, this, &UsersPage::saveNoticePdf);
    connect(m_notice, &NoticePage::printRequested, this, [this] {
        m_parts.questions.print(this, tr("User ID notice"),
                                [this, users = m_notice->users(), sender = m_notice->sender()](QPrinter& printer) {
                                    NoticeLetter::paint(users, sender, printer);
                                    m_notice->propose(QStringLiteral("letter"));
                                });
    });
    connect(m_notice, &NoticePage::mailOpenRequested, this, &UsersPage::openNoticeMail);
    connect(m_notice, &NoticePage::mailSaveRequested, this, &UsersPage::saveNoticeMails);
    connect(m_notice, &NoticePage::copyRequested, this, &UsersPage::copyNotice);
    connect(m_notice, &NoticePage::markRequested, this, &UsersPage::markNotified);
}

void UsersPage::openNotice(const QList<UserRow>& rows)
{
    if (rows.isEmpty())
        return;
    whenDone(m_parts.users.own(), this, [this, rows](const Result<UserRow>& own) {
        const ScreenFacts& facts = m_parts.context.facts();
        NoticeSender sender;
        sender.officeName = facts.officeName;
        sender.environmentWord = facts.environmentWord;
        sender.day = facts.today;
        sender.name = own ? own->user.fullName() : facts.userName;
        if (own) {
            sender.department = own->user.department;
            sender.phone = own->user.phone;
        }
        m_notice->start(rows, sender);
        showPage(m_notice);
    });
}

void UsersPage::saveNoticePdf()
{
    FileQuestion question;
    question.title = tr("Save the letters as PDF");
    question.suggestedName = QStringLiteral("user-id-notice.pdf");
    question.filter = tr("PDF (*.pdf)");
    m_parts.questions.saveFile(this, question, [this](const QString& path) {
        if (path.isEmpty())
            return;
        if (!NoticeLetter::writePdf(m_notice->users(), m_notice->sender(), path)) {
            sayError(Error(ErrorCode::OutputNotWritable, {}, {{QStringLiteral("file"), QFileInfo(path).fileName()}}));
            return;
        }
        say(tr("Saved: %1").arg(QFileInfo(path).fileName()));
        m_notice->propose(QStringLiteral("letter"));
    });
}

static bool writeMail(const QString& path, const MailDraft& draft)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(draft.toEml()) >= 0
        && file.commit();
}

void UsersPage::saveNoticeMails()
{
    FileQuestion question;
    question.title = tr("Save the mail drafts");
    question.suggestedName = QStringLiteral("user-id-notice.eml");
    question.filter = tr("Mail (*.eml)");
    m_parts.questions.saveFile(this, question, [this](const QString& path) {
        if (path.isEmpty())
            return;
        const QList<User> users = m_notice->users();
        const QFileInfo first(path);
        for (int i = 0; i < users.size(); ++i) {
            // Numbers, not names, in file names.
            const QString file = users.size() == 1 ? path
                                                   : first.dir().filePath(QStringLiteral("%1-%2.eml")
                                                                              .arg(first.completeBaseName())
                                                                              .arg(i + 1, 3, 10, QLatin1Char('0')));
            if (!writeMail(file, NoticeLetter::mail(users.at(i), m_notice->sender()))) {
                sayError(Error(ErrorCode::OutputNotWritable, {}, {{QStringLiteral("file"), QFileInfo(file).fileName()}}));
                return;
            }
        }
        say(tr("%n draft(s) saved. Open them in your mail program and send them.", nullptr, int(users.size())));
        m_notice->propose(QStringLiteral("mail"));
    });
}

void UsersPage::openNoticeMail()
{
    const auto user = m_notice->shown();
    if (!user)
        return;
    if (!m_drafts)
        m_drafts = std::make_unique<QTemporaryDir>();
    const QString path = m_drafts->filePath(QStringLiteral("user-id-notice.eml"));
    if (!m_drafts->isValid() || !writeMail(path, NoticeLetter::mail(*user, m_notice->sender()))) {
        sayError(Error(ErrorCode::OutputNotWritable, {}, {{QStringLiteral("file"), QStringLiteral("user-id-notice.eml")}}));
        return;
    }
    if (m_parts.openFile && m_parts.openFile(path))
        m_notice->propose(QStringLiteral("mail"));
    else
        m_notice->messages()->show(Message::Kind::Warning,
                                   tr("No mail program opened the draft. Save it in a folder, or copy address, subject and text."));
}

void UsersPage::copyNotice(const QString& part)
{
    const auto user = m_notice->shown();
    if (!user)
        return;
    const MailDraft draft = NoticeLetter::mail(*user, m_notice->sender());
    const QString text = part == QLatin1String("to")        ? draft.to
                         : part == QLatin1String("subject") ? draft.subject
                                                            : draft.body;
    QGuiApplication::clipboard()->setText(text);
    say(tr("Copied."));
    m_notice->propose(QStringLiteral("mail"));
}

void UsersPage::markNotified()
{
    QList<QUuid> ids;
    for (const User& user : m_notice->users())
        ids.append(user.id);
    m_notice->setBusy(true);
    whenDone(m_parts.users.markNotified(ids, m_notice->method(), m_notice->handedOverOn()), this, [this, count = int(ids.size())](const Result<SaveReceipt>& receipt) {
            m_notice->setBusy(false);
            if (!receipt) {
                sayError(receipt.error());
                return;
            }
            m_notice->showMarked(count);
            afterSave(*receipt, tr("Marked as told."));
        });
}

} // namespace yoyo
