// SPDX-License-Identifier: Apache-2.0
// What the settings and about pages need from the rest of the program; the composition implements it. All calls and
// callbacks on the GUI thread; callbacks never after `context` died.
#pragma once

#include "models/domain/result.h"

#include <QList>
#include <QString>

#include <functional>

class QObject;

namespace yoyo {

struct SettingsValues
{
    QString address;         ///< https://…
    QString language;        ///< "ja" or "en"
    QString caFile;          ///< empty: the system's certificates
    int idleLockMinutes = 15;
};

/// What machine or service policy has decided; such a field is shown and cannot be changed.
struct SettingsFixed
{
    bool address = false;
    bool language = false;
    bool caFile = false;
    bool idleLock = false;
    bool isInUse = false;     ///< address and CA wait for a sign-out
    int idleLockMaximum = 60; ///< the policy's upper bound in minutes
};

struct AboutInfo
{
    QString version;
    QString serviceVersion; ///< empty: not connected yet
    QString contract;
    QString environment;
    QString dataFolder;
    QString qtVersion;
};

class SettingsBackend
{
public:
    virtual ~SettingsBackend() = default;
    virtual SettingsValues values() const = 0;
    virtual SettingsFixed fixed() const = 0;
    /// Errors point at "address", "language", "ca_file" or "idle_lock"; an empty list means saved.
    virtual void save(const SettingsValues& values, QObject* context, std::function<void(const QList<Error>&)> done) = 0;
    /// Asks the service at that address for its handshake; the text says who answered.
    virtual void tryConnection(const QString& address, const QString& caFile, QObject* context,
                               std::function<void(const Result<QString>&)> done) = 0;
    virtual AboutInfo about() const = 0;
};

} // namespace yoyo
