// SPDX-License-Identifier: Apache-2.0
#include "models/storage/unit_cipher.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <QtGlobal>

namespace yoyo {

void UnitCipher::Free::operator()(evp_cipher_ctx_st* context) const
{
    EVP_CIPHER_CTX_free(context); // wipes the key schedule
}

// Fetching looks through OpenSSL's providers; once for the whole run is enough.
static const EVP_CIPHER* xts()
{
    static EVP_CIPHER* const cipher = EVP_CIPHER_fetch(nullptr, "AES-256-XTS", nullptr);
    return cipher;
}

UnitCipher::UnitCipher(const SecretBuffer& key)
{
    if (key.size() != keySize || !xts())
        return;
    Context encrypt(EVP_CIPHER_CTX_new());
    Context decrypt(EVP_CIPHER_CTX_new());
    if (!encrypt || !decrypt)
        return;
    if (EVP_EncryptInit_ex2(encrypt.get(), xts(), key.data(), nullptr, nullptr) != 1
        || EVP_DecryptInit_ex2(decrypt.get(), xts(), key.data(), nullptr, nullptr) != 1)
        return;
    m_encrypt = std::move(encrypt);
    m_decrypt = std::move(decrypt);
}

UnitCipher::~UnitCipher() = default;

bool UnitCipher::encrypt(const Tweak& tweak, const void* from, void* to)
{
    int length = 0;
    return EVP_EncryptInit_ex2(m_encrypt.get(), nullptr, nullptr, tweak.data(), nullptr) == 1
        && EVP_EncryptUpdate(m_encrypt.get(), static_cast<unsigned char*>(to), &length,
                             static_cast<const unsigned char*>(from), unitSize) == 1
        && length == unitSize;
}

bool UnitCipher::decrypt(const Tweak& tweak, const void* from, void* to)
{
    int length = 0;
    return EVP_DecryptInit_ex2(m_decrypt.get(), nullptr, nullptr, tweak.data(), nullptr) == 1
        && EVP_DecryptUpdate(m_decrypt.get(), static_cast<unsigned char*>(to), &length,
                             static_cast<const unsigned char*>(from), unitSize) == 1
        && length == unitSize;
}

SecretBuffer hkdf(const SecretBuffer& key, std::string_view salt, std::string_view info, std::size_t size)
{
    SecretBuffer out(size);
    EVP_KDF* kdf = EVP_KDF_fetch(nullptr, "HKDF", nullptr);
    EVP_KDF_CTX* context = kdf ? EVP_KDF_CTX_new(kdf) : nullptr;
    char digest[] = "SHA256";
    const OSSL_PARAM params[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, const_cast<unsigned char*>(key.data()), key.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, const_cast<char*>(salt.data()), salt.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, const_cast<char*>(info.data()), info.size()),
        OSSL_PARAM_construct_end()};
    const bool isDone = context && EVP_KDF_derive(context, out.data(), out.size(), params) == 1;
    EVP_KDF_CTX_free(context);
    EVP_KDF_free(kdf);
    if (!isDone)
        qFatal("OpenSSL derives no key"); // going on would write under a key nobody knows
    return out;
}

} // namespace yoyo
