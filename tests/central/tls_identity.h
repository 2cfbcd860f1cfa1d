// SPDX-License-Identifier: Apache-2.0
// The service's own certificate authority and server certificate, made with OpenSSL at the first start and kept in
// the data folder: ca.pem (given to clients), ca.key (0600, only signs), server.pem, server.key (0600).
#pragma once

#include "models/domain/clock.h"
#include "models/domain/result.h"

#include <QString>

namespace yoyo::service {

struct TlsIdentity
{
    QString caPath;
    QString certificatePath;
    QString keyPath;
};

/// Makes what is missing. The server certificate names `host`, localhost and 127.0.0.1; it is made anew when it does
/// not name `host` or ends within 60 days. The CA is never replaced.
Result<TlsIdentity> ensureTlsIdentity(const QString& directory, const QString& host, const Clock& clock);

} // namespace yoyo::service
