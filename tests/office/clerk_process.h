// SPDX-License-Identifier: Apache-2.0
// Starts the program `clerk` on a PC and reads what it says. It dies with the test program.
#pragma once

#include "tests/office/office.h"

#include <QProcess>

#include <signal.h>
#include <sys/prctl.h>

namespace yoyo::test {

struct ClerkProcess
{
    std::unique_ptr<QProcess> process;
    QStringList notes; ///< codes

    static ClerkProcess start(const Pc& pc, const Colleague& who, const QString& mode, int count,
                              const QStringList& more = {}, bool hasKeychain = true)
    {
        ClerkProcess clerk{std::make_unique<QProcess>(), {}};
        clerk.process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        clerk.process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
        if (!hasKeychain) {
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
            clerk.process->setProcessEnvironment(environment);
        }
        clerk.process->start(QStringLiteral(YOYO_CLERK_PROGRAM),
                             QStringList{pc.profile(), who.loginId, mode, QString::number(count)} + more);
        clerk.process->write(who.password.toUtf8() + '\n');
        return clerk;
    }

    /// The next line, empty when none comes.
    QString nextLine()
    {
        while (!process->canReadLine()) {
            if (!process->waitForReadyRead(60'000))
                return {};
        }
        return QString::fromUtf8(process->readLine()).trimmed();
    }

    /// The first line that is not one of the sign-in's notes, which are kept.
    QString answerToSignIn()
    {
        QString line = nextLine();
        for (; line.startsWith(QLatin1String("note ")); line = nextLine())
            notes.append(line.mid(5));
        return line;
    }

    void kill()
    {
        process->kill();
        process->waitForFinished(10'000);
    }

    /// Lets it end in peace.
    void dismiss()
    {
        process->closeWriteChannel();
        if (!process->waitForFinished(60'000))
            kill();
    }
};

} // namespace yoyo::test
