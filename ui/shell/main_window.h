// SPDX-License-Identifier: Apache-2.0
// The window: menu bar, bands, navigation, pages, status bar, lock. It shows what it is handed and signals what the
// person wants; it knows no service. Screens come through the registry and are made when first needed.
#pragma once

#include "ui/shell/page_registry.h"
#include "ui/shell/shell_state.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <optional>

class QAction;
class QActionGroup;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace yoyo {

class Band;
class DemoPanel;
class HelpContents;
class HelpViewer;
class LanguageSwitch;
class MessageLog;
class Navigation;
class Questions;
class StatusLine;
class ViewMemory;

/// Everything is borrowed and outlives the window.
struct ShellParts
{
    const PageRegistry& pages;
    ViewMemory& memory;
    Questions& questions;
    const HelpContents& help;
    MessageLog& log;
    LanguageSwitch& languages;
};

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(ShellParts parts, QWidget* parent = nullptr);
    ~MainWindow() override;

    void setOffice(const ShellOffice& office);
    void setStatus(const ShellStatus& status);
    /// Shows the navigation for the role and the first page of it (or `firstPage`).
    void enterSignedIn(const ShellUser& user, const QString& firstPage = {});
    /// Drops every page (they hold personal data) and shows the start page; `notice` says why, when there is a why.
    void enterSignedOut(const QString& notice = {});
    bool isSignedIn() const { return m_user.has_value(); }

    /// Does it when the open page lets go: at once, or after the person was asked about what is not saved.
    void leaveThen(const std::function<void()>& goOn);
    /// Shows a page by id, asking the present one whether it may be left. Without right the page 「管理者のみ」.
    void showPage(const QString& id, const QString& target = {});
    QString currentPageId() const;
    /// The page when it was made already.
    Page* page(const QString& id) const { return m_pages.value(id); }

    void lock();
    void unlock();
    bool isLocked() const;
    DemoPanel& demoPanel() { return *m_demo; }
    StatusLine& statusLine() { return *m_statusLine; }
    Navigation& navigation() { return *m_navigation; }
    HelpViewer* helpViewer() const { return m_help; }
    /// What is shown before the sign-in and while locked. Takes them; call both before the window is used. `front` must
    /// not keep personal data after enterSignedOut().
    void setFront(QWidget* front, std::function<QString()> helpId = {});
    void setLock(QWidget* lock);
    /// A lasting state of the whole office, shown on every page until it is deleted. Takes the band.
    void addBand(Band* band);
    QStringList visibleBands() const;
    void showHelp(const QString& id);

Q_SIGNALS:
    void syncRequested();
    void signOutRequested();
    void locked();
    void languageChosen(const QString& language);
    void pageShown(const QString& id);
    /// A page became current with something to open there.
    void targetRequested(const QString& id, const QString& target);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    bool isHeldBack(const std::function<void()>& goOn);
    void buildMenus();
    void openAtFittingSize();
    void retranslate();
    void retitle();
    void dressBands();
    void fillGoMenu();
    void fillPageMenu();
    Page* makePage(const PageSpec& spec);
    void reveal(QWidget* widget, const QString& id);
    QString adminsText() const;

    ShellParts m_parts;
    ShellOffice m_office;
    ShellStatus m_status;
    std::optional<ShellUser> m_user;
    QString m_current;
    QHash<QString, Page*> m_pages;

    QWidget* m_frame;
    QStackedWidget* m_whole; ///< the frame with pages, or the lock
    Band* m_environmentBand;
    Band* m_demoBand;
    Band* m_lineBand;
    Band* m_noticeBand; ///< why nobody is signed in any more
    QVBoxLayout* m_bands;
    QList<QPointer<Band>> m_ownBands; ///< whoever handed one in may take it away again
    Navigation* m_navigation;
    QWidget* m_backRow;
    QPushButton* m_back;
    QStackedWidget* m_stack;
    QWidget* m_front; ///< what is shown before the sign-in
    Page* m_denied;
    QLabel* m_deniedText;
    QWidget* m_lock; ///< what is shown while locked
    StatusLine* m_statusLine;
    DemoPanel* m_demo;
    HelpViewer* m_help = nullptr;

    QMenu* m_fileMenu;
    QMenu* m_pageMenu;
    QMenu* m_goMenu;
    QMenu* m_syncMenu;
    QMenu* m_viewMenu;
    QMenu* m_helpMenu;
    QMenu* m_languageMenu;
    QAction* m_lockAction;
    QAction* m_signOutAction;
    QAction* m_quitAction;
    QAction* m_findAction;
    QAction* m_backAction;
    QAction* m_syncAction;
    QAction* m_helpAction;
    QAction* m_helpIndexAction;
    QAction* m_tourAction;
    QAction* m_demoAction;
    QAction* m_japanese;
    QAction* m_english;
    QList<QAction*> m_goActions;
    std::function<QString()> m_frontHelpId;
    QMetaObject::Connection m_wish; ///< what the open page holds back
    bool m_isLeaving = false;
};

} // namespace yoyo
