// SPDX-License-Identifier: Apache-2.0
#include "models/items/paged_model.h"

namespace yoyo {

QVariant PagedModelBase::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole && section >= 0 && section < m_headers.size())
        return m_headers.at(section);
    return {};
}

void PagedModelBase::setHeaderTexts(const QStringList& texts)
{
    m_headers = texts;
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void PagedModelBase::reload()
{
    if (m_isReloadPlanned)
        return;
    m_isReloadPlanned = true;
    QMetaObject::invokeMethod(this, [this] {
        m_isReloadPlanned = false;
        startReload();
    }, Qt::QueuedConnection);
}

void PagedModelBase::refreshTexts()
{
    if (m_total > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_total - 1, columnCount() - 1));
}

} // namespace yoyo
