// SPDX-License-Identifier: Apache-2.0
#include "models/items/conflict_list_model.h"

namespace yoyo {

ConflictListModel::ConflictListModel(WorkService& work, QObject* parent) : PagedModel(parent), m_work(work)
{
    connect(&work, &WorkService::changed, this, [this] { reload(); });
    reload();
}

void ConflictListModel::setOnlyOpen(bool isOnlyOpen)
{
    if (isOnlyOpen == m_isOnlyOpen)
        return;
    m_isOnlyOpen = isOnlyOpen;
    queryChanged();
}

QFuture<Result<ConflictListModel::Page>> ConflictListModel::fetch(int offset, int limit)
{
    return asPage(this, m_work.conflicts(m_isOnlyOpen, offset, limit));
}

QVariant ConflictListModel::valueOf(const ConflictRow& row, int column) const
{
    switch (column) {
    case EntityColumn:
        return int(row.entity);
    case TitleColumn:
        return row.rowTitle;
    case GroupsColumn: {
        QStringList groups;
        for (const ConflictGroup& group : row.groups) {
            if (group.needsChoice)
                groups.append(group.group);
        }
        return groups.join(QStringLiteral(", "));
    }
    case TheirsActorColumn:
        return row.theirsActor;
    case TheirsAtColumn:
        return row.theirsAt;
    case FoundAtColumn:
        return row.foundAt;
    case StateColumn:
        return int(row.state);
    default:
        return {};
    }
}

} // namespace yoyo
