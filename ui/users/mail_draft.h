// SPDX-License-Identifier: Apache-2.0
// A message the person sends by the office's own mail program: as an .eml file that opens as a draft (X-Unsent: 1).
// Nothing is sent from here.
#pragma once

#include <QByteArray>
#include <QString>

namespace yoyo {

struct MailDraft
{
    QString to;
    QString subject;
    QString body; ///< lines ended by '\n'

    /// RFC 5322 with UTF-8 in base64, lines ended by CRLF and not longer than 76 characters.
    QByteArray toEml() const;
    /// Address, subject and body one below the other, for printing and copying.
    QString toPlainText() const;
};

} // namespace yoyo
