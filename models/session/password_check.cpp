// SPDX-License-Identifier: Apache-2.0
#include "models/session/password_check.h"

#include <openssl/evp.h>

#include <QtGlobal>

namespace yoyo {

static SecretBuffer derive(const SecretBuffer& password, const SecretBuffer& salt)
{
    // Lighter than the slot's: this one never lies on a disk, and somebody waits in front of the screen.
    constexpr std::uint64_t cost = 1 << 15;
    constexpr std::uint64_t blockSize = 8;
    constexpr std::uint64_t memory = 64ULL * 1024 * 1024;
    SecretBuffer out(32);
    if (EVP_PBE_scrypt(reinterpret_cast<const char*>(password.data()), password.size(), salt.data(),
                       salt.size(), cost, blockSize, 1, memory, out.data(), out.size()) != 1)
        qFatal("scrypt failed");
    return out;
}

PasswordCheck::PasswordCheck(const SecretBuffer& password, const SecretBuffer& salt)
    : m_salt(salt), m_derived(derive(password, salt))
{
}

bool PasswordCheck::matches(const SecretBuffer& password) const
{
    return isSet() && derive(password, m_salt) == m_derived;
}

} // namespace yoyo
