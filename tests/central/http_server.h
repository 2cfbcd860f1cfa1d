// SPDX-License-Identifier: Apache-2.0
// The transport: HTTPS through cpp-httplib with the settings of contract.md. It reads a request completely (bounded),
// hands it on as plain bytes and writes the answer; what a request means is the dispatcher's business.
// Handlers run on the pool's threads, up to 64 at a time.
#pragma once

#include "models/domain/result.h"
#include "tests/central/call.h"
#include "tests/central/tls_identity.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>
#include <memory>

namespace yoyo::service {

/// Header names in lower case; bytes as on the wire.
struct RawRequest
{
    QByteArray method;
    QByteArray path;
    QHash<QString, QString> query;
    QHash<QByteArray, QByteArray> headers;
    QByteArray body;
    bool isBodyCut = false; ///< longer than the transport takes; the rest was not read
    QString remoteAddress;
};

class HttpServer
{
public:
    using Dispatcher = std::function<Reply(const RawRequest&)>;

    explicit HttpServer(Dispatcher dispatcher);
    ~HttpServer();

    /// Binds and serves on threads of its own; returns when the port is open. Port 0 lets the system choose.
    /// Errors: ConnectionRefused when the port is in use or the address is not ours.
    Result<int> start(const TlsIdentity& identity, const QString& host, int port);
    /// Ends open connections and waits for running handlers. Harmless when not started.
    void stop();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace yoyo::service
