// SPDX-License-Identifier: Apache-2.0
// A table over rows that a service hands out page by page: only pages somebody looks at are read, a change reads them
// again, and selection and current row stay on their row (by its id) when others come or go. GUI thread.
// Texts are made in ui/ through the formatter; without one the raw values are shown.
#pragma once

#include "models/domain/result.h"
#include "models/domain/when_done.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QFuture>
#include <QPromise>
#include <QSet>
#include <QStringList>
#include <QUuid>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>

namespace yoyo {

class PagedModelBase : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QUuid of the row
        ItemRole,                  ///< the row value itself (UserRow, SettingRow, …)
        ValueRole,                 ///< the raw value of the column: text, number, day, instant, or the number of an enum
        BadgeRole,                 ///< int(RowBadge) or int(OpState)
        IsLoadedRole,              ///< false while the row's page is on its way; everything else is empty then
    };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_total; }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// One text per column, translated by the screen; again after a change of language.
    void setHeaderTexts(const QStringList& texts);
    /// Has a page ever come?
    bool isLoaded() const { return m_isLoaded; }
    /// How old the list is, UTC; invalid: never pulled, or not known for this list.
    QDateTime asOf() const { return m_asOf; }
    /// Reads the pages in use again; several calls in one turn of the event loop become one.
    void reload();
    /// Texts are made anew, for another language: everything visible is asked for again.
    void refreshTexts();

Q_SIGNALS:
    void loaded();
    void loadFailed(const yoyo::Error& error);

protected:
    virtual void startReload() = 0;
    void fail(const Error& error) { Q_EMIT loadFailed(error); }

    int m_total = 0;
    bool m_isLoaded = false;
    QDateTime m_asOf;

private:
    QStringList m_headers;
    bool m_isReloadPlanned = false;
};

template <typename Row>
class PagedModel : public PagedModelBase
{
public:
    static constexpr int pageSize = 200;
    using Formatter = std::function<QString(const Row& row, int column)>;

    /// Text of a cell; called for visible rows only.
    void setFormatter(Formatter formatter)
    {
        m_formatter = std::move(formatter);
        refreshTexts();
    }
    /// What a screen reader says for a cell; without one it reads the text.
    void setAccessibleFormatter(Formatter formatter) { m_accessibleFormatter = std::move(formatter); }

    /// Null while the row's page is on its way.
    const Row* rowAt(int row) const
    {
        const auto page = m_pages.find(row / pageSize);
        const int place = row % pageSize;
        return row < 0 || page == m_pages.end() || place >= page->second.size() ? nullptr : &page->second.at(place);
    }
    /// The row of an id among the loaded pages, or -1.
    int rowOf(const QUuid& id) const
    {
        for (const auto& [page, rows] : m_pages) {
            for (int i = 0; i < int(rows.size()); ++i) {
                if (idOf(rows.at(i)) == id)
                    return page * pageSize + i;
            }
        }
        return -1;
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        const Row* row = rowAt(index.row());
        if (role == IsLoadedRole)
            return row != nullptr;
        if (!row) {
            const_cast<PagedModel*>(this)->want(index.row() / pageSize);
            return {};
        }
        switch (role) {
        case Qt::DisplayRole:
            return m_formatter ? m_formatter(*row, index.column()) : valueOf(*row, index.column()).toString();
        case Qt::AccessibleTextRole:
            return m_accessibleFormatter ? QVariant(m_accessibleFormatter(*row, index.column())) : QVariant();
        case IdRole:
            return idOf(*row);
        case ItemRole:
            return QVariant::fromValue(*row);
        case ValueRole:
            return valueOf(*row, index.column());
        case BadgeRole:
            return badgeOf(*row);
        default:
            return {};
        }
    }

protected:
    using PagedModelBase::PagedModelBase;

    struct Page
    {
        QList<Row> rows;
        int total = 0;
        QDateTime asOf;
    };
    virtual QFuture<Result<Page>> fetch(int offset, int limit) = 0;
    virtual QUuid idOf(const Row& row) const = 0;
    virtual QVariant valueOf(const Row& row, int column) const = 0;
    virtual int badgeOf(const Row& row) const = 0;

    /// The query is another one: the old rows stay until the first page of the new ones is here.
    void queryChanged()
    {
        m_isQueryNew = true;
        reload();
    }

    /// Any page type of the services as a Page.
    template <typename Source>
    static QFuture<Result<Page>> asPage(QObject* context, QFuture<Result<Source>> source)
    {
        auto promise = std::make_shared<QPromise<Result<Page>>>();
        promise->start();
        whenDone(source, context, [promise](const Result<Source>& page) {
            if (page) {
                Page out{page->rows, page->total, {}};
                if constexpr (requires { page->asOf; })
                    out.asOf = page->asOf;
                promise->addResult(Result<Page>(std::move(out)));
            } else {
                promise->addResult(Result<Page>(page.error()));
            }
            promise->finish();
        });
        return promise->future();
    }

private:
    void want(int page)
    {
        if (m_isQueryNew || m_wanted.contains(page))
            return;
        m_wanted.insert(page);
        // Never from inside data(): the answer changes the model.
        QMetaObject::invokeMethod(this, [this, page, generation = m_generation] { fetchPage(page, generation); },
                                  Qt::QueuedConnection);
    }

    void fetchPage(int page, quint64 generation)
    {
        if (generation != m_generation)
            return;
        whenDone(fetch(page * pageSize, pageSize), this, [this, page, generation](const Result<Page>& result) {
            if (generation != m_generation)
                return;
            m_wanted.remove(page);
            if (!result)
                return fail(result.error());
            if (result->total != m_total)
                return reload();
            m_pages[page] = result->rows;
            tellPage(page);
        });
    }

    void startReload() override
    {
        ++m_generation;
        m_wanted.clear();
        m_toLoad.clear();
        m_staged.clear();
        if (!m_isQueryNew) {
            for (const auto& entry : m_pages)
                m_toLoad.append(entry.first);
        }
        if (m_toLoad.isEmpty())
            m_toLoad.append(0);
        loadNext(m_generation);
    }

    void loadNext(quint64 generation)
    {
        if (m_toLoad.isEmpty())
            return apply();
        const int page = m_toLoad.takeFirst();
        whenDone(fetch(page * pageSize, pageSize), this, [this, page, generation](const Result<Page>& result) {
            if (generation != m_generation)
                return;
            if (!result)
                return fail(result.error());
            m_stagedTotal = result->total;
            m_stagedAsOf = result->asOf;
            if (!result->rows.isEmpty())
                m_staged[page] = result->rows;
            loadNext(generation);
        });
    }

    void apply()
    {
        m_asOf = m_stagedAsOf;
        if (m_isQueryNew || !m_isLoaded) {
            beginResetModel();
            m_pages.swap(m_staged);
            m_total = m_stagedTotal;
            m_isQueryNew = false;
            m_isLoaded = true;
            endResetModel();
        } else if (m_total == m_stagedTotal && hasSameIds()) {
            m_pages.swap(m_staged);
            for (const auto& entry : m_pages)
                tellPage(entry.first);
        } else {
            moveRows();
        }
        m_staged.clear();
        Q_EMIT loaded();
    }

    void tellPage(int page)
    {
        const int first = page * pageSize;
        const int last = std::min(first + int(m_pages[page].size()), m_total) - 1;
        if (last >= first)
            Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    }

    bool hasSameIds() const
    {
        return std::ranges::equal(m_pages, m_staged, [this](const auto& a, const auto& b) {
            return a.first == b.first && std::ranges::equal(a.second, b.second, [this](const Row& x, const Row& y) {
                       return idOf(x) == idOf(y);
                   });
        });
    }

    /// Rows came, went or moved: the tail grows or shrinks, and whoever holds an index follows its row by id.
    void moveRows()
    {
        const int oldTotal = m_total;
        if (m_stagedTotal > oldTotal) {
            beginInsertRows({}, oldTotal, m_stagedTotal - 1);
            m_total = m_stagedTotal;
            endInsertRows();
        }
        Q_EMIT layoutAboutToBeChanged();
        const QModelIndexList before = persistentIndexList();
        QList<QUuid> ids;
        for (const QModelIndex& i : before) {
            const Row* row = rowAt(i.row());
            ids.append(row ? idOf(*row) : QUuid());
        }
        m_pages.swap(m_staged);
        QModelIndexList after;
        for (int i = 0; i < int(before.size()); ++i) {
            const int row = ids.at(i).isNull() ? -1 : rowOf(ids.at(i));
            after.append(row < 0 ? QModelIndex() : index(row, before.at(i).column()));
        }
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged();
        if (m_stagedTotal < oldTotal) {
            beginRemoveRows({}, m_stagedTotal, oldTotal - 1);
            m_total = m_stagedTotal;
            endRemoveRows();
        }
    }

    std::map<int, QList<Row>> m_pages;
    std::map<int, QList<Row>> m_staged;
    int m_stagedTotal = 0;
    QDateTime m_stagedAsOf;
    QList<int> m_toLoad;
    QSet<int> m_wanted;
    quint64 m_generation = 0; ///< answers to an older question are dropped
    bool m_isQueryNew = true;
    Formatter m_formatter;
    Formatter m_accessibleFormatter;
};

} // namespace yoyo
