// SPDX-License-Identifier: Apache-2.0
// See demo_panel.h.
#include "ui/shell/demo_panel.h"

#include "ui/widgets/appearance.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/page.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace yoyo {

DemoPanel::DemoPanel(QWidget* parent) : QDockWidget(parent)
{
    setObjectName(QStringLiteral("demo_panel"));
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    auto* inside = new QWidget(this);
    inside->setFixedWidth(224);
    setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(12, space::half, 12, 12);
    column->setSpacing(space::related);
    m_text = new QLabel(inside);
    m_text->setWordWrap(true);
    setTextKind(m_text, TextKind::Small);
    setSecondary(m_text);
    column->addWidget(m_text);
    m_cut = makeButton(ButtonRole::Normal, inside);
    m_colleague = makeButton(ButtonRole::Normal, inside);
    m_maintenance = makeButton(ButtonRole::Normal, inside);
    m_month = makeButton(ButtonRole::Normal, inside);
    m_mail = makeButton(ButtonRole::Normal, inside);
    for (QPushButton* button : {m_cut, m_colleague, m_maintenance, m_month, m_mail})
        column->addWidget(button);
    m_note = new QLabel(inside);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    column->addWidget(m_note);
    column->addStretch(1);
    setWidget(inside);
    connect(m_cut, &QPushButton::clicked, this, [this] { Q_EMIT cutRequested(m_isConnected); });
    connect(m_colleague, &QPushButton::clicked, this, &DemoPanel::colleagueEditRequested);
    connect(m_maintenance, &QPushButton::clicked, this, [this] { Q_EMIT maintenanceRequested(!m_isMaintenance); });
    connect(m_month, &QPushButton::clicked, this, &DemoPanel::monthRequested);
    connect(m_mail, &QPushButton::clicked, this, &DemoPanel::mailRequested);
    retranslate();
}

void DemoPanel::setConnected(bool connected)
{
    m_isConnected = connected;
    retranslate();
}

void DemoPanel::setMaintenance(bool maintenance)
{
    m_isMaintenance = maintenance;
    retranslate();
}

void DemoPanel::setNote(const QString& text)
{
    m_note->setText(text);
}

void DemoPanel::retranslate()
{
    setWindowTitle(tr("Demonstration"));
    m_text->setText(tr("Things that happen around you, on a press. Only in a demonstration."));
    m_cut->setText(m_isConnected ? tr("Cut the line") : tr("Restore the line"));
    m_cut->setIcon(icon(m_isConnected ? QStringLiteral("offline") : QStringLiteral("online"), IconTone::Action));
    m_colleague->setText(tr("A colleague edits it too"));
    m_maintenance->setText(m_isMaintenance ? tr("End the maintenance") : tr("Start a maintenance"));
    m_month->setText(tr("One month passes"));
    m_mail->setText(tr("Copy the newest mail"));
}

void DemoPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDockWidget::changeEvent(event);
}

} // namespace yoyo
