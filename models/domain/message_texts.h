// SPDX-License-Identifier: Apache-2.0
// What every error code says to people, in Japanese and English: resources/help/messages.csv, compiled in. The window,
// the command line and the help pages show the same sentences.
#pragma once

#include "models/domain/result.h"

#include <QList>
#include <QString>

namespace yoyo {

enum class MessageLanguage { Japanese, English };

struct MessageText
{
    QString message;  ///< what happened
    QString nextStep; ///< what to do now; may be empty
};

/// With the params of the error filled in; instants as Japanese time. A bracket whose value is not known is left out.
MessageText messageText(const Error& error, MessageLanguage language);

/// "ja" or "en" as set; otherwise by the locale's name ("ja_JP.UTF-8"), with Japanese for none at all.
MessageLanguage messageLanguage(const QString& setLanguage, const QString& locale);

/// A row of the file as it stands, for the help index and the tests.
struct MessageRow
{
    QString code;
    MessageText english;
    MessageText japanese;
};
const QList<MessageRow>& messageRows();

} // namespace yoyo
