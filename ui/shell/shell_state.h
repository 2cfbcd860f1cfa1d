// SPDX-License-Identifier: Apache-2.0
// What the frame around the pages shows: who, where, and how the synchronisation stands. Plain values that the
// composition hands in whenever they change.
#pragma once

#include "models/domain/user.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace yoyo {

struct Contact
{
    QString name;
    QString department;
    QString phone;
    QString url;
};

struct ShellOffice
{
    enum class Environment { Production, Verification, Practice };
    QString municipality;
    QString municipalityCode;
    Environment environment = Environment::Production;
    bool isDemonstration = false;
    QList<Contact> administrators;
    Contact helpdesk;
};

struct ShellUser
{
    QString name;
    QString loginId;
    Role role = Role::Reader;
};

struct ShellStatus
{
    bool isOnline = false;
    bool isSyncing = false;
    bool isVerified = false; ///< the last sync compared the digests of everything mirrored
    QDateTime lastSync;      ///< invalid: never
    qint64 unsent = 0;
    qint64 needsPerson = 0;
    qint64 cannotSend = 0;
    bool isMaintenance = false;
    QDateTime maintenanceUntil; ///< may be invalid
};

} // namespace yoyo
