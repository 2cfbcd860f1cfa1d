// SPDX-License-Identifier: Apache-2.0
#include "models/session/store_access.h"

#include "models/domain/clock.h"
#include "models/storage/store_key_file.h"

#include <QFile>
#include <QFileInfo>

namespace yoyo {

using Slot = StoreKeyFile::Slot;

static QString keyPath(const StorePlace& place)
{
    return place.directory + QStringLiteral("/store.key");
}

static Result<std::shared_ptr<Store>> openStore(const StorePlace& place, const SecretBuffer& dataKey)
{
    Store::Options options;
    options.directory = place.directory;
    options.dataKey = dataKey;
    options.clock = place.clock;
    options.random = place.random;
    return Store::open(options);
}

static Error setAsideNote(const QString& folder)
{
    return Error(ErrorCode::StoreSetAside, {}, {{QStringLiteral("file"), folder}});
}

/// Moves work.db and store.key into one folder; a key without its store, or the other way round, would be of
/// no use.
static Result<QString> setAside(const StorePlace& place)
{
    const Result<QString> folder = Store::setAsideWork(place.directory, *place.clock);
    if (!folder)
        return folder;
    const QString key = keyPath(place);
    if (QFile::exists(key) && !QFile::rename(key, *folder + QStringLiteral("/store.key")))
        return Error(ErrorCode::StoreIo, QStringLiteral("rename"),
                     {{QStringLiteral("file"), QStringLiteral("store.key")}});
    return folder;
}

/// Damage and foreign keys are set aside; everything else (newer, read-only, full, busy) is for a person to
/// mend.
static bool isForSettingAside(ErrorCode code)
{
    return code == ErrorCode::StoreKeyWrong || code == ErrorCode::StoreDamaged;
}

/// The data key of the present store.key; the service slot first, since it needs no key derivation.
static Result<SecretBuffer> openAnySlot(const StoreKeyFile& file, const OnlineAccess& access)
{
    if (access.serviceSecret && file.hasSlot(Slot::Service)) {
        if (Result<SecretBuffer> key = file.openService(*access.serviceSecret))
            return key;
    }
    if (access.keychainSecret && !access.isKeychainSecretNew && file.hasSlot(Slot::Password)) {
        if (Result<SecretBuffer> key = file.openPassword(access.password, *access.keychainSecret))
            return key;
    }
    return Error(ErrorCode::StoreKeyWrong, QStringLiteral("no slot opens"),
                 {{QStringLiteral("file"), QStringLiteral("store.key")}});
}

static void putSlots(StoreKeyFile& file, const SecretBuffer& dataKey, const OnlineAccess& access)
{
    if (access.keychainSecret)
        file.setPassword(dataKey, access.password, *access.keychainSecret, access.serviceTime);
    else
        file.removeSlot(Slot::Password);
    if (access.serviceSecret)
        file.setService(dataKey, *access.serviceSecret);
    if (access.session)
        file.setSession(dataKey, access.session->secret, access.session->expires);
    else
        file.removeSlot(Slot::Session);
}

Result<void> renewSlots(const StorePlace& place, const SecretBuffer& dataKey, const OnlineAccess& access)
{
    Result<StoreKeyFile> file = StoreKeyFile::load(keyPath(place), *place.random);
    if (!file)
        return file.error();
    // Without a keychain the password slot stays as it is: it may be the keychain that is away today.
    StoreKeyFile& present = *file;
    if (access.keychainSecret)
        present.setPassword(dataKey, access.password, *access.keychainSecret, access.serviceTime);
    if (access.serviceSecret)
        present.setService(dataKey, *access.serviceSecret);
    if (access.session)
        present.setSession(dataKey, access.session->secret, access.session->expires);
    return present.save();
}

static Result<OpenedStore> makeStore(const StorePlace& place, const OnlineAccess& access)
{
    StoreKeyFile file = StoreKeyFile::createNew(keyPath(place), *place.random);
    OpenedStore out;
    out.dataKey = file.newDataKey();
    putSlots(file, out.dataKey, access);
    if (const Result<void> saved = file.save(); !saved)
        return saved.error();
    Result<std::shared_ptr<Store>> store = openStore(place, out.dataKey);
    if (!store && isForSettingAside(store.error().code)) {
        // A work.db whose store.key is gone.
        const Result<QString> folder = Store::setAsideWork(place.directory, *place.clock);
        if (!folder)
            return folder.error();
        out.notes.append(setAsideNote(*folder));
        store = openStore(place, out.dataKey);
    }
    if (!store)
        return store.error();
    out.store = *store;
    return out;
}

static Result<OpenedStore> replaceStore(const StorePlace& place, const OnlineAccess& access)
{
    const Result<QString> folder = setAside(place);
    if (!folder)
        return folder.error();
    Result<OpenedStore> made = makeStore(place, access);
    if (made)
        made->notes.prepend(setAsideNote(*folder));
    return made;
}

Result<OpenedStore> openOnline(const StorePlace& place, const OnlineAccess& access)
{
    if (!access.keychainSecret && !access.serviceSecret)
        return Error(ErrorCode::KeychainUnavailable, QStringLiteral("no keychain and no service secret"));
    Result<StoreKeyFile> file = StoreKeyFile::load(keyPath(place), *place.random);
    if (!file && file.error().code == ErrorCode::StoreMissing)
        return makeStore(place, access);
    if (!file)
        return isForSettingAside(file.error().code) ? replaceStore(place, access)
                                                    : Result<OpenedStore>(file.error());

    const bool hadPasswordSlot = file->hasSlot(Slot::Password);
    const Result<SecretBuffer> dataKey = openAnySlot(*file, access);
    if (!dataKey) {
        // Only with the service's word in hand is it certain that nothing opens this store.
        if (!access.serviceSecret)
            return dataKey.error();
        return replaceStore(place, access);
    }
    OpenedStore out;
    out.dataKey = *dataKey;
    out.isMoved = hadPasswordSlot && access.keychainSecret && access.isKeychainSecretNew;
    Result<std::shared_ptr<Store>> store = openStore(place, *dataKey);
    if (!store && isForSettingAside(store.error().code)) {
        const Result<QString> folder = Store::setAsideWork(place.directory, *place.clock);
        if (!folder)
            return folder.error();
        QFile::copy(keyPath(place), *folder + QStringLiteral("/store.key"));
        out.notes.append(setAsideNote(*folder));
        store = openStore(place, *dataKey);
    }
    if (!store)
        return store.error();
    out.store = *store;
    if (const Result<void> renewed = renewSlots(place, *dataKey, access); !renewed)
        return renewed.error();
    return out;
}

static Result<void> checkOfflineRules(const StoreKeyFile& file, const OfflineRules& rules)
{
    const QDateTime lastOnline = file.lastOnline();
    QDateTime lastSeen = lastOnline;
    if (rules.lastServiceTime.isValid() && rules.lastServiceTime > lastSeen)
        lastSeen = rules.lastServiceTime;
    // A few minutes are what clocks differ by; the rule is against a clock that was set back.
    constexpr int toleratedSeconds = 5 * 60;
    if (!lastOnline.isValid() || rules.now.addSecs(toleratedSeconds) < lastSeen) {
        return Error(ErrorCode::ClockBehindLastServiceTime, {},
                     {{QStringLiteral("last_service_time"), instantText(lastSeen)}});
    }
    if (rules.now > lastOnline.addDays(rules.days)) {
        return Error(
            ErrorCode::OfflineSignInExpired, {},
            {{QStringLiteral("days"), rules.days}, {QStringLiteral("last_online"), instantText(lastOnline)}});
    }
    return {};
}

Result<OpenedStore> openOffline(const StorePlace& place, const SecretBuffer& password,
                                const SecretBuffer& keychainSecret, const OfflineRules& rules)
{
    const Result<StoreKeyFile> file = StoreKeyFile::load(keyPath(place), *place.random);
    if (!file && file.error().code == ErrorCode::StoreMissing)
        return ErrorCode::OfflineSignInUnavailable;
    if (!file)
        return file.error();
    if (!file->hasSlot(Slot::Password))
        return ErrorCode::OfflineSignInUnavailable;
    if (const Result<void> allowed = checkOfflineRules(*file, rules); !allowed)
        return allowed.error();
    const Result<SecretBuffer> dataKey = file->openPassword(password, keychainSecret);
    if (!dataKey)
        return ErrorCode::CredentialsInvalid;
    const Result<std::shared_ptr<Store>> store = openStore(place, *dataKey);
    if (!store)
        return store.error();
    return OpenedStore{*store, *dataKey, {}, false};
}

Result<OpenedStore> openBySession(const StorePlace& place, const SecretBuffer& slotSecret)
{
    const Result<StoreKeyFile> file = StoreKeyFile::load(keyPath(place), *place.random);
    if (!file || !file->hasSlot(Slot::Session))
        return ErrorCode::NotSignedIn;
    const Result<SecretBuffer> dataKey = file->openSession(slotSecret, place.clock->nowUtc());
    if (!dataKey)
        return Error(ErrorCode::NotSignedIn, dataKey.error().codeText());
    const Result<std::shared_ptr<Store>> store = openStore(place, *dataKey);
    if (!store)
        return store.error();
    return OpenedStore{*store, *dataKey, {}, false};
}

Result<void> removeSessionSlot(const StorePlace& place)
{
    Result<StoreKeyFile> file = StoreKeyFile::load(keyPath(place), *place.random);
    if (!file)
        return file.error().code == ErrorCode::StoreMissing ? Result<void>() : Result<void>(file.error());
    if (!file->hasSlot(Slot::Session))
        return {};
    file->removeSlot(Slot::Session);
    return file->save();
}

} // namespace yoyo
