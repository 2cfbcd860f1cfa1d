// SPDX-License-Identifier: Apache-2.0
#include "models/services/setting_service.h"

#include "models/domain/kana.h"
#include "models/domain/setting_rules.h"
#include "models/services/service_support.h"
#include "models/sync/replica.h"
#include "models/sync/sync_runner.h"

#include <algorithm>

namespace yoyo {

static constexpr auto joined = "v_vaccination_setting AS v JOIN cache.mirror_vaccine_item AS i"
                               " ON i.mgmt_no = v.mgmt_no AND i.deleted = 0";

/// Whether the flag is closed for good; ?1 is today, ?2 the first day of the fiscal year. As isFlagEditable().
static QString endedSql()
{
    return QStringLiteral("(i.handling_to IS NOT NULL AND (i.handling_to < ?1 OR i.handling_to < ?2))");
}

static QString orderSql(const SettingQuery& query)
{
    const QString direction = query.isDescending ? QStringLiteral(" DESC") : QStringLiteral(" ASC");
    QString first;
    switch (query.sort) {
    case SettingSort::National:
        first = QStringLiteral("i.sort_no");
        break;
    case SettingSort::MgmtNo:
        first = QStringLiteral("v.mgmt_no");
        break;
    case SettingSort::Name:
        first = QStringLiteral("i.name");
        break;
    case SettingSort::LawClass:
        first = QStringLiteral("i.law_class");
        break;
    case SettingSort::Flag:
        first = QStringLiteral("coalesce(v.impl_flag, 0)");
        break;
    case SettingSort::HandlingTo:
        first = QStringLiteral("coalesce(i.handling_to, '9999')");
        break;
    }
    return first + direction + QStringLiteral(", i.sort_no, v.mgmt_no");
}

namespace {
struct Filter
{
    QStringList terms;
    QVariantList values;

    void add(const QString& term, const QVariant& value)
    {
        values.append(value);
        terms.append(term.arg(QStringLiteral("?%1").arg(values.size())));
    }
    QString text() const { return terms.join(QStringLiteral(" AND ")); }
};

struct Year
{
    QDate today;
    int fiscalYear;
    QDate firstDay() const { return QDate(fiscalYear, 4, 1); }
};
} // namespace

static Filter filterOf(const SettingQuery& query, const Year& year)
{
    Filter out;
    out.values = {year.today, year.firstDay()};
    out.terms.append(QStringLiteral("v.deleted = 0 AND ?1 IS NOT NULL AND ?2 IS NOT NULL"));
    out.add(QStringLiteral("v.fiscal_year = %1"), year.fiscalYear);
    for (const QString& word : query.text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString key = searchKey(word);
        if (!key.isEmpty())
            out.add(QStringLiteral("(instr(i.search_key, %1) > 0 OR instr(v.search_key, %1) > 0)"), key);
    }
    if (query.isHandled)
        out.add(QStringLiteral("coalesce(v.impl_flag, 0) = %1"), *query.isHandled);
    if (query.isEnded)
        out.add(endedSql() + QStringLiteral(" = %1"), *query.isEnded);
    if (!query.lawClass.isEmpty())
        out.add(QStringLiteral("i.law_class = %1"), query.lawClass);
    if (query.isOnlyUnsent)
        out.terms.append(QStringLiteral("v.has_overlay = 1"));
    return out;
}

static QString rowColumns()
{
    return QStringLiteral("v.id, v.ver, v.fields, i.fields, %1").arg(badgeSql("vaccination_setting", "v"));
}

static SettingRow rowFrom(const Row& row, QDate today)
{
    SettingRow out;
    out.seen = EntityRow{Entity::VaccinationSetting, row.uuid(0), row.integer(1), 0, false, row.object(2)};
    out.setting = vaccinationSettingFromFields(out.seen.id, out.seen.fields);
    out.item = vaccineItemFromFields(row.object(3));
    out.badge = RowBadge(row.integer(4));
    out.isEnded = !isFlagEditable(out.item, out.setting.fiscalYear, today);
    return out;
}

class SettingService::Private
{
public:
    SettingService& q;
    Workplace& workplace;
    SyncRunner& sync;
    const Clock& clock;
    RandomSource& random;

    QDate today() const { return japaneseDay(clock.nowUtc()); }
    Year yearOf(int fiscalYear) const { return {today(), fiscalYear > 0 ? fiscalYear : fiscalYearOf(today())}; }
    QFuture<Result<QHash<QString, VaccineItem>>> items();
};

SettingService::SettingService(Workplace& workplace, SyncRunner& sync, const Clock& clock, RandomSource& random,
                               QObject* parent)
    : QObject(parent), d(new Private{*this, workplace, sync, clock, random})
{
    connect(&sync, &SyncRunner::rowsChanged, this, [this](Entity entity, const QList<QUuid>& ids) {
        if (entity == Entity::VaccinationSetting)
            Q_EMIT changed(ids);
        else if (entity == Entity::VaccineItem)
            Q_EMIT changed({});
    });
    connect(&workplace, &Workplace::changed, this, [this] { Q_EMIT changed({}); });
}

SettingService::~SettingService() = default;

int SettingService::currentFiscalYear() const
{
    return fiscalYearOf(d->today());
}

QFuture<Result<SettingPage>> SettingService::list(const SettingQuery& query, int offset, int limit)
{
    const auto store = d->workplace.store();
    if (!store)
        return finishedWith<SettingPage>(ErrorCode::NotSignedIn);
    const Year year = d->yearOf(query.fiscalYear);
    return deliveredTo(this, store->read<SettingPage>([=](Connection& reader) -> Result<SettingPage> {
        const Filter filter = filterOf(query, year);
        SettingPage page;
        page.offset = offset;
        const auto total = reader.selectInteger(
            QStringLiteral("SELECT count(*) FROM %1 WHERE %2").arg(QLatin1String(joined), filter.text()), filter.values);
        if (!total)
            return total.error();
        page.total = int(*total);
        QVariantList values = filter.values;
        values.append({limit, offset});
        const auto read = reader.select(QStringLiteral("SELECT %1 FROM %2 WHERE %3 ORDER BY %4 LIMIT ?%5 OFFSET ?%6")
                                            .arg(rowColumns(), QLatin1String(joined), filter.text(), orderSql(query))
                                            .arg(values.size() - 1)
                                            .arg(values.size()),
                                        values, [&](const Row& row) {
                                            page.rows.append(rowFrom(row, year.today));
                                            return true;
                                        });
        if (!read)
            return read.error();
        const auto asOf = lastCompletePull(reader);
        if (!asOf)
            return asOf.error();
        page.asOf = asOf->at;
        return page;
    }));
}

QFuture<Result<SettingRow>> SettingService::get(const QUuid& id)
{
    const auto store = d->workplace.store();
    if (!store)
        return finishedWith<SettingRow>(ErrorCode::NotSignedIn);
    const QDate today = d->today();
    return deliveredTo(this, store->read<SettingRow>([id, today](Connection& reader) -> Result<SettingRow> {
        std::optional<SettingRow> found;
        const auto read = reader.select(QStringLiteral("SELECT %1 FROM %2 WHERE v.id = ? AND v.deleted = 0")
                                            .arg(rowColumns(), QLatin1String(joined)),
                                        {id}, [&](const Row& row) {
                                            found = rowFrom(row, today);
                                            return false;
                                        });
        if (!read)
            return read.error();
        return found ? Result<SettingRow>(*found) : Result<SettingRow>(ErrorCode::SettingNotFound);
    }));
}

QFuture<Result<QList<int>>> SettingService::fiscalYears()
{
    const auto store = d->workplace.store();
    if (!store)
        return finishedWith<QList<int>>(ErrorCode::NotSignedIn);
    return deliveredTo(this, store->read<QList<int>>([](Connection& reader) -> Result<QList<int>> {
        QList<int> out;
        const auto read = reader.select(
            QStringLiteral("SELECT DISTINCT fiscal_year FROM v_vaccination_setting WHERE deleted = 0 ORDER BY 1"), {},
            [&out](const Row& row) {
                out.append(int(row.integer(0)));
                return true;
            });
        return read ? Result<QList<int>>(out) : Result<QList<int>>(read.error());
    }));
}

QFuture<Result<SettingCounts>> SettingService::counts(int fiscalYear)
{
    const auto store = d->workplace.store();
    if (!store)
        return finishedWith<SettingCounts>(ErrorCode::NotSignedIn);
    const Year year = d->yearOf(fiscalYear);
    return deliveredTo(this, store->read<SettingCounts>([year](Connection& reader) -> Result<SettingCounts> {
        SettingCounts out;
        const auto read = reader.select(
            QStringLiteral("SELECT coalesce(v.impl_flag, 0), %1, count(*) FROM %2 WHERE v.deleted = 0"
                           " AND v.fiscal_year = ?3 GROUP BY 1, 2")
                .arg(endedSql(), QLatin1String(joined)),
            {year.today, year.firstDay(), year.fiscalYear}, [&out](const Row& row) {
                const int count = int(row.integer(2));
                if (row.boolean(0))
                    out.handled += count;
                else if (!row.boolean(1))
                    out.notHandled += count;
                if (row.boolean(1))
                    out.ended += count;
                return true;
            });
        return read ? Result<SettingCounts>(out) : Result<SettingCounts>(read.error());
    }));
}

// ---- changing ----------------------------------------------------------------------------------------------------

QFuture<Result<QHash<QString, VaccineItem>>> SettingService::Private::items()
{
    using Items = QHash<QString, VaccineItem>;
    const auto store = workplace.store();
    if (!store)
        return finishedWith<Items>(ErrorCode::NotSignedIn);
    return store->read<Items>([](Connection& reader) -> Result<Items> {
        Items out;
        const auto read = reader.select(
            QStringLiteral("SELECT fields FROM cache.mirror_vaccine_item WHERE deleted = 0"), {}, [&out](const Row& row) {
                const VaccineItem item = vaccineItemFromFields(row.object(0));
                out.insert(item.mgmtNo, item);
                return true;
            });
        return read ? Result<Items>(out) : Result<Items>(read.error());
    });
}

static QList<RowFinding> findingsOf(const QList<EntityRow>& seen, const FieldChange& change,
                                    const QHash<QString, VaccineItem>& items, QDate today)
{
    QList<RowFinding> out;
    for (int i = 0; i < int(seen.size()); ++i) {
        const EntityRow& row = seen.at(i);
        const QJsonObject fields = withChange(row.fields, change);
        const VaccinationSetting before = vaccinationSettingFromFields(row.id, row.fields);
        const VaccinationSetting after = vaccinationSettingFromFields(row.id, fields);
        QList<Error> errors = checkSettingJson(fields);
        if (items.contains(after.mgmtNo))
            errors.append(checkSetting(after, items.value(after.mgmtNo), today, &before));
        else
            errors.append(Error(ErrorCode::ItemUnknown, {}, {{QStringLiteral("mgmt_no"), after.mgmtNo}},
                                QStringLiteral("mgmt_no")));
        for (const Error& error : errors)
            out.append({i, row.id, error});
    }
    return out;
}

QFuture<Result<QList<RowFinding>>> SettingService::check(const QList<EntityRow>& seen, const FieldChange& change)
{
    return chained<QList<RowFinding>>(d->items(), this, [this, seen, change](const QHash<QString, VaccineItem>& items) {
        return finishedWith<QList<RowFinding>>(findingsOf(seen, change, items, d->today()));
    });
}

QFuture<Result<SaveReceipt>> SettingService::save(const QList<EntityRow>& seen, const FieldChange& change,
                                                  const QString& reason)
{
    const auto store = d->workplace.store();
    if (!store)
        return finishedWith<SaveReceipt>(ErrorCode::NotSignedIn);
    if (!mayDo(d->workplace, Action::EditSettings))
        return finishedWith<SaveReceipt>(ErrorCode::RoleInsufficient);
    const WorkContext who = contextOf(d->workplace, d->clock, d->random);
    return chained<SaveReceipt>(d->items(), this, [=, this](const QHash<QString, VaccineItem>& items) {
        const QList<RowFinding> findings = findingsOf(seen, change, items, d->today());
        const auto refusal = std::ranges::find_if(findings, [](const RowFinding& f) { return isRefusal(f.error); });
        if (refusal != findings.end()) {
            Error error = refusal->error;
            error.params.insert(QStringLiteral("row"), refusal->row);
            return finishedWith<SaveReceipt>(error);
        }
        QList<Edit> edits;
        for (const EntityRow& row : seen) {
            Edit edit;
            edit.entity = Entity::VaccinationSetting;
            edit.id = row.id;
            edit.seen = row;
            // Only what differs in this row: a bulk edit leaves rows alone that have the value already.
            edit.change = changeBetween(schemaOf(edit.entity), row.fields, withChange(row.fields, change));
            edit.reason = reason;
            edits.append(edit);
        }
        auto written = store->write<SaveReceipt>(Store::File::Work, [who, edits](Connection& work) {
            return saveEdits(work, who, edits);
        });
        return chained<SaveReceipt>(std::move(written), this, [this](SaveReceipt receipt) {
            d->sync.noteSaved(Entity::VaccinationSetting, receipt.ids);
            return finishedWith<SaveReceipt>(std::move(receipt));
        });
    });
}

} // namespace yoyo
