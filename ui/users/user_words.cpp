// SPDX-License-Identifier: Apache-2.0
// See user_words.h.
#include "ui/users/user_words.h"

#include "models/domain/clock.h"
#include "ui/widgets/language.h"

#include <QLocale>

namespace yoyo {

QString UserWords::role(Role role)
{
    switch (role) {
    case Role::Administrator:
        return tr("Administrator");
    case Role::Staff:
        return tr("Staff");
    case Role::Reader:
        return tr("Reader");
    }
    return {};
}

QString UserWords::shortDay(QDate day)
{
    if (!day.isValid())
        return {};
    if (currentLanguage() == QLatin1String("ja"))
        return day.toString(QStringLiteral("M月d日"));
    return QLocale(QLocale::English).toString(day, QStringLiteral("d MMM"));
}

QString UserWords::status(const User& user, UserStatus status)
{
    if (status == UserStatus::TemporarySent && user.temporaryExpiresAt.isValid())
        return tr("Temporary password sent (until %1)").arg(shortDay(japaneseDay(user.temporaryExpiresAt)));
    if (isBeforeStart(user, status))
        return tr("Starts on %1; the temporary password is sent then").arg(shortDay(user.validFrom));
    return statusKindWord(status);
}

/// Known to the centre, which sends the temporary password on the first day.
bool UserWords::isBeforeStart(const User& user, UserStatus status)
{
    return status == UserStatus::InUse && user.credentialState == CredentialState::None && user.validFrom.isValid()
        && !user.lastSignInAt.isValid();
}

QString UserWords::statusKindWord(UserStatus status)
{
    switch (status) {
    case UserStatus::NotRegistered:
        return tr("Not registered at the centre yet");
    case UserStatus::TemporarySent:
        return tr("Temporary password sent");
    case UserStatus::TemporaryExpired:
        return tr("Temporary password expired");
    case UserStatus::MailBounced:
        return tr("Mail not delivered");
    case UserStatus::InUse:
        return tr("In use");
    case UserStatus::Locked:
        return tr("Locked");
    case UserStatus::Suspended:
        return tr("Suspended");
    }
    return {};
}

BadgeKind UserWords::statusBadge(const User& user, UserStatus status)
{
    if (isBeforeStart(user, status))
        return BadgeKind::Info;
    switch (status) {
    case UserStatus::NotRegistered:
    case UserStatus::TemporarySent:
        return BadgeKind::Info;
    case UserStatus::TemporaryExpired:
        return BadgeKind::Caution;
    case UserStatus::MailBounced:
    case UserStatus::Locked:
        return BadgeKind::Bad;
    case UserStatus::InUse:
        return BadgeKind::Good;
    case UserStatus::Suspended:
        return BadgeKind::Neutral;
    }
    return BadgeKind::Neutral;
}

QString UserWords::field(const QString& name)
{
    static const struct
    {
        const char* name;
        const char* word;
    } words[] = {
        {"login_id", QT_TR_NOOP("User ID")},
        {"family_name", QT_TR_NOOP("Family name")},
        {"given_name", QT_TR_NOOP("Given name")},
        {"family_kana", QT_TR_NOOP("Family name in kana")},
        {"given_kana", QT_TR_NOOP("Given name in kana")},
        {"department", QT_TR_NOOP("Department")},
        {"employee_no", QT_TR_NOOP("Staff number")},
        {"mail", QT_TR_NOOP("Mail address")},
        {"phone", QT_TR_NOOP("Phone")},
        {"role", QT_TR_NOOP("Role")},
        {"unattended", QT_TR_NOOP("Account of a program")},
        {"state", QT_TR_NOOP("Use")},
        {"valid_from", QT_TR_NOOP("First day")},
        {"valid_to", QT_TR_NOOP("Last day")},
        {"note", QT_TR_NOOP("Note")},
        {"notice_method", QT_TR_NOOP("How the ID was handed over")},
        {"notice_on", QT_TR_NOOP("When the ID was handed over")},
    };
    for (const auto& word : words) {
        if (name == QLatin1String(word.name))
            return tr(word.word);
    }
    return name;
}

QString UserWords::noticeMethod(const QString& method)
{
    if (method == QLatin1String("letter"))
        return tr("Letter");
    if (method == QLatin1String("mail"))
        return tr("Mail");
    if (method == QLatin1String("hand"))
        return tr("In person");
    return {};
}

QString UserWords::noticeState(const User& user)
{
    if (!user.noticeOn.isValid())
        return tr("Not told yet");
    const QString method = noticeMethod(user.noticeMethod);
    return method.isEmpty() ? tr("Told (%1)").arg(shortDay(user.noticeOn))
                            : tr("Told (%1, %2)", "method, day").arg(method, shortDay(user.noticeOn));
}

QString UserWords::period(const User& user)
{
    if (!user.validFrom.isValid() && !user.validTo.isValid())
        return {};
    return tr("%1 – %2", "from, to")
        .arg(user.validFrom.isValid() ? dayForPeople(user.validFrom) : QString(),
             user.validTo.isValid() ? dayForPeople(user.validTo) : QString());
}

} // namespace yoyo
