// SPDX-License-Identifier: Apache-2.0
#include "models/storage/sealed.h"

#include "models/domain/random_source.h"

#include <openssl/evp.h>

#include <memory>

namespace yoyo {

constexpr int nonceSize = 12;
constexpr int tagSize = 16;

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

static const unsigned char* bytesOf(const QByteArray& data)
{
    return reinterpret_cast<const unsigned char*>(data.constData());
}

QByteArray seal(const SecretBuffer& key, const SecretBuffer& content, const QByteArray& bound, RandomSource& random)
{
    QByteArray out = random.bytes(nonceSize);
    out.resize(nonceSize + qsizetype(content.size()) + tagSize);
    auto* data = reinterpret_cast<unsigned char*>(out.data());
    const Context context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    int length = 0;
    const bool isDone = key.size() == 32
        && EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(), data) == 1
        && EVP_EncryptUpdate(context.get(), nullptr, &length, bytesOf(bound), int(bound.size())) == 1
        && EVP_EncryptUpdate(context.get(), data + nonceSize, &length, content.data(), int(content.size())) == 1
        && EVP_EncryptFinal_ex(context.get(), data + nonceSize + length, &length) == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, tagSize, data + out.size() - tagSize) == 1;
    if (!isDone)
        qFatal("OpenSSL seals nothing");
    return out;
}

Result<SecretBuffer> unseal(const SecretBuffer& key, const QByteArray& sealed, const QByteArray& bound)
{
    if (key.size() != 32 || sealed.size() < nonceSize + tagSize)
        return ErrorCode::StoreKeyWrong;
    SecretBuffer out(std::size_t(sealed.size() - nonceSize - tagSize));
    QByteArray tag = sealed.right(tagSize);
    const Context context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    int length = 0;
    unsigned char last[16];
    const bool isDone = EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(), bytesOf(sealed)) == 1
        && EVP_DecryptUpdate(context.get(), nullptr, &length, bytesOf(bound), int(bound.size())) == 1
        && EVP_DecryptUpdate(context.get(), out.data(), &length, bytesOf(sealed) + nonceSize, int(out.size())) == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, tagSize, tag.data()) == 1
        && EVP_DecryptFinal_ex(context.get(), last, &length) == 1;
    if (!isDone)
        return ErrorCode::StoreKeyWrong;
    return out;
}

} // namespace yoyo
