// SPDX-License-Identifier: Apache-2.0
#include "app/cli/csv_file.h"

#include <QSaveFile>

namespace yoyo {

namespace {

struct Column
{
    const char* field;
    const char* english;
    const char* japanese;
};

constexpr Column userColumns[] = {
    {"login_id", "User ID", "ユーザID"},
    {"family_name", "Family name", "姓"},
    {"given_name", "Given name", "名"},
    {"family_kana", "Family name (kana)", "セイ"},
    {"given_kana", "Given name (kana)", "メイ"},
    {"department", "Department", "所属"},
    {"mail", "Mail", "メールアドレス"},
    {"phone", "Phone", "電話番号"},
    {"role", "Role", "権限"},
    {"state", "State", "状態"},
    {"valid_from", "Valid from", "有効開始日"},
    {"valid_to", "Valid to", "有効終了日"},
    {"employee_no", "Employee no.", "職員番号"},
};

constexpr Column settingColumns[] = {
    {"mgmt_no", "Item no.", "予防接種管理番号"},
    {"name", "Vaccine", "予防接種名"},
    {"fiscal_year", "Fiscal year", "年度"},
    {"impl_flag", "In force", "実施フラグ"},
    {"handling_to", "Ends", "取扱終了日"},
    {"local_from", "Local from", "取扱開始日（自治体）"},
    {"local_to", "Local to", "取扱終了日（自治体）"},
    {"age_from", "Age from", "対象年齢（開始）"},
    {"age_to", "Age to", "対象年齢（終了）"},
};

QStringList headingOf(std::span<const Column> columns, const QString& purpose, MessageLanguage language)
{
    QStringList out;
    for (const Column& c : columns) {
        const char* text = purpose == QLatin1String("reimport")    ? c.field
                           : language == MessageLanguage::Japanese ? c.japanese
                                                                   : c.english;
        out.append(QString::fromUtf8(text));
    }
    return out;
}

QString day(const QDate& date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

QString quoted(QString cell, bool isForExcel)
{
    // A cell that begins so is a formula to Excel, whoever typed it.
    static const QString formulaStarts = QStringLiteral("=+-@\t\r");
    if (isForExcel && !cell.isEmpty() && formulaStarts.contains(cell.front()))
        cell.prepend(QLatin1Char('\''));
    const bool needsQuotes =
        cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r');
    if (!needsQuotes)
        return cell;
    cell.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QString(QLatin1Char('"') + cell + QLatin1Char('"'));
}

} // namespace

QStringList userHeading(const QString& purpose, MessageLanguage language)
{
    return headingOf(userColumns, purpose, language);
}

QStringList userCells(const User& user)
{
    return {user.loginId,        user.familyName,           user.givenName,      user.familyKana,
            user.givenKana,      user.department,           user.mail,           user.phone,
            roleText(user.role), userStateText(user.state), day(user.validFrom), day(user.validTo),
            user.employeeNo};
}

QStringList settingHeading(const QString& purpose, MessageLanguage language)
{
    return headingOf(settingColumns, purpose, language);
}

QStringList settingCells(const SettingRow& row)
{
    return {row.setting.mgmtNo,
            row.item.name,
            QString::number(row.setting.fiscalYear),
            row.setting.implFlag ? QStringLiteral("1") : QStringLiteral("0"),
            day(row.item.handlingTo),
            day(row.setting.localFrom),
            day(row.setting.localTo),
            row.setting.ageFrom,
            row.setting.ageTo};
}

Result<void> writeCsv(const QString& path, const QList<QStringList>& rows, bool isForExcel)
{
    QSaveFile file(path);
    const auto failure = [&file, &path] {
        const bool isFull = file.error() == QFileDevice::ResourceError;
        return Error(isFull ? ErrorCode::DiskFull : ErrorCode::OutputNotWritable, file.errorString(),
                     {{QStringLiteral("file"), path}});
    };
    if (!file.open(QIODevice::WriteOnly))
        return failure();
    if (isForExcel)
        file.write("\xef\xbb\xbf");
    for (const QStringList& row : rows) {
        QStringList cells;
        for (const QString& cell : row)
            cells.append(quoted(cell, isForExcel));
        file.write(cells.join(QLatin1Char(',')).toUtf8() + "\r\n");
    }
    return file.commit() ? Result<void>() : Result<void>(failure());
}

} // namespace yoyo
