// SPDX-License-Identifier: Apache-2.0
// 同期: what waits on this PC, why, and the one thing to do next; conflicts; and the notices of this session again.
// Says 最終同期 with 照合済み or not, and never that anything is finished. GUI thread.
#pragma once

#include "ui/sync/sync_controller.h"
#include "ui/widgets/error_presenter.h"
#include "ui/widgets/page.h"

#include <QPointer>

class QAction;
class QComboBox;
class QListWidget;
class QTabWidget;

namespace yoyo {

class Band;
class ListPanel;
class MessageLog;
class OperationDetail;
class PasswordDialog;
class Questions;
class ViewMemory;

class SyncPage : public Page
{
    Q_OBJECT
public:
    struct Parts
    {
        SyncDesk& desk; ///< borrowed, as all of these
        const SyncWords& words;
        const ErrorPresenter& presenter;
        Questions& questions;
        ViewMemory& memory;
        MessageLog* log = nullptr; ///< notices of this session; may be null
    };
    explicit SyncPage(Parts parts, QWidget* parent = nullptr);
    void entered() override;
    SyncController& controller() { return m_controller; }
    /// Asks for the password that releases this person's waiting operations.
    void askPassword();
    /// A conflict was decided on its own page.
    void sayDecided();

Q_SIGNALS:
    /// The session has ended; the shell leads to the sign-in.
    void signInRequested();

protected:
    void retranslate() override;

private:
    QWidget* makeOperationsTab();
    QWidget* makeConflictsTab();
    void dressStatus();
    void dressAttention();
    void dressOperations();
    void dressConflicts();
    void fillLog();
    void showSelected();
    void go(const OperationRow& row);
    void askWithdraw(const OperationRow& row);
    void openConflict(int row);
    void print();

    Parts m_parts;
    SyncController m_controller;
    Band* m_trouble;
    Band* m_attention;
    QLabel* m_phase;
    QLabel* m_lastSync;
    QLabel* m_counts;
    QTabWidget* m_tabs;
    ListPanel* m_operations;
    QComboBox* m_whose;
    QComboBox* m_which;
    OperationDetail* m_detail;
    ListPanel* m_conflicts;
    QPushButton* m_decide;
    QListWidget* m_log;
    QAction* m_print;
    QPushButton* m_syncNow;
    QPointer<PasswordDialog> m_password;
    QUuid m_selected;
    enum class Attention { None, StepUp, SignIn, Dataset, Others } m_attentionKind = Attention::None;
};

} // namespace yoyo
