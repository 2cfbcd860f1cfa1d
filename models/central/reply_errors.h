// SPDX-License-Identifier: Apache-2.0
// What went wrong with a request, as a code of errors.csv: the network's own errors, certificates, and what
// answers instead of the service. Pure functions over what the job observed, so that each kind has its test.
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QNetworkReply>
#include <QSslError>
#include <QUrl>

namespace yoyo {

/// Facts about one request that failed below HTTP.
struct TransportFailure
{
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString errorText; ///< Qt's words, for the log and the helpdesk only
    QList<QSslError> certificateErrors;
    QUrl address;
    QString proxy; ///< "host:port", or empty
    bool wasTimeout = false;
};

Error transportError(const TransportFailure& failure, const QDateTime& now);

/// The head of a reply, as far as errors depend on it.
struct ReplyHead
{
    int status = 0;
    QByteArray contentType;
    QByteArray location;
    QByteArray retryAfter;
    QByteArray date;
    QString requestId;
};

/// Whether these bytes come from the service (its media types) and not from something on the way.
bool isServiceMediaType(const QByteArray& contentType);
bool isProblem(const QByteArray& contentType);
/// For a status from 400 up, or a success that is not the service's; `body` is decoded. `host` is the
/// service's.
Error statusError(const ReplyHead& head, const QByteArray& body, const QString& host, const QDateTime& now);
/// Seconds or an HTTP date; none when it is neither.
std::optional<std::chrono::milliseconds> retryAfter(const QByteArray& header, const QDateTime& now);
/// The date of HTTP headers (RFC 9110 IMF-fixdate); invalid when it is not one.
QDateTime httpDate(const QByteArray& header);

} // namespace yoyo
