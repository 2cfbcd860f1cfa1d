// SPDX-License-Identifier: Apache-2.0
// The real program: command line, standard input and output, signals, demonstration office, restart.
#include "tests/central/service_fixture.h"
#include "tests/support/service_process.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace yoyo;
using namespace yoyo::test;

static QString path(const char* text)
{
    return QLatin1String(text);
}

class TestProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void demonstrationFromTheFirstMailToARestart();
    void portInUseEndsWithTwo();
    void wrongUsageEndsWithTwo();
};

static QJsonObject credentials(const QString& loginId, const QString& password)
{
    return {{QStringLiteral("login_id"), loginId},
            {QStringLiteral("password"), password},
            {QStringLiteral("device_id"), QStringLiteral("0192f0aa-0000-7000-8000-000000000001")},
            {QStringLiteral("device_name"), QStringLiteral("test")}};
}

void TestProgram::demonstrationFromTheFirstMailToARestart()
{
    ServiceProcess process;
    QVERIFY2(process.start(), qPrintable(process.errorText()));
    QCOMPARE(process.demoLoginId(), path("sj-admin02"));
    for (const char* secret : {"ca.key", "server.key", "central.db"}) {
        const auto permissions = QFileInfo(process.directory() + QLatin1Char('/') + path(secret)).permissions();
        QVERIFY2(!(permissions & (QFile::ReadGroup | QFile::ReadOther)), secret);
    }
    const auto mail = process.waitForMail([](const OutboxMail& m) { return !m.loginId.isEmpty(); });
    QVERIFY(mail && mail->loginId == path("sj-admin01"));

    auto client = std::make_unique<WireClient>(process.port(), process.caPath());
    const QJsonObject shake = client->get(path("/v1/handshake")).json();
    QCOMPARE(shake.value(QStringLiteral("environment")).toString(), path("practice"));
    QVERIFY(shake.value(QStringLiteral("demo")).toBool());
    const WireReply begun = client->post(path("/v1/sessions"), credentials(mail->loginId, mail->temporaryPassword));
    QCOMPARE(begun.json().value(QStringLiteral("kind")).toString(), path("temporary"));
    const WireReply ready = client->post(path("/v1/sessions"), credentials(process.demoLoginId(), process.demoPassword()));
    QCOMPARE(ready.status, 201);
    const QByteArray token = ready.json().value(QStringLiteral("access_token")).toString().toLatin1();
    QSet<QString> states;
    int users = 0;
    int running = 0;
    for (const QJsonObject& row : client->get(path("/v1/changes?scope=office"), token).lines()) {
        const QJsonObject fields = row.value(QStringLiteral("fields")).toObject();
        running += fields.value(QStringLiteral("impl_flag")).toBool() ? 1 : 0;
        if (!fields.contains(QStringLiteral("login_id")))
            continue;
        ++users;
        states.insert(fields.value(QStringLiteral("credential_state")).toString() + QLatin1Char(' ')
                      + fields.value(QStringLiteral("state")).toString());
    }
    QCOMPARE(users, 10); // two more are registered by a colleague while the demonstration starts
    QCOMPARE(running, 12);
    for (const char* state : {"temporary_sent active", "temporary_expired active", "mail_bounced active", "in_use active",
                              "locked active", "in_use suspended"})
        QVERIFY2(states.contains(path(state)), state);

    QCOMPARE(process.sendCommand(path("colleague-edit 00101101")), path("ok colleague-edit 00101101"));
    QCOMPARE(process.sendCommand(path("maintenance on")), path("ok maintenance on"));
    const WireReply closed = client->get(path("/v1/me"), token);
    QCOMPARE(closed.status, 503);
    QVERIFY(closed.headers.value(QStringLiteral("retry-after")).toInt() > 0);
    QCOMPARE(process.sendCommand(path("maintenance off")), path("ok maintenance off"));
    QVERIFY(process.sendCommand(path("advance 1")).startsWith(path("ok advance")));
    QVERIFY(process.sendCommand(path("advance never")).startsWith(path("refused:")));
    QVERIFY(!process.log().contains(process.demoPassword()));

    const int port = process.port();
    QVERIFY(process.restart());
    QCOMPARE(process.port(), port);
    client = std::make_unique<WireClient>(process.port(), process.caPath());
    QCOMPARE(client->get(path("/v1/handshake")).json().value(QStringLiteral("dataset_epoch")),
             shake.value(QStringLiteral("dataset_epoch")));
    QCOMPARE(client->post(path("/v1/sessions"), credentials(process.demoLoginId(), process.demoPassword())).status, 201);
    QCOMPARE(process.stop(), 0);
}

void TestProgram::portInUseEndsWithTwo()
{
    ServiceProcess process;
    QVERIFY2(process.start(), qPrintable(process.errorText()));
    QTemporaryDir other;
    QProcess second;
    second.start(QStringLiteral(YOYO_CENTRAL_PROGRAM),
                 {path("--listen"), QStringLiteral("127.0.0.1:%1").arg(process.port()), path("--data"), other.path()});
    QVERIFY(second.waitForFinished(60'000));
    QCOMPARE(second.exitCode(), 2);
}

void TestProgram::wrongUsageEndsWithTwo()
{
    for (const QStringList& arguments : {QStringList{}, QStringList{path("--listen"), path("nowhere"), path("--data"), path("/tmp")},
                                         QStringList{path("--listen"), path("127.0.0.1:0")}, QStringList{path("--dance")}}) {
        QProcess process;
        process.start(QStringLiteral(YOYO_CENTRAL_PROGRAM), arguments);
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 2);
    }
}

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
