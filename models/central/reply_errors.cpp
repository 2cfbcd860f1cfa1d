// SPDX-License-Identifier: Apache-2.0
#include "models/central/reply_errors.h"

#include "models/central/wire_json.h"
#include "models/domain/clock.h"

#include <QJsonDocument>
#include <QLocale>
#include <QSslCertificate>

#include <algorithm>

namespace yoyo {

static QString subjectName(const QStringList& info)
{
    return info.isEmpty() ? QString() : info.first();
}

static bool isTrustError(QSslError::SslError error)
{
    switch (error) {
    case QSslError::HostNameMismatch:
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
        return false;
    default:
        return true;
    }
}

/// A certificate that nobody trusted vouches for says nothing else of worth, so an unknown CA is named first.
static Error certificateError(const TransportFailure& failure, const QDateTime& now)
{
    const QString host = failure.address.host();
    const auto find = [&failure](auto predicate) {
        const auto hit = std::ranges::find_if(failure.certificateErrors, predicate);
        return hit == failure.certificateErrors.end() ? nullptr : &*hit;
    };
    if (const QSslError* e = find([](const QSslError& x) { return isTrustError(x.error()); })) {
        return Error(ErrorCode::TlsUnknownCa, e->errorString(),
                     {{QStringLiteral("host"), host},
                      {QStringLiteral("issuer"),
                       subjectName(e->certificate().issuerInfo(QSslCertificate::CommonName))}});
    }
    if (const QSslError* e =
            find([](const QSslError& x) { return x.error() == QSslError::CertificateExpired; })) {
        return Error(ErrorCode::TlsCertificateExpired, e->errorString(),
                     {{QStringLiteral("host"), host},
                      {QStringLiteral("expired_at"), instantText(e->certificate().expiryDate())}});
    }
    // Not valid yet: services do not install tomorrow's certificates, so this PC's clock is behind.
    if (const QSslError* e =
            find([](const QSslError& x) { return x.error() == QSslError::CertificateNotYetValid; })) {
        return Error(ErrorCode::ClockSkewed, e->errorString(),
                     {{QStringLiteral("skew_seconds"), now.secsTo(e->certificate().effectiveDate())}});
    }
    const QSslCertificate certificate = failure.certificateErrors.first().certificate();
    QStringList names = certificate.subjectAlternativeNames().values();
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    names.sort();
    return Error(
        ErrorCode::TlsHostMismatch, failure.certificateErrors.first().errorString(),
        {{QStringLiteral("host"), host}, {QStringLiteral("names"), names.join(QStringLiteral(", "))}});
}

Error transportError(const TransportFailure& failure, const QDateTime& now)
{
    const QJsonObject host{{QStringLiteral("host"), failure.address.host()}};
    if (failure.wasTimeout)
        return Error(ErrorCode::ConnectionTimedOut, failure.errorText, host);
    if (!failure.certificateErrors.isEmpty())
        return certificateError(failure, now);
    // Qt has no name of its own for an HTTP proxy that refuses the connection.
    if (!failure.proxy.isEmpty() && failure.error == QNetworkReply::UnknownNetworkError)
        return Error(ErrorCode::ProxyUnreachable, failure.errorText,
                     {{QStringLiteral("proxy"), failure.proxy}});

    switch (failure.error) {
    case QNetworkReply::HostNotFoundError:
        return Error(ErrorCode::HostNotFound, failure.errorText, host);
    case QNetworkReply::ConnectionRefusedError:
        return Error(ErrorCode::ConnectionRefused, failure.errorText,
                     {{QStringLiteral("host"), failure.address.host()},
                      {QStringLiteral("port"), failure.address.port(443)}});
    case QNetworkReply::TimeoutError:
        return Error(ErrorCode::ConnectionTimedOut, failure.errorText, host);
    case QNetworkReply::SslHandshakeFailedError:
        return Error(ErrorCode::TlsHandshakeFailed, failure.errorText,
                     {{QStringLiteral("host"), failure.address.host()},
                      {QStringLiteral("reason"), failure.errorText}});
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return Error(ErrorCode::ProxyUnreachable, failure.errorText,
                     {{QStringLiteral("proxy"), failure.proxy}});
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Error(ErrorCode::ProxyAuthenticationRequired, failure.errorText,
                     {{QStringLiteral("proxy"), failure.proxy}});
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
        return Error(ErrorCode::NetworkUnreachable, failure.errorText, host);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolUnknownError:
        return Error(ErrorCode::ReplyInvalid, failure.errorText,
                     {{QStringLiteral("reason"), QStringLiteral("HTTP")}});
    default:
        return Error(ErrorCode::ConnectionLost, failure.errorText, host);
    }
}

static QByteArray mediaType(const QByteArray& contentType)
{
    return contentType.split(';').first().trimmed().toLower();
}

bool isServiceMediaType(const QByteArray& contentType)
{
    const QByteArray type = mediaType(contentType);
    return type == "application/vnd.yoyo+json" || type == "application/x-ndjson" ||
           type == "application/problem+json";
}

bool isProblem(const QByteArray& contentType)
{
    return mediaType(contentType) == "application/problem+json";
}

QDateTime httpDate(const QByteArray& header)
{
    const QString form = QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'");
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()), form);
    date.setTimeSpec(Qt::UTC);
    return date;
}

std::optional<std::chrono::milliseconds> retryAfter(const QByteArray& header, const QDateTime& now)
{
    constexpr qint64 longest = 24 * 3600;
    bool isNumber = false;
    qint64 seconds = header.trimmed().toLongLong(&isNumber);
    if (!isNumber) {
        const QDateTime date = httpDate(header);
        if (!date.isValid())
            return std::nullopt;
        seconds = now.secsTo(date);
    }
    return std::chrono::seconds(std::clamp<qint64>(seconds, 0, longest));
}

/// What a gateway or a filter says in the service's place.
static Error foreignReply(const ReplyHead& head, const QString& host)
{
    const QJsonObject params{{QStringLiteral("host"), host}};
    const QString detail = QStringLiteral("status %1, media type %2")
                               .arg(head.status)
                               .arg(QString::fromLatin1(mediaType(head.contentType)));
    const bool isHtml = mediaType(head.contentType) == "text/html";
    const bool isRedirect = head.status >= 300 && head.status < 400;
    if (isRedirect && !isHtml) {
        // Only where it leads is told, never the query it may carry.
        const QUrl target(QString::fromUtf8(head.location));
        const QString place = target.isRelative() ? target.path() : target.host();
        return Error(ErrorCode::RedirectRefused, detail,
                     {{QStringLiteral("host"), host}, {QStringLiteral("target"), place}});
    }
    switch (head.status) {
    case 407:
        return Error(ErrorCode::ProxyAuthenticationRequired, detail, {{QStringLiteral("proxy"), host}});
    case 429:
        return Error(ErrorCode::RateLimited, detail);
    case 503:
        return Error(ErrorCode::ServerBusy, detail);
    case 511:
        return Error(ErrorCode::CaptivePortal, detail, params);
    default:
        break;
    }
    if (head.status >= 500)
        return Error(ErrorCode::InternalError, detail);
    return Error(ErrorCode::CaptivePortal, detail, params);
}

Error statusError(const ReplyHead& head, const QByteArray& body, const QString& host, const QDateTime& now)
{
    Error error;
    if (isProblem(head.contentType) && head.status >= 400) {
        const QJsonDocument document = QJsonDocument::fromJson(body);
        error = document.isObject() ? problemFromJson(document.object())
                                    : Error(ErrorCode::ReplyInvalid, {},
                                            {{QStringLiteral("reason"), QStringLiteral("problem")}});
        error.detail = QStringLiteral("status %1").arg(head.status);
    } else {
        error = foreignReply(head, host);
    }
    error.requestId = head.requestId;
    error.retryAfter = retryAfter(head.retryAfter, now);
    return error;
}

} // namespace yoyo
