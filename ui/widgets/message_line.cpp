// SPDX-License-Identifier: Apache-2.0
// See message_line.h.
#include "ui/widgets/message_line.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/icons.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTimer>
#include <QToolButton>

#include <chrono>

namespace yoyo {

static constexpr int logLength = 200;
static constexpr std::chrono::seconds stay{8};

void MessageLog::add(const Message& message)
{
    m_messages.prepend(message);
    while (m_messages.size() > logLength)
        m_messages.removeLast();
    Q_EMIT added(message);
}

MessageLine::MessageLine(QWidget* parent) : QFrame(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::page, 6, space::group, 6);
    row->setSpacing(space::related);
    m_icon = new QLabel(this);
    m_icon->setFixedSize(20, 20);
    m_label = new QLabel(this);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_close = new QToolButton(this);
    m_close->setIcon(icon(QStringLiteral("close")));
    row->addWidget(m_icon);
    row->addWidget(m_label, 1);
    row->addWidget(m_close);
    m_timer = new QTimer(this);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &MessageLine::clear);
    connect(m_close, &QToolButton::clicked, this, &MessageLine::clear);
    setVisible(false);
    retranslate();
}

void MessageLine::show(Message::Kind kind, const QString& text, const QString& code)
{
    m_message = {kind, text, code, {}};
    static constexpr const char* icons[] = {"info", "success", "warning", "error"};
    static constexpr IconTone tones[] = {IconTone::Action, IconTone::Success, IconTone::Warning, IconTone::Error};
    const auto at = static_cast<int>(kind);
    m_icon->setPixmap(icon(QString::fromLatin1(icons[at]), tones[at]).pixmap(QSize(20, 20), devicePixelRatioF()));
    m_label->setText(code.isEmpty() ? text : tr("%1 (%2)", "message and its code").arg(text, code));
    setAccessibleName(m_label->text());
    setVisible(true);
    if (kind == Message::Kind::Error || kind == Message::Kind::Warning)
        m_timer->stop();
    else
        m_timer->start(stay);
    if (m_log)
        m_log->add(m_message);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    Q_EMIT shown(m_message);
}

QString MessageLine::text() const
{
    return isHidden() ? QString() : m_label->text();
}

void MessageLine::clear()
{
    m_timer->stop();
    setVisible(false);
}

void MessageLine::retranslate()
{
    m_close->setToolTip(tr("Close this notice"));
    m_close->setAccessibleName(tr("Close this notice"));
}

void MessageLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void MessageLine::paintEvent(QPaintEvent*)
{
    const Colors& c = colorsOf(this);
    const QColor grounds[] = {c.tint, c.successBand, c.warningBand, c.errorBand};
    QPainter painter(this);
    painter.fillRect(rect(), grounds[static_cast<int>(m_message.kind)]);
    painter.fillRect(0, 0, width(), 1, c.isHighContrast ? c.text : c.rowLine);
}

} // namespace yoyo
