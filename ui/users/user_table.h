// SPDX-License-Identifier: Apache-2.0
// The user list as a table over the service's pages, every cell in words. GUI thread.
#pragma once

#include "models/items/paged_model.h"
#include "models/services/user_service.h"

#include <optional>

namespace yoyo {

class UserTable final : public PagedModel<UserRow>
{
    Q_OBJECT
public:
    enum Column {
        Name,
        LoginId,
        Kana,
        Department,
        RoleColumn,
        Status,
        Badge,
        LastSignIn,
        Notice,
        Mail,
        Phone,
        EmployeeNo,
        Period,
        ColumnCount
    };
    explicit UserTable(UserService& users, QObject* parent = nullptr);

    void setQuery(const UserQuery& query);
    const UserQuery& query() const { return m_query; }
    /// No column: cannot be sorted by.
    static std::optional<UserSort> sortOf(int column);
    static QString cell(const UserRow& row, int column);
    void retranslate();

    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex& index, int role) const override;

protected:
    QFuture<Result<Page>> fetch(int offset, int limit) override;
    QUuid idOf(const UserRow& row) const override { return row.seen.id; }
    QVariant valueOf(const UserRow& row, int column) const override { return cell(row, column); }
    int badgeOf(const UserRow& row) const override { return int(row.badge); }

private:
    UserService& m_users;
    UserQuery m_query;
};

} // namespace yoyo
