// SPDX-License-Identifier: Apache-2.0
// Which secrets of ours lie in the keychain and under which names. Names begin with the profile's device id,
// so that two profiles never read each other's.
#pragma once

#include "models/domain/result.h"
#include "models/domain/secret_buffer.h"

#include <QString>
#include <QUuid>

#include <optional>

namespace yoyo {

/// Opens office.sealed.
QString officeEntry(const QUuid& deviceId);
/// Half of what opens the password slot of that user's store.key.
QString storeEntry(const QUuid& deviceId, const QUuid& userId);
/// What later `yoyo` calls need of the present session.
QString sessionEntry(const QUuid& deviceId);

struct SessionSecret
{
    QUuid userId;
    SecretBuffer refreshToken;
    SecretBuffer slotSecret; ///< opens the session slot; empty where policy gives none
};

/// Below Keychain::maximumEntryBytes for tokens of up to 1,500 bytes; empty for longer ones.
SecretBuffer encode(const SessionSecret& secret);
/// None when the bytes are not such an entry.
std::optional<SessionSecret> decodeSessionSecret(const SecretBuffer& bytes);

} // namespace yoyo
