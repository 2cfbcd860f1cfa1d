// SPDX-License-Identifier: Apache-2.0
// Ids of the contract: UUIDv7 for what a client makes, UUIDv5 for rows that exist once per key.
#pragma once

#include <QString>
#include <QUuid>

namespace yoyo {

class Clock;
class RandomSource;

/// RFC 9562 UUIDv7. Ids from one maker sort in the order they were made, also within a millisecond and when the
/// clock steps back. One thread at a time.
class UuidMaker
{
public:
    UuidMaker(const Clock& clock, RandomSource& random) : m_clock(clock), m_random(random) {}
    QUuid make();

private:
    const Clock& m_clock;
    RandomSource& m_random;
    qint64 m_lastMilliseconds = 0;
    unsigned m_counter = 0;
};

/// The id of a vaccination setting: UUIDv5 over municipality code, 予防接種管理番号 and fiscal year (contract.md).
QUuid vaccinationSettingId(const QString& municipalityCode, const QString& mgmtNo, int fiscalYear);
/// The id of a national vaccine item: UUIDv5 over its 予防接種管理番号.
QUuid vaccineItemId(const QString& mgmtNo);

/// Lower case, without braces: the only spelling on the wire.
QString idText(const QUuid& id);
/// Null unless the text is exactly that spelling.
QUuid idFromText(const QString& text);

} // namespace yoyo
