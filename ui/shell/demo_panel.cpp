// SPDX-License-Identifier: Apache-2.0
// See demo_panel.h.
#include "ui/shell/demo_panel.h"

#include "ui/widgets/appearance.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/page.h"
#include "ui/widgets/wrap_layout.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace yoyo {

DemoPanel::DemoPanel(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("demo_panel"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::group, 6, space::related, 6);
    row->setSpacing(space::related);
    auto* picture = new QLabel(this);
    picture->setPixmap(icon(QStringLiteral("demo"), IconTone::Secondary).pixmap(QSize(20, 20), devicePixelRatioF()));
    row->addWidget(picture);
    auto* wrap = new WrapLayout;
    row->addLayout(wrap, 1);
    m_title = new QLabel(this);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    wrap->addWidget(m_title);
    m_cut = makeButton(ButtonRole::Normal, this);
    m_colleague = makeButton(ButtonRole::Normal, this);
    m_maintenance = makeButton(ButtonRole::Normal, this);
    m_month = makeButton(ButtonRole::Normal, this);
    m_mail = makeButton(ButtonRole::Normal, this);
    for (QPushButton* button : {m_cut, m_colleague, m_maintenance, m_month, m_mail})
        wrap->addWidget(button);
    m_note = new QLabel(this);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setVisible(false);
    setSecondary(m_note);
    wrap->addWidget(m_note);
    m_close = new QToolButton(this);
    m_close->setIcon(icon(QStringLiteral("close"), IconTone::Secondary));
    m_close->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, &DemoPanel::closeRequested);
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
    m_note->setVisible(!text.isEmpty());
}

void DemoPanel::retranslate()
{
    m_title->setText(tr("Demonstration"));
    setToolTip(tr("Things that happen around you, on a press. Only in a demonstration."));
    setAccessibleName(m_title->text());
    setAccessibleDescription(toolTip());
    m_close->setToolTip(tr("Hide the demonstration panel (menu View brings it back)"));
    m_close->setAccessibleName(m_close->toolTip());
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
    QWidget::changeEvent(event);
}

void DemoPanel::paintEvent(QPaintEvent*)
{
    const Colors& c = colorsOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), c.surfaceMuted);
    painter.fillRect(0, 0, width(), 1, c.isHighContrast ? c.text : c.rowLine.darker(108));
}

} // namespace yoyo
