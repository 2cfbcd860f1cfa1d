// SPDX-License-Identifier: Apache-2.0
// A screen: title, one sentence of purpose, content, and the one main action at the bottom right.
// Derived screens build their widgets once, then set every text in retranslate(); a language switch calls it again.
#pragma once

#include "ui/widgets/app_style.h"

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace yoyo {

class Band;
class MessageLine;
class WrapLayout;

class Page : public QWidget
{
    Q_OBJECT
public:
    /// Scrolling pages are for forms: content taller than the window scrolls, the actions stay.
    /// Bare pages hold other pages one in front of the other and show nothing of their own.
    enum class Body { Fixed, Scrolling, Bare };
    explicit Page(const QString& id, Body body = Body::Fixed, QWidget* parent = nullptr);

    /// The page's id in the registry and in the help ("users", "vaccinations").
    QString id() const { return m_id; }
    /// The help page for what is shown now; a bare page answers for the page in front.
    virtual QString helpId() const { return m_id; }
    QString title() const;
    void setTitle(const QString& title);
    /// Empty hides the line.
    void setPurpose(const QString& purpose);
    /// Where the page puts its own widgets.
    QVBoxLayout* content() const { return m_content; }
    /// Beside the title, right: small tools such as print and CSV.
    QHBoxLayout* tools() const { return m_tools; }
    /// Bands for states of this page; the shell's own are above it.
    void addBand(Band* band);
    /// The one filled button. Adding it twice is a programming error.
    QPushButton* setMainButton(QPushButton* button);
    /// Outlined, to the left of the main one.
    QPushButton* addSideButton(QPushButton* button);
    /// Red and apart, at the bottom left.
    QPushButton* addDangerButton(QPushButton* button);
    /// A tool beside the title for the action, which also enters the menu 操作 of the window while this page is open.
    QToolButton* addTool(QAction* action);
    /// Short-lived notices of this page.
    MessageLine* messages() const { return m_messages; }
    /// Focus on the first control of the content (or the footer), unless something here has it already.
    void focusFirst();
    /// Called when the page becomes the current one; the default does nothing.
    virtual void entered() {}
    /// False keeps the page open, for example with unsaved work; the page asks by itself and signals leaveAllowed().
    virtual bool mayLeave() { return true; }

Q_SIGNALS:
    void titleChanged(const QString& title);
    void leaveAllowed();
    void helpRequested(const QString& helpId);
    /// Another page is asked for, by its registry id, perhaps with something to open there.
    void pageRequested(const QString& id, const QString& target);

protected:
    /// Sets every text anew. Derived constructors call their own at the end.
    virtual void retranslate() {}
    void changeEvent(QEvent* event) override;

private:
    void showFooter();

    QString m_id;
    QLabel* m_title;
    QLabel* m_purpose;
    QHBoxLayout* m_tools;
    QVBoxLayout* m_bands;
    QVBoxLayout* m_content;
    MessageLine* m_messages;
    QWidget* m_footer;
    QHBoxLayout* m_dangerSide;
    WrapLayout* m_actionSide;
    QPushButton* m_main = nullptr;
};

/// A push button with a role; the text comes from retranslate().
QPushButton* makeButton(ButtonRole role, QWidget* parent = nullptr);
/// A line of one pixel.
QWidget* makeHairline(QWidget* parent = nullptr);

} // namespace yoyo
