// SPDX-License-Identifier: Apache-2.0
// Puts the window together: registers every screen, and carries what happens (sign-in, sync, locking, language) from
// the layers below to the frame. Knows no rule of its own. GUI thread.
#pragma once

#include "app/composition/sync_door.h"
#include "app/desk/demo_control.h"
#include "app/desk/desk_settings.h"
#include "app/desk/profile_view_memory.h"
#include "models/session/session.h"
#include "ui/shell/help_contents.h"
#include "ui/shell/idle_watch.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_registry.h"
#include "ui/signin/own_data_desk.h"
#include "ui/signin/session_desk.h"
#include "ui/signin/sign_in_controller.h"
#include "ui/sync/service_sync_desk.h"
#include "ui/sync/sync_words.h"
#include "ui/widgets/error_presenter.h"
#include "ui/widgets/language.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/print_sheet.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/screen_context.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

class QApplication;

namespace yoyo {

class Composition;
class Band;
class LockPage;

class Desk final : public QObject
{
    Q_OBJECT
public:
    /// Both are borrowed. `language` overrides the profile's for this run.
    Desk(QApplication& app, Composition& composition, Questions& questions, const QString& language);
    ~Desk() override;

    void show();
    MainWindow& window() { return *m_window; }
    Composition& composition() { return m_composition; }
    SignInController& signIn() { return m_signIn; }

private:
    void registerPages();
    Page* makeOwnData(QWidget* parent);
    Page* makeSync(QWidget* parent);
    void connectWindow();
    void connectDemo();
    void enter(SignInKind kind);
    void leave(const QString& notice);
    /// To the sign-in form of the same person, whose session has ended; an open form is asked about first.
    void signInAgain();
    void askToSignOut();
    void signOut();
    void unlock(const SecretBuffer& password);
    void showOffice(const std::optional<OfficeInfo>& office);
    void showStatus();
    void refreshFacts();
    void openTarget(const QString& id, const QString& target);
    void setLineCut(bool isCut);

    QApplication& m_app;
    Composition& m_composition;
    Questions& m_questions;
    ProfileViewMemory m_memory;
    LanguageSwitch m_languages;
    HelpContents m_help;
    MessageLog m_log;
    ErrorPresenter m_errors;
    ScreenContext m_context;
    PageRegistry m_pages;
    SessionDesk m_sessionDesk;
    SignInController m_signIn;
    ServiceOwnDataDesk m_ownDataDesk;
    ServiceSyncDesk m_syncDesk;
    SyncWords m_syncWords;
    DeskSettings m_settings;
    IdleWatch m_idle;
    SyncDoor m_syncDoor;
    QTimer m_minute; ///< step-up and the legal day end without anybody's doing
    std::optional<DemoControl> m_demo;
    std::unique_ptr<MainWindow> m_window;
    LockPage* m_lock = nullptr; ///< owned by the window
    Band* m_ended = nullptr;    ///< likewise
    bool m_hasBegun = false;    ///< somebody has signed in since the start
};

} // namespace yoyo
