// SPDX-License-Identifier: Apache-2.0
// Digests that client and service compare (contract.md "Digests"). One implementation for both sides.
// Vectors: resources/api/vectors/row_hash.json.
#pragma once

#include "models/domain/entity.h"

#include <QByteArray>

#include <array>
#include <cstdint>

namespace yoyo {

/// RFC 8785 JSON of {"entity","fields","id","ver"}; fields as in the feed, absent ones left out, null never written.
QByteArray canonicalRow(const EntityRow& row);
/// SHA-256 of canonicalRow: 32 bytes. `seq` is no part of it.
QByteArray rowHash(const EntityRow& row);
/// 0-255: the last byte of the id.
int bucketOf(const QUuid& id);

/// Sum of row hashes mod 2^256 with the number of rows, kept as rows come and go. Order does not matter.
class BucketHash
{
public:
    static constexpr int size = 32; ///< bytes of a value and of a row hash
    /// Both require a hash of 32 bytes.
    void add(const QByteArray& rowHash);
    void remove(const QByteArray& rowHash);

    std::int64_t rows() const { return m_rows; }
    /// 32 bytes, big-endian.
    QByteArray value() const;
    static BucketHash fromValue(const QByteArray& value, std::int64_t rows);

    friend bool operator==(const BucketHash&, const BucketHash&) = default;

private:
    std::array<std::uint8_t, 32> m_sum{}; // big-endian
    std::int64_t m_rows = 0;
};

} // namespace yoyo
