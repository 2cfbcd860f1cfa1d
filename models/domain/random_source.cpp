// SPDX-License-Identifier: Apache-2.0
#include "models/domain/random_source.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <QtGlobal>

#include <cstring>

namespace yoyo {

/// OpenSSL must not tidy up at the end of the process: Qt does not join the native thread under its network access, so
/// that one may still use OpenSSL then, and what it holds would be neither freed nor safe to touch. It has to be said
/// before anything else asks for OpenSSL; this object file is in every program that does.
[[maybe_unused]] static const bool keepsOpenSslToTheEnd = OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr) == 1;

std::uint32_t RandomSource::below(std::uint32_t bound)
{
    const std::uint32_t limit = UINT32_MAX - UINT32_MAX % bound;
    for (;;) {
        std::uint32_t value = 0;
        const QByteArray raw = bytes(4);
        std::memcpy(&value, raw.constData(), sizeof value);
        if (value < limit)
            return value % bound;
    }
}

QByteArray SystemRandom::bytes(int count)
{
    QByteArray out(count, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char*>(out.data()), count) != 1)
        qFatal("the operating system gives no random bytes");
    return out;
}

} // namespace yoyo
