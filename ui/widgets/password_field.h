// SPDX-License-Identifier: Apache-2.0
// A password: hidden with a button that shows it, Caps Lock and full-width typing told, input method off, paste
// allowed, nothing remembered by undo or drag. GUI thread.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace yoyo {

class PasswordField : public QWidget
{
    Q_OBJECT
public:
    explicit PasswordField(QWidget* parent = nullptr);
    QString text() const;
    void setText(const QString& text);
    void clear();
    QLineEdit* lineEdit() const { return m_line; }
    bool isShown() const;
    /// What the keyboard says about Caps Lock; the default cannot know on every platform and watches what is typed.
    void setCapsLock(bool on);

Q_SIGNALS:
    void textChanged(const QString& text);
    void returnPressed();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void tell();

    QLineEdit* m_line;
    QToolButton* m_show;
    QLabel* m_hint;
    bool m_isCapsLockOn = false;
    bool m_hasFullWidth = false;
};

} // namespace yoyo
