// SPDX-License-Identifier: Apache-2.0
// One request to the central service, from headers to checked, decoded bytes: the only place where the
// program talks HTTP. Lives on the network thread, deletes itself when done, and calls back exactly once.
#pragma once

#include "models/central/gzip.h"
#include "models/central/reply_errors.h"
#include "models/domain/secret_buffer.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>
#include <QUrlQuery>

#include <chrono>
#include <functional>
#include <optional>

class QNetworkAccessManager;
class QTcpSocket;

namespace yoyo {

class Clock;

enum class ReplyBody { Json, Ndjson, None };

struct HttpRequest
{
    QByteArray method;
    QString path;
    QUrlQuery query;
    QByteArray body; ///< decoded; coded by the job where that pays
    SecretBuffer token;
    QByteArray idempotencyKey; ///< for everything but GET
    ReplyBody expected = ReplyBody::Json;
};

struct HttpReply
{
    int status = 0;
    QByteArray body; ///< decoded
    QString requestId;
    QDateTime date; ///< the service's clock
    QDateTime certificateEnds; ///< of the service's own certificate, UTC
};

/// What all requests to one service share.
struct HttpContext
{
    QUrl address;
    QString proxy; ///< "host:port" for messages; empty without one
    const Clock* clock = nullptr;
    std::chrono::milliseconds stallTimeout{30'000}; ///< without a byte in either direction
    std::chrono::milliseconds totalTimeout{300'000};
    std::chrono::milliseconds probeTimeout{3'000};
    DecodeLimits limits;
};

class HttpJob final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<HttpReply>)>;

    HttpJob(QNetworkAccessManager& network, const HttpContext& context, HttpRequest request, Done done);
    ~HttpJob() override;
    void start();
    /// Ends with E-APP-004.
    void cancel();

private:
    QNetworkRequest prepared();
    void onProgress();
    void onReadyRead();
    void onFinished();
    void onTimeout();
    ReplyHead head() const;
    Result<void> take(const QByteArray& coded);
    Result<HttpReply> checkedReply();
    void probePlainHttp(const Error& handshakeError);
    void finish(Result<HttpReply> result);

    QNetworkAccessManager& m_network;
    const HttpContext m_context;
    HttpRequest m_request;
    Done m_done;
    QNetworkReply* m_reply = nullptr;
    QTcpSocket* m_probe = nullptr;
    QTimer m_stall;
    QTimer m_total;
    QElapsedTimer m_elapsed;
    QList<QSslError> m_certificateErrors;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    std::optional<GzipDecoder> m_decoder;
    QByteArray m_body;
    std::optional<Error> m_bodyError;
    bool m_isEncrypted = false;
    bool m_hasSent = false; ///< some of the body has left; nobody knows how far it came
    bool m_hasTimedOut = false;
};

} // namespace yoyo
