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
    : QWidget(parent), m_controller(controller), m_presenter(presenter), m_questions(questions),
      m_reader(std::move(reader))
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

    connect(&m_controller, &SignInController::stepChanged, this, &SignInFlow::showStep);
    showStep(m_controller.step());
    // After the page, so that Tab comes to it last; pages that are made later follow it, and Tab goes round.
    m_contacts = new ContactsPanel(controller);
    side->setWidget(m_contacts);
}

Page* SignInFlow::makePage(SignInStep step)
{
    switch (step) {
    case SignInStep::Connect:
        return new ConnectPage(m_controller, m_presenter, m_questions, this);
    case SignInStep::Start:
        return new StartPage(m_controller, this);
    case SignInStep::SignIn:
        return new SignInPage(m_controller, m_presenter, this);
    case SignInStep::FirstSignIn:
        return new FirstSignInPage(m_controller, m_presenter, m_questions, m_reader, this);
    case SignInStep::NewPassword:
        return new NewPasswordPage(m_controller, m_presenter, this);
    case SignInStep::ForgottenPassword:
        return new ForgottenPasswordPage(m_controller, m_presenter, this);
    case SignInStep::ForgottenId:
        return new ForgottenIdPage(m_controller, this);
    case SignInStep::Guide:
        return new GuidePage(m_controller, this);
    case SignInStep::Trouble:
        return new TroublePage(m_controller, m_presenter, m_questions, this);
    case SignInStep::Notes:
        return new NotesPage(m_controller, m_presenter, this);
    }
    Q_UNREACHABLE();
}

Page* SignInFlow::pageOf(SignInStep step)
{
    if (Page* made = m_pages.value(step))
        return made;
    Page* page = makePage(step);
    m_stack->addWidget(page);
    m_pages.insert(step, page);
    connect(page, &Page::helpRequested, this, &SignInFlow::helpRequested);
    connect(page, &Page::titleChanged, this, [this, page](const QString& title) {
        if (page == currentPage())
            Q_EMIT titleChanged(title);
    });
    return page;
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
    Page* page = pageOf(step);
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
