// SPDX-License-Identifier: Apache-2.0
// A question before something that changes data: states the consequence and the count, verbs on the buttons, the
// safe way focused for destructive ones. Opened, never executed; ask through Questions.
#pragma once

#include "ui/widgets/questions.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace yoyo {

class ConfirmDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ConfirmDialog(const Question& question, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Exactly once, also when the window is closed (Refused).
    void answered(yoyo::Answer answer);

private:
    void finish(Answer answer);

    QPushButton* m_accept;
    bool m_isAnswered = false;
};

/// Asks for the password again: step-up, and the lock. The password leaves by a signal and is not kept.
class PasswordDialog : public QDialog
{
    Q_OBJECT
public:
    /// `reason` says why it is asked again.
    PasswordDialog(const QString& title, const QString& reason, const QString& verb, QWidget* parent = nullptr);
    /// Shows why the last one was refused, empties the field and asks again.
    void showRefused(const QString& text);
    void setBusy(bool busy);

Q_SIGNALS:
    void passwordEntered(const QString& password);

private:
    class PasswordField* m_field;
    class FormField* m_row;
    QPushButton* m_accept;
};

} // namespace yoyo
