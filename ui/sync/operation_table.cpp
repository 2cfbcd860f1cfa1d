// SPDX-License-Identifier: Apache-2.0
// See operation_table.h.
#include "ui/sync/operation_table.h"

#include "ui/widgets/language.h"

namespace yoyo {

OperationTable::OperationTable(const SyncWords& words, QObject* parent) : QAbstractTableModel(parent), m_words(words) {}

void OperationTable::setRows(const QList<OperationRow>& rows, int total)
{
    beginResetModel();
    m_rows = rows;
    m_total = total;
    m_wantedFrom = -1;
    endResetModel();
}

void OperationTable::appendRows(const QList<OperationRow>& rows)
{
    if (rows.isEmpty()) {
        m_total = int(m_rows.size());
        return;
    }
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(rows.size()) - 1);
    m_rows.append(rows);
    m_wantedFrom = -1;
    endInsertRows();
}

const OperationRow* OperationTable::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows[row] : nullptr;
}

int OperationTable::rowOf(const QUuid& opId) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].opId == opId)
            return i;
    }
    return -1;
}

void OperationTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int OperationTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int OperationTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OperationTable::data(const QModelIndex& index, int role) const
{
    const OperationRow* row = at(index.row());
    if (!row)
        return {};
    if (role == BadgeRole && index.column() == State)
        return int(SyncWords::stateBadge(row->state));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case State:
        return SyncWords::state(row->state);
    case What:
        return SyncWords::row(row->entity, row->rowTitle);
    case Change:
        return m_words.summary(*row);
    case Author:
        return row->authorName.isEmpty() ? tr("(unknown here)") : row->authorName;
    case MadeAt:
        return instantForPeople(row->madeAt);
    default:
        return {};
    }
}

QVariant OperationTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case State:
        return tr("State");
    case What:
        return tr("What");
    case Change:
        return tr("Change");
    case Author:
        return tr("Made by");
    case MadeAt:
        return tr("Made at");
    default:
        return {};
    }
}

bool OperationTable::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_rows.size() < m_total && m_wantedFrom != int(m_rows.size());
}

void OperationTable::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_wantedFrom = int(m_rows.size());
    Q_EMIT moreWanted(m_wantedFrom);
}

ConflictTable::ConflictTable(const SyncWords& words, QObject* parent) : QAbstractTableModel(parent), m_words(words) {}

void ConflictTable::setRows(const QList<ConflictRow>& rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

const ConflictRow* ConflictTable::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows[row] : nullptr;
}

void ConflictTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int ConflictTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ConflictTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConflictTable::data(const QModelIndex& index, int role) const
{
    const ConflictRow* row = at(index.row());
    if (!row || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (index.column()) {
    case What:
        return SyncWords::row(row->entity, row->rowTitle);
    case Groups: {
        QStringList groups;
        for (const ConflictGroup& group : row->groups) {
            if (group.needsChoice)
                groups.append(SyncWords::group(row->entity, group.group));
        }
        return groups.join(tr(", ", "between groups"));
    }
    case CentreBy:
        return row->theirsActor.isEmpty() ? tr("(not told)") : row->theirsActor;
    case CentreAt:
        return instantForPeople(row->theirsAt);
    case FoundAt:
        return instantForPeople(row->foundAt);
    default:
        return {};
    }
}

QVariant ConflictTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case What:
        return tr("What");
    case Groups:
        return tr("Items that collide");
    case CentreBy:
        return tr("Changed at the centre by");
    case CentreAt:
        return tr("Changed at the centre at");
    case FoundAt:
        return tr("Found at");
    default:
        return {};
    }
}

} // namespace yoyo
