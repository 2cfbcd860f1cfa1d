// SPDX-License-Identifier: Apache-2.0
// AES-256-XTS over units of 4,096 bytes, with contexts that are made once per file and only given a new tweak.
// It hides content; it does not prove that content is unchanged (XTS cannot). One thread at a time.
#pragma once

#include "models/domain/secret_buffer.h"

#include <array>
#include <memory>
#include <string_view>

struct evp_cipher_ctx_st;

namespace yoyo {

class UnitCipher
{
public:
    static constexpr int unitSize = 4096;
    static constexpr std::size_t keySize = 64;
    using Tweak = std::array<unsigned char, 16>;

    /// `key` is 64 bytes with two different halves. isReady() is false when OpenSSL refuses.
    explicit UnitCipher(const SecretBuffer& key);
    ~UnitCipher();
    UnitCipher(const UnitCipher&) = delete;
    UnitCipher& operator=(const UnitCipher&) = delete;

    bool isReady() const { return m_encrypt && m_decrypt; }
    /// One unit; `from` and `to` may be the same place but must not overlap otherwise.
    bool encrypt(const Tweak& tweak, const void* from, void* to);
    bool decrypt(const Tweak& tweak, const void* from, void* to);

private:
    struct Free
    {
        void operator()(evp_cipher_ctx_st* context) const;
    };
    using Context = std::unique_ptr<evp_cipher_ctx_st, Free>;
    Context m_encrypt;
    Context m_decrypt;
};

/// HKDF-SHA-256 (RFC 5869).
SecretBuffer hkdf(const SecretBuffer& key, std::string_view salt, std::string_view info, std::size_t size);

} // namespace yoyo
