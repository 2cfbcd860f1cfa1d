// SPDX-License-Identifier: Apache-2.0
// What an empty database is filled with: offices and their people. Values only; demo_seed.cpp holds the
// demonstration office, tests make their own.
#pragma once

#include "models/domain/clock.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace yoyo::service {

/// How a seeded account stands.
enum class SeedState {
    InUse,            ///< with `password`, or with none that anybody knows when it is empty
    TemporarySent,    ///< a temporary password is made and mailed, ID and password when isFirst
    TemporaryExpired,
    MailBounced,
    Locked,
    Suspended,
};

struct SeedUser
{
    QJsonObject fields; ///< contract fields a person may set, and login_id
    SeedState state = SeedState::InUse;
    QString password;
    bool isFirst = false;   ///< the office's first administrator: the mail carries the ID too
    int lastSignInDaysAgo = -1; ///< -1: never
};

struct SeedSetting
{
    QString mgmtNo;
    QJsonObject fields;
};

struct SeedOffice
{
    QString municipalityCode;
    QString name;
    QList<SeedUser> users;
    QList<SeedSetting> settings; ///< for the current fiscal year
};

struct Seed
{
    QList<SeedOffice> offices;
    /// Lines for standard output at every start of a demonstration.
    QStringList notices;
};

/// Whom a colleague of that office registers with the ID while somebody works offline.
SeedUser lateArrival(const QString& loginId);
/// 131041 新宿区 with ten invented people in every state and settings partly done; two more come by lateArrival().
Seed demonstrationSeed(const Clock& clock);

} // namespace yoyo::service
