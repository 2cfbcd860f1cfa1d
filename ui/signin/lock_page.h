// SPDX-License-Identifier: Apache-2.0
// What covers the window while it is locked: who is signed in here, the password, and the way out. No personal data
// but that person's own name. The password leaves by a signal and is not kept.
#pragma once

#include "ui/signin/form_column.h"
#include "ui/widgets/error_presenter.h"
#include "ui/widgets/form_field.h"

#include "models/domain/secret_buffer.h"

class QPushButton;

namespace yoyo {

class PasswordField;

class LockPage : public QWidget
{
    Q_OBJECT
public:
    explicit LockPage(const ErrorPresenter& presenter, QWidget* parent = nullptr);
    /// `unsent`: what waits on this PC stays there when somebody else signs in.
    void setPerson(const QString& name, const QString& loginId, int unsent);
    void entered();
    void setBusy(bool isBusy);
    void showRefused(const Error& error);

Q_SIGNALS:
    void unlockRequested(const yoyo::SecretBuffer& password);
    void signOutRequested();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    void submit();

    const ErrorPresenter& m_presenter;
    QString m_name;
    QString m_loginId;
    int m_unsent = 0;
    bool m_isBusy = false;
    QLabel* m_title;
    QLabel* m_who;
    QLabel* m_kept;
    PasswordField* m_password;
    FormField* m_field;
    QPushButton* m_signOut;
    QPushButton* m_unlock;
};

} // namespace yoyo
