// SPDX-License-Identifier: Apache-2.0
// See form_undo.h.
#include "ui/widgets/form_undo.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextDocument>

#include <algorithm>

namespace yoyo {

void FormUndo::watch(QWidget* editor)
{
    m_known.append({editor, valueOf(editor)});
    editor->installEventFilter(this);
    if (auto* combo = qobject_cast<QComboBox*>(editor))
        connect(combo, &QComboBox::currentIndexChanged, this, [this, combo] { note(combo); });
    else if (auto* button = qobject_cast<QAbstractButton*>(editor))
        connect(button, &QAbstractButton::toggled, this, [this, button] { note(button); });
}

void FormUndo::reset()
{
    m_steps.clear();
    for (Known& known : m_known) {
        if (known.editor)
            known.value = valueOf(known.editor);
    }
}

QVariant FormUndo::valueOf(const QWidget* editor)
{
    if (const auto* line = qobject_cast<const QLineEdit*>(editor))
        return line->text();
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(editor))
        return text->toPlainText();
    if (const auto* combo = qobject_cast<const QComboBox*>(editor))
        return combo->isEditable() ? QVariant(combo->currentText()) : QVariant(combo->currentIndex());
    if (const auto* button = qobject_cast<const QAbstractButton*>(editor))
        return button->isChecked();
    return {};
}

void FormUndo::put(QWidget* editor, const QVariant& value)
{
    if (auto* line = qobject_cast<QLineEdit*>(editor))
        line->setText(value.toString());
    else if (auto* text = qobject_cast<QPlainTextEdit*>(editor))
        text->setPlainText(value.toString());
    else if (auto* combo = qobject_cast<QComboBox*>(editor); combo && combo->isEditable())
        combo->setCurrentText(value.toString());
    else if (combo)
        combo->setCurrentIndex(value.toInt());
    else if (auto* button = qobject_cast<QAbstractButton*>(editor))
        button->setChecked(value.toBool());
}

void FormUndo::note(QWidget* editor)
{
    if (m_isPutting)
        return;
    const auto known = std::ranges::find_if(m_known, [editor](const Known& k) { return k.editor == editor; });
    if (known == m_known.end())
        return;
    const QVariant now = valueOf(editor);
    if (now == known->value)
        return;
    m_steps.append({editor, known->value});
    known->value = now;
}

bool FormUndo::undo()
{
    for (const Known& known : std::as_const(m_known)) {
        if (known.editor)
            note(known.editor);
    }
    while (!m_steps.isEmpty()) {
        const Step step = m_steps.takeLast();
        if (!step.editor || valueOf(step.editor) == step.before)
            continue;
        m_isPutting = true;
        put(step.editor, step.before);
        m_isPutting = false;
        for (Known& known : m_known) {
            if (known.editor == step.editor)
                known.value = step.before;
        }
        step.editor->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

bool FormUndo::eventFilter(QObject* watched, QEvent* event)
{
    auto* editor = qobject_cast<QWidget*>(watched);
    if (event->type() == QEvent::FocusOut && editor)
        note(editor);
    if (event->type() != QEvent::KeyPress || !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo))
        return QObject::eventFilter(watched, event);
    const auto* line = qobject_cast<QLineEdit*>(watched);
    const auto* text = qobject_cast<QPlainTextEdit*>(watched);
    const bool hasOwn = (line && line->isUndoAvailable()) || (text && text->document()->isUndoAvailable());
    return hasOwn ? QObject::eventFilter(watched, event) : undo();
}

} // namespace yoyo
