// SPDX-License-Identifier: Apache-2.0
#include "models/domain/password_rules.h"

#include <QRegularExpression>
#include <QTest>

using namespace yoyo;

class TestPasswordRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void refusals_data();
    void refusals();
    void fullWidthIsTheSamePassword();
    void lengthIsCountedInCharacters();
    void classesOnlyWhereThePolicyAsks();
    void blocklistIsWhole();
    void stricterPolicyWins();
    void brokenPoliciesNeverLoosen();
};

static PasswordContext context()
{
    PasswordContext c;
    c.loginId = QStringLiteral("kenko-0001");
    c.names = {QStringLiteral("山田"), QStringLiteral("太郎"), QStringLiteral("ヤマダ"), QStringLiteral("タロウ")};
    c.municipalityWords = {QStringLiteral("新宿区"), QStringLiteral("しんじゅく")};
    c.previous = QStringLiteral("Kq7w-Rt2m-Zx9p-Lf4d");
    return c;
}

static QString codes(const QString& password, const PasswordContext& c = context())
{
    QStringList out;
    for (const Error& e : checkPassword(password, c)) {
        const QString kind = e.params.value(QStringLiteral("kind")).toString();
        out.append(QString(e.codeText().mid(7) + (kind.isEmpty() ? QString() : QString(u':' + kind))));
    }
    return out.join(u' ');
}

void TestPasswordRules::refusals_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString& p, const char* e) { QTest::newRow(qPrintable(p.left(40))) << p << QString::fromLatin1(e); };
    row(QStringLiteral("kumo to pen 37 no asa"), "");
    row(QStringLiteral("vK3!qz-8Rw.tLp2x"), "");
    row(QStringLiteral("青い靴で坂をゆっくり登る朝の道"), "");
    row(QStringLiteral("correct horse gravel staple"), "");
    row(QStringLiteral("short-pw-1"), "010");
    row(QString(), "010");
    row(QStringLiteral("passwordpassword"), "016"); // one part over and over
    row(QStringLiteral("P@ssw0rd-20261122"), "012:common");
    row(QStringLiteral("asdfghjkl;098765"), "012:sequence");
    row(QStringLiteral("1qaz2wsx3edc4rfv"), "012:sequence");
    row(QStringLiteral("aaaaaaaaaaaaaaaa"), "016");
    row(QStringLiteral("abcabcabcabcabcabc"), "016");
    row(QStringLiteral("shinjuku-20261122"), "012:municipality");
    row(QStringLiteral("新宿区とう新宿区1234567890"), "012:municipality");
    row(QStringLiteral("yobousesshu-2026-04"), "012:system");
    row(QStringLiteral("Kq7w-Rt2m-Zx9p-Lf4d"), "013");
    row(QStringLiteral("Yamada gravel pen 93"), "014");
    row(QStringLiteral("Y4m4d4 gravel pen 93"), "014");
    row(QStringLiteral("kenko-0001 gravel pen"), "014");
    row(QStringLiteral("山田さんの青い靴で坂をゆっくり登る"), "014");
    row(QStringLiteral("tab\there gravel pen 93"), "015");
    row(QString(200, u'x'), "011");
}

void TestPasswordRules::refusals()
{
    QFETCH(QString, password);
    QFETCH(QString, expected);
    QCOMPARE(codes(password), expected);
}

void TestPasswordRules::fullWidthIsTheSamePassword()
{
    const QString typed = QStringLiteral("ｖＫ３！ｑｚ－８Ｒｗ．ｔＬｐ２ｘ");
    QVERIFY(hadFullWidth(typed));
    QVERIFY(!hadFullWidth(normalisePassword(typed)));
    QCOMPARE(normalisePassword(typed), QStringLiteral("vK3!qz-8Rw.tLp2x"));
    QCOMPARE(codes(typed), QString());
    QVERIFY(!hadFullWidth(QStringLiteral("青い靴")));
}

void TestPasswordRules::lengthIsCountedInCharacters()
{
    QCOMPARE(codes(QStringLiteral("𠮷野𠮷岡靴坂朝道雨傘石橋")), QStringLiteral("010")); // 12, though 14 units
    const QList<Error> errors = checkPassword(QStringLiteral("vK3!qz-8"), context());
    QCOMPARE(errors[0].params.value(QStringLiteral("minimum")).toInt(), 15);
    QCOMPARE(errors[0].params.value(QStringLiteral("length")).toInt(), 8);
}

void TestPasswordRules::classesOnlyWhereThePolicyAsks()
{
    PasswordContext c = context();
    c.policy.passwordClasses = 3;
    QCOMPARE(codes(QStringLiteral("kumotopennoasagohan"), c), QStringLiteral("027"));
    QCOMPARE(codes(QStringLiteral("kumotopennoasagohan")), QString());
    QCOMPARE(codes(QStringLiteral("KumoToPen37NoAsa"), c), QString());
}

void TestPasswordRules::blocklistIsWhole()
{
    const QStringList& words = passwordBlocklist();
    QVERIFY(words.size() > 2500);
    QVERIFY(words.contains(QStringLiteral("sapporo")));
    for (const QString& word : words) {
        QVERIFY(word == word.toLower() && word == normalisePassword(word) && word.size() >= 1);
    }
}

void TestPasswordRules::stricterPolicyWins()
{
    PolicyValues a;
    PolicyValues b;
    a.passwordMinimum = 20;
    b.lockoutTries = 3;
    b.passwordMaximumAgeDays = 90; // 0 in a: off
    b.unattendedJobs = true;
    const PolicyValues s = stricter(a, b);
    QCOMPARE(s.passwordMinimum, 20);
    QCOMPARE(s.lockoutTries, 3);
    QCOMPARE(s.passwordMaximumAgeDays, 90);
    QVERIFY(!s.unattendedJobs);
    QVERIFY(stricter(b, a) == s);
    QVERIFY(PolicyValues::fromJson(s.toJson()) == s);
}

void TestPasswordRules::brokenPoliciesNeverLoosen()
{
    const PolicyValues p = PolicyValues::fromJson({{QStringLiteral("password_minimum"), 4},
                                                   {QStringLiteral("temporary_days"), 900},
                                                   {QStringLiteral("lockout_tries"), QStringLiteral("many")},
                                                   {QStringLiteral("unattended_jobs"), 1}});
    QCOMPARE(p.passwordMinimum, 15);
    QCOMPARE(p.temporaryDays, 14);
    QCOMPARE(p.lockoutTries, 5);
    QVERIFY(!p.unattendedJobs);
}

QTEST_GUILESS_MAIN(TestPasswordRules)
#include "test_password_rules.moc"
