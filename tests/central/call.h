// SPDX-License-Identifier: Apache-2.0
// One request after its transport has been checked, and the answer to it. Values only; a handler sees no HTTP library.
#pragma once

#include "models/domain/result.h"
#include "tests/central/caller.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUuid>

#include <functional>
#include <optional>

namespace yoyo::service {

struct Call
{
    QString requestId;
    QString remoteAddress;
    QUuid pathId; ///< {id} of the route, null when it has none
    QHash<QString, QString> query;
    QJsonObject body;
    QByteArray bodySha256; ///< of the decoded bytes
    QUuid idempotencyKey;
    std::optional<Caller> caller; ///< set on every route that needs a session
};

struct Reply
{
    int status = 200;
    QByteArray mediaType; ///< empty: no body
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;

    static Reply json(int status, const QJsonObject& object);
    static Reply empty(int status);
    static Reply problem(const Error& error, const QString& requestId);
};

using Handler = std::function<Result<Reply>(const Call&)>;

/// What a route asks of its caller.
enum class RouteAuth { None, AnySession, FullSession };
/// How a repeated Idempotency-Key is answered: from memory, or by the handler itself (push keeps its batches).
enum class RouteReplay { Memory, Own };

struct Route
{
    QByteArray method;
    QByteArray pattern; ///< "/v1/users/{id}/reset": what logs and the contract call it
    RouteAuth auth = RouteAuth::FullSession;
    qsizetype bodyLimit = 64 * 1024; ///< decoded bytes
    Handler handler;
    RouteReplay replay = RouteReplay::Memory;
    bool answersDuringMaintenance = false;
    bool needsContract = true;
};

/// The problem of RFC 9457 that an error becomes.
QJsonObject problemDocument(const Error& error, const QString& requestId);

} // namespace yoyo::service
