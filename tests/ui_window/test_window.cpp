// SPDX-License-Identifier: Apache-2.0
// The whole window with its real pages over a pretended office: every page fits the smallest screens, in both
// languages, with larger letters and with longer texts; and the keyboard alone reaches every control and shows where it
// is.
#include "tests/support/fake_clock.h"
#include "tests/support/fake_office.h"
#include "tests/support/fake_questions.h"
#include "tests/support/fake_settings_backend.h"
#include "tests/support/widget_test.h"
#include "tests/ui_signin/fake_own_data_desk.h"
#include "tests/ui_sync/fake_sync_desk.h"

#include "ui/settings/about_page.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/demo_panel.h"
#include "ui/shell/help_contents.h"
#include "ui/shell/help_viewer.h"
#include "ui/shell/main_window.h"
#include "ui/signin/change_password_page.h"
#include "ui/signin/lock_page.h"
#include "ui/signin/own_data_page.h"
#include "ui/signin/sign_in_flow.h"
#include "ui/sync/decision_page.h"
#include "ui/sync/sync_page.h"
#include "ui/users/notice_page.h"
#include "ui/users/user_form.h"
#include "ui/users/user_import_page.h"
#include "ui/users/user_list_page.h"
#include "ui/users/users_page.h"
#include "ui/vaccinations/setting_bulk_page.h"
#include "ui/vaccinations/setting_form.h"
#include "ui/vaccinations/setting_list_page.h"
#include "ui/vaccinations/vaccinations_page.h"
#include "ui/widgets/list_panel.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/screen_context.h"

#include <QAction>
#include <QRadioButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace yoyo;
using namespace yoyo::test;

namespace {

/// Every text of the program 40 % longer, as another wording or another language might have it.
class LongTexts final : public QTranslator
{
public:
    LongTexts() { (void)m_words.load(QStringLiteral(":/translations/yoyo_ja.qm")); }
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char* disambiguation, int n) const override
    {
        QString text = m_words.translate(context, source, disambiguation, n);
        if (text.isEmpty() || text.startsWith(QStringLiteral("http")))
            return text;
        const QString more = text.left((text.size() * 2 + 4) / 5);
        return QString(text + more).remove(QStringLiteral("%1％"));
    }

private:
    QTranslator m_words;
};

struct Office
{
    LanguageSwitch& languages;
    FakeOffice office;
    QList<User> people = office.seedUsers();
    FakeClock clock;
    ErrorPresenter errors;
    FakeQuestions questions;
    TransientViewMemory memory;
    ScreenContext context;
    HelpContents help;
    MessageLog log;
    FakeSyncDesk sync;
    SyncWords words = plainWords();
    FakeOwnDataDesk own;
    FakeSignInDesk signInDesk;
    SignInController signIn{signInDesk, clock};
    FakeSettingsBackend backend;
    QTemporaryDir folder;
    PageRegistry pages;
    LockPage* lock = nullptr;
    std::unique_ptr<MainWindow> window;

    explicit Office(LanguageSwitch& switcher) : languages(switcher)
    {
        ScreenFacts facts;
        facts.userId = people.first().id;
        facts.userName = people.first().fullName();
        facts.role = Role::Administrator;
        facts.officeName = QStringLiteral("新宿区");
        facts.isOnline = true;
        facts.today = QDate(2026, 11, 22);
        context.set(facts);
        sync.rows = everyKind();
        sync.conflictRows = {feeConflict()};
        sync.statusValue.phase = SyncPhase::Idle;
        sync.statusValue.isOnline = true;
        sync.statusValue.lastOk = QDateTime(QDate(2026, 11, 22), QTime(0, 55), Qt::UTC);
        sync.statusValue.counts = {3, 1, 2, 1, 1};
        registerPages();
        window = std::make_unique<MainWindow>(ShellParts{pages, memory, questions, help, log, languages});
        window->setWindowState(Qt::WindowNoState);
        window->setFront(new SignInFlow(signIn, errors, questions, MailReader()));
        lock = new LockPage(errors);
        window->setLock(lock);
        ShellStatus status;
        status.lastSync = QDateTime(QDate(2026, 11, 22), QTime(0, 55), Qt::UTC);
        status.unsent = 12;
        status.needsPerson = 1;
        window->setStatus(status);
        window->show();
    }

    void registerPages()
    {
        using Place = PageSpec::Place;
        const auto writeCsv = [](const QString&, const SheetTable&) { return Result<void>(); };
        const auto add = [this](const char* id, const char* title, Place place, std::function<Page*(QWidget*)> make) {
            pages.add({QString::fromLatin1(id),
                       [title] { return QString::fromUtf8(title); },
                       QStringLiteral("list"),
                       place,
                       {},
                       {},
                       std::move(make)});
        };
        add("vaccinations", "予防接種設定", Place::Navigation, [this, writeCsv](QWidget* parent) {
            return new VaccinationsPage({*office.settings, *office.work, errors, questions, memory, context, writeCsv},
                                        parent);
        });
        add("users", "ユーザ管理", Place::Navigation, [this, writeCsv](QWidget* parent) {
            return new UsersPage({*office.users, *office.direct, *office.work, errors, questions, memory, context,
                                  office.clock, writeCsv, [](const QString&) { return true; }},
                                 parent);
        });
        add("sync", "同期", Place::Navigation, [this](QWidget* parent) {
            return new SyncPage({sync, words, errors, questions, memory, &log}, parent);
        });
        add("own-data", "自身のユーザ情報", Place::Navigation,
            [this](QWidget* parent) { return new OwnDataPage(own, clock, errors, questions, parent); });
        add("password-change", "パスワードの変更", Place::Inner,
            [this](QWidget* parent) { return new ChangePasswordPage(own, errors, parent); });
        add("conflict", "重なった変更を決める", Place::Inner,
            [this](QWidget* parent) { return new DecisionPage(sync, words, errors, questions, parent); });
        add("settings", "設定", Place::Program,
            [this](QWidget* parent) { return new SettingsPage(backend, errors, questions, parent); });
        add("about", "このプログラムについて", Place::Program,
            [this](QWidget* parent) { return new AboutPage(backend, parent); });
    }

    template <typename T>
    T* page(const char* id)
    {
        window->showPage(QString::fromLatin1(id));
        return static_cast<T*>(window->page(QString::fromLatin1(id)));
    }
    QString csvFile()
    {
        const QString path = folder.filePath(QStringLiteral("user1.csv"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(
                "変更区分,ユーザID,姓,名,セイ,メイ,所属,職員番号,メールアドレス,電話,権限,開始日,終了日,備考\r\n"
                "1,shinjuku-0099,仮名,九郎,カメイ,クロウ,健康推進課,,kamei@city.example.jp,,一般,2026-12-01,,\r\n"
                "1,x,仮名,十郎,カメイ,ジュウロウ,健康推進課,,kamei,,一般,2026-12-01,,\r\n");
        return path;
    }

    /// One after another, every page in the states that hold most; `look` gets the name of each.
    void visitAll(const std::function<void(const QString&)>& look, bool isDemonstration);

private:
    void visitSignedOut(const std::function<void(const QString&)>& look);
    void visitUsers(const std::function<void(const QString&)>& look);
    void visitVaccinations(const std::function<void(const QString&)>& look);
    void visitOthers(const std::function<void(const QString&)>& look);
};

void Office::visitSignedOut(const std::function<void(const QString&)>& look)
{
    const std::pair<SignInStep, const char*> steps[] = {{SignInStep::Connect, "connect"},
                                                        {SignInStep::Start, "start"},
                                                        {SignInStep::SignIn, "sign-in"},
                                                        {SignInStep::FirstSignIn, "first"},
                                                        {SignInStep::ForgottenPassword, "forgotten-password"},
                                                        {SignInStep::ForgottenId, "forgotten-id"},
                                                        {SignInStep::Guide, "guide"}};
    signIn.start();
    for (const auto& [step, name] : steps) {
        signIn.show(step);
        look(QString::fromLatin1(name));
    }
    signIn.show(SignInStep::SignIn);
    Error error(ErrorCode::TlsUnknownCa);
    error.params = {{QStringLiteral("host"), QStringLiteral("yoyo.example.lg.jp")},
                    {QStringLiteral("issuer"), QStringLiteral("Example CA")}};
    signInDesk.signInAnswer = error;
    signIn.signIn(QStringLiteral("shinjuku-0007"), SecretBuffer::fromText(QStringLiteral("wrong")));
    look(QStringLiteral("trouble"));
    signIn.show(SignInStep::Start);
}

void Office::visitUsers(const std::function<void(const QString&)>& look)
{
    auto* users = page<UsersPage>("users");
    QAbstractItemModel* model = users->listPage()->tableView()->model();
    QTRY_COMPARE(model->rowCount(), int(people.size()));
    users->listPage()->tableView()->selectRow(2);
    look(QStringLiteral("users"));
    users->open(people.at(2).id.toString());
    QTRY_VERIFY(users->form()->isVisible());
    look(QStringLiteral("user-form"));
    Q_EMIT users->form()->noticeRequested();
    QTRY_VERIFY(users->noticePage()->isVisible());
    look(QStringLiteral("user-notice"));
    Q_EMIT users->noticePage()->closeRequested();
    users->open(QStringLiteral("new"));
    QTRY_VERIFY(users->form()->isVisible());
    look(QStringLiteral("user-new"));
    questions.answer = Answer::Accepted;
    users->open(QStringLiteral("import"));
    QTRY_VERIFY(users->importPage()->isVisible());
    look(QStringLiteral("user-import"));
    questions.path = csvFile();
    Q_EMIT users->importPage()->chooseRequested();
    QTRY_VERIFY(users->importPage()->report().has_value());
    look(QStringLiteral("user-import-read"));
}

void Office::visitVaccinations(const std::function<void(const QString&)>& look)
{
    auto* page = this->page<VaccinationsPage>("vaccinations");
    QTableView* table = page->listPage()->tableView();
    QTRY_COMPARE(table->model()->rowCount(), 33);
    table->selectRow(1);
    look(QStringLiteral("vaccinations"));
    page->open(office.settingId(QStringLiteral("10101201")).toString());
    QTRY_VERIFY(page->form()->isVisible());
    look(QStringLiteral("setting-form"));
    Q_EMIT page->form()->closeRequested();
    table->selectAll();
    page->listPage()->action(QStringLiteral("bulk"))->trigger();
    QTRY_VERIFY(page->bulkPage()->isVisible());
    look(QStringLiteral("setting-bulk"));
    Q_EMIT page->bulkPage()->closeRequested();
}

void Office::visitOthers(const std::function<void(const QString&)>& look)
{
    auto* syncPage = page<SyncPage>("sync");
    settle(syncPage);
    syncPage->findChild<ListPanel*>(QStringLiteral("operations"))->table()->selectRow(2);
    look(QStringLiteral("sync"));
    syncPage->findChild<QTabWidget*>()->setCurrentIndex(1);
    look(QStringLiteral("sync-conflicts"));
    page<DecisionPage>("conflict")->openConflict(sync.conflictRows.first().id);
    look(QStringLiteral("conflict"));
    for (const char* id : {"own-data", "password-change", "settings", "about"}) {
        window->showPage(QString::fromLatin1(id));
        look(QString::fromLatin1(id));
    }
    window->lock();
    lock->setPerson(people.first().fullName(), QStringLiteral("shinjuku-0001"), 3);
    look(QStringLiteral("lock"));
    window->unlock();
}

void Office::visitAll(const std::function<void(const QString&)>& look, bool isDemonstration)
{
    ShellOffice shown;
    shown.municipality = QStringLiteral("東京都新宿区");
    shown.municipalityCode = QStringLiteral("131041");
    shown.environment = isDemonstration ? ShellOffice::Environment::Practice : ShellOffice::Environment::Production;
    shown.isDemonstration = isDemonstration;
    window->setOffice(shown);
    visitSignedOut(look);
    window->enterSignedIn({people.first().fullName(), QStringLiteral("shinjuku-0001"), Role::Administrator},
                          QStringLiteral("about"));
    visitUsers(look);
    visitVaccinations(look);
    visitOthers(look);
}

/// QTest cuts long messages.
void tell(const QStringList& faults)
{
    for (const QString& fault : faults)
        qInfo("%s", qPrintable(fault));
}

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_languages = startUi(); }
    void init() { failOnWarnings(); }
    void cleanup();
    void nothingIsCut_data();
    void nothingIsCut();
    void theKeyboardAloneReachesEverything();

private:
    LanguageSwitch* m_languages = nullptr;
    QFont m_font;
};

void TestWindow::cleanup()
{
    if (m_font != QFont())
        QApplication::setFont(m_font);
    m_languages->setLanguage(QStringLiteral("ja"));
}

void TestWindow::nothingIsCut_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isDemonstration");
    QTest::addColumn<qreal>("letters");
    QTest::addColumn<bool>("isLong");
    const QSize usual(1366, 728); // below the title bar of the window
    const QSize small(1024, 700);
    const QString ja = QStringLiteral("ja");
    const QString en = QStringLiteral("en");
    QTest::newRow("1366-demo-ja") << usual << ja << true << 1.0 << false;
    QTest::newRow("1366-demo-en") << usual << en << true << 1.0 << false;
    QTest::newRow("1024-ja") << small << ja << false << 1.0 << false;
    QTest::newRow("1024-en") << small << en << false << 1.0 << false;
    QTest::newRow("1366-large-ja") << usual << ja << false << 1.4 << false;
    QTest::newRow("1366-long-ja") << usual << ja << false << 1.0 << true;
}

void TestWindow::nothingIsCut()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, isDemonstration);
    QFETCH(qreal, letters);
    QFETCH(bool, isLong);
    m_languages->setLanguage(language);
    m_font = QApplication::font();
    QFont font = m_font;
    font.setPointSizeF(font.pointSizeF() * letters);
    QApplication::setFont(font);
    LongTexts longTexts;
    if (isLong)
        QCoreApplication::installTranslator(&longTexts);
    Office office(*m_languages);
    office.window->resize(size);
    QStringList faults;
    const auto look = [&](const QString& name) {
        settle(office.window.get());
        const QStringList found = cutTexts(office.window.get()) + unreachableParts(office.window.get());
        for (const QString& fault : found)
            faults.append(name + QStringLiteral(": ") + fault);
        for (const QScrollArea* area : office.window->findChildren<QScrollArea*>()) {
            if (area->isVisible() && area->horizontalScrollBar()->maximum() > 0 && letters == 1.0 && !isLong)
                faults.append(name + QStringLiteral(": scrolls sideways"));
        }
        if (office.window->size() != size)
            faults.append(name + QStringLiteral(": the window grew"));
        test::picture(office.window.get(),
                      QStringLiteral("window-%1-%2").arg(QLatin1String(QTest::currentDataTag()), name));
    };
    office.visitAll(look, isDemonstration);
    tell(faults);
    QCOMPARE(faults.size(), 0);
}

void TestWindow::theKeyboardAloneReachesEverything()
{
    Office office(*m_languages);
    office.window->resize(1366, 728);
    QVERIFY(QTest::qWaitForWindowActive(office.window.get()));
    QStringList faults;
    const auto look = [&](const QString& name) {
        MainWindow* window = office.window.get();
        settle(window);
        QSet<const QWidget*> reached;
        const QWidget* first = nullptr;
        const QWidget* pictured = nullptr;
        QImage picture;
        for (int i = 0; i < 200; ++i) {
            QWidget* before = QApplication::focusWidget();
            QTest::keyClick(before ? before : window, Qt::Key_Tab);
            QCoreApplication::sendPostedEvents();
            QWidget* at = QApplication::focusWidget();
            if (before && before != at && before == pictured && before->isVisible() &&
                before->grab().toImage() == picture)
                faults.append(name + QStringLiteral(": focus is not seen: ") +
                              QString::fromLatin1(before->metaObject()->className()) + QLatin1Char(' ') +
                              before->accessibleName());
            if (at == before)
                faults.append(name + QStringLiteral(": Tab ends at ") +
                              QString::fromLatin1(at->metaObject()->className()) + QLatin1Char(' ') +
                              at->accessibleName());
            if (!at || at == before || (reached.contains(at) && at == first))
                break;
            if (!first)
                first = at;
            if (reached.contains(at)) {
                faults.append(name + QStringLiteral(": Tab goes round at ") +
                              QString::fromLatin1(at->metaObject()->className()) + QLatin1Char(' ') +
                              at->accessibleName());
                break;
            }
            reached.insert(at);
            pictured = at;
            picture = at->grab().toImage();
            if (at->visibleRegion().isEmpty())
                faults.append(name + QStringLiteral(": out of sight: ") +
                              QString::fromLatin1(at->metaObject()->className()) + at->objectName());
        }
        for (const QWidget* widget : window->findChildren<QWidget*>()) {
            if (!widget->isVisible() || !widget->isEnabled() || !(widget->focusPolicy() & Qt::TabFocus) ||
                widget->focusProxy() || qobject_cast<const QScrollArea*>(widget))
                continue;
            const auto* radio = qobject_cast<const QRadioButton*>(widget);
            if (radio && !reached.contains(radio)) // arrows go on within a group
                continue;
            if (!reached.contains(widget))
                faults.append(name + QStringLiteral(": not reached: ") +
                              QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') +
                              widget->objectName() + QLatin1Char(' ') + widget->accessibleName());
        }
    };
    office.visitAll(look, true);
    tell(faults);
    QCOMPARE(faults.size(), 0);
}

QTEST_MAIN(TestWindow)
#include "test_window.moc"
