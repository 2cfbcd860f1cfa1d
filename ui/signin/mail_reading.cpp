// SPDX-License-Identifier: Apache-2.0
// See mail_reading.h.
#include "ui/signin/mail_reading.h"

#include "models/intake/mail_credentials.h"

namespace yoyo {

static Result<ReadMail> asRead(const Result<MailCredentials>& found)
{
    if (!found)
        return found.error();
    ReadMail mail;
    mail.loginId = found->loginId.value_or(QString());
    if (found->temporaryPassword)
        mail.temporaryPassword = *found->temporaryPassword;
    mail.isSure = found->isSure;
    return mail;
}

MailReader intakeMailReader()
{
    return {[](const QString& text) { return asRead(credentialsFromText(text)); },
            [](const QByteArray& file) { return asRead(credentialsFromFile(file)); }};
}

} // namespace yoyo
