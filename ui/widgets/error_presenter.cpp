// SPDX-License-Identifier: Apache-2.0
// See error_presenter.h.
#include "ui/widgets/error_presenter.h"

#include "models/domain/clock.h"
#include "ui/widgets/language.h"

#include <QJsonArray>
#include <QLocale>

namespace yoyo {

static QString shown(const QJsonValue& value)
{
    if (value.isDouble())
        return QLocale().toString(value.toInteger());
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue& part : value.toArray())
            parts.append(shown(part));
        return parts.join(currentLanguage() == QStringLiteral("ja") ? QStringLiteral("、") : QStringLiteral(", "));
    }
    const QString text = value.toVariant().toString();
    const QDateTime instant = instantFromText(text);
    if (instant.isValid())
        return instantForPeople(instant);
    return text;
}

static QString filled(QString text, const QJsonObject& params)
{
    for (auto it = params.begin(); it != params.end(); ++it)
        text.replace(QLatin1Char('{') + it.key() + QLatin1Char('}'), shown(it.value()));
    return text;
}

QString Presented::sentence() const
{
    if (nextStep.isEmpty())
        return message;
    // Japanese sentences follow each other without a space.
    const QString between = currentLanguage() == QStringLiteral("ja") ? QString() : QStringLiteral(" ");
    return message + between + nextStep;
}

QString Presented::full() const
{
    return ErrorPresenter::tr("%1 (%2)", "message and its code").arg(sentence(), code);
}

ErrorPresenter::ErrorPresenter(QObject* parent) : QObject(parent) {}

ErrorPresenter::ErrorPresenter(MessageLookup lookup, QObject* parent) : QObject(parent), m_lookup(std::move(lookup)) {}

Presented ErrorPresenter::present(const Error& error) const
{
    const ErrorInfo& info = errorInfo(error.code);
    Presented out;
    out.code = error.codeText();
    out.helpId = QString::fromLatin1(info.helpAnchor.data(), qsizetype(info.helpAnchor.size()));
    out.isRetryable = info.retryable;
    out.isConfirm = info.severity == "confirm" || info.severity == "note";
    if (!m_lookup) {
        const MessageText text = messageText(error, messageLanguage(currentLanguage(), {}));
        out.message = text.message;
        out.nextStep = text.nextStep;
    } else if (const auto text = m_lookup(error.code, currentLanguage())) {
        out.message = filled(text->message, error.params);
        out.nextStep = filled(text->nextStep, error.params);
    }
    if (out.message.isEmpty())
        out.message = error.detail.isEmpty() ? tr("Something went wrong.") : error.detail;
    return out;
}

} // namespace yoyo
