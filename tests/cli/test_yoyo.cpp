// SPDX-License-Identifier: Apache-2.0
// The real `yoyo` against the real yoyo-central, with the real keychain (the test runs under with_keyring).
#include "tests/support/service_process.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace yoyo::test;

static const QString newPassword = QStringLiteral("purple umbrella window train");

class TestYoyo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void connectTellsWhatIsWrong();
    void damagedProfileIsRefusedAndKept();
    void signInTellsWhatIsWrong();
    void firstSignInChangesThePassword();
    void syncsAndExports();
    void wrongUsageIsTwo();
    void textIsJapaneseOrEnglish();
    void doctorFindsNothingWrong();
    void worksOfflineAndTellsTheTrouble();
    void signOutEndsTheSession();

private:
    struct Outcome
    {
        int exitCode = -1;
        QJsonObject json;
        QString output;
        QString errors;
        QString code() const
        {
            return json.value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString();
        }
    };
    Outcome run(const QStringList& arguments, const QString& input = {}, const QString& language = QStringLiteral("C.UTF-8"));
    Outcome json(QStringList arguments, const QString& input = {})
    {
        return run(arguments << QStringLiteral("--json"), input);
    }

    ServiceProcess m_service;
    QTemporaryDir m_directory;
    QString m_loginId;
    QString m_temporary;
};

TestYoyo::Outcome TestYoyo::run(const QStringList& arguments, const QString& input, const QString& language)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LANG"), language);
    environment.remove(QStringLiteral("LC_ALL"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(YOYO_PROGRAM), QStringList{QStringLiteral("--profile"), QStringLiteral("test")} + arguments);
    process.write(input.toUtf8());
    process.closeWriteChannel();
    process.waitForFinished(120'000);
    Outcome out;
    out.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    const QByteArray bytes = process.readAllStandardOutput();
    out.output = QString::fromUtf8(bytes);
    out.errors = QString::fromUtf8(process.readAllStandardError());
    out.json = QJsonDocument::fromJson(bytes).object();
    return out;
}

void TestYoyo::initTestCase()
{
    QVERIFY2(m_service.start(), qPrintable(m_service.errorText()));
    const auto mail = m_service.waitForMail([](const OutboxMail& m) { return !m.temporaryPassword.isEmpty(); });
    QVERIFY(mail.has_value());
    m_temporary = mail->temporaryPassword;
    m_loginId = mail->loginId;
    QVERIFY(!m_loginId.isEmpty());
}

void TestYoyo::connectTellsWhatIsWrong()
{
    QCOMPARE(json({QStringLiteral("status")}).code(), QStringLiteral("E-APP-002"));
    const Outcome unknownCa = json({QStringLiteral("connect"), m_service.address()});
    QCOMPARE(unknownCa.exitCode, 3);
    QCOMPARE(unknownCa.code(), QStringLiteral("E-NET-005"));
    QString plain = m_service.address();
    plain.replace(QStringLiteral("https"), QStringLiteral("http"));
    const Outcome http = json({QStringLiteral("connect"), plain, QStringLiteral("--ca"), m_service.caPath()});
    QCOMPARE(http.exitCode, 2);
    QCOMPARE(http.code(), QStringLiteral("E-NET-009"));
    QCOMPARE(json({QStringLiteral("connect"), m_service.address(), QStringLiteral("--ca"), QStringLiteral("/none")}).code(),
             QStringLiteral("E-NET-018"));
    const Outcome noHost = json({QStringLiteral("connect"), QStringLiteral("https://no-such-host.invalid")});
    QCOMPARE(noHost.exitCode, 3);
    QCOMPARE(noHost.code(), QStringLiteral("E-NET-001"));
    // Nothing of this was kept.
    QCOMPARE(json({QStringLiteral("status")}).code(), QStringLiteral("E-APP-002"));

    const Outcome good = json({QStringLiteral("connect"), m_service.address(), QStringLiteral("--ca"), m_service.caPath()});
    QVERIFY2(good.exitCode == 0, qPrintable(good.output));
    QVERIFY(good.json.value(QStringLiteral("demo")).toBool());
}

void TestYoyo::damagedProfileIsRefusedAndKept()
{
    const QString path = qEnvironmentVariable("XDG_DATA_HOME") + QStringLiteral("/yoyo-desk/profiles/test/profile.json");
    QFile file(path);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
    const QByteArray good = file.readAll();
    file.close();
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ damaged");
    file.close();
    for (const char* command : {"status", "sync", "doctor"}) {
        const Outcome outcome = json({QString::fromLatin1(command)});
        QCOMPARE(outcome.code(), QStringLiteral("E-STOR-011"));
        QCOMPARE(outcome.exitCode, 3);
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{ damaged"));
    file.close();
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(good);
}

void TestYoyo::signInTellsWhatIsWrong()
{
    const QStringList signIn{QStringLiteral("sign-in"), QStringLiteral("--user"), m_loginId};
    const Outcome wrong = json(signIn, QStringLiteral("not the password\n"));
    QCOMPARE(wrong.exitCode, 3);
    QCOMPARE(wrong.code(), QStringLiteral("E-AUTH-001"));
    const Outcome mustChange = json(signIn, m_temporary + QLatin1Char('\n'));
    QVERIFY2(mustChange.exitCode == 3, qPrintable(mustChange.errors));
    QCOMPARE(mustChange.code(), QStringLiteral("E-AUTH-005"));
}

void TestYoyo::firstSignInChangesThePassword()
{
    const QStringList signIn{QStringLiteral("sign-in"), QStringLiteral("--user"), m_loginId,
                             QStringLiteral("--new-password-stdin")};
    const Outcome tooShort = json(signIn, QString(m_temporary + QStringLiteral("\nshort\n")));
    QCOMPARE(tooShort.code(), QStringLiteral("E-AUTH-010"));
    const Outcome done = json(signIn, QString(m_temporary + QLatin1Char('\n') + newPassword + QLatin1Char('\n')));
    QVERIFY2(done.exitCode == 0, qPrintable(done.output + done.errors));
    QVERIFY(done.json.value(QStringLiteral("password_changed")).toBool());
    QCOMPARE(done.json.value(QStringLiteral("user")).toObject().value(QStringLiteral("login_id")).toString(), m_loginId);
    const Outcome status = json({QStringLiteral("status")});
    QCOMPARE(status.exitCode, 0);
    QVERIFY2(status.json.value(QStringLiteral("signed_in")).toBool(), qPrintable(status.output));
    // The temporary password is used up.
    QCOMPARE(json({QStringLiteral("sign-in"), QStringLiteral("--user"), m_loginId}, m_temporary + QLatin1Char('\n')).exitCode, 3);
    QCOMPARE(json({QStringLiteral("sign-in"), QStringLiteral("--user"), m_loginId}, newPassword + QLatin1Char('\n')).exitCode, 0);
}

void TestYoyo::syncsAndExports()
{
    const Outcome synced = json({QStringLiteral("sync")});
    QVERIFY2(synced.exitCode == 0, qPrintable(synced.output + synced.errors));
    QCOMPARE(synced.json.value(QStringLiteral("counts")).toObject().value(QStringLiteral("unsent")).toInt(), 0);
    QVERIFY(synced.json.value(QStringLiteral("last_sync")).toString().endsWith(QLatin1Char('Z')));
    for (const char* what : {"users", "settings"}) {
        const QString path = m_directory.filePath(QString::fromLatin1(what));
        const Outcome exported = json({QStringLiteral("export"), QString::fromLatin1(what), QStringLiteral("--output"), path});
        QVERIFY2(exported.exitCode == 0, qPrintable(exported.output));
        QVERIFY(exported.json.value(QStringLiteral("rows")).toInt() > 5);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("\xef\xbb\xbf"));
        QCOMPARE(bytes.count('\n') - 1, exported.json.value(QStringLiteral("rows")).toInt());
    }
    const Outcome nowhere = json({QStringLiteral("export"), QStringLiteral("users"), QStringLiteral("--output"),
                                  QStringLiteral("/none/x.csv")});
    QCOMPARE(nowhere.exitCode, 1);
    QCOMPARE(nowhere.code(), QStringLiteral("E-STOR-012"));
}

void TestYoyo::wrongUsageIsTwo()
{
    QCOMPARE(run({QStringLiteral("frobnicate")}).exitCode, 2);
    QCOMPARE(run({QStringLiteral("sign-in")}).exitCode, 2);
    QCOMPARE(json({QStringLiteral("import")}).code(), QStringLiteral("E-APP-003"));
}

void TestYoyo::textIsJapaneseOrEnglish()
{
    QVERIFY(run({QStringLiteral("status")}, {}, QStringLiteral("ja_JP.UTF-8")).output.contains(QStringLiteral("接続先")));
    QVERIFY(run({QStringLiteral("status")}, {}, QStringLiteral("C.UTF-8")).output.contains(QStringLiteral("Service")));
}

void TestYoyo::doctorFindsNothingWrong()
{
    const Outcome doctor = json({QStringLiteral("doctor")});
    QVERIFY2(doctor.exitCode == 0, qPrintable(doctor.output));
    QVERIFY(doctor.json.value(QStringLiteral("checks")).toArray().size() >= 5);
    QVERIFY(!doctor.output.contains(newPassword));
}

void TestYoyo::worksOfflineAndTellsTheTrouble()
{
    m_service.stop();
    const Outcome offline = json({QStringLiteral("sign-in"), QStringLiteral("--user"), m_loginId}, newPassword + QLatin1Char('\n'));
    QVERIFY2(offline.exitCode == 0, qPrintable(offline.output));
    QVERIFY(!offline.json.value(QStringLiteral("online")).toBool());
    const Outcome sync = json({QStringLiteral("sync")});
    QCOMPARE(sync.exitCode, 3);
    QCOMPARE(sync.code(), QStringLiteral("E-NET-002"));
    QCOMPARE(json({QStringLiteral("doctor")}).exitCode, 1);
    QVERIFY(m_service.restart());
    QCOMPARE(json({QStringLiteral("sync")}).exitCode, 0);
}

void TestYoyo::signOutEndsTheSession()
{
    QCOMPARE(json({QStringLiteral("sign-out")}).exitCode, 0);
    const Outcome status = json({QStringLiteral("status")});
    QVERIFY(!status.json.value(QStringLiteral("signed_in")).toBool());
    QCOMPARE(status.json.value(QStringLiteral("stores")).toArray().size(), 1);
    const Outcome sync = json({QStringLiteral("sync")});
    QCOMPARE(sync.exitCode, 3);
    QCOMPARE(sync.code(), QStringLiteral("E-AUTH-024"));
}

QTEST_GUILESS_MAIN(TestYoyo)
#include "test_yoyo.moc"
