// SPDX-License-Identifier: Apache-2.0
// See field_editor.h.
#include "ui/vaccinations/field_editor.h"

#include "models/domain/kana.h"
#include "models/domain/text.h"
#include "models/domain/vaccination_setting.h"
#include "ui/vaccinations/cohort_editor.h"
#include "ui/vaccinations/setting_words.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/code_field.h"
#include "ui/widgets/day_reading.h"
#include "ui/widgets/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <span>

namespace yoyo {

FieldEditor::FieldEditor(const QString& field, QWidget* parent) : QWidget(parent), m_field(field) {}

void FieldEditor::setEditable(bool editable)
{
    for (QWidget* input : inputs()) {
        if (auto* line = qobject_cast<QLineEdit*>(input))
            line->setReadOnly(!editable);
        else if (auto* text = qobject_cast<QPlainTextEdit*>(input))
            text->setReadOnly(!editable);
        else
            input->setEnabled(editable);
    }
}

void FieldEditor::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

namespace {

constexpr qint64 highestYen = 99'999;

QHBoxLayout* rowOf(QWidget* widget)
{
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::related);
    return row;
}

/// A choice of codes; the first entry is no value where the field may have none.
class ChoiceEditor final : public FieldEditor
{
public:
    ChoiceEditor(const QString& field, std::span<const char* const> codes, QWidget* parent) : FieldEditor(field, parent)
    {
        m_combo = new QComboBox(this);
        m_combo->addItem(QString(), QString());
        for (const char* code : codes)
            m_combo->addItem(QString(), QString::fromLatin1(code));
        rowOf(this)->addWidget(m_combo);
        setFocusProxy(m_combo);
        connect(m_combo, &QComboBox::currentIndexChanged, this, &FieldEditor::edited);
        retranslate();
    }
    Result<QJsonValue> value() const override
    {
        const QString code = m_combo->currentData().toString();
        return code.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(code);
    }
    void setValue(const QJsonValue& value) override
    {
        m_combo->setCurrentIndex(qMax(0, m_combo->findData(value.toString())));
    }
    QList<QWidget*> inputs() const override { return {m_combo}; }
    void retranslate() override
    {
        m_combo->setItemText(0, SettingWords::tr("(not set)"));
        for (int i = 1; i < m_combo->count(); ++i)
            m_combo->setItemText(i, SettingWords::code(field(), m_combo->itemData(i).toString()));
    }

private:
    QComboBox* m_combo;
};

/// 実施 / 未実施, and other two-way values with a word for each.
class TwoWayEditor final : public FieldEditor
{
public:
    TwoWayEditor(const QString& field, QWidget* parent) : FieldEditor(field, parent)
    {
        m_combo = new QComboBox(this);
        m_combo->addItem(QString(), true);
        m_combo->addItem(QString(), false);
        rowOf(this)->addWidget(m_combo);
        setFocusProxy(m_combo);
        connect(m_combo, &QComboBox::currentIndexChanged, this, &FieldEditor::edited);
        retranslate();
    }
    Result<QJsonValue> value() const override { return QJsonValue(m_combo->currentData().toBool()); }
    void setValue(const QJsonValue& value) override { m_combo->setCurrentIndex(value.toBool() ? 0 : 1); }
    QList<QWidget*> inputs() const override { return {m_combo}; }
    void retranslate() override
    {
        for (int i = 0; i < m_combo->count(); ++i)
            m_combo->setItemText(i, SettingWords::value(field(), m_combo->itemData(i).toBool()));
    }

private:
    QComboBox* m_combo;
};

class DayEditor final : public FieldEditor
{
public:
    DayEditor(const QString& field, QWidget* parent) : FieldEditor(field, parent)
    {
        m_day = makeDateField(this);
        rowOf(this)->addWidget(m_day);
        setFocusProxy(m_day->lineEdit());
        connect(m_day, &DateField::dayChanged, this, &FieldEditor::edited);
    }
    Result<QJsonValue> value() const override
    {
        const auto day = m_day->day();
        if (!day) {
            Error error = day.error();
            error.pointer = field();
            return error;
        }
        return *day ? QJsonValue((*day)->toString(Qt::ISODate)) : QJsonValue(QJsonValue::Undefined);
    }
    void setValue(const QJsonValue& value) override
    {
        m_day->setDay(QDate::fromString(value.toString(), Qt::ISODate));
    }
    QList<QWidget*> inputs() const override { return {m_day->lineEdit()}; }
    void setEditable(bool editable) override { m_day->setReadOnly(!editable); }

private:
    DateField* m_day;
};

class YenEditor final : public FieldEditor
{
public:
    YenEditor(const QString& field, QWidget* parent) : FieldEditor(field, parent)
    {
        m_line = new CodeField(CodeField::Keep::Everything, this);
        m_line->setAlignment(Qt::AlignRight);
        m_line->setMaxLength(12);
        m_line->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("0000000000")) + 24);
        m_unit = new QLabel(this);
        auto* row = rowOf(this);
        row->addWidget(m_line);
        row->addWidget(m_unit);
        row->addStretch(1);
        setFocusProxy(m_line);
        connect(m_line, &QLineEdit::textChanged, this, &FieldEditor::edited);
        retranslate();
    }
    Result<QJsonValue> value() const override
    {
        QString digits = normaliseDigits(m_line->text());
        digits.remove(QLatin1Char(',')).remove(QChar(0xa5)).remove(QChar(0x5186));
        if (digits.isEmpty())
            return QJsonValue(QJsonValue::Undefined);
        bool isNumber = false;
        const qlonglong amount = digits.toLongLong(&isNumber);
        if (!isNumber || m_line->text().contains(QLatin1Char('-')) || amount > highestYen) {
            return Error(ErrorCode::FeeOutOfRange, {},
                         {{QStringLiteral("field"), field()},
                          {QStringLiteral("minimum"), 0},
                          {QStringLiteral("maximum"), highestYen}},
                         field());
        }
        return QJsonValue(qint64(amount));
    }
    void setValue(const QJsonValue& value) override
    {
        m_line->setText(value.isDouble() ? QString::number(value.toInteger()) : QString());
    }
    QList<QWidget*> inputs() const override { return {m_line}; }
    void retranslate() override { m_unit->setText(SettingWords::tr("yen")); }

private:
    CodeField* m_line;
    QLabel* m_unit;
};

class TextEditor final : public FieldEditor
{
public:
    TextEditor(const QString& field, QWidget* parent) : FieldEditor(field, parent)
    {
        m_line = new QLineEdit(this);
        rowOf(this)->addWidget(m_line);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setFocusProxy(m_line);
        connect(m_line, &QLineEdit::textChanged, this, &FieldEditor::edited);
    }
    Result<QJsonValue> value() const override
    {
        const QString text = trimmed(m_line->text());
        return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
    }
    void setValue(const QJsonValue& value) override { m_line->setText(value.toString()); }
    QList<QWidget*> inputs() const override { return {m_line}; }

private:
    QLineEdit* m_line;
};

class LongTextEditor final : public FieldEditor
{
public:
    LongTextEditor(const QString& field, QWidget* parent) : FieldEditor(field, parent)
    {
        m_text = new QPlainTextEdit(this);
        m_text->setTabChangesFocus(true);
        m_text->setFixedHeight(76);
        rowOf(this)->addWidget(m_text);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setFocusProxy(m_text);
        connect(m_text, &QPlainTextEdit::textChanged, this, &FieldEditor::edited);
    }
    Result<QJsonValue> value() const override
    {
        const QString text = trimmed(m_text->toPlainText());
        return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
    }
    void setValue(const QJsonValue& value) override { m_text->setPlainText(value.toString()); }
    QList<QWidget*> inputs() const override { return {m_text}; }

private:
    QPlainTextEdit* m_text;
};

/// Ages as expressions, and weeks of pregnancy as 28+0.
class AgeEditor final : public FieldEditor
{
public:
    AgeEditor(const QString& field, QWidget* parent)
        : FieldEditor(field, parent), m_isWeeks(field.startsWith(QLatin1String("pregnancy")))
    {
        m_line = new CodeField(CodeField::Keep::Everything, this);
        m_line->setMaxLength(12);
        m_line->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("0000000000")) + 24);
        m_words = new QLabel(this);
        auto* row = rowOf(this);
        row->addWidget(m_line);
        row->addWidget(m_words, 1);
        setFocusProxy(m_line);
        connect(m_line, &QLineEdit::textChanged, this, [this] {
            retranslate();
            Q_EMIT edited();
        });
    }
    Result<QJsonValue> value() const override
    {
        const QString text = m_line->code().trimmed();
        if (text.isEmpty())
            return QJsonValue(QJsonValue::Undefined);
        return QJsonValue(m_isWeeks && !text.startsWith(QLatin1Char('w')) ? QString(QLatin1Char('w') + text) : text);
    }
    void setValue(const QJsonValue& value) override
    {
        const QString text = value.toString();
        m_line->setText(m_isWeeks && text.startsWith(QLatin1Char('w')) ? text.mid(1) : text);
    }
    QList<QWidget*> inputs() const override { return {m_line}; }
    void retranslate() override
    {
        const auto now = value();
        const QString text = now ? now->toString() : QString();
        const QString words = SettingWords::age(text);
        m_words->setText(words == text ? QString() : words);
    }

private:
    bool m_isWeeks;
    CodeField* m_line;
    QLabel* m_words;
};

/// Any number of the codes, each a check box.
class CodesEditor final : public FieldEditor
{
public:
    CodesEditor(const QString& field, std::span<const char* const> codes, QWidget* parent) : FieldEditor(field, parent)
    {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(space::half);
        for (const char* code : codes) {
            auto* box = new QCheckBox(this);
            box->setProperty("code", QString::fromLatin1(code));
            column->addWidget(box);
            m_boxes.append(box);
            connect(box, &QCheckBox::toggled, this, &FieldEditor::edited);
        }
        setFocusProxy(m_boxes.constFirst());
        retranslate();
    }
    Result<QJsonValue> value() const override
    {
        QJsonArray out;
        for (const QCheckBox* box : m_boxes) {
            if (box->isChecked())
                out.append(box->property("code").toString());
        }
        return out.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(out);
    }
    void setValue(const QJsonValue& value) override
    {
        const QJsonArray codes = value.toArray();
        for (QCheckBox* box : m_boxes)
            box->setChecked(codes.contains(box->property("code").toString()));
    }
    QList<QWidget*> inputs() const override { return QList<QWidget*>(m_boxes.begin(), m_boxes.end()); }
    void retranslate() override
    {
        for (QCheckBox* box : m_boxes)
            box->setText(SettingWords::code(field(), box->property("code").toString()));
    }

private:
    QList<QCheckBox*> m_boxes;
};

class CohortsEditor final : public FieldEditor
{
public:
    CohortsEditor(const QString& field, QWidget* parent) : FieldEditor(field, parent)
    {
        m_cohorts = new CohortEditor(this);
        rowOf(this)->addWidget(m_cohorts);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        setFocusProxy(m_cohorts->focusProxy());
        connect(m_cohorts, &CohortEditor::edited, this, &FieldEditor::edited);
    }
    Result<QJsonValue> value() const override
    {
        const auto cohorts = m_cohorts->cohorts();
        if (!cohorts)
            return Error(ErrorCode::CohortInvalid, {}, {}, field());
        return cohorts->isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(cohortsToJson(*cohorts));
    }
    void setValue(const QJsonValue& value) override
    {
        m_cohorts->setCohorts(cohortsFromJson(value.toArray()).value_or(QList<CohortException>()));
    }
    QList<QWidget*> inputs() const override { return {}; }
    void setEditable(bool editable) override { m_cohorts->setEditable(editable); }

private:
    CohortEditor* m_cohorts;
};

} // namespace

FieldEditor* FieldEditor::create(const QString& field, QWidget* parent)
{
    if (field == QLatin1String("impl_flag") || field == QLatin1String("request_letter"))
        return new TwoWayEditor(field, parent);
    if (field == QLatin1String("sex"))
        return new ChoiceEditor(field, sexCodes(), parent);
    if (field == QLatin1String("wide_area"))
        return new ChoiceEditor(field, wideAreaCodes(), parent);
    if (field == QLatin1String("contract_type"))
        return new ChoiceEditor(field, contractTypeCodes(), parent);
    if (field == QLatin1String("coupon_form"))
        return new ChoiceEditor(field, couponFormCodes(), parent);
    if (field == QLatin1String("copay_exempt"))
        return new CodesEditor(field, copayExemptCodes(), parent);
    if (field == QLatin1String("cohort_exceptions"))
        return new CohortsEditor(field, parent);
    if (field.startsWith(QLatin1String("age_")) || field.startsWith(QLatin1String("pregnancy_")))
        return new AgeEditor(field, parent);
    if (field.startsWith(QLatin1String("fee_")) || field == QLatin1String("copay") || field == QLatin1String("subsidy_limit"))
        return new YenEditor(field, parent);
    if (field == QLatin1String("note"))
        return new LongTextEditor(field, parent);
    if (field == QLatin1String("contact") || field == QLatin1String("retro_reason"))
        return new TextEditor(field, parent);
    return new DayEditor(field, parent);
}

} // namespace yoyo
