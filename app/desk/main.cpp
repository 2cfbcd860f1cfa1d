// SPDX-License-Identifier: Apache-2.0
// yoyo-desk: the window. Reads the command line, hardens the process, makes the composition and shows it.
#include "app/composition/composition.h"
#include "app/composition/hardening.h"
#include "app/desk/desk.h"
#include "app/desk/self_check.h"
#include "app/desk/tour.h"
#include "models/domain/clock.h"
#include "models/domain/random_source.h"
#include "models/session/keychain.h"
#include "ui/widgets/appearance.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

using namespace yoyo;

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
    const QCommandLineOption selfCheck(QStringLiteral("self-check"),
                                       QStringLiteral("Check this installation and the profile, without a window."));
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("The self-check as one JSON object."));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("ja or en, for this run."),
                                      QStringLiteral("ja|en"));
    const QCommandLineOption tour(QStringLiteral("tour"),
                                  QStringLiteral("Walk every screen of a demonstration and save a picture of each."),
                                  QStringLiteral("folder"));
    parser.addOptions({profile, selfCheck, json, language, tour});
    parser.process(app);

    SystemClock clock;
    SystemRandom random;
    QtKeychain keychain;
    auto composition =
        Composition::open(parser.value(profile), Composition::Missing::Make, {clock, random, keychain});
    if (parser.isSet(selfCheck))
        return runSelfCheck(composition, parser.isSet(json));
    applyAppearance(app);
    if (!composition)
        return showStartProblem(app, composition.error(), parser.value(language));

    if (parser.isSet(tour)) {
        TourQuestions questions(parser.value(tour));
        Desk desk(app, **composition, questions, parser.value(language));
        Tour walk(desk, questions, parser.value(tour));
        QObject::connect(&walk, &Tour::finished, &app, [](const QString& problem) {
            if (!problem.isEmpty())
                std::fprintf(stderr, "The tour stopped at: %s\n", qPrintable(problem));
            QApplication::exit(problem.isEmpty() ? 0 : 1);
        });
        desk.show();
        walk.start();
        return app.exec();
    }
    DialogQuestions questions;
    Desk desk(app, **composition, questions, parser.value(language));
    desk.show();
    return app.exec();
}
