// SPDX-License-Identifier: Apache-2.0
// Reading and writing contract fields of a JSON object: an absent field has no value, null is never written.
// For the typed values of this folder; header only.
#pragma once

#include "models/domain/clock.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace yoyo::fields {

inline QString text(const QJsonObject& o, const char* name)
{
    return o.value(QLatin1String(name)).toString();
}
inline QDate day(const QJsonObject& o, const char* name)
{
    const QString t = text(o, name);
    const QDate d = QDate::fromString(t, Qt::ISODate);
    return t.size() == 10 ? d : QDate();
}
inline QDateTime instant(const QJsonObject& o, const char* name)
{
    return instantFromText(text(o, name));
}
inline bool boolean(const QJsonObject& o, const char* name)
{
    return o.value(QLatin1String(name)).toBool(false);
}
inline std::optional<qint64> integer(const QJsonObject& o, const char* name)
{
    const QJsonValue v = o.value(QLatin1String(name));
    if (!v.isDouble())
        return std::nullopt;
    return v.toInteger();
}
inline void put(QJsonObject& o, const char* name, const QString& value)
{
    if (!value.isEmpty())
        o.insert(QLatin1String(name), value);
}
inline void put(QJsonObject& o, const char* name, QDate value)
{
    if (value.isValid())
        o.insert(QLatin1String(name), value.toString(Qt::ISODate));
}
inline void put(QJsonObject& o, const char* name, const QDateTime& value)
{
    if (value.isValid())
        o.insert(QLatin1String(name), instantText(value));
}
inline void put(QJsonObject& o, const char* name, std::optional<qint64> value)
{
    if (value)
        o.insert(QLatin1String(name), *value);
}
inline void put(QJsonObject& o, const char* name, const QJsonArray& value)
{
    if (!value.isEmpty())
        o.insert(QLatin1String(name), value);
}
inline void putBoolean(QJsonObject& o, const char* name, bool value)
{
    o.insert(QLatin1String(name), value);
}

} // namespace yoyo::fields
