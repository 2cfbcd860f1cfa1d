// SPDX-License-Identifier: Apache-2.0
// See error_presenter.h.
#include "ui/widgets/error_presenter.h"

#include "models/domain/message_texts.h"
#include "ui/widgets/language.h"

namespace yoyo {

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

Presented ErrorPresenter::present(const Error& told) const
{
    Error error = told;
    const QString fieldParam = QStringLiteral("field");
    if (m_fieldNames && error.params.contains(fieldParam)) {
        const QString name = m_fieldNames(error.params.value(fieldParam).toString());
        if (!name.isEmpty())
            error.params.insert(fieldParam, name);
    }
    const ErrorInfo& info = errorInfo(error.code);
    Presented out;
    out.code = error.codeText();
    out.helpId = QString::fromLatin1(info.helpAnchor.data(), qsizetype(info.helpAnchor.size()));
    out.isRetryable = info.retryable;
    out.isConfirm = info.severity == "confirm" || info.severity == "note";
    const bool isJapanese = currentLanguage() == QStringLiteral("ja");
    const MessageText text = messageText(error, isJapanese ? MessageLanguage::Japanese : MessageLanguage::English);
    out.message = text.message;
    out.nextStep = text.nextStep;
    if (out.message.isEmpty())
        out.message = error.detail.isEmpty() ? tr("Something went wrong.") : error.detail;
    return out;
}

} // namespace yoyo
