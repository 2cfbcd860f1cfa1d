// SPDX-License-Identifier: Apache-2.0
// Sessions and their tokens: opaque access tokens of fifteen minutes, rotating refresh tokens of sixty days, kept as
// SHA-256. A refresh token stays valid until its successor is first used; one used after that ends its session.
#pragma once

#include "models/domain/clock.h"
#include "models/domain/random_source.h"
#include "models/domain/result.h"
#include "tests/central/caller.h"
#include "tests/central/database.h"

#include <chrono>

namespace yoyo::service {

constexpr std::chrono::seconds accessLifetime{900};
constexpr int refreshLifetimeDays = 60;

struct SessionTokens
{
    SessionKind kind = SessionKind::Full;
    QUuid sessionId;
    QUuid userId;
    QString municipalityCode;
    QByteArray accessToken;
    QByteArray refreshToken; ///< empty in a temporary session
    QDateTime stepUpUntil;
};

class Sessions
{
public:
    Sessions(const Clock& clock, RandomSource& random) : m_clock(clock), m_random(random) {}

    SessionTokens begin(Sql& sql, const QUuid& userId, SessionKind kind, const QString& deviceId);
    /// Errors: RefreshTokenDead. It may end the session, so the transaction is to be committed in both cases.
    Result<SessionTokens> refresh(Sql& sql, const QByteArray& refreshToken);
    /// Ends the session of the refresh token, if there is one.
    void revoke(Sql& sql, const QByteArray& refreshToken);
    void endAll(Sql& sql, const QUuid& userId);
    /// Errors: SessionExpired.
    Result<Caller> callerOf(Sql& sql, const QByteArray& accessToken);
    void setStepUp(Sql& sql, const QUuid& sessionId, const QDateTime& until);
    /// Forgets what ended or expired before `before`.
    void purge(Sql& sql, const QDateTime& before);

private:
    QByteArray makeToken(Sql& sql, const QString& statement, const QUuid& sessionId, const QDateTime& expires);
    void issue(Sql& sql, SessionTokens& tokens, const QString& parentHash);

    const Clock& m_clock;
    RandomSource& m_random;
};

} // namespace yoyo::service
