// SPDX-License-Identifier: Apache-2.0
#include "models/services/user_service.h"

#include "models/domain/ids.h"
#include "models/domain/kana.h"
#include "models/domain/user_rules.h"
#include "models/services/service_support.h"
#include "models/services/user_book.h"
#include "models/services/user_import.h"
#include "models/sync/replica.h"
#include "models/sync/sync_runner.h"

#include <algorithm>

namespace yoyo {

UserStatus userStatus(const User& user, const QDateTime& now)
{
    if (user.state == UserState::Suspended)
        return UserStatus::Suspended;
    switch (user.credentialState) {
    case CredentialState::None:
        return UserStatus::NotRegistered;
    case CredentialState::TemporarySent: {
        const bool isOver = user.temporaryExpiresAt.isValid() && user.temporaryExpiresAt <= now;
        return isOver ? UserStatus::TemporaryExpired : UserStatus::TemporarySent;
    }
    case CredentialState::TemporaryExpired:
        return UserStatus::TemporaryExpired;
    case CredentialState::MailBounced:
        return UserStatus::MailBounced;
    case CredentialState::Locked:
        return user.lockedUntil.isValid() && user.lockedUntil <= now ? UserStatus::InUse : UserStatus::Locked;
    case CredentialState::InUse:
        break;
    }
    return UserStatus::InUse;
}

/// The same as userStatus() for a row of v_user; ?1 is now. A row the centre knows but tells nothing of is in use.
static QString statusSql()
{
    return QStringLiteral(
        "CASE WHEN v.state = 'suspended' THEN 6 WHEN v.credential_state IS NULL THEN (CASE WHEN v.ver = 0 THEN 0 ELSE 4"
        " END) WHEN v.credential_state = 'temporary_sent' THEN (CASE WHEN v.temporary_expires_at <= ?1 THEN 2 ELSE 1 END)"
        " WHEN v.credential_state = 'temporary_expired' THEN 2 WHEN v.credential_state = 'mail_bounced' THEN 3"
        " WHEN v.credential_state = 'locked' THEN (CASE WHEN v.locked_until <= ?1 THEN 4 ELSE 5 END) ELSE 4 END");
}

static QString orderSql(const UserQuery& query)
{
    const QString direction = query.isDescending ? QStringLiteral(" DESC") : QStringLiteral(" ASC");
    QStringList columns;
    switch (query.sort) {
    case UserSort::LoginId:
        columns = {QStringLiteral("v.login_id COLLATE NOCASE")};
        break;
    case UserSort::Kana:
        columns = {QStringLiteral("v.family_kana"), QStringLiteral("v.given_kana")};
        break;
    case UserSort::Department:
        columns = {QStringLiteral("v.department"), QStringLiteral("v.family_kana"), QStringLiteral("v.given_kana")};
        break;
    case UserSort::Role:
        columns = {QStringLiteral("CASE v.role WHEN 'administrator' THEN 0 WHEN 'staff' THEN 1 ELSE 2 END"),
                   QStringLiteral("v.family_kana")};
        break;
    case UserSort::Status:
        columns = {statusSql(), QStringLiteral("v.login_id COLLATE NOCASE")};
        break;
    case UserSort::LastSignIn:
        columns = {QStringLiteral("v.last_sign_in_at")};
        break;
    }
    for (QString& column : columns)
        column += direction;
    return columns.join(QStringLiteral(", ")) + QStringLiteral(", v.id");
}

namespace {

/// WHERE of a query with its parameters; ?1 is now.
struct Filter
{
    QStringList terms{QStringLiteral("v.deleted = 0")};
    QVariantList values;

    explicit Filter(const QString& now) : values{now} {}
    void add(const QString& term, const QVariant& value)
    {
        values.append(value);
        terms.append(term.arg(QStringLiteral("?%1").arg(values.size())));
    }
    QString text() const { return terms.join(QStringLiteral(" AND ")); }
};

} // namespace

static Filter filterOf(const UserQuery& query, const QString& now)
{
    Filter out(now);
    for (const QString& word : query.text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString key = searchKey(word);
        if (!key.isEmpty())
            out.add(QStringLiteral("instr(v.search_key, %1) > 0"), key);
    }
    if (query.role)
        out.add(QStringLiteral("v.role = %1"), roleText(*query.role));
    if (query.status)
        out.add(statusSql() + QStringLiteral(" = %1"), int(*query.status));
    if (query.isNeverSignedIn)
        out.terms.append(QStringLiteral("v.last_sign_in_at IS NULL"));
    if (query.inactiveSince.isValid()) {
        out.add(QStringLiteral("coalesce(v.last_sign_in_at, v.valid_from, '') < %1"),
                instantText(startOfJapaneseDay(query.inactiveSince)));
    }
    if (query.isOnlyUnsent)
        out.terms.append(QStringLiteral("v.has_overlay = 1"));
    return out;
}

static QString rowColumns()
{
    return QStringLiteral("v.id, v.ver, v.fields, %1").arg(badgeSql("user", "v"));
}

static UserRow rowFrom(const Row& row, const QDateTime& now, const QUuid& own)
{
    UserRow out;
    out.seen = EntityRow{Entity::User, row.uuid(0), row.integer(1), 0, false, row.object(2)};
    out.user = userFromFields(out.seen.id, out.seen.fields);
    out.status = userStatus(out.user, now);
    if (out.status == UserStatus::NotRegistered && out.seen.ver > 0)
        out.status = UserStatus::InUse;
    out.badge = RowBadge(row.integer(3));
    out.isOwn = out.seen.id == own;
    return out;
}

class UserService::Private
{
public:
    UserService& q;
    Workplace& workplace;
    SyncRunner& sync;
    const Clock& clock;
    RandomSource& random;

    /// A change that rules have to agree to: `plan` makes the edits from everything known here.
    using Plan = std::function<Result<QList<Edit>>(UserBook& book)>;
    QFuture<Result<SaveReceipt>> save(Action action, Plan plan);
    QFuture<Result<UserBook>> book();
    QFuture<Result<SaveReceipt>> changeMany(Action action, const QList<QUuid>& ids, const QString& reason,
                                            std::function<void(User&)> change);
};

UserService::UserService(Workplace& workplace, SyncRunner& sync, const Clock& clock, RandomSource& random,
                         QObject* parent)
    : QObject(parent), d(new Private{*this, workplace, sync, clock, random})
{
    connect(&sync, &SyncRunner::rowsChanged, this, [this](Entity entity, const QList<QUuid>& ids) {
        if (entity == Entity::User)
            Q_EMIT changed(ids);
    });
    connect(&workplace, &Workplace::changed, this, [this] { Q_EMIT changed({}); });
}

UserService::~UserService() = default;

// ---- reading -----------------------------------------------------------------------------------------------------

QFuture<Result<UserPage>> UserService::list(const UserQuery& query, int offset, int limit)
{
    const auto store = d->workplace.store();
    if (!store)
        return finishedWith<UserPage>(ErrorCode::NotSignedIn);
    const QDateTime now = d->clock.nowUtc();
    const QUuid own = d->workplace.userId();
    return deliveredTo(this, store->read<UserPage>([=](Connection& reader) -> Result<UserPage> {
        const Filter filter = filterOf(query, instantText(now));
        UserPage page;
        page.offset = offset;
        // The clock's parameter is bound whether or not the filter needs it.
        const auto total = reader.selectInteger(
            QStringLiteral("SELECT count(*) FROM v_user AS v WHERE ?1 IS NOT NULL AND ") + filter.text(), filter.values);
        if (!total)
            return total.error();
        page.total = int(*total);
        QVariantList values = filter.values;
        values.append({limit, offset});
        const auto read = reader.select(
            QStringLiteral("SELECT %1 FROM v_user AS v WHERE ?1 IS NOT NULL AND %2 ORDER BY %3 LIMIT ?%4 OFFSET ?%5")
                .arg(rowColumns(), filter.text(), orderSql(query))
                .arg(values.size() - 1)
                .arg(values.size()),
            values, [&](const Row& row) {
                page.rows.append(rowFrom(row, now, own));
                return true;
            });
        if (!read)
            return read.error();
        const auto asOf = lastCompletePull(reader);
        if (!asOf)
            return asOf.error();
        page.asOf = asOf->at;
        return page;
    }));
}

QFuture<Result<UserRow>> UserService::get(const QUuid& id)
{
    const auto store = d->workplace.store();
    if (!store)
        return finishedWith<UserRow>(ErrorCode::NotSignedIn);
    const QDateTime now = d->clock.nowUtc();
    const QUuid own = d->workplace.userId();
    return deliveredTo(this, store->read<UserRow>([=](Connection& reader) -> Result<UserRow> {
        std::optional<UserRow> found;
        const auto read = reader.select(
            QStringLiteral("SELECT %1 FROM v_user AS v WHERE v.id = ? AND v.deleted = 0").arg(rowColumns()), {id},
            [&](const Row& row) {
                found = rowFrom(row, now, own);
                return false;
            });
        if (!read)
            return read.error();
        return found ? Result<UserRow>(*found) : Result<UserRow>(ErrorCode::UserNotFound);
    }));
}

QFuture<Result<UserRow>> UserService::own()
{
    return get(d->workplace.userId());
}

QFuture<Result<QStringList>> UserService::departments()
{
    const auto store = d->workplace.store();
    if (!store)
        return finishedWith<QStringList>(ErrorCode::NotSignedIn);
    return deliveredTo(this, store->read<QStringList>([](Connection& reader) -> Result<QStringList> {
        QStringList out;
        const auto read = reader.select(
            QStringLiteral("SELECT DISTINCT department FROM v_user WHERE deleted = 0 AND department <> '' ORDER BY 1"), {},
            [&out](const Row& row) {
                out.append(row.text(0));
                return true;
            });
        return read ? Result<QStringList>(out) : Result<QStringList>(read.error());
    }));
}

// ---- while typing ------------------------------------------------------------------------------------------------

QFuture<Result<UserBook>> UserService::Private::book()
{
    const auto store = workplace.store();
    if (!store)
        return finishedWith<UserBook>(ErrorCode::NotSignedIn);
    const QDate today = japaneseDay(clock.nowUtc());
    const QUuid actor = workplace.userId();
    return store->read<UserBook>([today, actor](Connection& reader) { return UserBook::read(reader, today, actor); });
}

QFuture<Result<QList<Error>>> UserService::check(const User& user, bool isNew)
{
    return chained<QList<Error>>(d->book(), this, [user, isNew](const UserBook& book) {
        return finishedWith<QList<Error>>(book.check(normalised(user), isNew));
    });
}

QFuture<Result<QString>> UserService::suggestLoginId()
{
    return chained<QString>(d->book(), this, [this](const UserBook& book) {
        return finishedWith<QString>(yoyo::suggestLoginId(book.commonPrefix(d->workplace.municipalityCode()),
                                                          book.takenLoginIds({})));
    });
}

// ---- changing ----------------------------------------------------------------------------------------------------

QFuture<Result<SaveReceipt>> UserService::Private::save(Action action, Plan plan)
{
    const auto store = workplace.store();
    if (!store)
        return finishedWith<SaveReceipt>(ErrorCode::NotSignedIn);
    if (!mayDo(workplace, action))
        return finishedWith<SaveReceipt>(action == Action::EditOwnData ? ErrorCode::RoleInsufficient
                                                                       : ErrorCode::OnlyAdministrators);
    const WorkContext who = contextOf(workplace, clock, random);
    return chained<SaveReceipt>(book(), &q, [this, store, who, plan](UserBook known) {
        const auto edits = plan(known);
        if (!edits)
            return finishedWith<SaveReceipt>(edits.error());
        auto written = store->write<SaveReceipt>(Store::File::Work, [who, list = *edits](Connection& work) {
            return saveEdits(work, who, list);
        });
        return chained<SaveReceipt>(std::move(written), &q, [this](SaveReceipt receipt) {
            if (!receipt.opIds.isEmpty() || !receipt.ids.isEmpty())
                sync.noteSaved(Entity::User, receipt.ids);
            return finishedWith<SaveReceipt>(std::move(receipt));
        });
    });
}

/// The first finding that refuses, with the index of the row among several.
static std::optional<Error> firstRefusal(const QList<Error>& findings, int row)
{
    const auto hit = std::ranges::find_if(findings, isRefusal);
    if (hit == findings.end())
        return std::nullopt;
    Error out = *hit;
    out.params.insert(QStringLiteral("row"), row);
    return out;
}

QFuture<Result<SaveReceipt>> UserService::registerUser(const User& user)
{
    return registerUsers({user});
}

QFuture<Result<SaveReceipt>> UserService::registerUsers(const QList<User>& users)
{
    auto maker = std::make_shared<UuidMaker>(d->clock, d->random);
    return d->save(Action::RegisterUser, [users, maker](UserBook& book) -> Result<QList<Edit>> {
        QList<Edit> out;
        for (User user : users) {
            user = normalised(user);
            if (user.id.isNull())
                user.id = maker->make();
            if (auto refusal = firstRefusal(book.check(user, true), int(out.size())))
                return *refusal;
            out.append(book.registration(user));
        }
        return out;
    });
}

/// What a change of one user needs a right for.
static Action actionFor(const User& before, const User& after, const QUuid& actor)
{
    if (before.state != after.state)
        return Action::SuspendUser;
    if (before.role != after.role || before.unattended != after.unattended)
        return Action::ChangeRole;
    const FieldChange change = changeBetween(schemaOf(Entity::User), toFields(before), toFields(after));
    const QStringList fields = change.fields(schemaOf(Entity::User));
    const bool isOwnData = before.id == actor && std::ranges::all_of(fields, [](const QString& f) { return isOwnDataField(f); });
    return isOwnData ? Action::EditOwnData : Action::EditUser;
}

QFuture<Result<SaveReceipt>> UserService::update(const EntityRow& seen, const User& user, const QString& reason)
{
    const User before = userFromFields(seen.id, seen.fields);
    const User after = editedFrom(before, user);
    return d->save(actionFor(before, after, d->workplace.userId()),
                   [seen, after, reason](UserBook& book) -> Result<QList<Edit>> {
                       if (auto refusal = firstRefusal(book.check(after, seen.ver == 0), 0))
                           return *refusal;
                       return QList<Edit>{book.change(seen, after, reason)};
                   });
}

QFuture<Result<SaveReceipt>> UserService::saveOwn(const EntityRow& seen, const User& user)
{
    if (seen.id != d->workplace.userId())
        return finishedWith<SaveReceipt>(ErrorCode::RoleInsufficient);
    User after = userFromFields(seen.id, seen.fields);
    const User typed = editedFrom(after, user);
    after.familyName = typed.familyName;
    after.givenName = typed.givenName;
    after.familyKana = typed.familyKana;
    after.givenKana = typed.givenKana;
    after.department = typed.department;
    after.mail = typed.mail;
    after.phone = typed.phone;
    return d->save(Action::EditOwnData, [seen, after](UserBook& book) -> Result<QList<Edit>> {
        if (auto refusal = firstRefusal(book.check(after, false), 0))
            return *refusal;
        return QList<Edit>{book.change(seen, after, {})};
    });
}

QFuture<Result<SaveReceipt>> UserService::Private::changeMany(Action action, const QList<QUuid>& ids,
                                                              const QString& reason,
                                                              std::function<void(User&)> change)
{
    return save(action, [ids, reason, change](UserBook& book) -> Result<QList<Edit>> {
        QList<Edit> out;
        for (const QUuid& id : ids) {
            const auto seen = book.row(id);
            if (!seen)
                return ErrorCode::UserNotFound;
            User after = userFromFields(id, seen->fields);
            change(after);
            // Only what this change brings about: an older fault elsewhere in the row must not keep a leaver active.
            const QList<Error> before = book.check(userFromFields(id, seen->fields), seen->ver == 0);
            QList<Error> fresh = book.check(after, seen->ver == 0);
            fresh.removeIf([&before](const Error& e) { return before.contains(e); });
            if (auto refusal = firstRefusal(fresh, int(out.size())))
                return *refusal;
            out.append(book.change(*seen, after, reason));
        }
        return out;
    });
}

QFuture<Result<SaveReceipt>> UserService::suspend(const QList<QUuid>& ids, const QString& reason)
{
    return d->changeMany(Action::SuspendUser, ids, reason, [](User& u) { u.state = UserState::Suspended; });
}

QFuture<Result<SaveReceipt>> UserService::resume(const QList<QUuid>& ids, const QString& reason)
{
    return d->changeMany(Action::SuspendUser, ids, reason, [](User& u) { u.state = UserState::Active; });
}

QFuture<Result<SaveReceipt>> UserService::changeRole(const QList<QUuid>& ids, Role role, const QString& reason)
{
    return d->changeMany(Action::ChangeRole, ids, reason, [role](User& u) { u.role = role; });
}

QFuture<Result<SaveReceipt>> UserService::markNotified(const QList<QUuid>& ids, const QString& method, QDate on)
{
    return d->changeMany(Action::EditUser, ids, {}, [method, on](User& u) {
        u.noticeMethod = method;
        u.noticeOn = on;
    });
}

// ---- USER1 -------------------------------------------------------------------------------------------------------

QFuture<Result<UserImportReport>> UserService::dryRun(const QString& filePath)
{
    const auto store = d->workplace.store();
    if (!store)
        return finishedWith<UserImportReport>(ErrorCode::NotSignedIn);
    if (!mayDo(d->workplace, Action::RegisterUser))
        return finishedWith<UserImportReport>(ErrorCode::OnlyAdministrators);
    const QDateTime now = d->clock.nowUtc();
    const QUuid actor = d->workplace.userId();
    // The file is read on the reader's thread too: it may lie on a slow drive.
    // It may take longer than this service lives.
    return deliveredTo(this, store->read<UserImportReport>(
                                 [filePath, now, actor, &random = d->random, &clock = d->clock](Connection& reader) {
                                     return planUserImport(reader, filePath, now, actor, random, clock);
                                 }));
}

QFuture<Result<SaveReceipt>> UserService::apply(const UserImportReport& report, const QString& reason)
{
    return d->save(Action::RegisterUser,
                   [report, reason](UserBook& book) { return editsOfImport(book, report, reason); });
}

} // namespace yoyo
