// SPDX-License-Identifier: Apache-2.0
// yoyo-central: the reference central service as a program. Command line, signals and standard input only.
// Exit codes: 0 ended by SIGTERM or SIGINT, 2 wrong usage or port in use, 1 anything else.
#include "models/domain/clock.h"
#include "models/domain/random_source.h"
#include "tests/central/service.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <cstdio>
#include <mutex>

using namespace yoyo;

static int stopPipe[2];

static void onStopSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(stopPipe[1], &byte, 1);
}

static bool watchSignals()
{
    if (::pipe(stopPipe) != 0)
        return false;
    struct sigaction action = {};
    action.sa_handler = onStopSignal;
    return ::sigaction(SIGTERM, &action, nullptr) == 0 && ::sigaction(SIGINT, &action, nullptr) == 0;
}

static void say(FILE* stream, const QString& line)
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    const QByteArray utf8 = line.toUtf8() + '\n';
    std::fwrite(utf8.constData(), 1, std::size_t(utf8.size()), stream);
    std::fflush(stream);
}

static int wrongUsage(const QString& reason)
{
    say(stderr, QStringLiteral("yoyo-central: ") + reason);
    return 2;
}

/// Serves until a signal comes; commands are read only in a demonstration. The end of standard input ends nothing.
static void serve(service::Service& service, bool readsCommands)
{
    QByteArray pending;
    pollfd watched[2] = {{stopPipe[0], POLLIN, 0}, {readsCommands ? STDIN_FILENO : -1, POLLIN, 0}};
    for (;;) {
        if (::poll(watched, 2, -1) < 0)
            continue;
        if (watched[0].revents)
            return;
        if (!watched[1].revents)
            continue;
        char chunk[4096];
        const ssize_t got = ::read(STDIN_FILENO, chunk, sizeof chunk);
        if (got <= 0) {
            watched[1].fd = -1;
            continue;
        }
        pending.append(chunk, got);
        for (qsizetype end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n')) {
            const QString line = QString::fromUtf8(pending.left(end)).trimmed();
            pending.remove(0, end + 1);
            if (!line.isEmpty())
                say(stdout, service.command(line));
        }
    }
}

static bool splitAddress(const QString& text, QString* host, int* port)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    bool isNumber = false;
    *host = text.left(colon);
    *port = text.mid(colon + 1).toInt(&isNumber);
    return colon > 0 && isNumber && *port >= 0 && *port <= 65535;
}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("yoyo-central"));
    QCoreApplication::setApplicationVersion(QStringLiteral(YOYO_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Reference central service of Yoyo Desk"));
    const QCommandLineOption listen(QStringLiteral("listen"), QStringLiteral("Address to serve; port 0 chooses one."),
                                    QStringLiteral("HOST:PORT"));
    const QCommandLineOption data(QStringLiteral("data"), QStringLiteral("Folder for database, keys and mails."),
                                  QStringLiteral("DIR"));
    const QCommandLineOption demo(QStringLiteral("demo"),
                                  QStringLiteral("Demonstration office; commands on standard input."));
    const QCommandLineOption noWindows(QStringLiteral("no-late-entry-windows"),
                                       QStringLiteral("Behave like a service that knows only the flag."));
    parser.addOptions({listen, data, demo, noWindows});
    parser.addHelpOption();
    parser.addVersionOption();
    if (!parser.parse(app.arguments()))
        return wrongUsage(parser.errorText());
    if (parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("version"))) {
        parser.process(app);
        return 0;
    }

    service::ServiceOptions options;
    if (!parser.isSet(listen) || !splitAddress(parser.value(listen), &options.host, &options.port))
        return wrongUsage(QStringLiteral("--listen HOST:PORT is needed"));
    if (!parser.isSet(data) || !parser.positionalArguments().isEmpty())
        return wrongUsage(QStringLiteral("--data DIR is needed, and nothing else"));
    options.directory = parser.value(data);
    if (!QDir().mkpath(options.directory))
        return wrongUsage(QStringLiteral("the folder of --data cannot be made"));
    options.isDemo = parser.isSet(demo);
    options.environment = options.isDemo ? QStringLiteral("practice") : QStringLiteral("production");
    options.hasLateEntryWindows = !parser.isSet(noWindows);
    options.log = [](const QString& line) { say(stderr, line); };

    SystemClock clock;
    SystemRandom random;
    if (options.isDemo)
        options.seed = service::demonstrationSeed(clock);
    const QStringList notices = options.seed.notices;
    const bool readsCommands = options.isDemo;
    const QString host = options.host;

    if (!watchSignals())
        return 1;
    service::Service service(std::move(options), clock, random);
    if (const auto started = service.start(); !started) {
        say(stderr, QStringLiteral("yoyo-central: ") + started.error().detail);
        return started.error().code == ErrorCode::ConnectionRefused ? 2 : 1;
    }
    for (const QString& notice : notices)
        say(stdout, notice);
    say(stdout, QStringLiteral("listening https://%1:%2").arg(host).arg(service.port()));
    serve(service, readsCommands);
    service.stop();
    return 0;
}
