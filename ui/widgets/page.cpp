// SPDX-License-Identifier: Apache-2.0
// See page.h.
#include "ui/widgets/page.h"

#include "ui/widgets/appearance.h"
#include "ui/widgets/band.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/wrap_layout.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

namespace yoyo {

QPushButton* makeButton(ButtonRole role, QWidget* parent)
{
    auto* button = new QPushButton(parent);
    button->setAutoDefault(false);
    setButtonRole(button, role);
    return button;
}

QWidget* makeHairline(QWidget* parent)
{
    auto* line = new QWidget(parent);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    QPalette palette = line->palette();
    palette.setColor(QPalette::Window, colorsOf(line).rowLine);
    line->setPalette(palette);
    return line;
}

Page::Page(const QString& id, Body body, QWidget* parent) : QWidget(parent), m_id(id)
{
    setObjectName(QStringLiteral("page_") + id);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);

    auto* head = new QVBoxLayout;
    const bool isBare = body == Body::Bare;
    if (isBare)
        head->setContentsMargins(0, 0, 0, 0);
    else
        head->setContentsMargins(space::page, 20, space::page, 12);
    head->setSpacing(isBare ? 0 : int(space::half));
    auto* titleRow = new QHBoxLayout;
    titleRow->setSpacing(space::related);
    m_title = new QLabel(this);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    setTextKind(m_title, TextKind::Title);
    QPalette palette = m_title->palette();
    palette.setColor(QPalette::WindowText, colorsOf(this).text);
    m_title->setPalette(palette);
    titleRow->addWidget(m_title, 1);
    m_tools = new QHBoxLayout;
    m_tools->setSpacing(space::half);
    m_title->setVisible(!isBare);
    titleRow->addLayout(m_tools);
    head->addLayout(titleRow);
    m_purpose = new QLabel(this);
    m_purpose->setWordWrap(true);
    m_purpose->setVisible(false);
    setSecondary(m_purpose);
    head->addWidget(m_purpose);
    outer->addLayout(head);

    m_bands = new QVBoxLayout;
    m_bands->setContentsMargins(space::page, 0, space::page, 0);
    m_bands->setSpacing(space::related);
    outer->addLayout(m_bands);

    auto* inner = new QWidget(this);
    m_content = new QVBoxLayout(inner);
    if (isBare)
        m_content->setContentsMargins(0, 0, 0, 0);
    else
        m_content->setContentsMargins(space::page, space::half, space::page, space::group);
    m_content->setSpacing(space::group);
    if (body == Body::Scrolling) {
        auto* scroll = new QScrollArea(this);
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
        scroll->setWidget(inner);
        outer->addWidget(scroll, 1);
    } else {
        outer->addWidget(inner, 1);
    }

    m_messages = new MessageLine(this);
    outer->addWidget(m_messages);

    m_footer = new QWidget(this);
    auto* footer = new QVBoxLayout(m_footer);
    footer->setContentsMargins(0, 0, 0, 0);
    footer->setSpacing(0);
    footer->addWidget(makeHairline(m_footer));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::page, 12, space::page, 12);
    row->setSpacing(space::related);
    m_dangerSide = new QHBoxLayout;
    m_dangerSide->setSpacing(space::related);
    m_actionSide = new WrapLayout(WrapLayout::Side::Right);
    row->addLayout(m_dangerSide);
    row->setAlignment(m_dangerSide, Qt::AlignBottom);
    row->addLayout(m_actionSide, 1);
    footer->addLayout(row);
    m_footer->setVisible(false);
    outer->addWidget(m_footer);
}

QString Page::title() const
{
    return m_title->text();
}

void Page::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
    Q_EMIT titleChanged(title);
}

void Page::setPurpose(const QString& purpose)
{
    m_purpose->setText(purpose);
    m_purpose->setVisible(!purpose.isEmpty());
    setAccessibleDescription(purpose);
}

void Page::addBand(Band* band)
{
    m_bands->addWidget(band);
    m_bands->setContentsMargins(space::page, 0, space::page, 12);
}

QPushButton* Page::setMainButton(QPushButton* button)
{
    Q_ASSERT(!m_main);
    m_main = button;
    setButtonRole(button, ButtonRole::Primary);
    button->setParent(m_footer);
    m_actionSide->addWidget(button);
    showFooter();
    return button;
}

QPushButton* Page::addSideButton(QPushButton* button)
{
    button->setParent(m_footer);
    const int at = m_main ? m_actionSide->indexOf(m_main) : m_actionSide->count();
    m_actionSide->insertWidget(at, button);
    showFooter();
    return button;
}

QPushButton* Page::addDangerButton(QPushButton* button)
{
    setButtonRole(button, ButtonRole::Danger);
    button->setParent(m_footer);
    m_dangerSide->addWidget(button);
    showFooter();
    return button;
}

QToolButton* Page::addTool(QAction* action)
{
    auto* tool = new QToolButton(this);
    tool->setDefaultAction(action);
    tool->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    tool->setFocusPolicy(Qt::TabFocus);
    m_tools->addWidget(tool);
    addAction(action);
    return tool;
}

void Page::focusFirst()
{
    const QWidget* holder = QApplication::focusWidget();
    if (holder && isAncestorOf(holder) && holder->isVisible())
        return;
    for (const QWidget* root : {m_content->parentWidget(), m_footer}) {
        for (QWidget* widget : root->findChildren<QWidget*>()) {
            if ((widget->focusPolicy() & Qt::TabFocus) && widget->isEnabled() && widget->isVisibleTo(this) &&
                !widget->focusProxy()) {
                widget->setFocus(Qt::OtherFocusReason);
                return;
            }
        }
    }
}

void Page::showFooter()
{
    m_footer->setVisible(true);
}

void Page::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace yoyo
