// SPDX-License-Identifier: Apache-2.0
#include "models/storage/store_key_file.h"

#include "models/domain/clock.h"
#include "models/domain/random_source.h"
#include "models/storage/durable_file.h"
#include "models/storage/sealed.h"
#include "models/storage/unit_cipher.h"

#include <openssl/evp.h>

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace yoyo {

constexpr int formatVersion = 1;
constexpr int dataKeySize = 64;
constexpr qint64 scryptN = 1 << 17;
constexpr qint64 scryptR = 8;
constexpr qint64 scryptP = 1;
constexpr std::uint64_t scryptMemory = 160ULL << 20; // N=2^17 needs more than OpenSSL's default

static const std::array<const char*, 5> slotNames{"password", "service", "session", "job", "recovery"};

static QString nameOf(StoreKeyFile::Slot slot)
{
    return QLatin1String(slotNames[std::size_t(slot)]);
}

static QString base64(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

static QByteArray fromBase64(const QJsonValue& value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

// What the slot's ciphertext is bound to: its name and every clear value, so that neither can be exchanged.
static QByteArray boundTo(StoreKeyFile::Slot slot, const QJsonObject& clear)
{
    return "yoyo-desk/store.key/" + nameOf(slot).toLatin1() + '\0'
        + QJsonDocument(clear).toJson(QJsonDocument::Compact); // keys are sorted
}

Error StoreKeyFile::failure(ErrorCode code, Slot slot) const
{
    return Error(code, nameOf(slot), {{QStringLiteral("file"), QFileInfo(m_path).fileName()}});
}

StoreKeyFile StoreKeyFile::createNew(const QString& path, RandomSource& random)
{
    StoreKeyFile file(path, random);
    QByteArray key = random.bytes(dataKeySize);
    file.m_newDataKey = SecretBuffer::takeFrom(key);
    file.m_isNew = true;
    return file;
}

Result<StoreKeyFile> StoreKeyFile::load(const QString& path, RandomSource& random)
{
    const auto bytes = readWhole(path);
    if (!bytes)
        return bytes.error();
    const QJsonObject params{{QStringLiteral("file"), QFileInfo(path).fileName()}};
    const QJsonObject document = QJsonDocument::fromJson(*bytes).object();
    const int format = document.value(QStringLiteral("format")).toInt();
    if (format > formatVersion)
        return Error(ErrorCode::StoreNewer, QFileInfo(path).fileName(),
                     {{QStringLiteral("found"), format}, {QStringLiteral("known"), formatVersion}});
    const QJsonObject stored = document.value(QStringLiteral("slots")).toObject();
    if (format != formatVersion || stored.isEmpty())
        return Error(ErrorCode::StoreDamaged, QStringLiteral("no slots"), params);
    StoreKeyFile file(path, random);
    for (auto it = stored.begin(); it != stored.end(); ++it) {
        const auto* known = std::ranges::find_if(slotNames, [&it](const char* name) { return it.key() == QLatin1String(name); });
        if (known == slotNames.end()) {
            file.m_unknownSlots.insert(it.key(), it.value());
            continue;
        }
        const QJsonObject slot = it.value().toObject();
        file.m_slots.insert(Slot(known - slotNames.begin()), {slot.value(QStringLiteral("clear")).toObject(),
                                                              fromBase64(slot.value(QStringLiteral("sealed")))});
    }
    return file;
}

Result<void> StoreKeyFile::save()
{
    const auto refusal = [this](const QString& reason) {
        return Error(ErrorCode::StoreLocationUnsafe, reason,
                     {{QStringLiteral("path"), m_path}, {QStringLiteral("reason"), reason}});
    };
    if (m_slots.isEmpty())
        return refusal(QStringLiteral("empty"));
    if (m_isNew && QFile::exists(m_path))
        return refusal(QStringLiteral("exists"));
    QJsonObject stored = m_unknownSlots;
    for (auto it = m_slots.begin(); it != m_slots.end(); ++it)
        stored.insert(nameOf(it.key()), QJsonObject{{QStringLiteral("clear"), it->clear},
                                                    {QStringLiteral("sealed"), base64(it->sealed)}});
    const QJsonObject document{{QStringLiteral("format"), formatVersion}, {QStringLiteral("slots"), stored}};
    if (auto made = makePrivateDirectory(QFileInfo(m_path).absolutePath()); !made)
        return made;
    auto written = writeDurably(m_path, QJsonDocument(document).toJson());
    if (written)
        m_isNew = false;
    return written;
}

bool StoreKeyFile::hasSlot(Slot slot) const
{
    return m_slots.contains(slot);
}

QDateTime StoreKeyFile::lastOnline() const
{
    return instantFromText(m_slots.value(Slot::Password).clear.value(QStringLiteral("last_online")).toString());
}

QDateTime StoreKeyFile::sessionExpires() const
{
    return instantFromText(m_slots.value(Slot::Session).clear.value(QStringLiteral("expires")).toString());
}

static SecretBuffer joined(const SecretBuffer& a, const SecretBuffer& b)
{
    SecretBuffer out(a.size() + b.size());
    std::copy(a.data(), a.data() + a.size(), out.data());
    std::copy(b.data(), b.data() + b.size(), out.data() + a.size());
    return out;
}

static SecretBuffer normalised(const SecretBuffer& password)
{
    QString text = QString::fromUtf8(reinterpret_cast<const char*>(password.data()), qsizetype(password.size()));
    QString composed = text.normalized(QString::NormalizationForm_KC);
    SecretBuffer out = SecretBuffer::fromText(composed);
    wipeText(text);
    wipeText(composed);
    return out;
}

static SecretBuffer passwordSecret(const SecretBuffer& typed, const SecretBuffer& keychainSecret, const QJsonObject& clear)
{
    const SecretBuffer password = normalised(typed);
    const QByteArray salt = fromBase64(clear.value(QStringLiteral("salt")));
    SecretBuffer hash(64);
    const int code = EVP_PBE_scrypt(
        reinterpret_cast<const char*>(password.data()), password.size(),
        reinterpret_cast<const unsigned char*>(salt.constData()), std::size_t(salt.size()),
        std::uint64_t(clear.value(QStringLiteral("n")).toInteger()), std::uint64_t(clear.value(QStringLiteral("r")).toInteger()),
        std::uint64_t(clear.value(QStringLiteral("p")).toInteger()), scryptMemory, hash.data(), hash.size());
    // Numbers that were tampered with, or no memory: the slot does not open, which is the same as a wrong password.
    return code == 1 ? joined(hash, keychainSecret) : SecretBuffer(1);
}

static SecretBuffer slotKey(StoreKeyFile::Slot slot, const SecretBuffer& secret)
{
    return hkdf(secret, "yoyo-desk/store.key", nameOf(slot).toStdString(), 32);
}

Result<SecretBuffer> StoreKeyFile::open(Slot slot, const SecretBuffer& secret) const
{
    const auto hit = m_slots.find(slot);
    if (hit == m_slots.end())
        return failure(ErrorCode::StoreMissing, slot);
    auto key = unseal(slotKey(slot, secret), hit->sealed, boundTo(slot, hit->clear));
    if (!key || key->size() != dataKeySize)
        return failure(ErrorCode::StoreKeyWrong, slot);
    return key;
}

void StoreKeyFile::put(Slot slot, const SecretBuffer& dataKey, const SecretBuffer& secret, const QJsonObject& clear)
{
    m_slots.insert(slot, {clear, seal(slotKey(slot, secret), dataKey, boundTo(slot, clear), *m_random)});
}

Result<SecretBuffer> StoreKeyFile::openPassword(const SecretBuffer& password, const SecretBuffer& keychainSecret) const
{
    const auto hit = m_slots.find(Slot::Password);
    if (hit == m_slots.end())
        return failure(ErrorCode::StoreMissing, Slot::Password);
    return open(Slot::Password, passwordSecret(password, keychainSecret, hit->clear));
}

Result<SecretBuffer> StoreKeyFile::openService(const SecretBuffer& secret) const
{
    return open(Slot::Service, secret);
}

Result<SecretBuffer> StoreKeyFile::openSession(const SecretBuffer& secret, const QDateTime& now) const
{
    if (!hasSlot(Slot::Session))
        return failure(ErrorCode::StoreMissing, Slot::Session);
    if (!sessionExpires().isValid() || now >= sessionExpires())
        return ErrorCode::SessionExpired;
    return open(Slot::Session, secret);
}

void StoreKeyFile::setPassword(const SecretBuffer& dataKey, const SecretBuffer& password,
                               const SecretBuffer& keychainSecret, const QDateTime& lastOnline)
{
    const QJsonObject clear{{QStringLiteral("kdf"), QStringLiteral("scrypt")},
                            {QStringLiteral("n"), scryptN},
                            {QStringLiteral("r"), scryptR},
                            {QStringLiteral("p"), scryptP},
                            {QStringLiteral("salt"), base64(m_random->bytes(32))},
                            {QStringLiteral("last_online"), instantText(lastOnline)}};
    put(Slot::Password, dataKey, passwordSecret(password, keychainSecret, clear), clear);
}

void StoreKeyFile::setService(const SecretBuffer& dataKey, const SecretBuffer& secret)
{
    put(Slot::Service, dataKey, secret, {});
}

void StoreKeyFile::setSession(const SecretBuffer& dataKey, const SecretBuffer& secret, const QDateTime& expires)
{
    put(Slot::Session, dataKey, secret, {{QStringLiteral("expires"), instantText(expires)}});
}

void StoreKeyFile::removeSlot(Slot slot)
{
    m_slots.remove(slot);
}

} // namespace yoyo
