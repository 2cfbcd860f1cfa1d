// SPDX-License-Identifier: Apache-2.0
// See user_import_page.h.
#include "ui/users/user_import_page.h"

#include "ui/users/user_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/band.h"
#include "ui/widgets/error_presenter.h"
#include "ui/widgets/language.h"
#include "ui/widgets/list_panel.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

namespace yoyo {

UserImportTable::UserImportTable(const ErrorPresenter& errors, QObject* parent)
    : QAbstractTableModel(parent), m_errors(errors)
{
}

void UserImportTable::setReport(const UserImportReport* report, bool onlyFindings)
{
    beginResetModel();
    m_report = report;
    m_shown.clear();
    for (int i = 0; report && i < report->rows.size(); ++i) {
        if (!onlyFindings || !report->rows.at(i).findings.isEmpty())
            m_shown.append(i);
    }
    endResetModel();
}

int UserImportTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int UserImportTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString UserImportTable::kindWord(UserImportRow::Kind kind)
{
    switch (kind) {
    case UserImportRow::Kind::Register:
        return tr("New");
    case UserImportRow::Kind::Change:
        return tr("Change");
    case UserImportRow::Kind::Suspend:
        return tr("Suspend");
    case UserImportRow::Kind::Unchanged:
        return tr("Same");
    case UserImportRow::Kind::Refused:
        return tr("Refused");
    }
    return {};
}

QString UserImportTable::content(const UserImportRow& row) const
{
    QStringList words;
    for (const Error& error : row.findings) {
        const Presented said = m_errors.present(error);
        const QString field = error.pointer.isEmpty() ? QString() : UserWords::field(error.pointer);
        words << (field.isEmpty() ? said.full() : tr("%1: %2", "field and its problem").arg(field, said.full()));
    }
    if (words.isEmpty() && row.kind == UserImportRow::Kind::Change) {
        QStringList fields;
        for (const QString& name : row.changed)
            fields << UserWords::field(name);
        words << tr("Changed: %1").arg(fields.join(tr(", ", "between fields")));
    }
    return words.join(QStringLiteral("  "));
}

QVariant UserImportTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_report)
        return {};
    const UserImportRow& row = m_report->rows.at(m_shown.at(index.row()));
    if (role == BadgeRole && index.column() == Kind) {
        switch (row.kind) {
        case UserImportRow::Kind::Register:
            return int(BadgeKind::Good);
        case UserImportRow::Kind::Change:
            return int(BadgeKind::Info);
        case UserImportRow::Kind::Suspend:
            return int(BadgeKind::Caution);
        case UserImportRow::Kind::Unchanged:
            return int(BadgeKind::Neutral);
        case UserImportRow::Kind::Refused:
            return int(BadgeKind::Bad);
        }
    }
    if (role == Qt::TextAlignmentRole && index.column() == RowNumber)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == Content)
        return content(row);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case RowNumber:
        return countForPeople(row.rowNumber);
    case Kind:
        return kindWord(row.kind);
    case LoginId:
        return row.user.loginId;
    case Name:
        return row.user.fullName();
    case Content:
        return content(row);
    }
    return {};
}

QVariant UserImportTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == RowNumber)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RowNumber:
        return tr("Row");
    case Kind:
        return tr("Result");
    case LoginId:
        return UserWords::field(QStringLiteral("login_id"));
    case Name:
        return tr("Name");
    case Content:
        return tr("What changes, or what has to be corrected");
    }
    return {};
}

UserImportPage::UserImportPage(const ErrorPresenter& errors, QWidget* parent)
    : Page(QStringLiteral("user-import"), Body::Fixed, parent), m_errors(errors)
{
    setAcceptDrops(true);
    m_back = makeButton(ButtonRole::Link, this);
    tools()->addWidget(m_back);
    connect(m_back, &QPushButton::clicked, this, &UserImportPage::closeRequested);

    m_promise = new Band(Band::Kind::Info, this);
    addBand(m_promise);
    m_failed = new Band(Band::Kind::Error, this);
    m_failed->hide();
    addBand(m_failed);

    m_drop = new QFrame(this);
    m_drop->setFrameShape(QFrame::StyledPanel);
    auto* drop = new QVBoxLayout(m_drop);
    drop->setContentsMargins(space::page, space::group, space::page, space::group);
    drop->setSpacing(12);
    m_dropText = new QLabel(m_drop);
    m_dropText->setWordWrap(true);
    drop->addWidget(m_dropText);
    auto* buttons = new QHBoxLayout;
    m_choose = makeButton(ButtonRole::Normal, m_drop);
    m_template = makeButton(ButtonRole::Link, m_drop);
    buttons->addWidget(m_choose);
    buttons->addWidget(m_template);
    buttons->addStretch(1);
    drop->addLayout(buttons);
    m_layoutText = new QLabel(m_drop);
    m_layoutText->setWordWrap(true);
    m_layoutText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTextKind(m_layoutText, TextKind::Small);
    setSecondary(m_layoutText);
    drop->addWidget(m_layoutText);
    content()->addWidget(m_drop);
    connect(m_choose, &QPushButton::clicked, this, &UserImportPage::chooseRequested);
    connect(m_template, &QPushButton::clicked, this, &UserImportPage::templateRequested);

    m_result = new QWidget(this);
    auto* result = new QVBoxLayout(m_result);
    result->setContentsMargins(0, 0, 0, 0);
    result->setSpacing(12);
    m_file = new QLabel(m_result);
    m_file->setTextFormat(Qt::PlainText);
    m_file->setWordWrap(true);
    result->addWidget(m_file);
    auto* counts = new QHBoxLayout;
    counts->setSpacing(space::page);
    for (int i = 0; i < 5; ++i)
        m_counts[i] = addCount(counts, m_captions[i]);
    counts->addStretch(1);
    m_filter = new QComboBox(m_result);
    m_filter->addItems({QString(), QString()});
    counts->addWidget(m_filter, 0, Qt::AlignBottom);
    m_findings = makeButton(ButtonRole::Normal, m_result);
    counts->addWidget(m_findings, 0, Qt::AlignBottom);
    result->addLayout(counts);
    m_table = new QTableView(m_result);
    m_model = new UserImportTable(errors, this);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new BadgeDelegate(m_table));
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setWordWrap(true);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    setRowHeight(m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int widths[] = {56, 120, 160, 160};
    for (int i = 0; i < 4; ++i)
        m_table->setColumnWidth(i, widths[i]);
    result->addWidget(m_table, 1);
    content()->addWidget(m_result, 1);
    content()->addStretch(0);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &UserImportPage::dress);
    connect(m_findings, &QPushButton::clicked, this, &UserImportPage::findingsExportRequested);

    m_apply = setMainButton(makeButton(ButtonRole::Primary, this));
    m_close = addSideButton(makeButton(ButtonRole::Normal, this));
    connect(m_apply, &QPushButton::clicked, this, &UserImportPage::applyRequested);
    connect(m_close, &QPushButton::clicked, this, &UserImportPage::closeRequested);
    retranslate();
}

QLabel* UserImportPage::addCount(QHBoxLayout* to, QLabel*& caption)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    auto* number = new QLabel(m_result);
    setTextKind(number, TextKind::Title);
    caption = new QLabel(m_result);
    setTextKind(caption, TextKind::Small);
    setSecondary(caption);
    column->addWidget(number);
    column->addWidget(caption);
    to->addLayout(column);
    return number;
}

void UserImportPage::clear()
{
    m_report.reset();
    m_reading.clear();
    m_failure.reset();
    dress();
}

void UserImportPage::showReading(const QString& fileName)
{
    clear();
    m_reading = fileName;
    dress();
}

void UserImportPage::showReport(const UserImportReport& report)
{
    m_reading.clear();
    m_failure.reset();
    m_report = report;
    m_filter->setCurrentIndex(report.refused > 0 ? 1 : 0);
    dress();
    m_apply->setFocus();
}

void UserImportPage::showFailed(const Presented& problem)
{
    m_reading.clear();
    m_failure = problem;
    dress();
}

int UserImportPage::applicable() const
{
    return m_report ? m_report->registrations + m_report->changes + m_report->suspensions : 0;
}

void UserImportPage::setBusy(bool busy)
{
    m_apply->setEnabled(!busy && applicable() > 0);
    m_choose->setEnabled(!busy);
}

void UserImportPage::dress()
{
    m_failed->setVisible(m_failure.has_value());
    if (m_failure)
        m_failed->setText(m_failure->full());
    m_result->setVisible(m_report.has_value());
    m_layoutText->setVisible(!m_report);
    m_dropText->setText(m_reading.isEmpty() ? tr("Choose a CSV file of the layout USER1, or drop it here. It is first read without changing anything.")
                                            : tr("Reading %1 …").arg(m_reading));
    m_choose->setText(m_report ? tr("Choose another file…") : tr("Choose a file…"));
    m_choose->setEnabled(m_reading.isEmpty());
    m_apply->setEnabled(applicable() > 0);
    if (!m_report) {
        m_model->setReport(nullptr, false);
        m_apply->setText(tr("Apply"));
        return;
    }
    m_model->setReport(&*m_report, m_filter->currentIndex() == 1);
    const QString encoding = m_report->encoding == QLatin1String("cp932") ? tr("Shift_JIS (CP932)") : tr("UTF-8");
    m_file->setText(tr("%1 – %n row(s), read as %2. Nothing has been changed yet.", nullptr, int(m_report->rows.size()))
                        .arg(m_report->fileName, encoding));
    const int counts[] = {m_report->registrations, m_report->changes, m_report->suspensions, m_report->unchanged,
                          m_report->refused};
    const UserImportRow::Kind kinds[] = {UserImportRow::Kind::Register, UserImportRow::Kind::Change,
                                         UserImportRow::Kind::Suspend, UserImportRow::Kind::Unchanged,
                                         UserImportRow::Kind::Refused};
    for (int i = 0; i < 5; ++i) {
        m_counts[i]->setText(countForPeople(counts[i]));
        m_captions[i]->setText(UserImportTable::kindWord(kinds[i]));
        m_counts[i]->setAccessibleName(m_captions[i]->text() + QLatin1Char(' ') + m_counts[i]->text());
    }
    m_findings->setVisible(m_report->refused > 0);
    m_apply->setText(applicable() > 0 ? tr("Apply %n row(s)", nullptr, applicable()) : tr("Nothing to apply"));
}

void UserImportPage::retranslate()
{
    setTitle(tr("Register or change many users"));
    m_back->setText(tr("Back to the list"));
    m_close->setText(tr("Cancel"));
    m_promise->setText(tr("Users who are not in the file stay as they are. Only rows marked 3 (suspend) suspend anyone."));
    m_template->setText(tr("Save an empty file of this layout…"));
    m_layoutText->setText(tr("Columns: 変更区分 (1 register, 2 change, 3 suspend), ユーザID, 姓, 名, セイ, メイ, 所属, 職員番号, メールアドレス, 電話, 権限, "
                             "開始日, 終了日, 備考. UTF-8 or Shift_JIS, with a header line."));
    m_filter->setItemText(0, tr("All rows"));
    m_filter->setItemText(1, tr("Only rows with findings"));
    m_filter->setAccessibleName(tr("Rows shown"));
    m_findings->setText(tr("Save the findings…"));
    m_table->setAccessibleName(tr("Result of the dry run"));
    dress();
}

static QString droppedFile(const QMimeData* data)
{
    return data->urls().size() == 1 ? data->urls().constFirst().toLocalFile() : QString();
}

void UserImportPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void UserImportPage::dropEvent(QDropEvent* event)
{
    const QString path = droppedFile(event->mimeData());
    if (!path.isEmpty())
        Q_EMIT fileDropped(path);
}

} // namespace yoyo
