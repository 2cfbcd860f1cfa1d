// SPDX-License-Identifier: Apache-2.0
// A user of the own organisation as a typed value, and its two spellings: contract fields and code texts.
#pragma once

#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QUuid>

#include <optional>

namespace yoyo {

enum class Role { Administrator, Staff, Reader };
enum class UserState { Active, Suspended };
/// What the service knows about the password. None: it has told nothing yet (a user not sent so far).
enum class CredentialState { None, TemporarySent, TemporaryExpired, MailBounced, InUse, Locked };

struct User
{
    QUuid id;
    QString loginId;
    QString familyName;
    QString givenName;
    QString familyKana;
    QString givenKana;
    QString department;
    QString mail;
    QString phone;
    Role role = Role::Staff;
    bool unattended = false; ///< a 連携 account
    UserState state = UserState::Active;
    QDate validFrom; ///< invalid: no limit
    QDate validTo; ///< inclusive; invalid: no limit
    QString employeeNo;
    QString note;
    QString noticeMethod; ///< "letter", "mail" or "hand": how ユーザID was handed over
    QDate noticeOn;
    CredentialState credentialState = CredentialState::None;
    QDateTime temporaryExpiresAt;
    QDateTime lockedUntil;
    QDateTime lastSignInAt;

    friend bool operator==(const User&, const User&) = default;

    /// "姓 名" with an ideographic blank.
    QString fullName() const;
    /// Active, and the day inside the period.
    bool isActiveOn(QDate day) const;
};

QString roleText(Role role);
std::optional<Role> roleFromText(QStringView text);
QString userStateText(UserState state);
std::optional<UserState> userStateFromText(QStringView text);
QString credentialStateText(CredentialState state);
std::optional<CredentialState> credentialStateFromText(QStringView text);

/// Reads what is there. An unknown role reads as Reader and an unknown state as Suspended: never more rights than
/// known. Fields of other entities are ignored.
User userFromFields(QUuid id, const QJsonObject& fields);
/// Absent where there is no value; role, unattended and state are always there.
QJsonObject toFields(const User& user);

} // namespace yoyo
