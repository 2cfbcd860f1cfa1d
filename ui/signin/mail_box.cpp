// SPDX-License-Identifier: Apache-2.0
// See mail_box.h.
#include "ui/signin/mail_box.h"

#include <QMimeData>
#include <QUrl>

namespace yoyo {

static QString droppedFile(const QMimeData* source)
{
    for (const QUrl& url : source->urls()) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

MailBox::MailBox(QWidget* parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    // Undo would keep the mail in memory after it was read.
    setUndoRedoEnabled(false);
    setAcceptDrops(true);
}

bool MailBox::canInsertFromMimeData(const QMimeData* source) const
{
    return !droppedFile(source).isEmpty() || source->hasText() || QPlainTextEdit::canInsertFromMimeData(source);
}

void MailBox::insertFromMimeData(const QMimeData* source)
{
    if (const QString path = droppedFile(source); !path.isEmpty()) {
        Q_EMIT fileDropped(path);
        return;
    }
    QPlainTextEdit::insertFromMimeData(source);
    m_lastGiven = toPlainText();
    if (!m_lastGiven.trimmed().isEmpty())
        Q_EMIT textGiven(m_lastGiven);
}

void MailBox::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    const QString text = toPlainText();
    if (text.trimmed().isEmpty() || text == m_lastGiven)
        return;
    m_lastGiven = text;
    Q_EMIT textGiven(text);
}

} // namespace yoyo
