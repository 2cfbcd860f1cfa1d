// SPDX-License-Identifier: Apache-2.0
// See code_field.h.
#include "ui/widgets/code_field.h"

#include "ui/widgets/appearance.h"

#include <QFocusEvent>

namespace yoyo {

CodeField::CodeField(Keep keep, QWidget* parent) : QLineEdit(parent), m_keep(keep)
{
    setFont(codeFont());
    setInputMethodHints(Qt::ImhPreferLatin | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
}

QString CodeField::normalised(const QString& text, Keep keep)
{
    QString out;
    for (QChar c : text.normalized(QString::NormalizationForm_KC).trimmed()) {
        // The dashes that a Japanese keyboard offers where a hyphen is meant.
        static const QString dashes = QStringLiteral("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc\uff0d");
        if (dashes.contains(c))
            c = QLatin1Char('-');
        if (keep == Keep::LettersAndDigits && (c.isSpace() || c == QLatin1Char('-')))
            continue;
        out.append(c);
    }
    return out;
}

QString CodeField::code() const
{
    return normalised(text(), m_keep);
}

void CodeField::focusOutEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason && code() != text())
        setText(code());
    QLineEdit::focusOutEvent(event);
}

} // namespace yoyo
