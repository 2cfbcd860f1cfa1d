// SPDX-License-Identifier: Apache-2.0
// See band.h.
#include "ui/widgets/band.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace yoyo {

namespace {

struct Dress
{
    const char* icon;
    QColor ground;
    QColor edge;
    QColor ink;
    IconTone tone;
};

Dress dressOf(Band::Kind kind, const Colors& c)
{
    switch (kind) {
    case Band::Kind::Info:
        return {"info", c.tint, c.action, c.text, IconTone::Action};
    case Band::Kind::Success:
        return {"success", c.successBand, c.success, c.text, IconTone::Success};
    case Band::Kind::Warning:
        return {"warning", c.warningBand, c.warning, c.text, IconTone::Warning};
    case Band::Kind::Error:
        return {"error", c.errorBand, c.error, c.text, IconTone::Error};
    case Band::Kind::Offline:
        return {"offline", c.warningBand, c.warning, c.text, IconTone::Warning};
    case Band::Kind::Maintenance:
        return {"maintenance", c.warningBand, c.warning, c.text, IconTone::Warning};
    case Band::Kind::Verification:
        return {"environment", c.verification, c.verification, c.onAction, IconTone::OnAction};
    case Band::Kind::Practice:
        return {"environment", c.practice, c.practice, c.onAction, IconTone::OnAction};
    case Band::Kind::Demonstration:
        return {"demo", c.practice, c.practice, c.onAction, IconTone::OnAction};
    }
    return {"info", c.tint, c.action, c.text, IconTone::Action};
}

} // namespace

Band::Band(Kind kind, QWidget* parent) : QFrame(parent), m_kind(kind)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 6);
    row->setSpacing(space::related);
    m_icon = new QLabel(this);
    m_icon->setFixedSize(20, 20);
    m_word = new QLabel(this);
    m_word->setTextFormat(Qt::PlainText);
    QFont bold = m_word->font();
    bold.setBold(true);
    m_word->setFont(bold);
    m_label = new QLabel(this);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action = makeButton(ButtonRole::Normal, this);
    m_action->setVisible(false);
    m_close = new QToolButton(this);
    m_close->setVisible(false);
    row->addWidget(m_icon);
    row->addWidget(m_word);
    row->addWidget(m_label, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &Band::activated);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    dress();
}

void Band::setKind(Kind kind)
{
    m_kind = kind;
    dress();
}

void Band::setText(const QString& text)
{
    m_text = text;
    dress();
}

void Band::setWord(const QString& word)
{
    m_ownWord = word;
    dress();
}

void Band::setActionText(const QString& text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void Band::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

QString Band::word() const
{
    if (!m_ownWord.isEmpty())
        return m_ownWord;
    switch (m_kind) {
    case Kind::Info:
        return tr("Notice");
    case Kind::Success:
        return tr("Done");
    case Kind::Warning:
        return tr("Caution");
    case Kind::Error:
        return tr("Error");
    case Kind::Offline:
        return tr("Offline");
    case Kind::Maintenance:
        return tr("Maintenance");
    case Kind::Verification:
        return tr("Verification environment");
    case Kind::Practice:
        return tr("Practice environment");
    case Kind::Demonstration:
        return tr("Demonstration");
    }
    return {};
}

void Band::dress()
{
    const Dress d = dressOf(m_kind, colorsOf(this));
    m_icon->setPixmap(icon(QString::fromLatin1(d.icon), d.tone).pixmap(QSize(20, 20), devicePixelRatioF()));
    m_word->setText(word());
    m_label->setText(m_text);
    m_label->setVisible(!m_text.isEmpty());
    m_close->setIcon(icon(QStringLiteral("close"), d.tone == IconTone::OnAction ? d.tone : IconTone::Text));
    m_close->setToolTip(tr("Close this notice"));
    m_close->setAccessibleName(tr("Close this notice"));
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, d.ink);
    setPalette(palette);
    setAccessibleName(word());
    setAccessibleDescription(m_text);
    update();
}

void Band::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        dress();
    QFrame::changeEvent(event);
}

void Band::paintEvent(QPaintEvent*)
{
    const Colors& c = colorsOf(this);
    const Dress d = dressOf(m_kind, c);
    QPainter painter(this);
    painter.fillRect(rect(), d.ground);
    painter.fillRect(0, 0, 4, height(), d.edge);
    if (c.isHighContrast) {
        painter.setPen(c.text);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace yoyo
