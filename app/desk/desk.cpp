// SPDX-License-Identifier: Apache-2.0
#include "app/desk/desk.h"

#include "app/composition/composition.h"
#include "models/sync/session_workplace.h"
#include "models/domain/clock.h"
#include "models/domain/ids.h"
#include "models/domain/when_done.h"
#include "models/intake/csv_writer.h"
#include "models/services/setting_service.h"
#include "models/services/user_service.h"
#include "models/services/work_service.h"
#include "models/sync/sync_runner.h"
#include "ui/settings/about_page.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/demo_panel.h"
#include "ui/signin/change_password_page.h"
#include "ui/signin/own_data_page.h"
#include "ui/signin/lock_page.h"
#include "ui/signin/mail_reading.h"
#include "ui/signin/sign_in_flow.h"
#include "ui/sync/decision_page.h"
#include "ui/sync/sync_page.h"
#include "ui/users/user_words.h"
#include "ui/users/users_page.h"
#include "ui/vaccinations/setting_words.h"
#include "ui/vaccinations/vaccinations_page.h"
#include "ui/widgets/band.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QSaveFile>
#include <QUrl>

namespace yoyo {

using namespace std::chrono_literals;

static Result<void> writeTable(const QString& path, const SheetTable& table)
{
    const auto failed = [&path] {
        return Error(ErrorCode::OutputNotWritable, {}, {{QStringLiteral("file"), path}});
    };
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // names and phones: nobody else's
    CsvWriter writer(file, TextEncoding::Utf8, CsvPurpose::Excel);
    if (auto written = writer.writeRow(table.headers); !written)
        return written;
    for (const QStringList& row : table.rows) {
        if (auto written = writer.writeRow(row); !written)
            return written;
    }
    return file.commit() ? Result<void>() : Result<void>(failed());
}

static SessionDesk::Parts sessionParts(Composition& composition)
{
    SessionDesk::Parts parts;
    parts.session = [&composition]() -> Session& { return composition.session(); };
    parts.profile = [&composition] { return composition.profile(); };
    parts.handshake = [&composition] { return composition.handshake(); };
    parts.requestReset = [&composition](const QString& loginId, const QString& mail) {
        return composition.requestReset(loginId, mail);
    };
    parts.connectTo = [&composition](const QUrl& address, const QString& caFile) {
        return composition.connectTo(address, caFile);
    };
    return parts;
}

static ServiceSyncDesk::Parts syncParts(Composition& composition)
{
    ServiceSyncDesk::Parts parts;
    parts.work = &composition.work();
    parts.direct = &composition.direct();
    parts.sync = &composition.sync();
    parts.personName = [&composition] {
        const SessionUser& user = composition.session().user();
        // As QString: the type of a chained + would refer to parts that are gone when it is read.
        return QString(user.familyName + QChar(0x3000) + user.givenName);
    };
    parts.municipality = [&composition] {
        const auto office = composition.session().office();
        return office ? office->name : QString();
    };
    return parts;
}

static SyncWords::Sources wordSources()
{
    SyncWords::Sources sources;
    sources.userField = &UserWords::field;
    sources.settingField = &SettingWords::field;
    sources.userValue = [](const QString& field, const QJsonValue& value) {
        if (field == QStringLiteral("role")) {
            if (const auto role = roleFromText(value.toString()))
                return UserWords::role(*role);
        }
        if (value.isBool())
            return value.toBool() ? Desk::tr("Yes") : Desk::tr("No");
        if (field == QStringLiteral("state"))
            return value.toString() == QLatin1String("suspended") ? Desk::tr("Suspended") : Desk::tr("In use");
        return value.isString() ? value.toString() : value.toVariant().toString();
    };
    sources.settingValue = &SettingWords::value;
    return sources;
}

Desk::Desk(QApplication& app, Composition& composition, Questions& questions, const QString& language)
    : m_app(app), m_composition(composition), m_questions(questions), m_memory(composition.directory()),
      m_languages(app), m_sessionDesk(sessionParts(composition)), m_signIn(m_sessionDesk, composition.clock()),
      m_ownDataDesk(composition.users(), composition.session()), m_syncDesk(syncParts(composition)),
      m_syncWords(wordSources()), m_settings(composition, [this] { return m_window && m_window->isSignedIn(); }),
      m_idle(composition.clock()), m_syncDoor(composition.sync()), m_demo(DemoControl::fromEnvironment())
{
    const QString own = composition.profile().language;
    m_languages.setLanguage(!language.isEmpty() ? language : own.isEmpty() ? QStringLiteral("ja") : own);
    m_errors.setFieldNames([](const QString& field) {
        const QString user = UserWords::field(field);
        return user.isEmpty() || user == field ? SettingWords::field(field) : user;
    });
    registerPages();
    m_window = std::make_unique<MainWindow>(
        ShellParts{m_pages, m_memory, m_questions, m_help, m_log, m_languages});
    connectWindow();
    connectDemo();
    m_minute.setInterval(20s);
    connect(&m_minute, &QTimer::timeout, this, &Desk::refreshFacts);
    m_minute.start();
    refreshFacts();
    showStatus();
}

Desk::~Desk() = default;

void Desk::show()
{
    m_window->show();
    m_signIn.start();
    if (m_demo)
        QApplication::clipboard()->setText(m_demo->firstMail());
}

void Desk::registerPages()
{
    using Place = PageSpec::Place;
    const auto isAdministrator = [](Role role) { return role == Role::Administrator; };
    m_pages.add({QStringLiteral("vaccinations"), [] { return tr("Vaccination settings"); },
                 QStringLiteral("vaccination"), Place::Navigation, QKeySequence(QStringLiteral("Ctrl+1")), {},
                 [this](QWidget* parent) -> Page* {
                     return new VaccinationsPage({m_composition.settings(), m_composition.work(), m_errors, m_questions,
                                                  m_memory, m_context, &writeTable},
                                                 parent);
                 }});
    m_pages.add({QStringLiteral("users"), [] { return tr("Users"); }, QStringLiteral("users"), Place::Navigation,
                 QKeySequence(QStringLiteral("Ctrl+2")), isAdministrator, [this](QWidget* parent) -> Page* {
                     return new UsersPage({m_composition.users(), m_composition.direct(), m_composition.work(),
                                           m_errors, m_questions, m_memory, m_context, m_composition.clock(),
                                           &writeTable,
                                           [](const QString& path) {
                                               return QDesktopServices::openUrl(QUrl::fromLocalFile(path));
                                           }},
                                          parent);
                 }});
    m_pages.add({QStringLiteral("sync"), [] { return tr("Synchronisation"); }, QStringLiteral("sync"),
                 Place::Navigation, QKeySequence(QStringLiteral("Ctrl+3")), {},
                 [this](QWidget* parent) { return makeSync(parent); }});
    m_pages.add({QStringLiteral("own-data"), [] { return tr("My user data"); }, QStringLiteral("person"),
                 Place::Navigation, QKeySequence(QStringLiteral("Ctrl+4")), {},
                 [this](QWidget* parent) { return makeOwnData(parent); }});
    m_pages.add({QStringLiteral("password-change"), [] { return tr("Change password"); }, QStringLiteral("lock"),
                 Place::Inner, {}, {}, [this](QWidget* parent) -> Page* {
                     return new ChangePasswordPage(m_ownDataDesk, m_errors, parent);
                 }});
    m_pages.add({QStringLiteral("conflict"), [] { return tr("Decide a conflict"); }, QStringLiteral("warning"),
                 Place::Inner, {}, {}, [this](QWidget* parent) -> Page* {
                     auto* page = new DecisionPage(m_syncDesk, m_syncWords, m_errors, m_questions, parent);
                     connect(page, &DecisionPage::settled, this,
                             [this] {
                                 m_window->showPage(QStringLiteral("sync"));
                                 if (auto* sync = qobject_cast<SyncPage*>(m_window->page(QStringLiteral("sync"))))
                                     sync->sayDecided();
                             });
                     return page;
                 }});
    m_pages.add({QStringLiteral("settings"), [] { return tr("Settings"); }, QStringLiteral("settings"),
                 Place::Program, {}, {}, [this](QWidget* parent) -> Page* {
                     auto* page = new SettingsPage(m_settings, m_errors, m_questions, parent);
                     connect(page, &SettingsPage::languageChosen, &m_languages, &LanguageSwitch::setLanguage);
                     connect(page, &SettingsPage::saved, this, &Desk::refreshFacts);
                     return page;
                 }});
    m_pages.add({QStringLiteral("about"), [] { return tr("About"); }, QStringLiteral("info"), Place::Program, {}, {},
                 [this](QWidget* parent) -> Page* { return new AboutPage(m_settings, parent); }});
}

Page* Desk::makeOwnData(QWidget* parent)
{
    auto* page = new OwnDataPage(m_ownDataDesk, m_composition.clock(), m_errors, m_questions, parent);
    connect(page, &OwnDataPage::confirmed, this, [this] { m_window->showPage(QStringLiteral("vaccinations")); });
    return page;
}

Page* Desk::makeSync(QWidget* parent)
{
    auto* page = new SyncPage({m_syncDesk, m_syncWords, m_errors, m_questions, m_memory, &m_log}, parent);
    connect(page, &SyncPage::signInRequested, this, &Desk::signInAgain);
    return page;
}

void Desk::connectWindow()
{
    connect(m_window.get(), &MainWindow::targetRequested, this, &Desk::openTarget);
    connect(m_window.get(), &MainWindow::syncRequested, this, [this] { m_composition.sync().syncNow(); });
    connect(m_window.get(), &MainWindow::signOutRequested, this, &Desk::signOut);
    auto* flow = new SignInFlow(m_signIn, m_errors, m_questions, intakeMailReader());
    m_window->setFront(flow, [flow] { return flow->helpId(); });
    connect(flow, &SignInFlow::helpRequested, m_window.get(), &MainWindow::showHelp);
    m_lock = new LockPage(m_errors);
    m_window->setLock(m_lock);
    connect(m_lock, &LockPage::unlockRequested, this, &Desk::unlock);
    // Not by way of the open form: whoever stands before the lock may not save in another person's name.
    connect(m_lock, &LockPage::signOutRequested, this, &Desk::askToSignOut);
    connect(m_window.get(), &MainWindow::locked, this, [this] {
        m_composition.session().lock();
        const SessionUser& user = m_composition.session().user();
        m_lock->setPerson(user.familyName + QChar(0x3000) + user.givenName, user.loginId,
                          m_composition.sync().status().counts.unsent);
        m_lock->entered();
    });
    m_ended = new Band(Band::Kind::Warning);
    m_ended->hide();
    m_window->addBand(m_ended);
    connect(m_ended, &Band::activated, this, &Desk::signInAgain);
    connect(m_window.get(), &MainWindow::languageChosen, this, [this](const QString& language) {
        Profile profile = m_composition.profile();
        profile.language = language;
        (void)m_composition.saveProfile(profile); // the language is in force; keeping it is a convenience
    });
    connect(&m_idle, &IdleWatch::idle, m_window.get(), &MainWindow::lock);

    connect(&m_signIn, &SignInController::signedIn, this, &Desk::enter);
    connect(&m_signIn, &SignInController::memoryChanged, this, [this] { showOffice(m_signIn.office()); });
    connect(&m_composition.session(), &Session::stateChanged, this, &Desk::refreshFacts);
    connect(&m_composition.session(), &Session::sessionEnded, this, [this](const Error& why) {
        m_log.add({Message::Kind::Warning, m_errors.present(why).sentence(), m_errors.present(why).code,
                   m_composition.clock().nowUtc()});
        refreshFacts();
    });
    connect(&m_composition.sync(), &SyncRunner::statusChanged, this, &Desk::showStatus);
    connect(&m_composition.sync(), &SyncRunner::handshakeReceived, this, &Desk::refreshFacts);
}

void Desk::enter(SignInKind kind)
{
    m_hasBegun = true;
    showOffice(m_composition.session().office());
    refreshFacts();
    const SessionUser& user = m_composition.session().user();
    ShellUser shown;
    shown.name = user.familyName + QChar(0x3000) + user.givenName;
    shown.loginId = user.loginId;
    shown.role = roleFromText(user.role).value_or(Role::Reader);
    m_composition.sync().start();
    m_syncDoor.open(m_composition.session().storeDirectory());
    m_idle.setLimit(std::chrono::minutes(idleLockMinutes(m_composition)));
    m_idle.setActive(true);
    m_window->enterSignedIn(shown, kind == SignInKind::First ? QStringLiteral("own-data")
                                                             : QStringLiteral("vaccinations"));
    if (kind == SignInKind::First) {
        if (auto* page = qobject_cast<OwnDataPage*>(m_window->page(QStringLiteral("own-data"))))
            page->welcome();
    }
    showStatus();
}

void Desk::leave(const QString& notice)
{
    m_idle.setActive(false);
    m_window->enterSignedOut(notice);
    m_signIn.start(); // off the page that led in, and away from its buttons
    m_syncDoor.close();
    m_composition.sync().stop();
    whenDone(m_composition.session().signOut(), this, [this](const Result<void>&) { m_signIn.refreshMemory(); });
}

void Desk::signInAgain()
{
    m_window->leaveThen([this] {
        const QString loginId = m_composition.session().user().loginId;
        leave(tr("Please sign in again. Your work is kept."));
        m_signIn.showSignInOf(loginId);
    });
}

void Desk::signOut()
{
    m_window->leaveThen([this] { askToSignOut(); });
}

void Desk::askToSignOut()
{
    const SyncCounts counts = m_composition.sync().status().counts;
    if (counts.unsent == 0) {
        leave({});
        return;
    }
    Question question;
    question.title = tr("Sign out with %n change(s) not sent?", nullptr, counts.unsent);
    question.consequence = tr("They stay on this PC, encrypted, and are sent after your next sign-in here.");
    question.verb = tr("Sign out");
    question.refusal = tr("Stay");
    m_questions.ask(m_window.get(), question, [this](Answer answer) {
        if (answer == Answer::Accepted)
            leave({});
    });
}

void Desk::unlock(const SecretBuffer& password)
{
    m_lock->setBusy(true);
    whenDone(m_composition.session().unlock(password), this, [this](const Result<void>& outcome) {
        m_lock->setBusy(false);
        if (outcome)
            m_window->unlock();
        else if (m_composition.session().state() == SessionState::SignedOut)
            leave(tr("Too many wrong passwords. Please sign in again. Your work is kept."));
        else
            m_lock->showRefused(outcome.error());
    });
}

void Desk::showOffice(const std::optional<OfficeInfo>& office)
{
    ShellOffice shown;
    if (office) {
        shown.municipality = office->name;
        shown.municipalityCode = office->municipalityCode;
        shown.environment = office->environment == QStringLiteral("practice") ? ShellOffice::Environment::Practice
                            : office->environment == QStringLiteral("verification")
                                ? ShellOffice::Environment::Verification
                                : ShellOffice::Environment::Production;
        shown.isDemonstration = office->isDemo;
        for (const OfficeContact& person : office->administrators)
            shown.administrators.append({person.name, person.department, person.phone, {}});
        shown.helpdesk = {office->helpdesk.name, {}, office->helpdesk.phone, office->helpdesk.url};
    } else if (m_composition.profile().environment == QStringLiteral("practice")) {
        shown.environment = ShellOffice::Environment::Practice;
        shown.isDemonstration = m_demo.has_value();
    } else if (m_composition.profile().environment == QStringLiteral("verification")) {
        shown.environment = ShellOffice::Environment::Verification;
    }
    m_window->setOffice(shown);
}

void Desk::showStatus()
{
    const SyncStatus& status = m_composition.sync().status();
    ShellStatus shown;
    const bool isEnded = status.phase == SyncPhase::WaitingSignIn && m_window->isSignedIn();
    shown.isOnline = status.isOnline && !isEnded;
    m_ended->setText(tr("Your session has ended. Your work is kept on this PC and is sent after you sign in again."));
    m_ended->setActionText(tr("Sign in again"));
    m_ended->setVisible(isEnded);
    shown.isSyncing = status.phase == SyncPhase::Sending || status.phase == SyncPhase::Asking
                      || status.phase == SyncPhase::Receiving || status.phase == SyncPhase::Connecting;
    shown.isVerified = status.isVerified;
    shown.lastSync = status.lastOk;
    shown.unsent = status.counts.unsent;
    shown.needsPerson = status.counts.needsPerson;
    shown.cannotSend = status.counts.cannotSend;
    shown.isMaintenance = status.phase == SyncPhase::Maintenance;
    shown.maintenanceUntil = status.maintenanceUntil;
    m_window->setStatus(shown);
    refreshFacts();
}

void Desk::refreshFacts()
{
    const Session& session = m_composition.session();
    const SessionUser& user = session.user();
    ScreenFacts facts;
    facts.userId = m_composition.workplace().userId();
    facts.userName = user.familyName + QChar(0x3000) + user.givenName;
    facts.role = roleFromText(user.role).value_or(Role::Reader);
    facts.isUnattended = user.isUnattended;
    facts.policy = PolicyValues::fromJson(session.policy());
    if (const auto office = session.office()) {
        facts.officeName = office->name;
        facts.municipalityCode = office->municipalityCode;
        for (const OfficeContact& person : office->administrators) {
            const QString phone = person.phone.isEmpty() ? QString() : QStringLiteral("・") + person.phone;
            facts.administrators.append(QStringLiteral("%1（%2%3）").arg(person.name, person.department, phone));
        }
        if (office->isDemo)
            facts.environmentWord = tr("Demonstration — fictitious persons");
        else if (office->environment == QStringLiteral("practice"))
            facts.environmentWord = tr("Practice");
        else if (office->environment == QStringLiteral("verification"))
            facts.environmentWord = tr("Verification");
    }
    // Reached is not enough for what a page says of sending: somebody must be at work there, and know us.
    const SyncStatus& sync = m_composition.sync().status();
    facts.isOnline = sync.isOnline && sync.phase != SyncPhase::Maintenance && sync.phase != SyncPhase::WaitingSignIn
                     && sync.phase != SyncPhase::ClientTooOld;
    const auto stepUp = session.stepUpExpiresAt();
    facts.isStepUpActive = stepUp && *stepUp > m_composition.clock().nowUtc();
    facts.today = japaneseDay(m_composition.clock().nowUtc());
    m_context.set(facts);
}

void Desk::openTarget(const QString& id, const QString& target)
{
    Page* page = m_window->page(id);
    if (auto* users = qobject_cast<UsersPage*>(page))
        users->open(target);
    else if (auto* vaccinations = qobject_cast<VaccinationsPage*>(page))
        vaccinations->open(target);
    else if (auto* conflict = qobject_cast<DecisionPage*>(page))
        conflict->openConflict(idFromText(target));
}

// ---- the demonstration's panel

void Desk::connectDemo()
{
    DemoPanel& panel = m_window->demoPanel();
    const auto say = [this](bool isDone, const QString& text) {
        m_window->demoPanel().setNote(isDone ? text : tr("The demonstration service does not answer."));
    };
    connect(&panel, &DemoPanel::cutRequested, this, &Desk::setLineCut);
    if (!m_demo)
        return;
    connect(&panel, &DemoPanel::colleagueEditRequested, this, [this, say] {
        // The setting that was changed last here and waits, so that the two collide; else the centre chooses one.
        whenDone(m_composition.work().operations({}, 0, 50), this, [this, say](const Result<OperationPage>& page) {
            const auto edit = [this, say](const QByteArray& which) {
                say(m_demo->send("colleague-edit" + which), tr("A colleague has changed a setting at the centre."));
            };
            for (const OperationRow& row : page ? page->rows : QList<OperationRow>()) {
                if (row.entity != Entity::VaccinationSetting)
                    continue;
                whenDone(m_composition.settings().get(row.rowId), this, [edit](const Result<SettingRow>& setting) {
                    edit(setting ? ' ' + setting->setting.mgmtNo.toLatin1() : QByteArray());
                });
                return;
            }
            edit({});
        });
    });
    connect(&panel, &DemoPanel::maintenanceRequested, this, [this, say](bool on) {
        say(m_demo->send(on ? "maintenance on" : "maintenance off"),
            on ? tr("The centre is under maintenance now.") : tr("The maintenance is over."));
        m_window->demoPanel().setMaintenance(on);
        m_composition.sync().syncNow();
    });
    connect(&panel, &DemoPanel::mailRequested, this, [this, say] {
        // Before anybody has signed in the story begins with the first administrator's mail.
        const QString mail = m_hasBegun ? m_demo->newestMail() : m_demo->firstMail();
        QApplication::clipboard()->setText(mail);
        say(!mail.isEmpty(), tr("The mail is on the clipboard."));
    });
    connect(&panel, &DemoPanel::monthRequested, this, [this, say] {
        say(m_demo->send("advance 31"), tr("At the centre it is a month later."));
        m_composition.sync().syncNow();
    });
}

void Desk::setLineCut(bool isCut)
{
    m_composition.setLineCut(isCut);
    m_window->demoPanel().setConnected(!isCut);
    m_window->demoPanel().setNote(isCut ? tr("The line is cut. Go on working.") : tr("The line is back."));
    m_composition.sync().syncNow();
}

} // namespace yoyo
