// SPDX-License-Identifier: Apache-2.0
// See password_field.h.
#include "ui/widgets/password_field.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace yoyo {

PasswordField::PasswordField(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::half);
    m_line = new QLineEdit(this);
    m_line->setEchoMode(QLineEdit::Password);
    m_line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                Qt::ImhNoAutoUppercase | Qt::ImhLatinOnly);
    m_line->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_line->setMinimumWidth(280);
    m_show = new QToolButton(this);
    m_show->setCheckable(true);
    row->addWidget(m_line, 1);
    row->addWidget(m_show);
    column->addLayout(row);
    m_hint = new QLabel(this);
    m_hint->setVisible(false);
    m_hint->setWordWrap(true);
    setTextKind(m_hint, TextKind::Small);
    QPalette palette = m_hint->palette();
    palette.setColor(QPalette::WindowText, colorsOf(this).warning);
    m_hint->setPalette(palette);
    column->addWidget(m_hint);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMaximumWidth(440);
    setFocusProxy(m_line);
    m_line->installEventFilter(this);
    connect(m_show, &QToolButton::toggled, this, [this](bool shown) {
        m_line->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        // Showing must not switch the input method on again.
        m_line->setAttribute(Qt::WA_InputMethodEnabled, false);
        retranslate();
    });
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_hasFullWidth = text != text.normalized(QString::NormalizationForm_KC);
        tell();
        Q_EMIT textChanged(text);
    });
    connect(m_line, &QLineEdit::returnPressed, this, &PasswordField::returnPressed);
    retranslate();
}

QString PasswordField::text() const
{
    return m_line->text();
}

void PasswordField::setText(const QString& text)
{
    m_line->setText(text);
}

void PasswordField::clear()
{
    m_line->clear();
    m_show->setChecked(false);
}

bool PasswordField::isShown() const
{
    return m_show->isChecked();
}

void PasswordField::setCapsLock(bool on)
{
    m_isCapsLockOn = on;
    tell();
}

void PasswordField::tell()
{
    QStringList hints;
    if (m_isCapsLockOn && m_line->hasFocus())
        hints.append(tr("Caps Lock is on."));
    if (m_hasFullWidth)
        hints.append(tr("Full-width characters are in it. They count the same as half-width ones."));
    m_hint->setText(hints.join(QLatin1Char(' ')));
    m_hint->setVisible(!hints.isEmpty());
}

void PasswordField::retranslate()
{
    const bool isShown = m_show->isChecked();
    m_show->setIcon(icon(isShown ? QStringLiteral("eye-off") : QStringLiteral("eye"), IconTone::Secondary));
    m_show->setToolTip(isShown ? tr("Hide the password") : tr("Show the password"));
    m_show->setAccessibleName(m_show->toolTip());
    tell();
}

void PasswordField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool PasswordField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_line) {
        switch (event->type()) {
        case QEvent::FocusIn:
        case QEvent::KeyRelease:
#ifdef Q_OS_WIN
            setCapsLock(GetKeyState(VK_CAPITAL) & 1);
#endif
            tell();
            break;
        case QEvent::FocusOut:
            m_hint->setVisible(m_hasFullWidth);
            break;
        case QEvent::KeyPress: {
            const auto* key = static_cast<QKeyEvent*>(event);
            if (key->key() == Qt::Key_CapsLock) {
                m_isCapsLockOn = false; // unknown until the next letter tells
                tell();
            } else if (key->text().size() == 1 && key->text().at(0).isLetter()) {
                // A letter whose case contradicts Shift tells the state on every platform.
                const bool isUpper = key->text().at(0).isUpper();
                const bool isShift = key->modifiers() & Qt::ShiftModifier;
                m_isCapsLockOn = isUpper != isShift;
                tell();
            }
            break;
        }
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace yoyo
