// SPDX-License-Identifier: Apache-2.0
// See form_field.h.
#include "ui/widgets/form_field.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/page.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace yoyo {

FormField::FormField(const QString& name, QWidget* editor, QWidget* parent)
    : QWidget(parent), m_name(name), m_editor(editor),
      m_focusWidget(editor->focusProxy() ? editor->focusProxy() : editor)
{
    setObjectName(QStringLiteral("field_") + name);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    auto* top = new QHBoxLayout;
    top->setSpacing(space::related);
    m_label = new QLabel(this);
    QFont bold = m_label->font();
    bold.setBold(true);
    m_label->setFont(bold);
    m_label->setBuddy(m_focusWidget);
    m_needLabel = new QLabel(this);
    m_needLabel->setVisible(false);
    setTextKind(m_needLabel, TextKind::Small);
    QPalette palette = m_needLabel->palette();
    palette.setColor(QPalette::WindowText, colorsOf(this).errorDark);
    m_needLabel->setPalette(palette);
    top->addWidget(m_label);
    top->addWidget(m_needLabel);
    top->addStretch(1);
    column->addLayout(top);
    m_support = new QLabel(this);
    m_support->setWordWrap(true);
    m_support->setVisible(false);
    setTextKind(m_support, TextKind::Small);
    setSecondary(m_support);
    column->addWidget(m_support);
    editor->setParent(this);
    auto* editorRow = new QHBoxLayout;
    editorRow->addWidget(editor, 0);
    editorRow->addStretch(1);
    if (editor->sizePolicy().horizontalPolicy() == QSizePolicy::Expanding && editor->maximumWidth() == QWIDGETSIZE_MAX)
        editorRow->setStretch(0, 1000);
    column->addLayout(editorRow);
    m_problemRow = new QWidget(this);
    auto* problemRow = new QHBoxLayout(m_problemRow);
    problemRow->setContentsMargins(0, 0, 0, 0);
    problemRow->setSpacing(6);
    m_problemIcon = new QLabel(m_problemRow);
    m_problemIcon->setFixedSize(20, 20);
    m_problemText = new QLabel(m_problemRow);
    m_problemText->setWordWrap(true);
    m_problemText->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::TextSelectableByMouse);
    palette.setColor(QPalette::WindowText, colorsOf(this).errorDark);
    m_problemText->setPalette(palette);
    problemRow->addWidget(m_problemIcon, 0, Qt::AlignTop);
    problemRow->addWidget(m_problemText, 1);
    m_problemRow->setVisible(false);
    column->addWidget(m_problemRow);
    connect(m_problemText, &QLabel::linkActivated, this, [this](const QString& helpId) {
        for (QWidget* up = parentWidget(); up; up = up->parentWidget()) {
            if (auto* page = qobject_cast<Page*>(up)) {
                Q_EMIT page->helpRequested(helpId);
                return;
            }
        }
    });
    m_focusWidget->installEventFilter(this);
    watchEdits();
    dress();
}

void FormField::focusInEvent(QFocusEvent* event)
{
    // No focus proxy: an editor of several parts is older than its field, and Tab would go round within it.
    m_focusWidget->setFocus(event->reason());
}

void FormField::watchEdits()
{
    auto onEdit = [this] {
        if (m_problem && m_check) {
            if (const auto now = m_check(); !now)
                clearProblem();
        } else if (m_problem) {
            clearProblem();
        }
        Q_EMIT edited();
    };
    // The editor may be a composite whose focus proxy is the line that is typed into.
    for (QWidget* widget : {m_editor, m_focusWidget}) {
        if (auto* line = qobject_cast<QLineEdit*>(widget))
            connect(line, &QLineEdit::textChanged, this, onEdit);
        else if (auto* text = qobject_cast<QPlainTextEdit*>(widget))
            connect(text, &QPlainTextEdit::textChanged, this, onEdit);
        else if (auto* combo = qobject_cast<QComboBox*>(widget))
            connect(combo, &QComboBox::currentIndexChanged, this, onEdit);
        else if (auto* spin = qobject_cast<QSpinBox*>(widget))
            connect(spin, &QSpinBox::valueChanged, this, onEdit);
        else if (auto* button = qobject_cast<QAbstractButton*>(widget))
            connect(button, &QAbstractButton::toggled, this, onEdit);
        if (m_editor == m_focusWidget)
            break;
    }
}

void FormField::setLabel(const QString& label)
{
    m_labelText = label;
    dress();
}

void FormField::setSupport(const QString& support)
{
    m_supportText = support;
    dress();
}

void FormField::setNeed(Need need)
{
    m_need = need;
    dress();
}

void FormField::setCheck(std::function<std::optional<Presented>()> check)
{
    m_check = std::move(check);
}

bool FormField::check()
{
    const auto found = m_check ? m_check() : std::nullopt;
    if (found)
        showProblem(*found);
    else
        clearProblem();
    return !found;
}

void FormField::showProblem(const Presented& problem)
{
    m_problem = problem;
    setFieldRefused(m_focusWidget, !problem.isConfirm);
    dress();
    Q_EMIT problemChanged();
}

void FormField::clearProblem()
{
    if (!m_problem)
        return;
    m_problem.reset();
    setFieldRefused(m_focusWidget, false);
    dress();
    Q_EMIT problemChanged();
}

void FormField::setWidthInCharacters(int count)
{
    auto* combo = qobject_cast<QComboBox*>(m_editor);
    if (!combo)
        combo = m_editor->findChild<QComboBox*>();
    if (combo && !combo->isEditable()) {
        // As wide as its longest choice, in every language.
        combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        return;
    }
    const int width = m_editor->fontMetrics().horizontalAdvance(QLatin1Char('0')) * count + 28;
    m_editor->setMinimumWidth(qMin(width, 160));
    m_editor->setMaximumWidth(qMax(width, 64));
    m_editor->setSizePolicy(QSizePolicy::Expanding, m_editor->sizePolicy().verticalPolicy());
}

void FormField::focusEditor()
{
    m_focusWidget->setFocus(Qt::OtherFocusReason);
    QWidget* shown = this;
    for (QWidget* up = parentWidget(); up; up = up->parentWidget()) {
        if (up->property(seenWhole).toBool())
            shown = up;
        if (auto* scroll = qobject_cast<QScrollArea*>(up)) {
            scroll->ensureWidgetVisible(shown, 0, space::page);
            break;
        }
    }
}

void FormField::dress()
{
    m_label->setText(m_labelText);
    m_label->setVisible(!m_labelText.isEmpty());
    m_needLabel->setText(tr("Required"));
    m_needLabel->setVisible(m_need == Need::Required);
    m_support->setText(m_supportText);
    m_support->setVisible(!m_supportText.isEmpty());
    QString problemText;
    if (m_problem) {
        problemText = m_problem->sentence();
        QString html = problemText.toHtmlEscaped();
        if (!m_problem->code.isEmpty())
            html += QStringLiteral(" <a href=\"%1\">%2</a>").arg(m_problem->helpId, m_problem->code);
        // The same text again would take away the link that is just being pressed: its press has left the editor.
        if (m_problemText->text() != html)
            m_problemText->setText(html);
        const bool isMild = m_problem->isConfirm;
        m_problemIcon->setPixmap(icon(isMild ? QStringLiteral("warning") : QStringLiteral("error"),
                                      isMild ? IconTone::Warning : IconTone::Error)
                                     .pixmap(QSize(20, 20), devicePixelRatioF()));
        QPalette palette = m_problemText->palette();
        palette.setColor(QPalette::WindowText, isMild ? colorsOf(this).warning : colorsOf(this).errorDark);
        m_problemText->setPalette(palette);
    }
    m_problemRow->setVisible(m_problem.has_value());
    QString name = m_labelText;
    if (m_need == Need::Required)
        name += QLatin1Char(' ') + tr("Required");
    QStringList description;
    if (!m_supportText.isEmpty())
        description.append(m_supportText);
    if (m_problem)
        description.append(tr("Error: %1").arg(problemText));
    m_focusWidget->setAccessibleName(name);
    // The line inside an editable box takes the focus itself.
    for (QLineEdit* line : m_editor->findChildren<QLineEdit*>()) {
        if (line != m_focusWidget)
            line->setAccessibleName(name);
    }
    m_focusWidget->setAccessibleDescription(description.join(QLatin1Char('\n')));
}

void FormField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        dress();
    QWidget::changeEvent(event);
}

bool FormField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_focusWidget && event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        // A menu, or another window in front, is not leaving the field.
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason && reason != Qt::MenuBarFocusReason)
            check();
    }
    return QWidget::eventFilter(watched, event);
}

ProblemSummary::ProblemSummary(QWidget* parent) : QFrame(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::group, 12, space::group, 12);
    row->setSpacing(space::related);
    m_icon = new QLabel(this);
    m_icon->setFixedSize(20, 20);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    m_title = new QLabel(this);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    column->addWidget(m_title);
    m_list = new QVBoxLayout;
    m_list->setSpacing(0);
    column->addLayout(m_list);
    row->addLayout(column, 1);
    setVisible(false);
}

void ProblemSummary::setLines(const QList<Line>& lines)
{
    m_lines = lines;
    dress();
}

void ProblemSummary::dress()
{
    for (QWidget* widget : std::as_const(m_shown))
        widget->deleteLater();
    m_shown.clear();
    bool isSevere = false;
    for (const Line& line : std::as_const(m_lines)) {
        isSevere = isSevere || !line.problem.isConfirm;
        if (line.field) {
            auto* link = makeButton(ButtonRole::Link, this);
            link->setText(tr("%1: %2", "field and its problem").arg(line.field->label(), line.problem.message));
            connect(link, &QPushButton::clicked, line.field, &FormField::focusEditor);
            m_list->addWidget(link, 0, Qt::AlignLeft);
            m_shown.append(link);
        } else {
            auto* label = new QLabel(line.problem.full(), this);
            label->setTextFormat(Qt::PlainText);
            label->setWordWrap(true);
            label->setContentsMargins(space::related, space::half, 0, space::half);
            m_list->addWidget(label);
            m_shown.append(label);
        }
    }
    const bool isMild = !m_lines.isEmpty() && !isSevere;
    m_icon->setPixmap(icon(isMild ? QStringLiteral("warning") : QStringLiteral("error"),
                           isMild ? IconTone::Warning : IconTone::Error)
                          .pixmap(QSize(20, 20), devicePixelRatioF()));
    m_title->setText(isMild ? tr("Please confirm %n point(s)", nullptr, count())
                            : tr("%n point(s) need correction before saving", nullptr, count()));
    setAccessibleName(m_title->text());
    setVisible(!m_lines.isEmpty());
    update();
}

void ProblemSummary::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        dress();
    QFrame::changeEvent(event);
}

void ProblemSummary::paintEvent(QPaintEvent*)
{
    const Colors& c = colorsOf(this);
    bool isSevere = false;
    for (const Line& line : std::as_const(m_lines))
        isSevere = isSevere || !line.problem.isConfirm;
    QPainter painter(this);
    painter.fillRect(rect(), isSevere ? c.errorBand : c.warningBand);
    painter.fillRect(0, 0, 4, height(), isSevere ? c.error : c.warning);
}

FormFields::FormFields(const ErrorPresenter& presenter, ProblemSummary* summary, QObject* parent)
    : QObject(parent), m_presenter(presenter), m_summary(summary)
{
}

FormField* FormFields::add(FormField* field)
{
    m_fields.append(field);
    m_byName.insert(field->name(), field);
    connect(field, &FormField::edited, this, &FormFields::edited);
    return field;
}

bool FormFields::checkAll()
{
    QList<ProblemSummary::Line> lines;
    for (FormField* field : std::as_const(m_fields)) {
        field->check();
        if (field->problem() && !field->problem()->isConfirm)
            lines.append({field, *field->problem()});
    }
    show(lines);
    return lines.isEmpty();
}

void FormFields::showErrors(const QList<Error>& errors)
{
    for (FormField* field : std::as_const(m_fields))
        field->clearProblem();
    QList<ProblemSummary::Line> lines;
    for (const Error& error : errors) {
        const Presented problem = m_presenter.present(error);
        FormField* target = field(error.pointer);
        if (target && !target->problem())
            target->showProblem(problem);
        lines.append({target, problem});
    }
    show(lines);
}

void FormFields::show(const QList<ProblemSummary::Line>& lines)
{
    const bool needsSummary = lines.size() > 1 || (lines.size() == 1 && !lines.first().field);
    if (m_summary)
        m_summary->setLines(needsSummary ? lines : QList<ProblemSummary::Line>{});
    for (const auto& line : lines) {
        if (line.field) {
            line.field->focusEditor();
            break;
        }
    }
}

void FormFields::clear()
{
    for (FormField* field : std::as_const(m_fields))
        field->clearProblem();
    if (m_summary)
        m_summary->setLines({});
}

} // namespace yoyo
