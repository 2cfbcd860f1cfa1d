// SPDX-License-Identifier: Apache-2.0
// Sign-in and everything around a password: tries and lockout, temporary passwords, change, reset, step-up.
// A try is counted before it is checked, in one transaction, so parallel guesses get no more checks than the policy
// allows. Unknown, locked, suspended and wrong cost one scrypt and give one answer. Any thread.
#pragma once

#include "models/domain/policy_values.h"
#include "tests/central/account_store.h"
#include "tests/central/mailer.h"
#include "tests/central/password_hasher.h"
#include "tests/central/rate_limiter.h"
#include "tests/central/sessions.h"

namespace yoyo::service {

struct AccountParts
{
    Database& database;
    PasswordHasher& hasher;
    Mailer& mailer;
    Sessions& sessions;
    const Clock& clock;
    RandomSource& random;
    const PolicyValues& policy;
    RateLimits rates;
    /// A lock or a temporary password has been set: the calendar has a new instant to wake for.
    std::function<void()> onNewDue;
};

class Accounts
{
public:
    explicit Accounts(AccountParts parts);

    /// Errors: CredentialsInvalid, AccountSuspended, TemporaryPasswordExpired, TemporaryPasswordUsed, RateLimited,
    /// ServerBusy.
    Result<SessionTokens> signIn(const QString& loginId, const QString& password, const QString& deviceId,
                                 const QString& remoteAddress);
    Result<SessionTokens> refresh(const QByteArray& refreshToken, const QString& remoteAddress);
    /// Errors: CredentialsInvalid, RoleInsufficient (連携 accounts make no step-up).
    Result<QDateTime> stepUp(const Caller& caller, const QString& password);
    /// `current` is for full sessions only. Errors: CredentialsInvalid, TemporaryPasswordExpired, the password rules'.
    Result<SessionTokens> changePassword(const Caller& caller, const std::optional<QString>& current,
                                         const QString& next);
    /// Does the same work whether or not anything is sent. Errors: ServerBusy, RateLimited.
    Result<void> requestReset(const QString& loginId, const QString& mail, const QString& remoteAddress);
    /// The caller has the right. Errors: UserNotFound, AccountSuspended, ServerBusy.
    Result<void> resetByAdministrator(const QString& municipalityCode, const QUuid& userId);
    Result<void> unlock(const QString& municipalityCode, const QUuid& userId);
    Result<void> endSessions(const QString& municipalityCode, const QUuid& userId);
    Result<QByteArray> recoverySecret(const Caller& caller, const QString& deviceId);

    /// In the transaction that makes a user or mends its address: no temporary password is valid any more, a new one
    /// is on its way. Inviter makes and mails it after the commit.
    static void prepareInvitation(Sql& sql, Account& account, const PolicyValues& policy, const QDateTime& now,
                                  RandomSource& random, bool isFirst);
    /// What Inviter does for one account: makes the password, mails it, keeps its hash. Harmless when nothing is due.
    void deliverInvitation(const QUuid& userId);

private:
    enum class Proof { Wrong, Password, Temporary, TemporaryExpired, TemporaryUsed };
    struct Attempt
    {
        std::optional<Account> account; ///< none: unknown ID
        bool mayCheck = false;
        bool isLast = false; ///< the account locks unless this one is right
    };

    Result<void> checkRate(const QString& remoteAddress, const QString& loginKey);
    Result<Attempt> reserve(const std::function<std::optional<Account>(Sql&)>& find);
    void takeBack(const Attempt& attempt);
    Result<Proof> prove(const Attempt& attempt, const QString& password);
    /// After a wrong last try: the row says so and the owner gets a mail.
    void lockOwner(const Account& account);
    Result<SessionTokens> beginAfter(Proof proof, const Attempt& attempt, const QString& deviceId);
    Result<void> proveOwn(const Caller& caller, const QString& password);
    Result<void> checkNewPassword(const Account& account, const QJsonObject& fields, const QString& officeName,
                                  const QString& current, const QString& next) const;
    std::optional<Recipient> recipientOf(Sql& sql, const Account& account) const;
    QDateTime lockEnd(const QDateTime& now) const;
    QDateTime temporaryEnd(const QDateTime& now) const;

    AccountParts m_parts;
    const QByteArray m_strangerSalt;
    RateLimiter m_perAddress;
    RateLimiter m_perId;
    RateLimiter m_resets;
};

/// Is the user row allowed to sign in on that day?
bool isUserActive(const QJsonObject& fields, QDate day);

} // namespace yoyo::service
