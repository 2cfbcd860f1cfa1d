// SPDX-License-Identifier: Apache-2.0
// From a raw request to its handler: route, modes, rate limit, contract version, session, body checks, repeated
// Idempotency-Keys; in this order, so that a refusal tells no more than the caller may know. Any thread.
#pragma once

#include "models/domain/random_source.h"
#include "tests/central/call.h"
#include "tests/central/http_server.h"
#include "tests/central/rate_limiter.h"
#include "tests/central/reply_memory.h"
#include "tests/central/service_mode.h"

#include <QList>

#include <functional>

namespace yoyo::service {

class Dispatcher
{
public:
    struct Parts
    {
        const ServiceClock& clock;
        const ServiceMode& mode;
        RandomSource& random;
        int requestsPerMinute; ///< per address
        std::function<Result<Caller>(const QByteArray& token)> authenticate;
        /// One line per request: id, method, route, status, duration. No secrets, no names.
        std::function<void(const QString& line)> log;
        /// For tests: called with the route's pattern before its handler.
        std::function<void(const QByteArray& route)> onHandling;
    };

    Dispatcher(Parts parts, QList<Route> routes);
    Reply dispatch(const RawRequest& request);

private:
    const Route* findRoute(const RawRequest& request, QUuid* id, bool* isPathKnown) const;
    Result<Reply> handle(const RawRequest& request, const Route*& route, Call& call);
    Result<void> checkGate(const RawRequest& request, const Route& route) const;
    Result<void> readBody(const RawRequest& request, const Route& route, Call& call) const;
    Result<Reply> runOnce(const Route& route, const Call& call);

    Parts m_parts;
    QList<Route> m_routes;
    RateLimiter m_perAddress;
    ReplyMemory m_replies;
};

} // namespace yoyo::service
