// SPDX-License-Identifier: Apache-2.0
#include "models/domain/ids.h"
#include "tests/central/service_parts.h"

namespace yoyo::service {

void BodyReader::fail(const QString& name)
{
    if (m_pointer.isEmpty())
        m_pointer = QLatin1Char('/') + name;
}

QString BodyReader::text(const char* name, qsizetype maximum)
{
    const auto value = optionalText(name, maximum);
    if (!value)
        fail(QLatin1String(name));
    return value.value_or(QString());
}

std::optional<QString> BodyReader::optionalText(const char* name, qsizetype maximum)
{
    const QString key = QLatin1String(name);
    m_taken.append(key);
    if (!m_body.contains(key))
        return std::nullopt;
    const QJsonValue value = m_body.value(key);
    if (!value.isString() || value.toString().size() > maximum)
        fail(key);
    return value.toString();
}

QUuid BodyReader::id(const char* name)
{
    const QUuid out = idFromText(text(name));
    if (out.isNull())
        fail(QLatin1String(name));
    return out;
}

std::optional<Error> BodyReader::fault()
{
    for (const QString& name : m_body.keys()) {
        if (!m_taken.contains(name))
            fail(name);
    }
    if (m_pointer.isEmpty())
        return std::nullopt;
    return Error(ErrorCode::RequestMalformed, {}, {{QStringLiteral("pointer"), m_pointer}}, m_pointer);
}

} // namespace yoyo::service
