// SPDX-License-Identifier: Apache-2.0
#include "app/cli/report.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace yoyo {

ExitCode exitCodeOf(ErrorCode code)
{
    using enum ErrorCode;
    if (code == EngineBusy || code == StoreBusy)
        return ExitCode::Busy;
    if (code == CommandLineWrong || code == NotSupportedHere || code == AddressInvalid ||
        code == PlainHttpRefused)
        return ExitCode::WrongUsage;
    if (code == OtherEnvironment || code == ProfileMissing)
        return ExitCode::NoAccess;
    const std::string_view text = errorInfo(code).code;
    const bool isAccess = text.starts_with("E-NET-") || text.starts_with("E-SRV-") ||
                          text.starts_with("E-AUTH-") || text.starts_with("E-STOR-00") ||
                          text == "E-STOR-011";
    return isAccess ? ExitCode::NoAccess : ExitCode::Findings;
}

QJsonObject Report::errorJson(const Error& error) const
{
    const MessageText message = messageText(error, m_language);
    QJsonObject json{{QStringLiteral("code"), error.codeText()},
                     {QStringLiteral("message"), message.message},
                     {QStringLiteral("next_step"), message.nextStep},
                     {QStringLiteral("params"), error.params}};
    if (!error.pointer.isEmpty())
        json.insert(QStringLiteral("pointer"), error.pointer);
    if (!error.requestId.isEmpty())
        json.insert(QStringLiteral("request_id"), error.requestId);
    if (!error.detail.isEmpty())
        json.insert(QStringLiteral("detail"), error.detail);
    return json;
}

QString Report::errorText(const Error& error) const
{
    const MessageText message = messageText(error, m_language);
    QString out = error.codeText() + QLatin1Char(' ') + message.message;
    if (!message.nextStep.isEmpty())
        out += QStringLiteral("\n  → ") + message.nextStep;
    if (error.code == ErrorCode::CommandLineWrong || error.code == ErrorCode::NotSupportedHere)
        out += QStringLiteral("\n  ") + error.detail;
    return out;
}

void Report::note(const Error& error)
{
    QJsonArray notes = m_json.value(QStringLiteral("notes")).toArray();
    notes.append(errorJson(error));
    m_json.insert(QStringLiteral("notes"), notes);
    m_errorLines.append(errorText(error));
}

void Report::fail(const Error& error)
{
    m_json.insert(QStringLiteral("error"), errorJson(error));
    m_errorLines.append(errorText(error));
    m_exitCode = exitCodeOf(error.code);
}

static void put(FILE* stream, const QString& text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
    std::fflush(stream);
}

void Report::progress(const QString& english, const QString& japanese) const
{
    if (!m_isJson)
        put(stderr, text(english, japanese));
}

void Report::write() const
{
    if (m_isJson) {
        QJsonObject json = m_json;
        json.insert(QStringLiteral("exit_code"), int(m_exitCode));
        put(stdout, QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
        return;
    }
    for (const QString& line : m_lines)
        put(stdout, line);
    for (const QString& line : m_errorLines)
        put(stderr, line);
}

} // namespace yoyo
