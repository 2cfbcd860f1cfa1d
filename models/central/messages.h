// SPDX-License-Identifier: Apache-2.0
// The messages of contract 1 as plain values: what resources/api/central.openapi.yaml says, without its JSON.
// Nothing here knows HTTP; wire_json.h and feed_parser.h turn bytes into these values.
#pragma once

#include "models/domain/entity.h"
#include "models/domain/result.h"
#include "models/domain/row_hash.h"
#include "models/domain/secret_buffer.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <chrono>
#include <optional>

namespace yoyo {

/// The contract this client speaks; sent with every request.
constexpr int contractVersion = 1;

struct MaintenanceNotice
{
    std::optional<QDateTime> until; ///< none: the service does not know
};

struct Handshake
{
    QString service; ///< "yoyo-central"
    QString version;
    QString environment; ///< "production", "verification" or "practice"
    bool isDemo = false;
    int contractMinimum = 0;
    int contractMaximum = 0;
    bool hasLateEntryWindows = false;
    QJsonObject policy; ///< read with PolicyValues::fromJson()
    int policyVersion = 0;
    QUuid datasetEpoch;
    int maximumPushOps = 0;
    qint64 maximumPushBytes = 0;
    int maximumChangesRows = 0;
    int opMemoryDays = 0;
    int tombstoneDays = 0;
    QDateTime serverTime;
    std::optional<MaintenanceNotice> maintenance;
};

/// Whom to call in one's own office.
struct OfficeContact
{
    QString name;
    QString department;
    QString phone;
    friend bool operator==(const OfficeContact&, const OfficeContact&) = default;
};

struct Helpdesk
{
    QString name;
    QString url;
    QString phone;
    friend bool operator==(const Helpdesk&, const Helpdesk&) = default;
};

struct OfficeInfo
{
    QString municipalityCode; ///< six digits
    QString name;
    QString environment;
    bool isDemo = false;
    QList<OfficeContact> administrators;
    Helpdesk helpdesk;
};

/// The person a session belongs to, as the service says.
struct SessionUser
{
    QUuid id;
    QString loginId;
    QString familyName;
    QString givenName;
    QString role; ///< "administrator", "staff" or "reader"
    bool isUnattended = false;
};

/// Temporary: signed in with a temporary password; only the password change is allowed.
enum class SessionKind { Full, Temporary };

struct SessionReply
{
    SessionKind kind = SessionKind::Temporary;
    SecretBuffer accessToken;
    std::chrono::seconds accessExpiresIn{0};
    SecretBuffer refreshToken; ///< empty for a temporary session
    std::optional<QDateTime> stepUpExpiresAt;
    SessionUser user;
    OfficeInfo office;
    QDateTime serverTime;
};

struct MeReply
{
    SessionUser user;
    OfficeInfo office;
    QJsonObject policy;
    QDateTime serverTime;
};

enum class OperationKind { Create, Update, Delete, Command };

/// One intent of a person. Exactly one of baseVer and afterOp is set for Update and Delete.
struct Operation
{
    QUuid opId;
    QUuid deviceId;
    qint64 clientSeq = 0;
    Entity entity = Entity::User;
    QUuid id;
    OperationKind kind = OperationKind::Update;
    std::optional<qint64> baseVer;
    QUuid afterOp;
    QJsonObject set;
    QStringList unset;
    QJsonObject baseValues;
    QList<QUuid> needs;
    QString reason;
};

/// As the wire spells it; keys in alphabetical order.
QJsonObject toJson(const Operation& operation);
/// The body of POST /v1/push. Store these bytes: a repeated send must be the same to the byte.
QByteArray pushBody(const QList<QJsonObject>& operations);

QString kindText(OperationKind kind);
std::optional<OperationKind> operationKindFromText(QStringView text);

/// Unknown: only from opsStatus(), for an operation the service never saw.
enum class OutcomeKind { Applied, Duplicate, Conflict, Rejected, Blocked, Unknown };

struct Outcome
{
    QUuid opId;
    OutcomeKind outcome = OutcomeKind::Unknown;
    qint64 ver = 0; ///< 0 when the service gives none
    qint64 seq = 0;
    std::optional<EntityRow> row;
    std::optional<Error> problem;
};

/// Exactly one outcome per operation sent, in the same order; anything else is E-SRV-016 instead.
struct PushReply
{
    QList<Outcome> outcomes;
};

/// One page of the feed, in commit order.
struct ChangesPage
{
    QList<EntityRow> rows;
    QString cursor; ///< opaque; store it together with the rows
    qint64 upToSeq = 0;
    bool hasMore = false;
    QUuid datasetEpoch;
    /// Of the last page: everything the caller has in the scope at `upToSeq`. None when the service does not tell.
    std::optional<BucketHash> digest;
};

} // namespace yoyo
