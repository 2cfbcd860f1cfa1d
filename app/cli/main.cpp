// SPDX-License-Identifier: Apache-2.0
// `yoyo`: the work of the window for scheduled jobs and IT. Reads the command line and standard input, makes
// the composition, runs one command, ends with its exit code.
#include "app/cli/command_line.h"
#include "app/cli/report.h"
#include "app/cli/runner.h"
#include "app/composition/composition.h"
#include "app/composition/hardening.h"
#include "models/domain/clock.h"
#include "models/domain/random_source.h"
#include "models/session/keychain.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#endif

using namespace yoyo;

static QString locale()
{
    return qEnvironmentVariable("LC_ALL", qEnvironmentVariable("LC_MESSAGES", qEnvironmentVariable("LANG")));
}

/// One line of standard input, without echo where a person types.
static SecretBuffer readSecret()
{
#ifdef Q_OS_UNIX
    termios before{};
    const bool isTerminal = isatty(STDIN_FILENO) != 0 && tcgetattr(STDIN_FILENO, &before) == 0;
    if (isTerminal) {
        termios silent = before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &silent);
    }
#endif
    constexpr qsizetype longest = 4096;
    QByteArray line;
    for (int c = std::getchar(); c != EOF && c != '\n' && line.size() < longest; c = std::getchar())
        line.append(char(c));
    if (line.endsWith('\r'))
        line.chop(1);
#ifdef Q_OS_UNIX
    if (isTerminal)
        tcsetattr(STDIN_FILENO, TCSANOW, &before);
#endif
    return SecretBuffer::takeFrom(line);
}

static int failed(Report& report, const Error& error)
{
    report.fail(error);
    report.write();
    return int(report.exitCode());
}

int main(int argc, char** argv)
{
    forbidCoreDumps();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("yoyo"));
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const Result<CommandLine> line = parseCommandLine(arguments);
    Report early(arguments.contains(QStringLiteral("--json")), messageLanguage({}, locale()));
    if (!line) {
        if (line.error().code == ErrorCode::CommandLineWrong)
            std::fputs(qPrintable(usageText()), stderr);
        return failed(early, line.error());
    }
    if (line->command == Command::Help || line->command == Command::Version) {
        std::fputs(line->command == Command::Help ? qPrintable(usageText()) : "yoyo " YOYO_VERSION "\n",
                   stdout);
        return 0;
    }

    SystemClock clock;
    SystemRandom random;
    QtKeychain keychain;
    const bool mayMake = line->command == Command::Connect || line->command == Command::Doctor;
    Result<std::unique_ptr<Composition>> composition =
        Composition::open(line->profile, mayMake ? Composition::Missing::Make : Composition::Missing::Refuse,
                          {clock, random, keychain});
    if (!composition)
        return failed(early, composition.error());
    Report report(line->isJson, messageLanguage((*composition)->profile().language, locale()));
    TypedSecrets secrets;
    if (line->command == Command::SignIn) {
        report.progress(QStringLiteral("Password:"), QStringLiteral("パスワード:"));
        secrets.password = readSecret();
        if (line->hasNewPassword) {
            report.progress(QStringLiteral("New password:"), QStringLiteral("新しいパスワード:"));
            secrets.newPassword = readSecret();
        }
    }
    Runner runner(*line, **composition, keychain, std::move(secrets), report);
    QObject::connect(
        &runner, &Runner::finished, &app,
        [&report] {
            report.write();
            QCoreApplication::exit(int(report.exitCode()));
        },
        Qt::QueuedConnection);
    QTimer::singleShot(0, &runner, &Runner::start);
    return QCoreApplication::exec();
}
