// SPDX-License-Identifier: Apache-2.0
#include "models/domain/row_hash.h"

#include "models/domain/canonical_json.h"
#include "models/domain/ids.h"

#include <QCryptographicHash>

namespace yoyo {

constexpr qsizetype hashSize = BucketHash::size;

QByteArray canonicalRow(const EntityRow& row)
{
    QJsonObject fields;
    for (auto it = row.fields.begin(); it != row.fields.end(); ++it) {
        if (!it->isNull() && !it->isUndefined())
            fields.insert(it.key(), it.value());
    }
    return canonicalJson(QJsonObject{{QStringLiteral("entity"), entityName(row.entity)},
                                     {QStringLiteral("fields"), fields},
                                     {QStringLiteral("id"), idText(row.id)},
                                     {QStringLiteral("ver"), row.ver}});
}

QByteArray rowHash(const EntityRow& row)
{
    return QCryptographicHash::hash(canonicalRow(row), QCryptographicHash::Sha256);
}

int bucketOf(const QUuid& id)
{
    return id.data4[7];
}

void BucketHash::add(const QByteArray& hash)
{
    Q_ASSERT(hash.size() == hashSize);
    unsigned carry = 0;
    for (qsizetype i = hashSize - 1; i >= 0; --i) {
        carry += m_sum[std::size_t(i)] + static_cast<std::uint8_t>(hash[i]);
        m_sum[std::size_t(i)] = std::uint8_t(carry);
        carry >>= 8;
    }
    ++m_rows;
}

void BucketHash::remove(const QByteArray& hash)
{
    Q_ASSERT(hash.size() == hashSize);
    int borrow = 0;
    for (qsizetype i = hashSize - 1; i >= 0; --i) {
        int rest = m_sum[std::size_t(i)] - static_cast<std::uint8_t>(hash[i]) - borrow;
        borrow = rest < 0 ? 1 : 0;
        m_sum[std::size_t(i)] = std::uint8_t(rest + (borrow ? 256 : 0));
    }
    --m_rows;
}

QByteArray BucketHash::value() const
{
    return QByteArray(reinterpret_cast<const char*>(m_sum.data()), hashSize);
}

BucketHash BucketHash::fromValue(const QByteArray& value, std::int64_t rows)
{
    Q_ASSERT(value.size() == hashSize);
    BucketHash out;
    for (std::size_t i = 0; i < out.m_sum.size(); ++i)
        out.m_sum[i] = static_cast<std::uint8_t>(value[qsizetype(i)]);
    out.m_rows = rows;
    return out;
}

} // namespace yoyo
