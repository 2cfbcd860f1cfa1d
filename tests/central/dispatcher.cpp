// SPDX-License-Identifier: Apache-2.0
#include "tests/central/dispatcher.h"

#include "models/domain/ids.h"
#include "tests/central/body_coding.h"

#include <QJsonDocument>
#include <QLocale>

namespace yoyo::service {

constexpr int contractMinimum = 1;
constexpr std::chrono::seconds modeRetryAfter{30};

Dispatcher::Dispatcher(Parts parts, QList<Route> routes)
    : m_parts(std::move(parts))
    , m_routes(std::move(routes))
    , m_perAddress(m_parts.requestsPerMinute, std::chrono::minutes(1))
{
}

/// Matches segment by segment; "{id}" takes one id in its only spelling.
static bool matches(const QByteArray& pattern, const QByteArray& path, QUuid* id)
{
    const auto wanted = pattern.split('/');
    const auto found = path.split('/');
    if (wanted.size() != found.size())
        return false;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i] == "{id}") {
            *id = idFromText(QString::fromLatin1(found[i]));
            if (id->isNull())
                return false;
        } else if (wanted[i] != found[i]) {
            return false;
        }
    }
    return true;
}

const Route* Dispatcher::findRoute(const RawRequest& request, QUuid* id, bool* isPathKnown) const
{
    for (const Route& route : m_routes) {
        if (!matches(route.pattern, request.path, id))
            continue;
        *isPathKnown = true;
        if (route.method == request.method)
            return &route;
    }
    return nullptr;
}

Result<void> Dispatcher::checkGate(const RawRequest& request, const Route& route) const
{
    if (m_parts.mode.isError)
        return Error(ErrorCode::InternalError, QStringLiteral("error mode"));
    if (m_parts.mode.isMaintenance && !route.answersDuringMaintenance) {
        Error error(ErrorCode::Maintenance);
        std::chrono::milliseconds wait = modeRetryAfter;
        if (const qint64 until = m_parts.mode.maintenanceUntilMs) {
            const QDateTime end = QDateTime::fromMSecsSinceEpoch(until, Qt::UTC);
            error.params.insert(QStringLiteral("until"), instantText(end));
            wait = std::max<std::chrono::milliseconds>(
                modeRetryAfter, std::chrono::milliseconds(m_parts.clock.nowUtc().msecsTo(end)));
        }
        error.retryAfter = wait;
        return error;
    }
    if (route.needsContract && request.headers.value("yoyo-contract").toInt() < contractMinimum)
        return Error(ErrorCode::ClientTooOld, {}, {{QStringLiteral("minimum"), contractMinimum}});
    return {};
}

static bool isJson(const QByteArray& contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    return type == "application/vnd.yoyo+json" || type == "application/json";
}

Result<void> Dispatcher::readBody(const RawRequest& request, const Route& route, Call& call) const
{
    if (request.isBodyCut || request.body.size() > route.bodyLimit)
        return Error(ErrorCode::PayloadTooLarge, {}, {{QStringLiteral("limit"), route.bodyLimit}});
    if (!isJson(request.headers.value("content-type")))
        return Error(ErrorCode::MediaTypeUnsupported);
    if (!contentDigestMatches(request.headers.value("content-digest"), request.body))
        return Error(ErrorCode::ContentDigestWrong);

    QByteArray body = request.body;
    const QByteArray coding = request.headers.value("content-encoding").trimmed().toLower();
    if (coding == "gzip") {
        auto plain = gunzip(body, route.bodyLimit);
        if (!plain)
            return plain.error();
        body = *std::move(plain);
    } else if (!coding.isEmpty() && coding != "identity") {
        return Error(ErrorCode::EncodingUnsupported);
    }
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(body, &fault);
    if (!document.isObject())
        return Error(ErrorCode::RequestMalformed, fault.errorString());
    call.body = document.object();
    call.bodySha256 = sha256(body);

    call.idempotencyKey = idFromText(QString::fromLatin1(request.headers.value("idempotency-key")).toLower());
    if (call.idempotencyKey.isNull())
        return Error(ErrorCode::IdempotencyKeyMissing);
    return {};
}

Result<Reply> Dispatcher::runOnce(const Route& route, const Call& call)
{
    const auto work = [&]() -> Result<Reply> {
        if (m_parts.onHandling)
            m_parts.onHandling(route.pattern);
        return route.handler(call);
    };
    if (route.method == "GET" || route.replay == RouteReplay::Own)
        return work();
    const QByteArray person = call.caller ? call.caller->userId.toRfc4122() : QByteArray();
    return m_replies.once(route.pattern + person, call, m_parts.clock.monotonic(), work);
}

Result<Reply> Dispatcher::handle(const RawRequest& request, const Route*& route, Call& call)
{
    bool isPathKnown = false;
    route = findRoute(request, &call.pathId, &isPathKnown);
    if (!route)
        return Error(isPathKnown ? ErrorCode::MethodNotAllowed : ErrorCode::RouteNotFound);
    if (const auto wait = m_perAddress.take(request.remoteAddress, m_parts.clock.monotonic())) {
        Error error(ErrorCode::RateLimited, {}, {{QStringLiteral("retry_after"), qint64(wait->count() / 1000 + 1)}});
        error.retryAfter = wait;
        return error;
    }
    if (auto open = checkGate(request, *route); !open)
        return open.error();

    if (route->auth != RouteAuth::None) {
        const QByteArray header = request.headers.value("authorization");
        if (!header.startsWith("Bearer "))
            return Error(ErrorCode::SessionExpired);
        auto caller = m_parts.authenticate(header.mid(7));
        if (!caller)
            return caller.error();
        if (route->auth == RouteAuth::FullSession && caller->kind == SessionKind::Temporary)
            return Error(ErrorCode::PasswordChangeRequired);
        call.caller = *caller;
    }
    if (request.method != "GET") {
        if (auto body = readBody(request, *route, call); !body)
            return body.error();
    }
    return runOnce(*route, call);
}

Reply Dispatcher::dispatch(const RawRequest& request)
{
    const auto start = m_parts.clock.monotonic();
    Call call;
    call.requestId = idText(QUuid::fromRfc4122(m_parts.random.bytes(16)));
    call.remoteAddress = request.remoteAddress;
    call.query = request.query;
    const Route* route = nullptr;
    Result<Reply> result = handle(request, route, call);

    Reply reply = result ? *result : Reply::problem(result.error(), call.requestId);
    reply.headers.append({"Request-Id", call.requestId.toLatin1()});
    reply.headers.append({"Date", QLocale::c().toString(m_parts.clock.nowUtc(),
                                                        QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1()});
    // The route's pattern, not the path: a path of a stranger's making stays out of the log.
    QString line = QStringLiteral("request %1 %2 %3 %4 %5 ms")
                       .arg(call.requestId, QString::fromLatin1(request.method),
                            route ? QString::fromLatin1(route->pattern) : QStringLiteral("-"))
                       .arg(reply.status)
                       .arg((m_parts.clock.monotonic() - start).count());
    if (!result)
        line += QStringLiteral(" %1").arg(result.error().codeText());
    if (reply.status >= 500 && !result)
        line += QStringLiteral(" (%1)").arg(result.error().detail);
    m_parts.log(line);
    return reply;
}

} // namespace yoyo::service
