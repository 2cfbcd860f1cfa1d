// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command_line.h"
#include "app/cli/report.h"

#include <QTest>

using namespace yoyo;

class TestCommandLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void readsEveryCommand();
    void commonOptionsStandAnywhere();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void laterCommandsAreToldAsSuch();
    void exitCodesAreFixed();
};

static Result<CommandLine> parse(const char* text)
{
    return parseCommandLine(QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

void TestCommandLine::readsEveryCommand()
{
    const auto connect = parse("--profile a connect https://x --ca ca.pem");
    QVERIFY(connect.isOk());
    QVERIFY(connect->command == Command::Connect);
    QCOMPARE(connect->address, QStringLiteral("https://x"));
    QCOMPARE(connect->caFile, QStringLiteral("ca.pem"));
    QCOMPARE(connect->profile, QStringLiteral("a"));
    const auto signIn = parse("sign-in --user u1 --new-password-stdin");
    QVERIFY(signIn.isOk());
    QVERIFY(signIn->hasNewPassword);
    const auto exported = parse("export users --output o.csv --for reimport");
    QVERIFY(exported.isOk());
    QCOMPARE(exported->purpose, QStringLiteral("reimport"));
    for (const char* word : {"sign-out", "status", "sync", "doctor"})
        QVERIFY(parse(word).isOk());
    QVERIFY(parse("--help")->command == Command::Help);
    QVERIFY(parse("--version")->command == Command::Version);
}

void TestCommandLine::commonOptionsStandAnywhere()
{
    const auto line = parse("sync --json --wait 5 --profile b");
    QVERIFY(line.isOk());
    QVERIFY(line->isJson);
    QVERIFY(line->wait == std::chrono::seconds(5));
    QCOMPARE(line->profile, QStringLiteral("b"));
    QVERIFY(parse("sync")->wait == std::chrono::seconds(30));
}

void TestCommandLine::refusesWrongUsage_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "frobnicate", "connect", "connect a b", "sign-in", "sign-in --user", "status extra",
                             "sync --wait soon", "sync --wait -1", "export", "export users", "export cats --output x",
                             "export users --output x --for fun", "status --user a", "--profile", "--sideways status"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestCommandLine::refusesWrongUsage()
{
    QFETCH(QString, text);
    const auto line = parseCommandLine(text.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    QVERIFY(!line.isOk());
    QCOMPARE(line.error().code, ErrorCode::CommandLineWrong);
    QVERIFY(!line.error().detail.isEmpty());
}

void TestCommandLine::laterCommandsAreToldAsSuch()
{
    QCOMPARE(parse("import users x.csv").error().code, ErrorCode::NotSupportedHere);
    QCOMPARE(parse("connect https://x --client-certificate c").error().code, ErrorCode::NotSupportedHere);
    QCOMPARE(parse("doctor --bundle b.zip")->output, QStringLiteral("b.zip"));
    QCOMPARE(parse("doctor --bundle").error().code, ErrorCode::CommandLineWrong);
}

void TestCommandLine::exitCodesAreFixed()
{
    using enum ErrorCode;
    QVERIFY(exitCodeOf(EngineBusy) == ExitCode::Busy);
    QVERIFY(exitCodeOf(CommandLineWrong) == ExitCode::WrongUsage);
    QVERIFY(exitCodeOf(PlainHttpRefused) == ExitCode::WrongUsage);
    for (const ErrorCode code : {HostNotFound, TlsUnknownCa, Maintenance, CredentialsInvalid, NotSignedIn, ProfileMissing,
                                 KeychainUnavailable, StoreNewer, ProfileUnusable})
        QVERIFY(exitCodeOf(code) == ExitCode::NoAccess);
    for (const ErrorCode code : {OutputNotWritable, FieldInvalid, OnlyAdministrators})
        QVERIFY(exitCodeOf(code) == ExitCode::Findings);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "test_command_line.moc"
