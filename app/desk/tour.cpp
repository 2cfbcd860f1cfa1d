// SPDX-License-Identifier: Apache-2.0
// See tour.h.
#include "app/desk/tour.h"

#include "app/composition/composition.h"
#include "app/desk/desk.h"
#include "models/domain/when_done.h"
#include "models/services/setting_service.h"
#include "models/sync/sync_runner.h"
#include "ui/shell/demo_panel.h"
#include "ui/shell/help_viewer.h"
#include "ui/sync/decision_page.h"
#include "ui/sync/sync_page.h"
#include "ui/users/notice_page.h"
#include "ui/users/user_form.h"
#include "ui/users/user_import_page.h"
#include "ui/users/user_list_page.h"
#include "ui/users/users_page.h"
#include "ui/vaccinations/setting_bulk_page.h"
#include "ui/vaccinations/setting_form.h"
#include "ui/vaccinations/setting_list_page.h"
#include "ui/vaccinations/vaccinations_page.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/list_panel.h"
#include "ui/widgets/password_field.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCursor>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QWindow>

namespace yoyo {

// Invented persons of an invented office; the passwords open nothing but this run's service.
static const QString administratorPassword = QStringLiteral("Funaoto-Kumoma-7195");
static const QString colleaguePassword = QStringLiteral("Yamaji-Tsukikage-4418");
static const QString colleagueMail = QStringLiteral("hina.kashiwagi@shinjuku.example");

Tour::Tour(Desk& desk, DemoControl demo, const QString& directory, QObject* parent)
    : QObject(parent), m_desk(desk), m_demo(std::move(demo)), m_player(&desk.window(), directory)
{
    connect(&m_player, &TourPlayer::finished, this, &Tour::finished);
    beforeTheFirstSignIn();
    firstSignIn();
    ownData();
    users();
    registerUser();
    settings();
    severalSettings();
    offline();
    colleagueAndBack();
    program();
    newColleague();
    livedInOffice();
}

// ---- what a person does, in a word -----------------------------------------------------------------------------------

template <typename PageType>
static PageType* pageOf(Desk& desk, const char* id)
{
    return qobject_cast<PageType*>(desk.window().page(QLatin1String(id)));
}

void Tour::type(const QString& field, const QString& text)
{
    m_player.await(QStringLiteral("type ") + field, [field, text] {
        auto* shown = qobject_cast<FormField*>(visibleWidget(QStringLiteral("field_") + field));
        if (!shown)
            return false;
        if (auto* line = qobject_cast<QLineEdit*>(shown->editor()))
            typeInto(line, text);
        else if (auto* combo = qobject_cast<QComboBox*>(shown->editor()); combo && combo->isEditable())
            typeInto(combo->lineEdit(), text);
        else if (auto* note = qobject_cast<QPlainTextEdit*>(shown->editor()))
            note->setPlainText(text);
        else if (auto* password = qobject_cast<PasswordField*>(shown->editor()))
            typeInto(password->lineEdit(), text);
        return true;
    });
}

void Tour::typePasswords(const QString& password)
{
    m_player.await(QStringLiteral("password fields"), [password] {
        bool isTyped = false;
        const auto widgets = QApplication::allWidgets();
        for (QWidget* widget : widgets) {
            auto* field = qobject_cast<PasswordField*>(widget);
            if (!field || !field->isVisible())
                continue;
            typeInto(field->lineEdit(), password);
            isTyped = true;
        }
        return isTyped;
    });
}

void Tour::typeSetting(const QString& field, const QString& text)
{
    m_player.act([this, field, text] {
        SettingForm* form = pageOf<VaccinationsPage>(m_desk, "vaccinations")->form();
        form->formField(field)->focusEditor();
        if (auto* line = qobject_cast<QLineEdit*>(form->editor(field)->inputs().constFirst()))
            typeInto(line, text);
        else if (auto* note = qobject_cast<QPlainTextEdit*>(form->editor(field)->inputs().constFirst()))
            note->setPlainText(text);
    });
}

void Tour::goTo(const QString& page)
{
    m_player.press(QStringLiteral("nav_") + page);
    m_player.await(page, [this, page] { return m_desk.window().currentPageId() == page; });
}

void Tour::findSetting(const QString& name)
{
    m_player.act([this, name] {
        m_found.reset();
        SettingQuery query;
        query.text = name;
        whenDone(m_desk.composition().settings().list(query, 0, 1), this, [this](const Result<SettingPage>& page) {
            if (!page || page->rows.isEmpty())
                return;
            m_found = page->rows.constFirst().seen.id;
            m_mgmtNo = page->rows.constFirst().setting.mgmtNo;
        });
    });
    m_player.await(QStringLiteral("the setting ") + name, [this] { return m_found.has_value(); });
}

void Tour::openSetting(const QString& name)
{
    goTo(QStringLiteral("vaccinations"));
    findSetting(name);
    m_player.act([this] { pageOf<VaccinationsPage>(m_desk, "vaccinations")->open(m_found->toString()); });
    m_player.await(QStringLiteral("the form of ") + name, [this] {
        SettingForm* form = pageOf<VaccinationsPage>(m_desk, "vaccinations")->form();
        return form->isVisible() && form->row() && form->row()->seen.id == *m_found;
    });
}

void Tour::awaitSynced(const QString& what)
{
    // A save that was just asked for is counted a moment later: it has to stay so for a while.
    m_player.await(what, [this, seen = 0]() mutable {
        const SyncStatus& status = m_desk.composition().sync().status();
        seen = status.phase == SyncPhase::Idle && status.counts.unsent == 0 ? seen + 1 : 0;
        return seen > 20;
    });
}

/// The panel of the demonstration shows itself again with each sign-in; the pictures are of the program.
void Tour::awaitSignedIn()
{
    m_player.await(QStringLiteral("signed in"), [this] { return m_desk.window().isSignedIn(); });
    m_player.act([this] { m_desk.window().demoPanel().hide(); });
}

void Tour::choose(const QString& entry)
{
    const auto entries = m_desk.window().findChildren<QAction*>();
    for (QAction* action : entries) {
        if (action->text().remove(QLatin1Char('&')) == entry)
            return action->trigger();
    }
}

void Tour::signOut()
{
    m_player.act([this] { Q_EMIT m_desk.window().signOutRequested(); });
    m_player.await(QStringLiteral("the start page"), [] { return visibleWidget(QStringLiteral("doorSignIn")) != nullptr; });
    m_player.act([this] { m_desk.window().demoPanel().hide(); });
}

// ---- the story -------------------------------------------------------------------------------------------------------

void Tour::beforeTheFirstSignIn()
{
    m_player.await(QStringLiteral("the window on the screen"), [this] {
        const QWindow* handle = m_desk.window().windowHandle();
        return handle && handle->isExposed() && m_desk.window().isActiveWindow();
    });
    m_player.act([this] {
        m_desk.window().demoPanel().hide();
        QCursor::setPos(0, 10'000); // out of the pictures
    });
    m_player.await(QStringLiteral("the start page"), [] { return visibleWidget(QStringLiteral("doorFirst")) != nullptr; });
    m_player.picture(QStringLiteral("start"));
}

void Tour::firstSignIn()
{
    m_player.press(QStringLiteral("doorFirst"));
    m_player.await(QStringLiteral("the box for the mail"), [this] {
        auto* box = qobject_cast<QPlainTextEdit*>(visibleWidget(QStringLiteral("mail")));
        if (!box)
            return false;
        QApplication::clipboard()->setText(m_demo.firstMail());
        box->paste();
        return true;
    });
    m_player.await(QStringLiteral("what was read"), [] { return visibleWidget(QStringLiteral("read")) != nullptr; });
    m_player.picture(QStringLiteral("first-sign-in-mail"));
    m_player.press(QStringLiteral("signIn"));
    m_player.await(QStringLiteral("the new password"), [] { return visibleWidget(QStringLiteral("change")) != nullptr; });
    typePasswords(QStringLiteral("shinjuku123"));
    m_player.picture(QStringLiteral("password-refused"));
    typePasswords(administratorPassword);
    m_player.picture(QStringLiteral("password-change"));
    m_player.press(QStringLiteral("change"));
    awaitSignedIn();
}

void Tour::ownData()
{
    m_player.await(QStringLiteral("own data"), [] { return visibleWidget(QStringLiteral("field_phone")) != nullptr; });
    awaitSynced(QStringLiteral("the first round"));
    type(QStringLiteral("phone"), QStringLiteral("03-5550-4700"));
    m_player.picture(QStringLiteral("own-data"));
    m_player.press(QStringLiteral("save"));
    m_player.await(QStringLiteral("the first list"),
                   [this] { return m_desk.window().currentPageId() == QLatin1String("vaccinations"); });
    awaitSynced(QStringLiteral("own data sent"));
}

void Tour::users()
{
    goTo(QStringLiteral("users"));
    m_player.await(QStringLiteral("the users"), [this] {
        UserListPage* list = pageOf<UsersPage>(m_desk, "users")->listPage();
        return list->panel()->state() == ListPanel::State::Rows && list->tableView()->model()->rowCount() >= 12;
    });
    m_player.picture(QStringLiteral("users"));
    m_player.act([this] { pageOf<UsersPage>(m_desk, "users")->open(QStringLiteral("import")); });
    m_player.await(QStringLiteral("many users"), [this] { return pageOf<UsersPage>(m_desk, "users")->importPage()->isVisible(); });
    m_player.picture(QStringLiteral("users-many"));
    m_player.act([this] { Q_EMIT pageOf<UsersPage>(m_desk, "users")->importPage()->closeRequested(); });
}

void Tour::registerUser()
{
    m_player.act([this] { pageOf<UsersPage>(m_desk, "users")->listPage()->action(QStringLiteral("register"))->trigger(); });
    m_player.await(QStringLiteral("the form of a user"), [this] { return pageOf<UsersPage>(m_desk, "users")->form()->isVisible(); });
    m_player.press(QStringLiteral("suggestLoginId"));
    m_player.await(QStringLiteral("a suggested user ID"), [this] {
        m_newLoginId = pageOf<UsersPage>(m_desk, "users")->form()->user().loginId;
        return !m_newLoginId.isEmpty();
    });
    type(QStringLiteral("family_name"), QStringLiteral("柏木"));
    type(QStringLiteral("given_name"), QStringLiteral("陽菜"));
    type(QStringLiteral("family_kana"), QStringLiteral("カシワギ"));
    type(QStringLiteral("given_kana"), QStringLiteral("ヒナ"));
    type(QStringLiteral("department"), QStringLiteral("健康部　健康推進課"));
    type(QStringLiteral("mail"), colleagueMail);
    type(QStringLiteral("phone"), QStringLiteral("03-5550-4714"));
    m_player.picture(QStringLiteral("user-form"));
    m_player.act([this] { m_mailBefore = m_demo.newestMail(); });
    m_player.press(QStringLiteral("saveUser"));
    m_player.await(QStringLiteral("the colleague's mail"), [this] {
        // Registering needs the password once more.
        if (auto* accept = qobject_cast<QAbstractButton*>(visibleWidget(QStringLiteral("stepUpAccept")));
            accept && accept->window()->isActiveWindow() && !m_isSteppedUp) {
            m_isSteppedUp = true;
            typeInto(accept->window()->findChild<PasswordField*>()->lineEdit(), administratorPassword);
            accept->click();
        }
        const QString mail = m_demo.newestMail();
        return mail != m_mailBefore && mail.contains(colleagueMail);
    });
    awaitSynced(QStringLiteral("the registration sent"));
    m_player.await(QStringLiteral("the new user in the list"), [this] {
        UserListPage* list = pageOf<UsersPage>(m_desk, "users")->listPage();
        const auto* table = qobject_cast<UserTable*>(list->tableView()->model());
        for (int row = 0; table && row < table->rowCount(); ++row) {
            const UserRow* user = table->rowAt(row);
            if (!user || user->user.loginId != m_newLoginId || user->badge != RowBadge::None)
                continue;
            list->chooseRow(user->user.id);
            return !list->chosen().isEmpty();
        }
        return false;
    });
    m_player.picture(QStringLiteral("user-registered"));
    m_player.act([this] { pageOf<UsersPage>(m_desk, "users")->listPage()->action(QStringLiteral("notice"))->trigger(); });
    m_player.await(QStringLiteral("the notice letter"), [this] {
        NoticePage* notice = pageOf<UsersPage>(m_desk, "users")->noticePage();
        return notice->isVisible() && notice->shown().has_value();
    });
    m_player.picture(QStringLiteral("notice-letter"));
    m_player.act([this] { Q_EMIT pageOf<UsersPage>(m_desk, "users")->noticePage()->closeRequested(); });
}

void Tour::settings()
{
    goTo(QStringLiteral("vaccinations"));
    m_player.await(QStringLiteral("the settings"), [this] {
        SettingListPage* list = pageOf<VaccinationsPage>(m_desk, "vaccinations")->listPage();
        return list->panel()->state() == ListPanel::State::Rows && list->tableView()->model()->rowCount() > 20;
    });
    m_player.picture(QStringLiteral("settings"));
    openSetting(QStringLiteral("ＢＣＧ"));
    typeSetting(QStringLiteral("fee_vaccinated"), QStringLiteral("9900"));
    typeSetting(QStringLiteral("note"), QStringLiteral("令和8年度単価（医師会と協議済み）"));
    m_player.picture(QStringLiteral("setting-form"));
    m_player.press(QStringLiteral("saveSetting"));
    awaitSynced(QStringLiteral("the setting sent"));
}

void Tour::severalSettings()
{
    m_player.await(QStringLiteral("several rows chosen"), [this] {
        QTableView* table = pageOf<VaccinationsPage>(m_desk, "vaccinations")->listPage()->tableView();
        if (!table->isVisible())
            return false;
        table->selectionModel()->clearSelection();
        for (int row = 0; row < 6; ++row)
            table->selectionModel()->select(table->model()->index(row, 0),
                                            QItemSelectionModel::Select | QItemSelectionModel::Rows);
        return true;
    });
    m_player.act([this] {
        pageOf<VaccinationsPage>(m_desk, "vaccinations")->listPage()->action(QStringLiteral("bulk"))->trigger();
    });
    m_player.await(QStringLiteral("the bulk page"), [this] {
        SettingBulkPage* bulk = pageOf<VaccinationsPage>(m_desk, "vaccinations")->bulkPage();
        if (!bulk->isVisible())
            return false;
        bulk->tick(QStringLiteral("contact"), true);
        typeInto(qobject_cast<QLineEdit*>(bulk->editor(QStringLiteral("contact"))->inputs().constFirst()),
                 QStringLiteral("健康推進課 予防係（内線4711）"));
        bulk->tick(QStringLiteral("impl_flag"), true);
        bulk->editor(QStringLiteral("impl_flag"))->setValue(true);
        return true;
    });
    m_player.picture(QStringLiteral("settings-several"));
    m_player.press(QStringLiteral("applyBulk"));
    m_player.await(QStringLiteral("the question"), [] { return visibleWidget(QStringLiteral("confirmAccept")) != nullptr; });
    m_player.picture(QStringLiteral("settings-several-question"));
    m_player.press(QStringLiteral("confirmAccept"));
    awaitSynced(QStringLiteral("the settings sent"));
}

void Tour::offline()
{
    m_player.act([this] {
        m_desk.window().demoPanel().show();
        Q_EMIT m_desk.window().demoPanel().cutRequested(true);
    });
    m_player.await(QStringLiteral("offline"),
                   [this] { return m_desk.composition().sync().status().phase == SyncPhase::Offline; });
    openSetting(QStringLiteral("水痘"));
    typeSetting(QStringLiteral("contact"), QStringLiteral("健康推進課 予防係（内線4712）"));
    typeSetting(QStringLiteral("note"), QStringLiteral("窓口の内線を変更"));
    m_player.press(QStringLiteral("saveSetting"));
    m_player.await(QStringLiteral("one unsent change"),
                   [this] { return m_desk.composition().sync().status().counts.unsent == 1; });
    m_player.picture(QStringLiteral("offline-edited"));
    m_player.act([this] { m_desk.window().demoPanel().hide(); });
    goTo(QStringLiteral("sync"));
    m_player.picture(QStringLiteral("sync-offline"));
}

void Tour::colleagueAndBack()
{
    m_player.act([this] {
        m_demo.send("colleague-edit " + m_mgmtNo.toLatin1());
        Q_EMIT m_desk.window().demoPanel().cutRequested(false);
    });
    m_player.await(QStringLiteral("a conflict to decide"),
                   [this] { return m_desk.composition().sync().status().counts.needsPerson == 1; });
    m_player.await(QStringLiteral("the conflicts"), [this] {
        auto* tabs = pageOf<SyncPage>(m_desk, "sync")->findChild<QTabWidget*>();
        tabs->setCurrentIndex(1);
        auto* list = pageOf<SyncPage>(m_desk, "sync")->findChild<QTableView*>(QString(), Qt::FindChildrenRecursively);
        return list != nullptr;
    });
    m_player.picture(QStringLiteral("sync-conflict"));
    m_player.await(QStringLiteral("the decision's button"), [] {
        auto* decide = qobject_cast<QAbstractButton*>(visibleWidget(QStringLiteral("decide")));
        auto* list = qobject_cast<ListPanel*>(visibleWidget(QStringLiteral("conflicts")));
        if (!decide || !list)
            return false;
        list->table()->selectRow(0);
        if (!decide->isEnabled())
            return false;
        decide->click();
        return true;
    });
    m_player.await(QStringLiteral("the conflict"), [this] {
        auto* page = pageOf<DecisionPage>(m_desk, "conflict");
        return page && page->isVisible() && page->controller().conflict().has_value();
    });
    m_player.picture(QStringLiteral("conflict"));
    m_player.await(QStringLiteral("every group chosen"), [this] {
        DecisionController& controller = pageOf<DecisionPage>(m_desk, "conflict")->controller();
        const QStringList groups = controller.undecided();
        for (const QString& group : groups) {
            if (auto* local = qobject_cast<QAbstractButton*>(visibleWidget(QStringLiteral("local_") + group)))
                local->click();
        }
        return controller.undecided().isEmpty();
    });
    type(QStringLiteral("reason"), QStringLiteral("窓口の内線は4月から4712"));
    m_player.picture(QStringLiteral("conflict-decided"));
    m_player.press(QStringLiteral("decide"));
    m_player.await(QStringLiteral("the sync page"),
                   [this] { return m_desk.window().currentPageId() == QLatin1String("sync"); });
    awaitSynced(QStringLiteral("everything sent"));
    m_player.act([this] { pageOf<SyncPage>(m_desk, "sync")->findChild<QTabWidget*>()->setCurrentIndex(0); });
    m_player.picture(QStringLiteral("sync-done"));
}

void Tour::program()
{
    m_player.act([this] { m_desk.window().showPage(QStringLiteral("settings")); });
    m_player.picture(QStringLiteral("program-settings"));
    m_player.act([this] { m_desk.window().showPage(QStringLiteral("about")); });
    m_player.picture(QStringLiteral("about"));
    goTo(QStringLiteral("vaccinations"));
    m_player.act([this] { m_desk.window().showHelp(QStringLiteral("vaccinations")); });
    m_player.await(QStringLiteral("help"), [this] { return m_desk.window().helpViewer() && m_desk.window().helpViewer()->isVisible(); });
    m_player.picture(QStringLiteral("help"));
    m_player.act([this] {
        m_desk.window().helpViewer()->close();
        m_desk.window().lock();
    });
    m_player.await(QStringLiteral("locked"), [this] { return m_desk.window().isLocked(); });
    m_player.picture(QStringLiteral("lock"));
    typePasswords(administratorPassword);
    m_player.press(QStringLiteral("unlock"));
    m_player.await(QStringLiteral("unlocked"), [this] { return !m_desk.window().isLocked(); });
    signOut();
    m_player.act([this] { m_demo.send("maintenance on"); });
    m_player.press(QStringLiteral("doorSignIn"));
    type(QStringLiteral("login_id"), QStringLiteral("sj-staff01"));
    type(QStringLiteral("password"), QStringLiteral("Nagai-Densha-2026"));
    m_player.press(QStringLiteral("signIn"));
    m_player.await(QStringLiteral("the maintenance is told"), [] { return visibleWidget(QStringLiteral("again")) != nullptr; });
    m_player.picture(QStringLiteral("trouble-maintenance"));
    m_player.act([this] { m_demo.send("maintenance off"); });
    m_player.press(QStringLiteral("back"));
    type(QStringLiteral("login_id"), QStringLiteral("sj-staff01"));
    type(QStringLiteral("password"), QStringLiteral("Nagai-Densha-2026"));
    m_player.press(QStringLiteral("signIn"));
    m_player.await(QStringLiteral("the refusal"), [] { return visibleWidget(QStringLiteral("refused")) != nullptr; });
    m_player.picture(QStringLiteral("sign-in-refused"));
    m_player.act([this] { m_desk.signIn().show(SignInStep::Start); });
}

void Tour::newColleague()
{
    m_player.press(QStringLiteral("doorFirst"));
    m_player.await(QStringLiteral("the box for the mail"), [this] {
        auto* box = qobject_cast<QPlainTextEdit*>(visibleWidget(QStringLiteral("mail")));
        if (!box)
            return false;
        QApplication::clipboard()->setText(m_demo.newestMail());
        box->paste();
        return true;
    });
    m_player.await(QStringLiteral("what was read"), [] { return visibleWidget(QStringLiteral("read")) != nullptr; });
    // The mail holds no user ID: it comes from the notice letter.
    m_player.await(QStringLiteral("the user ID of the letter"), [this] {
        auto* field = qobject_cast<FormField*>(visibleWidget(QStringLiteral("field_login_id")));
        if (!field)
            return false;
        typeInto(qobject_cast<QLineEdit*>(field->editor()), m_newLoginId);
        return true;
    });
    m_player.picture(QStringLiteral("colleague-first-sign-in"));
    m_player.press(QStringLiteral("signIn"));
    m_player.await(QStringLiteral("the new password"), [] { return visibleWidget(QStringLiteral("change")) != nullptr; });
    typePasswords(colleaguePassword);
    m_player.press(QStringLiteral("change"));
    awaitSignedIn();
    m_player.await(QStringLiteral("own data"), [] { return visibleWidget(QStringLiteral("field_phone")) != nullptr; });
    awaitSynced(QStringLiteral("the first round"));
    m_player.picture(QStringLiteral("colleague-own-data"));
    goTo(QStringLiteral("vaccinations"));
    m_player.picture(QStringLiteral("colleague-settings"));
    signOut();
}

void Tour::livedInOffice()
{
    m_player.act([this] {
        // An account that has worked here before: what was refused and what collided waits on its sync page.
        const DemoControl::Account ready = m_demo.readyAccount();
        m_desk.signIn().show(SignInStep::SignIn);
        auto* id = qobject_cast<FormField*>(visibleWidget(QStringLiteral("field_login_id")));
        auto* password = qobject_cast<FormField*>(visibleWidget(QStringLiteral("field_password")));
        typeInto(qobject_cast<QLineEdit*>(id->editor()), ready.loginId);
        typeInto(qobject_cast<PasswordField*>(password->editor())->lineEdit(), ready.password);
    });
    m_player.press(QStringLiteral("signIn"));
    awaitSignedIn();
    m_player.await(QStringLiteral("what waits for a person"), [this] {
        const SyncStatus& status = m_desk.composition().sync().status();
        return status.phase == SyncPhase::Idle && status.counts.needsPerson > 0 && status.counts.cannotSend > 0;
    });
    goTo(QStringLiteral("sync"));
    m_player.await(QStringLiteral("the refused operations"), [] {
        auto* list = qobject_cast<ListPanel*>(visibleWidget(QStringLiteral("operations")));
        if (!list || list->state() != ListPanel::State::Rows)
            return false;
        list->table()->selectRow(0);
        return true;
    });
    m_player.picture(QStringLiteral("office-sync"));
    m_player.act([this] { choose(QStringLiteral("English")); });
    m_player.picture(QStringLiteral("english-sync"));
    goTo(QStringLiteral("users"));
    m_player.picture(QStringLiteral("english-users"));
    goTo(QStringLiteral("vaccinations"));
    m_player.picture(QStringLiteral("english-settings"));
    m_player.act([this] { choose(QStringLiteral("日本語")); });
    m_player.picture(QStringLiteral("office-settings"));
}

} // namespace yoyo
