// SPDX-License-Identifier: Apache-2.0
// 「デモ操作」: what happens around the person in a demonstration, on a press: a strip below the page, so that no page
// loses width to it. Signals only; shown only when the service says it is a demonstration.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace yoyo {

class DemoPanel : public QWidget
{
    Q_OBJECT
public:
    explicit DemoPanel(QWidget* parent = nullptr);
    void setConnected(bool connected);
    void setMaintenance(bool maintenance);
    /// What the last press did, or is doing.
    void setNote(const QString& text);

Q_SIGNALS:
    /// True: the line is to be cut; false: restored.
    void cutRequested(bool cut);
    void colleagueEditRequested();
    void maintenanceRequested(bool on);
    void monthRequested();
    /// The newest mail that the centre has sent goes to the clipboard.
    void mailRequested();
    /// The strip shall go; the menu brings it back.
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();

    bool m_isConnected = true;
    bool m_isMaintenance = false;
    QLabel* m_title;
    QPushButton* m_cut;
    QPushButton* m_colleague;
    QPushButton* m_maintenance;
    QPushButton* m_month;
    QPushButton* m_mail;
    QLabel* m_note;
    QToolButton* m_close;
};

} // namespace yoyo
