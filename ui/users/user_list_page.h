// SPDX-License-Identifier: Apache-2.0
// The list of users: search, filters, states as badges, and what can be done with the chosen ones. Talks to no service
// by itself: the table does, and the controller hears the signals.
#pragma once

#include "ui/users/user_table.h"
#include "ui/widgets/list_page.h"

class QComboBox;
class QMenu;

namespace yoyo {

class UserListPage : public ListPage
{
    Q_OBJECT
public:
    UserListPage(UserTable& table, const ErrorPresenter& errors, const ScreenContext& context, ViewMemory& memory,
                 QWidget* parent = nullptr);

    QList<UserRow> chosen() const;
    void chooseRow(const QUuid& id);

Q_SIGNALS:
    void registerRequested();
    void importRequested();
    void noticeRequested();
    void resetRequested();
    void unlockRequested();
    void endSessionsRequested();
    void roleRequested(yoyo::Role role);
    void suspendRequested();
    void resumeRequested();

protected:
    void retranslate() override;
    void readFilters() override;
    void dressList() override;
    void dressActions() override;

private:
    void build();

    UserTable& m_table;
    int m_all = 0;
    Band* m_pending;
    QComboBox* m_role;
    QComboBox* m_status;
    QComboBox* m_use;
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
