// SPDX-License-Identifier: Apache-2.0
#include "models/intake/user_csv.h"

#include "models/domain/japanese_date.h"
#include "models/domain/kana.h"
#include "models/domain/user_rules.h"

#include <QHash>

#include <algorithm>

namespace yoyo {

namespace {

constexpr qsizetype mostRows = 100'000;

enum Column { Change, LoginId, Family, Given, FamilyKana, GivenKana, Department, EmployeeNo, Mail, Phone, RoleName, From, To, Note };

/// The contract field of each column; the first one is the file's own.
constexpr const char* contractFields[] = {"change_kind", "login_id", "family_name", "given_name", "family_kana",
                                          "given_kana",  "department", "employee_no", "mail",      "phone",
                                          "role",        "valid_from", "valid_to",    "note"};

QString fieldName(int column)
{
    return QString::fromLatin1(contractFields[column]);
}

QString key(const QString& text)
{
    return normaliseCode(text.normalized(QString::NormalizationForm_KC)).toCaseFolded();
}

std::optional<Role> roleOf(const QString& text)
{
    const QString name = key(text);
    for (const auto& [label, role] : {std::pair(u"管理者", Role::Administrator), std::pair(u"一般", Role::Staff),
                                      std::pair(u"閲覧", Role::Reader)}) {
        if (name == QStringView(label))
            return role;
    }
    return roleFromText(name);
}

QString roleLabel(Role role)
{
    return role == Role::Administrator ? QStringLiteral("管理者") : role == Role::Staff ? QStringLiteral("一般") : QStringLiteral("閲覧");
}

std::optional<UserChange> changeOf(const QString& text)
{
    const QString name = key(text);
    for (const auto& [digit, label, change] : {std::tuple(u"1", u"登録", UserChange::Register), std::tuple(u"2", u"変更", UserChange::Update),
                                               std::tuple(u"3", u"停止", UserChange::Suspend)}) {
        const QString both = QString(QString::fromUtf16(digit) + QString::fromUtf16(label));
        if (name == QStringView(digit) || name == QStringView(label) || name == both)
            return change;
    }
    return std::nullopt;
}

Error at(ErrorCode code, int column, QJsonObject params = {})
{
    return Error(code, {}, std::move(params), fieldName(column));
}

QDate dayOf(const QString& text, int column, UserCandidate& out)
{
    DateRules rules;
    rules.isFutureAllowed = true;
    rules.isOpenEndAllowed = column == To;
    const auto reading = dateFromText(text, rules);
    if (!reading) {
        out.findings.append(at(reading.error().code, column));
        return {};
    }
    if (reading->note == DateNote::UnknownPart || reading->note == DateNote::ExcelSerial) {
        out.findings.append(at(ErrorCode::DateFormat, column)); // nothing is guessed here
        return {};
    }
    return reading->day;
}

/// What matters for the kind of change: an update or a suspension is judged with the stored row, in services.
void checkCandidate(UserCandidate& c, QDate today)
{
    UserRuleContext context;
    context.today = today;
    const QList<Error> broken = checkUser(c.user, context);
    for (const Error& error : broken) {
        const bool isGiven = c.given.contains(error.pointer);
        const bool isMatter = c.change == UserChange::Register || isGiven;
        // The ID of a stored user may be older than the rule against names.
        const bool isOldId = c.change != UserChange::Register && error.code == ErrorCode::LoginIdPersonal;
        const bool isKnown = std::ranges::any_of(c.findings, [&error](const Error& f) { return f.pointer == error.pointer; });
        if ((isMatter || error.pointer == QLatin1String("login_id")) && !isOldId && !isKnown)
            c.findings.append(error);
    }
}

UserCandidate candidateOf(const QStringList& cells, qint64 row, QDate today)
{
    UserCandidate out;
    out.row = row;
    const auto cell = [&cells](int column) { return withoutFormulaGuard(cells[column]); };
    for (int column = LoginId; column <= Note; ++column) {
        if (!QStringView(cell(column)).trimmed().isEmpty())
            out.given.append(fieldName(column));
    }
    User& u = out.user;
    u.loginId = cell(LoginId);
    u.familyName = cell(Family);
    u.givenName = cell(Given);
    u.familyKana = cell(FamilyKana);
    u.givenKana = cell(GivenKana);
    u.department = cell(Department);
    u.employeeNo = cell(EmployeeNo);
    u.mail = cell(Mail);
    u.phone = cell(Phone);
    u.note = cell(Note);
    u = normalised(u);
    const auto change = changeOf(cell(Change));
    if (change)
        out.change = *change;
    else
        out.findings.append(at(ErrorCode::ChangeKindUnknown, Change));
    if (out.given.contains(fieldName(RoleName))) {
        const auto role = roleOf(cell(RoleName));
        if (role)
            u.role = *role;
        else
            out.findings.append(at(ErrorCode::RoleUnknown, RoleName));
    }
    if (out.given.contains(fieldName(From)))
        u.validFrom = dayOf(cell(From), From, out);
    if (out.given.contains(fieldName(To)))
        u.validTo = dayOf(cell(To), To, out);
    if (change && *change == UserChange::Suspend) {
        if (u.loginId.isEmpty())
            out.findings.append(at(ErrorCode::LoginIdFormat, LoginId));
        u.state = UserState::Suspended;
    } else {
        checkCandidate(out, today);
    }
    return out;
}

/// Where each wanted column stands in the file; the names of those that are missing.
QStringList findColumns(std::span<const std::string_view> header, QList<int>& places)
{
    QHash<QString, int> byName;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const QString name = key(QString::fromUtf8(header[i].data(), qsizetype(header[i].size())));
        if (!byName.contains(name))
            byName.insert(name, int(i));
    }
    QStringList missing;
    for (const QString& column : userCsvColumns()) {
        const auto hit = byName.constFind(key(column));
        if (hit == byName.constEnd())
            missing.append(column);
        places.append(hit == byName.constEnd() ? -1 : *hit);
    }
    return missing;
}

void markDuplicates(QList<UserCandidate>& rows)
{
    QHash<QString, QList<qsizetype>> byId;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (!rows[i].user.loginId.isEmpty())
            byId[loginIdKey(rows[i].user.loginId)].append(i);
    }
    for (const QList<qsizetype>& same : std::as_const(byId)) {
        if (same.size() < 2)
            continue;
        QStringList numbers;
        for (const qsizetype i : same)
            numbers.append(QString::number(rows[i].row));
        for (const qsizetype i : same)
            rows[i].findings.append(at(ErrorCode::DuplicateInFile, LoginId, {{QStringLiteral("rows"), numbers.join(u' ')}}));
    }
}

} // namespace

const QStringList& userCsvColumns()
{
    static const QStringList names{
        QStringLiteral("変更区分"), QStringLiteral("ユーザID"), QStringLiteral("姓"),       QStringLiteral("名"),
        QStringLiteral("セイ"),     QStringLiteral("メイ"),     QStringLiteral("所属"),     QStringLiteral("職員番号"),
        QStringLiteral("メールアドレス"), QStringLiteral("電話"), QStringLiteral("権限"),   QStringLiteral("開始日"),
        QStringLiteral("終了日"),   QStringLiteral("備考")};
    return names;
}

Result<UserCsv> readUserCsv(QIODevice& device, QDate today, std::optional<TextEncoding> encoding)
{
    UserCsv out;
    const auto proof = detectEncoding(device);
    if (proof)
        out.encoding = *proof;
    else if (!encoding || proof.error().code != ErrorCode::EncodingUndetected || !device.seek(0))
        return proof.error();
    if (encoding)
        out.encoding.encoding = *encoding;
    CsvReader::Options options;
    options.encoding = out.encoding.encoding;
    CsvReader reader(device, options);
    if (!reader.next())
        return reader.error() ? *reader.error() : Error(ErrorCode::FileEmpty);
    QList<int> places;
    const QStringList missing = findColumns(reader.cells(), places);
    if (!missing.isEmpty())
        return Error(ErrorCode::HeaderDifferent, {}, {{QStringLiteral("missing"), missing.join(u' ')}});
    const auto columns = reader.cells().size();
    while (reader.next()) {
        if (out.rows.size() >= mostRows)
            return Error(ErrorCode::TooManyRows, {}, {{QStringLiteral("maximum"), mostRows}});
        const auto cells = reader.cells();
        // Excel leaves trailing empty cells out, or adds some.
        std::size_t used = cells.size();
        while (used > columns && cells[used - 1].empty())
            --used;
        if (used > columns || used < 2) {
            UserCandidate broken;
            broken.row = reader.rowNumber();
            broken.findings.append(Error(ErrorCode::ColumnCountDifferent, {}, {{QStringLiteral("expected"), qint64(columns)}, {QStringLiteral("found"), qint64(used)}}));
            out.rows.append(broken);
            continue;
        }
        QStringList texts;
        bool hasText = false;
        for (const int place : places) {
            const std::string_view view = std::size_t(place) < used ? cells[std::size_t(place)] : std::string_view();
            texts.append(QString::fromUtf8(view.data(), qsizetype(view.size())));
            hasText = hasText || !QStringView(texts.last()).trimmed().isEmpty();
        }
        if (hasText) // rows of separators only are what Excel leaves below a table
            out.rows.append(candidateOf(texts, reader.rowNumber(), today));
    }
    if (reader.error())
        return *reader.error();
    out.fileFindings = reader.findings();
    markDuplicates(out.rows);
    return out;
}

Result<QList<CsvFinding>> writeUserCsv(QIODevice& device, const QList<UserCandidate>& rows, TextEncoding encoding,
                                       CsvPurpose purpose)
{
    CsvWriter writer(device, encoding, purpose);
    if (const auto written = writer.writeRow(userCsvColumns()); !written)
        return written.error();
    const auto day = [](QDate d) { return d.isValid() ? d.toString(Qt::ISODate) : QString(); };
    for (const UserCandidate& row : rows) {
        const User& u = row.user;
        const auto written = writer.writeRow({QString::number(int(row.change)), u.loginId, u.familyName, u.givenName,
                                              u.familyKana, u.givenKana, u.department, u.employeeNo, u.mail, u.phone,
                                              roleLabel(u.role), day(u.validFrom), day(u.validTo), u.note});
        if (!written)
            return written.error();
    }
    return writer.findings();
}

} // namespace yoyo
