// SPDX-License-Identifier: Apache-2.0
// What the settings and about pages read and change, over the composition. GUI thread.
#pragma once

#include "ui/settings/settings_backend.h"

namespace yoyo {

class Composition;

class DeskSettings final : public SettingsBackend
{
public:
    /// Borrowed. `signedIn` answers whether somebody is: the service is not changed under a person.
    DeskSettings(Composition& composition, std::function<bool()> isSignedIn);

    SettingsValues values() const override;
    SettingsFixed fixed() const override;
    void save(const SettingsValues& values, QObject* context, std::function<void(const QList<Error>&)> done) override;
    void tryConnection(const QString& address, const QString& caFile, QObject* context,
                       std::function<void(const Result<QString>&)> done) override;
    AboutInfo about() const override;

private:
    QList<Error> saveLocal(const SettingsValues& values);

    Composition& m_composition;
    std::function<bool()> m_isSignedIn;
};

/// Minutes without a touch until the window locks: the stricter of policy and this PC's setting.
int idleLockMinutes(const Composition& composition);

} // namespace yoyo
