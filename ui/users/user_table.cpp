// SPDX-License-Identifier: Apache-2.0
// See user_table.h.
#include "ui/users/user_table.h"

#include "ui/users/user_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/language.h"
#include "ui/widgets/row_badge_words.h"

namespace yoyo {

UserTable::UserTable(UserService& users, QObject* parent) : PagedModel<UserRow>(parent), m_users(users)
{
    connect(&users, &UserService::changed, this, &UserTable::reload);
    setFormatter([](const UserRow& row, int column) { return cell(row, column); });
    retranslate();
}

void UserTable::setQuery(const UserQuery& query)
{
    m_query = query;
    queryChanged();
}

QFuture<Result<UserTable::Page>> UserTable::fetch(int offset, int limit)
{
    return asPage(this, m_users.list(m_query, offset, limit));
}

std::optional<UserSort> UserTable::sortOf(int column)
{
    switch (column) {
    case Name:
    case Kana:
        return UserSort::Kana;
    case LoginId:
        return UserSort::LoginId;
    case Department:
        return UserSort::Department;
    case RoleColumn:
        return UserSort::Role;
    case Status:
        return UserSort::Status;
    case LastSignIn:
        return UserSort::LastSignIn;
    default:
        return std::nullopt;
    }
}

QString UserTable::cell(const UserRow& row, int column)
{
    const User& user = row.user;
    switch (column) {
    case Name:
        return row.isOwn ? tr("%1 (you)").arg(user.fullName()) : user.fullName();
    case LoginId:
        return user.loginId;
    case Kana:
        return QString(user.familyKana + QChar(0x3000) + user.givenKana).trimmed();
    case Department:
        return user.department;
    case RoleColumn:
        return UserWords::role(user.role);
    case Status:
        return UserWords::status(user, row.status);
    case Badge:
        return RowBadgeWords::word(row.badge);
    case LastSignIn:
        return user.lastSignInAt.isValid() ? instantForPeople(user.lastSignInAt) : tr("never");
    case Notice:
        return UserWords::noticeState(user);
    case Mail:
        return user.mail;
    case Phone:
        return user.phone;
    case EmployeeNo:
        return user.employeeNo;
    case Period:
        return UserWords::period(user);
    }
    return {};
}

void UserTable::retranslate()
{
    setHeaderTexts({tr("Name"),
                    UserWords::field(QStringLiteral("login_id")),
                    tr("Kana"),
                    UserWords::field(QStringLiteral("department")),
                    UserWords::field(QStringLiteral("role")),
                    tr("State"),
                    tr("Sending"),
                    tr("Last sign-in"),
                    tr("ID notice"),
                    UserWords::field(QStringLiteral("mail")),
                    UserWords::field(QStringLiteral("phone")),
                    UserWords::field(QStringLiteral("employee_no")),
                    tr("Period of use")});
    refreshTexts();
}

QVariant UserTable::data(const QModelIndex& index, int role) const
{
    const UserRow* row = index.isValid() ? rowAt(index.row()) : nullptr;
    if (row && role == yoyo::BadgeRole && index.column() == Status)
        return int(UserWords::statusBadge(row->user, row->status));
    if (row && role == yoyo::BadgeRole && index.column() == Badge && row->badge != RowBadge::None)
        return int(RowBadgeWords::kind(row->badge));
    if (role == yoyo::BadgeRole)
        return {};
    if (role == Qt::FontRole && index.column() == LoginId)
        return codeFont();
    if (row && role == Qt::ToolTipRole)
        return cell(*row, index.column());
    return PagedModel::data(index, role);
}

} // namespace yoyo
