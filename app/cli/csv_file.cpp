// SPDX-License-Identifier: Apache-2.0
#include "app/cli/csv_file.h"

#include "models/intake/csv_writer.h"

#include <QSaveFile>

#include <functional>

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

/// Whole or not at all: `fill` writes into a file that takes the place of `path` only when all went well.
static Result<void> writeWhole(const QString& path, const std::function<Result<void>(QIODevice&)>& fill)
{
    QSaveFile file(path);
    const auto failure = [&file, &path] {
        const bool isFull = file.error() == QFileDevice::ResourceError;
        return Error(isFull ? ErrorCode::DiskFull : ErrorCode::OutputNotWritable, file.errorString(),
                     {{QStringLiteral("file"), path}});
    };
    if (!file.open(QIODevice::WriteOnly))
        return failure();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // names and phones: nobody else's
    if (!fill(file))
        return failure();
    return file.commit() ? Result<void>() : Result<void>(failure());
}

Result<void> writeUsersForReimport(const QString& path, const QList<UserCandidate>& users)
{
    return writeWhole(path, [&users](QIODevice& device) -> Result<void> {
        const auto done = writeUserCsv(device, users, TextEncoding::Utf8, CsvPurpose::Reimport);
        return done ? Result<void>() : Result<void>(done.error());
    });
}

Result<void> writeCsv(const QString& path, const QList<QStringList>& rows, bool isForExcel)
{
    return writeWhole(path, [&](QIODevice& device) -> Result<void> {
        CsvWriter writer(device, TextEncoding::Utf8, isForExcel ? CsvPurpose::Excel : CsvPurpose::Reimport);
        for (const QStringList& row : rows) {
            if (auto done = writer.writeRow(row); !done)
                return done;
        }
        return {};
    });
}

} // namespace yoyo
