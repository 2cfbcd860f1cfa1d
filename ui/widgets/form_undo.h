// SPDX-License-Identifier: Apache-2.0
// Ctrl+Z in a form: the text undo of a field first, and when that field has nothing left, the field that was changed
// before it. Knows line edits, plain text edits, combo boxes and check boxes. GUI thread.
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QVariant>

class QWidget;

namespace yoyo {

class FormUndo : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Borrowed; forgotten when it dies.
    void watch(QWidget* editor);
    /// Begins anew with what the fields hold now.
    void reset();
    bool isEmpty() const { return m_steps.isEmpty(); }
    /// Takes the last change of a field back and goes there; false when there is none.
    bool undo();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Step
    {
        QPointer<QWidget> editor;
        QVariant before;
    };
    struct Known
    {
        QPointer<QWidget> editor;
        QVariant value;
    };
    static QVariant valueOf(const QWidget* editor);
    static void put(QWidget* editor, const QVariant& value);
    /// Notes a change since the value that is known.
    void note(QWidget* editor);

    QList<Known> m_known;
    QList<Step> m_steps;
    bool m_isPutting = false;
};

} // namespace yoyo
