// SPDX-License-Identifier: Apache-2.0
// See sign_in_flow.h.
#include "ui/signin/sign_in_flow.h"

#include "ui/signin/connect_page.h"
#include "ui/signin/contacts_panel.h"
#include "ui/signin/first_sign_in_page.h"
#include "ui/signin/guide_pages.h"
#include "ui/signin/new_password_page.h"
#include "ui/signin/notes_page.h"
#include "ui/signin/sign_in_page.h"
#include "ui/signin/start_page.h"
#include "ui/signin/trouble_page.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace yoyo {

SignInFlow::SignInFlow(SignInController& controller, const ErrorPresenter& presenter, Questions& questions,
                       MailReader reader, QWidget* parent)
    : QWidget(parent), m_controller(controller)
{
    setObjectName(QStringLiteral("signInFlow"));
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, space::group, space::page, space::group);
    outer->setSpacing(space::page);
    m_stack = new QStackedWidget(this);
    m_stack->setMaximumWidth(736);
    m_stack->setMinimumWidth(480);
    auto* side = new QScrollArea(this);
    side->setWidgetResizable(true);
    side->setFrameShape(QFrame::NoFrame);
    side->setFocusPolicy(Qt::NoFocus);
    side->setMinimumWidth(336);
    side->setMaximumWidth(420);
    outer->addStretch(1);
    outer->addWidget(m_stack, 100);
    outer->addWidget(side, 40);
    outer->addStretch(1);

    const auto add = [this](SignInStep step, Page* page) {
        m_stack->addWidget(page);
        m_pages.insert(step, page);
        connect(page, &Page::helpRequested, this, &SignInFlow::helpRequested);
        connect(page, &Page::titleChanged, this, [this, page](const QString& title) {
            if (page == currentPage())
                Q_EMIT titleChanged(title);
        });
    };
    add(SignInStep::Connect, new ConnectPage(controller, presenter, questions, this));
    add(SignInStep::Start, new StartPage(controller, this));
    add(SignInStep::SignIn, new SignInPage(controller, presenter, this));
    add(SignInStep::FirstSignIn, new FirstSignInPage(controller, presenter, questions, std::move(reader), this));
    add(SignInStep::NewPassword, new NewPasswordPage(controller, presenter, this));
    add(SignInStep::ForgottenPassword, new ForgottenPasswordPage(controller, presenter, this));
    add(SignInStep::ForgottenId, new ForgottenIdPage(controller, this));
    add(SignInStep::Guide, new GuidePage(controller, this));
    add(SignInStep::Trouble, new TroublePage(controller, presenter, questions, this));
    add(SignInStep::Notes, new NotesPage(controller, presenter, this));
    // After the pages, so that Tab comes to it last.
    m_contacts = new ContactsPanel(controller);
    side->setWidget(m_contacts);
    connect(&m_controller, &SignInController::stepChanged, this, &SignInFlow::showStep);
    showStep(m_controller.step());
}

Page* SignInFlow::currentPage() const
{
    return qobject_cast<Page*>(m_stack->currentWidget());
}

QString SignInFlow::helpId() const
{
    return currentPage()->id();
}

void SignInFlow::showStep(SignInStep step)
{
    Page* page = m_pages.value(step);
    m_stack->setCurrentWidget(page);
    page->entered();
    Q_EMIT titleChanged(page->title());
}

void SignInFlow::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    currentPage()->focusFirst();
}

void SignInFlow::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), colorsOf(this).surface);
}

} // namespace yoyo
