// SPDX-License-Identifier: Apache-2.0
#include "models/items/operation_list_model.h"

namespace yoyo {

OperationListModel::OperationListModel(WorkService& work, QObject* parent) : PagedModel(parent), m_work(work)
{
    connect(&work, &WorkService::changed, this, [this] { reload(); });
    reload();
}

void OperationListModel::setQuery(const OperationQuery& query)
{
    if (query == m_query)
        return;
    m_query = query;
    queryChanged();
}

QFuture<Result<OperationListModel::Page>> OperationListModel::fetch(int offset, int limit)
{
    return asPage(this, m_work.operations(m_query, offset, limit));
}

QVariant OperationListModel::valueOf(const OperationRow& row, int column) const
{
    switch (column) {
    case StateColumn:
        return int(row.state);
    case EntityColumn:
        return int(row.entity);
    case TitleColumn:
        return row.rowTitle;
    case ChangesColumn: {
        QStringList fields;
        for (const FieldDifference& change : row.changes)
            fields.append(change.field);
        return fields.join(QStringLiteral(", "));
    }
    case AuthorColumn:
        return row.authorName;
    case MadeAtColumn:
        return row.madeAt;
    case ProblemColumn:
        return row.problem ? row.problem->codeText() : QString();
    case NextActionColumn:
        return int(row.nextAction);
    default:
        return {};
    }
}

} // namespace yoyo
