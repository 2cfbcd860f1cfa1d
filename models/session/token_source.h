// SPDX-License-Identifier: Apache-2.0
// Where the sync engine gets its access token from, so that it can be tested without a sign-in.
#pragma once

#include "models/domain/result.h"
#include "models/domain/secret_buffer.h"

#include <QFuture>

namespace yoyo {

/// Renewed: the service has just refused the present token (401), so it is not to be given again.
enum class TokenWanted { Present, Renewed };

class TokenSource
{
public:
    virtual ~TokenSource() = default;
    /// Any thread. Renews when the token is about to end; that happens only under engine.lock, else
    /// E-SYNC-015. E-AUTH-024 when nobody is signed in, E-AUTH-006/007 when the session has ended: work stays
    /// queued then.
    virtual QFuture<Result<SecretBuffer>> accessToken(TokenWanted wanted = TokenWanted::Present) = 0;
};

} // namespace yoyo
