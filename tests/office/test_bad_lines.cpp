// SPDX-License-Identifier: Apache-2.0
// What answers at the service's address is not the service: each is told apart by its code, at the sign-in and while
// working, nothing of the person's work or password reaches it, and the work arrives when the service is back.
#include "tests/office/office.h"

#include "tests/support/certificates.h"
#include "tests/support/tls_server.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace yoyo;
using namespace yoyo::test;

class TestBadLines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void whatAnswersIsNotTheService_data();
    void whatAnswersIsNotTheService();
    void httpInsteadOfHttps();
    void aWrongAddressIsNotKept();

private:
    CertifiedKey officeAuthority() const;

    Office m_office;
    std::unique_ptr<Pc> m_pc;
    Colleague m_colleague;
};

void TestBadLines::initTestCase()
{
    QVERIFY2(m_office.open(), qPrintable(m_office.errorText()));
    m_pc = m_office.newPc();
    const auto colleague = m_office.addColleague(Role::Staff, *m_pc);
    QVERIFY2(colleague, qPrintable(m_office.errorText()));
    m_colleague = *colleague;
}

/// The authority this office trusts, so that only what a row names is wrong.
CertifiedKey TestBadLines::officeAuthority() const
{
    const auto read = [this](const char* name) {
        QFile file(m_office.service.directory() + QLatin1Char('/') + QLatin1String(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    return {read("ca.pem"), read("ca.key")};
}

void TestBadLines::whatAnswersIsNotTheService_data()
{
    QTest::addColumn<QString>("impostor");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("nobody") << QStringLiteral("nobody") << ErrorCode::ConnectionRefused;
    QTest::newRow("unknown CA") << QStringLiteral("other-ca") << ErrorCode::TlsUnknownCa;
    QTest::newRow("wrong host name") << QStringLiteral("other-name") << ErrorCode::TlsHostMismatch;
    QTest::newRow("expired certificate") << QStringLiteral("expired") << ErrorCode::TlsCertificateExpired;
    QTest::newRow("plain http") << QStringLiteral("http") << ErrorCode::PlainHttpRefused;
    QTest::newRow("captive portal") << QStringLiteral("portal") << ErrorCode::CaptivePortal;
}

void TestBadLines::whatAnswersIsNotTheService()
{
    QFETCH(QString, impostor);
    QFETCH(ErrorCode, code);
    QVERIFY(m_office.headOffice.sync());
    QVERIFY(m_pc->sync());
    const qint64 version = m_office.headOffice.setting(0).seen.ver;
    const QString note = QStringLiteral("while answered by: ") + impostor;
    m_pc->program().setLineCut(true);
    m_pc->saveNote(m_pc->setting(0), note);
    m_pc->quit();
    m_office.service.kill();

    const quint16 port = quint16(m_office.service.port());
    const CertifiedKey authority = officeAuthority();
    QVERIFY(!authority.certificate().isNull());
    const CertifiedKey stranger = makeAuthority(QStringLiteral("Somebody else"));
    const QStringList names{QStringLiteral("127.0.0.1"), QStringLiteral("localhost")};
    std::unique_ptr<TlsServer> tls;
    QTcpServer plain;
    if (impostor == QLatin1String("other-ca"))
        tls = std::make_unique<TlsServer>(makeServerCertificate(stranger), port);
    else if (impostor == QLatin1String("other-name"))
        tls = std::make_unique<TlsServer>(makeServerCertificate(authority, {QStringLiteral("else.example")}), port);
    else if (impostor == QLatin1String("expired"))
        tls = std::make_unique<TlsServer>(makeServerCertificate(authority, names, -90, -1), port);
    else if (impostor == QLatin1String("portal"))
        tls = std::make_unique<TlsServer>(makeServerCertificate(authority, names), port);
    if (tls) {
        QVERIFY(tls->isListening());
        tls->answer(httpReply(200, "text/html; charset=utf-8", "<html>Welcome to the hotel</html>"));
    }
    if (impostor == QLatin1String("http")) {
        QVERIFY(plain.listen(QHostAddress::LocalHost, port));
        QObject::connect(&plain, &QTcpServer::newConnection, &plain, [&plain] {
            QTcpSocket* socket = plain.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
    }

    m_pc->start();
    const auto offline = m_pc->signIn(m_colleague.loginId, m_colleague.password);
    QVERIFY2(offline && *offline == SessionState::Offline, offline ? "" : qPrintable(offline.error().codeText()));
    QCOMPARE(m_pc->program().session().notes().constFirst().code, code);
    QVERIFY(m_pc->sync());
    QVERIFY(m_pc->program().sync().status().lastError.has_value());
    QCOMPARE(m_pc->program().sync().status().lastError->code, code);
    QCOMPARE(m_pc->program().sync().status().phase, SyncPhase::Offline);
    QCOMPARE(m_pc->unsent(), 1);
    if (tls) {
        for (const ServedRequest& request : tls->requests) {
            QCOMPARE(request.method, QByteArray("GET")); // a handshake, which says nothing about anybody
            QVERIFY(!request.headers.contains("authorization"));
        }
    }
    tls.reset();
    plain.close();

    QVERIFY2(m_office.service.restart(), qPrintable(m_office.service.errorText()));
    QVERIFY(m_pc->syncUntilSent());
    QVERIFY(m_office.headOffice.sync());
    QCOMPARE(m_office.headOffice.setting(0).setting.note, note);
    QCOMPARE(m_office.headOffice.setting(0).seen.ver, version + 1);
}

void TestBadLines::httpInsteadOfHttps()
{
    QString plain = m_office.service.address();
    plain.replace(QStringLiteral("https"), QStringLiteral("http"));
    QCOMPARE(serviceAddress(plain).error().code, ErrorCode::PlainHttpRefused);
    Pc pc(QStringLiteral("pc-http"));
    pc.start();
    QCOMPARE(pc.connectTo(plain, m_office.service.caPath()).error().code, ErrorCode::PlainHttpRefused);
}

void TestBadLines::aWrongAddressIsNotKept()
{
    m_pc->quit();
    m_pc->start();
    const QUrl before = m_pc->program().profile().address;
    QCOMPARE(m_pc->connectTo(QStringLiteral("https://no-such-host.invalid"), {}).error().code, ErrorCode::HostNotFound);
    QCOMPARE(m_pc->connectTo(m_office.service.address(), {}).error().code, ErrorCode::TlsUnknownCa);
    QCOMPARE(m_pc->program().profile().address, before);
    const auto reached = m_pc->signIn(m_colleague.loginId, m_colleague.password);
    QVERIFY2(reached && *reached == SessionState::Online, reached ? "" : qPrintable(reached.error().codeText()));
    // While somebody is signed in their tokens stay with this service.
    QCOMPARE(m_pc->connectTo(m_office.service.address(), m_office.service.caPath()).error().code, ErrorCode::Cancelled);
    QVERIFY(m_pc->sync());
}

QTEST_GUILESS_MAIN(TestBadLines)
#include "test_bad_lines.moc"
