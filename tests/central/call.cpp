// SPDX-License-Identifier: Apache-2.0
#include "tests/central/call.h"

#include <QJsonDocument>

namespace yoyo::service {

static QString text(std::string_view view)
{
    return QString::fromLatin1(view.data(), qsizetype(view.size()));
}

QJsonObject problemDocument(const Error& error, const QString& requestId)
{
    const ErrorInfo& info = errorInfo(error.code);
    QString title = text(info.wireCode);
    title.replace(QLatin1Char('-'), QLatin1Char(' '));
    return {
        {QStringLiteral("type"), QStringLiteral("about:blank")},
        {QStringLiteral("title"), title},
        {QStringLiteral("status"), info.httpStatus},
        {QStringLiteral("code"), text(info.wireCode)},
        {QStringLiteral("pointer"), error.pointer},
        {QStringLiteral("params"), error.params},
        {QStringLiteral("retryable"), info.retryable},
        {QStringLiteral("who_can_fix"), text(info.whoCanFix)},
        {QStringLiteral("request_id"), requestId},
    };
}

Reply Reply::json(int status, const QJsonObject& object)
{
    return {status, "application/vnd.yoyo+json", QJsonDocument(object).toJson(QJsonDocument::Compact), {}};
}

Reply Reply::empty(int status)
{
    return {status, {}, {}, {}};
}

Reply Reply::problem(const Error& error, const QString& requestId)
{
    Reply out;
    out.status = errorInfo(error.code).httpStatus;
    out.mediaType = "application/problem+json";
    out.body = QJsonDocument(problemDocument(error, requestId)).toJson(QJsonDocument::Compact);
    if (error.retryAfter) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(*error.retryAfter).count();
        out.headers.append({"Retry-After", QByteArray::number(qint64(seconds))});
    }
    return out;
}

} // namespace yoyo::service
