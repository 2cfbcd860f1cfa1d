// SPDX-License-Identifier: Apache-2.0
// What a command says: one JSON object on standard output with --json, else sentences for people; errors with
// code, sentence and next step. Progress goes to standard error. Exit codes are decided here.
#pragma once

#include "models/domain/message_texts.h"
#include "models/domain/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace yoyo {

enum class ExitCode { Done = 0, Findings = 1, WrongUsage = 2, NoAccess = 3, Busy = 4 };

/// 3 for whatever keeps a person from the service or the store, 4 for busy, 2 for wrong usage, else 1.
ExitCode exitCodeOf(ErrorCode code);

class Report
{
public:
    Report(bool isJson, MessageLanguage language) : m_isJson(isJson), m_language(language) {}

    /// The sentence in the language of the person.
    QString text(const QString& english, const QString& japanese) const
    {
        return m_language == MessageLanguage::Japanese ? japanese : english;
    }
    void line(const QString& english, const QString& japanese) { m_lines.append(text(english, japanese)); }
    void set(const QString& key, const QJsonValue& value) { m_json.insert(key, value); }
    QJsonValue value(const QString& key) const { return m_json.value(key); }
    void note(const Error& error);
    void fail(const Error& error);
    void setExitCode(ExitCode code) { m_exitCode = code; }
    ExitCode exitCode() const { return m_exitCode; }
    MessageLanguage language() const { return m_language; }

    /// For a person who waits: at once, on standard error, never with --json.
    void progress(const QString& english, const QString& japanese) const;
    /// Writes everything; call it once, at the end.
    void write() const;

private:
    QJsonObject errorJson(const Error& error) const;
    QString errorText(const Error& error) const;

    bool m_isJson;
    MessageLanguage m_language;
    QStringList m_lines;
    QStringList m_errorLines;
    QJsonObject m_json;
    ExitCode m_exitCode = ExitCode::Done;
};

} // namespace yoyo
