// SPDX-License-Identifier: Apache-2.0
// See password_judge.h.
#include "ui/signin/password_judge.h"

#include <algorithm>

namespace yoyo {

PasswordRule passwordRuleOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::PasswordTooShort:
        return PasswordRule::Minimum;
    case ErrorCode::PasswordTooLong:
        return PasswordRule::Maximum;
    case ErrorCode::PasswordNamesUser:
        return PasswordRule::NotOwn;
    case ErrorCode::PasswordUnchanged:
    case ErrorCode::PasswordReuse:
        return PasswordRule::NotOld;
    case ErrorCode::PasswordClasses:
        return PasswordRule::Classes;
    case ErrorCode::PasswordCharacterInvalid:
        return PasswordRule::Characters;
    default:
        return PasswordRule::NotCommon;
    }
}

PasswordJudgement judgePassword(const QString& candidate, const PasswordContext& context)
{
    constexpr int judgedFrom = 4;
    PasswordJudgement judgement;
    judgement.length = int(normalisePassword(candidate).toUcs4().size());
    if (judgement.length > 0)
        judgement.reasons = checkPassword(candidate, context);
    const bool isTooShort = judgement.length < context.policy.passwordMinimum;
    if (isTooShort) {
        // Half a password looks common only because the rest is missing.
        judgement.reasons.removeIf(
            [](const Error& error) { return passwordRuleOf(error.code) == PasswordRule::NotCommon; });
    }
    const auto isBroken = [&judgement](PasswordRule rule) {
        return std::ranges::any_of(judgement.reasons,
                                   [rule](const Error& error) { return passwordRuleOf(error.code) == rule; });
    };
    const auto add = [&](PasswordRule rule) {
        auto verdict = RuleState::Verdict::Unjudged;
        if (isBroken(rule) && (judgement.length >= judgedFrom || rule == PasswordRule::Characters))
            verdict = RuleState::Verdict::Unmet;
        else if (judgement.length > 0 && !isTooShort)
            verdict = RuleState::Verdict::Met;
        judgement.rules.append({rule, verdict});
    };
    add(PasswordRule::Minimum);
    if (isBroken(PasswordRule::Maximum))
        add(PasswordRule::Maximum);
    if (context.policy.passwordClasses > 0)
        add(PasswordRule::Classes);
    add(PasswordRule::NotCommon);
    add(PasswordRule::NotOwn);
    add(PasswordRule::NotOld);
    if (isBroken(PasswordRule::Characters))
        add(PasswordRule::Characters);
    return judgement;
}

} // namespace yoyo
