// SPDX-License-Identifier: Apache-2.0
// The live list of password rules: says what is met and what is not, and judges nobody by the first characters.
#include "ui/signin/password_judge.h"

#include <QTest>

#include <algorithm>

using namespace yoyo;
using Verdict = RuleState::Verdict;

class TestPasswordJudge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingTypedIsNotJudged();
    void firstCharactersAreNotJudged();
    void halfAPasswordIsNeitherMetNorBlamed();
    void aGoodPasswordMeetsEveryRule();
    void ownIdIsToldAtOnce();
    void theTemporaryPasswordIsNotANewOne();
    void commonWordsAreToldOnceItIsLongEnough();
    void fullWidthCountsLikeHalfWidth();
    void classesAreARuleOnlyWherePolicyAsks();
    void tooLongIsToldWhenItIs();
};

namespace {

PasswordContext context()
{
    PasswordContext c;
    c.loginId = QStringLiteral("shinjuku-0007");
    c.names = {QStringLiteral("鈴木"), QStringLiteral("一郎")};
    c.municipalityWords = {QStringLiteral("新宿区")};
    c.previous = QStringLiteral("Kx7m-Qw2p-9RtN-vB3d");
    return c;
}

Verdict verdictOf(const PasswordJudgement& judgement, PasswordRule rule)
{
    const auto hit = std::ranges::find(judgement.rules, rule, &RuleState::rule);
    return hit == judgement.rules.end() ? Verdict::Unjudged : hit->verdict;
}

bool hasRule(const PasswordJudgement& judgement, PasswordRule rule)
{
    return std::ranges::find(judgement.rules, rule, &RuleState::rule) != judgement.rules.end();
}

} // namespace

void TestPasswordJudge::nothingTypedIsNotJudged()
{
    const PasswordJudgement judgement = judgePassword({}, context());
    QVERIFY(judgement.reasons.isEmpty());
    QVERIFY(!judgement.isAcceptable());
    for (const RuleState& rule : judgement.rules)
        QCOMPARE(rule.verdict, Verdict::Unjudged);
}

void TestPasswordJudge::firstCharactersAreNotJudged()
{
    for (const char* typed : {"a", "aa", "abc"}) {
        for (const RuleState& rule : judgePassword(QLatin1String(typed), context()).rules)
            QCOMPARE(rule.verdict, Verdict::Unjudged);
    }
}

void TestPasswordJudge::halfAPasswordIsNeitherMetNorBlamed()
{
    const PasswordJudgement judgement = judgePassword(QStringLiteral("tsukue"), context());
    QCOMPARE(verdictOf(judgement, PasswordRule::Minimum), Verdict::Unmet);
    QCOMPARE(verdictOf(judgement, PasswordRule::NotCommon), Verdict::Unjudged);
    QCOMPARE(judgement.reasons.size(), 1);
    QCOMPARE(judgement.reasons.first().code, ErrorCode::PasswordTooShort);
}

void TestPasswordJudge::aGoodPasswordMeetsEveryRule()
{
    const PasswordJudgement judgement = judgePassword(QStringLiteral("tsukue-no-ue-ni-mikan7"), context());
    QVERIFY(judgement.isAcceptable());
    for (const RuleState& rule : judgement.rules)
        QCOMPARE(rule.verdict, Verdict::Met);
}

void TestPasswordJudge::ownIdIsToldAtOnce()
{
    const PasswordJudgement judgement = judgePassword(QStringLiteral("shinjuku-0007"), context());
    QCOMPARE(verdictOf(judgement, PasswordRule::NotOwn), Verdict::Unmet);
}

void TestPasswordJudge::theTemporaryPasswordIsNotANewOne()
{
    const PasswordJudgement judgement = judgePassword(QStringLiteral("Kx7m-Qw2p-9RtN-vB3d"), context());
    QCOMPARE(verdictOf(judgement, PasswordRule::NotOld), Verdict::Unmet);
    QVERIFY(!judgement.isAcceptable());
}

void TestPasswordJudge::commonWordsAreToldOnceItIsLongEnough()
{
    const PasswordJudgement judgement = judgePassword(QStringLiteral("passwordpassword"), context());
    QCOMPARE(verdictOf(judgement, PasswordRule::Minimum), Verdict::Met);
    QCOMPARE(verdictOf(judgement, PasswordRule::NotCommon), Verdict::Unmet);
}

void TestPasswordJudge::fullWidthCountsLikeHalfWidth()
{
    const PasswordJudgement wide = judgePassword(QStringLiteral("ｔｓｕｋｕｅ－ｎｏ－ｕｅ－ｎｉ－ｍｉｋａｎ７"), context());
    QVERIFY(wide.isAcceptable());
    QCOMPARE(wide.length, 22);
}

void TestPasswordJudge::classesAreARuleOnlyWherePolicyAsks()
{
    PasswordContext c = context();
    QVERIFY(!hasRule(judgePassword(QStringLiteral("tsukue-no-ue-ni-mikan7"), c), PasswordRule::Classes));
    c.policy.passwordClasses = 4;
    QCOMPARE(verdictOf(judgePassword(QStringLiteral("tsukue-no-ue-ni-mikan7"), c), PasswordRule::Classes), Verdict::Unmet);
    QCOMPARE(verdictOf(judgePassword(QStringLiteral("Tsukue-no-ue-ni-mikan7"), c), PasswordRule::Classes), Verdict::Met);
}

void TestPasswordJudge::tooLongIsToldWhenItIs()
{
    QString longOne;
    for (int i = 0; longOne.size() <= 128; ++i)
        longOne += QStringLiteral("mikan%1-ringo;").arg(i * 7 % 11);
    const PasswordJudgement judgement = judgePassword(longOne, context());
    QCOMPARE(verdictOf(judgement, PasswordRule::Maximum), Verdict::Unmet);
}

QTEST_GUILESS_MAIN(TestPasswordJudge)
#include "test_password_judge.moc"
