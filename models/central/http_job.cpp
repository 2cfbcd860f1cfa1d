// SPDX-License-Identifier: Apache-2.0
#include "models/central/http_job.h"

#include "models/central/content_digest.h"
#include "models/central/messages.h"
#include "models/domain/clock.h"

#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QTcpSocket>

namespace yoyo {

// Method, path, status, request id and duration; never a header, a query, a body or a host's answer.
Q_LOGGING_CATEGORY(centralLog, "yoyo.central", QtWarningMsg)

constexpr qsizetype worthCompressing = 1024;

HttpJob::HttpJob(QNetworkAccessManager& network, const HttpContext& context, HttpRequest request, Done done)
    : m_network(network), m_context(context), m_request(std::move(request)), m_done(std::move(done))
{
    m_stall.setSingleShot(true);
    m_stall.setInterval(context.stallTimeout);
    m_total.setSingleShot(true);
    m_total.setInterval(context.totalTimeout);
    connect(&m_stall, &QTimer::timeout, this, &HttpJob::onTimeout);
    connect(&m_total, &QTimer::timeout, this, &HttpJob::onTimeout);
}

HttpJob::~HttpJob()
{
    wipeBytes(m_request.body);
    wipeBytes(m_body);
}

QNetworkRequest HttpJob::prepared()
{
    QUrl url = m_context.address;
    url.setPath(m_request.path);
    url.setQuery(m_request.query);
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    // Setting it ourselves is what switches Qt's own decompression off.
    request.setRawHeader("Accept-Encoding", "gzip");
    request.setRawHeader("Accept", m_request.expected == ReplyBody::Ndjson
                                       ? "application/x-ndjson, application/problem+json"
                                       : "application/vnd.yoyo+json, application/problem+json");
    request.setRawHeader("Yoyo-Contract", QByteArray::number(contractVersion));
    request.setRawHeader("User-Agent", "yoyo-desk/" YOYO_VERSION);
    if (!m_request.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_request.token.toByteArray());
    if (m_request.method != "GET")
        request.setRawHeader("Idempotency-Key", m_request.idempotencyKey);
    return request;
}

static bool isConnectTrouble(ErrorCode code)
{
    using enum ErrorCode;
    return code == HostNotFound || code == ConnectionRefused || code == NetworkUnreachable || code == ProxyUnreachable;
}

void HttpJob::start()
{
    m_elapsed.start();
    QNetworkRequest request = prepared();
    if (m_request.method == "GET") {
        m_reply = m_network.get(request);
    } else {
        QByteArray wire = m_request.body;
        if (wire.size() >= worthCompressing) {
            wire = gzipped(wire);
            request.setRawHeader("Content-Encoding", "gzip");
        }
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/vnd.yoyo+json"));
        request.setRawHeader("Content-Digest", contentDigestOf(wire));
        m_reply = m_network.sendCustomRequest(request, m_request.method, wire);
    }
    m_reply->setParent(this);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError>& errors) { m_certificateErrors = errors; });
    connect(m_reply, &QNetworkReply::encrypted, this, [this] { m_isEncrypted = true; });
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64) {
        m_hasSent = m_hasSent || sent > 0;
        onProgress();
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpJob::onProgress);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpJob::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &HttpJob::onFinished);
    m_stall.start();
    m_total.start();
}

void HttpJob::onProgress()
{
    m_stall.start();
}

void HttpJob::onTimeout()
{
    m_hasTimedOut = true;
    m_reply->abort();
}

void HttpJob::cancel()
{
    if (m_reply != nullptr) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    finish(Error(ErrorCode::Cancelled));
}

Result<void> HttpJob::take(const QByteArray& coded)
{
    m_hash.addData(coded);
    const QByteArray coding = m_reply->rawHeader("Content-Encoding").trimmed().toLower();
    if (coding == "gzip") {
        if (!m_decoder)
            m_decoder.emplace(m_context.limits);
        return m_decoder->feed(coded, m_body);
    }
    const bool isPlain = coding.isEmpty() || coding == "identity";
    if (!isPlain || m_body.size() + coded.size() > m_context.limits.maximumBytes) {
        return Error(ErrorCode::ReplyInvalid, {},
                     {{QStringLiteral("reason"),
                       isPlain ? QStringLiteral("too-large") : QStringLiteral("content-encoding")}});
    }
    m_body.append(coded);
    return {};
}

void HttpJob::onReadyRead()
{
    onProgress();
    const QByteArray coded = m_reply->readAll();
    if (m_bodyError)
        return;
    if (const Result<void> taken = take(coded); !taken) {
        m_bodyError = taken.error();
        m_reply->abort();
    }
}

ReplyHead HttpJob::head() const
{
    ReplyHead head;
    head.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    head.contentType = m_reply->rawHeader("Content-Type");
    head.location = m_reply->rawHeader("Location");
    head.retryAfter = m_reply->rawHeader("Retry-After");
    head.date = m_reply->rawHeader("Date");
    head.requestId = QString::fromLatin1(m_reply->rawHeader("Request-Id").left(64));
    return head;
}

/// Qt reports a status from 400 up as an error of the content; those are replies all the same.
static bool isReplyOfStatus(QNetworkReply::NetworkError error, int status)
{
    const bool isContentOrServer = (error > 200 && error < 300) || (error > 400 && error < 500);
    return status != 0 && (error == QNetworkReply::NoError || isContentOrServer);
}

Result<HttpReply> HttpJob::checkedReply()
{
    const ReplyHead reply = head();
    const QDateTime now = m_context.clock->nowUtc();
    const QString host = m_context.address.host();
    const bool isSuccess = reply.status >= 200 && reply.status < 300;
    const bool hasBody = !m_body.isEmpty() || !reply.contentType.isEmpty();
    const bool isService = isServiceMediaType(reply.contentType);
    if (isSuccess && hasBody && !isService)
        return statusError(reply, {}, host, now);

    // A gateway's own page carries no digest, and no promise to keep.
    const QByteArray digest = m_reply->rawHeader("Content-Digest");
    const bool isDigestWrong = isService && hasBody && !contentDigestMatches(digest, m_hash.result());
    if (m_bodyError || isDigestWrong || (m_decoder && !m_decoder->isComplete())) {
        Error error = m_bodyError.value_or(Error(
            ErrorCode::ReplyInvalid, {}, {{QStringLiteral("reason"), QStringLiteral("content-digest")}}));
        error.requestId = reply.requestId;
        return error;
    }
    if (!isSuccess)
        return statusError(reply, m_body, host, now);
    if (m_request.expected != ReplyBody::None && !hasBody)
        return Error(ErrorCode::ReplyInvalid, {}, {{QStringLiteral("reason"), QStringLiteral("empty")}});
    return HttpReply{reply.status, m_body, reply.requestId, isService ? httpDate(reply.date) : QDateTime(),
                     m_reply->sslConfiguration().peerCertificate().expiryDate().toUTC()};
}

void HttpJob::onFinished()
{
    m_stall.stop();
    m_total.stop();
    if (m_reply->bytesAvailable() > 0 && !m_bodyError)
        onReadyRead();
    m_stall.stop();

    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_bodyError || isReplyOfStatus(m_reply->error(), status)) {
        finish(checkedReply());
        return;
    }
    TransportFailure failure;
    failure.error = m_reply->error();
    failure.errorText = m_reply->errorString();
    failure.certificateErrors = m_certificateErrors;
    failure.address = m_context.address;
    failure.proxy = m_context.proxy;
    failure.wasTimeout = m_hasTimedOut;
    Error error = transportError(failure, m_context.clock->nowUtc());
    // The network layer sends again by itself when a kept connection ends: the second attempt's "refused" says nothing
    // about the first, which may have arrived.
    if (m_hasSent && m_request.method != "GET" && isConnectTrouble(error.code))
        error = Error(ErrorCode::ConnectionLost, error.detail, {{QStringLiteral("host"), m_context.address.host()}});
    const bool mayBePlainHttp =
        !m_isEncrypted && m_context.proxy.isEmpty() &&
        (error.code == ErrorCode::TlsHandshakeFailed || error.code == ErrorCode::ConnectionLost);
    if (mayBePlainHttp)
        probePlainHttp(error);
    else
        finish(error);
}

/// Asks the port in plain HTTP, without path or data, whether it is a plain server: people mistake the port.
void HttpJob::probePlainHttp(const Error& handshakeError)
{
    m_probe = new QTcpSocket(this);
    m_probe->setProxy(QNetworkProxy::NoProxy);
    const auto end = [this, handshakeError](bool isPlain) {
        if (m_probe == nullptr)
            return;
        m_probe->disconnect(this);
        m_probe = nullptr;
        if (isPlain) {
            finish(Error(ErrorCode::PlainHttpRefused, QStringLiteral("the port answers in plain HTTP"),
                         {{QStringLiteral("address"), m_context.address.toString()}}));
        } else {
            finish(handshakeError);
        }
    };
    connect(m_probe, &QTcpSocket::connected, this, [this] { m_probe->write("OPTIONS * HTTP/1.0\r\n\r\n"); });
    connect(m_probe, &QTcpSocket::readyRead, this, [this, end] {
        constexpr qint64 enough = 5;
        if (m_probe->bytesAvailable() >= enough)
            end(m_probe->peek(enough) == "HTTP/");
    });
    connect(m_probe, &QTcpSocket::errorOccurred, this, [end] { end(false); });
    QTimer::singleShot(m_context.probeTimeout, this, [end] { end(false); });
    m_probe->connectToHost(m_context.address.host(), quint16(m_context.address.port(443)));
}

void HttpJob::finish(Result<HttpReply> result)
{
    if (!m_done)
        return;
    const QString outcome = result ? QString::number(result->status) : result.error().codeText();
    const QString requestId = result ? result->requestId : result.error().requestId;
    qCInfo(centralLog).noquote() << m_request.method << m_request.path << outcome << requestId
                                 << m_elapsed.elapsed() << "ms";
    const Done done = std::exchange(m_done, nullptr);
    done(std::move(result));
    deleteLater();
}

} // namespace yoyo
