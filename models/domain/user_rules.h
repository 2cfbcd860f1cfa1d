// SPDX-License-Identifier: Apache-2.0
// The rules of a user row (product.md section 4). Forms show them, services repeat them before saving, the
// service of the office repeats them with authority.
#pragma once

#include "models/domain/entity.h"
#include "models/domain/result.h"
#include "models/domain/user.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace yoyo {

/// What the rules need to know beside the row. Everything optional: a rule without its facts is skipped, and the
/// service, which has them all, speaks last.
struct UserRuleContext
{
    QDate today; ///< the legal day in Japan
    QUuid actorId; ///< who saves; null: not known
    std::optional<User> before; ///< the row as it was; absent for a new user
    QStringList takenLoginIds; ///< of other users, any case
    std::optional<int> otherActiveAdministrators; ///< active administrators other than this row
    QStringList officeMailDomains; ///< empty: no warning about other domains
};

/// Every broken rule; Error::pointer is the contract field. Severity "confirm" in errors.csv is a question, not a refusal.
QList<Error> checkUser(const User& user, const UserRuleContext& context);
/// True when none of the errors refuses the row.
bool isAcceptable(const QList<Error>& errors);

/// As stored: NFKC, without blanks around it. Case is kept.
QString normaliseLoginId(QStringView typed);
/// Two IDs with the same key are the same ID.
QString loginIdKey(QStringView loginId);
/// The next free "prefix-NNNN". `prefix` is cleaned to the letters an ID may have and cut to fit.
QString suggestLoginId(const QString& prefix, const QStringList& takenLoginIds);
/// "しんじゅくく" -> "shinjuku": from a municipality's kana, without its 市/区/町/村.
QString loginIdPrefix(QStringView municipalityKana);

/// Trims and joins blanks, kana to full-width katakana, phone and mail to half width: what a form does before it checks.
User normalised(User user);
/// What a person typed over `before`, in stored form. A field that differs only in its spelling (blanks, width) keeps
/// the one it had: nobody has changed it.
User editedFrom(const User& before, const User& typed);

/// Name, department and contact: what everybody may change in one's own row without being asked again.
bool isOwnDataField(QStringView field);
/// Does the operation need a step-up before it may be sent (contract.md "Privileged work")?
bool isPrivileged(Entity entity, QStringView kind, const QUuid& authorId, const QUuid& rowId,
                  const QStringList& changedFields);

} // namespace yoyo
