// SPDX-License-Identifier: Apache-2.0
// Before anyone is signed in: three doors, the small ways out, and whom to call (known here, offline too).
#pragma once

#include "ui/shell/shell_state.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace yoyo {

class FrontDoor;

class FrontPage : public QWidget
{
    Q_OBJECT
public:
    explicit FrontPage(QWidget* parent = nullptr);
    void setOffice(const ShellOffice& office);
    /// Above the doors, for example why the session ended. Empty hides it.
    void setNotice(const QString& text);

    void focusFirst();

Q_SIGNALS:
    /// "sign-in", "first-sign-in", "account-request", "trouble", "settings", "five-minutes"
    void chosen(const QString& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fillContacts();

    ShellOffice m_office;
    QString m_noticeText;
    class Band* m_notice;
    QLabel* m_title;
    QLabel* m_subtitle;
    FrontDoor* m_signIn;
    FrontDoor* m_first;
    FrontDoor* m_request;
    QPushButton* m_trouble;
    QPushButton* m_settings;
    QPushButton* m_tour;
    QLabel* m_contactsTitle;
    QLabel* m_contacts;
};

} // namespace yoyo
