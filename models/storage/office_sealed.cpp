// SPDX-License-Identifier: Apache-2.0
#include "models/storage/office_sealed.h"

#include "models/storage/durable_file.h"
#include "models/storage/sealed.h"
#include "models/storage/unit_cipher.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace yoyo {

static const QByteArray header("yoyo-desk/office.sealed/1\n");

static SecretBuffer keyFrom(const SecretBuffer& keychainSecret)
{
    return hkdf(keychainSecret, "yoyo-desk/office.sealed", "content", 32);
}

Result<QJsonObject> OfficeSealed::load(const QString& path, const SecretBuffer& keychainSecret)
{
    const auto bytes = readWhole(path);
    if (!bytes)
        return bytes.error();
    const QJsonObject params{{QStringLiteral("file"), QFileInfo(path).fileName()}};
    if (!bytes->startsWith(header))
        return Error(ErrorCode::StoreDamaged, QStringLiteral("unknown header"), params);
    const auto content = unseal(keyFrom(keychainSecret), bytes->mid(header.size()), header);
    if (!content)
        return Error(ErrorCode::StoreKeyWrong, {}, params);
    QByteArray json = content->toByteArray();
    QJsonObject object = QJsonDocument::fromJson(json).object();
    wipeBytes(json);
    return object;
}

Result<void> OfficeSealed::save(const QString& path, const SecretBuffer& keychainSecret, const QJsonObject& content,
                                RandomSource& random)
{
    QByteArray json = QJsonDocument(content).toJson(QJsonDocument::Compact);
    const SecretBuffer plain = SecretBuffer::takeFrom(json);
    return writeDurably(path, header + seal(keyFrom(keychainSecret), plain, header, random));
}

} // namespace yoyo
