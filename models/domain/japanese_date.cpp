// SPDX-License-Identifier: Apache-2.0
#include "models/domain/japanese_date.h"

#include "models/domain/kana.h"

#include <QRegularExpression>

namespace yoyo {

namespace {

struct Era
{
    char16_t letter;
    const char16_t* kanji; ///< its first character alone is an abbreviation in use
    int jisDigit;
    QDate first;
    QDate last; ///< invalid: goes on
    bool doesLastDayOverlap; ///< the next era's first day is also counted to this one
};

const Era* eras(std::size_t& count)
{
    // The first Meiji years had another calendar; only what is after its end matters here.
    static const Era table[] = {
        {u'M', u"明治", 1, QDate(1868, 1, 25), QDate(1912, 7, 29), true},
        {u'T', u"大正", 2, QDate(1912, 7, 30), QDate(1926, 12, 24), true},
        {u'S', u"昭和", 3, QDate(1926, 12, 25), QDate(1989, 1, 7), false},
        {u'H', u"平成", 4, QDate(1989, 1, 8), QDate(2019, 4, 30), false},
        {u'R', u"令和", 5, QDate(2019, 5, 1), QDate(), false},
    };
    count = std::size(table);
    return table;
}

template <typename Predicate>
const Era* findEra(Predicate is)
{
    std::size_t count = 0;
    const Era* table = eras(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (is(table[i]))
            return &table[i];
    }
    return nullptr;
}

Error wrong(ErrorCode code)
{
    return Error(code);
}

/// Zero month or day says "unknown". Requires year > 0.
Result<DateReading> western(int year, int month, int day, const QString& text)
{
    if (month == 0 || day == 0) {
        if (month > 12 || day > 31)
            return wrong(ErrorCode::DateNoSuchDay);
        return DateReading{QDate(), DateNote::UnknownPart, text};
    }
    const QDate date(year, month, day);
    if (!date.isValid())
        return wrong(ErrorCode::DateNoSuchDay);
    return DateReading{date, DateNote::None, text};
}

Result<DateReading> inEra(const Era& era, int year, int month, int day, const QString& text)
{
    if (year == 0)
        return wrong(ErrorCode::DateNoSuchDay);
    Result<DateReading> reading = western(era.first.year() + year - 1, month, day, text);
    if (!reading || reading->note == DateNote::UnknownPart)
        return reading;
    const QDate date = reading->day;
    if (date < era.first)
        return wrong(ErrorCode::DateBeforeEra);
    if (era.last.isValid() && date > era.last) {
        const bool isChangeDay = era.doesLastDayOverlap && date == era.last.addDays(1);
        reading->note = isChangeDay ? DateNote::BothEras : DateNote::EraAfterEnd;
    }
    return reading;
}

/// Takes "00:00:00" off; nothing when there is a time and it is not midnight.
std::optional<QString> withoutTime(const QString& text)
{
    static const QRegularExpression time(QStringLiteral("^(.*\\d)[ T]+(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d+))?)?\\z"));
    const auto match = time.match(text);
    if (!match.hasMatch())
        return text;
    for (int i = 2; i <= 5; ++i) {
        if (match.captured(i).toLongLong() != 0)
            return std::nullopt;
    }
    return match.captured(1);
}

Result<DateReading> read(const QString& given, const DateRules& rules)
{
    // NFKC also opens ㋿ and ㍻ into two kanji.
    QString text = given.normalized(QString::NormalizationForm_KC).trimmed().toUpper();
    const auto bare = withoutTime(text);
    if (!bare)
        return wrong(ErrorCode::DateFormat);
    text = normaliseCode(*bare);

    static const QRegularExpression zeros(QStringLiteral("^[0./-]*\\z"));
    if (zeros.match(text).hasMatch())
        return DateReading{QDate(), DateNote::Empty, given};
    if (text.contains(QStringLiteral("不詳")) || text.contains(QStringLiteral("不明")))
        return DateReading{QDate(), DateNote::UnknownPart, given};

    static const QRegularExpression dayEnd(QStringLiteral("日\\z"));
    text.remove(dayEnd);
    static const QRegularExpression separators(QStringLiteral("[年月./]"));
    text.replace(separators, QStringLiteral("-"));

    static const QRegularExpression eraForm(
        QStringLiteral("^(M|T|S|H|R|明治|大正|昭和|平成|令和|明|大|昭|平|令)-?(元|\\d{1,2})-(\\d{1,2})-(\\d{1,2})\\z"));
    static const QRegularExpression eraPacked(QStringLiteral("^([MTSHR])(\\d\\d)(\\d\\d)(\\d\\d)\\z"));
    for (const auto* form : {&eraForm, &eraPacked}) {
        const auto m = form->match(text);
        if (!m.hasMatch())
            continue;
        const QString name = m.captured(1);
        const Era* era = findEra([&name](const Era& e) {
            return name[0] == QChar(e.letter) || name[0] == QChar(e.kanji[0]);
        });
        const int year = m.captured(2) == QStringLiteral("元") ? 1 : m.captured(2).toInt();
        return inEra(*era, year, m.captured(3).toInt(), m.captured(4).toInt(), given);
    }

    static const QRegularExpression dashed(QStringLiteral("^(\\d{4})-(\\d{1,2})-(\\d{1,2})\\z"));
    static const QRegularExpression packed(QStringLiteral("^(\\d{4})(\\d\\d)(\\d\\d)\\z"));
    for (const auto* form : {&dashed, &packed}) {
        const auto m = form->match(text);
        if (!m.hasMatch())
            continue;
        const int year = m.captured(1).toInt();
        if (year == 9999)
            return rules.isOpenEndAllowed ? Result<DateReading>(DateReading{QDate(), DateNote::OpenEnd, given})
                                          : Result<DateReading>(wrong(ErrorCode::DateFuture));
        if (year < 1000)
            return wrong(ErrorCode::DateFormat);
        return western(year, m.captured(2).toInt(), m.captured(3).toInt(), given);
    }

    static const QRegularExpression numericEra(QStringLiteral("^([1-5])(\\d\\d)(\\d\\d)(\\d\\d)\\z"));
    if (const auto m = numericEra.match(text); m.hasMatch() && rules.isJisEra) {
        const int digit = m.captured(1).toInt();
        const Era* era = findEra([digit](const Era& e) { return e.jisDigit == digit; });
        return inEra(*era, m.captured(2).toInt(), m.captured(3).toInt(), m.captured(4).toInt(), given);
    }
    static const QRegularExpression serial(QStringLiteral("^[1-7]\\d{4}\\z"));
    if (serial.match(text).hasMatch())
        return DateReading{QDate(1899, 12, 30).addDays(text.toInt()), DateNote::ExcelSerial, given};
    static const QRegularExpression shortYear(QStringLiteral("^\\d{1,2}-\\d{1,2}-\\d{1,2}\\z"));
    return wrong(shortYear.match(text).hasMatch() ? ErrorCode::DateAmbiguous : ErrorCode::DateFormat);
}

} // namespace

Result<DateReading> dateFromText(const QString& text, const DateRules& rules)
{
    Result<DateReading> reading = read(text, rules);
    if (!reading || !reading->day.isValid() || !rules.today.isValid())
        return reading;
    if (!rules.isFutureAllowed && reading->day > rules.today)
        return wrong(ErrorCode::DateFuture);
    if (rules.isBirthDate && reading->note == DateNote::None && reading->day < rules.today.addYears(-130))
        reading->note = DateNote::Over130;
    return reading;
}

static const Era* eraOf(QDate day)
{
    if (!day.isValid() || day.year() < 1873)
        return nullptr;
    return findEra([day](const Era& e) { return day >= e.first && (!e.last.isValid() || day <= e.last); });
}

QString japaneseDateText(QDate day)
{
    const Era* era = eraOf(day);
    if (!era)
        return day.toString(Qt::ISODate);
    const int year = day.year() - era->first.year() + 1;
    return QStringLiteral("%1%2年%3月%4日")
        .arg(QString::fromUtf16(era->kanji), year == 1 ? QStringLiteral("元") : QString::number(year))
        .arg(day.month())
        .arg(day.day());
}

QString shortJapaneseDateText(QDate day)
{
    const Era* era = eraOf(day);
    if (!era)
        return day.toString(Qt::ISODate);
    return QStringLiteral("%1%2.%3.%4").arg(QChar(era->letter)).arg(day.year() - era->first.year() + 1).arg(day.month()).arg(day.day());
}

} // namespace yoyo
