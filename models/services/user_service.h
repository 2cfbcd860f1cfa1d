// SPDX-License-Identifier: Apache-2.0
// Users of the own organisation: reading lists, and every change as overlay and operation in one transaction.
// The same path offline and online; nothing here talks to the service. Called on the GUI thread; futures finish
// there too (continue with whenDone()). Rights are checked again here: E-USER-020 without the right.
#pragma once

#include "models/domain/entity.h"
#include "models/domain/user.h"
#include "models/domain/row_badge.h"
#include "models/services/save_receipt.h"

#include <QDate>
#include <QDateTime>
#include <QFuture>
#include <QObject>
#include <QSet>

#include <optional>

namespace yoyo {

class Clock;
class RandomSource;
class SyncRunner;
class Workplace;

/// What the state column shows: one value per user, 停止 before everything else.
enum class UserStatus {
    NotRegistered, ///< saved here; the centre does not know this user yet
    TemporarySent,
    TemporaryExpired,
    MailBounced,
    InUse,
    Locked,
    Suspended,
};
UserStatus userStatus(const User& user, const QDateTime& now);

enum class UserSort { LoginId, Kana, Department, Role, Status, LastSignIn };

struct UserQuery
{
    QString text; ///< as typed; found anywhere in login id, name, kana, department
    std::optional<Role> role;
    std::optional<UserStatus> status;
    bool isNeverSignedIn = false;
    QDate inactiveSince; ///< valid: last sign-in before that day, or none and registered before it
    bool isOnlyUnsent = false;
    UserSort sort = UserSort::LoginId;
    bool isDescending = false;
    friend bool operator==(const UserQuery&, const UserQuery&) = default;
};

struct UserRow
{
    User user;
    EntityRow seen; ///< as shown, ver 0 for a user the centre does not know yet; hand it back with a change
    UserStatus status = UserStatus::InUse;
    RowBadge badge = RowBadge::None;
    bool isOwn = false;
};

struct UserPage
{
    QList<UserRow> rows;
    int offset = 0;
    int total = 0;  ///< of the query
    QDateTime asOf; ///< how old this list is: the last complete pull, UTC; invalid: never
};

/// One row of a USER1 file, after the dry run.
struct UserImportRow
{
    enum class Kind { Register, Change, Suspend, Unchanged, Refused };
    int rowNumber = 0; ///< as Excel shows it
    Kind kind = Kind::Refused;
    User user;              ///< as it will be
    EntityRow seen;         ///< as it is now; ver 0 and no fields for a registration
    QStringList changed;    ///< contract field names
    QList<Error> findings;  ///< refusals and things to confirm
};

struct UserImportReport
{
    QString fileName;
    QString encoding; ///< "utf-8" or "cp932"
    QList<UserImportRow> rows;
    int registrations = 0;
    int changes = 0;
    int suspensions = 0;
    int unchanged = 0;
    int refused = 0;
    QDateTime madeAt;
};

class UserService : public QObject
{
    Q_OBJECT
public:
    UserService(Workplace& workplace, SyncRunner& sync, const Clock& clock, RandomSource& random,
                QObject* parent = nullptr);
    ~UserService() override;

    // reading
    QFuture<Result<UserPage>> list(const UserQuery& query, int offset, int limit);
    QFuture<Result<UserRow>> get(const QUuid& id);
    QFuture<Result<UserRow>> own();
    QFuture<Result<QStringList>> departments();

    // while typing
    /// Every finding about one user as it stands in a form; Error.pointer is the field. `isNew` also checks the login
    /// id against every user known here (final only at the centre).
    QFuture<Result<QList<Error>>> check(const User& user, bool isNew);
    /// A login id nobody here has: the office's prefix and the next number.
    QFuture<Result<QString>> suggestLoginId();

    // changing; a refusal by the rules saves nothing (Error.pointer is the field, params.row which of several)
    QFuture<Result<SaveReceipt>> registerUser(const User& user);
    QFuture<Result<SaveReceipt>> registerUsers(const QList<User>& users);
    /// `seen` is the row the form was filled from; only what differs becomes an operation.
    QFuture<Result<SaveReceipt>> update(const EntityRow& seen, const User& user, const QString& reason = {});
    QFuture<Result<SaveReceipt>> suspend(const QList<QUuid>& ids, const QString& reason);
    QFuture<Result<SaveReceipt>> resume(const QList<QUuid>& ids, const QString& reason);
    QFuture<Result<SaveReceipt>> changeRole(const QList<QUuid>& ids, Role role, const QString& reason);
    /// 自身のユーザ情報: names, department, contact of the signed-in person; every role may.
    QFuture<Result<SaveReceipt>> saveOwn(const EntityRow& seen, const User& user);
    /// ユーザID通知書: how and when the ID was handed over.
    QFuture<Result<SaveReceipt>> markNotified(const QList<QUuid>& ids, const QString& method, QDate on);

    // USER1
    /// Reads and checks a file without changing anything. A user who is not in the file is never touched.
    QFuture<Result<UserImportReport>> dryRun(const QString& filePath);
    /// The rows of a report that are not refused, in one transaction. E-SYNC-021 when a row moved since the dry run.
    QFuture<Result<SaveReceipt>> apply(const UserImportReport& report, const QString& reason);

Q_SIGNALS:
    /// Rows that look different now, by a save here, a pull or another process. Empty: read everything again.
    void changed(const QList<QUuid>& ids);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace yoyo

Q_DECLARE_METATYPE(yoyo::UserRow)
