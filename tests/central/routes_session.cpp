// SPDX-License-Identifier: Apache-2.0
// handshake, sessions, own password, reset, recovery secret, me.
#include "models/domain/ids.h"
#include "tests/central/feed.h"
#include "tests/central/row_store.h"
#include "tests/central/service_parts.h"

namespace yoyo::service {

static Result<Reply> handshake(const ServiceParts& parts)
{
    const auto epoch =
        parts.database.read<QString>([](Sql& sql) -> Result<QString> { return datasetEpoch(sql); });
    if (!epoch)
        return epoch.error();
    QJsonValue maintenance(QJsonValue::Null);
    if (parts.mode.isMaintenance) {
        const qint64 until = parts.mode.maintenanceUntilMs;
        maintenance = QJsonObject{{QStringLiteral("until"),
                                   until == 0 ? QJsonValue(QJsonValue::Null)
                                              : QJsonValue(instantText(QDateTime::fromMSecsSinceEpoch(until, Qt::UTC)))}};
    }
    return Reply::json(
        200, {
                 {QStringLiteral("service"), QStringLiteral("yoyo-central")},
                 {QStringLiteral("version"), QStringLiteral(YOYO_VERSION)},
                 {QStringLiteral("environment"), parts.options.environment},
                 {QStringLiteral("demo"), parts.options.isDemo},
                 {QStringLiteral("contract"), QJsonObject{{QStringLiteral("min"), 1}, {QStringLiteral("max"), 1}}},
                 {QStringLiteral("features"),
                  QJsonObject{{QStringLiteral("late_entry_windows"), parts.options.hasLateEntryWindows}}},
                 {QStringLiteral("policy"), parts.policy.toJson()},
                 {QStringLiteral("policy_version"), 1},
                 {QStringLiteral("dataset_epoch"), *epoch},
                 {QStringLiteral("limits"), QJsonObject{{QStringLiteral("push_ops"), pushOps},
                                                        {QStringLiteral("push_bytes"), pushBytes},
                                                        {QStringLiteral("changes_rows"), changesRows}}},
                 {QStringLiteral("op_memory_days"), memoryDays},
                 {QStringLiteral("tombstone_days"), memoryDays},
                 {QStringLiteral("server_time"), instantText(parts.clock.nowUtc())},
                 {QStringLiteral("maintenance"), maintenance},
             });
}

/// user, office and server_time of a person, as Session and Me share them.
static Result<QJsonObject> personJson(const ServiceParts& parts, const QString& municipality, const QUuid& userId)
{
    return parts.database.read<QJsonObject>([&](Sql& sql) -> Result<QJsonObject> {
        const auto row = findRow(sql, municipality, Entity::User, userId);
        if (!row)
            return Error(ErrorCode::SessionExpired);
        return QJsonObject{
            {QStringLiteral("user"), sessionUserJson(*row)},
            {QStringLiteral("office"), officeJson(sql, municipality, parts.officeSetting())},
            {QStringLiteral("server_time"), instantText(parts.clock.nowUtc())},
        };
    });
}

static Result<Reply> sessionReply(const ServiceParts& parts, int status, const Result<SessionTokens>& tokens)
{
    if (!tokens)
        return tokens.error();
    auto person = personJson(parts, tokens->municipalityCode, tokens->userId);
    if (!person)
        return person.error();
    QJsonObject session = *person;
    const bool isFull = tokens->kind == SessionKind::Full;
    session.insert(QStringLiteral("kind"), isFull ? QStringLiteral("full") : QStringLiteral("temporary"));
    session.insert(QStringLiteral("access_token"), QString::fromLatin1(tokens->accessToken));
    session.insert(QStringLiteral("access_expires_in"), qint64(accessLifetime.count()));
    if (isFull)
        session.insert(QStringLiteral("refresh_token"), QString::fromLatin1(tokens->refreshToken));
    if (tokens->stepUpUntil.isValid() && tokens->stepUpUntil > parts.clock.nowUtc())
        session.insert(QStringLiteral("step_up_expires_at"), instantText(tokens->stepUpUntil));
    return Reply::json(status, session);
}

static Result<Reply> signIn(ServiceParts& parts, const Call& call)
{
    BodyReader body(call.body);
    const QString loginId = body.text("login_id", 100);
    const QString password = body.text("password");
    const QUuid device = body.id("device_id");
    body.text("device_name", 200);
    if (const auto fault = body.fault())
        return *fault;
    return sessionReply(parts, 201, parts.accounts.signIn(loginId, password, idText(device), call.remoteAddress));
}

static Result<Reply> refresh(ServiceParts& parts, const Call& call)
{
    BodyReader body(call.body);
    const QString token = body.text("refresh_token");
    if (const auto fault = body.fault())
        return *fault;
    return sessionReply(parts, 200, parts.accounts.refresh(token.toLatin1(), call.remoteAddress));
}

static Result<Reply> revoke(ServiceParts& parts, const Call& call)
{
    BodyReader body(call.body);
    const QString token = body.text("refresh_token");
    if (const auto fault = body.fault())
        return *fault;
    const auto done = parts.database.write<bool>([&](Sql& sql) -> Result<bool> {
        parts.sessions.revoke(sql, token.toLatin1());
        return true;
    });
    if (!done)
        return done.error();
    return Reply::empty(204);
}

static Result<Reply> stepUp(ServiceParts& parts, const Call& call)
{
    BodyReader body(call.body);
    const QString password = body.text("password");
    if (const auto fault = body.fault())
        return *fault;
    const auto until = parts.accounts.stepUp(*call.caller, password);
    if (!until)
        return until.error();
    return Reply::json(200, {{QStringLiteral("step_up_expires_at"), instantText(*until)}});
}

static Result<Reply> me(const ServiceParts& parts, const Call& call)
{
    auto person = personJson(parts, call.caller->municipalityCode, call.caller->userId);
    if (!person)
        return person.error();
    QJsonObject out = *person;
    out.insert(QStringLiteral("policy"), parts.policy.toJson());
    return Reply::json(200, out);
}

static Result<Reply> changePassword(ServiceParts& parts, const Call& call)
{
    BodyReader body(call.body);
    const auto current = body.optionalText("current_password");
    const QString next = body.text("new_password");
    if (const auto fault = body.fault())
        return *fault;
    return sessionReply(parts, 200, parts.accounts.changePassword(*call.caller, current, next));
}

static Result<Reply> requestReset(ServiceParts& parts, const Call& call)
{
    BodyReader body(call.body);
    const QString loginId = body.text("login_id", 100);
    const QString mail = body.text("mail", 300);
    if (const auto fault = body.fault())
        return *fault;
    if (auto taken = parts.accounts.requestReset(loginId, mail, call.remoteAddress); !taken)
        return taken.error();
    return Reply::json(202, {});
}

static Result<Reply> recoverySecret(ServiceParts& parts, const Call& call)
{
    BodyReader body(call.body);
    const QUuid device = body.id("device_id");
    if (const auto fault = body.fault())
        return *fault;
    const auto secret = parts.accounts.recoverySecret(*call.caller, idText(device));
    if (!secret)
        return secret.error();
    return Reply::json(200, {{QStringLiteral("secret"), QString::fromLatin1(secret->toBase64())}});
}

QList<Route> sessionRoutes(ServiceParts& parts)
{
    using Function = Result<Reply> (*)(ServiceParts&, const Call&);
    const auto post = [&parts](const char* pattern, RouteAuth auth, Function function) {
        Route route;
        route.method = "POST";
        route.pattern = pattern;
        route.auth = auth;
        route.handler = [&parts, function](const Call& call) { return function(parts, call); };
        return route;
    };
    Route shake;
    shake.method = "GET";
    shake.pattern = "/v1/handshake";
    shake.auth = RouteAuth::None;
    shake.answersDuringMaintenance = true;
    shake.needsContract = false;
    shake.handler = [&parts](const Call&) { return handshake(parts); };
    Route self;
    self.method = "GET";
    self.pattern = "/v1/me";
    self.auth = RouteAuth::AnySession;
    self.handler = [&parts](const Call& call) { return me(parts, call); };
    return {
        shake,
        self,
        post("/v1/sessions", RouteAuth::None, signIn),
        post("/v1/sessions/refresh", RouteAuth::None, refresh),
        post("/v1/sessions/revoke", RouteAuth::None, revoke),
        post("/v1/sessions/step-up", RouteAuth::FullSession, stepUp),
        post("/v1/me/password", RouteAuth::AnySession, changePassword),
        post("/v1/password-resets", RouteAuth::None, requestReset),
        post("/v1/recovery-secret", RouteAuth::FullSession, recoverySecret),
    };
}

} // namespace yoyo::service
