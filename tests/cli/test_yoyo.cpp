// SPDX-License-Identifier: Apache-2.0
// The real `yoyo` against the real yoyo-central, with the real keychain (the test runs under with_keyring).
#include "app/composition/composition.h"
#include "app/composition/sync_door.h"
#include "models/domain/clock.h"
#include "models/domain/random_source.h"
#include "models/intake/user_csv.h"
#include "models/session/keychain.h"
#include "models/session/session.h"
#include "models/sync/sync_runner.h"
#include "tests/support/service_process.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
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
    void exportForReimportReadsAgainAsUser1();
    void syncBesideAnOpenWindowIsDoneByTheWindow();
    void wrongUsageIsTwo();
    void textIsJapaneseOrEnglish();
    void doctorFindsNothingWrong();
    void bundleHoldsNoNamesAndNoSecrets();
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
    QVERIFY(synced.json.value(QStringLiteral("verified")).toBool()); // by the digest of the real service
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
    // A setting comes with everything it says.
    QFile settings(m_directory.filePath(QStringLiteral("settings")));
    QVERIFY(settings.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(settings.readAll());
    for (const char* column : {"Management number", "Commission fee", "Kind of contract", "Contact", "Note"})
        QVERIFY2(text.section(QLatin1Char('\n'), 0, 0).contains(QString::fromLatin1(column)), column);
    const Outcome nowhere = json({QStringLiteral("export"), QStringLiteral("users"), QStringLiteral("--output"),
                                  QStringLiteral("/none/x.csv")});
    QCOMPARE(nowhere.exitCode, 1);
    QCOMPARE(nowhere.code(), QStringLiteral("E-STOR-012"));
}

void TestYoyo::exportForReimportReadsAgainAsUser1()
{
    const QString path = m_directory.filePath(QStringLiteral("user1.csv"));
    const Outcome exported = json({QStringLiteral("export"), QStringLiteral("users"), QStringLiteral("--for"),
                                   QStringLiteral("reimport"), QStringLiteral("--output"), path});
    QVERIFY2(exported.exitCode == 0, qPrintable(exported.output));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto read = yoyo::readUserCsv(file, QDate::currentDate());
    QVERIFY(read);
    QCOMPARE(read->rows.size(), exported.json.value(QStringLiteral("rows")).toInt());
    QStringList ids;
    for (const yoyo::UserCandidate& row : read->rows) {
        QVERIFY2(row.findings.isEmpty(), qPrintable(row.user.loginId));
        QCOMPARE(row.change, yoyo::UserChange::Update);
        QVERIFY(!row.user.familyName.isEmpty());
        ids.append(row.user.loginId);
    }
    QVERIFY(ids.contains(m_loginId));
}

/// The part of the window that counts here: it holds the engine lock and syncs by itself.
void TestYoyo::syncBesideAnOpenWindowIsDoneByTheWindow()
{
    using namespace yoyo;
    const SystemClock clock;
    SystemRandom random;
    QtKeychain keychain;
    auto window = Composition::open(QStringLiteral("test"), Composition::Missing::Refuse, {clock, random, keychain});
    QVERIFY(window);
    const auto resumed = (*window)->session().resume();
    QTRY_VERIFY_WITH_TIMEOUT(resumed.isFinished(), 60'000);
    QVERIFY(resumed.result());
    SyncRunner& sync = (*window)->sync();
    QSignalSpy rounds(&sync, &SyncRunner::roundEnded);
    sync.start();
    QTRY_VERIFY_WITH_TIMEOUT(!rounds.isEmpty(), 60'000);
    QVERIFY(!sync.status().lastError);

    const auto beside = [this](const QStringList& arguments) {
        QProcess process;
        process.start(QStringLiteral(YOYO_PROGRAM),
                      QStringList{QStringLiteral("--profile"), QStringLiteral("test"), QStringLiteral("--json")} + arguments);
        [&process] { QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000); }();
        return std::pair(process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object());
    };
    // Without its door the window only keeps others out.
    QCOMPARE(beside({QStringLiteral("--wait"), QStringLiteral("1"), QStringLiteral("sync")}).first, 4);

    const QString storeDirectory = (*window)->session().storeDirectory();
    {
        SyncDoor door(sync);
        door.open(storeDirectory);
        QTRY_VERIFY(door.isOpen());
        SyncDoor second(sync);
        second.open(storeDirectory); // somebody answers there already
        rounds.clear();
        const auto [exitCode, told] = beside({QStringLiteral("sync")});
        QCOMPARE(exitCode, 0);
        QVERIFY(told.value(QStringLiteral("by_window")).toBool());
        QCOMPARE(told.value(QStringLiteral("counts")).toObject().value(QStringLiteral("unsent")).toInt(), 0);
        QVERIFY(instantFromText(told.value(QStringLiteral("last_sync")).toString()).secsTo(clock.nowUtc()) < 60);
        QVERIFY(!rounds.isEmpty());
        QVERIFY(!second.isOpen());

        (*window)->setLineCut(true);
        const auto [cutExit, cut] = beside({QStringLiteral("sync")});
        QCOMPARE(cutExit, 3);
        QCOMPARE(cut.value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString(), QStringLiteral("E-NET-017"));
        (*window)->setLineCut(false);
    }
    sync.stop();
    (*window)->session().close();
    window = Error(ErrorCode::Cancelled); // the store is closed
    QVERIFY(!json({QStringLiteral("sync")}).json.contains(QStringLiteral("by_window")));
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
    QStringList names;
    for (const QJsonValue& check : doctor.json.value(QStringLiteral("checks")).toArray())
        names.append(check.toObject().value(QStringLiteral("check")).toString());
    QVERIFY(names.contains(QStringLiteral("ca certificate ends")));
    QVERIFY(names.contains(QStringLiteral("service certificate ends")));
}

void TestYoyo::bundleHoldsNoNamesAndNoSecrets()
{
    const QString path = m_directory.filePath(QStringLiteral("bundle.zip"));
    const Outcome doctor = json({QStringLiteral("doctor"), QStringLiteral("--bundle"), path});
    QVERIFY2(doctor.exitCode == 0, qPrintable(doctor.output));
    QProcess python; // an archive that others can read
    python.start(QStringLiteral("python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n"
                                 "for n in z.namelist(): print('==', n); print(z.read(n).decode())"),
                  path});
    QVERIFY(python.waitForFinished(30'000));
    const QString text = QString::fromUtf8(python.readAllStandardOutput());
    QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
    for (const char* part : {"== versions.txt", "== settings.txt", "== checks.json", "== events.log", "session online", "sync idle"})
        QVERIFY2(text.contains(QLatin1String(part)), part);
    for (const QString& secret : {newPassword, m_loginId, m_temporary, qEnvironmentVariable("HOME"), QStringLiteral("新宿")})
        QVERIFY2(!text.contains(secret), qPrintable(secret));
    QCOMPARE(json({QStringLiteral("doctor"), QStringLiteral("--bundle"), QStringLiteral("/none/b.zip")}).code(),
             QStringLiteral("E-STOR-012"));
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
    const Outcome back = json({QStringLiteral("sync")});
    QVERIFY2(back.exitCode == 0, qPrintable(back.output + back.errors));
}

void TestYoyo::signOutEndsTheSession()
{
    const Outcome out = json({QStringLiteral("sign-out")});
    QVERIFY2(out.exitCode == 0, qPrintable(out.output + out.errors));
    const Outcome status = json({QStringLiteral("status")});
    QVERIFY(!status.json.value(QStringLiteral("signed_in")).toBool());
    QCOMPARE(status.json.value(QStringLiteral("stores")).toArray().size(), 1);
    const Outcome sync = json({QStringLiteral("sync")});
    QCOMPARE(sync.exitCode, 3);
    QCOMPARE(sync.code(), QStringLiteral("E-AUTH-024"));
}

QTEST_GUILESS_MAIN(TestYoyo)
#include "test_yoyo.moc"
