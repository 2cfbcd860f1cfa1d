// SPDX-License-Identifier: Apache-2.0
// See setting_bulk_page.h.
#include "ui/vaccinations/setting_bulk_page.h"

#include "ui/vaccinations/setting_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/error_presenter.h"
#include "ui/widgets/language.h"
#include "ui/widgets/list_panel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace yoyo {

static constexpr std::chrono::milliseconds checkPause{250};

/// What makes sense for many rows at once; ages and exceptions belong to one item.
static constexpr const char* bulkFields[] = {"impl_flag",     "local_from",         "local_to",    "season_from",
                                             "season_to",     "contract_type",      "wide_area",   "request_letter",
                                             "coupon_form",   "fee_vaccinated",     "copay",       "fee_exempt",
                                             "fee_not_vaccinated", "subsidy_limit", "copay_exempt", "contact", "note"};

SettingBulkTable::SettingBulkTable(const ErrorPresenter& errors, QObject* parent)
    : QAbstractTableModel(parent), m_errors(errors)
{
}

void SettingBulkTable::setRows(const QList<SettingRow>& rows)
{
    beginResetModel();
    m_rows = rows;
    m_change = {};
    m_findings.clear();
    endResetModel();
}

void SettingBulkTable::setChange(const FieldChange& change, const QList<RowFinding>& findings)
{
    beginResetModel();
    m_change = change;
    m_findings.clear();
    for (const RowFinding& finding : findings)
        m_findings[finding.row].append(finding.error);
    endResetModel();
}

FieldChange SettingBulkTable::changeFor(int row) const
{
    const SettingRow& setting = m_rows.at(row);
    FieldChange change = m_change;
    if (setting.isEnded)
        change.set.remove(QStringLiteral("impl_flag"));
    const QJsonObject now = toFields(setting.setting);
    return changeBetween(schemaOf(Entity::VaccinationSetting), now, withChange(now, change));
}

SettingBulkTable::RowOutcome SettingBulkTable::outcome(int row) const
{
    for (const Error& error : m_findings.value(row)) {
        if (isRefusal(error))
            return RowOutcome::Refused;
    }
    return changeFor(row).isEmpty() ? RowOutcome::Unchanged : RowOutcome::Changes;
}

QString SettingBulkTable::content(int row) const
{
    QStringList words;
    const SettingRow& setting = m_rows.at(row);
    for (const Error& error : m_findings.value(row)) {
        words << tr("%1: %2", "field and its problem")
                     .arg(SettingWords::field(error.pointer), m_errors.present(error).full());
    }
    if (outcome(row) == RowOutcome::Refused)
        return words.join(QStringLiteral("  "));
    if (setting.isEnded && m_change.set.contains(QStringLiteral("impl_flag")))
        words.prepend(tr("Handling ended: the implementation flag stays."));
    const FieldChange change = changeFor(row);
    const QJsonObject now = toFields(setting.setting);
    for (const QString& field : change.fields(schemaOf(Entity::VaccinationSetting))) {
        const QString before = SettingWords::value(field, now.value(field));
        const QString after = SettingWords::value(field, change.set.value(field));
        const QString none = tr("(empty)");
        words << tr("%1: %2 → %3", "field, before, after")
                     .arg(SettingWords::field(field), before.isEmpty() ? none : before, after.isEmpty() ? none : after);
    }
    return words.join(QStringLiteral("  "));
}

int SettingBulkTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SettingBulkTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SettingBulkTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row();
    if (role == BadgeRole && index.column() == Outcome) {
        switch (outcome(row)) {
        case RowOutcome::Unchanged:
            return int(BadgeKind::Neutral);
        case RowOutcome::Changes:
            return int(BadgeKind::Info);
        case RowOutcome::Refused:
            return int(BadgeKind::Bad);
        }
    }
    if (role == Qt::ToolTipRole)
        return index.column() == Content ? content(row) : m_rows.at(row).item.name;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return m_rows.at(row).item.name;
    case Outcome:
        switch (outcome(row)) {
        case RowOutcome::Unchanged:
            return tr("Stays");
        case RowOutcome::Changes:
            return tr("Changes");
        case RowOutcome::Refused:
            return tr("Refused");
        }
        return {};
    case Content:
        return content(row);
    }
    return {};
}

QVariant SettingBulkTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Vaccination");
    case Outcome:
        return tr("Result");
    case Content:
        return tr("Before and after, or why not");
    }
    return {};
}

SettingBulkPage::SettingBulkPage(const ErrorPresenter& errors, QWidget* parent)
    : Page(QStringLiteral("setting-bulk"), Body::Fixed, parent)
{
    m_fields = new FormFields(errors, nullptr, this);
    m_back = makeButton(ButtonRole::Link, this);
    tools()->addWidget(m_back);
    connect(m_back, &QPushButton::clicked, this, &SettingBulkPage::closeRequested);
    m_pause = new QTimer(this);
    m_pause->setSingleShot(true);
    m_pause->setInterval(checkPause);

    auto* sides = new QHBoxLayout;
    sides->setSpacing(space::page);
    auto* left = new QVBoxLayout;
    left->setSpacing(space::related);
    m_fieldsTitle = new QLabel(this);
    setTextKind(m_fieldsTitle, TextKind::Section);
    left->addWidget(m_fieldsTitle);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(440);
    auto* inner = new QWidget(scroll);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, space::group, 0);
    column->setSpacing(space::related);
    for (const char* name : bulkFields) {
        const QString field = QString::fromLatin1(name);
        auto* pair = new QWidget(inner);
        pair->setProperty(FormField::seenWhole, true);
        auto* lines = new QVBoxLayout(pair);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(space::related);
        auto* tick = new QCheckBox(pair);
        auto* editor = FieldEditor::create(field, pair);
        auto* row = new FormField(field, editor, pair);
        row->setContentsMargins(28, 0, 0, 0);
        row->setVisible(false);
        row->setCheck([this, editor, &errors]() -> std::optional<Presented> {
            const auto value = editor->value();
            return value ? std::nullopt : std::optional(errors.present(value.error()));
        });
        m_fields->add(row);
        m_ticks.insert(field, tick);
        m_editors.insert(field, editor);
        lines->addWidget(tick);
        lines->addWidget(row);
        column->addWidget(pair);
        connect(tick, &QCheckBox::toggled, this, [this, field, row](bool on) {
            if (on)
                m_ticked.insert(field);
            else
                m_ticked.remove(field);
            row->setVisible(on);
            if (on)
                row->focusEditor();
            fieldsMoved();
        });
        connect(editor, &FieldEditor::edited, this, [this, row] {
            Q_EMIT row->edited();
            fieldsMoved();
        });
    }
    column->addStretch(1);
    scroll->setWidget(inner);
    left->addWidget(scroll, 1);
    sides->addLayout(left);

    auto* right = new QVBoxLayout;
    right->setSpacing(space::related);
    m_rowsTitle = new QLabel(this);
    setTextKind(m_rowsTitle, TextKind::Section);
    right->addWidget(m_rowsTitle);
    m_view = new QTableView(this);
    m_table = new SettingBulkTable(errors, this);
    m_view->setModel(m_table);
    m_view->setItemDelegate(new BadgeDelegate(m_view));
    m_view->setShowGrid(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    setRowHeight(m_view);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->setColumnWidth(SettingBulkTable::Name, 240);
    m_view->setColumnWidth(SettingBulkTable::Outcome, 120);
    right->addWidget(m_view, 1);
    sides->addLayout(right, 1);
    content()->addLayout(sides, 1);

    m_apply = setMainButton(makeButton(ButtonRole::Primary, this));
    m_apply->setObjectName(QStringLiteral("applyBulk"));
    m_close = addSideButton(makeButton(ButtonRole::Normal, this));
    connect(m_apply, &QPushButton::clicked, this, &SettingBulkPage::applyRequested);
    connect(m_close, &QPushButton::clicked, this, &SettingBulkPage::closeRequested);
    connect(m_pause, &QTimer::timeout, this, &SettingBulkPage::checkRequested);
    auto* close = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    close->setContext(Qt::WidgetWithChildrenShortcut);
    connect(close, &QShortcut::activated, this, &SettingBulkPage::closeRequested);
    retranslate();
}

void SettingBulkPage::start(const QList<SettingRow>& rows)
{
    m_isBusy = false;
    for (QCheckBox* tick : std::as_const(m_ticks))
        tick->setChecked(false);
    for (FieldEditor* editor : std::as_const(m_editors))
        editor->setValue({});
    m_pause->stop();
    m_ticked.clear();
    m_isChecked = false;
    m_fields->clear();
    m_table->setRows(rows);
    dress();
    m_ticks.value(QStringLiteral("impl_flag"))->setFocus();
}

void SettingBulkPage::tick(const QString& field, bool ticked)
{
    m_ticks.value(field)->setChecked(ticked);
}

FieldChange SettingBulkPage::change() const
{
    FieldChange change;
    for (const char* name : bulkFields) {
        const QString field = QString::fromLatin1(name);
        if (!m_ticked.contains(field))
            continue;
        const auto value = m_editors.value(field)->value();
        if (!value)
            continue;
        if (value->isUndefined())
            change.unset.append(field);
        else
            change.set.insert(field, *value);
    }
    return change;
}

void SettingBulkPage::fieldsMoved()
{
    m_isChecked = false;
    m_pause->start();
    dress();
}

void SettingBulkPage::showFindings(const FieldChange& asked, const QList<RowFinding>& findings)
{
    if (asked != change())
        return;
    m_table->setChange(asked, findings);
    m_isChecked = true;
    dress();
}

QList<int> SettingBulkPage::applicableRows() const
{
    QList<int> out;
    for (int i = 0; m_isChecked && i < m_table->rowCount(); ++i) {
        if (m_table->outcome(i) == SettingBulkTable::RowOutcome::Changes)
            out.append(i);
    }
    return out;
}

void SettingBulkPage::setBusy(bool busy)
{
    m_isBusy = busy;
    dress();
}

void SettingBulkPage::dress()
{
    bool isReadable = true;
    for (const QString& field : m_ticked)
        isReadable = isReadable && m_editors.value(field)->value().isOk();
    const int count = int(applicableRows().size());
    m_apply->setEnabled(!m_isBusy && isReadable && count > 0);
    m_apply->setText(count > 0 ? tr("Change %n row(s)", nullptr, count) : tr("Change"));
    m_rowsTitle->setText(tr("%n chosen row(s)", nullptr, m_table->rowCount()));
}

void SettingBulkPage::retranslate()
{
    setTitle(tr("Change several settings at once"));
    setPurpose(tr("Tick what is to be changed. Everything else stays as it is in each row."));
    m_back->setText(tr("Back to the list"));
    m_fieldsTitle->setText(tr("What to change"));
    m_close->setText(tr("Cancel"));
    m_view->setAccessibleName(tr("What becomes of each row"));
    for (auto it = m_ticks.begin(); it != m_ticks.end(); ++it)
        (*it)->setText(SettingWords::field(it.key()));
    for (FormField* field : m_fields->fields())
        field->editor()->setAccessibleName(SettingWords::field(field->name()));
    dress();
}

} // namespace yoyo
