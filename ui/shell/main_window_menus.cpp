// SPDX-License-Identifier: Apache-2.0
// The menu bar of MainWindow: every action with its shortcut, the pages, and the actions of the page that is open.
#include "ui/shell/demo_panel.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigation.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/page.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QStackedWidget>

namespace yoyo {

void MainWindow::buildMenus()
{
    auto make = [this](const char* iconName, const QKeySequence& shortcut) {
        auto* action = new QAction(this);
        if (*iconName)
            action->setIcon(icon(QString::fromLatin1(iconName), IconTone::Secondary));
        action->setShortcut(shortcut);
        return action;
    };
    m_fileMenu = menuBar()->addMenu(QString());
    m_lockAction = make("lock", QKeySequence(Qt::CTRL | Qt::Key_L));
    m_signOutAction = make("sign-out", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q));
    m_quitAction = make("", QKeySequence(Qt::CTRL | Qt::Key_Q));
    m_fileMenu->addAction(m_lockAction);
    m_fileMenu->addAction(m_signOutAction);
    m_fileMenu->addSeparator();
    m_fileMenu->addAction(m_quitAction);

    m_pageMenu = menuBar()->addMenu(QString());
    m_findAction = make("search", QKeySequence(QKeySequence::Find));

    m_goMenu = menuBar()->addMenu(QString());
    m_backAction = make("home", QKeySequence(Qt::ALT | Qt::Key_Home));

    m_syncMenu = menuBar()->addMenu(QString());
    m_syncAction = make("sync", QKeySequence(Qt::Key_F5));
    m_syncMenu->addAction(m_syncAction);

    m_viewMenu = menuBar()->addMenu(QString());
    m_languageMenu = m_viewMenu->addMenu(QString());
    auto* languages = new QActionGroup(this);
    m_japanese = m_languageMenu->addAction(QStringLiteral("日本語"));
    m_english = m_languageMenu->addAction(QStringLiteral("English"));
    for (QAction* action : {m_japanese, m_english}) {
        action->setCheckable(true);
        languages->addAction(action);
    }
    m_demoAction = new QAction(this);
    m_demoAction->setCheckable(true);
    m_demoAction->setChecked(true);
    m_demoAction->setVisible(false);
    connect(m_demoAction, &QAction::toggled, this,
            [this](bool on) { m_demo->setVisible(on && m_office.isDemonstration); });
    connect(m_demo, &DemoPanel::closeRequested, this, [this] { m_demoAction->setChecked(false); });
    m_viewMenu->addAction(m_demoAction);

    m_helpMenu = menuBar()->addMenu(QString());
    m_helpAction = make("help", QKeySequence(Qt::Key_F1));
    m_helpIndexAction = make("list", QKeySequence(Qt::SHIFT | Qt::Key_F1));
    m_tourAction = make("demo", QKeySequence());
    m_helpMenu->addAction(m_helpAction);
    m_helpMenu->addAction(m_helpIndexAction);
    m_helpMenu->addAction(m_tourAction);

    connect(m_lockAction, &QAction::triggered, this, &MainWindow::lock);
    connect(m_signOutAction, &QAction::triggered, this, &MainWindow::signOutRequested);
    connect(m_quitAction, &QAction::triggered, this, &QWidget::close);
    connect(m_syncAction, &QAction::triggered, this, &MainWindow::syncRequested);
    connect(m_backAction, &QAction::triggered, this, [this] {
        const QStringList shown = m_navigation->shownPages();
        showPage(m_user && !shown.isEmpty() ? shown.first() : QStringLiteral("start"));
    });
    connect(m_findAction, &QAction::triggered, this, [this] {
        for (QLineEdit* field : m_stack->currentWidget()->findChildren<QLineEdit*>()) {
            if (field->isVisible() && field->parentWidget()->objectName().startsWith(QStringLiteral("list_"))) {
                field->setFocus(Qt::ShortcutFocusReason);
                field->selectAll();
                return;
            }
        }
    });
    connect(m_helpAction, &QAction::triggered, this, [this] {
        // In a field that was refused, F1 explains the code: a link is only for the mouse.
        for (QWidget* up = QApplication::focusWidget(); up; up = up->parentWidget()) {
            const auto* field = qobject_cast<FormField*>(up);
            if (field && field->problem() && !field->problem()->helpId.isEmpty())
                return showHelp(field->problem()->helpId);
        }
        const auto* page = qobject_cast<Page*>(m_stack->currentWidget());
        const bool isFront = m_stack->currentWidget() == m_front && m_frontHelpId;
        showHelp(page && page != m_denied ? page->helpId() : isFront ? m_frontHelpId() : m_current);
    });
    connect(m_helpIndexAction, &QAction::triggered, this, [this] { showHelp(QStringLiteral("start")); });
    connect(m_tourAction, &QAction::triggered, this, [this] { showHelp(QStringLiteral("five-minutes")); });
    connect(m_japanese, &QAction::triggered, this, [this] {
        m_parts.languages.setLanguage(QStringLiteral("ja"));
        Q_EMIT languageChosen(QStringLiteral("ja"));
    });
    connect(m_english, &QAction::triggered, this, [this] {
        m_parts.languages.setLanguage(QStringLiteral("en"));
        Q_EMIT languageChosen(QStringLiteral("en"));
    });
}

void MainWindow::fillGoMenu()
{
    m_goMenu->clear();
    qDeleteAll(m_goActions);
    m_goActions.clear();
    m_goMenu->addAction(m_backAction);
    m_goMenu->addSeparator();
    int number = 0;
    PageSpec::Place last = PageSpec::Place::Navigation;
    for (const PageSpec& spec : m_parts.pages.all()) {
        const bool isForAll = spec.place == PageSpec::Place::Program;
        const bool isForUser = m_user && spec.place == PageSpec::Place::Navigation;
        const bool isSignedOut = !m_user && spec.place == PageSpec::Place::SignedOut;
        if (!isForAll && !isForUser && !isSignedOut)
            continue;
        if (m_user && spec.isAllowed && !spec.isAllowed(m_user->role))
            continue;
        if (spec.place != last && number > 0)
            m_goMenu->addSeparator();
        last = spec.place;
        auto* action = new QAction(icon(spec.icon, IconTone::Secondary), spec.title(), this);
        ++number;
        if (!spec.shortcut.isEmpty())
            action->setShortcut(spec.shortcut);
        else if (number <= 9)
            action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)));
        connect(action, &QAction::triggered, this, [this, id = spec.id] { showPage(id); });
        m_goMenu->addAction(action);
        m_goActions.append(action);
    }
}

void MainWindow::fillPageMenu()
{
    m_pageMenu->clear();
    m_pageMenu->addAction(m_findAction);
    const QWidget* page = m_stack->currentWidget();
    const QList<QAction*> own = page ? page->actions() : QList<QAction*>();
    if (!own.isEmpty())
        m_pageMenu->addSeparator();
    for (QAction* action : own)
        m_pageMenu->addAction(action);
}

void MainWindow::retranslate()
{
    m_fileMenu->setTitle(tr("&File"));
    m_pageMenu->setTitle(tr("&Actions"));
    m_goMenu->setTitle(tr("&Go"));
    m_syncMenu->setTitle(tr("&Synchronisation"));
    m_viewMenu->setTitle(tr("&View"));
    m_helpMenu->setTitle(tr("&Help"));
    m_languageMenu->setTitle(tr("Language"));
    m_lockAction->setText(tr("&Lock the screen"));
    m_signOutAction->setText(tr("Sign &out"));
    m_quitAction->setText(tr("&Quit"));
    m_findAction->setText(tr("&Search in this list"));
    m_backAction->setText(tr("First page"));
    m_syncAction->setText(tr("Sync &now"));
    m_demoAction->setText(tr("&Demonstration panel"));
    m_helpAction->setText(tr("Help for this &page"));
    m_helpIndexAction->setText(tr("Help &contents and error codes"));
    m_tourAction->setText(tr("See it in &five minutes"));
    m_back->setText(tr("Back to the start"));
    const bool isJapanese = currentLanguage() == QStringLiteral("ja");
    m_japanese->setChecked(isJapanese);
    m_english->setChecked(!isJapanese);
    if (m_stack->currentWidget() == m_denied) {
        if (const PageSpec* spec = m_parts.pages.find(m_current))
            m_denied->setTitle(spec->title());
    }
    fillGoMenu();
    dressBands();
    retitle();
}

} // namespace yoyo
