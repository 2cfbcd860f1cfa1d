// SPDX-License-Identifier: Apache-2.0
// The left navigation: the office on top, the pages this role may see, and at the foot who is signed in with lock
// and sign-out. Arrow keys move, Return and Space open.
#pragma once

#include "ui/shell/page_registry.h"
#include "ui/shell/shell_state.h"

#include <QHash>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace yoyo {

class Navigation : public QWidget
{
    Q_OBJECT
public:
    explicit Navigation(const PageRegistry& registry, QWidget* parent = nullptr);
    void setOffice(const ShellOffice& office);
    void setUser(const ShellUser& user);
    void setCurrent(const QString& id);
    /// Ids in the order shown.
    QStringList shownPages() const { return m_order; }

Q_SIGNALS:
    void pageChosen(const QString& id);
    void lockRequested();
    void signOutRequested();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void rebuild();
    void retranslate();
    QToolButton* makeEntry(const PageSpec& spec);

    const PageRegistry& m_registry;
    ShellOffice m_office;
    ShellUser m_user;
    QString m_current;
    QStringList m_order;
    QHash<QString, QToolButton*> m_entries;
    QLabel* m_program;
    QLabel* m_municipality;
    QVBoxLayout* m_list;
    QVBoxLayout* m_foot;
    QLabel* m_userName;
    QLabel* m_role;
    QToolButton* m_lock;
    QToolButton* m_signOut;
};

} // namespace yoyo
