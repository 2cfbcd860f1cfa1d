// SPDX-License-Identifier: Apache-2.0
#include "models/domain/ids.h"

#include "models/domain/clock.h"
#include "models/domain/random_source.h"

namespace yoyo {

// A fixed random namespace of this contract; changing it would change every setting's id.
static const QUuid contractNamespace(QStringLiteral("{6f1d4c0e-6a55-4f5e-9d3a-0b8f5b5c7e21}"));

QUuid UuidMaker::make()
{
    // 48 bits of milliseconds, 12 bits of counter (so that ids sort as made), 62 random bits.
    const qint64 now = m_clock.nowUtc().toMSecsSinceEpoch();
    if (now > m_lastMilliseconds) {
        m_lastMilliseconds = now;
        m_counter = 0;
    } else if (++m_counter > 0xfff) {
        ++m_lastMilliseconds;
        m_counter = 0;
    }
    QByteArray raw(16, '\0');
    for (int i = 0; i < 6; ++i)
        raw[i] = char(quint64(m_lastMilliseconds) >> (8 * (5 - i)));
    raw[6] = char(0x70 | (m_counter >> 8));
    raw[7] = char(m_counter & 0xff);
    const QByteArray tail = m_random.bytes(8);
    for (int i = 0; i < 8; ++i)
        raw[8 + i] = tail[i];
    raw[8] = char((raw[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(raw);
}

QUuid vaccinationSettingId(const QString& municipalityCode, const QString& mgmtNo, int fiscalYear)
{
    return QUuid::createUuidV5(contractNamespace, QStringLiteral("vaccination_setting/%1/%2/%3")
                                                      .arg(municipalityCode, mgmtNo)
                                                      .arg(fiscalYear));
}

QUuid vaccineItemId(const QString& mgmtNo)
{
    return QUuid::createUuidV5(contractNamespace, QStringLiteral("vaccine_item/%1").arg(mgmtNo));
}

QString idText(const QUuid& id)
{
    return id.toString(QUuid::WithoutBraces);
}

QUuid idFromText(const QString& text)
{
    const QUuid id = QUuid::fromString(text);
    return idText(id) == text ? id : QUuid();
}

} // namespace yoyo
