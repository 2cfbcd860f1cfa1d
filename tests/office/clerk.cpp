// SPDX-License-Identifier: Apache-2.0
// A person at work in a process of its own, for tests that kill it: signs in, saves notes on settings and says so.
//   clerk PROFILE LOGIN offline|online|cut COUNT [--file-limit BYTES] [--nobody]     the password on standard input
// `cut` signs in online and works offline. With --nobody files belong to somebody else: what is not open to all cannot
// be written, whoever runs the test. Prints "note CODE" for each note of the sign-in and "signed-in", then "saved N" or
// "refused CODE" for each note on a setting, "sent" once nothing waits, and stays until its input ends.
#include "tests/office/pc.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <sys/fsuid.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace yoyo;
using namespace yoyo::test;

static void say(const QString& line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

static QString readLine()
{
    char line[256];
    return std::fgets(line, sizeof line, stdin) ? QString::fromUtf8(line).trimmed() : QString();
}

/// As on a full disk: no file grows beyond `bytes` from now on.
static void limitFiles(rlim_t bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

int main(int argc, char** argv)
{
    constexpr uid_t nobody = 65534;
    for (int i = 1; i < argc; ++i) {
        if (qstrcmp(argv[i], "--nobody") == 0)
            ::setfsuid(nobody); // before there is a second thread; without the right to it nothing changes
    }
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() < 5)
        return 2;
    Pc pc(arguments.at(1));
    pc.start();
    pc.program().setLineCut(arguments.at(3) == QLatin1String("offline"));
    const auto reached = pc.signIn(arguments.at(2), readLine());
    if (!reached) {
        say(QStringLiteral("refused ") + reached.error().codeText());
        return 1;
    }
    for (const Error& note : pc.program().session().notes())
        say(QStringLiteral("note ") + note.codeText());
    if (arguments.at(3) == QLatin1String("cut")) {
        if (!pc.sync())
            return 1;
        pc.program().setLineCut(true);
    }
    QList<SettingRow> rows;
    for (int n = 0; n < arguments.at(4).toInt(); ++n)
        rows.append(pc.setting(n));
    say(QStringLiteral("signed-in"));
    if (const qsizetype at = arguments.indexOf(QStringLiteral("--file-limit")); at > 0)
        limitFiles(rlim_t(arguments.value(at + 1).toLongLong()));
    for (int n = 0; n < rows.size(); ++n) {
        const FieldChange change{{{QStringLiteral("note"), QStringLiteral("clerk %1").arg(n)}}, {}};
        const auto saved = await(pc.program().settings().save({rows.at(n).seen}, change));
        say(saved ? QStringLiteral("saved %1").arg(n) : QStringLiteral("refused ") + saved.error().codeText());
    }
    if (arguments.at(3) == QLatin1String("online") && pc.syncUntilSent())
        say(QStringLiteral("sent"));
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &app, &QCoreApplication::quit);
    app.exec();
    pc.quit();
    return 0;
}
