// SPDX-License-Identifier: Apache-2.0
// What the service itself puts into the datasets: the national vaccine master, an office's vaccination settings (every
// row, as 未実施), and the seed of an empty database.
#pragma once

#include "models/domain/policy_values.h"
#include "models/domain/vaccine_reference.h"
#include "tests/central/database.h"
#include "tests/central/password_hasher.h"
#include "tests/central/seed.h"

namespace yoyo {
class UuidMaker;
}

namespace yoyo::service {

/// Brings the national dataset to the shipped reference.
void ensureNational(Sql& sql, const VaccineReference& reference, const QDateTime& now);
/// Makes the missing setting rows of the current fiscal year, and from 1 January of the next one.
void ensureSettings(Sql& sql, const QString& municipalityCode, const VaccineReference& reference, const QDateTime& now);
QStringList officeCodes(Sql& sql);

struct SeedParts
{
    PasswordHasher& hasher;
    RandomSource& random;
    const Clock& clock;
    const PolicyValues& policy;
    const VaccineReference& reference;
};
/// One more user of an office that exists. True when the invitation is still to be made (accountsWithInvitation()).
bool plantUser(Sql& sql, const QString& municipalityCode, const SeedUser& user, const SeedParts& parts, UuidMaker& ids);
/// Requires an empty database. The users whose invitation is to be made after the commit.
Result<QList<QUuid>> plantSeed(Sql& sql, const Seed& seed, SeedParts parts);

} // namespace yoyo::service
