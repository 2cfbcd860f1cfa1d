// SPDX-License-Identifier: Apache-2.0
#include "models/items/user_list_model.h"

namespace yoyo {

UserListModel::UserListModel(UserService& users, QObject* parent) : PagedModel(parent), m_users(users)
{
    connect(&users, &UserService::changed, this, [this] { reload(); });
    reload();
}

void UserListModel::setQuery(const UserQuery& query)
{
    if (query == m_query)
        return;
    m_query = query;
    queryChanged();
}

void UserListModel::sort(int column, Qt::SortOrder order)
{
    UserQuery query = m_query;
    query.isDescending = order == Qt::DescendingOrder;
    switch (column) {
    case LoginIdColumn:
        query.sort = UserSort::LoginId;
        break;
    case NameColumn:
    case KanaColumn:
        query.sort = UserSort::Kana;
        break;
    case DepartmentColumn:
        query.sort = UserSort::Department;
        break;
    case RoleColumn:
        query.sort = UserSort::Role;
        break;
    case StatusColumn:
        query.sort = UserSort::Status;
        break;
    case LastSignInColumn:
        query.sort = UserSort::LastSignIn;
        break;
    default:
        return;
    }
    setQuery(query);
}

QFuture<Result<UserListModel::Page>> UserListModel::fetch(int offset, int limit)
{
    return asPage(this, m_users.list(m_query, offset, limit));
}

QVariant UserListModel::valueOf(const UserRow& row, int column) const
{
    switch (column) {
    case BadgeColumn:
        return int(row.badge);
    case LoginIdColumn:
        return row.user.loginId;
    case NameColumn:
        return row.user.fullName();
    case KanaColumn:
        return QString(row.user.familyKana + QChar(0x3000) + row.user.givenKana);
    case DepartmentColumn:
        return row.user.department;
    case RoleColumn:
        return int(row.user.role);
    case StatusColumn:
        return int(row.status);
    case LastSignInColumn:
        return row.user.lastSignInAt;
    case MailColumn:
        return row.user.mail;
    case PhoneColumn:
        return row.user.phone;
    case EmployeeNoColumn:
        return row.user.employeeNo;
    case ValidFromColumn:
        return row.user.validFrom;
    case ValidToColumn:
        return row.user.validTo;
    case NoticeColumn:
        return row.user.noticeOn;
    case NoteColumn:
        return row.user.note;
    default:
        return {};
    }
}

} // namespace yoyo
