// SPDX-License-Identifier: Apache-2.0
// Where the notice mail is pasted or dropped. Hands over what came and keeps nothing of a mail that was understood.
#pragma once

#include <QPlainTextEdit>

namespace yoyo {

class MailBox : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit MailBox(QWidget* parent = nullptr);

Q_SIGNALS:
    /// Pasted, dropped as text, or typed and left.
    void textGiven(const QString& text);
    void fileDropped(const QString& path);

protected:
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QString m_lastGiven;
};

} // namespace yoyo
