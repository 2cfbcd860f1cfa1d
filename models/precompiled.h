// SPDX-License-Identifier: Apache-2.0
// Compiled once for every layer and test below ui/ (see yoyo_precompile in the top CMakeLists.txt). No file may count
// on it: the "dev" preset builds without.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QFile>
#include <QFuture>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QPromise>
#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>
