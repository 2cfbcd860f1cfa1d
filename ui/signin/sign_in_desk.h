// SPDX-License-Identifier: Apache-2.0
// What the pages before the sign-in ask of the rest of the program. session_desk.h fills it from the session; tests
// from a fake. GUI thread; futures finish there too.
#pragma once

#include "models/session/session.h"

#include <QFuture>
#include <QJsonObject>
#include <QUrl>

namespace yoyo {

class SignInDesk
{
public:
    virtual ~SignInDesk() = default;

    /// Address and CA of the profile; an empty address before the first connect.
    virtual Profile profile() const = 0;
    /// Asks the service at that address who it is and, when it answers as one of ours, makes it this profile's service.
    virtual QFuture<Result<Handshake>> connectTo(const QString& typedAddress, const QString& caFile) = 0;
    /// Is the service there? E-SRV-001 during maintenance (params until), a network error when it cannot be reached.
    virtual QFuture<Result<void>> probe() = 0;

    virtual QFuture<Result<OfficeMemory>> officeMemory() = 0;
    virtual QFuture<Result<SessionState>> signIn(const QString& loginId, const SecretBuffer& password) = 0;
    /// `current` is not looked at while a temporary password waits to be replaced.
    virtual QFuture<Result<SessionState>> changePassword(const SecretBuffer& current, const SecretBuffer& next) = 0;
    virtual QFuture<Result<void>> requestReset(const QString& loginId, const QString& mail) = 0;
    /// Gives up a sign-in that waits for the new password.
    virtual void abandon() = 0;

    virtual SessionUser user() const = 0;
    virtual std::optional<OfficeInfo> office() const = 0;
    /// As the service last said; empty when it has said nothing yet.
    virtual QJsonObject policy() const = 0;
    virtual QList<Error> notes() const = 0;
};

} // namespace yoyo
