// SPDX-License-Identifier: Apache-2.0
// A dropped file and a pasted text: whatever it is, it ends in an answer; a temporary password is never empty.
#include "models/intake/mail_credentials.h"
#include "models/intake/mail_message.h"

#include <cstdlib>

using namespace yoyo;

static void check(const Result<MailCredentials>& read)
{
    if (!read)
        return;
    const bool hasId = read->loginId && !read->loginId->isEmpty();
    const bool hasPassword = read->temporaryPassword && !read->temporaryPassword->isEmpty();
    if (!hasId && !hasPassword)
        std::abort(); // then it must be E-AUTH-022
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    (void)looksLikeMail(bytes);
    (void)readMail(bytes);
    check(credentialsFromFile(bytes));
    check(credentialsFromText(QString::fromUtf8(bytes)));
    return 0;
}
