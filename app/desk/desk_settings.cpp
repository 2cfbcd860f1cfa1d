// SPDX-License-Identifier: Apache-2.0
#include "app/desk/desk_settings.h"

#include "app/composition/composition.h"
#include "models/domain/policy_values.h"
#include "models/domain/when_done.h"
#include "models/session/session.h"
#include "models/sync/sync_runner.h"

#include <QDir>

namespace yoyo {

DeskSettings::DeskSettings(Composition& composition, std::function<bool()> isSignedIn)
    : m_composition(composition), m_isSignedIn(std::move(isSignedIn))
{
}

SettingsValues DeskSettings::values() const
{
    const Profile& profile = m_composition.profile();
    SettingsValues values;
    values.address = profile.address.toString();
    values.caFile = profile.caFile;
    values.language = profile.language.isEmpty() ? QStringLiteral("ja") : profile.language;
    values.idleLockMinutes = idleLockMinutes(m_composition);
    return values;
}

SettingsFixed DeskSettings::fixed() const
{
    SettingsFixed fixed;
    fixed.idleLockMaximum = PolicyValues::fromJson(m_composition.session().policy()).idleLockMinutes;
    fixed.address = m_isSignedIn();
    fixed.caFile = fixed.isInUse = fixed.address;
    return fixed;
}

QList<Error> DeskSettings::saveLocal(const SettingsValues& values)
{
    Profile profile = m_composition.profile();
    profile.language = values.language;
    profile.idleLockMinutes = values.idleLockMinutes;
    if (const auto saved = m_composition.saveProfile(profile); !saved)
        return {saved.error()};
    return {};
}

void DeskSettings::save(const SettingsValues& values, QObject* context,
                        std::function<void(const QList<Error>&)> done)
{
    const SettingsValues present = this->values();
    const auto address = serviceAddress(values.address);
    const bool isSameService = values.caFile == present.caFile
                               && (values.address == present.address
                                   || (address && *address == m_composition.profile().address));
    if (isSameService) {
        done(saveLocal(values));
        return;
    }
    if (!address) {
        Error error = address.error();
        error.pointer = QStringLiteral("address");
        done({error});
        return;
    }
    whenDone(m_composition.connectTo(*address, values.caFile), context,
             [this, values, done](const Result<Handshake>& answer) {
            if (answer) {
                done(saveLocal(values));
                return;
            }
            Error error = answer.error();
            error.pointer = error.code == ErrorCode::CaFileUnusable || error.code == ErrorCode::TlsUnknownCa
                                ? QStringLiteral("ca_file")
                                : QStringLiteral("address");
            done({error});
        });
}

void DeskSettings::tryConnection(const QString& typed, const QString& caFile, QObject* context,
                                 std::function<void(const Result<QString>&)> done)
{
    const auto address = serviceAddress(typed);
    if (!address) {
        done(address.error());
        return;
    }
    whenDone(m_composition.tryAddress(*address, caFile), context, [done](const Result<Handshake>& answer) {
        if (answer)
            done(QStringLiteral("%1 %2").arg(answer->service, answer->version));
        else
            done(answer.error());
    });
}

AboutInfo DeskSettings::about() const
{
    AboutInfo info;
    info.version = QStringLiteral(YOYO_VERSION);
    info.contract = QString::number(contractVersion);
    info.environment = m_composition.profile().environment;
    info.dataFolder = QDir::toNativeSeparators(m_composition.directory());
    info.qtVersion = QString::fromLatin1(qVersion());
    if (const auto& handshake = m_composition.sync().handshake())
        info.serviceVersion = handshake->version;
    return info;
}

int idleLockMinutes(const Composition& composition)
{
    const int policy = PolicyValues::fromJson(composition.session().policy()).idleLockMinutes;
    const int own = composition.profile().idleLockMinutes;
    return own > 0 ? std::min(own, policy) : policy;
}

} // namespace yoyo
