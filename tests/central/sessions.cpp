// SPDX-License-Identifier: Apache-2.0
#include "tests/central/sessions.h"

#include "models/domain/ids.h"
#include "tests/central/account_store.h"
#include "tests/central/body_coding.h"
#include "tests/central/row_store.h"

namespace yoyo::service {

static QString hashOf(const QByteArray& token)
{
    return QString::fromLatin1(sha256(token).toHex());
}

static QString kindText(SessionKind kind)
{
    return kind == SessionKind::Full ? QStringLiteral("full") : QStringLiteral("temporary");
}

void Sessions::issue(Sql& sql, SessionTokens& tokens, const QString& parentHash)
{
    const QDateTime now = m_clock.nowUtc();
    const auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    tokens.accessToken = m_random.bytes(32).toBase64(base64);
    sql.run(QStringLiteral("INSERT INTO access_token (hash, session_id, expires_at) VALUES (?, ?, ?)"),
            {hashOf(tokens.accessToken), idText(tokens.sessionId),
             instantText(now.addSecs(accessLifetime.count()))});
    if (tokens.kind == SessionKind::Temporary)
        return;
    tokens.refreshToken = m_random.bytes(32).toBase64(base64);
    sql.run(QStringLiteral("INSERT INTO refresh_token (hash, session_id, parent, is_dead, expires_at)"
                           " VALUES (?, ?, ?, 0, ?)"),
            {hashOf(tokens.refreshToken), idText(tokens.sessionId), parentHash,
             instantText(now.addDays(refreshLifetimeDays))});
}

SessionTokens Sessions::begin(Sql& sql, const QUuid& userId, SessionKind kind, const QString& deviceId)
{
    SessionTokens tokens;
    tokens.kind = kind;
    tokens.userId = userId;
    tokens.sessionId = QUuid::fromRfc4122(m_random.bytes(16));
    const auto account = accountById(sql, userId);
    tokens.municipalityCode = account ? account->municipalityCode : QString();
    sql.run(QStringLiteral("INSERT INTO login_session (id, user_id, kind, device_id, created_at, step_up_until,"
                           " ended_at) VALUES (?, ?, ?, ?, ?, '', '')"),
            {idText(tokens.sessionId), idText(userId), kindText(kind), deviceId, instantText(m_clock.nowUtc())});
    issue(sql, tokens, QStringLiteral(""));
    return tokens;
}

static void endSession(Sql& sql, const QString& sessionId, const QDateTime& now)
{
    sql.run(QStringLiteral("UPDATE login_session SET ended_at = ? WHERE id = ? AND ended_at = ''"),
            {instantText(now), sessionId});
}

Result<SessionTokens> Sessions::refresh(Sql& sql, const QByteArray& refreshToken)
{
    const QString hash = hashOf(refreshToken);
    const QDateTime now = m_clock.nowUtc();
    const auto found = sql.first(
        QStringLiteral("SELECT t.session_id, t.parent, t.is_dead, t.expires_at, s.user_id, s.ended_at, s.step_up_until"
                       " FROM refresh_token t JOIN login_session s ON s.id = t.session_id WHERE t.hash = ?"),
        {hash});
    if (!found)
        return ErrorCode::RefreshTokenDead;
    const QString sessionId = found->at(0).toString();
    const QString parent = found->at(1).toString();
    if (!found->at(5).toString().isEmpty() || instantFromText(found->at(3).toString()) <= now)
        return ErrorCode::RefreshTokenDead;
    if (found->at(2).toInt() != 0) {
        // A token whose successor is in use comes from somebody else: nobody keeps this session.
        endSession(sql, sessionId, now);
        return ErrorCode::RefreshTokenDead;
    }
    // First use of this one: its predecessor, and whatever else that one brought forth, is done with.
    if (!parent.isEmpty())
        sql.run(QStringLiteral("UPDATE refresh_token SET is_dead = 1 WHERE (hash = ? OR parent = ?) AND hash <> ?"),
                {parent, parent, hash});

    SessionTokens tokens;
    tokens.sessionId = idFromText(sessionId);
    tokens.userId = idFromText(found->at(4).toString());
    tokens.stepUpUntil = instantFromText(found->at(6).toString());
    const auto account = accountById(sql, tokens.userId);
    if (!account)
        return ErrorCode::RefreshTokenDead;
    tokens.municipalityCode = account->municipalityCode;
    issue(sql, tokens, hash);
    return tokens;
}

void Sessions::revoke(Sql& sql, const QByteArray& refreshToken)
{
    const auto found =
        sql.first(QStringLiteral("SELECT session_id FROM refresh_token WHERE hash = ?"), {hashOf(refreshToken)});
    if (found)
        endSession(sql, found->first().toString(), m_clock.nowUtc());
}

void Sessions::endAll(Sql& sql, const QUuid& userId)
{
    sql.run(QStringLiteral("UPDATE login_session SET ended_at = ? WHERE user_id = ? AND ended_at = ''"),
            {instantText(m_clock.nowUtc()), idText(userId)});
}

Result<Caller> Sessions::callerOf(Sql& sql, const QByteArray& accessToken)
{
    const auto found = sql.first(
        QStringLiteral("SELECT s.id, s.user_id, s.kind, s.device_id, s.step_up_until, s.ended_at, a.expires_at"
                       " FROM access_token a JOIN login_session s ON s.id = a.session_id WHERE a.hash = ?"),
        {hashOf(accessToken)});
    if (!found || !found->at(5).toString().isEmpty()
        || instantFromText(found->at(6).toString()) <= m_clock.nowUtc())
        return ErrorCode::SessionExpired;
    Caller caller;
    caller.sessionId = idFromText(found->at(0).toString());
    caller.userId = idFromText(found->at(1).toString());
    caller.kind = found->at(2).toString() == QLatin1String("full") ? SessionKind::Full : SessionKind::Temporary;
    caller.deviceId = found->at(3).toString();
    caller.stepUpUntil = instantFromText(found->at(4).toString());
    const auto account = accountById(sql, caller.userId);
    const auto row = account ? findRow(sql, account->municipalityCode, Entity::User, caller.userId) : std::nullopt;
    if (!row || row->isDeleted)
        return ErrorCode::SessionExpired;
    caller.municipalityCode = account->municipalityCode;
    caller.role = row->fields.value(QStringLiteral("role")).toString();
    caller.isUnattended = row->fields.value(QStringLiteral("unattended")).toBool();
    return caller;
}

void Sessions::setStepUp(Sql& sql, const QUuid& sessionId, const QDateTime& until)
{
    sql.run(QStringLiteral("UPDATE login_session SET step_up_until = ? WHERE id = ?"),
            {instantText(until), idText(sessionId)});
}

void Sessions::purge(Sql& sql, const QDateTime& before)
{
    const QString limit = instantText(before);
    sql.run(QStringLiteral("DELETE FROM access_token WHERE expires_at < ?"), {limit});
    sql.run(QStringLiteral("DELETE FROM refresh_token WHERE expires_at < ?"), {limit});
    sql.run(QStringLiteral("DELETE FROM login_session WHERE ended_at <> '' AND ended_at < ?"), {limit});
}

} // namespace yoyo::service
