// SPDX-License-Identifier: Apache-2.0
#include "models/domain/municipality.h"

#include "models/domain/kana.h"

#include <QFile>

#include <algorithm>

// Q_INIT_RESOURCE must stand outside a namespace.
static void initReference()
{
    Q_INIT_RESOURCE(reference);
}

namespace yoyo {

static bool areDigits(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

static bool isPrefecture(QStringView code)
{
    const int number = (code[0].unicode() - u'0') * 10 + (code[1].unicode() - u'0');
    return number >= 1 && number <= 47;
}

std::optional<int> municipalityCheckDigit(QStringView five)
{
    if (five.size() != 5 || !areDigits(five))
        return std::nullopt;
    int sum = 0;
    for (int i = 0; i < 5; ++i)
        sum += (6 - i) * (five[i].unicode() - u'0');
    return (11 - sum % 11) % 10;
}

bool isMunicipalityCode(QStringView code)
{
    return code.size() == 6 && areDigits(code) && isPrefecture(code)
           && *municipalityCheckDigit(code.left(5)) == code[5].unicode() - u'0';
}

Result<QString> municipalityCodeFromText(QStringView typed)
{
    const QString code = normaliseDigits(typed);
    const QString pointer = QStringLiteral("municipality_code");
    if (code.size() != 6 || !areDigits(code) || !isPrefecture(code))
        return Error(ErrorCode::MunicipalityCodeFormat, {}, {}, pointer);
    const int expected = *municipalityCheckDigit(QStringView(code).left(5));
    if (expected != code[5].unicode() - u'0')
        return Error(ErrorCode::MunicipalityCodeCheckDigit, {}, {{QStringLiteral("expected"), expected}}, pointer);
    return code;
}

QStringList readingsOfFiveDigits(QStringView typed)
{
    const QString five = normaliseDigits(typed);
    QStringList out;
    if (five.size() != 5 || !areDigits(five))
        return out;
    const QString withZero = QString(u'0' + five);
    const QString withCheckDigit = QString(five + QString::number(*municipalityCheckDigit(five)));
    for (const QString& reading : {withZero, withCheckDigit}) {
        if (isMunicipalityCode(reading))
            out.append(reading);
    }
    return out;
}

Result<MunicipalityList> MunicipalityList::shipped()
{
    initReference();
    QFile file(QStringLiteral(":/reference/municipalities.csv.qz"));
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorCode::InternalError, QStringLiteral("municipalities not compiled in"));
    MunicipalityList out;
    const QStringList lines = QString::fromUtf8(qUncompress(file.readAll())).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines.mid(1)) {
        const QStringList cells = line.split(u',');
        if (cells.size() != 4 || !isMunicipalityCode(cells[0]))
            return Error(ErrorCode::InternalError, QStringLiteral("municipalities damaged"));
        out.m_byCode.insert(cells[0], out.m_all.size());
        out.m_all.append({cells[0], cells[1], cells[2], cells[3]});
        out.m_keys.append(searchKey(QString(cells[0] + u'|' + cells[1] + cells[2] + u'|' + cells[3])));
    }
    if (out.m_all.isEmpty())
        return Error(ErrorCode::InternalError, QStringLiteral("municipalities damaged"));
    return out;
}

QList<Municipality> MunicipalityList::authorities() const
{
    QList<Municipality> out;
    std::ranges::copy_if(m_all, std::back_inserter(out), [](const Municipality& m) { return !m.isWard(); });
    return out;
}

const Municipality* MunicipalityList::find(QStringView code) const
{
    const auto hit = m_byCode.constFind(code.toString());
    return hit == m_byCode.constEnd() ? nullptr : &m_all[*hit];
}

const Municipality* MunicipalityList::authorityOf(QStringView code) const
{
    const Municipality* row = find(code);
    if (!row || !row->isWard())
        return row;
    const QString city = row->name.section(u' ', 0, 0);
    const auto hit = std::ranges::find_if(m_all, [row, &city](const Municipality& m) {
        return m.name == city && m.prefecture == row->prefecture;
    });
    return hit == m_all.end() ? nullptr : &*hit;
}

Result<Municipality> MunicipalityList::officeFromText(QStringView typed) const
{
    const Result<QString> code = municipalityCodeFromText(typed);
    if (!code)
        return code.error();
    const QString pointer = QStringLiteral("municipality_code");
    const Municipality* row = find(*code);
    const bool isPrefectureItself = QStringView(*code).mid(2, 3) == QLatin1String("000");
    if (isPrefectureItself || (row && row->isWard()))
        return Error(ErrorCode::MunicipalityNotAuthority, {}, {}, pointer);
    if (!row)
        return Error(ErrorCode::MunicipalityUnknown, {}, {}, pointer);
    return *row;
}

QList<Municipality> MunicipalityList::search(QStringView text, int limit) const
{
    const QString key = searchKey(text);
    QList<Municipality> out;
    for (qsizetype i = 0; i < m_all.size() && out.size() < limit; ++i) {
        if (!m_all[i].isWard() && m_keys[i].contains(key))
            out.append(m_all[i]);
    }
    return out;
}

} // namespace yoyo
