// SPDX-License-Identifier: Apache-2.0
// Operations as table rows for the sync page: state, what, change, author, when. Holds what the controller has read;
// asks for more when the view comes near the end. GUI thread.
#pragma once

#include "ui/sync/sync_words.h"

#include <QAbstractTableModel>

namespace yoyo {

class OperationTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { State, What, Change, Author, MadeAt, ColumnCount };
    explicit OperationTable(const SyncWords& words, QObject* parent = nullptr);

    /// Replaces every row; `total` may be more than the rows given.
    void setRows(const QList<OperationRow>& rows, int total);
    /// The next rows after those there are.
    void appendRows(const QList<OperationRow>& rows);
    const OperationRow* at(int row) const;
    int rowOf(const QUuid& opId) const;
    int total() const { return m_total; }
    /// Texts anew after a switch of the language.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void moreWanted(int from);

private:
    const SyncWords& m_words;
    QList<OperationRow> m_rows;
    int m_total = 0;
    int m_wantedFrom = -1;
};

/// Open conflicts as table rows: what, which groups, who changed it at the centre, when it was found.
class ConflictTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { What, Groups, CentreBy, CentreAt, FoundAt, ColumnCount };
    explicit ConflictTable(const SyncWords& words, QObject* parent = nullptr);
    void setRows(const QList<ConflictRow>& rows);
    const ConflictRow* at(int row) const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const SyncWords& m_words;
    QList<ConflictRow> m_rows;
};

} // namespace yoyo
