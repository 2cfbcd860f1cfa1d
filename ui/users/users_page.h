// SPDX-License-Identifier: Apache-2.0
// User management (管理者のみ): the list, the form, registering many, and the ID notice, one in front of the other.
// The controller of those views: every change goes through the services, every refusal through the error presenter,
// every consequence is asked for before. GUI thread.
#pragma once

#include "models/services/direct_service.h"
#include "models/services/user_service.h"
#include "models/services/work_service.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/print_sheet.h"
#include "ui/widgets/screen_context.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>


namespace yoyo {

class Clock;
class ErrorPresenter;
class NoticePage;
class PasswordDialog;
class Questions;
class UserForm;
class UserImportPage;
class UserListPage;
class UserTable;
class ViewMemory;

/// All borrowed; they outlive the page.
struct UsersParts
{
    UserService& users;
    DirectService& direct;
    WorkService& work;
    const ErrorPresenter& errors;
    Questions& questions;
    ViewMemory& memory;
    const ScreenContext& context;
    const Clock& clock;
    TableWriter writeCsv;
    /// Opens a file in the program the person's desktop has for it; false when there is none.
    std::function<bool(const QString& path)> openFile;
};

class UsersPage : public PageStack
{
    Q_OBJECT
public:
    explicit UsersPage(const UsersParts& parts, QWidget* parent = nullptr);
    ~UsersPage() override;

    /// Opens the form of a user, or "new" for a registration, or "import".
    void open(const QString& target);

    UserListPage* listPage() const { return m_list; }
    UserForm* form() const { return m_form; }
    UserImportPage* importPage() const { return m_import; }
    NoticePage* noticePage() const { return m_notice; }

protected:
    bool hasTypedWork() const override;
    void backToList() override;

private:
    void connectList();
    void connectForm();
    void connectImport();
    void connectNotice();

    void openNew();
    void openUser(const QUuid& id);
    void saveForm(bool areWarningsSeen);
    void saveUser();
    void afterSave(const SaveReceipt& receipt, const QString& done);
    void askStepUp();
    void tryStepUp(PasswordDialog* dialog, const QString& password);

    void suspend(const QList<UserRow>& rows);
    void resume(const QList<UserRow>& rows);
    void changeRole(const QList<UserRow>& rows, Role role);
    enum class Direct { Reset, Unlock, EndSessions };
    void direct(Direct what, const QList<UserRow>& rows);
    void showDirectOutcome(Direct what, const QList<UserRow>& rows, const QList<DirectOutcome>& outcomes);
    void withdraw(const QUuid& id);
    void openNotice(const QList<UserRow>& rows);
    void readFile(const QString& path);
    void applyImport();
    void printList();
    void saveCsv();
    void allRows(std::function<void(const QList<UserRow>&)> then);
    void saveNoticePdf();
    void saveNoticeMails();
    void openNoticeMail();
    void copyNotice(const QString& part);
    void markNotified();
    QStringList namesOf(const QList<UserRow>& rows) const;

    UsersParts m_parts;
    UserTable* m_table;
    UserListPage* m_list;
    UserForm* m_form;
    UserImportPage* m_import;
    NoticePage* m_notice;
    std::unique_ptr<QTemporaryDir> m_drafts;
};

} // namespace yoyo
