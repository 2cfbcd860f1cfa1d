// SPDX-License-Identifier: Apache-2.0
// The conflicts that wait for a person as a table, oldest first. The groups with their three values are in ItemRole.
#pragma once

#include "models/items/paged_model.h"
#include "models/services/work_service.h"

namespace yoyo {

class ConflictListModel final : public PagedModel<ConflictRow>
{
    Q_OBJECT
public:
    enum Column {
        EntityColumn, ///< ValueRole: int(Entity)
        TitleColumn,
        GroupsColumn, ///< ValueRole: names of the groups to choose in
        TheirsActorColumn,
        TheirsAtColumn,
        FoundAtColumn,
        StateColumn, ///< ValueRole: int(ConflictState)
        ColumnCount,
    };

    explicit ConflictListModel(WorkService& work, QObject* parent = nullptr);

    void setOnlyOpen(bool isOnlyOpen);
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }

protected:
    QFuture<Result<Page>> fetch(int offset, int limit) override;
    QUuid idOf(const ConflictRow& row) const override { return row.id; }
    QVariant valueOf(const ConflictRow& row, int column) const override;
    int badgeOf(const ConflictRow& row) const override { return int(row.state); }

private:
    WorkService& m_work;
    bool m_isOnlyOpen = true;
};

} // namespace yoyo
