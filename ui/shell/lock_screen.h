// SPDX-License-Identifier: Apache-2.0
// What stands in the window while it is locked: no personal data but the name of who locked it, and the password to
// go on. Work stays as it was behind it. The check itself is done by whoever listens.
#pragma once

#include "ui/shell/shell_state.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace yoyo {

class FormField;
class PasswordField;

class LockScreen : public QWidget
{
    Q_OBJECT
public:
    explicit LockScreen(QWidget* parent = nullptr);
    void setUser(const ShellUser& user);
    void prepare();
    /// The password was refused; says why and asks again.
    void showRefused(const QString& reason);

Q_SIGNALS:
    void unlockRequested(const QString& password);
    void signOutRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void ask();

    ShellUser m_user;
    QLabel* m_title;
    QLabel* m_text;
    PasswordField* m_password;
    FormField* m_field;
    QPushButton* m_unlock;
    QPushButton* m_signOut;
};

} // namespace yoyo
