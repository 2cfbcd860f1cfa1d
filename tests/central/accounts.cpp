// SPDX-License-Identifier: Apache-2.0
#include "tests/central/accounts.h"

#include "models/domain/ids.h"
#include "models/domain/password_rules.h"
#include "models/domain/user.h"
#include "models/domain/user_rules.h"
#include "tests/central/row_store.h"

namespace yoyo::service {

constexpr int saltBytes = 16;

static QString credential(CredentialState state)
{
    return credentialStateText(state);
}

bool isUserActive(const QJsonObject& fields, QDate day)
{
    return userFromFields({}, fields).isActiveOn(day);
}

Accounts::Accounts(AccountParts parts)
    : m_parts(std::move(parts))
    , m_strangerSalt(m_parts.random.bytes(saltBytes))
    , m_perAddress(m_parts.rates.attemptsPerMinuteAndAddress, std::chrono::minutes(1))
    , m_perId(m_parts.rates.attemptsPerMinuteAndId, std::chrono::minutes(1))
    , m_resets(m_parts.rates.resetsPerHourAndId, std::chrono::hours(1))
{
}

QDateTime Accounts::lockEnd(const QDateTime& now) const
{
    return now.addSecs(60 * m_parts.policy.lockoutMinutes);
}

QDateTime Accounts::temporaryEnd(const QDateTime& now) const
{
    return now.addDays(m_parts.policy.temporaryDays);
}

Result<void> Accounts::checkRate(const QString& remoteAddress, const QString& loginKey)
{
    const auto now = m_parts.clock.monotonic();
    auto wait = m_perAddress.take(remoteAddress, now);
    if (!wait && !loginKey.isEmpty())
        wait = m_perId.take(loginKey, now);
    if (!wait)
        return {};
    Error error(ErrorCode::RateLimited, {}, {{QStringLiteral("retry_after"), qint64(wait->count() / 1000 + 1)}});
    error.retryAfter = wait;
    return error;
}

Result<Accounts::Attempt> Accounts::reserve(const std::function<std::optional<Account>(Sql&)>& find)
{
    return m_parts.database.write<Attempt>([&](Sql& sql) -> Result<Attempt> {
        Attempt attempt;
        attempt.account = find(sql);
        if (!attempt.account)
            return attempt;
        Account& account = *attempt.account;
        const QDateTime now = m_parts.clock.nowUtc();
        if (account.isLocked(now))
            return attempt;
        const bool isOld = account.lastTryAt.isValid() && lockEnd(account.lastTryAt) <= now;
        if (account.lockedUntil.isValid() || isOld)
            account.tries = 0;
        account.lockedUntil = {};
        ++account.tries;
        account.lastTryAt = now;
        attempt.mayCheck = true;
        attempt.isLast = account.tries >= m_parts.policy.lockoutTries;
        // Locked from here on for everybody else; a right password takes it back.
        if (attempt.isLast)
            account.lockedUntil = lockEnd(now);
        saveAccount(sql, account);
        return attempt;
    });
}

/// A try that was not checked because the service was busy does not count.
void Accounts::takeBack(const Attempt& attempt)
{
    if (!attempt.mayCheck)
        return;
    (void)m_parts.database.write<bool>([&](Sql& sql) -> Result<bool> {
        auto account = accountById(sql, attempt.account->userId);
        if (!account)
            return false;
        account->tries = std::max(0, account->tries - 1);
        if (attempt.isLast)
            account->lockedUntil = {};
        saveAccount(sql, *account);
        return true;
    });
}

Result<Accounts::Proof> Accounts::prove(const Attempt& attempt, const QString& password)
{
    const auto hash = m_parts.hasher.hash(normalisePassword(password),
                                          attempt.account ? attempt.account->salt : m_strangerSalt);
    if (!hash) {
        takeBack(attempt);
        return hash.error();
    }
    if (!attempt.mayCheck)
        return Proof::Wrong;
    const Account& account = *attempt.account;
    if (PasswordHasher::isSame(*hash, account.passwordHash))
        return Proof::Password;
    if (PasswordHasher::isSame(*hash, account.temporaryHash))
        return account.temporaryExpiresAt > m_parts.clock.nowUtc() ? Proof::Temporary : Proof::TemporaryExpired;
    if (PasswordHasher::isSame(*hash, account.usedTemporaryHash))
        return Proof::TemporaryUsed;
    return Proof::Wrong;
}

std::optional<Recipient> Accounts::recipientOf(Sql& sql, const Account& account) const
{
    const auto row = findRow(sql, account.municipalityCode, Entity::User, account.userId);
    if (!row || row->isDeleted)
        return std::nullopt;
    const User user = userFromFields(row->id, row->fields);
    const auto office = sql.first(QStringLiteral("SELECT name FROM office WHERE municipality_code = ?"),
                                  {account.municipalityCode});
    return Recipient{user.mail, user.fullName(), office ? office->first().toString() : QString()};
}

void Accounts::lockOwner(const Account& account)
{
    std::optional<Recipient> owner;
    QDateTime until;
    (void)m_parts.database.write<bool>([&](Sql& sql) -> Result<bool> {
        const auto present = accountById(sql, account.userId);
        const QDateTime now = m_parts.clock.nowUtc();
        if (!present || !present->isLocked(now))
            return false;
        until = present->lockedUntil;
        changeUserRow(sql, *present, now, [&until](QJsonObject& fields) {
            fields.insert(QStringLiteral("credential_state"), credential(CredentialState::Locked));
            fields.insert(QStringLiteral("locked_until"), instantText(until));
        });
        owner = recipientOf(sql, *present);
        return true;
    });
    if (owner && Mailer::canReach(owner->mail))
        (void)m_parts.mailer.sendLocked(*owner, until);
    m_parts.onNewDue();
}

static void clearTries(Account& account)
{
    account.tries = 0;
    account.lockedUntil = {};
}

Result<SessionTokens> Accounts::beginAfter(Proof proof, const Attempt& attempt, const QString& deviceId)
{
    using Answer = std::variant<SessionTokens, Error>;
    // Errors found here are answers, not failures: what the transaction did before them stays.
    const auto answer = m_parts.database.write<Answer>([&](Sql& sql) -> Result<Answer> {
        const QDateTime now = m_parts.clock.nowUtc();
        auto account = accountById(sql, attempt.account->userId);
        const auto row = account ? findRow(sql, account->municipalityCode, Entity::User, account->userId)
                                 : std::nullopt;
        if (!row || row->isDeleted)
            return Answer(Error(ErrorCode::CredentialsInvalid));
        // Reset or changed while the password was being checked: what was proven is worth nothing any more.
        const bool isSame = proof == Proof::Password ? account->passwordHash == attempt.account->passwordHash
            : proof == Proof::TemporaryUsed          ? true
                                                     : account->temporaryHash == attempt.account->temporaryHash;
        if (!isSame)
            return Answer(Error(ErrorCode::CredentialsInvalid));
        if (!isUserActive(row->fields, japaneseDay(now)))
            return Answer(Error(ErrorCode::AccountSuspended));
        if (proof == Proof::TemporaryExpired)
            return Answer(Error(ErrorCode::TemporaryPasswordExpired, {},
                                {{QStringLiteral("expired_at"), instantText(account->temporaryExpiresAt)}}));
        const bool isElsewhere = proof == Proof::Temporary && !account->temporaryDevice.isEmpty()
            && account->temporaryDevice != deviceId;
        if (proof == Proof::TemporaryUsed || isElsewhere)
            return Answer(Error(ErrorCode::TemporaryPasswordUsed));

        clearTries(*account);
        if (proof == Proof::Temporary && account->temporaryDevice.isEmpty()) {
            account->temporaryDevice = deviceId;
            account->passwordHash = QStringLiteral("");
            m_parts.sessions.endAll(sql, account->userId);
        }
        saveAccount(sql, *account);
        if (proof == Proof::Password) {
            changeUserRow(sql, *account, now, [&now](QJsonObject& fields) {
                fields.insert(QStringLiteral("credential_state"), credential(CredentialState::InUse));
                fields.remove(QStringLiteral("locked_until"));
                fields.insert(QStringLiteral("last_sign_in_at"), instantText(now));
            });
        }
        return Answer(m_parts.sessions.begin(
            sql, account->userId, proof == Proof::Password ? SessionKind::Full : SessionKind::Temporary, deviceId));
    });
    if (!answer)
        return answer.error();
    if (const auto* error = std::get_if<Error>(&*answer))
        return *error;
    return std::get<SessionTokens>(*answer);
}

Result<SessionTokens> Accounts::signIn(const QString& loginId, const QString& password, const QString& deviceId,
                                       const QString& remoteAddress)
{
    const QString key = loginIdKey(normaliseLoginId(loginId));
    if (auto rate = checkRate(remoteAddress, key); !rate)
        return rate.error();
    const auto attempt = reserve([&key](Sql& sql) { return accountByLogin(sql, key); });
    if (!attempt)
        return attempt.error();
    const auto proof = prove(*attempt, password);
    if (!proof)
        return proof.error();
    if (*proof == Proof::Wrong) {
        if (attempt->isLast)
            lockOwner(*attempt->account);
        return ErrorCode::CredentialsInvalid;
    }
    auto tokens = beginAfter(*proof, *attempt, deviceId);
    // A temporary password that is over opens nothing, so it takes no try back either.
    if (!tokens && attempt->isLast)
        lockOwner(*attempt->account);
    return tokens;
}

Result<SessionTokens> Accounts::refresh(const QByteArray& refreshToken, const QString& remoteAddress)
{
    if (auto rate = checkRate(remoteAddress, {}); !rate)
        return rate.error();
    // Committed also when it is refused: a reused token ends its session.
    const auto tokens =
        m_parts.database.write<std::optional<SessionTokens>>([&](Sql& sql) -> Result<std::optional<SessionTokens>> {
            const auto fresh = m_parts.sessions.refresh(sql, refreshToken);
            return fresh ? std::optional(*fresh) : std::nullopt;
        });
    if (!tokens)
        return tokens.error();
    if (!*tokens)
        return ErrorCode::RefreshTokenDead;
    return **tokens;
}

Result<void> Accounts::proveOwn(const Caller& caller, const QString& password)
{
    const auto attempt = reserve([&caller](Sql& sql) { return accountById(sql, caller.userId); });
    if (!attempt)
        return attempt.error();
    const auto proof = prove(*attempt, password);
    if (!proof)
        return proof.error();
    if (*proof != Proof::Password) {
        if (attempt->isLast)
            lockOwner(*attempt->account);
        return ErrorCode::CredentialsInvalid;
    }
    const auto cleared = m_parts.database.write<bool>([&](Sql& sql) -> Result<bool> {
        auto account = accountById(sql, caller.userId);
        if (!account)
            return Error(ErrorCode::SessionExpired);
        clearTries(*account);
        saveAccount(sql, *account);
        return true;
    });
    return cleared ? Result<void>() : Result<void>(cleared.error());
}

Result<QDateTime> Accounts::stepUp(const Caller& caller, const QString& password)
{
    if (caller.isUnattended)
        return Error(ErrorCode::RoleInsufficient, {}, {{QStringLiteral("action"), QStringLiteral("step_up")}});
    if (auto proof = proveOwn(caller, password); !proof)
        return proof.error();
    return m_parts.database.write<QDateTime>([&](Sql& sql) -> Result<QDateTime> {
        const QDateTime until = m_parts.clock.nowUtc().addSecs(60 * m_parts.policy.stepUpMinutes);
        m_parts.sessions.setStepUp(sql, caller.sessionId, until);
        return until;
    });
}

Result<void> Accounts::checkNewPassword(const Account& account, const QJsonObject& fields, const QString& officeName,
                                        const QString& current, const QString& next) const
{
    const User user = userFromFields(account.userId, fields);
    PasswordContext context;
    context.loginId = user.loginId;
    context.names = QStringList{user.familyName, user.givenName, user.familyKana, user.givenKana};
    context.municipalityWords = QStringList{officeName, account.municipalityCode};
    context.policy = m_parts.policy;
    context.previous = normalisePassword(current);
    const QList<Error> reasons = checkPassword(next, context);
    if (reasons.isEmpty())
        return {};
    Error first = reasons.first();
    first.pointer = QStringLiteral("new_password");
    return first;
}

Result<SessionTokens> Accounts::changePassword(const Caller& caller, const std::optional<QString>& current,
                                               const QString& next)
{
    const bool isTemporary = caller.kind == SessionKind::Temporary;
    if (isTemporary == current.has_value())
        return Error(ErrorCode::RequestMalformed, QStringLiteral("current_password belongs to a full session"),
                     {{QStringLiteral("pointer"), QStringLiteral("/current_password")}});
    if (current) {
        if (auto proof = proveOwn(caller, *current); !proof)
            return proof.error();
    }
    struct Known
    {
        Account account;
        QJsonObject fields;
        QString officeName;
    };
    const auto known = m_parts.database.read<Known>([&](Sql& sql) -> Result<Known> {
        const auto account = accountById(sql, caller.userId);
        const auto row = findRow(sql, caller.municipalityCode, Entity::User, caller.userId);
        if (!account || !row)
            return Error(ErrorCode::SessionExpired);
        const auto recipient = recipientOf(sql, *account);
        return Known{*account, row->fields, recipient ? recipient->officeName : QString()};
    });
    if (!known)
        return known.error();
    const QDateTime now = m_parts.clock.nowUtc();
    if (isTemporary && known->account.temporaryExpiresAt <= now)
        return Error(ErrorCode::TemporaryPasswordExpired, {},
                     {{QStringLiteral("expired_at"), instantText(known->account.temporaryExpiresAt)}});
    if (auto rules = checkNewPassword(known->account, known->fields, known->officeName, current.value_or(QString()), next);
        !rules)
        return rules.error();
    const auto hash = m_parts.hasher.hash(normalisePassword(next), known->account.salt);
    if (!hash)
        return hash.error();
    if (PasswordHasher::isSame(*hash, known->account.temporaryHash)
        || PasswordHasher::isSame(*hash, known->account.passwordHash))
        return Error(ErrorCode::PasswordUnchanged, {}, {}, QStringLiteral("new_password"));

    return m_parts.database.write<SessionTokens>([&](Sql& sql) -> Result<SessionTokens> {
        // The session may have ended meanwhile: an administrator's reset wins over the change.
        const auto session = sql.first(QStringLiteral("SELECT ended_at FROM login_session WHERE id = ?"),
                                       {idText(caller.sessionId)});
        auto account = accountById(sql, caller.userId);
        if (!account || !session || !session->first().toString().isEmpty())
            return Error(ErrorCode::SessionExpired);
        account->passwordHash = *hash;
        if (!account->temporaryHash.isEmpty())
            account->usedTemporaryHash = account->temporaryHash;
        account->temporaryHash.clear();
        account->temporaryExpiresAt = {};
        account->temporaryDevice.clear();
        account->invitation.clear();
        clearTries(*account);
        saveAccount(sql, *account);
        m_parts.sessions.endAll(sql, account->userId);
        changeUserRow(sql, *account, now, [&now](QJsonObject& fields) {
            fields.insert(QStringLiteral("credential_state"), credential(CredentialState::InUse));
            fields.remove(QStringLiteral("temporary_expires_at"));
            fields.remove(QStringLiteral("locked_until"));
            fields.insert(QStringLiteral("last_sign_in_at"), instantText(now));
        });
        return m_parts.sessions.begin(sql, account->userId, SessionKind::Full, caller.deviceId);
    });
}

static void setTemporary(Account& account, const QString& hash, const QDateTime& expires)
{
    if (!account.temporaryHash.isEmpty())
        account.usedTemporaryHash = account.temporaryHash;
    account.temporaryHash = hash;
    account.temporaryExpiresAt = expires;
    account.temporaryDevice.clear();
    account.invitation.clear();
}

static void sayTemporarySent(QJsonObject& fields, const QDateTime& expires, bool isReachable)
{
    fields.insert(QStringLiteral("credential_state"),
                  credential(isReachable ? CredentialState::TemporarySent : CredentialState::MailBounced));
    fields.insert(QStringLiteral("temporary_expires_at"), instantText(expires));
    fields.remove(QStringLiteral("locked_until"));
}

Result<void> Accounts::requestReset(const QString& loginId, const QString& mail, const QString& remoteAddress)
{
    const QString key = loginIdKey(normaliseLoginId(loginId));
    if (auto rate = checkRate(remoteAddress, {}); !rate)
        return rate.error();
    const bool isTooOften = m_resets.take(key, m_parts.clock.monotonic()).has_value();
    const auto known = m_parts.database.read<std::optional<Account>>(
        [&key](Sql& sql) -> Result<std::optional<Account>> { return accountByLogin(sql, key); });
    if (!known)
        return known.error();

    const QString temporary = makeTemporaryPassword(m_parts.random);
    const auto hash = m_parts.hasher.hash(temporary, *known ? (*known)->salt : m_strangerSalt);
    if (!hash)
        return hash.error();
    std::optional<Recipient> owner;
    const QDateTime now = m_parts.clock.nowUtc();
    const QDateTime expires = temporaryEnd(now);
    const auto written = m_parts.database.write<bool>([&](Sql& sql) -> Result<bool> {
        auto account = accountByLogin(sql, key);
        const auto row = account ? findRow(sql, account->municipalityCode, Entity::User, account->userId)
                                 : std::nullopt;
        if (isTooOften || !row || row->isDeleted || !isUserActive(row->fields, japaneseDay(now)))
            return false;
        const User user = userFromFields(row->id, row->fields);
        if (user.mail.isEmpty() || user.mail.compare(mail.trimmed(), Qt::CaseInsensitive) != 0
            || !Mailer::canReach(user.mail))
            return false;
        setTemporary(*account, *hash, expires);
        saveAccount(sql, *account);
        // Somebody who has a password of one's own keeps it until the temporary one is used.
        if (account->passwordHash.isEmpty())
            changeUserRow(sql, *account, now,
                          [&expires](QJsonObject& fields) { sayTemporarySent(fields, expires, true); });
        owner = recipientOf(sql, *account);
        return true;
    });
    if (!written)
        return written.error();
    m_parts.onNewDue();
    if (owner)
        return m_parts.mailer.sendReset(*owner, temporary, expires);
    return {};
}

Result<void> Accounts::resetByAdministrator(const QString& municipalityCode, const QUuid& userId)
{
    const auto known = m_parts.database.read<Account>([&](Sql& sql) -> Result<Account> {
        const auto account = accountById(sql, userId);
        const auto row = findRow(sql, municipalityCode, Entity::User, userId);
        if (!account || account->municipalityCode != municipalityCode || !row || row->isDeleted)
            return Error(ErrorCode::UserNotFound);
        if (!isUserActive(row->fields, japaneseDay(m_parts.clock.nowUtc())))
            return Error(ErrorCode::AccountSuspended);
        return *account;
    });
    if (!known)
        return known.error();
    const QString temporary = makeTemporaryPassword(m_parts.random);
    const auto hash = m_parts.hasher.hash(temporary, known->salt);
    if (!hash)
        return hash.error();

    std::optional<Recipient> owner;
    const QDateTime now = m_parts.clock.nowUtc();
    const QDateTime expires = temporaryEnd(now);
    const auto written = m_parts.database.write<bool>([&](Sql& sql) -> Result<bool> {
        auto account = accountById(sql, userId);
        if (!account)
            return Error(ErrorCode::UserNotFound);
        setTemporary(*account, *hash, expires);
        account->passwordHash.clear();
        clearTries(*account);
        saveAccount(sql, *account);
        m_parts.sessions.endAll(sql, userId);
        owner = recipientOf(sql, *account);
        const bool isReachable = owner && Mailer::canReach(owner->mail);
        changeUserRow(sql, *account, now, [&](QJsonObject& fields) { sayTemporarySent(fields, expires, isReachable); });
        return true;
    });
    if (!written)
        return written.error();
    m_parts.onNewDue();
    if (owner && Mailer::canReach(owner->mail))
        return m_parts.mailer.sendTemporaryPassword(*owner, temporary, expires);
    return {};
}

Result<void> Accounts::unlock(const QString& municipalityCode, const QUuid& userId)
{
    const auto done = m_parts.database.write<bool>([&](Sql& sql) -> Result<bool> {
        auto account = accountById(sql, userId);
        if (!account || account->municipalityCode != municipalityCode)
            return Error(ErrorCode::UserNotFound);
        clearTries(*account);
        saveAccount(sql, *account);
        changeUserRow(sql, *account, m_parts.clock.nowUtc(), [&account](QJsonObject& fields) {
            if (fields.value(QStringLiteral("credential_state")).toString() == credential(CredentialState::Locked))
                fields.insert(QStringLiteral("credential_state"),
                              credential(account->passwordHash.isEmpty() ? CredentialState::TemporarySent
                                                                         : CredentialState::InUse));
            fields.remove(QStringLiteral("locked_until"));
        });
        return true;
    });
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> Accounts::endSessions(const QString& municipalityCode, const QUuid& userId)
{
    const auto done = m_parts.database.write<bool>([&](Sql& sql) -> Result<bool> {
        const auto account = accountById(sql, userId);
        if (!account || account->municipalityCode != municipalityCode)
            return Error(ErrorCode::UserNotFound);
        m_parts.sessions.endAll(sql, userId);
        return true;
    });
    return done ? Result<void>() : Result<void>(done.error());
}

Result<QByteArray> Accounts::recoverySecret(const Caller& caller, const QString& deviceId)
{
    return m_parts.database.write<QByteArray>([&](Sql& sql) -> Result<QByteArray> {
        const auto known =
            sql.first(QStringLiteral("SELECT secret FROM recovery_secret WHERE user_id = ? AND device_id = ?"),
                      {idText(caller.userId), deviceId});
        if (known)
            return QByteArray::fromBase64(known->first().toString().toLatin1());
        const QByteArray secret = m_parts.random.bytes(32);
        sql.run(QStringLiteral("INSERT INTO recovery_secret (user_id, device_id, secret) VALUES (?, ?, ?)"),
                {idText(caller.userId), deviceId, QString::fromLatin1(secret.toBase64())});
        return secret;
    });
}

void Accounts::prepareInvitation(Sql& sql, Account& account, const PolicyValues& policy, const QDateTime& now,
                                 RandomSource& random, bool isFirst)
{
    const bool isNew = account.salt.isEmpty();
    if (isNew)
        account.salt = random.bytes(saltBytes);
    setTemporary(account, QString(), now.addDays(policy.temporaryDays));
    account.invitation = (isFirst ? QStringLiteral("first ") : QStringLiteral("user "))
        + QString::fromLatin1(random.bytes(8).toHex());
    if (isNew)
        insertAccount(sql, account);
    else
        saveAccount(sql, account);
}

void Accounts::deliverInvitation(const QUuid& userId)
{
    const auto due = m_parts.database.read<std::optional<Account>>(
        [&userId](Sql& sql) -> Result<std::optional<Account>> { return accountById(sql, userId); });
    if (!due || !*due || (*due)->invitation.isEmpty())
        return;
    const QString temporary = makeTemporaryPassword(m_parts.random);
    const QString hash = m_parts.hasher.hashWhenever(temporary, (*due)->salt);
    std::optional<Recipient> owner;
    QString loginId;
    const auto written = m_parts.database.write<Account>([&](Sql& sql) -> Result<Account> {
        auto account = accountById(sql, userId);
        // Another address since: that invitation is on its way by itself.
        if (!account || account->invitation != (*due)->invitation)
            return Error(ErrorCode::Cancelled);
        owner = recipientOf(sql, *account);
        const bool isReachable = owner && Mailer::canReach(owner->mail);
        setTemporary(*account, hash, account->temporaryExpiresAt);
        saveAccount(sql, *account);
        changeUserRow(sql, *account, m_parts.clock.nowUtc(), [&](QJsonObject& fields) {
            loginId = fields.value(QStringLiteral("login_id")).toString();
            sayTemporarySent(fields, account->temporaryExpiresAt, isReachable);
        });
        return *account;
    });
    m_parts.onNewDue();
    if (!written || !owner || !Mailer::canReach(owner->mail))
        return;
    if ((*due)->invitation.startsWith(QLatin1String("first")))
        (void)m_parts.mailer.sendFirstInvitation(*owner, loginId, temporary, written->temporaryExpiresAt);
    else
        (void)m_parts.mailer.sendTemporaryPassword(*owner, temporary, written->temporaryExpiresAt);
}

} // namespace yoyo::service
