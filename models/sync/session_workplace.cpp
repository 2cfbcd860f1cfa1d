// SPDX-License-Identifier: Apache-2.0
#include "models/sync/session_workplace.h"

#include "models/session/session.h"
#include "models/storage/store.h"

namespace yoyo {

SessionWorkplace::SessionWorkplace(Session& session, QObject* parent)
    : Workplace(parent), m_session(session)
{
    connect(&m_session, &Session::stateChanged, this, &Workplace::changed);
    connect(&m_session, &Session::sessionEnded, this, &Workplace::changed);
}

std::shared_ptr<Store> SessionWorkplace::store() const
{
    return m_session.store();
}

QUuid SessionWorkplace::userId() const
{
    return m_session.store() ? m_session.user().id : QUuid();
}

Role SessionWorkplace::role() const
{
    return roleFromText(m_session.user().role).value_or(Role::Reader);
}

bool SessionWorkplace::isUnattended() const
{
    return m_session.user().isUnattended;
}

QUuid SessionWorkplace::deviceId() const
{
    return m_session.operationDeviceId();
}

QString SessionWorkplace::municipalityCode() const
{
    const auto office = m_session.office();
    return office ? office->municipalityCode : QString();
}

PolicyValues SessionWorkplace::policy() const
{
    return PolicyValues::fromJson(m_session.policy());
}

QDateTime SessionWorkplace::stepUpUntil() const
{
    return m_session.stepUpExpiresAt().value_or(QDateTime());
}

QFuture<Result<void>> SessionWorkplace::stepUp(const SecretBuffer& password)
{
    return m_session.stepUp(password);
}

bool SessionWorkplace::holdEngineLock()
{
    return m_session.holdEngineLock();
}

void SessionWorkplace::releaseEngineLock()
{
    m_session.releaseEngineLock();
}

void SessionWorkplace::rememberUnsent(int unsent)
{
    m_session.rememberUnsent(unsent);
}

QFuture<Result<SecretBuffer>> SessionWorkplace::accessToken(TokenWanted wanted)
{
    return m_session.accessToken(wanted);
}

} // namespace yoyo
