// SPDX-License-Identifier: Apache-2.0
#include "models/intake/mail_credentials.h"

#include "models/intake/cp932.h"
#include "models/intake/mail_message.h"
#include "tests/support/fake_random.h"

#include <QRegularExpression>
#include <QTest>

using namespace yoyo;

class TestMailCredentials : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void layouts_data();
    void layouts();
    void textsWithoutCredentials_data();
    void textsWithoutCredentials();
    void severalDifferentOnesAreAmbiguous();
    void subjectTellsTheKind_data();
    void subjectTellsTheKind();
    void emlForms_data();
    void emlForms();
    void textFilesInEveryEncoding();
    void encodedWords();
    void iso2022Jp();
    void brokenMessagesAreToldByCode();
    void mutatedMailsNeverCrash();
};

static const QString id = QStringLiteral("shinjuku-0001");
static const QString password = QStringLiteral("Abcd-Efgh-2345-Wxyz");

static QString seen(const Result<MailCredentials>& result)
{
    if (!result)
        return result.error().codeText();
    QString secret;
    if (result->temporaryPassword)
        secret = QString::fromUtf8(result->temporaryPassword->toByteArray());
    const char* kind = result->kind == MailKind::FirstAdministrator ? "first" : result->kind == MailKind::OrdinaryUser ? "user" : "unknown";
    return QStringLiteral("%1|%2|%3|%4").arg(result->loginId.value_or(QString()), secret, QLatin1String(kind),
                                             result->isSure ? QStringLiteral("sure") : QStringLiteral("ask"));
}

void TestMailCredentials::layouts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const QString both = QStringLiteral("shinjuku-0001|Abcd-Efgh-2345-Wxyz|first|sure");
    const auto row = [](const char* name, const QString& text, const QString& expected) { QTest::newRow(name) << text << expected; };
    row("full-width colons", QStringLiteral("ご担当者様\nユーザID：shinjuku-0001\n仮パスワード：Abcd-Efgh-2345-Wxyz\n以上"), both);
    row("half-width colons", QStringLiteral("ユーザーID: shinjuku-0001\r\n仮パスワード: Abcd-Efgh-2345-Wxyz\r\n"), both);
    row("full-width letters", QStringLiteral("ユーザＩＤ：ｓｈｉｎｊｕｋｕ－０００１\n仮パスワード：Ａｂｃｄ－Ｅｆｇｈ－２３４５－Ｗｘｙｚ"), both);
    row("on the next line", QStringLiteral("■ユーザID\n  shinjuku-0001\n■仮パスワード\n  Abcd-Efgh-2345-Wxyz\n"), both);
    row("colon, then the next line", QStringLiteral("ユーザID：\n\nshinjuku-0001\n仮パスワード：\n----\nAbcd-Efgh-2345-Wxyz"), both);
    row("brackets", QStringLiteral("【ユーザID】 shinjuku-0001\n【仮パスワード】「Abcd-Efgh-2345-Wxyz」"), both);
    row("in a sentence", QStringLiteral("ユーザIDは shinjuku-0001 です。\n仮パスワードは Abcd-Efgh-2345-Wxyz です。"), both);
    row("tabs", QStringLiteral("ユーザID\tshinjuku-0001\n仮パスワード\tAbcd-Efgh-2345-Wxyz"), both);
    row("bars", QStringLiteral("| ユーザID | shinjuku-0001 |\n|---|---|\n| 仮パスワード | Abcd-Efgh-2345-Wxyz |"), both);
    row("table with a heading", QStringLiteral("ユーザID　　仮パスワード\n-----\nshinjuku-0001  Abcd-Efgh-2345-Wxyz"), both);
    row("one line", QStringLiteral("ユーザID：shinjuku-0001 / 仮パスワード：Abcd-Efgh-2345-Wxyz"), both);
    row("reply marks", QStringLiteral("> ユーザID：shinjuku-0001\n> > 仮パスワード：Abcd-Efgh-2345-Wxyz"), both);
    row("English", QStringLiteral("User ID: shinjuku-0001\nTemporary password: Abcd-Efgh-2345-Wxyz"), both);
    row("twice the same", QStringLiteral("ユーザID：shinjuku-0001\nユーザID：shinjuku-0001\n仮パスワード：Abcd-Efgh-2345-Wxyz"), both);
    row("groups with blanks", QStringLiteral("仮パスワード：Abcd Efgh 2345 Wxyz"), QStringLiteral("|Abcd Efgh 2345 Wxyz|user|sure"));
    row("password only", QStringLiteral("仮パスワード：Abcd-Efgh-2345-Wxyz\nユーザIDは管理者から別途通知されます。"), QStringLiteral("|Abcd-Efgh-2345-Wxyz|user|sure"));
    row("ID only", QStringLiteral("ユーザID：shinjuku-0001"), QStringLiteral("shinjuku-0001||unknown|ask"));
    row("weak label", QStringLiteral("ユーザID：shinjuku-0001\nパスワード：Abcd-Efgh-2345-Wxyz"), QStringLiteral("shinjuku-0001|Abcd-Efgh-2345-Wxyz|first|ask"));
    row("signs in the password", QStringLiteral("仮パスワード：a(b)[c]!d#e=f"), QStringLiteral("|a(b)[c]!d#e=f|user|sure"));
    row("password in a later sentence", QStringLiteral("仮パスワード：Abcd-Efgh-2345-Wxyz\n仮パスワードでログイン後、パスワードを変更してください。\n仮パスワード変更画面が表示されます。"), QStringLiteral("|Abcd-Efgh-2345-Wxyz|user|sure"));
}

void TestMailCredentials::layouts()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(seen(credentialsFromText(text)), expected);
}

void TestMailCredentials::textsWithoutCredentials_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("greeting") << QStringLiteral("お世話になっております。");
    QTest::newRow("labels only") << QStringLiteral("ユーザID\n仮パスワード\n");
    QTest::newRow("sentences") << QStringLiteral("ユーザIDをお忘れの場合は管理者へ。\n仮パスワードの有効期限は7日です。\nPassword must be changed.");
    QTest::newRow("address") << QStringLiteral("仮パスワードの変更：https://example.lg.jp/login");
    QTest::newRow("too short") << QStringLiteral("ユーザID：abc\n仮パスワード：abc");
}

void TestMailCredentials::textsWithoutCredentials()
{
    QFETCH(QString, text);
    QCOMPARE(seen(credentialsFromText(text)), QStringLiteral("E-AUTH-022"));
}

void TestMailCredentials::severalDifferentOnesAreAmbiguous()
{
    QCOMPARE(seen(credentialsFromText(QStringLiteral("仮パスワード：Abcd-Efgh-2345-Wxyz\n仮パスワード：Zbcd-Efgh-2345-Wxyz"))), QStringLiteral("E-AUTH-023"));
    QCOMPARE(seen(credentialsFromText(QStringLiteral("ユーザID：shinjuku-0001\nユーザID：shinjuku-0002\n仮パスワード：Abcd-Efgh-2345-Wxyz"))), QStringLiteral("E-AUTH-023"));
}

void TestMailCredentials::subjectTellsTheKind_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const QString first = QStringLiteral("件名：【予予請求】ユーザID・仮パスワード通知\n");
    const QString user = QStringLiteral("件名：【予予請求】仮パスワード通知\n");
    const QString secret = QStringLiteral("仮パスワード：Abcd-Efgh-2345-Wxyz\n");
    const QString name = QStringLiteral("ユーザID：shinjuku-0001\n");
    QTest::newRow("first") << QString(first + name + secret) << "shinjuku-0001|Abcd-Efgh-2345-Wxyz|first|sure";
    QTest::newRow("user") << QString(user + secret) << "|Abcd-Efgh-2345-Wxyz|user|sure";
    QTest::newRow("first without ID") << QString(first + secret) << "|Abcd-Efgh-2345-Wxyz|first|ask";
    QTest::newRow("user with ID") << QString(user + name + secret) << "shinjuku-0001|Abcd-Efgh-2345-Wxyz|user|ask";
}

void TestMailCredentials::subjectTellsTheKind()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(seen(credentialsFromText(text)), expected);
}

static QByteArray jis(const QString& text)
{
    // Through CP932 bytes: the reverse of what the reader does.
    QByteArray out;
    bool isKanji = false;
    const QByteArray sjis = cp932FromText(text, nullptr);
    for (qsizetype i = 0; i < sjis.size(); ++i) {
        int lead = static_cast<unsigned char>(sjis[i]);
        if (lead < 0x80) {
            if (isKanji)
                out += "\x1b(B";
            isKanji = false;
            out += char(lead);
            continue;
        }
        int trail = static_cast<unsigned char>(sjis[++i]);
        if (!isKanji)
            out += "\x1b$B";
        isKanji = true;
        lead = (lead - (lead >= 0xe0 ? 0xc1 : 0x81)) * 2 + 0x21;
        if (trail >= 0x9f) {
            ++lead;
            trail -= 0x7e;
        } else {
            trail -= trail >= 0x80 ? 0x20 : 0x1f;
        }
        out += char(lead);
        out += char(trail);
    }
    return isKanji ? out + "\x1b(B" : out;
}

static const char* const body = "新宿区 ご担当者様\r\n\r\nユーザID：shinjuku-0001\r\n仮パスワード：Abcd-Efgh-2345-Wxyz\r\n\r\n有効期限：7日\r\n";

static QByteArray eml(const QByteArray& headers, const QByteArray& content)
{
    return "From: noreply@example.lg.jp\r\nTo: taro@example.lg.jp\r\nMIME-Version: 1.0\r\n" + headers + "\r\n" + content;
}

static QByteArray subjectUtf8()
{
    return "Subject: =?UTF-8?B?" + QByteArray("【予予請求】ユーザID・").toBase64() + "?=\r\n =?UTF-8?B?" + QByteArray("仮パスワード通知").toBase64() + "?=\r\n";
}

static QByteArray quotedPrintable(const QByteArray& bytes)
{
    QByteArray out;
    int column = 0;
    for (const char c : bytes) {
        if (c == '\r' || c == '\n') {
            out += c;
            column = 0;
            continue;
        }
        const bool isPlain = c > ' ' && c < '\x7f' && c != '=';
        const QByteArray piece = isPlain ? QByteArray(1, c) : "=" + QByteArray(1, c).toHex().toUpper();
        if (column + piece.size() > 70) {
            out += "=\r\n";
            column = 0;
        }
        out += piece;
        column += int(piece.size());
    }
    return out;
}

void TestMailCredentials::emlForms_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const QString both = QStringLiteral("shinjuku-0001|Abcd-Efgh-2345-Wxyz|first|sure");
    const QByteArray utf8(body);
    const QByteArray type = "Content-Type: text/plain; charset=UTF-8\r\n";
    QByteArray folded = utf8.toBase64();
    for (qsizetype i = 60; i < folded.size(); i += 62)
        folded.insert(i, "\r\n");
    const QByteArray html = "<html><head><style>p{}</style></head><body><table><tr><th>ユーザID</th><td>shinjuku-0001</td></tr><tr><th>仮パスワード</th><td>Abcd&#45;Efgh-2345-Wxyz</td></tr></table></body></html>";
    const QByteArray plainPart = type + "Content-Transfer-Encoding: base64\r\n\r\n" + folded + "\r\n";
    const QByteArray htmlPart = "Content-Type: text/html; charset=utf-8\r\n\r\n" + html + "\r\n";
    const QByteArray inner = "Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\n" + plainPart + "--in\r\n" + htmlPart + "--in--\r\n";
    QTest::newRow("8bit") << eml(subjectUtf8() + type, utf8) << both;
    QTest::newRow("bare line feeds") << eml(subjectUtf8() + type, utf8).replace("\r\n", "\n") << both;
    QTest::newRow("base64") << eml(subjectUtf8() + type + "Content-Transfer-Encoding: BASE64\r\n", folded) << both;
    QTest::newRow("quoted-printable") << eml(subjectUtf8() + type + "Content-Transfer-Encoding: quoted-printable\r\n", quotedPrintable(utf8)) << both;
    const QString iso = QString::fromUtf8(body);
    QTest::newRow("ISO-2022-JP")
        << eml("Subject: =?ISO-2022-JP?B?" + jis(QStringLiteral("【予予請求】ユーザID・仮パスワード通知")).toBase64() + "?=\r\nContent-Type: text/plain; charset=\"ISO-2022-JP\"\r\nContent-Transfer-Encoding: 7bit\r\n", jis(iso)) << both;
    QTest::newRow("Shift_JIS") << eml(subjectUtf8() + "Content-Type: text/plain; charset=Shift_JIS\r\n", cp932FromText(iso, nullptr)) << both;
    QTest::newRow("charset lies") << eml(subjectUtf8() + "Content-Type: text/plain; charset=us-ascii\r\n", utf8) << both;
    QTest::newRow("no content type") << eml(subjectUtf8(), utf8) << both;
    QTest::newRow("html only") << eml(subjectUtf8() + "Content-Type: text/html; charset=utf-8\r\n", html) << both;
    QTest::newRow("multipart in multipart")
        << eml(subjectUtf8() + "Content-Type: multipart/mixed; boundary=\"o u t\"\r\n", "preamble\r\n--o u t\r\n" + inner + "--o u t\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=x.txt\r\n\r\nユーザID：other-9999\r\n--o u t--\r\n") << both;
    QTest::newRow("closing boundary missing") << eml(subjectUtf8() + "Content-Type: multipart/mixed; boundary=b\r\n", "--b\r\n" + plainPart) << both;
    QTest::newRow("forwarded as attachment") << eml("Subject: Fw\r\nContent-Type: message/rfc822\r\n", eml(subjectUtf8() + type, utf8)) << both;
    QTest::newRow("ordinary user")
        << eml("Subject: =?utf-8?Q?=E3=80=90=E4=BA=88=E4=BA=88=E8=AB=8B=E6=B1=82=E3=80=91=E4=BB=AE=E3=83=91=E3=82=B9=E3=83=AF=E3=83=BC=E3=83=89=E9=80=9A=E7=9F=A5?=\r\n" + type, "仮パスワード：Abcd-Efgh-2345-Wxyz\r\n")
        << QStringLiteral("|Abcd-Efgh-2345-Wxyz|user|sure");
}

void TestMailCredentials::emlForms()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QCOMPARE(seen(credentialsFromFile(bytes)), expected);
}

void TestMailCredentials::textFilesInEveryEncoding()
{
    const QString both = QStringLiteral("shinjuku-0001|Abcd-Efgh-2345-Wxyz|first|sure");
    const QString text = QString::fromUtf8(body);
    QCOMPARE(seen(credentialsFromFile(text.toUtf8())), both);
    QCOMPARE(seen(credentialsFromFile("\xef\xbb\xbf" + text.toUtf8())), both);
    QCOMPARE(seen(credentialsFromFile(cp932FromText(text, nullptr))), both);
    QCOMPARE(seen(credentialsFromFile(jis(text))), both);
    QCOMPARE(seen(credentialsFromFile(QByteArray())), QStringLiteral("E-AUTH-022"));
}

void TestMailCredentials::encodedWords()
{
    // One character cut between two words, and text beside them.
    const QByteArray whole("予防");
    const QByteArray cut = "Re: =?utf-8?B?" + whole.left(4).toBase64() + "?=\r\n =?utf-8?B?" + whole.mid(4).toBase64() + "?= end";
    QCOMPARE(decodeEncodedWords(cut), QStringLiteral("Re: 予防 end"));
    QCOMPARE(decodeEncodedWords("=?utf-8?Q?a_b=3D?="), QStringLiteral("a b="));
    QCOMPARE(decodeEncodedWords("=?utf-8?X?a?= plain"), QStringLiteral("=?utf-8?X?a?= plain"));
}

void TestMailCredentials::iso2022Jp()
{
    QCOMPARE(textFromIso2022Jp("\x1b$B%f!<%6\x1b(BID"), QStringLiteral("ユーザID"));
    QCOMPARE(textFromIso2022Jp("\x1b(ITU\x1b(B"), QStringLiteral("ﾔﾕ"));
    QCOMPARE(textFromIso2022Jp("\x1b$B%f\na"), QStringLiteral("ユ\na"));
    QCOMPARE(textFromIso2022Jp("\x1b$B%"), QString(QChar(0xfffd)));
}

void TestMailCredentials::brokenMessagesAreToldByCode()
{
    QByteArray nested = eml({}, body);
    for (int i = 0; i < 20; ++i)
        nested = eml("Content-Type: message/rfc822\r\n", nested);
    QCOMPARE(seen(credentialsFromFile(nested)), QStringLiteral("E-INTK-011"));
    QByteArray parts = eml("Content-Type: multipart/mixed; boundary=b\r\n", QByteArray());
    parts += QByteArray("--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n").repeated(300);
    QCOMPARE(seen(credentialsFromFile(parts)), QStringLiteral("E-INTK-011"));
    QCOMPARE(seen(credentialsFromFile(eml(subjectUtf8(), QByteArray()))), QStringLiteral("E-INTK-011"));
    QCOMPARE(seen(credentialsFromFile(eml({}, QByteArray(11 * 1024 * 1024, 'x')))), QStringLiteral("E-INTK-011"));
}

void TestMailCredentials::mutatedMailsNeverCrash()
{
    test::FakeRandom random(5322);
    const QByteArray inner = "Content-Type: multipart/alternative; boundary=\"in\"\r\n\r\n--in\r\nContent-Type: text/plain; charset=iso-2022-jp\r\n\r\n" + jis(QString::fromUtf8(body)) + "\r\n--in\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + quotedPrintable("<p>仮パスワード：&#x41;</p>") + "\r\n--in--\r\n";
    const QByteArray seed = eml(subjectUtf8() + "Content-Type: multipart/mixed; boundary=out\r\n", "--out\r\n" + inner + "--out--\r\n");
    const QList<QByteArray> pieces{"=?", "?=", "--in", "--out", "\x1b$B", "\x1b(", "=", "&#", "<", ">", "\r\n\r\n", "\"", ";", "boundary=", QByteArray(1, '\0'), "\xff", "ユーザID：", "仮パスワード："};
    for (int round = 0; round < 400; ++round) {
        QByteArray bytes = seed;
        for (std::uint32_t edits = 1 + random.below(6); edits > 0 && !bytes.isEmpty(); --edits) {
            const int at = int(random.below(std::uint32_t(bytes.size())));
            switch (random.below(4)) {
            case 0: bytes[at] = char(random.below(256)); break;
            case 1: bytes.remove(at, int(random.below(40))); break;
            case 2: bytes.insert(at, pieces[int(random.below(std::uint32_t(pieces.size())))]); break;
            default: bytes.truncate(std::max(1, at)); break;
            }
        }
        (void)seen(credentialsFromFile(bytes));
        (void)seen(credentialsFromText(QString::fromLatin1(bytes)));
    }
    QCOMPARE(seen(credentialsFromFile(seed)), QStringLiteral("shinjuku-0001|Abcd-Efgh-2345-Wxyz|first|sure"));
}

QTEST_GUILESS_MAIN(TestMailCredentials)
#include "test_mail_credentials.moc"
