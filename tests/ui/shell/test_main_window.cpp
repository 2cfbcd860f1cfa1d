// SPDX-License-Identifier: Apache-2.0
// The frame around the pages: navigation by role, bands, status, lock, language, keyboard; and its pictures.
#include "tests/support/fake_clock.h"
#include "tests/support/fake_questions.h"
#include "tests/support/fake_settings_backend.h"
#include "tests/support/widget_test.h"

#include "ui/settings/about_page.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/demo_panel.h"
#include "ui/shell/help_contents.h"
#include "ui/shell/help_viewer.h"
#include "ui/shell/idle_watch.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigation.h"
#include "ui/shell/status_line.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/band.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/list_panel.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/page.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace yoyo;

namespace {

/// A list as the screens will have it.
class SamplePage final : public Page
{
public:
    SamplePage(const QString& id, ViewMemory& memory, QWidget* parent) : Page(id, Body::Fixed, parent)
    {
        m_panel = new ListPanel(id, memory, this);
        m_model = new QStandardItemModel(this);
        m_model->setHorizontalHeaderLabels({QStringLiteral("管理番号"), QStringLiteral("予防接種"), QStringLiteral("分類"),
                                            QStringLiteral("状態"), QStringLiteral("期間"), QStringLiteral("料金（円）")});
        const char* names[] = {"五種混合", "麻しん風しん（MR）", "日本脳炎", "水痘", "BCG", "B型肝炎", "ロタウイルス（1価）",
                               "小児用肺炎球菌（PCV20）", "HPV（9価）", "高齢者インフルエンザ", "高齢者肺炎球菌", "帯状疱疹（組換え）",
                               "新型コロナ（高齢者）", "四種混合", "HPV（2価）"};
        int row = 0;
        for (const char* name : names) {
            auto* state = new QStandardItem(row == 13 || row == 14 ? QStringLiteral("終了") : row == 4 ? QStringLiteral("要確認") : row == 2 ? QStringLiteral("未送信") : row == 7 ? QStringLiteral("未実施") : QStringLiteral("実施"));
            state->setData(int(row >= 13 || row == 7 ? BadgeKind::Neutral : row == 4 ? BadgeKind::Caution : row == 2 ? BadgeKind::Info : BadgeKind::Good), BadgeRole);
            auto* fee = new QStandardItem(QStringLiteral("12,%1").arg(100 + row * 37));
            fee->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_model->appendRow({new QStandardItem(QStringLiteral("%1").arg(1001 + row)), new QStandardItem(QString::fromUtf8(name)),
                                new QStandardItem(row < 9 ? QStringLiteral("A類") : QStringLiteral("B類")), state,
                                new QStandardItem(QStringLiteral("2026-04-01 ～ 2027-03-31")), fee});
            ++row;
        }
        m_model->setHeaderData(5, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
        m_panel->setModel(m_model);
        m_panel->setDefaultWidths({96, 260, 72, 120, 220, 96});
        m_panel->table()->selectRow(1);
        content()->addWidget(m_panel);
        m_print = new QAction(icon(QStringLiteral("print"), IconTone::Secondary), {}, this);
        m_print->setShortcut(QKeySequence(QKeySequence::Print));
        addTool(m_print);
        m_bulk = addSideButton(makeButton(ButtonRole::Normal));
        m_edit = setMainButton(makeButton(ButtonRole::Primary));
        SamplePage::retranslate();
    }
    ListPanel* panel() const { return m_panel; }
    bool isHeld = false;
    bool mayLeave() override { return !isHeld; }

protected:
    void retranslate() override
    {
        setTitle(QStringLiteral("予防接種設定"));
        setPurpose(QStringLiteral("自市区町村で実施する予防接種と、その期間・対象・料金を決めます。"));
        m_panel->setSearchPlaceholder(QStringLiteral("名称・管理番号で検索"));
        m_panel->setCounts(1234, 56, {QStringLiteral("実施"), QStringLiteral("A類")});
        m_print->setText(QStringLiteral("印刷"));
        m_bulk->setText(QStringLiteral("まとめて変更"));
        m_edit->setText(QStringLiteral("設定を変更"));
    }

private:
    ListPanel* m_panel;
    QStandardItemModel* m_model;
    QAction* m_print;
    QPushButton* m_bulk;
    QPushButton* m_edit;
};

struct Shell
{
    PageRegistry registry;
    TransientViewMemory memory;
    test::FakeQuestions questions;
    HelpContents help;
    MessageLog log;
    LanguageSwitch& languages;
    test::FakeSettingsBackend backend;
    ErrorPresenter presenter;
    std::unique_ptr<MainWindow> window;

    explicit Shell(LanguageSwitch& switcher) : languages(switcher)
    {
        auto add = [this](const char* id, const char* title, const char* iconName, PageSpec::Place place, bool adminOnly) {
            PageSpec spec;
            spec.id = QString::fromLatin1(id);
            spec.title = [title] { return QString::fromUtf8(title); };
            spec.icon = QString::fromLatin1(iconName);
            spec.place = place;
            if (adminOnly)
                spec.isAllowed = [](Role role) { return role == Role::Administrator; };
            if (spec.id == QStringLiteral("settings"))
                spec.make = [this](QWidget* parent) { return new SettingsPage(backend, presenter, questions, parent); };
            else if (spec.id == QStringLiteral("about"))
                spec.make = [this](QWidget* parent) { return new AboutPage(backend, parent); };
            else
                spec.make = [this, id = spec.id](QWidget* parent) { return new SamplePage(id, memory, parent); };
            registry.add(spec);
        };
        add("sign-in", "サインイン", "sign-in", PageSpec::Place::SignedOut, false);
        add("vaccinations", "予防接種設定", "vaccination", PageSpec::Place::Navigation, false);
        add("users", "ユーザ管理", "users", PageSpec::Place::Navigation, true);
        add("own-data", "自身のユーザ情報", "person", PageSpec::Place::Navigation, false);
        add("sync", "同期", "sync", PageSpec::Place::Navigation, false);
        add("settings", "設定", "settings", PageSpec::Place::Program, false);
        add("about", "このプログラムについて", "info", PageSpec::Place::Program, false);
        window = std::make_unique<MainWindow>(ShellParts{registry, memory, questions, help, log, languages});
        window->setWindowState(Qt::WindowNoState);
        window->resize(1366, 768);
        window->show();
        (void)QTest::qWaitForWindowActive(window.get());
    }
    static ShellOffice office(bool demo = true)
    {
        ShellOffice o;
        o.municipality = QStringLiteral("東京都新宿区");
        o.municipalityCode = QStringLiteral("131041");
        o.environment = demo ? ShellOffice::Environment::Practice : ShellOffice::Environment::Production;
        o.isDemonstration = demo;
        o.administrators = {{QStringLiteral("佐藤 花子"), QStringLiteral("健康推進課"), QStringLiteral("内線 2345"), {}}};
        o.helpdesk = {QStringLiteral("国保中央会ヘルプデスク"), {}, {}, QStringLiteral("https://helpdesk.example.jp")};
        return o;
    }
    static ShellUser user(Role role) { return {QStringLiteral("鈴木 一郎"), QStringLiteral("sj-0001"), role}; }
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_languages = test::startUi(); }
    void init() { test::failOnWarnings(); }
    void cleanup() { m_languages->setLanguage(QStringLiteral("ja")); }
    void beforeTheSignInOnlyItsPagesOpen();
    void navigationShowsOnlyWhatTheRoleMaySee();
    void aPageWithoutRightNamesTheAdministrators();
    void bandsTellEnvironmentDemonstrationAndLine();
    void productionHasNoEnvironmentBand();
    void statusLineCountsWhatWaits();
    void signingOutDropsEveryPage();
    void unsavedWorkHoldsThePageUntilItLetsGo();
    void lockHidesPersonalDataUntilThePassword();
    void idleTimeLocksOnce();
    void languageSwitchesEverywhereWhileRunning();
    void everyActionHasTextAndPagesHaveShortcuts();
    void keyboardAloneReachesEverything();
    void f1OpensTheHelpOfThePage();
    void settingsTellWhatPolicyFixedAndCheckTheAddress();
    void leavingChangedSettingsIsAsked();
    void demoPanelOnlyInDemonstrations();
    void frontAndLockAreHandedIn();
    void geometryIsRemembered();
    void opensMaximisedOnASmallScreen();
    void nothingIsCutAt1366x768();

private:
    LanguageSwitch* m_languages = nullptr;
};

void TestMainWindow::beforeTheSignInOnlyItsPagesOpen()
{
    Shell shell(*m_languages);
    shell.window->setOffice(Shell::office());
    QVERIFY(!shell.window->navigation().isVisible());
    shell.window->showPage(QStringLiteral("users"));
    QCOMPARE(shell.window->currentPageId(), QStringLiteral("start"));
    shell.window->showPage(QStringLiteral("sign-in"));
    QCOMPARE(shell.window->currentPageId(), QStringLiteral("sign-in"));
}

void TestMainWindow::navigationShowsOnlyWhatTheRoleMaySee()
{
    Shell shell(*m_languages);
    shell.window->setOffice(Shell::office());
    shell.window->enterSignedIn(Shell::user(Role::Administrator));
    QVERIFY(shell.window->navigation().shownPages().contains(QStringLiteral("users")));
    shell.window->enterSignedOut();
    shell.window->enterSignedIn(Shell::user(Role::Staff));
    QVERIFY(!shell.window->navigation().shownPages().contains(QStringLiteral("users")));
    QVERIFY(shell.window->navigation().shownPages().contains(QStringLiteral("vaccinations")));
}

void TestMainWindow::aPageWithoutRightNamesTheAdministrators()
{
    Shell shell(*m_languages);
    shell.window->setOffice(Shell::office());
    shell.window->enterSignedIn(Shell::user(Role::Reader));
    shell.window->showPage(QStringLiteral("users"));
    QString all;
    for (const QLabel* label : shell.window->findChildren<QLabel*>()) {
        if (label->isVisible())
            all += label->text();
    }
    QVERIFY(all.contains(QStringLiteral("管理者のみの操作です")));
    QVERIFY(all.contains(QStringLiteral("佐藤 花子")));
    QVERIFY(!shell.window->page(QStringLiteral("users")));
}

void TestMainWindow::bandsTellEnvironmentDemonstrationAndLine()
{
    Shell shell(*m_languages);
    shell.window->setOffice(Shell::office());
    ShellStatus status;
    status.unsent = 3;
    status.needsPerson = 1;
    status.lastSync = QDateTime(QDate(2026, 11, 22), QTime(0, 58), Qt::UTC);
    shell.window->setStatus(status);
    shell.window->enterSignedIn(Shell::user(Role::Administrator));
    test::settle(shell.window.get());
    const QString bands = shell.window->visibleBands().join(QLatin1Char('|'));
    QVERIFY(bands.contains(QStringLiteral("練習環境")));
    QVERIFY(bands.contains(QStringLiteral("架空の人物")));
    QVERIFY(bands.contains(QStringLiteral("オフライン")));
    QVERIFY(bands.contains(QStringLiteral("3 件")));
    QVERIFY(shell.window->windowTitle().contains(QStringLiteral("練習")));
    QVERIFY(!shell.window->windowTitle().contains(QStringLiteral("鈴木")));
    test::picture(shell.window.get(), QStringLiteral("shell_offline"));
    status.isMaintenance = true;
    status.maintenanceUntil = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
    shell.window->setStatus(status);
    QVERIFY(shell.window->visibleBands().join(QLatin1Char('|')).contains(QStringLiteral("18:00")));
}

void TestMainWindow::productionHasNoEnvironmentBand()
{
    Shell shell(*m_languages);
    shell.window->setOffice(Shell::office(false));
    ShellStatus status;
    status.isOnline = true;
    status.isVerified = true;
    status.lastSync = QDateTime(QDate(2026, 11, 22), QTime(0, 58), Qt::UTC);
    shell.window->setStatus(status);
    shell.window->enterSignedIn(Shell::user(Role::Administrator));
    QCOMPARE(shell.window->visibleBands(), QStringList());
    test::settle(shell.window.get());
    test::picture(shell.window.get(), QStringLiteral("shell_production"));
}

void TestMainWindow::statusLineCountsWhatWaits()
{
    Shell shell(*m_languages);
    ShellStatus status;
    status.isOnline = true;
    status.unsent = 1234;
    status.needsPerson = 2;
    status.cannotSend = 1;
    shell.window->setStatus(status);
    shell.window->enterSignedIn(Shell::user(Role::Staff));
    const QString text = shell.window->statusLine().text();
    QVERIFY(text.contains(QStringLiteral("オンライン")));
    QVERIFY(text.contains(QStringLiteral("未送信 1,234")));
    QVERIFY(text.contains(QStringLiteral("要確認 2")));
    QVERIFY(text.contains(QStringLiteral("送信できない 1")));
    QSignalSpy sync(shell.window.get(), &MainWindow::syncRequested);
    QTest::keyClick(shell.window.get(), Qt::Key_F5);
    QTRY_COMPARE(sync.count(), 1);
}

void TestMainWindow::signingOutDropsEveryPage()
{
    Shell shell(*m_languages);
    shell.window->enterSignedIn(Shell::user(Role::Staff));
    QVERIFY(shell.window->page(QStringLiteral("vaccinations")));
    shell.window->enterSignedOut(QStringLiteral("別のPCでパスワードが変更されました。"));
    QVERIFY(!shell.window->page(QStringLiteral("vaccinations")));
    QCOMPARE(shell.window->currentPageId(), QStringLiteral("start"));
    QVERIFY(!shell.window->isSignedIn());
    QVERIFY(shell.window->visibleBands().join(QString()).contains(QStringLiteral("別のPCでパスワードが変更されました。")));
    shell.window->enterSignedIn(Shell::user(Role::Staff));
    QVERIFY(!shell.window->visibleBands().join(QString()).contains(QStringLiteral("別のPC")));
}

void TestMainWindow::unsavedWorkHoldsThePageUntilItLetsGo()
{
    Shell shell(*m_languages);
    shell.window->enterSignedIn(Shell::user(Role::Staff));
    auto* page = static_cast<SamplePage*>(shell.window->page(QStringLiteral("vaccinations")));
    page->isHeld = true;
    shell.window->showPage(QStringLiteral("sync"));
    QCOMPARE(shell.window->currentPageId(), QStringLiteral("vaccinations"));
    Q_EMIT page->leaveAllowed();
    QCOMPARE(shell.window->currentPageId(), QStringLiteral("sync"));
}

void TestMainWindow::lockHidesPersonalDataUntilThePassword()
{
    Shell shell(*m_languages);
    shell.window->setOffice(Shell::office());
    shell.window->enterSignedIn(Shell::user(Role::Staff));
    shell.window->lock();
    test::settle(shell.window.get());
    QVERIFY(shell.window->isLocked());
    QVERIFY(!shell.window->page(QStringLiteral("vaccinations"))->isVisible());
    QVERIFY(!shell.window->menuBar()->isEnabled());
    shell.window->unlock();
    QVERIFY(shell.window->page(QStringLiteral("vaccinations"))->isVisible());
}

void TestMainWindow::idleTimeLocksOnce()
{
    test::FakeClock clock;
    IdleWatch watch(clock);
    watch.setLimit(std::chrono::minutes(15));
    watch.setActive(true);
    QSignalSpy idle(&watch, &IdleWatch::idle);
    clock.advance(std::chrono::minutes(14));
    watch.look();
    QCOMPARE(idle.count(), 0);
    QWidget touched;
    QTest::keyClick(&touched, Qt::Key_A);
    clock.advance(std::chrono::minutes(14));
    watch.look();
    QCOMPARE(idle.count(), 0);
    clock.advance(std::chrono::minutes(1));
    watch.look();
    watch.look();
    QCOMPARE(idle.count(), 1);
}

void TestMainWindow::languageSwitchesEverywhereWhileRunning()
{
    Shell shell(*m_languages);
    shell.window->setOffice(Shell::office());
    shell.window->enterSignedIn(Shell::user(Role::Administrator));
    shell.window->showPage(QStringLiteral("settings"));
    QCOMPARE(shell.window->page(QStringLiteral("settings"))->title(), QStringLiteral("設定"));
    m_languages->setLanguage(QStringLiteral("en"));
    test::settle(shell.window.get());
    QCOMPARE(shell.window->page(QStringLiteral("settings"))->title(), QStringLiteral("Settings"));
    QVERIFY(shell.window->visibleBands().join(QLatin1Char('|')).contains(QStringLiteral("Practice")));
    test::picture(shell.window.get(), QStringLiteral("shell_settings_en"));
    m_languages->setLanguage(QStringLiteral("ja"));
    test::settle(shell.window.get());
    QCOMPARE(shell.window->page(QStringLiteral("settings"))->title(), QStringLiteral("設定"));
    test::picture(shell.window.get(), QStringLiteral("shell_settings"));
}

void TestMainWindow::everyActionHasTextAndPagesHaveShortcuts()
{
    Shell shell(*m_languages);
    shell.window->enterSignedIn(Shell::user(Role::Administrator));
    int withShortcut = 0;
    for (QAction* top : shell.window->menuBar()->actions()) {
        QVERIFY(!top->text().isEmpty());
        QVERIFY2(top->text().contains(QLatin1Char('&')), qPrintable(top->text()));
        for (QAction* action : top->menu()->actions()) {
            if (action->isSeparator() || !action->isVisible())
                continue;
            QVERIFY(!action->text().isEmpty());
            withShortcut += !action->shortcut().isEmpty();
        }
    }
    QVERIFY(withShortcut >= 10);
}

void TestMainWindow::keyboardAloneReachesEverything()
{
    Shell shell(*m_languages);
    shell.window->enterSignedIn(Shell::user(Role::Administrator));
    QVERIFY(QTest::qWaitForWindowActive(shell.window.get()));
    QSet<QWidget*> reached;
    QWidget* at = shell.window->navigation().findChild<QToolButton*>(QStringLiteral("nav_vaccinations"));
    at->setFocus();
    for (int i = 0; i < 60; ++i) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    auto* page = static_cast<SamplePage*>(shell.window->page(QStringLiteral("vaccinations")));
    QVERIFY(reached.contains(page->panel()->searchField()));
    QVERIFY(reached.contains(page->panel()->table()));
    for (QPushButton* button : page->findChildren<QPushButton*>()) {
        if (button->isVisible() && button->isEnabled())
            QVERIFY2(reached.contains(button), qPrintable(button->text()));
    }
    for (QToolButton* button : shell.window->navigation().findChildren<QToolButton*>())
        QVERIFY2(reached.contains(button), qPrintable(button->accessibleName()));
    QCOMPARE(test::namelessWidgets(shell.window.get()), QStringList());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(shell.window->currentPageId(), QStringLiteral("users"));
}

void TestMainWindow::f1OpensTheHelpOfThePage()
{
    Shell shell(*m_languages);
    shell.window->enterSignedIn(Shell::user(Role::Administrator), QStringLiteral("users"));
    QTest::keyClick(shell.window.get(), Qt::Key_F1);
    QTRY_VERIFY(shell.window->helpViewer());
    QCOMPARE(shell.window->helpViewer()->currentPage(), QStringLiteral("users"));
}

void TestMainWindow::settingsTellWhatPolicyFixedAndCheckTheAddress()
{
    Shell shell(*m_languages);
    shell.backend.rule.idleLock = true;
    shell.window->enterSignedIn(Shell::user(Role::Administrator), QStringLiteral("settings"));
    auto* page = shell.window->page(QStringLiteral("settings"));
    auto* address = page->findChild<FormField*>(QStringLiteral("field_address"));
    auto* line = qobject_cast<QLineEdit*>(address->editor());
    line->setText(QStringLiteral("http://yoyo.example.lg.jp"));
    QVERIFY(!address->check());
    QCOMPARE(address->problem()->code, QStringLiteral("E-NET-009"));
    // F1 in a refused field explains its code.
    line->setFocus();
    QTest::keyClick(shell.window.get(), Qt::Key_F1);
    QTRY_VERIFY(shell.window->helpViewer());
    QCOMPARE(shell.window->helpViewer()->currentPage(), address->problem()->helpId);
    shell.window->activateWindow();
    line->setText(QStringLiteral("https://yoyo.example.lg.jp:8443"));
    auto* idle = page->findChild<FormField*>(QStringLiteral("field_idle_lock"));
    QVERIFY(!idle->editor()->isEnabled());
    QVERIFY(idle->editor()->accessibleDescription().contains(QStringLiteral("変更できません")));
    for (QPushButton* button : page->findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("接続を確かめる"))
            button->click();
    }
    test::settle(shell.window.get());
    test::picture(shell.window.get(), QStringLiteral("shell_settings_tls"));
    for (QPushButton* button : page->findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("設定を保存する"))
            button->click();
    }
    QCOMPARE(shell.backend.savedValues.size(), 1);
    QCOMPARE(shell.backend.savedValues.first().address, QStringLiteral("https://yoyo.example.lg.jp:8443"));
}

void TestMainWindow::leavingChangedSettingsIsAsked()
{
    Shell shell(*m_languages);
    shell.questions.answer = Answer::Refused;
    shell.window->enterSignedIn(Shell::user(Role::Administrator), QStringLiteral("settings"));
    auto* page = shell.window->page(QStringLiteral("settings"));
    auto* line = qobject_cast<QLineEdit*>(page->findChild<FormField*>(QStringLiteral("field_address"))->editor());
    line->setText(QStringLiteral("https://other.example.lg.jp"));
    shell.window->showPage(QStringLiteral("sync"));
    QCOMPARE(shell.questions.asked.size(), 1);
    QCOMPARE(shell.window->currentPageId(), QStringLiteral("settings"));
    // What was declined does not come true with the next wish.
    shell.window->show();
    QVERIFY(!shell.window->close());
    bool isSignedOut = false;
    shell.window->leaveThen([&isSignedOut] { isSignedOut = true; });
    QVERIFY(!isSignedOut);
    QCOMPARE(shell.questions.asked.size(), 3);
    shell.questions.answer = Answer::Accepted;
    shell.window->showPage(QStringLiteral("sync"));
    QCOMPARE(shell.window->currentPageId(), QStringLiteral("sync"));
    QVERIFY(!isSignedOut);
    QVERIFY(shell.window->isVisible());
}

void TestMainWindow::demoPanelOnlyInDemonstrations()
{
    Shell shell(*m_languages);
    shell.window->setOffice(Shell::office(false));
    shell.window->enterSignedIn(Shell::user(Role::Administrator));
    QVERIFY(!shell.window->demoPanel().isVisible());
    // Before the sign-in too: a new user finds the first mail there.
    shell.window->setOffice(Shell::office(true));
    shell.window->enterSignedOut();
    QVERIFY(shell.window->demoPanel().isVisible());
    shell.window->enterSignedIn(Shell::user(Role::Administrator));
    QVERIFY(shell.window->demoPanel().isVisible());
    QSignalSpy cut(&shell.window->demoPanel(), &DemoPanel::cutRequested);
    shell.window->demoPanel().findChildren<QPushButton*>().first()->click();
    QCOMPARE(cut.count(), 1);
    QCOMPARE(cut.first().first().toBool(), true);
    // Closed, it stays closed over a lock, and the menu brings it back.
    Q_EMIT shell.window->demoPanel().closeRequested();
    QVERIFY(!shell.window->demoPanel().isVisible());
    shell.window->lock();
    shell.window->unlock();
    QVERIFY(!shell.window->demoPanel().isVisible());
    for (QAction* action : shell.window->findChildren<QAction*>()) {
        if (action->text().contains(QStringLiteral("デモ操作")))
            action->trigger();
    }
    QVERIFY(shell.window->demoPanel().isVisible());
}

void TestMainWindow::frontAndLockAreHandedIn()
{
    Shell shell(*m_languages);
    auto* front = new QLabel(QStringLiteral("front"));
    auto* lock = new QLabel(QStringLiteral("lock"));
    shell.window->setFront(front);
    shell.window->setLock(lock);
    QVERIFY(front->isVisible());
    shell.window->enterSignedIn(Shell::user(Role::Staff));
    QVERIFY(!front->isVisible());
    shell.window->lock();
    QVERIFY(lock->isVisible());
    shell.window->enterSignedOut();
    QVERIFY(front->isVisible());
    QVERIFY(!lock->isVisible());
}

void TestMainWindow::geometryIsRemembered()
{
    Shell shell(*m_languages);
    shell.window->resize(1111, 701);
    shell.window->close();
    QVERIFY(!shell.memory.value(QStringLiteral("window/geometry")).toByteArray().isEmpty());
    MainWindow again(ShellParts{shell.registry, shell.memory, shell.questions, shell.help, shell.log, shell.languages});
    QCOMPARE(again.size(), QSize(1111, 701));
}

void TestMainWindow::opensMaximisedOnASmallScreen()
{
    Shell shell(*m_languages);
    TransientViewMemory nothing;
    MainWindow fresh(ShellParts{shell.registry, nothing, shell.questions, shell.help, shell.log, shell.languages});
    const QSize room = fresh.screen()->availableSize();
    QVERIFY(room.width() < 1296);
    QVERIFY(fresh.isMaximized());
    QVERIFY(fresh.normalGeometry().height() <= room.height());
}

void TestMainWindow::nothingIsCutAt1366x768()
{
    Shell shell(*m_languages);
    shell.window->setOffice(Shell::office());
    ShellStatus status;
    status.unsent = 12;
    shell.window->setStatus(status);
    for (const char* language : {"ja", "en"}) {
        m_languages->setLanguage(QString::fromLatin1(language));
        shell.window->enterSignedIn(Shell::user(Role::Administrator));
        for (const char* id : {"vaccinations", "settings", "about"}) {
            shell.window->showPage(QString::fromLatin1(id));
            test::settle(shell.window.get());
            QCOMPARE(shell.window->size(), QSize(1366, 768));
            const QStringList cut = test::cutTexts(shell.window.get());
            QVERIFY2(cut.isEmpty(), qPrintable(QString::fromLatin1(id) + cut.join(QLatin1Char('|'))));
        }
        shell.window->enterSignedOut();
        test::settle(shell.window.get());
        const QStringList cut = test::cutTexts(shell.window.get());
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('|'))));
    }
}

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
