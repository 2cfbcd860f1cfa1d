// SPDX-License-Identifier: Apache-2.0
// The list kit: search as you type, filters, the line that says how many of how many and why, the table with
// remembered and choosable columns, and the states loading, empty, error and read-only. Knows no data of its own.
#pragma once

#include "ui/widgets/error_presenter.h"

#include <QHash>
#include <QWidget>

class QAbstractItemModel;
class QHBoxLayout;
class QItemSelection;
class QLabel;
class QLineEdit;
class QMenu;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTimer;
class QToolButton;
class QVariant;

namespace yoyo {

class Band;
class WrapLayout;

/// Where views keep how they were left (column widths, shown columns, window geometry). Local, no personal data.
class ViewMemory
{
public:
    virtual ~ViewMemory() = default;
    virtual QVariant value(const QString& key) const = 0;
    virtual void setValue(const QString& key, const QVariant& value) = 0;
};

/// Forgets at the end of the program: for tests, and when the profile cannot be written.
class TransientViewMemory final : public ViewMemory
{
public:
    QVariant value(const QString& key) const override;
    void setValue(const QString& key, const QVariant& value) override;

private:
    QHash<QString, QVariant> m_values;
};

/// The height of the rows of every table (visual.md: 28-32 px at the ordinary font).
void setRowHeight(QTableView* table);

class ListPanel : public QWidget
{
    Q_OBJECT
public:
    /// `key` names the list in the memory. `memory` is borrowed and outlives the panel.
    ListPanel(const QString& key, ViewMemory& memory, QWidget* parent = nullptr);
    ~ListPanel() override;

    /// Borrowed, may be null. Column headers come from the model.
    void setModel(QAbstractItemModel* model);
    QTableView* table() const { return m_table; }
    QLineEdit* searchField() const { return m_search; }
    /// Hides the search field of a list that needs none.
    void setSearchVisible(bool visible);
    void setSearchPlaceholder(const QString& text);
    /// Filter widgets beside the search field (or below it in a narrow window), and tools at the right end of that row.
    WrapLayout* filters() const { return m_filters; }
    QHBoxLayout* tools() const { return m_tools; }
    /// Default widths by column; used where nothing is remembered. A width of 0 hides the column at first.
    void setDefaultWidths(const QList<int>& widths);
    void freezeFirstColumn(bool freeze) { m_isFirstFixed = freeze; }
    /// Rows that the person chose, or the current one; sorted.
    QList<int> selectedRows() const;

    /// `isCapped`: total is "at least". `filterWords`: what narrows the list now, empty when nothing does.
    void setCounts(qint64 total, qint64 shown, const QStringList& filterWords, bool isCapped = false);
    QString countLine() const;

    enum class State { Rows, Loading, Empty, NoMatch, Failed };
    State state() const { return m_state; }
    void showRows();
    void showLoading();
    /// One sentence and the one button that starts; an empty button text hides it. emptyAction() when pressed.
    void showEmpty(const QString& sentence, const QString& button);
    void showNoMatch();
    /// With "try again"; retryRequested() when pressed.
    void showFailed(const Presented& problem);
    /// A sentence why nothing can be changed here; empty ends it.
    void setReadOnly(const QString& reason);

Q_SIGNALS:
    /// After a short pause in typing, or at once on Return.
    void searchChanged(const QString& text);
    void filtersCleared();
    void emptyAction();
    void retryRequested();
    void rowActivated(int row);
    void selectionChanged();
    void helpRequested(const QString& helpId);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void dressState();
    void restoreColumns();
    void widenCutColumns();
    void storeColumns();
    void fillColumnMenu();
    void searchNow();

    QString m_key;
    ViewMemory& m_memory;
    State m_state = State::Rows;
    bool m_isFirstFixed = false;
    bool m_isRestoring = false;
    QList<int> m_defaultWidths;
    qint64 m_total = 0;
    qint64 m_shown = 0;
    bool m_isCapped = false;
    QStringList m_filterWords;
    QString m_lastSearch;
    QString m_emptySentence;
    QString m_emptyButton;
    QString m_placeholder;
    Presented m_problem;
    QLineEdit* m_search;
    QAction* m_searchIcon;
    WrapLayout* m_filters;
    QHBoxLayout* m_tools;
    QToolButton* m_columns;
    QMenu* m_columnMenu;
    QLabel* m_count;
    QPushButton* m_clear;
    Band* m_readOnly;
    QStackedWidget* m_stack;
    QTableView* m_table;
    QWidget* m_statePage;
    QLabel* m_stateIcon;
    QLabel* m_stateText;
    QPushButton* m_stateButton;
    QProgressBar* m_busy;
    QTimer* m_pause;
};

} // namespace yoyo
