// SPDX-License-Identifier: Apache-2.0
// 特例対象: ranges of birth dates, each with a period and a reason, as rows of a small table. GUI thread.
#pragma once

#include "models/domain/vaccination_setting.h"

#include <QWidget>

#include <optional>

class QPushButton;
class QTableWidget;

namespace yoyo {

class CohortEditor : public QWidget
{
    Q_OBJECT
public:
    explicit CohortEditor(QWidget* parent = nullptr);
    /// Nothing when a cell that holds something is no day. Rows left wholly empty do not count.
    std::optional<QList<CohortException>> cohorts() const;
    void setCohorts(const QList<CohortException>& cohorts);
    void setEditable(bool editable);

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void addRow(const CohortException& cohort);
    void fitHeight();
    void retranslate();

    QTableWidget* m_table;
    QPushButton* m_add;
    QPushButton* m_remove;
};

} // namespace yoyo
