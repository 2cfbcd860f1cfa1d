// SPDX-License-Identifier: Apache-2.0
#include "models/domain/vaccine_reference.h"

#include "models/domain/age_expression.h"

#include <QFile>
#include <QSet>

#include <algorithm>

// Q_INIT_RESOURCE must stand outside a namespace; a static library's resources are not linked in otherwise.
static void initReference()
{
    Q_INIT_RESOURCE(reference);
}

namespace yoyo {

static const QStringList& columns()
{
    static const QStringList names{
        QStringLiteral("mgmt_no"),  QStringLiteral("vid"),           QStringLiteral("name"),
        QStringLiteral("law_class"), QStringLiteral("disease"),      QStringLiteral("kind"),
        QStringLiteral("route"),    QStringLiteral("doses"),         QStringLiteral("sex"),
        QStringLiteral("age_from"), QStringLiteral("age_to"),        QStringLiteral("std_from"),
        QStringLiteral("std_to"),   QStringLiteral("seasonal"),      QStringLiteral("handling_from"),
        QStringLiteral("handling_to"), QStringLiteral("successor"),  QStringLiteral("sort_no")};
    return names;
}

static Error broken(int line, const QString& why)
{
    return Error(ErrorCode::InternalError, QStringLiteral("vaccine_items.csv line %1: %2").arg(line).arg(why));
}

static bool isMgmtNo(const QString& text)
{
    return text.size() == 8 && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

static bool isDayOrEmpty(const QString& text)
{
    return text.isEmpty() || (text.size() == 10 && QDate::fromString(text, Qt::ISODate).isValid());
}

static Result<VaccineItem> itemOf(const QStringList& cells, int line)
{
    QJsonObject fields;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (!cells[i].isEmpty())
            fields.insert(columns()[i], cells[i]);
    }
    const auto cell = [&cells](const char* column) { return cells[columns().indexOf(QLatin1String(column))]; };
    const QString seasonal = cell("seasonal");
    bool isNumber = false;
    const int sortNo = cell("sort_no").toInt(&isNumber);
    if (!isMgmtNo(cell("mgmt_no")) || cell("name").isEmpty() || !lawClassFromText(cell("law_class")) || !isNumber
        || (seasonal != QLatin1String("0") && seasonal != QLatin1String("1")))
        return broken(line, QStringLiteral("cell invalid"));
    if (!isDayOrEmpty(cell("handling_from")) || !isDayOrEmpty(cell("handling_to")))
        return broken(line, QStringLiteral("day invalid"));
    for (const char* column : {"age_from", "age_to", "std_from", "std_to"}) {
        if (!cell(column).isEmpty() && !AgeExpression::fromText(cell(column)))
            return broken(line, QStringLiteral("age invalid"));
    }
    fields.insert(QStringLiteral("seasonal"), seasonal == QLatin1String("1"));
    fields.insert(QStringLiteral("sort_no"), sortNo);
    return vaccineItemFromFields(fields);
}

Result<VaccineReference> VaccineReference::fromCsv(const QByteArray& utf8)
{
    VaccineReference out;
    QSet<QString> numbers;
    bool hasHeader = false;
    int line = 0;
    for (const QString& text : QString::fromUtf8(utf8).split(u'\n')) {
        ++line;
        if (text.trimmed().isEmpty() || text.startsWith(u'#'))
            continue;
        const QStringList cells = text.trimmed().split(u',');
        if (!hasHeader) {
            if (cells != columns())
                return broken(line, QStringLiteral("header differs"));
            hasHeader = true;
            continue;
        }
        if (cells.size() != columns().size())
            return broken(line, QStringLiteral("number of cells"));
        Result<VaccineItem> item = itemOf(cells, line);
        if (!item)
            return item.error();
        if (numbers.contains(item->mgmtNo))
            return broken(line, QStringLiteral("number used twice"));
        numbers.insert(item->mgmtNo);
        out.m_items.append(*item);
    }
    for (const VaccineItem& item : out.m_items) {
        if (!item.successor.isEmpty() && !numbers.contains(item.successor))
            return broken(0, QStringLiteral("successor unknown: %1").arg(item.successor));
    }
    std::ranges::stable_sort(out.m_items, {}, &VaccineItem::sortNo);
    return out;
}

Result<VaccineReference> VaccineReference::shipped()
{
    initReference();
    QFile file(QStringLiteral(":/reference/vaccine_items.csv"));
    if (!file.open(QIODevice::ReadOnly))
        return broken(0, QStringLiteral("not compiled in"));
    return fromCsv(file.readAll());
}

const VaccineItem* VaccineReference::item(QStringView mgmtNo) const
{
    const auto hit = std::ranges::find_if(m_items, [mgmtNo](const VaccineItem& i) { return i.mgmtNo == mgmtNo; });
    return hit == m_items.end() ? nullptr : &*hit;
}

const VaccineItem* VaccineReference::itemByVid(QStringView vid) const
{
    const auto hit = std::ranges::find_if(m_items, [vid](const VaccineItem& i) { return i.vid == vid; });
    return hit == m_items.end() ? nullptr : &*hit;
}

} // namespace yoyo
