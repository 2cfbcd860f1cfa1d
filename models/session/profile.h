// SPDX-License-Identifier: Apache-2.0
// profile.json: which service this profile belongs to. It lies in clear text, so it holds no personal data
// and no secret. A damaged file is E-STOR-011 and stays as it is until a person decides.
#pragma once

#include "models/domain/result.h"

#include <QString>
#include <QUrl>
#include <QUuid>

namespace yoyo {

class RandomSource;

struct Profile
{
    QUrl address;            ///< https, without path; empty before the first connect
    QString caFile;          ///< absolute path of PEM certificates; empty: the system's store
    QString language;        ///< "ja", "en" or empty for the system's
    QString environment;     ///< of the service this profile was connected to; empty before
    QUuid deviceId;          ///< made once, with the profile
    int idleLockMinutes = 0; ///< 0: the policy's value; the stricter wins
    friend bool operator==(const Profile&, const Profile&) = default;
};

/// GenericDataLocation/yoyo-desk/profiles/<name>; E-STOR-008 for a name that is not [A-Za-z0-9._-]{1,64} or
/// leads upwards.
Result<QString> profileDirectory(const QString& name);
/// E-APP-002 when there is none, E-STOR-011 when it cannot be understood.
Result<Profile> loadProfile(const QString& directory);
/// The profile, or a new one (not yet saved) with a new device id when there is none.
Result<Profile> loadOrMakeProfile(const QString& directory, RandomSource& random);
/// Whole or not at all. Makes the directory, readable for its owner only.
Result<void> saveProfile(const QString& directory, const Profile& profile);
/// Moves a damaged profile.json aside after a person asked for it; returns the new path.
Result<QString> setProfileAside(const QString& directory);

/// The address as people type it, made canonical: https, host, port. E-NET-009 for http, E-NET-014 for
/// anything else.
Result<QUrl> serviceAddress(const QString& typed);

} // namespace yoyo
