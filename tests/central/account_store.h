// SPDX-License-Identifier: Apache-2.0
// What the service keeps about a person's sign-in, apart from the user row: hashes, tries, locks, invitations.
// One salt per account serves password and temporary password, so that one scrypt decides about both.
#pragma once

#include "tests/central/database.h"

#include <QDateTime>
#include <QJsonObject>
#include <QUuid>

#include <functional>
#include <optional>

namespace yoyo::service {

struct Account
{
    QUuid userId;
    QString municipalityCode;
    QString loginKey; ///< loginIdKey() of the login ID
    QByteArray salt;
    QString passwordHash; ///< empty: none is valid
    QString temporaryHash;
    QDateTime temporaryExpiresAt;
    QString temporaryDevice; ///< the device that began to use it; empty: none yet
    QString usedTemporaryHash;
    int tries = 0; ///< since the last success, the one under way included
    QDateTime lastTryAt;
    QDateTime lockedUntil;
    QString invitation; ///< a mail with a temporary password is still to be made: its kind and a mark

    bool isLocked(const QDateTime& now) const { return lockedUntil.isValid() && lockedUntil > now; }
};

std::optional<Account> accountByLogin(Sql& sql, const QString& loginKey);
std::optional<Account> accountById(Sql& sql, const QUuid& userId);
QList<QUuid> accountsWithInvitation(Sql& sql);
/// Accounts whose lock or temporary password has come to its end by `now`, and the next instant one will.
QList<QUuid> accountsDue(Sql& sql, const QDateTime& now);
QDateTime nextAccountDue(Sql& sql, const QDateTime& now);
void insertAccount(Sql& sql, const Account& account);
void saveAccount(Sql& sql, const Account& account);
void removeAccount(Sql& sql, const QUuid& userId);

/// Changes fields of the user's row; writes it (new ver, new seq) only when they differ.
void changeUserRow(Sql& sql, const Account& account, const QDateTime& now,
                   const std::function<void(QJsonObject& fields)>& change);

} // namespace yoyo::service
