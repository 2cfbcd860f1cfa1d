// SPDX-License-Identifier: Apache-2.0
// One operation in full beside the list: who and when, before and after, the plain reason, the one next action, and
// taking it back. GUI thread.
#pragma once

#include "ui/sync/sync_words.h"
#include "ui/widgets/error_presenter.h"

#include <QFrame>

#include <optional>

class QGridLayout;
class QLabel;
class QPushButton;

namespace yoyo {

class Badge;

class OperationDetail : public QFrame
{
    Q_OBJECT
public:
    OperationDetail(const SyncWords& words, const ErrorPresenter& presenter, QWidget* parent = nullptr);
    void setOperation(const std::optional<OperationRow>& row);
    const std::optional<OperationRow>& operation() const { return m_row; }

Q_SIGNALS:
    void nextRequested(const yoyo::OperationRow& row);
    void withdrawRequested(const yoyo::OperationRow& row);
    void helpRequested(const QString& helpId);

protected:
    void changeEvent(QEvent* event) override;

private:
    void dress();
    void fillChanges();

    const SyncWords& m_words;
    const ErrorPresenter& m_presenter;
    std::optional<OperationRow> m_row;
    QLabel* m_nothing;
    QWidget* m_body;
    QLabel* m_title;
    Badge* m_badge;
    QLabel* m_madeBy;
    QWidget* m_changes;
    QGridLayout* m_grid;
    QLabel* m_reasonTitle;
    QLabel* m_reason;
    QLabel* m_problem;
    QPushButton* m_code;
    QString m_codeHelp;
    QLabel* m_nextTitle;
    QLabel* m_next;
    QPushButton* m_withdraw;
    QPushButton* m_go;
};

} // namespace yoyo
