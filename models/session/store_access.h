// SPDX-License-Identifier: Apache-2.0
// The slots of store.key put to use: every way in which a signed-in person gets back to the store of this PC.
// Blocking (key derivation, files): on a worker thread, one call per store at a time.
#pragma once

#include "models/domain/result.h"
#include "models/domain/secret_buffer.h"
#include "models/storage/store.h"

#include <QDateTime>

#include <memory>
#include <optional>

namespace yoyo {

class Clock;
class RandomSource;

struct StorePlace
{
    QString directory; ///< stores/<user uuid>
    const Clock* clock = nullptr;
    RandomSource* random = nullptr;
};

struct SessionSlot
{
    SecretBuffer secret;
    QDateTime expires;
};

/// After a complete online sign-in.
struct OnlineAccess
{
    SecretBuffer password;                      ///< as typed
    std::optional<SecretBuffer> keychainSecret; ///< none: no keychain, then no password slot either
    bool isKeychainSecretNew = false;
    std::optional<SecretBuffer> serviceSecret; ///< none: the service could not be asked for it
    std::optional<SessionSlot> session;        ///< none: policy gives no slot
    QDateTime serviceTime;
};

struct OpenedStore
{
    std::shared_ptr<Store> store;
    SecretBuffer dataKey;
    QList<Error> notes;   ///< E-STOR-010 when something was set aside
    bool isMoved = false; ///< there was a password slot, but this PC's keychain knew nothing of it
};

/// Opens by the service slot, else by the password slot, and writes all slots anew; makes the store when
/// there is none. What no slot opens and what is damaged is set aside whole and reported, and a new store is
/// made: an earlier store is never overwritten. Fails, with nothing changed, for a store of a newer program,
/// a read-only or full disk, or while there is neither a keychain secret nor a service secret.
Result<OpenedStore> openOnline(const StorePlace& place, const OnlineAccess& access);

/// The slots alone, for a store that is already open.
Result<void> renewSlots(const StorePlace& place, const SecretBuffer& dataKey, const OnlineAccess& access);

struct OfflineRules
{
    QDateTime now;
    int days = 0;              ///< since the last online sign-in; 0: never offline
    QDateTime lastServiceTime; ///< invalid: not remembered
};

/// E-AUTH-001 wrong password, E-AUTH-018 no store or no password slot here, E-AUTH-019 too long offline,
/// E-AUTH-020 the clock is behind the last seen service time.
Result<OpenedStore> openOffline(const StorePlace& place, const SecretBuffer& password,
                                const SecretBuffer& keychainSecret, const OfflineRules& rules);

/// E-AUTH-024 when there is no session slot (any more).
Result<OpenedStore> openBySession(const StorePlace& place, const SecretBuffer& slotSecret);
Result<void> removeSessionSlot(const StorePlace& place);

} // namespace yoyo
