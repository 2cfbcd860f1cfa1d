// SPDX-License-Identifier: Apache-2.0
#include "models/session/keychain_entries.h"

#include "models/domain/ids.h"
#include "models/session/keychain.h"

#include <cstring>

namespace yoyo {

QString officeEntry(const QUuid& deviceId)
{
    return idText(deviceId) + QStringLiteral("/office");
}

QString storeEntry(const QUuid& deviceId, const QUuid& userId)
{
    return idText(deviceId) + QStringLiteral("/store/") + idText(userId);
}

QString sessionEntry(const QUuid& deviceId)
{
    return idText(deviceId) + QStringLiteral("/session");
}

// Layout: version byte, 16 bytes of user id, one byte length of the slot secret, slot secret, refresh token.
// Plain bytes and not JSON, so that no copy of a token stays behind in a string.
constexpr unsigned char layoutVersion = 1;
constexpr std::size_t idBytes = 16;
constexpr std::size_t headBytes = 2 + idBytes;

SecretBuffer encode(const SessionSecret& secret)
{
    const std::size_t size = headBytes + secret.slotSecret.size() + secret.refreshToken.size();
    if (size > Keychain::maximumEntryBytes || secret.slotSecret.size() > 255)
        return {};
    SecretBuffer out(size);
    unsigned char* at = out.data();
    *at++ = layoutVersion;
    const QByteArray id = secret.userId.toRfc4122();
    std::memcpy(at, id.constData(), idBytes);
    at += idBytes;
    *at++ = static_cast<unsigned char>(secret.slotSecret.size());
    if (!secret.slotSecret.isEmpty())
        std::memcpy(at, secret.slotSecret.data(), secret.slotSecret.size());
    at += secret.slotSecret.size();
    if (!secret.refreshToken.isEmpty())
        std::memcpy(at, secret.refreshToken.data(), secret.refreshToken.size());
    return out;
}

std::optional<SessionSecret> decodeSessionSecret(const SecretBuffer& bytes)
{
    if (bytes.size() < headBytes || bytes.data()[0] != layoutVersion)
        return std::nullopt;
    const std::span<const unsigned char> all = bytes.span();
    const std::size_t slotBytes = all[1 + idBytes];
    if (all.size() < headBytes + slotBytes)
        return std::nullopt;
    SessionSecret out;
    out.userId = QUuid::fromRfc4122(QByteArrayView(all.data() + 1, qsizetype(idBytes)));
    out.slotSecret = SecretBuffer(all.subspan(headBytes, slotBytes));
    out.refreshToken = SecretBuffer(all.subspan(headBytes + slotBytes));
    if (out.userId.isNull())
        return std::nullopt;
    return out;
}

} // namespace yoyo
