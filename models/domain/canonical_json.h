// SPDX-License-Identifier: Apache-2.0
// RFC 8785 (JCS): the one byte sequence of a JSON value, for digests. Vectors: resources/api/vectors/canonical_json.json.
#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace yoyo {

/// Members sorted by UTF-16 code units, numbers as ECMAScript writes them, no white space, UTF-8.
/// Requires well-formed text (field rules refuse lone surrogates) and integers within ±2^53 (larger ones lose
/// precision as in every JSON reader; the contract sends them as text). An undefined value is written as null.
QByteArray canonicalJson(const QJsonValue& value);

/// A double as ECMAScript's Number::toString; "null" for what JSON cannot say.
QByteArray canonicalNumber(double value);

} // namespace yoyo
