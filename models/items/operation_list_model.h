// SPDX-License-Identifier: Apache-2.0
// What waits on this PC as a table: one row per operation, newest first.
#pragma once

#include "models/items/paged_model.h"
#include "models/services/work_service.h"

namespace yoyo {

class OperationListModel final : public PagedModel<OperationRow>
{
    Q_OBJECT
public:
    enum Column {
        StateColumn,  ///< ValueRole: int(OpState)
        EntityColumn, ///< ValueRole: int(Entity)
        TitleColumn,
        ChangesColumn, ///< ValueRole: names of the changed fields; before and after are in ItemRole
        AuthorColumn,
        MadeAtColumn,
        ProblemColumn,    ///< ValueRole: the error code, or empty
        NextActionColumn, ///< ValueRole: int(NextAction)
        ColumnCount,
    };

    explicit OperationListModel(WorkService& work, QObject* parent = nullptr);

    void setQuery(const OperationQuery& query);
    const OperationQuery& query() const { return m_query; }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }

protected:
    QFuture<Result<Page>> fetch(int offset, int limit) override;
    QUuid idOf(const OperationRow& row) const override { return row.opId; }
    QVariant valueOf(const OperationRow& row, int column) const override;
    int badgeOf(const OperationRow& row) const override { return int(row.state); }

private:
    WorkService& m_work;
    OperationQuery m_query;
};

} // namespace yoyo
