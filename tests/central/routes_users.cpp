// SPDX-License-Identifier: Apache-2.0
// The direct calls of an administrator about one user of the own office.
#include "models/domain/rights.h"
#include "tests/central/row_store.h"
#include "tests/central/service_parts.h"

namespace yoyo::service {

using UserCall = Result<void> (Accounts::*)(const QString&, const QUuid&);

static Result<Reply> onUser(ServiceParts& parts, const Call& call, Action action, const char* actionName, UserCall work)
{
    BodyReader body(call.body);
    if (const auto fault = body.fault())
        return *fault;
    const Caller& caller = *call.caller;
    User author;
    author.role = roleFromText(caller.role).value_or(Role::Reader);
    author.unattended = caller.isUnattended;
    if (!isAllowed(author, action, parts.policy))
        return Error(ErrorCode::RoleInsufficient, {}, {{QStringLiteral("action"), QLatin1String(actionName)}});
    if (auto done = (parts.accounts.*work)(caller.municipalityCode, call.pathId); !done)
        return done.error();
    return parts.database.read<Reply>([&](Sql& sql) -> Result<Reply> {
        const auto row = findRow(sql, caller.municipalityCode, Entity::User, call.pathId);
        if (!row)
            return Error(ErrorCode::UserNotFound);
        return Reply::json(200, {{QStringLiteral("row"), rowJson(*row, caller)}});
    });
}

QList<Route> userRoutes(ServiceParts& parts)
{
    const auto route = [&parts](const char* pattern, Action action, const char* actionName, UserCall work) {
        Route out;
        out.method = "POST";
        out.pattern = pattern;
        out.handler = [&parts, action, actionName, work](const Call& call) {
            return onUser(parts, call, action, actionName, work);
        };
        return out;
    };
    return {
        route("/v1/users/{id}/reset", Action::ResetUser, "reset_user", &Accounts::resetByAdministrator),
        route("/v1/users/{id}/unlock", Action::UnlockUser, "unlock_user", &Accounts::unlock),
        route("/v1/users/{id}/end-sessions", Action::EndUserSessions, "end_user_sessions", &Accounts::endSessions),
    };
}

} // namespace yoyo::service
