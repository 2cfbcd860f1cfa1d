// SPDX-License-Identifier: Apache-2.0
// store.key: the random data key of one store, in slots that each open it another way. Losing every slot is losing
// the store, so save() is atomic and durable and a new file never takes the place of one that is there.
// One thread at a time; the password calls take a good part of a second and 128 MiB: a worker thread.
#pragma once

#include "models/domain/result.h"
#include "models/domain/secret_buffer.h"

#include <QDateTime>
#include <QMap>
#include <QString>

#include <optional>

namespace yoyo {

class RandomSource;

class StoreKeyFile
{
public:
    /// Job and Recovery keep their place in the format; nothing here opens them yet.
    enum class Slot { Password, Service, Session, Job, Recovery };

    /// E-STOR-009 missing, E-STOR-002 unreadable, E-STOR-001 of a newer program.
    static Result<StoreKeyFile> load(const QString& path, RandomSource& random);
    /// With a fresh 512-bit data key and no slots. Nothing is written before save().
    static StoreKeyFile createNew(const QString& path, RandomSource& random);
    /// The key of createNew(); empty after load().
    const SecretBuffer& newDataKey() const { return m_newDataKey; }

    /// Durable when it returns. E-STOR-008 (reason "exists") instead of replacing somebody else's file with a new
    /// one; without any slot it refuses too (reason "empty").
    Result<void> save();

    bool hasSlot(Slot slot) const;
    /// When the user last signed in online with the password slot's password; for the 14 days of offline sign-in.
    QDateTime lastOnline() const;
    /// When the session slot ends; invalid without one.
    QDateTime sessionExpires() const;

    // All give the data key; E-STOR-009 without that slot, E-STOR-006 when the secret does not fit or the slot's
    // clear data was changed, E-AUTH-006 for a session slot that has expired.
    /// `password` as typed: it is normalised (NFKC) here.
    Result<SecretBuffer> openPassword(const SecretBuffer& password, const SecretBuffer& keychainSecret) const;
    Result<SecretBuffer> openService(const SecretBuffer& secret) const;
    Result<SecretBuffer> openSession(const SecretBuffer& secret, const QDateTime& now) const;

    void setPassword(const SecretBuffer& dataKey, const SecretBuffer& password, const SecretBuffer& keychainSecret,
                     const QDateTime& lastOnline);
    void setService(const SecretBuffer& dataKey, const SecretBuffer& secret);
    /// The policy says for how long: eight hours unless it is stricter.
    void setSession(const SecretBuffer& dataKey, const SecretBuffer& secret, const QDateTime& expires);
    void removeSlot(Slot slot);

private:
    struct Stored
    {
        QJsonObject clear; ///< authenticated, readable by anybody
        QByteArray sealed;
    };
    StoreKeyFile(const QString& path, RandomSource& random) : m_path(path), m_random(&random) {}
    Result<SecretBuffer> open(Slot slot, const SecretBuffer& secret) const;
    void put(Slot slot, const SecretBuffer& dataKey, const SecretBuffer& secret, const QJsonObject& clear);
    Error failure(ErrorCode code, Slot slot) const;

    QString m_path;
    RandomSource* m_random;
    bool m_isNew = false;
    SecretBuffer m_newDataKey;
    QMap<Slot, Stored> m_slots;
    QJsonObject m_unknownSlots; ///< of newer programs, kept as they are
};

} // namespace yoyo
