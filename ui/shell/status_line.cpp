// SPDX-License-Identifier: Apache-2.0
// See status_line.h.
#include "ui/shell/status_line.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/wrap_layout.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace yoyo {

StatusLine::StatusLine(QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::related, 2, space::related, 2);
    row->setSpacing(space::half);
    auto* wrap = new WrapLayout;
    wrap->setSpacing(space::half);
    row->addLayout(wrap, 1);
    m_line = makePart();
    m_lastSync = makePart();
    m_unsent = makePart();
    m_needsPerson = makePart();
    m_cannotSend = makePart();
    for (QToolButton* part : {m_line, m_lastSync, m_unsent, m_needsPerson, m_cannotSend}) {
        wrap->addWidget(part);
        connect(part, &QToolButton::clicked, this, &StatusLine::syncPageRequested);
    }
    m_syncNow = makePart();
    row->addWidget(m_syncNow);
    connect(m_syncNow, &QToolButton::clicked, this, &StatusLine::syncRequested);
    retranslate();
}

QToolButton* StatusLine::makePart()
{
    auto* part = new QToolButton(this);
    part->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    part->setAutoRaise(true);
    part->setFocusPolicy(Qt::TabFocus);
    part->setFont(textFont(TextKind::Small));
    part->setIconSize(QSize(20, 20));
    return part;
}

void StatusLine::setStatus(const ShellStatus& status)
{
    m_status = status;
    retranslate();
}

QString StatusLine::text() const
{
    QStringList parts;
    for (const QToolButton* part : {m_line, m_lastSync, m_unsent, m_needsPerson, m_cannotSend})
        parts.append(part->text());
    return parts.join(QStringLiteral(" · "));
}

void StatusLine::retranslate()
{
    if (m_status.isMaintenance) {
        m_line->setText(tr("Maintenance"));
        m_line->setIcon(icon(QStringLiteral("maintenance"), IconTone::Warning));
    } else if (m_status.isOnline) {
        m_line->setText(m_status.isSyncing ? tr("Online (syncing)") : tr("Online"));
        m_line->setIcon(icon(QStringLiteral("online"), IconTone::Success));
    } else {
        m_line->setText(tr("Offline"));
        m_line->setIcon(icon(QStringLiteral("offline"), IconTone::Warning));
    }
    QString last = tr("Last sync: never");
    if (m_status.lastSync.isValid()) {
        last = m_status.isVerified ? tr("Last sync: %1 (verified)").arg(instantForPeople(m_status.lastSync))
                                   : tr("Last sync: %1").arg(instantForPeople(m_status.lastSync));
    }
    m_lastSync->setText(last);
    m_lastSync->setIcon(icon(QStringLiteral("clock"), IconTone::Secondary));
    m_unsent->setText(tr("Unsent %1").arg(countForPeople(m_status.unsent)));
    m_unsent->setIcon(icon(QStringLiteral("send"), m_status.unsent > 0 ? IconTone::Action : IconTone::Secondary));
    m_needsPerson->setText(tr("Needs a decision %1").arg(countForPeople(m_status.needsPerson)));
    m_needsPerson->setIcon(
        icon(QStringLiteral("warning"), m_status.needsPerson > 0 ? IconTone::Warning : IconTone::Secondary));
    m_cannotSend->setText(tr("Cannot be sent %1").arg(countForPeople(m_status.cannotSend)));
    m_cannotSend->setIcon(
        icon(QStringLiteral("error"), m_status.cannotSend > 0 ? IconTone::Error : IconTone::Secondary));
    for (QToolButton* part : {m_unsent, m_needsPerson, m_cannotSend}) {
        const bool isBold = (part == m_unsent && m_status.unsent > 0) ||
                            (part == m_needsPerson && m_status.needsPerson > 0) ||
                            (part == m_cannotSend && m_status.cannotSend > 0);
        QFont font = part->font();
        font.setBold(isBold);
        part->setFont(font);
    }
    m_syncNow->setText(tr("Sync now"));
    m_syncNow->setIcon(icon(QStringLiteral("sync"), IconTone::Action));
    m_syncNow->setEnabled(!m_status.isSyncing);
    for (QToolButton* part : {m_line, m_lastSync, m_unsent, m_needsPerson, m_cannotSend, m_syncNow})
        part->setAccessibleName(part->text());
}

void StatusLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StatusLine::paintEvent(QPaintEvent*)
{
    const Colors& c = colorsOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), c.surfaceSubtle);
    painter.fillRect(0, 0, width(), 1, c.isHighContrast ? c.text : c.rowLine.darker(108));
}

} // namespace yoyo
