// SPDX-License-Identifier: Apache-2.0
// See date_field.h.
#include "ui/widgets/date_field.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"

#include <QCalendarWidget>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace yoyo {

DateField::DateField(DayParser parser, DayText eraText, QWidget* parent)
    : QWidget(parent), m_parser(std::move(parser)), m_eraText(std::move(eraText))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::half);
    m_line = new QLineEdit(this);
    m_line->setFixedWidth(160);
    m_line->setMaxLength(20);
    m_open = new QToolButton(this);
    m_open->setIcon(icon(QStringLiteral("calendar"), IconTone::Secondary));
    m_understood = new QLabel(this);
    setSecondary(m_understood);
    // Room from the start, so that nothing moves when a day is understood.
    m_understood->setMinimumWidth(m_eraText ? m_understood->fontMetrics().horizontalAdvance(m_eraText(QDate(2028, 12, 31))) : 0);
    row->addWidget(m_line);
    row->addWidget(m_open);
    row->addWidget(m_understood, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusProxy(m_line);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        tell();
        Q_EMIT dayChanged();
    });
    connect(m_open, &QToolButton::clicked, this, &DateField::openCalendar);
    retranslate();
}

Result<std::optional<QDate>> DateField::day() const
{
    const QString text = m_line->text().trimmed();
    if (text.isEmpty())
        return std::optional<QDate>();
    const Result<QDate> parsed = m_parser(text);
    if (!parsed)
        return parsed.error();
    return std::optional<QDate>(parsed.value());
}

void DateField::setDay(QDate day)
{
    m_line->setText(day.isValid() ? day.toString(Qt::ISODate) : QString());
}

void DateField::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
    m_open->setVisible(!readOnly);
}

void DateField::tell()
{
    const auto now = day();
    const bool isDay = now.isOk() && now.value();
    m_understood->setText(isDay && m_eraText ? m_eraText(*now.value()) : QString());
}

void DateField::openCalendar()
{
    if (!m_popup) {
        m_popup = new QFrame(this, Qt::Popup);
        auto* column = new QVBoxLayout(m_popup);
        column->setContentsMargins(1, 1, 1, 1);
        m_calendar = new QCalendarWidget(m_popup);
        m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        column->addWidget(m_calendar);
        auto choose = [this](QDate chosen) {
            setDay(chosen);
            m_popup->hide();
            m_line->setFocus();
        };
        connect(m_calendar, &QCalendarWidget::activated, this, choose);
        connect(m_calendar, &QCalendarWidget::clicked, this, choose);
    }
    const bool isJapanese = currentLanguage() == QStringLiteral("ja");
    m_calendar->setLocale(isJapanese ? QLocale(QLocale::Japanese) : QLocale(QLocale::English, QLocale::UnitedKingdom));
    if (const auto now = day(); now.isOk() && now.value())
        m_calendar->setSelectedDate(*now.value());
    m_popup->move(m_line->mapToGlobal(QPoint(0, m_line->height() + 2)));
    m_popup->show();
    m_calendar->setFocus();
}

void DateField::retranslate()
{
    m_open->setToolTip(tr("Choose from a calendar"));
    m_open->setAccessibleName(tr("Choose from a calendar"));
    m_line->setPlaceholderText(tr("2026-04-01"));
    tell();
}

void DateField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool DateField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_line) {
        if (event->type() == QEvent::FocusOut) {
            // What was understood is written the one way everybody reads.
            if (const auto now = day(); now.isOk() && now.value() && !m_line->isReadOnly())
                setDay(*now.value());
        } else if (event->type() == QEvent::KeyPress) {
            const auto* key = static_cast<QKeyEvent*>(event);
            if (key->key() == Qt::Key_Down && (key->modifiers() & Qt::AltModifier)) {
                openCalendar();
                return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace yoyo
