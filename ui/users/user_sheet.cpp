// SPDX-License-Identifier: Apache-2.0
// See user_sheet.h.
#include "ui/users/user_sheet.h"

#include "ui/users/user_words.h"
#include "ui/widgets/error_presenter.h"

namespace yoyo {

/// The words of the file are Japanese in every language of the screens: the reader knows these.
static QString roleWord(Role role)
{
    switch (role) {
    case Role::Administrator:
        return QStringLiteral("管理者");
    case Role::Staff:
        return QStringLiteral("一般");
    case Role::Reader:
        return QStringLiteral("閲覧");
    }
    return {};
}

static QString dayWord(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

SheetTable UserSheet::table(const QList<UserRow>& rows)
{
    SheetTable out;
    out.headers = QStringList{QStringLiteral("変更区分"), QStringLiteral("ユーザID"), QStringLiteral("姓"),     QStringLiteral("名"),
                              QStringLiteral("セイ"),     QStringLiteral("メイ"),     QStringLiteral("所属"),   QStringLiteral("職員番号"),
                              QStringLiteral("メールアドレス"), QStringLiteral("電話"), QStringLiteral("権限"), QStringLiteral("開始日"),
                              QStringLiteral("終了日"),   QStringLiteral("備考")};
    for (const UserRow& row : rows) {
        const User& u = row.user;
        out.rows << QStringList{QStringLiteral("2"), u.loginId,    u.familyName, u.givenName, u.familyKana,
                                u.givenKana,         u.department, u.employeeNo, u.mail,      u.phone,
                                roleWord(u.role),    dayWord(u.validFrom), dayWord(u.validTo), u.note};
    }
    return out;
}

SheetTable UserSheet::findings(const UserImportReport& report, const ErrorPresenter& errors)
{
    SheetTable out;
    out.headers = QStringList{tr("Row"), UserWords::field(QStringLiteral("login_id")), tr("Field"), tr("What has to be corrected"), tr("Code")};
    for (const UserImportRow& row : report.rows) {
        for (const Error& error : row.findings) {
            const Presented said = errors.present(error);
            out.rows << QStringList{QString::number(row.rowNumber), row.user.loginId, UserWords::field(error.pointer), said.sentence(),
                                    said.code};
        }
    }
    return out;
}

} // namespace yoyo
