// SPDX-License-Identifier: Apache-2.0
// Registering many: a USER1 file is chosen or dropped, read without changing anything, shown row by row with what it
// would do, and then taken over. Holds a report, talks to no service.
#pragma once

#include "models/services/user_service.h"
#include "ui/widgets/error_presenter.h"
#include "ui/widgets/page.h"

#include <QAbstractTableModel>

#include <optional>

class QComboBox;
class QFrame;
class QHBoxLayout;
class QLabel;
class QTableView;

namespace yoyo {

class Band;

/// The rows of a dry run as people read them.
class UserImportTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { RowNumber, Kind, LoginId, Name, Content, ColumnCount };
    explicit UserImportTable(const ErrorPresenter& errors, QObject* parent = nullptr);
    /// Borrowed; `onlyFindings` leaves out rows without a word to say.
    void setReport(const UserImportReport* report, bool onlyFindings);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    static QString kindWord(UserImportRow::Kind kind);

private:
    QString content(const UserImportRow& row) const;
    const ErrorPresenter& m_errors;
    const UserImportReport* m_report = nullptr;
    QList<int> m_shown;
};

class UserImportPage : public Page
{
    Q_OBJECT
public:
    explicit UserImportPage(const ErrorPresenter& errors, QWidget* parent = nullptr);

    /// Empty: nothing chosen yet.
    void clear();
    void showReading(const QString& fileName);
    void showReport(const UserImportReport& report);
    void showFailed(const Presented& problem);
    const std::optional<UserImportReport>& report() const { return m_report; }
    /// Rows that would be saved.
    int applicable() const;
    void setBusy(bool busy);

Q_SIGNALS:
    void chooseRequested();
    void fileDropped(const QString& path);
    void templateRequested();
    void findingsExportRequested();
    void applyRequested();
    void closeRequested();

protected:
    void retranslate() override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void dress();
    QLabel* addCount(QHBoxLayout* to, QLabel*& caption);

    const ErrorPresenter& m_errors;
    std::optional<UserImportReport> m_report;
    QString m_reading;
    std::optional<Presented> m_failure;
    QPushButton* m_back;
    QFrame* m_drop;
    QLabel* m_dropText;
    QLabel* m_layoutText;
    QPushButton* m_choose;
    QPushButton* m_template;
    Band* m_failed;
    Band* m_promise;
    QWidget* m_result;
    QLabel* m_file;
    QLabel* m_counts[5];
    QLabel* m_captions[5];
    QComboBox* m_filter;
    QPushButton* m_findings;
    QTableView* m_table;
    UserImportTable* m_model;
    QPushButton* m_apply;
    QPushButton* m_close;
};

} // namespace yoyo
