// SPDX-License-Identifier: Apache-2.0
// See main_window.h; the menus are in main_window_menus.cpp.
#include "ui/shell/main_window.h"

#include "ui/shell/demo_panel.h"
#include "ui/shell/help_viewer.h"
#include "ui/shell/navigation.h"
#include "ui/shell/status_line.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/band.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/list_panel.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/page.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <utility>

namespace yoyo {

static const QString geometryKey = QStringLiteral("window/geometry");

namespace {

bool belongsTo(const QWidget* window, const QWidget* owner)
{
    for (const QWidget* up = window->parentWidget(); up; up = up->parentWidget()) {
        if (up == owner)
            return true;
    }
    return false;
}

/// Scrolls to what has got the focus, with its label (or the tick that opened it). A scroll area does so by itself only when Tab came from within it.
void bringIntoView(QWidget* widget)
{
    QWidget* shown = widget;
    for (QWidget* up = widget->parentWidget(); up; up = up->parentWidget()) {
        if (qobject_cast<FormField*>(up) || up->property(FormField::seenWhole).toBool())
            shown = up;
        if (auto* area = qobject_cast<QScrollArea*>(up)) {
            area->ensureWidgetVisible(shown, 0, space::related);
            return;
        }
    }
}

/// What stands in the place of a page that the role may not see.
class DeniedPage final : public Page
{
public:
    explicit DeniedPage(QWidget* parent) : Page(QStringLiteral("denied"), Body::Fixed, parent) {}
};

} // namespace

MainWindow::MainWindow(ShellParts parts, QWidget* parent) : QMainWindow(parent), m_parts(parts)
{
    setObjectName(QStringLiteral("main_window"));
    setMinimumSize(960, 600);
    m_whole = new QStackedWidget(this);
    m_frame = new QWidget(m_whole);
    auto* rows = new QVBoxLayout(m_frame);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_bands = new QVBoxLayout;
    m_bands->setSpacing(0);
    m_environmentBand = new Band(Band::Kind::Verification, m_frame);
    m_demoBand = new Band(Band::Kind::Demonstration, m_frame);
    m_lineBand = new Band(Band::Kind::Offline, m_frame);
    m_noticeBand = new Band(Band::Kind::Info, m_frame);
    m_noticeBand->setClosable(true);
    for (Band* band : {m_environmentBand, m_demoBand, m_lineBand, m_noticeBand}) {
        band->setVisible(false);
        m_bands->addWidget(band);
    }
    rows->addLayout(m_bands);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(0);
    m_navigation = new Navigation(parts.pages, m_frame);
    m_navigation->setVisible(false);
    columns->addWidget(m_navigation);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    m_backRow = new QWidget(m_frame);
    auto* backRow = new QHBoxLayout(m_backRow);
    backRow->setContentsMargins(space::group, space::related, space::group, 0);
    m_back = makeButton(ButtonRole::Link, m_backRow);
    m_back->setIcon(icon(QStringLiteral("chevron-left"), IconTone::Action));
    backRow->addWidget(m_back);
    backRow->addStretch(1);
    m_backRow->setVisible(false);
    right->addWidget(m_backRow);
    m_stack = new QStackedWidget(m_frame);
    m_front = new QWidget(m_stack);
    m_stack->addWidget(m_front);
    m_denied = new DeniedPage(m_stack);
    m_deniedText = new QLabel(m_denied);
    m_deniedText->setTextFormat(Qt::PlainText);
    m_deniedText->setWordWrap(true);
    m_denied->content()->addWidget(m_deniedText);
    m_denied->content()->addStretch(1);
    m_stack->addWidget(m_denied);
    right->addWidget(m_stack, 1);
    columns->addLayout(right, 1);
    rows->addLayout(columns, 1);
    m_demo = new DemoPanel(m_frame);
    m_demo->setVisible(false);
    rows->addWidget(m_demo);
    m_statusLine = new StatusLine(m_frame);
    m_statusLine->setVisible(false);
    rows->addWidget(m_statusLine);
    m_whole->addWidget(m_frame);
    m_lock = new QWidget(m_whole);
    m_whole->addWidget(m_lock);
    setCentralWidget(m_whole);

    buildMenus();
    connect(m_navigation, &Navigation::pageChosen, this, [this](const QString& id) { showPage(id); });
    connect(m_navigation, &Navigation::lockRequested, this, &MainWindow::lock);
    connect(m_navigation, &Navigation::signOutRequested, this, &MainWindow::signOutRequested);
    connect(m_statusLine, &StatusLine::syncPageRequested, this, [this] { showPage(QStringLiteral("sync")); });
    connect(m_statusLine, &StatusLine::syncRequested, this, &MainWindow::syncRequested);
    connect(m_lineBand, &Band::activated, this, [this] { showPage(QStringLiteral("sync")); });
    connect(m_back, &QPushButton::clicked, this, [this] { showPage(QStringLiteral("start")); });

    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (!now || !isAncestorOf(now))
            return;
        bringIntoView(now);
        // Again when the layout has settled: the field left behind may have got an error text.
        QMetaObject::invokeMethod(
            now, [now] {
                if (now->hasFocus())
                    bringIntoView(now);
            },
            Qt::QueuedConnection);
    });

    openAtFittingSize();
    retranslate();
    enterSignedOut();
}

MainWindow::~MainWindow() = default;

void MainWindow::openAtFittingSize()
{
    const QByteArray geometry = m_parts.memory.value(geometryKey).toByteArray();
    if (!geometry.isEmpty() && restoreGeometry(geometry))
        return;
    // The title bar and the borders come on top of the size asked for.
    constexpr QSize wanted(1280, 800);
    constexpr QSize decoration(16, 48);
    const QSize room = screen() ? screen()->availableSize() : QSize(1366, 768);
    resize(wanted.boundedTo(room - decoration));
    if (room.width() < wanted.width() + decoration.width() || room.height() < wanted.height() + decoration.height())
        setWindowState(windowState() | Qt::WindowMaximized);
}

void MainWindow::setOffice(const ShellOffice& office)
{
    m_office = office;
    m_navigation->setOffice(office);
    m_demoAction->setVisible(office.isDemonstration);
    m_demo->setVisible(office.isDemonstration && m_demoAction->isChecked());
    dressBands();
    retitle();
}

void MainWindow::setStatus(const ShellStatus& status)
{
    m_status = status;
    m_statusLine->setStatus(status);
    dressBands();
}

void MainWindow::enterSignedIn(const ShellUser& user, const QString& firstPage)
{
    m_user = user;
    m_noticeBand->setVisible(false);
    m_navigation->setUser(user);
    m_navigation->setVisible(true);
    m_statusLine->setVisible(true);
    m_backRow->setVisible(false);
    m_lockAction->setEnabled(true);
    m_signOutAction->setEnabled(true);
    m_syncAction->setEnabled(true);
    m_demo->setVisible(m_office.isDemonstration && m_demoAction->isChecked());
    fillGoMenu();
    dressBands();
    const QStringList shown = m_navigation->shownPages();
    if (!firstPage.isEmpty())
        showPage(firstPage);
    else if (!shown.isEmpty())
        showPage(shown.first());
}

void MainWindow::enterSignedOut(const QString& notice)
{
    m_user.reset();
    unlock();
    m_navigation->setVisible(false);
    m_statusLine->setVisible(false);
    m_lockAction->setEnabled(false);
    m_signOutAction->setEnabled(false);
    m_syncAction->setEnabled(false);
    m_demo->setVisible(m_office.isDemonstration && m_demoAction->isChecked());
    m_noticeBand->setText(notice);
    m_noticeBand->setVisible(!notice.isEmpty());
    reveal(m_front, QStringLiteral("start"));
    // Nothing of the last person stays in the window.
    for (Page* page : std::as_const(m_pages)) {
        m_stack->removeWidget(page);
        page->deleteLater();
    }
    m_pages.clear();
    fillGoMenu();
    dressBands();
}

QString MainWindow::currentPageId() const
{
    return m_current;
}

Page* MainWindow::makePage(const PageSpec& spec)
{
    Page* page = spec.make(m_stack);
    for (MessageLine* line : page->findChildren<MessageLine*>())
        line->setLog(&m_parts.log);
    connect(page, &Page::helpRequested, this, &MainWindow::showHelp);
    connect(page, &Page::pageRequested, this, &MainWindow::showPage);
    m_stack->addWidget(page);
    m_pages.insert(spec.id, page);
    return page;
}

bool MainWindow::isHeldBack(const std::function<void()>& goOn)
{
    auto* present = qobject_cast<Page*>(m_stack->currentWidget());
    disconnect(m_wish); // one that was declined does not come true with the next
    if (!present || present == m_denied || m_isLeaving || present->mayLeave())
        return false;
    // The page asks the person by itself; when it lets go, we go on.
    m_wish = connect(present, &Page::leaveAllowed, this,
                     [this, goOn] {
                         m_isLeaving = true;
                         goOn();
                         m_isLeaving = false;
                     },
                     Qt::SingleShotConnection);
    return true;
}

void MainWindow::leaveThen(const std::function<void()>& goOn)
{
    if (!isHeldBack(goOn))
        goOn();
}

void MainWindow::showPage(const QString& id, const QString& target)
{
    if (id != m_current && isHeldBack([this, id, target] { showPage(id, target); })) {
        m_navigation->setCurrent(m_current);
        return;
    }
    const PageSpec* spec = m_parts.pages.find(id);
    if (!spec || (!m_user && spec->place != PageSpec::Place::SignedOut && spec->place != PageSpec::Place::Program)) {
        if (!m_user)
            reveal(m_front, QStringLiteral("start"));
        return;
    }
    if (m_user && spec->isAllowed && !spec->isAllowed(m_user->role)) {
        m_denied->setTitle(spec->title());
        m_deniedText->setText(adminsText());
        reveal(m_denied, id);
        return;
    }
    Page* page = m_pages.value(id);
    if (!page)
        page = makePage(*spec);
    reveal(page, id);
    page->entered();
    page->focusFirst();
    if (!target.isEmpty())
        Q_EMIT targetRequested(id, target);
}

void MainWindow::reveal(QWidget* widget, const QString& id)
{
    m_current = id;
    m_stack->setCurrentWidget(widget);
    m_navigation->setCurrent(id);
    m_backRow->setVisible(!m_user && widget != m_front);
    fillPageMenu();
    retitle();
    Q_EMIT pageShown(id);
}

QString MainWindow::adminsText() const
{
    QStringList names;
    for (const Contact& person : m_office.administrators)
        names.append(person.phone.isEmpty() ? person.name : tr("%1 (phone %2)").arg(person.name, person.phone));
    if (names.isEmpty())
        return tr("Only administrators can do this.");
    return tr("Only administrators can do this. Administrators: %1").arg(names.join(tr(", ", "between names")));
}

void MainWindow::lock()
{
    if (!m_user || isLocked())
        return;
    m_whole->setCurrentWidget(m_lock);
    menuBar()->setEnabled(false);
    if (m_help)
        m_help->close();
    for (QWidget* other : QApplication::topLevelWidgets()) {
        // Dialogs may show personal data too; they come back with the work.
        if (other->isVisible() && belongsTo(other, this)) {
            other->setProperty("yoyoHiddenByLock", true);
            other->hide();
        }
    }
    retitle();
    Q_EMIT locked();
}

void MainWindow::unlock()
{
    if (!isLocked())
        return;
    m_whole->setCurrentWidget(m_frame);
    menuBar()->setEnabled(true);
    for (QWidget* other : QApplication::topLevelWidgets()) {
        if (other->property("yoyoHiddenByLock").toBool()) {
            other->setProperty("yoyoHiddenByLock", QVariant());
            other->show();
        }
    }
    retitle();
}

bool MainWindow::isLocked() const
{
    return m_whole->currentWidget() == m_lock;
}

void MainWindow::setFront(QWidget* front, std::function<QString()> helpId)
{
    m_frontHelpId = std::move(helpId);
    m_stack->addWidget(front);
    delete std::exchange(m_front, front);
    if (!m_user)
        reveal(m_front, QStringLiteral("start"));
}

void MainWindow::setLock(QWidget* lock)
{
    m_whole->addWidget(lock);
    delete std::exchange(m_lock, lock);
}

void MainWindow::addBand(Band* band)
{
    band->setParent(m_frame);
    m_ownBands.append(band);
    m_bands->addWidget(band);
    band->show();
}

QStringList MainWindow::visibleBands() const
{
    QStringList out;
    QList<QPointer<Band>> bands{m_environmentBand, m_demoBand, m_lineBand, m_noticeBand};
    bands.append(m_ownBands);
    for (const Band* band : std::as_const(bands)) {
        if (band && band->isVisibleTo(m_frame))
            out.append(band->accessibleName() + QLatin1Char(' ') + band->text());
    }
    return out;
}

void MainWindow::dressBands()
{
    const bool isVerification = m_office.environment == ShellOffice::Environment::Verification;
    const bool isPractice = m_office.environment == ShellOffice::Environment::Practice;
    const QString fictitious = tr("Demonstration — all persons are fictitious.");
    QString where = isPractice ? tr("For practice. Nothing done here reaches the real system.")
                               : tr("For verification. Nothing done here reaches the real system.");
    if (m_office.isDemonstration)
        where = fictitious + QStringLiteral("　") + where;
    m_environmentBand->setKind(isPractice ? Band::Kind::Practice : Band::Kind::Verification);
    m_environmentBand->setText(where);
    m_environmentBand->setVisible(isVerification || isPractice);
    m_demoBand->setText(tr("All persons are fictitious"));
    m_demoBand->setVisible(m_office.isDemonstration && !isVerification && !isPractice);
    const QString unsent = m_status.unsent > 0 ? tr("%n change(s) wait to be sent.", nullptr, int(m_status.unsent))
                                               : tr("Changes are kept here and sent later.");
    if (m_status.isMaintenance) {
        m_lineBand->setKind(Band::Kind::Maintenance);
        m_lineBand->setText(m_status.maintenanceUntil.isValid()
                                ? tr("The central service is under maintenance until %1. It is tried again by itself. %2")
                                      .arg(instantForPeople(m_status.maintenanceUntil), unsent)
                                : tr("The central service is under maintenance. It is tried again by itself. %1").arg(unsent));
    } else {
        m_lineBand->setKind(Band::Kind::Offline);
        m_lineBand->setText(tr("The central service cannot be reached. You can go on working. %1").arg(unsent));
    }
    m_lineBand->setActionText(tr("See details"));
    m_lineBand->setVisible(m_user && (m_status.isMaintenance || !m_status.isOnline));
}

void MainWindow::retitle()
{
    QStringList parts;
    if (!isLocked() && m_user) {
        if (const PageSpec* spec = m_parts.pages.find(m_current))
            parts.append(spec->title());
    }
    if (!m_office.municipality.isEmpty())
        parts.append(m_office.municipality);
    parts.append(tr("Yoyo Desk"));
    if (m_office.environment == ShellOffice::Environment::Verification)
        parts.append(tr("[verification]"));
    if (m_office.environment == ShellOffice::Environment::Practice)
        parts.append(tr("[practice]"));
    if (m_office.isDemonstration)
        parts.append(tr("[demonstration]"));
    setWindowTitle(parts.join(QStringLiteral(" — ")));
}

void MainWindow::showHelp(const QString& id)
{
    if (!m_help) {
        m_help = new HelpViewer(m_parts.help, this);
        m_help->setWindowIcon(windowIcon());
    }
    m_help->showPage(id);
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (isHeldBack([this] { close(); })) {
        event->ignore();
        return;
    }
    m_parts.memory.setValue(geometryKey, saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace yoyo
