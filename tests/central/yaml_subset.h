// SPDX-License-Identifier: Apache-2.0
// Reads the strict part of YAML in which central.openapi.yaml is written: block mappings and sequences with two-space
// steps, plain and double-quoted scalars, {} and []. Anything else is a fault. For tests only.
#pragma once

#include <QJsonValue>
#include <QString>

namespace yoyo::test {

/// Undefined with `fault` set when the text is not of that kind.
QJsonValue readYaml(const QString& text, QString* fault);

} // namespace yoyo::test
