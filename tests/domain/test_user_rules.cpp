// SPDX-License-Identifier: Apache-2.0
#include "models/domain/user_rules.h"

#include "models/domain/field_rules.h"

#include <QRegularExpression>
#include <QTest>

using namespace yoyo;

class TestUserRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void acceptsAnOrdinaryUser();
    void loginIdForm_data();
    void loginIdForm();
    void loginIdIsNoNameAndNoBirthDate_data();
    void loginIdIsNoNameAndNoBirthDate();
    void loginIdsDifferByMoreThanCase();
    void everyMissingFieldIsNamed();
    void kanaIsFullWidthKatakana();
    void mailForm_data();
    void mailForm();
    void otherDomainIsAskedNotRefused();
    void phoneForm_data();
    void phoneForm();
    void lengthCountsCharactersNotUnits();
    void controlCharactersAreRefused();
    void individualNumberInNoteIsRefused();
    void periodMustNotBeReversed();
    void unattendedIsStaff();
    void lastAdministratorStays();
    void nobodyDemotesOrSuspendsOneself();
    void suggestsTheNextFreeId();
    void prefixComesFromTheMunicipalitysKana();
    void normalisingIsForgiving();
    void spellingAloneIsNoChange();
    void fieldsRoundTrip();
    void unknownRoleReadsAsLeastRights();
    void ownDataNeedsNoStepUp();
    void fieldsAreKnownWritableAndTyped();
};

static User taro()
{
    User u;
    u.id = QUuid(QStringLiteral("{0192f0aa-0000-7000-8000-000000000001}"));
    u.loginId = QStringLiteral("shinjuku-0001");
    u.familyName = QStringLiteral("山田");
    u.givenName = QStringLiteral("太郎");
    u.familyKana = QStringLiteral("ヤマダ");
    u.givenKana = QStringLiteral("タロウ");
    u.department = QStringLiteral("健康推進課");
    u.mail = QStringLiteral("taro.yamada@city.shinjuku.lg.jp");
    u.phone = QStringLiteral("03-3209-1111");
    u.validFrom = QDate(2026, 4, 1);
    return u;
}

static UserRuleContext today()
{
    UserRuleContext c;
    c.today = QDate(2026, 11, 22);
    return c;
}

static QStringList codes(const QList<Error>& errors)
{
    QStringList out;
    for (const Error& e : errors)
        out.append(QString(e.codeText() + u'@' + e.pointer));
    return out;
}

void TestUserRules::acceptsAnOrdinaryUser()
{
    QCOMPARE(codes(checkUser(taro(), today())), QStringList());
}

void TestUserRules::loginIdForm_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("six") << "abc-01" << true;
    QTest::newRow("twenty") << "a2345678901234567b_." << true;
    QTest::newRow("five") << "abc-1" << false;
    QTest::newRow("twenty-one") << "a2345678901234567b_.x" << false;
    QTest::newRow("blank inside") << "abc 0123" << false;
    QTest::newRow("full width") << QStringLiteral("ａｂｃ０１２３") << false;
    QTest::newRow("line feed at the end") << "abc-0123\n" << false;
    QTest::newRow("mail address") << "abc@example" << false;
    QTest::newRow("empty") << "" << false;
}

void TestUserRules::loginIdForm()
{
    QFETCH(QString, id);
    QFETCH(bool, isGood);
    User u = taro();
    u.loginId = id;
    QCOMPARE(codes(checkUser(u, today())).contains(QStringLiteral("E-USER-002@login_id")), !isGood);
}

void TestUserRules::loginIdIsNoNameAndNoBirthDate_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isPersonal");
    for (const char* id : {"yamada", "YAMADA01", "taro.yamada", "t-yamada", "tyamada", "yamadat", "yamadatarou",
                           "yamada_taroh", "yama-da", "abc19800401", "s550401x", "H020401"})
        QTest::newRow(id) << QString::fromLatin1(id) << true;
    for (const char* id : {"shinjuku-0013", "kenko-0001", "user20269999", "yamadai-01", "abc123456"})
        QTest::newRow(id) << QString::fromLatin1(id) << false;
}

void TestUserRules::loginIdIsNoNameAndNoBirthDate()
{
    QFETCH(QString, id);
    QFETCH(bool, isPersonal);
    User u = taro();
    u.loginId = id;
    QCOMPARE(codes(checkUser(u, today())).contains(QStringLiteral("E-USER-003@login_id")), isPersonal);
    // Once registered the ID cannot be changed: the rest of the form can still be saved.
    UserRuleContext later = today();
    later.before = u;
    QVERIFY(!codes(checkUser(u, later)).contains(QStringLiteral("E-USER-003@login_id")));
}

void TestUserRules::loginIdsDifferByMoreThanCase()
{
    UserRuleContext c = today();
    c.takenLoginIds = {QStringLiteral("Shinjuku-0001")};
    const QList<Error> errors = checkUser(taro(), c);
    QCOMPARE(codes(errors), QStringList{QStringLiteral("E-USER-001@login_id")});
    QCOMPARE(errors[0].params.value(QStringLiteral("login_id")).toString(), QStringLiteral("shinjuku-0001"));
    QVERIFY(!isAcceptable(errors));
}

void TestUserRules::everyMissingFieldIsNamed()
{
    User u;
    u.id = taro().id;
    u.loginId = QStringLiteral("shinjuku-0001");
    u.familyName = QStringLiteral("　");
    QCOMPARE(codes(checkUser(u, today())),
             (QStringList{QStringLiteral("E-USER-004@family_name"), QStringLiteral("E-USER-004@given_name"),
                          QStringLiteral("E-USER-004@family_kana"), QStringLiteral("E-USER-004@given_kana"),
                          QStringLiteral("E-USER-006@department"), QStringLiteral("E-USER-007@mail")}));
}

void TestUserRules::kanaIsFullWidthKatakana()
{
    for (const char16_t* bad : {u"やまだ", u"ﾔﾏﾀﾞ", u"山田", u"yamada", u"ー・"}) {
        User u = taro();
        u.familyKana = QString::fromUtf16(bad);
        QCOMPARE(codes(checkUser(u, today())), QStringList{QStringLiteral("E-USER-005@family_kana")});
    }
    User u = taro();
    u.familyKana = QStringLiteral("マルティネス・ヴァレー　デ");
    QVERIFY(checkUser(u, today()).isEmpty());
}

void TestUserRules::mailForm_data()
{
    QTest::addColumn<QString>("mail");
    QTest::addColumn<bool>("isGood");
    for (const char* good : {"a@b.jp", "taro.yamada+x@city.shinjuku.lg.jp", "a_b-c@d-e.example.com"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    for (const char* bad : {"taro", "@b.jp", "a@b", "a@.jp", "a..b@c.jp", ".a@c.jp", "a.@c.jp", "a@-b.jp", "a@b-.jp",
                            "a@b.jp\n", "a b@c.jp", "a@b.c1.1", "a@b@c.jp", "a@b.jp,c@d.jp"})
        QTest::newRow(bad) << QString::fromLatin1(bad) << false;
    QTest::newRow("full width") << QStringLiteral("a＠b.jp") << false;
    QTest::newRow("local part of 65") << QString(QString(65, u'a') + QStringLiteral("@b.jp")) << false;
}

void TestUserRules::mailForm()
{
    QFETCH(QString, mail);
    QFETCH(bool, isGood);
    User u = taro();
    u.mail = mail;
    QCOMPARE(!codes(checkUser(u, today())).contains(QStringLiteral("E-USER-008@mail")), isGood);
}

void TestUserRules::otherDomainIsAskedNotRefused()
{
    UserRuleContext c = today();
    c.officeMailDomains = {QStringLiteral("City.Shinjuku.lg.jp")};
    QVERIFY(checkUser(taro(), c).isEmpty());
    User u = taro();
    u.mail = QStringLiteral("taro@section.city.shinjuku.lg.jp");
    QVERIFY(checkUser(u, c).isEmpty());
    u.mail = QStringLiteral("taro@notcity.shinjuku.lg.jp");
    const QList<Error> errors = checkUser(u, c);
    QCOMPARE(codes(errors), QStringList{QStringLiteral("E-USER-009@mail")});
    QVERIFY(isAcceptable(errors));
}

void TestUserRules::phoneForm_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<bool>("isGood");
    for (const char16_t* good : {u"03-3209-1111", u"0332091111", u"(03)3209-1111", u"+81-3-3209-1111", u"03-3209-1111（内線1234）",
                                 u"03-3209-1111 内線 12", u"０３－３２０９－１１１１", u"5678"}) {
        const QString text = QString::fromUtf16(good);
        QTest::newRow(qPrintable(text)) << text << true;
    }
    for (const char16_t* bad : {u"なし", u"12", u"03-3209-1111/2222", u"tel 03-3209-1111", u"----", u"03-3209-1111-2222-3333-4444"}) {
        const QString text = QString::fromUtf16(bad);
        QTest::newRow(qPrintable(text)) << text << false;
    }
}

void TestUserRules::phoneForm()
{
    QFETCH(QString, phone);
    QFETCH(bool, isGood);
    User u = taro();
    u.phone = phone;
    QCOMPARE(!codes(checkUser(u, today())).contains(QStringLiteral("E-USER-014@phone")), isGood);
}

void TestUserRules::lengthCountsCharactersNotUnits()
{
    User u = taro();
    u.familyName = QStringLiteral("𠮷").repeated(50); // 100 UTF-16 units
    QVERIFY(checkUser(u, today()).isEmpty());
    u.familyName += u'田';
    const QList<Error> errors = checkUser(u, today());
    QCOMPARE(codes(errors), QStringList{QStringLiteral("E-USER-015@family_name")});
    QCOMPARE(errors[0].params.value(QStringLiteral("length")).toInt(), 51);
}

void TestUserRules::controlCharactersAreRefused()
{
    for (const char16_t c : {u'\t', u'\n', char16_t(0), char16_t(0x7f), char16_t(0x202e), char16_t(0xd842)}) {
        User u = taro();
        u.department = QString(QStringLiteral("健康") + QChar(c) + QStringLiteral("課"));
        QCOMPARE(codes(checkUser(u, today())), QStringList{QStringLiteral("E-USER-016@department")});
    }
    User u = taro();
    u.note = QStringLiteral("一行目\n二行目");
    QVERIFY(checkUser(u, today()).isEmpty());
}

void TestUserRules::individualNumberInNoteIsRefused()
{
    User u = taro();
    u.note = QStringLiteral("控え：１２３４－５６７８－９０１８");
    QCOMPARE(codes(checkUser(u, today())), QStringList{QStringLiteral("E-USER-021@note")});
    u.note.clear();
    u.employeeNo = QStringLiteral("123456789018"); // an identifier: one number in ten passes the check by chance
    QVERIFY(checkUser(u, today()).isEmpty());
}

void TestUserRules::periodMustNotBeReversed()
{
    User u = taro();
    u.validTo = u.validFrom;
    QVERIFY(checkUser(u, today()).isEmpty());
    u.validTo = u.validFrom.addDays(-1);
    QCOMPARE(codes(checkUser(u, today())), QStringList{QStringLiteral("E-USER-013@valid_to")});
}

void TestUserRules::unattendedIsStaff()
{
    User u = taro();
    u.unattended = true;
    QVERIFY(checkUser(u, today()).isEmpty());
    u.role = Role::Administrator;
    QCOMPARE(codes(checkUser(u, today())), QStringList{QStringLiteral("E-USER-019@role")});
}

void TestUserRules::lastAdministratorStays()
{
    User before = taro();
    before.role = Role::Administrator;
    UserRuleContext c = today();
    c.before = before;
    c.otherActiveAdministrators = 0;
    User u = before;
    u.phone.clear();
    QVERIFY(checkUser(u, c).isEmpty());
    u.role = Role::Staff;
    QCOMPARE(codes(checkUser(u, c)), QStringList{QStringLiteral("E-USER-011@role")});
    u = before;
    u.state = UserState::Suspended;
    QCOMPARE(codes(checkUser(u, c)), QStringList{QStringLiteral("E-USER-011@state")});
    u = before;
    u.validTo = c.today.addDays(-1);
    QCOMPARE(codes(checkUser(u, c)), QStringList{QStringLiteral("E-USER-011@valid_to")});
    u.validTo = c.today;
    QVERIFY(checkUser(u, c).isEmpty());
    u.state = UserState::Suspended;
    c.otherActiveAdministrators = 1;
    QVERIFY(checkUser(u, c).isEmpty());
}

void TestUserRules::nobodyDemotesOrSuspendsOneself()
{
    User before = taro();
    before.role = Role::Administrator;
    UserRuleContext c = today();
    c.before = before;
    c.actorId = before.id;
    c.otherActiveAdministrators = 3;
    User u = before;
    u.role = Role::Reader;
    QCOMPARE(codes(checkUser(u, c)), QStringList{QStringLiteral("E-USER-012@role")});
    u = before;
    u.state = UserState::Suspended;
    QCOMPARE(codes(checkUser(u, c)), QStringList{QStringLiteral("E-USER-017@state")});
    c.actorId = QUuid::createUuidV5(QUuid(), QStringLiteral("other"));
    QVERIFY(checkUser(u, c).isEmpty());
}

void TestUserRules::suggestsTheNextFreeId()
{
    QCOMPARE(suggestLoginId(QStringLiteral("Shinjuku"), {}), QStringLiteral("shinjuku-0001"));
    QCOMPARE(suggestLoginId(QStringLiteral("shinjuku"), {QStringLiteral("SHINJUKU-0001"), QStringLiteral("shinjuku-0003")}),
             QStringLiteral("shinjuku-0002"));
    QCOMPARE(suggestLoginId(QStringLiteral("ŌTA 大田"), {}), QStringLiteral("ta-0001"));
    QCOMPARE(suggestLoginId(QString(), {}), QStringLiteral("user-0001"));
    QVERIFY(suggestLoginId(QString(40, u'x'), {}).size() <= 20);
}

void TestUserRules::prefixComesFromTheMunicipalitysKana()
{
    QCOMPARE(loginIdPrefix(u"しんじゅくく"), QStringLiteral("shinjuku"));
    QCOMPARE(loginIdPrefix(u"さっぽろし"), QStringLiteral("sapporo"));
    QCOMPARE(loginIdPrefix(u"よなぐにちょう"), QStringLiteral("yonaguni"));
    QCOMPARE(loginIdPrefix(u"つし"), QStringLiteral("tsushi")); // too short to cut
}

void TestUserRules::normalisingIsForgiving()
{
    User u = taro();
    u.familyKana = QStringLiteral(" ﾔﾏﾀﾞ ");
    u.givenKana = QStringLiteral("たろう");
    u.mail = QStringLiteral("ｔａｒｏ＠example.lg.jp ");
    u.phone = QStringLiteral("０３－３２０９－１１１１");
    u.loginId = QStringLiteral(" ｓｈｉｎｊｕｋｕ-0001");
    u = normalised(u);
    QCOMPARE(u.familyKana, QStringLiteral("ヤマダ"));
    QCOMPARE(u.givenKana, QStringLiteral("タロウ"));
    QCOMPARE(u.mail, QStringLiteral("taro@example.lg.jp"));
    QCOMPARE(u.phone, QStringLiteral("03-3209-1111"));
    QCOMPARE(u.loginId, QStringLiteral("shinjuku-0001"));
    QCOMPARE(normalised(u), u);
}

void TestUserRules::spellingAloneIsNoChange()
{
    User before = taro();
    before.department = QStringLiteral("健康部 健康推進課"); // half-width blank, as the centre has it
    User typed = before;
    typed.phone = QStringLiteral("０３－３２０９－２２２２");
    const User after = editedFrom(before, typed);
    QCOMPARE(after.department, before.department);
    QCOMPARE(after.phone, QStringLiteral("03-3209-2222"));
    typed.department = QStringLiteral("健康部 地域保健課");
    QCOMPARE(editedFrom(before, typed).department, QStringLiteral("健康部　地域保健課"));
}

void TestUserRules::fieldsRoundTrip()
{
    User u = taro();
    u.role = Role::Administrator;
    u.credentialState = CredentialState::TemporarySent;
    u.temporaryExpiresAt = QDateTime(QDate(2026, 11, 29), QTime(1, 2, 3, 4), Qt::UTC);
    u.noticeMethod = QStringLiteral("letter");
    u.noticeOn = QDate(2026, 11, 22);
    const QJsonObject fields = toFields(u);
    QCOMPARE(userFromFields(u.id, fields), u);
    QVERIFY(!fields.contains(QStringLiteral("note")));
    for (const QString& name : fields.keys())
        QVERIFY2(schemaOf(Entity::User).field(name), qPrintable(name));
}

void TestUserRules::unknownRoleReadsAsLeastRights()
{
    const User u = userFromFields(QUuid(), {{QStringLiteral("role"), QStringLiteral("superuser")}});
    QCOMPARE(u.role, Role::Reader);
    QCOMPARE(u.state, UserState::Suspended);
}

void TestUserRules::ownDataNeedsNoStepUp()
{
    const QUuid me = taro().id;
    const QUuid other = QUuid::createUuidV5(QUuid(), QStringLiteral("other"));
    const QStringList own{QStringLiteral("mail"), QStringLiteral("family_name")};
    QVERIFY(!isPrivileged(Entity::User, u"update", me, me, own));
    QVERIFY(isPrivileged(Entity::User, u"update", me, other, own));
    QVERIFY(isPrivileged(Entity::User, u"update", me, me, {QStringLiteral("mail"), QStringLiteral("role")}));
    QVERIFY(isPrivileged(Entity::User, u"create", me, me, own));
    QVERIFY(isPrivileged(Entity::User, u"update", QUuid(), QUuid(), own));
    QVERIFY(!isPrivileged(Entity::VaccinationSetting, u"update", me, other, {QStringLiteral("impl_flag")}));
}

void TestUserRules::fieldsAreKnownWritableAndTyped()
{
    const auto first = [](WriteKind kind, const QJsonObject& set, const QStringList& unset = {}) {
        const QStringList found = codes(checkFields(Entity::User, kind, set, unset));
        return found.isEmpty() ? QString() : found.first();
    };
    const QString id = QStringLiteral("login_id");
    QCOMPARE(first(WriteKind::Create, {{id, id}}), QString());
    QCOMPARE(first(WriteKind::Update, {{id, id}}), QStringLiteral("E-SYNC-007@login_id"));
    QCOMPARE(first(WriteKind::Update, {{QStringLiteral("x"), id}}), QStringLiteral("E-SYNC-005@x"));
    QCOMPARE(first(WriteKind::Update, {{QStringLiteral("mail"), 5}}), QStringLiteral("E-SYNC-006@mail"));
    QCOMPARE(first(WriteKind::Update, {{QStringLiteral("mail"), QJsonValue()}}), QStringLiteral("E-SYNC-006@mail"));
    QCOMPARE(first(WriteKind::Update, {{QStringLiteral("role"), QStringLiteral("root")}}), QStringLiteral("E-USER-010@role"));
    QCOMPARE(first(WriteKind::Update, {{QStringLiteral("state"), QStringLiteral("gone")}}), QStringLiteral("E-SYNC-006@state"));
    QCOMPARE(first(WriteKind::Update, {{QStringLiteral("valid_to"), QStringLiteral("2026-2-1")}}), QStringLiteral("E-SYNC-006@valid_to"));
    QCOMPARE(first(WriteKind::Update, {{QStringLiteral("credential_state"), QStringLiteral("in_use")}}), QStringLiteral("E-SYNC-007@credential_state"));
    QCOMPARE(first(WriteKind::Update, {}, {QStringLiteral("phone")}), QString());
    QCOMPARE(first(WriteKind::Update, {}, {QStringLiteral("locked_until")}), QStringLiteral("E-SYNC-007@locked_until"));
}

QTEST_GUILESS_MAIN(TestUserRules)
#include "test_user_rules.moc"
