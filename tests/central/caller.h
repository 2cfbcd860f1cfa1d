// SPDX-License-Identifier: Apache-2.0
// Who speaks: the person and session behind an access token, as looked up for one request.
#pragma once

#include <QDateTime>
#include <QString>
#include <QUuid>

namespace yoyo::service {

enum class SessionKind { Full, Temporary };

struct Caller
{
    QUuid userId;
    QUuid sessionId;
    QString municipalityCode;
    QString role; ///< as on the wire
    bool isUnattended = false;
    SessionKind kind = SessionKind::Full;
    QDateTime stepUpUntil; ///< invalid: no step-up
    QString deviceId;

    bool isAdministrator() const { return role == QLatin1String("administrator"); }
};

} // namespace yoyo::service
