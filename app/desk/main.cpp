// SPDX-License-Identifier: Apache-2.0
// yoyo-desk: the window. Reads the command line, hardens the process, makes the composition and shows it.
#include "app/composition/composition.h"
#include "app/composition/hardening.h"
#include "app/desk/desk.h"
#include "app/desk/tour.h"
#include "models/domain/clock.h"
#include "models/domain/message_texts.h"
#include "models/domain/random_source.h"
#include "models/session/keychain.h"
#include "ui/widgets/appearance.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLocale>
#include <QMessageBox>

#include <cstdio>

using namespace yoyo;

/// The profile cannot be opened: says why and what to do, and ends.
static int showStartProblem(const Error& error, const QString& language)
{
    const MessageText text = messageText(error, messageLanguage(language, QLocale::system().name()));
    auto* box = new QMessageBox(QMessageBox::Critical, QStringLiteral("予予デスク"), text.message);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(text.nextStep + QStringLiteral("\n\n") + error.codeText());
    QObject::connect(box, &QMessageBox::finished, [] { QApplication::exit(1); });
    box->open();
    return QApplication::exec();
}

/// Plays the tour and ends the program: 0 when every picture was taken, 1 with a word on standard error.
static int playTour(Desk& desk, const QString& directory)
{
    const auto demo = DemoControl::fromEnvironment();
    if (!demo || !QDir().mkpath(directory)) {
        std::fputs(demo ? "yoyo-desk: the folder for the pictures cannot be made\n"
                        : "yoyo-desk: --tour needs a running demonstration; use app/demo --tour DIR\n",
                   stderr);
        return 2;
    }
    Tour tour(desk, *demo, directory);
    QObject::connect(&tour, &Tour::finished, &tour, [&tour](const QString& problem) {
        std::fprintf(stderr, "%d pictures%s%s\n", tour.pictures(), problem.isEmpty() ? "" : "; stopped at: ",
                     qPrintable(problem));
        QApplication::exit(problem.isEmpty() ? 0 : 1);
    });
    tour.start();
    return QApplication::exec();
}

int main(int argc, char** argv)
{
    forbidCoreDumps();
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("yoyo-desk"));
    QApplication::setApplicationVersion(QStringLiteral(YOYO_VERSION));

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile(QStringLiteral("profile"), QStringLiteral("Which profile to open."),
                                     QStringLiteral("name"), QStringLiteral("default"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("ja or en, for this run."),
                                      QStringLiteral("ja|en"));
    const QCommandLineOption tour(QStringLiteral("tour"),
                                  QStringLiteral("Walk every screen of a running demonstration, one picture each."),
                                  QStringLiteral("folder"));
    parser.addOptions({profile, language, tour});
    parser.process(app);

    const SystemClock clock;
    SystemRandom random;
    QtKeychain keychain;
    applyAppearance(app);
    auto composition =
        Composition::open(parser.value(profile), Composition::Missing::Make, {clock, random, keychain});
    if (!composition)
        return showStartProblem(composition.error(), parser.value(language));
    DialogQuestions questions;
    Desk desk(app, **composition, questions, parser.value(language));
    desk.show();
    return parser.isSet(tour) ? playTour(desk, parser.value(tour)) : QApplication::exec();
}
