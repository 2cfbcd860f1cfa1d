// SPDX-License-Identifier: Apache-2.0
// The list of users: search, filters, states as badges, and what can be done with the chosen ones. Talks to no service
// by itself: the table does, and the controller hears the signals.
#pragma once

#include "ui/users/user_table.h"
#include "ui/widgets/page.h"
#include "ui/widgets/screen_context.h"

class QAction;
class QComboBox;
class QMenu;
class QTableView;

namespace yoyo {

class Band;
class ErrorPresenter;
class ListPanel;
class ViewMemory;

class UserListPage : public Page
{
    Q_OBJECT
public:
    UserListPage(UserTable& table, const ErrorPresenter& errors, const ScreenContext& context, ViewMemory& memory,
                 QWidget* parent = nullptr);

    QList<UserRow> chosen() const;
    ListPanel* panel() const { return m_panel; }
    /// What narrows the list, for prints; empty for the whole.
    QStringList filterWords() const;
    /// As in the table: visible columns in their order.
    QTableView* tableView() const;
    QAction* action(const QString& id) const { return m_actions.value(id); }
    void chooseRow(const QUuid& id);
    void entered() override;

Q_SIGNALS:
    void registerRequested();
    void importRequested();
    void openRequested(const QUuid& id);
    void noticeRequested();
    void resetRequested();
    void unlockRequested();
    void endSessionsRequested();
    void roleRequested(yoyo::Role role);
    void suspendRequested();
    void resumeRequested();
    void withdrawRequested();
    void printRequested();
    void csvRequested();

protected:
    void retranslate() override;

private:
    QAction* addListAction(const char* id, const QKeySequence& shortcut = {});
    void build();
    void readFilters();
    void clearFilters();
    void dressActions();
    void dressList();

    UserTable& m_table;
    const ErrorPresenter& m_errors;
    const ScreenContext& m_context;
    ListPanel* m_panel;
    Band* m_pending;
    Band* m_oldList;
    Band* m_failure;
    QComboBox* m_role;
    QComboBox* m_status;
    QComboBox* m_use;
    QString m_text;
    QHash<QString, QAction*> m_actions;
    QMenu* m_more;
    QMenu* m_roleMenu;
    QPushButton* m_register;
    QPushButton* m_import;
    QPushButton* m_notice;
    QPushButton* m_resend;
    QPushButton* m_moreButton;
    QPushButton* m_suspend;
};

} // namespace yoyo
