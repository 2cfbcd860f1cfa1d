// SPDX-License-Identifier: Apache-2.0
// The users of the office as a table. Filters and search through setQuery(); sort() asks the service for the order.
#pragma once

#include "models/items/paged_model.h"
#include "models/services/user_service.h"

namespace yoyo {

class UserListModel final : public PagedModel<UserRow>
{
    Q_OBJECT
public:
    enum Column {
        BadgeColumn,
        LoginIdColumn,
        NameColumn,
        KanaColumn,
        DepartmentColumn,
        RoleColumn,   ///< ValueRole: int(Role)
        StatusColumn, ///< ValueRole: int(UserStatus)
        LastSignInColumn,
        MailColumn,
        PhoneColumn,
        EmployeeNoColumn,
        ValidFromColumn,
        ValidToColumn,
        NoticeColumn, ///< ValueRole: the day the ID was handed over
        NoteColumn,
        ColumnCount,
    };

    explicit UserListModel(UserService& users, QObject* parent = nullptr);

    void setQuery(const UserQuery& query);
    const UserQuery& query() const { return m_query; }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

protected:
    QFuture<Result<Page>> fetch(int offset, int limit) override;
    QUuid idOf(const UserRow& row) const override { return row.seen.id; }
    QVariant valueOf(const UserRow& row, int column) const override;
    int badgeOf(const UserRow& row) const override { return int(row.badge); }

private:
    UserService& m_users;
    UserQuery m_query;
};

} // namespace yoyo
