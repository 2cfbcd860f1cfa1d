// SPDX-License-Identifier: Apache-2.0
// Recognises the password of this sign-in again for the idle lock, in memory only. Blocking: on a worker
// thread.
#pragma once

#include "models/domain/secret_buffer.h"

namespace yoyo {

class PasswordCheck
{
public:
    PasswordCheck() = default;
    /// `password` in NFKC; `salt` random.
    PasswordCheck(const SecretBuffer& password, const SecretBuffer& salt);
    bool isSet() const { return !m_derived.isEmpty(); }
    bool matches(const SecretBuffer& password) const;

private:
    SecretBuffer m_salt;
    SecretBuffer m_derived;
};

} // namespace yoyo
