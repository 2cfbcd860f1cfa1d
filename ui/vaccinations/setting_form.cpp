// SPDX-License-Identifier: Apache-2.0
// See setting_form.h.
#include "ui/vaccinations/setting_form.h"

#include "models/domain/age_expression.h"
#include "models/domain/rights.h"
#include "models/domain/setting_rules.h"
#include "ui/vaccinations/setting_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/band.h"
#include "ui/widgets/language.h"
#include "ui/widgets/row_badge_words.h"
#include "ui/widgets/wrap_layout.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace yoyo {

static constexpr int formWidth = 720;
static constexpr int panelWidth = 288;

/// Fields as the typed value writes them, so that absent and default compare equal.
static QJsonObject canonical(const VaccinationSetting& setting)
{
    return toFields(setting);
}

SettingForm::SettingForm(const ErrorPresenter& errors, const ScreenContext& context, QWidget* parent)
    : Page(QStringLiteral("setting-form"), Body::Scrolling, parent), m_errors(errors), m_context(context)
{
    build();
    connect(&context, &ScreenContext::changed, this, [this] {
        if (m_row)
            dressState();
    });
    retranslate();
}

QVBoxLayout* SettingForm::addSection(QVBoxLayout* to, const char* id)
{
    auto* widget = new QWidget(this);
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, space::related);
    column->setSpacing(12);
    auto* title = new QLabel(widget);
    setTextKind(title, TextKind::Section);
    column->addWidget(title);
    column->addWidget(makeHairline(widget));
    m_sections.append({id, widget, title});
    to->addWidget(widget);
    return column;
}

FormField* SettingForm::addField(QLayout* to, const char* name, int width)
{
    const QString field = QString::fromLatin1(name);
    FieldEditor* editor = FieldEditor::create(field, this);
    m_editors.insert(field, editor);
    auto* row = new FormField(field, editor, this);
    if (width > 0)
        row->setWidthInCharacters(width);
    for (QWidget* input : editor->inputs())
        m_undo.watch(input);
    connect(editor, &FieldEditor::edited, row, &FormField::edited);
    row->setCheck([this, field] { return problemOf(field); });
    m_fields->add(row);
    to->addWidget(row);
    if (qobject_cast<WrapLayout*>(to))
        to->setAlignment(row, Qt::AlignTop);
    return row;
}

void SettingForm::build()
{
    m_summary = new ProblemSummary(this);
    m_fields = new FormFields(m_errors, m_summary, this);
    m_back = makeButton(ButtonRole::Link, this);
    tools()->addWidget(m_back);
    connect(m_back, &QPushButton::clicked, this, &SettingForm::closeRequested);
    m_readOnlyBand = new Band(Band::Kind::Info, this);
    m_conflictBand = new Band(Band::Kind::Warning, this);
    m_planBand = new Band(Band::Kind::Info, this);
    for (Band* band : {m_readOnlyBand, m_conflictBand, m_planBand}) {
        band->hide();
        addBand(band);
    }
    connect(m_conflictBand, &Band::activated, this, &SettingForm::conflictRequested);

    auto* left = new QWidget(this);
    left->setMaximumWidth(formWidth);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::related);
    column->addWidget(m_summary);
    const auto pair = [](QVBoxLayout* to) {
        auto* row = new WrapLayout;
        row->setSpacing(space::group);
        to->addLayout(row);
        return row;
    };

    auto* flag = addSection(column, "flag");
    addField(flag, "impl_flag", 16);
    m_endedRow = new QWidget(left);
    auto* ended = new QVBoxLayout(m_endedRow);
    ended->setContentsMargins(0, 0, 0, 0);
    m_endedBadge = new Badge(m_endedRow);
    m_endedReason = new QLabel(m_endedRow);
    m_endedReason->setWordWrap(true);
    ended->addWidget(m_endedBadge, 0, Qt::AlignLeft);
    ended->addWidget(m_endedReason);
    flag->addWidget(m_endedRow);

    auto* period = pair(addSection(column, "period"));
    addField(period, "local_from");
    addField(period, "local_to");
    auto* season = pair(addSection(column, "season"));
    addField(season, "season_from");
    addField(season, "season_to");

    auto* age = addSection(column, "age");
    m_ageNote = new QLabel(left);
    m_ageNote->setWordWrap(true);
    setSecondary(m_ageNote);
    age->addWidget(m_ageNote);
    auto* ages = pair(age);
    addField(ages, "age_from");
    addField(ages, "age_to");
    addField(ages, "sex", 14);
    auto* weeks = pair(age);
    addField(weeks, "pregnancy_from");
    addField(weeks, "pregnancy_to");
    addField(age, "cohort_exceptions");

    auto* price = addSection(column, "price");
    auto* fees = pair(price);
    addField(fees, "fee_vaccinated");
    addField(fees, "copay");
    addField(fees, "fee_exempt");
    m_price = new QLabel(left);
    m_price->setWordWrap(true);
    price->addWidget(m_price);
    auto* more = pair(price);
    addField(more, "fee_not_vaccinated");
    addField(more, "subsidy_limit");
    addField(price, "copay_exempt");

    auto* contract = addSection(column, "contract");
    auto* kinds = pair(contract);
    addField(kinds, "contract_type", 22);
    addField(kinds, "wide_area", 32);
    auto* papers = pair(contract);
    addField(papers, "coupon_form", 22);
    addField(papers, "request_letter", 16);

    auto* contact = addSection(column, "contact");
    addField(contact, "contact", 70);
    addField(contact, "note");
    column->addStretch(1);

    auto* sides = new QHBoxLayout;
    sides->setSpacing(space::page);
    sides->addWidget(left, 100);
    auto* panel = new QFrame(this);
    panel->setFixedWidth(panelWidth);
    panel->setAutoFillBackground(true);
    QPalette palette = panel->palette();
    palette.setColor(QPalette::Window, colorsOf(this).surfaceSubtle);
    panel->setPalette(palette);
    auto* side = new QVBoxLayout(panel);
    side->setContentsMargins(space::group, space::group, space::group, space::group);
    side->setSpacing(space::related);
    m_name = new QLabel(panel);
    m_name->setWordWrap(true);
    setTextKind(m_name, TextKind::Section);
    side->addWidget(m_name);
    m_flagBadge = new Badge(panel);
    side->addWidget(m_flagBadge, 0, Qt::AlignLeft);
    m_rowBadge = new Badge(panel);
    side->addWidget(m_rowBadge, 0, Qt::AlignLeft);
    m_conflict = makeButton(ButtonRole::Normal, panel);
    side->addWidget(m_conflict);
    m_withdraw = makeButton(ButtonRole::Normal, panel);
    side->addWidget(m_withdraw);
    side->addSpacing(space::related);
    m_nationalTitle = new QLabel(panel);
    QFont bold = m_nationalTitle->font();
    bold.setBold(true);
    m_nationalTitle->setFont(bold);
    side->addWidget(m_nationalTitle);
    m_national = new QLabel(panel);
    m_national->setWordWrap(true);
    m_national->setTextFormat(Qt::RichText);
    m_national->setTextInteractionFlags(Qt::TextSelectableByMouse);
    side->addWidget(m_national);
    sides->addWidget(panel, 0, Qt::AlignTop);
    sides->addStretch(1);
    content()->addLayout(sides);
    connect(m_conflict, &QPushButton::clicked, this, &SettingForm::conflictRequested);
    connect(m_withdraw, &QPushButton::clicked, this, &SettingForm::withdrawRequested);

    for (const char* name : {"fee_vaccinated", "copay", "fee_exempt"})
        connect(m_editors.value(QString::fromLatin1(name)), &FieldEditor::edited, this, &SettingForm::dressPrice);
    m_save = setMainButton(makeButton(ButtonRole::Primary, this));
    m_save->setObjectName(QStringLiteral("saveSetting"));
    m_close = addSideButton(makeButton(ButtonRole::Normal, this));
    connect(m_save, &QPushButton::clicked, this, &SettingForm::saveRequested);
    connect(m_close, &QPushButton::clicked, this, &SettingForm::closeRequested);
    auto* save = new QShortcut(QKeySequence::Save, this);
    save->setContext(Qt::WidgetWithChildrenShortcut);
    connect(save, &QShortcut::activated, m_save, &QPushButton::click);
    auto* close = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    close->setContext(Qt::WidgetWithChildrenShortcut);
    connect(close, &QShortcut::activated, this, &SettingForm::closeRequested);
}

void SettingForm::startEdit(const SettingRow& row)
{
    m_row = row;
    m_start = row.setting;
    fill();
    retranslate();
    m_fields->field(row.isEnded ? QStringLiteral("local_from") : QStringLiteral("impl_flag"))->focusEditor();
}

void SettingForm::refresh(const SettingRow& row)
{
    if (!m_row || m_row->setting.id != row.setting.id)
        return;
    if (!isChanged()) {
        startEdit(row);
        return;
    }
    m_row->badge = row.badge;
    m_row->isEnded = row.isEnded;
    dressState();
}

bool SettingForm::isReadOnly() const
{
    return !isAllowed(m_context.facts().role, Action::EditSettings, m_context.facts().policy);
}

void SettingForm::fill()
{
    const QJsonObject values = canonical(m_start);
    for (auto it = m_editors.begin(); it != m_editors.end(); ++it)
        (*it)->setValue(values.value(it.key()));
    m_fields->clear();
    m_undo.reset();
    dressPrice();
    dressState();
}

VaccinationSetting SettingForm::setting() const
{
    QJsonObject values = canonical(m_start);
    for (auto it = m_editors.begin(); it != m_editors.end(); ++it) {
        // The flag of an ended item is never written from here, whatever its hidden control holds.
        if (it.key() == QLatin1String("impl_flag") && m_row && m_row->isEnded)
            continue;
        const auto value = (*it)->value();
        if (!value)
            continue;
        if (value->isUndefined())
            values.remove(it.key());
        else
            values.insert(it.key(), *value);
    }
    return vaccinationSettingFromFields(m_start.id, values);
}

FieldChange SettingForm::change() const
{
    return changeBetween(schemaOf(Entity::VaccinationSetting), canonical(m_start), canonical(setting()));
}

bool SettingForm::isChanged() const
{
    if (!m_row)
        return false;
    for (FieldEditor* editor : m_editors) {
        if (!editor->value())
            return true;
    }
    return !change().isEmpty();
}

QList<Error> SettingForm::findings() const
{
    if (!m_row)
        return {};
    QList<Error> out;
    for (FieldEditor* editor : m_editors) {
        if (auto value = editor->value(); !value)
            out.append(value.error());
    }
    const VaccinationSetting now = setting();
    for (const Error& error : checkSetting(now, m_row->item, m_context.facts().today, &m_start)) {
        const bool isSpoken = std::ranges::any_of(out, [&](const Error& e) { return e.pointer == error.pointer; });
        if (!isSpoken)
            out.append(error);
    }
    return out;
}

std::optional<Presented> SettingForm::problemOf(const QString& field) const
{
    for (const bool wantsRefusal : {true, false}) {
        for (const Error& error : findings()) {
            if (error.pointer == field && isRefusal(error) == wantsRefusal)
                return m_errors.present(error);
        }
    }
    return std::nullopt;
}

bool SettingForm::check()
{
    return m_fields->checkAll();
}

QList<Error> SettingForm::warnings() const
{
    QList<Error> out;
    for (const Error& error : findings()) {
        if (!isRefusal(error))
            out.append(error);
    }
    return out;
}

void SettingForm::showErrors(const QList<Error>& errors)
{
    m_fields->showErrors(errors);
}

void SettingForm::setBusy(bool busy)
{
    m_isBusy = busy;
    m_save->setEnabled(!busy);
}

void SettingForm::dressPrice()
{
    if (!m_row)
        return;
    const auto amount = [this](const char* name) -> std::optional<qint64> {
        const auto value = m_editors.value(QString::fromLatin1(name))->value();
        return value && value->isDouble() ? std::optional(value->toInteger()) : std::nullopt;
    };
    const auto payer = amount("fee_vaccinated");
    const auto copay = amount("copay");
    const auto exempt = amount("fee_exempt");
    const bool isShown = m_row->item.lawClass == LawClass::CategoryB || copay.value_or(0) > 0 || exempt;
    m_price->setVisible(isShown);
    QPalette palette = this->palette();
    if (!payer || !exempt) {
        m_price->setText(tr("Rule: fee of those who pay + co-payment = fee of exempt persons."));
        palette.setColor(QPalette::WindowText, colorsOf(this).secondary);
    } else {
        const qint64 sum = *payer + copay.value_or(0);
        const QString left = tr("%1 + %2 = %3", "a sum in yen")
                                 .arg(SettingWords::yen(payer), SettingWords::yen(copay.value_or(0)), SettingWords::yen(sum));
        if (sum == *exempt) {
            m_price->setText(tr("✓ %1 – agrees with the fee of exempt persons.").arg(left));
            palette.setColor(QPalette::WindowText, colorsOf(this).success);
        } else {
            m_price->setText(tr("✕ %1 – but the fee of exempt persons is %2 (difference %3).")
                                 .arg(left, SettingWords::yen(exempt), SettingWords::yen(qAbs(*exempt - sum))));
            palette.setColor(QPalette::WindowText, colorsOf(this).errorDark);
        }
    }
    m_price->setPalette(palette);
}

void SettingForm::dressState()
{
    const SettingRow& row = *m_row;
    const VaccineItem& item = row.item;
    const bool canEdit = !isReadOnly();
    for (FieldEditor* editor : std::as_const(m_editors))
        editor->setEditable(canEdit);
    const auto show = [this](const char* name, bool shown) {
        m_fields->field(QString::fromLatin1(name))->setVisible(shown);
    };
    show("impl_flag", !row.isEnded);
    m_endedRow->setVisible(row.isEnded);
    if (row.isEnded) {
        m_endedBadge->setBadge(SettingWords::flagBadge(row), SettingWords::flag(row));
        m_endedReason->setText(SettingWords::endedReason(item));
    }
    const bool isOwnProgramme = item.lawClass == LawClass::Voluntary;
    const bool isPregnancy = item.isForPregnancy();
    for (const char* name : {"age_from", "age_to", "sex"})
        show(name, isOwnProgramme);
    for (const char* name : {"pregnancy_from", "pregnancy_to"})
        show(name, isPregnancy);
    m_ageNote->setVisible(!isOwnProgramme);
    m_ageNote->setText(isPregnancy ? tr("Age and sex are those of the national master. The weeks may only be narrower.")
                                   : tr("Age and sex are those of the national master: %1, %2.")
                                         .arg(SettingWords::ageWindow(item.ageFrom, item.ageTo),
                                              SettingWords::code(QStringLiteral("sex"), item.sex)));
    const bool hasCopay = item.lawClass == LawClass::CategoryB || isOwnProgramme;
    const VaccinationSetting& start = m_start;
    show("copay", hasCopay || start.copay.has_value());
    show("fee_exempt", hasCopay || start.feeExempt.has_value());
    show("copay_exempt", hasCopay || !start.copayExempt.isEmpty());
    for (const Section& section : std::as_const(m_sections)) {
        if (qstrcmp(section.id, "season") == 0)
            section.widget->setVisible(item.isSeasonal || start.seasonFrom.isValid() || start.seasonTo.isValid());
    }
    m_save->setVisible(canEdit);
    m_close->setText(canEdit ? tr("Cancel") : tr("Close"));
    m_readOnlyBand->setVisible(!canEdit);
    m_conflictBand->setVisible(row.badge == RowBadge::NeedsPerson);
    m_planBand->setVisible(start.plannedFrom.isValid());
    if (start.plannedFrom.isValid()) {
        QStringList planned;
        for (auto it = start.plannedValues.begin(); it != start.plannedValues.end(); ++it)
            planned << tr("%1: %2", "field and value").arg(SettingWords::field(it.key()), SettingWords::value(it.key(), *it));
        m_planBand->setText(tr("From %1 on: %2").arg(dayForPeople(start.plannedFrom), planned.join(tr("; "))));
    }
    m_flagBadge->setBadge(SettingWords::flagBadge(row), SettingWords::flag(row));
    m_rowBadge->setVisible(row.badge != RowBadge::None);
    if (row.badge != RowBadge::None)
        m_rowBadge->setBadge(RowBadgeWords::kind(row.badge), RowBadgeWords::word(row.badge));
    m_withdraw->setVisible(canEdit && (row.badge == RowBadge::Unsent || row.badge == RowBadge::CannotSend));
    m_conflict->setVisible(row.badge == RowBadge::NeedsPerson);
    dressNational();
}

void SettingForm::dressNational()
{
    const VaccineItem& item = m_row->item;
    m_name->setText(item.name);
    QString html;
    const auto line = [&html](const QString& label, const QString& value) {
        if (!value.isEmpty()) {
            html += QStringLiteral("<p style='margin:0 0 6px 0;'><span style='font-size:small;'>%1</span><br/>%2</p>")
                        .arg(label.toHtmlEscaped(), value.toHtmlEscaped());
        }
    };
    line(SettingWords::field(QStringLiteral("mgmt_no")), item.mgmtNo);
    line(SettingWords::field(QStringLiteral("fiscal_year")), SettingWords::fiscalYear(m_row->setting.fiscalYear));
    line(tr("Class of law"), SettingWords::lawClass(item.lawClass));
    line(tr("Disease"), item.disease);
    line(tr("Age"), SettingWords::ageWindow(item.ageFrom, item.ageTo));
    if (!item.stdFrom.isEmpty())
        line(tr("Standard period"), SettingWords::ageWindow(item.stdFrom, item.stdTo));
    line(SettingWords::field(QStringLiteral("sex")), SettingWords::code(QStringLiteral("sex"), item.sex));
    line(tr("Handled from"), item.handlingFrom.isValid() ? dayForPeople(item.handlingFrom) : tr("since the programme began"));
    line(tr("Handled until"), item.handlingTo.isValid() ? dayForPeople(item.handlingTo) : tr("in use"));
    m_national->setText(html);
}

void SettingForm::retranslate()
{
    setTitle(tr("Vaccination setting"));
    m_back->setText(tr("Back to the list"));
    m_save->setText(tr("Save"));
    m_withdraw->setText(tr("Take the change back…"));
    m_conflict->setText(tr("Decide the conflict…"));
    m_readOnlyBand->setWord(tr("View only"));
    m_readOnlyBand->setText(tr("Your role may look at the settings but not change them."));
    m_conflictBand->setText(tr("Somebody else changed the same values. Nothing is lost: decide which ones count."));
    m_conflictBand->setActionText(tr("Decide the conflict…"));
    m_nationalTitle->setText(tr("National master"));
    static const struct
    {
        const char* id;
        const char* word;
    } titles[] = {
        {"flag", QT_TR_NOOP("Implementation")}, {"period", QT_TR_NOOP("Handling period here")},
        {"season", QT_TR_NOOP("Season")},       {"age", QT_TR_NOOP("Who is entitled")},
        {"price", QT_TR_NOOP("Prices")},        {"contract", QT_TR_NOOP("Contract and papers")},
        {"contact", QT_TR_NOOP("Contact and note")},
    };
    for (const Section& section : std::as_const(m_sections)) {
        for (const auto& title : titles) {
            if (qstrcmp(section.id, title.id) == 0)
                section.title->setText(tr(title.word));
        }
    }
    for (FormField* field : m_fields->fields())
        field->setLabel(SettingWords::field(field->name()));
    const auto support = [this](const char* name, const QString& text) {
        m_fields->field(QString::fromLatin1(name))->setSupport(text);
    };
    support("local_from", tr("Empty: as the national master"));
    support("local_to", tr("Empty: as the national master"));
    support("season_from", tr("For example 2026-10-01 or R8.10.1"));
    support("season_to", tr("For example 2027-01-31 or R9.1.31"));
    support("copay", tr("What the person pays"));
    support("subsidy_limit", tr("Vaccinated outside the area"));
    support("coupon_form", tr("What the person gets"));
    support("pregnancy_from", tr("Weeks and days, for example 28+0"));
    support("pregnancy_to", tr("Weeks and days, for example 36+6"));
    support("cohort_exceptions", tr("Persons born in a range who are entitled although the age says no."));
    support("fee_vaccinated", tr("With tax"));
    support("fee_exempt", tr("With tax"));
    support("fee_not_vaccinated", tr("Empty: cannot be claimed"));
    support("request_letter", tr("Outside the area"));
    support("contact", tr("Printed on notices: section and phone"));
    if (m_row) {
        support("fee_vaccinated", m_row->item.lawClass == LawClass::CategoryB ? tr("With tax, persons who pay a part")
                                                                              : tr("With tax"));
        dressState();
        dressPrice();
    }
}

} // namespace yoyo
