// SPDX-License-Identifier: Apache-2.0
#include "models/intake/user_csv.h"

#include "models/intake/cp932.h"

#include <QBuffer>
#include <QRegularExpression>
#include <QTest>

using namespace yoyo;

class TestUserCsv : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void readsARegistration();
    void forgivesWidthOrderAndEmptyRows();
    void findingsNameRowAndField();
    void anUpdateChangesOnlyWhatIsGiven();
    void suspensionNeedsAnIdOnly();
    void theSameIdTwiceIsFoundInBothRows();
    void refusesWhatIsNoUserFile_data();
    void refusesWhatIsNoUserFile();
    void whatIsWrittenReadsBack_data();
    void whatIsWrittenReadsBack();
};

static const QDate today(2026, 11, 22);
static const char* const header = "変更区分,ユーザID,姓,名,セイ,メイ,所属,職員番号,メールアドレス,電話,権限,開始日,終了日,備考\r\n";

static Result<UserCsv> read(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return readUserCsv(buffer, today);
}

static QStringList findings(const UserCandidate& row)
{
    QStringList out;
    for (const Error& e : row.findings)
        out.append(QString(e.codeText() + u'@' + e.pointer));
    return out;
}

void TestUserCsv::readsARegistration()
{
    const auto file = read(QByteArray("\xef\xbb\xbf") + header + "1,shinjuku-0007,山田,太郎,ヤマダ,タロウ,健康推進課,0123,taro@example.lg.jp,03-3209-1111,一般,R8.12.1,,\r\n");
    QVERIFY(file.isOk());
    QCOMPARE(file->rows.size(), 1);
    const UserCandidate& row = file->rows[0];
    QCOMPARE(findings(row), QStringList());
    QCOMPARE(row.row, 2);
    QCOMPARE(row.change, UserChange::Register);
    QCOMPARE(row.user.employeeNo, QStringLiteral("0123"));
    QCOMPARE(row.user.role, Role::Staff);
    QCOMPARE(row.user.validFrom, QDate(2026, 12, 1));
    QVERIFY(!row.given.contains(QStringLiteral("note")));
}

void TestUserCsv::forgivesWidthOrderAndEmptyRows()
{
    const QString text = QStringLiteral("権限,ユーザＩＤ,変更区分,姓,名,セイ,メイ,所属,職員番号,メールアドレス,電話,開始日,終了日,備考,エラー\r\n"
                                        "\r\n,,,,,,,,,,,,,,\r\n管理者,ｓｈｉｎｊｕｋｕ-0007,１登録,山田,太郎,ﾔﾏﾀﾞ,たろう,健康推進課,,taro@example.lg.jp,'+81-3-3209-1111,,,\r\n");
    const auto file = read(cp932FromText(text, nullptr));
    QVERIFY(file.isOk());
    QCOMPARE(file->encoding.encoding, TextEncoding::Cp932);
    QCOMPARE(file->rows.size(), 1);
    QCOMPARE(findings(file->rows[0]), QStringList());
    QCOMPARE(file->rows[0].row, 4);
    QCOMPARE(file->rows[0].user.loginId, QStringLiteral("shinjuku-0007"));
    QCOMPARE(file->rows[0].user.familyKana, QStringLiteral("ヤマダ"));
    QCOMPARE(file->rows[0].user.phone, QStringLiteral("+81-3-3209-1111"));
    QCOMPARE(file->rows[0].user.role, Role::Administrator);
}

void TestUserCsv::findingsNameRowAndField()
{
    const auto file = read(QByteArray(header)
                           + "1,abc,山田,太郎,ヤマダ,タロウ,健康推進課,,taro,03-3209-1111,係長,R8.2.30,45748,マイナンバー 123456789018\r\n"
                             "9,shinjuku-0008,佐藤,花子,サトウ,ハナコ,健康推進課,,h@example.lg.jp,,閲覧,,,\r\n"
                             "1,a,b,c,d,e,f,g,h,i,j,k,l,m,n,o\r\n");
    QVERIFY(file.isOk());
    QCOMPARE(findings(file->rows[0]),
             (QStringList{QStringLiteral("E-USER-010@role"), QStringLiteral("E-CODE-008@valid_from"), QStringLiteral("E-CODE-007@valid_to"),
                          QStringLiteral("E-USER-002@login_id"), QStringLiteral("E-USER-008@mail"), QStringLiteral("E-USER-021@note")}));
    QCOMPARE(findings(file->rows[1]), QStringList{QStringLiteral("E-INTK-010@change_kind")});
    QCOMPARE(findings(file->rows[2]), QStringList{QStringLiteral("E-INTK-003@")});
    QCOMPARE(file->rows[2].row, 4);
}

void TestUserCsv::anUpdateChangesOnlyWhatIsGiven()
{
    const auto file = read(QByteArray(header) + "2,shinjuku-0007,,,,,保健予防課,,,,,,,\r\n");
    QVERIFY(file.isOk());
    QCOMPARE(findings(file->rows[0]), QStringList());
    QCOMPARE(file->rows[0].given, (QStringList{QStringLiteral("login_id"), QStringLiteral("department")}));
}

void TestUserCsv::suspensionNeedsAnIdOnly()
{
    const auto file = read(QByteArray(header) + "3,shinjuku-0007,,,,,,,,,,,,\r\n停止,,,,,,,,,,,,,x\r\n");
    QVERIFY(file.isOk());
    QCOMPARE(findings(file->rows[0]), QStringList());
    QCOMPARE(file->rows[0].user.state, UserState::Suspended);
    QCOMPARE(findings(file->rows[1]), QStringList{QStringLiteral("E-USER-002@login_id")});
}

void TestUserCsv::theSameIdTwiceIsFoundInBothRows()
{
    const auto file = read(QByteArray(header) + "3,shinjuku-0007,,,,,,,,,,,,\r\n3,SHINJUKU-0007,,,,,,,,,,,,\r\n");
    QVERIFY(file.isOk());
    for (const UserCandidate& row : file->rows) {
        QCOMPARE(findings(row), QStringList{QStringLiteral("E-INTK-009@login_id")});
        QCOMPARE(row.findings[0].params.value(QStringLiteral("rows")).toString(), QStringLiteral("2 3"));
    }
}

void TestUserCsv::refusesWhatIsNoUserFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QByteArray("") << "E-INTK-006";
    QTest::newRow("blank lines") << QByteArray("\r\n\r\n") << "E-INTK-006";
    QTest::newRow("another header") << QByteArray("宛名番号,氏名\r\n1,x\r\n") << "E-INTK-002";
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe" "a\0", 4) << "E-INTK-001";
    QTest::newRow("unclosed quote") << QByteArray(QByteArray(header) + "1,\"abc\r\n") << "E-INTK-004";
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfd\x80", 19) << "E-INTK-001";
}

void TestUserCsv::refusesWhatIsNoUserFile()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const auto file = read(bytes);
    QVERIFY(!file.isOk());
    QCOMPARE(file.error().codeText(), code);
}

void TestUserCsv::whatIsWrittenReadsBack_data()
{
    QTest::addColumn<int>("encoding");
    QTest::addColumn<int>("purpose");
    for (const TextEncoding e : {TextEncoding::Utf8, TextEncoding::Cp932}) {
        for (const CsvPurpose p : {CsvPurpose::Excel, CsvPurpose::Reimport})
            QTest::addRow("%d-%d", int(e), int(p)) << int(e) << int(p);
    }
}

void TestUserCsv::whatIsWrittenReadsBack()
{
    QFETCH(int, encoding);
    QFETCH(int, purpose);
    UserCandidate row;
    row.row = 2;
    row.change = UserChange::Update;
    row.user.loginId = QStringLiteral("shinjuku-0007");
    row.user.familyName = QStringLiteral("髙橋");
    row.user.givenName = QStringLiteral("花子");
    row.user.familyKana = QStringLiteral("タカハシ");
    row.user.givenKana = QStringLiteral("ハナコ");
    row.user.department = QStringLiteral("健康部,\"予防\"課");
    row.user.mail = QStringLiteral("hanako@example.lg.jp");
    row.user.phone = QStringLiteral("+81-3-3209-1111");
    row.user.role = Role::Reader;
    row.user.validTo = QDate(2027, 3, 31);
    row.user.note = QStringLiteral("=一行目\n二行目");
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::ReadWrite));
    const auto lost = writeUserCsv(buffer, {row}, TextEncoding(encoding), CsvPurpose(purpose));
    QVERIFY(lost.isOk() && lost->isEmpty());
    const auto file = readUserCsv(buffer, today);
    QVERIFY(file.isOk());
    QCOMPARE(findings(file->rows[0]), QStringList());
    QCOMPARE(file->rows[0].change, UserChange::Update);
    QCOMPARE(file->rows[0].user, row.user);
}

QTEST_GUILESS_MAIN(TestUserCsv)
#include "test_user_csv.moc"
