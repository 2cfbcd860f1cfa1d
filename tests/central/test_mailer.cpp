// SPDX-License-Identifier: Apache-2.0
#include "tests/central/mailer.h"

#include "tests/support/fake_clock.h"
#include "tests/support/fake_random.h"
#include "tests/support/outbox_mail.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace yoyo;
using namespace yoyo::service;

class TestMailer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void firstInvitationCarriesIdAndPassword();
    void ordinaryMailCarriesThePasswordOnly();
    void messageKeepsRfc5322();
    void namesSortInTheOrderOfSending();
    void invalidDomainsCannotBeReached();

private:
    const Recipient m_to{QStringLiteral("taro@office.example"), QStringLiteral("長い名字の 𠮷田太郎左衛門之助"),
                         QStringLiteral("新宿区")};
    test::FakeClock m_clock;
    test::FakeRandom m_random;
};

void TestMailer::firstInvitationCarriesIdAndPassword()
{
    QTemporaryDir dir;
    Mailer mailer(dir.path(), m_clock, m_random);
    const QDateTime expires = m_clock.nowUtc().addDays(7);
    QVERIFY(mailer.sendFirstInvitation(m_to, QStringLiteral("sj-admin"), QStringLiteral("AbCd-EfGh"), expires).isOk());
    const auto mail = test::newestMail(dir.path());
    QVERIFY(mail.has_value());
    QCOMPARE(mail->subject, QStringLiteral("【予予請求】ユーザID・仮パスワード通知"));
    QCOMPARE(mail->to, m_to.mail);
    QCOMPARE(mail->loginId, QStringLiteral("sj-admin"));
    QCOMPARE(mail->temporaryPassword, QStringLiteral("AbCd-EfGh"));
    QVERIFY(mail->body.contains(m_to.name + QStringLiteral(" 様")));
    QVERIFY(mail->body.contains(QStringLiteral("2026年11月29日 10時00分"))); // Japanese time
}

void TestMailer::ordinaryMailCarriesThePasswordOnly()
{
    QTemporaryDir dir;
    Mailer mailer(dir.path(), m_clock, m_random);
    QVERIFY(mailer.sendTemporaryPassword(m_to, QStringLiteral("AbCd-EfGh"), m_clock.nowUtc()).isOk());
    const auto mail = test::newestMail(dir.path());
    QCOMPARE(mail->subject, QStringLiteral("【予予請求】仮パスワード通知"));
    QCOMPARE(mail->temporaryPassword, QStringLiteral("AbCd-EfGh"));
    QVERIFY(mail->loginId.isEmpty());
}

void TestMailer::messageKeepsRfc5322()
{
    QTemporaryDir dir;
    Mailer mailer(dir.path(), m_clock, m_random);
    QVERIFY(mailer.sendReset(m_to, QStringLiteral("AbCd-EfGh"), m_clock.nowUtc()).isOk());
    QVERIFY(mailer.sendLocked(m_to, m_clock.nowUtc()).isOk());
    for (const test::OutboxMail& mail : test::readOutbox(dir.path())) {
        QByteArrayList lines = mail.raw.split('\n');
        QCOMPARE(lines.takeLast(), QByteArray());
        for (const QByteArray& line : lines) {
            QVERIFY(line.endsWith('\r'));
            QVERIFY2(line.size() <= 79, line.constData());
            for (const char byte : line)
                QVERIFY(byte > 0);
        }
        for (const char* header : {"From: ", "To: ", "Subject: ", "Date: Sun, 22 Nov 2026 01:00:00 +0000", "Message-ID: <",
                                   "MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8",
                                   "Content-Transfer-Encoding: base64"})
            QVERIFY2(mail.raw.contains(header), header);
    }
}

void TestMailer::namesSortInTheOrderOfSending()
{
    QTemporaryDir dir;
    Mailer mailer(dir.path(), m_clock, m_random);
    for (int i = 0; i < 12; ++i)
        QVERIFY(mailer.sendTemporaryPassword(m_to, QStringLiteral("p%1").arg(i), m_clock.nowUtc()).isOk());
    const auto mails = test::readOutbox(dir.path());
    QCOMPARE(mails.size(), 12);
    for (int i = 0; i < 12; ++i)
        QCOMPARE(mails[i].temporaryPassword, QStringLiteral("p%1").arg(i));
}

void TestMailer::invalidDomainsCannotBeReached()
{
    QVERIFY(Mailer::canReach(QStringLiteral("a@b.example")));
    QVERIFY(!Mailer::canReach(QStringLiteral("a@b.invalid")));
    QVERIFY(!Mailer::canReach(QStringLiteral("nobody")));
}

QTEST_GUILESS_MAIN(TestMailer)
#include "test_mailer.moc"
