// SPDX-License-Identifier: Apache-2.0
// One field of a form: label, the word 必須, support text, the editor, and the error under it with an icon.
// Errors come when the field is left or on save, never while the first character is typed; while an error stands,
// typing can only take it away.
#pragma once

#include "ui/widgets/error_presenter.h"

#include <QFrame>
#include <QHash>
#include <QList>

#include <functional>
#include <optional>

class QLabel;
class QVBoxLayout;

namespace yoyo {

class FormField : public QWidget
{
    Q_OBJECT
public:
    /// Property (true) of a widget around fields that is scrolled into view as a whole with each of them.
    static constexpr const char* seenWhole = "seenWhole";

    /// Takes the editor. `name` is the contract field name that Error::pointer uses.
    FormField(const QString& name, QWidget* editor, QWidget* parent = nullptr);

    QString name() const { return m_name; }
    QWidget* editor() const { return m_editor; }
    QString label() const { return m_labelText; }
    void setLabel(const QString& label);
    void setSupport(const QString& support);
    enum class Need { Optional, Required };
    void setNeed(Need need);
    /// What is wrong with the present content, or nothing. Called on leave and by check().
    void setCheck(std::function<std::optional<Presented>()> check);
    /// Runs the check and shows its answer; true when nothing is wrong.
    bool check();
    void showProblem(const Presented& problem);
    void clearProblem();
    std::optional<Presented> problem() const { return m_problem; }
    /// Editor that is as wide as about `count` half-width characters.
    void setWidthInCharacters(int count);
    /// Focus on the editor, scrolled into view.
    void focusEditor();

Q_SIGNALS:
    void problemChanged();
    /// The person changed the content.
    void edited();

protected:
    void focusInEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void dress();
    void watchEdits();

    QString m_name;
    QString m_labelText;
    QString m_supportText;
    Need m_need = Need::Optional;
    QWidget* m_editor;
    QWidget* m_focusWidget;
    QLabel* m_label;
    QLabel* m_needLabel;
    QLabel* m_support;
    QWidget* m_problemRow;
    QLabel* m_problemIcon;
    QLabel* m_problemText;
    std::function<std::optional<Presented>()> m_check;
    std::optional<Presented> m_problem;
};

/// The list at the top of a form when more than one field is wrong: each line leads to its field.
class ProblemSummary : public QFrame
{
    Q_OBJECT
public:
    explicit ProblemSummary(QWidget* parent = nullptr);
    struct Line
    {
        FormField* field = nullptr; ///< may be null: a problem of the whole form
        Presented problem;
    };
    void setLines(const QList<Line>& lines);
    int count() const { return int(m_lines.size()); }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();

    QList<Line> m_lines;
    QLabel* m_icon;
    QLabel* m_title;
    QVBoxLayout* m_list;
    QList<QWidget*> m_shown;
};

/// The fields of one form by name, and the way of a list of errors to them.
class FormFields : public QObject
{
    Q_OBJECT
public:
    /// Both are borrowed and outlive this object; `summary` may be null.
    FormFields(const ErrorPresenter& presenter, ProblemSummary* summary, QObject* parent = nullptr);
    FormField* add(FormField* field);
    FormField* field(const QString& name) const { return m_byName.value(name); }
    /// Runs every field's own check, shows what is wrong and focuses the first; true when nothing is.
    bool checkAll();
    /// Shows errors of a save beside their fields (Error::pointer); those without a field go to the summary.
    void showErrors(const QList<Error>& errors);
    void clear();
    const QList<FormField*>& fields() const { return m_fields; }

Q_SIGNALS:
    void edited();

private:
    void show(const QList<ProblemSummary::Line>& lines);

    const ErrorPresenter& m_presenter;
    ProblemSummary* m_summary;
    QList<FormField*> m_fields;
    QHash<QString, FormField*> m_byName;
};

} // namespace yoyo
