// SPDX-License-Identifier: Apache-2.0
// Checks JSON against the JSON Schema keywords that central.openapi.yaml uses; an unknown keyword is a fault of the
// schema, so that nothing is silently not checked. For tests only.
#pragma once

#include <QJsonObject>
#include <QString>

namespace yoyo::test {

class SchemaCheck
{
public:
    explicit SchemaCheck(QJsonObject document) : m_document(std::move(document)) {}

    /// The object a "#/…" reference names; the object itself without $ref.
    QJsonObject resolve(const QJsonObject& object) const;
    /// Empty when the value fits, else where and why not.
    QString fault(const QJsonObject& schema, const QJsonValue& value, const QString& at = {}) const;

private:
    QString faultOfObject(const QJsonObject& schema, const QJsonObject& value, const QString& at) const;
    QString faultOfText(const QJsonObject& schema, const QString& value, const QString& at) const;

    QJsonObject m_document;
};

} // namespace yoyo::test
