// SPDX-License-Identifier: Apache-2.0
// The shipped help: one Markdown page per screen (resources/help/<id>.md) and one per code, made from the message
// table with a longer text where there is one (resources/help/codes/<anchor>.md). Offline, Japanese.
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace yoyo {

class HelpContents
{
public:
    HelpContents();

    struct Entry
    {
        QString id;
        QString title;
    };
    /// Screens in reading order.
    QList<Entry> screens() const;
    /// Every code of errors.csv.
    QList<Entry> codes() const;
    /// Markdown; nothing when there is no such page.
    std::optional<QString> page(const QString& id) const;
    /// Ids of pages that hold every word of the query, screens first.
    QList<Entry> search(const QString& query) const;

private:
    std::optional<QString> codePage(const QString& anchor) const;
};

} // namespace yoyo
