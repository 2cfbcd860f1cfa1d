// SPDX-License-Identifier: Apache-2.0
#include "tests/central/offices.h"

#include "models/domain/ids.h"
#include "models/domain/password_rules.h"
#include "models/domain/user.h"
#include "models/domain/user_rules.h"
#include "models/domain/vaccination_setting.h"
#include "tests/central/accounts.h"
#include "tests/central/push_apply.h"
#include "tests/central/row_store.h"

namespace yoyo::service {

void ensureNational(Sql& sql, const VaccineReference& reference, const QDateTime& now)
{
    makeDataset(sql, nationalDataset());
    for (const VaccineItem& item : reference.items()) {
        const QUuid id = vaccineItemId(item.mgmtNo);
        EntityRow row = findRow(sql, nationalDataset(), Entity::VaccineItem, id).value_or(EntityRow());
        const QJsonObject fields = toFields(item);
        if (row.ver > 0 && row.fields == fields)
            continue;
        row.entity = Entity::VaccineItem;
        row.id = id;
        row.fields = fields;
        putRow(sql, nationalDataset(), row, now);
    }
}

static void ensureYear(Sql& sql, const QString& code, const VaccineReference& reference, int year, const QDateTime& now)
{
    for (const VaccineItem& item : reference.items()) {
        EntityRow row;
        row.entity = Entity::VaccinationSetting;
        row.id = vaccinationSettingId(code, item.mgmtNo, year);
        if (findRow(sql, code, row.entity, row.id))
            continue;
        row.fields = {
            {QStringLiteral("municipality_code"), code},
            {QStringLiteral("mgmt_no"), item.mgmtNo},
            {QStringLiteral("fiscal_year"), year},
            {QStringLiteral("impl_flag"), false},
        };
        putRow(sql, code, row, now);
    }
}

void ensureSettings(Sql& sql, const QString& municipalityCode, const VaccineReference& reference, const QDateTime& now)
{
    const QDate today = japaneseDay(now);
    ensureYear(sql, municipalityCode, reference, fiscalYearOf(today), now);
    if (today.month() <= 3)
        ensureYear(sql, municipalityCode, reference, fiscalYearOf(today) + 1, now);
}

QStringList officeCodes(Sql& sql)
{
    QStringList out;
    for (const QVariantList& row :
         sql.select(QStringLiteral("SELECT municipality_code FROM office ORDER BY municipality_code")))
        out.append(row.first().toString());
    return out;
}

static CredentialState credentialOf(SeedState state)
{
    switch (state) {
    case SeedState::TemporarySent:
        return CredentialState::TemporarySent;
    case SeedState::TemporaryExpired:
        return CredentialState::TemporaryExpired;
    case SeedState::MailBounced:
        return CredentialState::MailBounced;
    case SeedState::Locked:
        return CredentialState::Locked;
    case SeedState::InUse:
    case SeedState::Suspended:
        break;
    }
    return CredentialState::InUse;
}

bool plantUser(Sql& sql, const QString& municipalityCode, const SeedUser& user, const SeedParts& parts, UuidMaker& ids)
{
    const QDateTime now = parts.clock.nowUtc();
    EntityRow row;
    row.entity = Entity::User;
    row.id = ids.make();
    row.fields = user.fields;
    row.fields.insert(QStringLiteral("credential_state"), credentialStateText(credentialOf(user.state)));
    const auto state = user.state == SeedState::Suspended ? UserState::Suspended : UserState::Active;
    row.fields.insert(QStringLiteral("state"), userStateText(state));
    if (user.lastSignInDaysAgo >= 0)
        row.fields.insert(QStringLiteral("last_sign_in_at"), instantText(now.addDays(-user.lastSignInDaysAgo)));

    Account account;
    account.userId = row.id;
    account.municipalityCode = municipalityCode;
    account.loginKey = loginIdKey(user.fields.value(QStringLiteral("login_id")).toString());
    const bool isInvited = user.state == SeedState::TemporarySent;
    if (isInvited) {
        Accounts::prepareInvitation(sql, account, parts.policy, now, parts.random, user.isFirst);
        row.fields.insert(QStringLiteral("temporary_expires_at"), instantText(account.temporaryExpiresAt));
    } else {
        account.salt = parts.random.bytes(16);
        if (!user.password.isEmpty())
            account.passwordHash = parts.hasher.hashWhenever(normalisePassword(user.password), account.salt);
        else if (credentialOf(user.state) == CredentialState::InUse || user.state == SeedState::Locked)
            account.passwordHash = QStringLiteral("none:") + QString::fromLatin1(parts.random.bytes(16).toHex());
        if (user.state == SeedState::TemporaryExpired)
            account.temporaryExpiresAt = now.addDays(-3);
        if (user.state == SeedState::MailBounced)
            account.temporaryExpiresAt = now.addDays(parts.policy.temporaryDays - 1);
        if (user.state == SeedState::Locked) {
            // Long enough for a demonstration to see it.
            account.lockedUntil = now.addDays(1);
            account.tries = parts.policy.lockoutTries;
            row.fields.insert(QStringLiteral("locked_until"), instantText(account.lockedUntil));
        }
        if (account.temporaryExpiresAt.isValid())
            row.fields.insert(QStringLiteral("temporary_expires_at"), instantText(account.temporaryExpiresAt));
        insertAccount(sql, account);
    }
    putRow(sql, municipalityCode, row, now);
    return isInvited;
}

static Result<void> plantSetting(Sql& sql, const SeedOffice& office, const SeedSetting& setting, SeedParts& parts)
{
    const QDateTime now = parts.clock.nowUtc();
    const QDate today = japaneseDay(now);
    const QUuid id = vaccinationSettingId(office.municipalityCode, setting.mgmtNo, fiscalYearOf(today));
    auto row = findRow(sql, office.municipalityCode, Entity::VaccinationSetting, id);
    if (!row)
        return Error(ErrorCode::ItemUnknown, setting.mgmtNo);
    const QJsonObject before = row->fields;
    for (auto it = setting.fields.begin(); it != setting.fields.end(); ++it)
        row->fields.insert(it.key(), it.value());
    if (const auto refusal = checkSettingFields(id, row->fields, before, parts.reference, today))
        return *refusal;
    row->fields.insert(QStringLiteral("updated_at"), instantText(now));
    putRow(sql, office.municipalityCode, *row, now);
    return {};
}

Result<QList<QUuid>> plantSeed(Sql& sql, const Seed& seed, SeedParts parts)
{
    QList<QUuid> invited;
    UuidMaker ids(parts.clock, parts.random);
    for (const SeedOffice& office : seed.offices) {
        sql.run(QStringLiteral("INSERT INTO office (municipality_code, name) VALUES (?, ?)"),
                {office.municipalityCode, office.name});
        makeDataset(sql, office.municipalityCode);
        ensureSettings(sql, office.municipalityCode, parts.reference, parts.clock.nowUtc());
        for (const SeedUser& user : office.users) {
            const bool isInvited = plantUser(sql, office.municipalityCode, user, parts, ids);
            if (isInvited)
                invited = accountsWithInvitation(sql);
        }
        for (const SeedSetting& setting : office.settings) {
            if (auto planted = plantSetting(sql, office, setting, parts); !planted)
                return planted.error();
        }
    }
    return invited;
}

} // namespace yoyo::service
