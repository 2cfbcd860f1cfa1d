// SPDX-License-Identifier: Apache-2.0
#include "models/services/user_import.h"

#include "models/domain/clock.h"
#include "models/domain/ids.h"
#include "models/intake/user_csv.h"
#include "models/services/user_book.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace yoyo {

/// The stored user with the values that stand in the file.
static User withGiven(const User& stored, const UserCandidate& candidate)
{
    QJsonObject fields = toFields(stored);
    const QJsonObject typed = toFields(candidate.user);
    for (const QString& name : candidate.given) {
        if (typed.contains(name))
            fields.insert(name, typed.value(name));
    }
    return userFromFields(stored.id, fields);
}

static bool refuses(const QList<Error>& findings)
{
    return std::ranges::any_of(findings, isRefusal);
}

static UserImportRow planRow(UserBook& book, const UserCandidate& candidate)
{
    UserImportRow out;
    out.rowNumber = int(candidate.row);
    out.findings = candidate.findings;
    out.user = candidate.user;
    const auto stored = book.rowByLoginId(candidate.user.loginId);
    const bool isNew = candidate.change == UserChange::Register;
    if (isNew && stored) {
        out.findings.append(Error(ErrorCode::LoginIdTaken, {}, {{QStringLiteral("login_id"), candidate.user.loginId}},
                                  QStringLiteral("login_id")));
    } else if (!isNew && !stored) {
        out.findings.append(Error(ErrorCode::UserNotFound, {}, {}, QStringLiteral("login_id")));
    }
    if (refuses(out.findings))
        return out;
    if (!isNew) {
        out.seen = *stored;
        out.user = withGiven(userFromFields(stored->id, stored->fields), candidate);
        if (candidate.change == UserChange::Suspend)
            out.user.state = UserState::Suspended;
    }
    for (const Error& finding : book.check(out.user, isNew)) {
        if (!out.findings.contains(finding))
            out.findings.append(finding);
    }
    if (refuses(out.findings))
        return out;
    const Edit edit = isNew ? book.registration(out.user) : book.change(out.seen, out.user, {});
    out.changed = edit.change.fields(schemaOf(Entity::User));
    out.kind = isNew                                  ? UserImportRow::Kind::Register
        : edit.change.isEmpty()                       ? UserImportRow::Kind::Unchanged
        : candidate.change == UserChange::Suspend     ? UserImportRow::Kind::Suspend
                                                      : UserImportRow::Kind::Change;
    return out;
}

Result<UserImportReport> planUserImport(Connection& reader, const QString& filePath, const QDateTime& now,
                                        const QUuid& actor, RandomSource& random, const Clock& clock)
{
    const QDate today = japaneseDay(now);
    auto book = UserBook::read(reader, today, actor);
    if (!book)
        return book.error();
    QFile file(filePath);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorCode::FileUnreadable, {}, {{QStringLiteral("file"), QFileInfo(filePath).fileName()}});
    auto csv = readUserCsv(file, today);
    if (!csv)
        return csv.error();
    UserImportReport out;
    out.fileName = QFileInfo(filePath).fileName();
    out.encoding = csv->encoding.encoding == TextEncoding::Utf8 ? QStringLiteral("utf-8") : QStringLiteral("cp932");
    out.madeAt = now;
    UuidMaker ids(clock, random);
    for (UserCandidate& candidate : csv->rows) {
        if (candidate.change == UserChange::Register)
            candidate.user.id = ids.make();
        const UserImportRow row = planRow(*book, candidate);
        switch (row.kind) {
        case UserImportRow::Kind::Register:
            ++out.registrations;
            break;
        case UserImportRow::Kind::Change:
            ++out.changes;
            break;
        case UserImportRow::Kind::Suspend:
            ++out.suspensions;
            break;
        case UserImportRow::Kind::Unchanged:
            ++out.unchanged;
            break;
        case UserImportRow::Kind::Refused:
            ++out.refused;
            break;
        }
        out.rows.append(row);
    }
    return out;
}

Result<QList<Edit>> editsOfImport(UserBook& book, const UserImportReport& report, const QString& reason)
{
    QList<Edit> out;
    for (const UserImportRow& row : report.rows) {
        if (row.kind == UserImportRow::Kind::Refused || row.kind == UserImportRow::Kind::Unchanged)
            continue;
        const bool isNew = row.kind == UserImportRow::Kind::Register;
        const auto now = book.row(row.user.id);
        const bool hasMoved = isNew ? now.has_value() : !now || now->fields != row.seen.fields;
        const QList<Error> findings = book.check(row.user, isNew);
        const auto refusal = std::ranges::find_if(findings, isRefusal);
        if (hasMoved || refusal != findings.end()) {
            Error error = hasMoved ? Error(ErrorCode::SupersededDecision) : *refusal;
            error.params.insert(QStringLiteral("row"), row.rowNumber);
            return error;
        }
        out.append(isNew ? book.registration(row.user) : book.change(row.seen, row.user, reason));
    }
    return out;
}

} // namespace yoyo
