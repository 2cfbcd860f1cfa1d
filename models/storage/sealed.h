// SPDX-License-Identifier: Apache-2.0
// AES-256-GCM over small documents: the slots of store.key and office.sealed. Never the same nonce twice: each
// sealing draws one of 96 bits, under keys that seal a few thousand times at most.
#pragma once

#include "models/domain/result.h"
#include "models/domain/secret_buffer.h"

#include <QByteArray>

namespace yoyo {

class RandomSource;

/// nonce (12) | ciphertext | tag (16). Requires a key of 32 bytes. `bound` is authenticated and not stored.
QByteArray seal(const SecretBuffer& key, const SecretBuffer& content, const QByteArray& bound, RandomSource& random);
/// E-STOR-006 when key, content or `bound` differ by a single bit.
Result<SecretBuffer> unseal(const SecretBuffer& key, const QByteArray& sealed, const QByteArray& bound);

} // namespace yoyo
