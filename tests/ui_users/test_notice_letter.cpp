// SPDX-License-Identifier: Apache-2.0
// ユーザID通知書 as people get it: the text of the PDF is read back with pdftotext.
#include "ui/users/notice_letter.h"

#include "tests/support/widget_test.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace yoyo;
using namespace yoyo::test;

static User person(const QString& loginId)
{
    User user;
    user.loginId = loginId;
    user.familyName = QStringLiteral("見本");
    user.givenName = QStringLiteral("花子");
    user.department = QStringLiteral("健康推進課");
    user.mail = loginId + QStringLiteral("@city.example.jp");
    user.role = Role::Staff;
    user.validFrom = QDate(2026, 4, 1);
    user.credentialState = CredentialState::TemporarySent;
    user.temporaryExpiresAt = QDateTime(QDate(2026, 11, 29), QTime(1, 0), Qt::UTC);
    return user;
}

static NoticeSender testSender()
{
    NoticeSender out;
    out.officeName = QStringLiteral("新宿区");
    out.name = QStringLiteral("架空　太郎");
    out.department = QStringLiteral("健康推進課");
    out.phone = QStringLiteral("03-0000-1111");
    out.environmentWord = QStringLiteral("練習");
    out.day = QDate(2026, 11, 22);
    return out;
}

static QString run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        return {};
    // Fonts map some glyphs to compatibility forms of the same characters.
    return QString::fromUtf8(process.readAllStandardOutput()).normalized(QString::NormalizationForm_KC);
}

class TestNoticeLetter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { startUi(); }
    void init() { failOnWarnings(); }
    void letterHoldsTheIdAndNoPassword();
    void oneA4PagePerUser();
    void waitsUntilTheIdIsFinal();
    void mailIsADraftWithoutPassword();
    void headerCannotBeSmuggledIn();
    void unwritableFileIsTold();
};

void TestNoticeLetter::letterHoldsTheIdAndNoPassword()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("notice.pdf"));
    QVERIFY(NoticeLetter::writePdf({person(QStringLiteral("shinjuku-0012"))}, testSender(), path));
    const QString text = run(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    if (const QString pictures = qEnvironmentVariable("YOYO_PICTURES"); !pictures.isEmpty())
        QFile::copy(path, pictures + QStringLiteral("/users-notice.pdf"));
    QVERIFY2(text.contains(QStringLiteral("shinjuku-0012")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("ユーザID通知書")));
    QVERIFY(text.contains(QStringLiteral("見本")));
    QVERIFY(text.contains(QStringLiteral("練習")));
    QVERIFY(text.contains(QStringLiteral("03-0000-1111")));
    // The word is explained, but no value follows it: 「仮パスワード：…」 is the line of the mail from the centre.
    QVERIFY(!text.contains(QStringLiteral("仮パスワード：")));
    QVERIFY(!text.contains(QStringLiteral("仮パスワード:")));
    QVERIFY(text.contains(QStringLiteral("パスワードは記載していません")));
}

void TestNoticeLetter::oneA4PagePerUser()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("notices.pdf"));
    User longest = person(QStringLiteral("abcdefghij-klmnopqrs"));
    longest.department = QString(60, QChar(0x7530));
    longest.mail = QString(60, QLatin1Char('m')) + QStringLiteral("@") + QString(60, QLatin1Char('d')) + QStringLiteral(".example.jp");
    QVERIFY(NoticeLetter::writePdf({person(QStringLiteral("shinjuku-0012")), longest, person(QStringLiteral("shinjuku-0014"))},
                                   testSender(), path));
    const QString info = run(QStringLiteral("pdfinfo"), {path});
    QVERIFY2(info.contains(QRegularExpression(QStringLiteral("Pages:\\s+3\\b"))), qPrintable(info));
    QVERIFY2(info.contains(QStringLiteral("A4")), qPrintable(info));
    const QString second = run(QStringLiteral("pdftotext"), {QStringLiteral("-f"), QStringLiteral("2"), QStringLiteral("-l"),
                                                             QStringLiteral("2"), path, QStringLiteral("-")});
    QVERIFY2(second.contains(QStringLiteral("保管してください")), qPrintable(second));
}

void TestNoticeLetter::waitsUntilTheIdIsFinal()
{
    UserRow row;
    row.user = person(QStringLiteral("shinjuku-0012"));
    QVERIFY(!NoticeLetter::isPossible(row));
    row.seen.ver = 1;
    QVERIFY(NoticeLetter::isPossible(row));
    row.user.state = UserState::Suspended;
    QVERIFY(!NoticeLetter::isPossible(row));
}

void TestNoticeLetter::mailIsADraftWithoutPassword()
{
    const MailDraft draft = NoticeLetter::mail(person(QStringLiteral("shinjuku-0012")), testSender());
    const QByteArray eml = draft.toEml();
    QVERIFY(eml.contains("\r\nX-Unsent: 1\r\n"));
    QVERIFY(eml.startsWith("To: shinjuku-0012@city.example.jp\r\n"));
    const QByteArray body = QByteArray::fromBase64(eml.mid(eml.indexOf("\r\n\r\n") + 4));
    const QString text = QString::fromUtf8(body);
    QVERIFY(text.contains(QStringLiteral("ユーザID：shinjuku-0012")));
    QVERIFY(!text.contains(QStringLiteral("仮パスワード：")));
    QVERIFY(!draft.subject.contains(QStringLiteral("shinjuku-0012")));
    for (const QByteArray& line : eml.split('\n'))
        QVERIFY2(line.size() <= 78, line.constData());
}

void TestNoticeLetter::headerCannotBeSmuggledIn()
{
    MailDraft draft;
    draft.to = QStringLiteral("a@b.example\r\nBcc: c@d.example");
    draft.subject = QStringLiteral("件名\nBcc: e@f.example");
    draft.body = QStringLiteral("x");
    const QByteArray eml = draft.toEml();
    QVERIFY(!eml.contains("\nBcc:"));
}

void TestNoticeLetter::unwritableFileIsTold()
{
    QVERIFY(!NoticeLetter::writePdf({person(QStringLiteral("shinjuku-0012"))}, testSender(), QStringLiteral("/nowhere/at/all.pdf")));
}

QTEST_MAIN(TestNoticeLetter)
#include "test_notice_letter.moc"
