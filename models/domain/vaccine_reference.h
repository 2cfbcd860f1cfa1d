// SPDX-License-Identifier: Apache-2.0
// The national vaccine items that are shipped: resources/reference/vaccine_items.csv, the only source of
// 予防接種管理番号. Compiled in; a service seeds its master from it, a client shows it before the first sync.
#pragma once

#include "models/domain/result.h"
#include "models/domain/vaccine_item.h"

#include <QList>

namespace yoyo {

class VaccineReference
{
public:
    /// Reads the table compiled into the program. It fails only when the program was built from a broken table.
    static Result<VaccineReference> shipped();
    /// Requires the header of the shipped table. Numbers must be eight digits and unique, successors must exist.
    static Result<VaccineReference> fromCsv(const QByteArray& utf8);

    /// In the order of sort_no.
    const QList<VaccineItem>& items() const { return m_items; }
    /// Null when there is no such number.
    const VaccineItem* item(QStringView mgmtNo) const;
    const VaccineItem* itemByVid(QStringView vid) const;

private:
    QList<VaccineItem> m_items;
};

} // namespace yoyo
