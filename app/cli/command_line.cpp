// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command_line.h"

namespace yoyo {

namespace {

/// Walks the arguments; the first mistake ends it.
class Arguments
{
public:
    explicit Arguments(QStringList list) : m_list(std::move(list)) {}
    bool isAtEnd() const { return m_list.isEmpty(); }
    QString next() { return m_list.takeFirst(); }
    /// The value of an option; an option in its place is a mistake, not a value.
    QString value(const QString& option)
    {
        if (m_list.isEmpty() || m_list.first().startsWith(QLatin1String("--"))) {
            fail(option + QStringLiteral(" needs a value"));
            return {};
        }
        return m_list.takeFirst();
    }
    void fail(const QString& why)
    {
        if (m_failure.isEmpty())
            m_failure = why;
    }
    const QString& failure() const { return m_failure; }

private:
    QStringList m_list;
    QString m_failure;
};

} // namespace

static std::optional<Command> commandOf(const QString& word)
{
    static constexpr struct
    {
        const char* word;
        Command command;
    } words[] = {{"connect", Command::Connect}, {"sign-in", Command::SignIn}, {"sign-out", Command::SignOut},
                 {"status", Command::Status},   {"sync", Command::Sync},      {"export", Command::Export},
                 {"doctor", Command::Doctor},   {"help", Command::Help}};
    for (const auto& w : words) {
        if (word == QLatin1String(w.word))
            return w.command;
    }
    return std::nullopt;
}

static bool isOfALaterVersion(const QString& word)
{
    static const QStringList later{QStringLiteral("check"),   QStringLiteral("import"),
                                   QStringLiteral("lookup"),  QStringLiteral("backup"),
                                   QStringLiteral("restore"), QStringLiteral("reference")};
    return later.contains(word);
}

static bool takeCommonOption(const QString& word, Arguments& arguments, CommandLine& line)
{
    if (word == QLatin1String("--profile")) {
        line.profile = arguments.value(word);
    } else if (word == QLatin1String("--json")) {
        line.isJson = true;
    } else if (word == QLatin1String("--wait")) {
        bool isNumber = false;
        const int seconds = arguments.value(word).toInt(&isNumber);
        if (!isNumber || seconds < 0)
            arguments.fail(QStringLiteral("--wait needs a number of seconds"));
        line.wait = std::chrono::seconds(seconds);
    } else {
        return false;
    }
    return true;
}

static bool takeOwnOption(const QString& word, Arguments& arguments, CommandLine& line)
{
    if (line.command == Command::Connect && word == QLatin1String("--ca"))
        line.caFile = arguments.value(word);
    else if (line.command == Command::SignIn && word == QLatin1String("--user"))
        line.loginId = arguments.value(word);
    else if (line.command == Command::SignIn && word == QLatin1String("--new-password-stdin"))
        line.hasNewPassword = true;
    else if (line.command == Command::Doctor && word == QLatin1String("--bundle"))
        line.output = arguments.value(word);
    else if (line.command == Command::Export && word == QLatin1String("--output"))
        line.output = arguments.value(word);
    else if (line.command == Command::Export && word == QLatin1String("--for"))
        line.purpose = arguments.value(word);
    else
        return false;
    return true;
}

static void takeWord(const QString& word, Arguments& arguments, CommandLine& line)
{
    if (line.command == Command::Connect && line.address.isEmpty())
        line.address = word;
    else if (line.command == Command::Export && line.what.isEmpty())
        line.what = word;
    else
        arguments.fail(QStringLiteral("not understood: ") + word);
}

static void checkComplete(Arguments& arguments, const CommandLine& line)
{
    if (line.command == Command::Connect && line.address.isEmpty())
        arguments.fail(QStringLiteral("connect needs an address"));
    if (line.command == Command::SignIn && line.loginId.isEmpty())
        arguments.fail(QStringLiteral("sign-in needs --user ID"));
    if (line.command != Command::Export)
        return;
    if (line.what != QLatin1String("users") && line.what != QLatin1String("settings"))
        arguments.fail(QStringLiteral("export needs users or settings"));
    if (line.output.isEmpty())
        arguments.fail(QStringLiteral("export needs --output FILE"));
    if (line.purpose != QLatin1String("excel") && line.purpose != QLatin1String("reimport"))
        arguments.fail(QStringLiteral("--for is excel or reimport"));
}

Result<CommandLine> parseCommandLine(const QStringList& list)
{
    CommandLine line;
    Arguments arguments(list);
    bool hasCommand = false;
    while (!arguments.isAtEnd() && arguments.failure().isEmpty()) {
        const QString word = arguments.next();
        if (word == QLatin1String("--help") || word == QLatin1String("-h"))
            return CommandLine{};
        if (word == QLatin1String("--version")) {
            line.command = Command::Version;
            return line;
        }
        if (takeCommonOption(word, arguments, line) || (hasCommand && takeOwnOption(word, arguments, line)))
            continue;
        if (isOfALaterVersion(word) && !hasCommand)
            return Error(ErrorCode::NotSupportedHere, word);
        if (word == QLatin1String("--client-certificate"))
            return Error(ErrorCode::NotSupportedHere, word);
        if (word.startsWith(QLatin1String("--"))) {
            arguments.fail(QStringLiteral("unknown option ") + word);
        } else if (hasCommand) {
            takeWord(word, arguments, line);
        } else if (const std::optional<Command> command = commandOf(word)) {
            line.command = *command;
            hasCommand = true;
        } else {
            arguments.fail(QStringLiteral("unknown command ") + word);
        }
    }
    if (!hasCommand)
        arguments.fail(QStringLiteral("a command is missing"));
    checkComplete(arguments, line);
    if (!arguments.failure().isEmpty())
        return Error(ErrorCode::CommandLineWrong, arguments.failure());
    return line;
}

QString usageText()
{
    return QStringLiteral(
        "yoyo [--profile NAME] [--json] [--wait SECONDS] COMMAND\n"
        "  connect URL [--ca FILE]\n"
        "  sign-in --user ID            password on standard input\n"
        "          [--new-password-stdin]  first sign-in: temporary password, then the new one, a line each\n"
        "  sign-out\n"
        "  status\n"
        "  sync\n"
        "  export users|settings --output FILE [--for excel|reimport]\n"
        "  doctor [--bundle OUT.zip]    what the helpdesk asks for; no names, no secrets\n"
        "Exit codes: 0 done, 1 findings or refused, 2 wrong usage, 3 cannot reach or sign in, 4 busy\n");
}

} // namespace yoyo
