// SPDX-License-Identifier: Apache-2.0
// What a password must be (architecture.md "Sign-in and roles"): long, not on the blocklist, not made of one's own
// name, of the municipality's or of the system's words. No composition rule unless policy asks for one.
// Passwords pass through as QString because input fields give them so; nothing here keeps a copy.
#pragma once

#include "models/domain/policy_values.h"
#include "models/domain/result.h"

#include <QList>
#include <QStringList>

namespace yoyo {

struct PasswordContext
{
    QString loginId;
    QStringList names; ///< family and given name, as written and in kana
    QStringList municipalityWords; ///< name and kana of the office's municipality
    PolicyValues policy;
    QString previous; ///< the password that is being replaced (also a temporary one); empty: not known
};

/// NFKC: the form that is hashed. Full-width typing and half-width typing are the same password.
QString normalisePassword(const QString& typed);
/// Was the IME left on (full-width letters or digits, ideographic blank)?
bool hadFullWidth(QStringView typed);

/// Every reason against it, E-AUTH-010 to -016 and -027, each with params; empty when it may be used.
/// params.kind of E-AUTH-012: common, sequence, municipality, system.
QList<Error> checkPassword(const QString& candidate, const PasswordContext& context);

/// The shipped list of common words and passwords, lower case, at least four letters each.
const QStringList& passwordBlocklist();

} // namespace yoyo
