// SPDX-License-Identifier: Apache-2.0
// The rules in force for a new password as a list that lives beside the field: which are met, which are not, and
// which cannot be said yet. Texts are made by the view. Keeps no password. GUI thread.
#pragma once

#include "models/domain/password_rules.h"

#include <QList>

namespace yoyo {

enum class PasswordRule {
    Minimum,   ///< E-AUTH-010
    Maximum,   ///< E-AUTH-011; shown only when it is broken
    NotCommon, ///< E-AUTH-012, -016: common words, sequences, repetitions, the municipality's and the system's words
    NotOwn,    ///< E-AUTH-014: the user ID and names
    NotOld,    ///< E-AUTH-013, -026
    Classes,   ///< E-AUTH-027; only when policy asks for it
    Characters,///< E-AUTH-015; shown only when it is broken
};

struct RuleState
{
    enum class Verdict { Unjudged, Met, Unmet };
    PasswordRule rule = PasswordRule::Minimum;
    Verdict verdict = Verdict::Unjudged;
    friend bool operator==(const RuleState&, const RuleState&) = default;
};

struct PasswordJudgement
{
    QList<RuleState> rules;
    QList<Error> reasons; ///< every reason against it
    int length = 0;       ///< in characters, after NFKC
    bool isAcceptable() const { return reasons.isEmpty() && length > 0; }
};

/// Fewer than four characters are not judged, and no rule is called met before the minimum length is reached: half a
/// password says nothing about the whole.
PasswordJudgement judgePassword(const QString& candidate, const PasswordContext& context);
PasswordRule passwordRuleOf(ErrorCode code);

} // namespace yoyo
