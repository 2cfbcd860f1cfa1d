// SPDX-License-Identifier: Apache-2.0
// The status bar: online/offline · 最終同期 · 未送信 · 要確認 · 送信できない. Every part is a button that leads to
// the sync page.
#pragma once

#include "ui/shell/shell_state.h"

#include <QWidget>

class QToolButton;

namespace yoyo {

class StatusLine : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);
    void setStatus(const ShellStatus& status);
    QString text() const;

Q_SIGNALS:
    void syncPageRequested();
    void syncRequested();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    QToolButton* makePart();

    ShellStatus m_status;
    QToolButton* m_line;
    QToolButton* m_lastSync;
    QToolButton* m_unsent;
    QToolButton* m_needsPerson;
    QToolButton* m_cannotSend;
    QToolButton* m_syncNow;
};

} // namespace yoyo
