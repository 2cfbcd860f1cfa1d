// SPDX-License-Identifier: Apache-2.0
#include "app/cli/csv_file.h"

#include "models/intake/csv_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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
    {"mgmt_no", "Management number", "予防接種管理番号"},
    {"fiscal_year", "Fiscal year", "年度"},
    {"impl_flag", "Implementation flag", "実施フラグ"},
    {"local_from", "Handled here from", "市区町村取扱開始日"},
    {"local_to", "Handled here until", "市区町村取扱終了日"},
    {"season_from", "Season from", "接種期間開始"},
    {"season_to", "Season until", "接種期間終了"},
    {"age_from", "Age from", "対象年齢（開始）"},
    {"age_to", "Age until", "対象年齢（終了）"},
    {"sex", "Sex", "性別"},
    {"pregnancy_from", "Pregnancy week from", "妊娠週数（から）"},
    {"pregnancy_to", "Pregnancy week until", "妊娠週数（まで）"},
    {"cohort_exceptions", "Exceptions by birth date", "特例対象"},
    {"fee_vaccinated", "Commission fee", "接種委託料"},
    {"fee_exempt", "Commission fee, exempt persons", "接種委託料（自己負担免除者）"},
    {"fee_not_vaccinated", "Fee for an interview only", "予診のみ委託料"},
    {"copay", "Co-payment", "自己負担額"},
    {"copay_exempt", "Exempt from the co-payment", "自己負担免除区分"},
    {"subsidy_limit", "Reimbursement up to", "助成上限額（償還払い）"},
    {"wide_area", "Wide area", "広域・相互乗り入れ"},
    {"contract_type", "Kind of contract", "契約区分"},
    {"request_letter", "Request letter", "実施依頼書"},
    {"coupon_form", "Coupon and questionnaire", "接種券・予診票の様式"},
    {"contact", "Contact", "問合せ先"},
    {"note", "Note", "備考"},
    {"retro_reason", "Why it was set to carried out again", "実施へ戻した理由"},
    {"retro_due", "Back to not carried out by", "未実施へ戻す期限"},
    {"planned_from", "In force from", "適用開始日"},
    {"planned_values", "Planned values", "予定している値"},
};
// Of the national master, for reading: not part of a setting.
constexpr Column itemColumns[] = {
    {"name", "Vaccination", "予防接種"},
    {"handling_to", "Ends", "取扱終了日"},
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
    return headingOf(settingColumns, purpose, language) + headingOf(itemColumns, purpose, language);
}

/// As in the contract: days and codes as they are, yes and no as 1 and 0, lists as JSON.
static QString cellOf(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("1") : QStringLiteral("0");
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

QStringList settingCells(const SettingRow& row)
{
    const QJsonObject fields = toFields(row.setting);
    QStringList out;
    for (const Column& c : settingColumns)
        out.append(cellOf(fields.value(QLatin1String(c.field))));
    return out + QStringList{row.item.name, day(row.item.handlingTo)};
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
