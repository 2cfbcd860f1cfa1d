// SPDX-License-Identifier: Apache-2.0
// See cohort_editor.h.
#include "ui/vaccinations/cohort_editor.h"

#include "models/domain/text.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/day_reading.h"
#include "ui/widgets/list_panel.h"
#include "ui/widgets/page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace yoyo {

static constexpr int reasonColumn = 4;

CohortEditor::CohortEditor(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    m_table = new QTableWidget(0, reasonColumn + 1, this);
    m_table->verticalHeader()->hide();
    setRowHeight(m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    for (int i = 0; i < reasonColumn; ++i)
        m_table->setColumnWidth(i, 112);
    column->addWidget(m_table);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::related);
    m_add = makeButton(ButtonRole::Normal, this);
    m_remove = makeButton(ButtonRole::Normal, this);
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    column->addLayout(buttons);
    setFocusProxy(m_add);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({});
        fitHeight();
        m_table->setCurrentCell(m_table->rowCount() - 1, 0);
        m_table->setFocus();
        m_table->editItem(m_table->currentItem());
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_table->removeRow(m_table->currentRow());
        fitHeight();
        Q_EMIT edited();
    });
    connect(m_table, &QTableWidget::itemChanged, this, [this](QTableWidgetItem* item) {
        // A day that was understood is shown as it is kept.
        if (item->column() != reasonColumn) {
            if (const auto day = readDay(item->text()); day && item->text() != day->toString(Qt::ISODate))
                item->setText(day->toString(Qt::ISODate));
        }
        Q_EMIT edited();
    });
    fitHeight();
    retranslate();
}

std::optional<QList<CohortException>> CohortEditor::cohorts() const
{
    QList<CohortException> out;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        CohortException cohort;
        QDate* const days[] = {&cohort.birthFrom, &cohort.birthTo, &cohort.from, &cohort.to};
        bool isEmpty = true;
        for (int i = 0; i <= reasonColumn; ++i) {
            const QString text = trimmed(m_table->item(row, i)->text());
            if (text.isEmpty())
                continue;
            isEmpty = false;
            if (i == reasonColumn) {
                cohort.reason = text;
                continue;
            }
            const auto day = readDay(text);
            if (!day)
                return std::nullopt;
            *days[i] = *day;
        }
        if (!isEmpty)
            out.append(cohort);
    }
    return out;
}

void CohortEditor::setCohorts(const QList<CohortException>& cohorts)
{
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(0);
    for (const CohortException& cohort : cohorts)
        addRow(cohort);
    fitHeight();
}

void CohortEditor::setEditable(bool editable)
{
    m_table->setEditTriggers(editable ? QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                                            | QAbstractItemView::AnyKeyPressed
                                      : QAbstractItemView::NoEditTriggers);
    m_add->setVisible(editable);
    m_remove->setVisible(editable);
}

void CohortEditor::addRow(const CohortException& cohort)
{
    const QSignalBlocker quiet(m_table);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const QDate days[] = {cohort.birthFrom, cohort.birthTo, cohort.from, cohort.to};
    for (int i = 0; i < reasonColumn; ++i)
        m_table->setItem(row, i, new QTableWidgetItem(days[i].isValid() ? days[i].toString(Qt::ISODate) : QString()));
    m_table->setItem(row, reasonColumn, new QTableWidgetItem(cohort.reason));
}

void CohortEditor::fitHeight()
{
    const int rows = qBound(1, m_table->rowCount(), 6);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * space::rowHeight + 4);
    m_table->setVisible(m_table->rowCount() > 0);
    m_remove->setEnabled(m_table->rowCount() > 0);
}

void CohortEditor::retranslate()
{
    m_table->setHorizontalHeaderLabels({tr("Born from"), tr("Born until"), tr("Entitled from"), tr("Entitled until"), tr("Reason")});
    m_table->setAccessibleName(tr("Exceptions by birth date"));
    m_add->setText(tr("Add a range"));
    m_remove->setText(tr("Remove the chosen range"));
}

void CohortEditor::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace yoyo
