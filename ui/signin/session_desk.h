// SPDX-License-Identifier: Apache-2.0
// The sign-in pages' desk over the real session. The composition owns the session and may replace it after a connect,
// so it is asked for it each time. GUI thread.
#pragma once

#include "ui/signin/sign_in_desk.h"

#include <functional>

namespace yoyo {

class SessionDesk final : public SignInDesk
{
public:
    struct Parts
    {
        std::function<Session&()> session;
        std::function<Profile()> profile;
        /// Of the present profile's service.
        std::function<QFuture<Result<Handshake>>()> handshake;
        std::function<QFuture<Result<void>>(const QString& loginId, const QString& mail)> requestReset;
        /// Tries the address and, when the answer is one of ours, saves the profile and works with it from then on.
        std::function<QFuture<Result<Handshake>>(const QUrl& address, const QString& caFile)> connectTo;
    };
    explicit SessionDesk(Parts parts);

    Profile profile() const override;
    QFuture<Result<Handshake>> connectTo(const QString& typedAddress, const QString& caFile) override;
    QFuture<Result<void>> probe() override;
    QFuture<Result<OfficeMemory>> officeMemory() override;
    QFuture<Result<SessionState>> signIn(const QString& loginId, const SecretBuffer& password) override;
    QFuture<Result<SessionState>> changePassword(const SecretBuffer& current, const SecretBuffer& next) override;
    QFuture<Result<void>> requestReset(const QString& loginId, const QString& mail) override;
    void abandon() override;
    SessionUser user() const override;
    std::optional<OfficeInfo> office() const override;
    QJsonObject policy() const override;
    QList<Error> notes() const override;

private:
    Parts m_parts;
};

} // namespace yoyo
