// SPDX-License-Identifier: Apache-2.0
// yoyo-desk: the window. Reads the command line, hardens the process, makes the composition and shows it.
#include "app/composition/composition.h"
#include "app/composition/hardening.h"
#include "app/desk/desk.h"
#include "models/domain/clock.h"
#include "models/domain/message_texts.h"
#include "models/domain/random_source.h"
#include "models/session/keychain.h"
#include "ui/widgets/appearance.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QMessageBox>

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
    parser.addOptions({profile, language});
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
    return QApplication::exec();
}
