// SPDX-License-Identifier: Apache-2.0
// See page_stack.h.
#include "ui/widgets/page_stack.h"

#include "ui/widgets/error_presenter.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/questions.h"

#include <QAction>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace yoyo {

PageStack::PageStack(const QString& id, const ErrorPresenter& errors, Questions& questions, QWidget* parent)
    : Page(id, Body::Bare, parent), m_errors(errors), m_questions(questions)
{
    m_stack = new QStackedWidget(this);
    content()->addWidget(m_stack);
}

QWidget* PageStack::holder() const
{
    return m_stack;
}

void PageStack::addPage(Page* page)
{
    m_stack->addWidget(page);
    connect(page, &Page::helpRequested, this, &Page::helpRequested);
    connect(page, &Page::pageRequested, this, &Page::pageRequested);
    connect(page, &Page::titleChanged, this, [this, page](const QString& title) {
        if (front() == page)
            setTitle(title);
    });
    if (front() == page) {
        setTitle(page->title());
        showActions();
    }
}

Page* PageStack::front() const
{
    return static_cast<Page*>(m_stack->currentWidget());
}

void PageStack::showPage(Page* page)
{
    m_stack->setCurrentWidget(page);
    setTitle(page->title());
    showActions();
    page->focusFirst();
}

void PageStack::showActions()
{
    // The window's menu lists the actions of the page in front, and only those answer to their keys.
    const QList<QAction*> before = actions();
    for (QAction* action : before)
        removeAction(action);
    addActions(front()->actions());
}

bool PageStack::mayLeave()
{
    if (!hasTypedWork())
        return true;
    leave([this] {
        backToList();
        Q_EMIT leaveAllowed();
    });
    return false;
}

void PageStack::leave(std::function<void()> then)
{
    if (!hasTypedWork()) {
        then();
        return;
    }
    Question question;
    question.title = tr("Leave without saving?");
    question.consequence = tr("What you typed here has not been saved.");
    question.verb = tr("Leave without saving");
    question.refusal = tr("Go on editing");
    question.kind = Question::Kind::Destructive;
    m_questions.ask(this, question, [then = std::move(then)](Answer answer) {
        if (answer == Answer::Accepted)
            then();
    });
}

void PageStack::say(const QString& text)
{
    front()->messages()->show(Message::Kind::Success, text);
}

void PageStack::sayError(const Error& error)
{
    const Presented said = m_errors.present(error);
    front()->messages()->show(Message::Kind::Error, said.sentence(), said.code);
}

} // namespace yoyo
