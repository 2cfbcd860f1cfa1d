// SPDX-License-Identifier: Apache-2.0
// See session_desk.h.
#include "ui/signin/session_desk.h"

#include "ui/signin/sign_in_controller.h"

namespace yoyo {

template <typename T>
static QFuture<Result<T>> ready(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

SessionDesk::SessionDesk(Parts parts) : m_parts(std::move(parts)) {}

Profile SessionDesk::profile() const
{
    return m_parts.profile();
}

QFuture<Result<Handshake>> SessionDesk::connectTo(const QString& typedAddress, const QString& caFile)
{
    const Result<QUrl> address = serviceAddress(typedAddress);
    if (!address)
        return ready<Handshake>(address.error());
    return m_parts.connectTo(*address, caFile);
}

QFuture<Result<void>> SessionDesk::probe()
{
    return m_parts.handshake().then([](const Result<Handshake>& answer) { return readinessOf(answer); });
}

QFuture<Result<OfficeMemory>> SessionDesk::officeMemory()
{
    return m_parts.session().officeMemory();
}

QFuture<Result<SessionState>> SessionDesk::signIn(const QString& loginId, const SecretBuffer& password)
{
    return m_parts.session().signIn(loginId, password);
}

QFuture<Result<SessionState>> SessionDesk::changePassword(const SecretBuffer& current, const SecretBuffer& next)
{
    return m_parts.session().changePassword(current, next);
}

QFuture<Result<void>> SessionDesk::requestReset(const QString& loginId, const QString& mail)
{
    return m_parts.requestReset(loginId, mail);
}

void SessionDesk::abandon()
{
    // Its answer changes nothing here: without a network the service ends the short session by itself.
    m_parts.session().signOut();
}

SessionUser SessionDesk::user() const
{
    return m_parts.session().user();
}

std::optional<OfficeInfo> SessionDesk::office() const
{
    return m_parts.session().office();
}

QJsonObject SessionDesk::policy() const
{
    return m_parts.session().policy();
}

QList<Error> SessionDesk::notes() const
{
    return m_parts.session().notes();
}

} // namespace yoyo
