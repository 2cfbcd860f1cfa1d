// SPDX-License-Identifier: Apache-2.0
// A screen of several pages one in front of the other, as a list and its forms: title, help and actions are those of
// the page in front, and typed work is not left without asking.
#pragma once

#include "ui/widgets/page.h"

#include <functional>

class QStackedWidget;

namespace yoyo {

struct Error;
class ErrorPresenter;
class Questions;

class PageStack : public Page
{
    Q_OBJECT
public:
    /// Borrowed; they outlive the page.
    PageStack(const QString& id, const ErrorPresenter& errors, Questions& questions, QWidget* parent);

    void entered() override { front()->entered(); }
    bool mayLeave() override;
    QString helpId() const override { return front()->helpId(); }

protected:
    /// Makes the widget a parent for a page to be added.
    QWidget* holder() const;
    /// The first one added is in front.
    void addPage(Page* page);
    Page* front() const;
    void showPage(Page* page);
    /// Runs `then` when nothing typed would be lost, or the person agrees.
    void leave(std::function<void()> then);
    /// On the line of the page in front.
    void say(const QString& text);
    void sayError(const Error& error);
    void retranslate() override { setTitle(front()->title()); }

    virtual bool hasTypedWork() const = 0;
    virtual void backToList() = 0;

private:
    void showActions();

    const ErrorPresenter& m_errors;
    Questions& m_questions;
    QStackedWidget* m_stack;
};

} // namespace yoyo
