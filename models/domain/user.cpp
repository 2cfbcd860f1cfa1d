// SPDX-License-Identifier: Apache-2.0
#include "models/domain/user.h"

#include "models/domain/field_access.h"

#include <array>

namespace yoyo {

static constexpr std::array roleTexts{"administrator", "staff", "reader"};
static constexpr std::array stateTexts{"active", "suspended"};
static constexpr std::array credentialTexts{"",       "temporary_sent", "temporary_expired", "mail_bounced",
                                            "in_use", "locked"};

template <typename E, std::size_t N>
static std::optional<E> fromText(const std::array<const char*, N>& texts, QStringView text)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (text == QLatin1String(texts[i]))
            return static_cast<E>(i);
    }
    return std::nullopt;
}

QString roleText(Role role)
{
    return QString::fromLatin1(roleTexts[static_cast<std::size_t>(role)]);
}

std::optional<Role> roleFromText(QStringView text)
{
    return fromText<Role>(roleTexts, text);
}

QString userStateText(UserState state)
{
    return QString::fromLatin1(stateTexts[static_cast<std::size_t>(state)]);
}

std::optional<UserState> userStateFromText(QStringView text)
{
    return fromText<UserState>(stateTexts, text);
}

QString credentialStateText(CredentialState state)
{
    return QString::fromLatin1(credentialTexts[static_cast<std::size_t>(state)]);
}

std::optional<CredentialState> credentialStateFromText(QStringView text)
{
    return fromText<CredentialState>(credentialTexts, text);
}

QString User::fullName() const
{
    if (givenName.isEmpty() || familyName.isEmpty())
        return QString(familyName + givenName);
    return QString(familyName + QChar(0x3000) + givenName);
}

bool User::isActiveOn(QDate day) const
{
    return state == UserState::Active && (!validFrom.isValid() || validFrom <= day)
           && (!validTo.isValid() || day <= validTo);
}

User userFromFields(QUuid id, const QJsonObject& o)
{
    User u;
    u.id = id;
    u.loginId = fields::text(o, "login_id");
    u.familyName = fields::text(o, "family_name");
    u.givenName = fields::text(o, "given_name");
    u.familyKana = fields::text(o, "family_kana");
    u.givenKana = fields::text(o, "given_kana");
    u.department = fields::text(o, "department");
    u.mail = fields::text(o, "mail");
    u.phone = fields::text(o, "phone");
    u.role = roleFromText(fields::text(o, "role")).value_or(Role::Reader);
    u.unattended = fields::boolean(o, "unattended");
    u.state = userStateFromText(fields::text(o, "state")).value_or(UserState::Suspended);
    u.validFrom = fields::day(o, "valid_from");
    u.validTo = fields::day(o, "valid_to");
    u.employeeNo = fields::text(o, "employee_no");
    u.note = fields::text(o, "note");
    u.noticeMethod = fields::text(o, "notice_method");
    u.noticeOn = fields::day(o, "notice_on");
    u.credentialState = credentialStateFromText(fields::text(o, "credential_state")).value_or(CredentialState::None);
    u.temporaryExpiresAt = fields::instant(o, "temporary_expires_at");
    u.lockedUntil = fields::instant(o, "locked_until");
    u.lastSignInAt = fields::instant(o, "last_sign_in_at");
    return u;
}

QJsonObject toFields(const User& u)
{
    QJsonObject o;
    fields::put(o, "login_id", u.loginId);
    fields::put(o, "family_name", u.familyName);
    fields::put(o, "given_name", u.givenName);
    fields::put(o, "family_kana", u.familyKana);
    fields::put(o, "given_kana", u.givenKana);
    fields::put(o, "department", u.department);
    fields::put(o, "mail", u.mail);
    fields::put(o, "phone", u.phone);
    fields::put(o, "role", roleText(u.role));
    fields::putBoolean(o, "unattended", u.unattended);
    fields::put(o, "state", userStateText(u.state));
    fields::put(o, "valid_from", u.validFrom);
    fields::put(o, "valid_to", u.validTo);
    fields::put(o, "employee_no", u.employeeNo);
    fields::put(o, "note", u.note);
    fields::put(o, "notice_method", u.noticeMethod);
    fields::put(o, "notice_on", u.noticeOn);
    fields::put(o, "credential_state", credentialStateText(u.credentialState));
    fields::put(o, "temporary_expires_at", u.temporaryExpiresAt);
    fields::put(o, "locked_until", u.lockedUntil);
    fields::put(o, "last_sign_in_at", u.lastSignInAt);
    return o;
}

} // namespace yoyo
