// SPDX-License-Identifier: Apache-2.0
#include "tests/central/calendar.h"

#include "models/domain/ids.h"
#include "models/domain/user.h"
#include "tests/central/account_store.h"
#include "tests/central/accounts.h"
#include "tests/central/offices.h"
#include "tests/central/operation.h"
#include "tests/central/push_apply.h"
#include "tests/central/row_store.h"

namespace yoyo::service {

void Calendar::catchUp()
{
    const QDateTime now = m_parts.clock.nowUtc();
    qint64 due = m_nextDueMs;
    if (now.toMSecsSinceEpoch() < due)
        return;
    // Until this is done nobody else needs to; a failure is tried again at the next request.
    if (!m_nextDueMs.compare_exchange_strong(due, now.addSecs(60).toMSecsSinceEpoch()))
        return;
    QList<QUuid> invited;
    const auto done = m_parts.database.write<QDateTime>([&](Sql& sql) -> Result<QDateTime> {
        endLocksAndTemporaryPasswords(sql, now);
        const QString today = japaneseDay(now).toString(Qt::ISODate);
        const auto last = sql.first(QStringLiteral("SELECT value FROM service_meta WHERE name = 'calendar_day'"));
        if (!last || last->first().toString() != today) {
            beginDay(sql, now, invited);
            sql.run(QStringLiteral("DELETE FROM service_meta WHERE name = 'calendar_day'"));
            sql.run(QStringLiteral("INSERT INTO service_meta (name, value) VALUES ('calendar_day', ?)"), {today});
        }
        const QDateTime midnight = startOfJapaneseDay(japaneseDay(now).addDays(1));
        const QDateTime account = nextAccountDue(sql, now);
        return account.isValid() ? std::min(midnight, account) : midnight;
    });
    if (!done) {
        m_parts.log(QStringLiteral("calendar failed: ") + done.error().detail);
        return;
    }
    qint64 ours = now.addSecs(60).toMSecsSinceEpoch();
    m_nextDueMs.compare_exchange_strong(ours, done->toMSecsSinceEpoch());
    m_parts.invite(invited);
}

void Calendar::endLocksAndTemporaryPasswords(Sql& sql, const QDateTime& now)
{
    for (const QUuid& id : accountsDue(sql, now)) {
        auto account = accountById(sql, id);
        if (!account)
            continue;
        const bool isLockOver = account->lockedUntil.isValid() && !account->isLocked(now);
        if (isLockOver) {
            account->lockedUntil = {};
            account->tries = 0;
            saveAccount(sql, *account);
        }
        const bool isTemporaryOver = account->temporaryExpiresAt.isValid() && account->temporaryExpiresAt <= now;
        changeUserRow(sql, *account, now, [&](QJsonObject& fields) {
            const QString key = QStringLiteral("credential_state");
            auto state = credentialStateFromText(fields.value(key).toString()).value_or(CredentialState::None);
            if (isLockOver && state == CredentialState::Locked) {
                state = account->passwordHash.isEmpty() ? CredentialState::TemporarySent : CredentialState::InUse;
                fields.remove(QStringLiteral("locked_until"));
            }
            if (isTemporaryOver && state == CredentialState::TemporarySent)
                state = CredentialState::TemporaryExpired;
            if (state != CredentialState::None)
                fields.insert(key, credentialStateText(state));
        });
    }
}

void Calendar::beginDay(Sql& sql, const QDateTime& now, QList<QUuid>& invited)
{
    for (const QString& office : officeCodes(sql)) {
        applyPlans(sql, office, now);
        ensureSettings(sql, office, m_parts.reference, now);
        followPeriods(sql, office, now, invited);
    }
    const QDateTime horizon = now.addDays(-memoryDays);
    purgeOutcomes(sql, horizon);
    purgeRows(sql, horizon);
    m_parts.sessions.purge(sql, now.addDays(-refreshLifetimeDays));
}

void Calendar::applyPlans(Sql& sql, const QString& office, const QDateTime& now)
{
    const QDate today = japaneseDay(now);
    for (EntityRow row : rowsOf(sql, office, Entity::VaccinationSetting)) {
        const QDate day = QDate::fromString(row.fields.value(QStringLiteral("planned_from")).toString(), Qt::ISODate);
        if (!day.isValid() || day > today)
            continue;
        const QJsonObject planned = withPlanApplied(row.fields);
        if (const auto refusal = checkSettingFields(row.id, planned, row.fields, m_parts.reference, today)) {
            // The master changed since it was planned: it stays visible as a plan in the past, and a person decides.
            m_parts.log(QStringLiteral("planned values of %1 refused: %2").arg(idText(row.id), refusal->codeText()));
            continue;
        }
        row.fields = planned;
        row.fields.insert(QStringLiteral("updated_at"), instantText(now));
        putRow(sql, office, row, now);
    }
}

void Calendar::followPeriods(Sql& sql, const QString& office, const QDateTime& now, QList<QUuid>& invited)
{
    const QDate today = japaneseDay(now);
    for (const EntityRow& row : rowsOf(sql, office, Entity::User)) {
        const User user = userFromFields(row.id, row.fields);
        auto account = accountById(sql, row.id);
        if (!account)
            continue;
        if (user.state == UserState::Active && user.validTo.isValid() && user.validTo < today) {
            m_parts.sessions.endAll(sql, row.id);
            changeUserRow(sql, *account, now, [](QJsonObject& fields) {
                fields.insert(QStringLiteral("state"), userStateText(UserState::Suspended));
            });
        } else if (user.isActiveOn(today) && user.credentialState == CredentialState::None) {
            Accounts::prepareInvitation(sql, *account, m_parts.policy, now, m_parts.random, false);
            changeUserRow(sql, *account, now, [&account](QJsonObject& fields) {
                fields.insert(QStringLiteral("credential_state"), credentialStateText(CredentialState::TemporarySent));
                fields.insert(QStringLiteral("temporary_expires_at"), instantText(account->temporaryExpiresAt));
            });
            invited.append(row.id);
        }
    }
}

} // namespace yoyo::service
