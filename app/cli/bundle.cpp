// SPDX-License-Identifier: Apache-2.0
#include "app/cli/bundle.h"

#include "app/cli/zip_file.h"
#include "app/composition/composition.h"
#include "app/composition/event_log.h"
#include "models/central/messages.h"
#include "models/domain/clock.h"

#include <QJsonDocument>
#include <QSaveFile>
#include <QSslSocket>
#include <QSysInfo>

namespace yoyo {

constexpr qint64 hoursOfLog = 12;

static QByteArray versions()
{
    const QStringList lines{QStringLiteral("yoyo %1").arg(QStringLiteral(YOYO_VERSION)),
                            QStringLiteral("contract %1").arg(contractVersion),
                            QStringLiteral("Qt %1").arg(QString::fromLatin1(qVersion())),
                            QStringLiteral("TLS %1").arg(QSslSocket::sslLibraryVersionString()),
                            QStringLiteral("system %1, %2, kernel %3")
                                .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(),
                                     QSysInfo::kernelVersion())};
    return lines.join(QLatin1Char('\n')).toUtf8() + '\n';
}

static QByteArray settings(const Profile& profile)
{
    const auto source = [](bool isSet) { return isSet ? QStringLiteral("profile") : QStringLiteral("default"); };
    const QStringList lines{
        QStringLiteral("address = %1 (%2)").arg(profile.address.toString(), source(!profile.address.isEmpty())),
        QStringLiteral("certificates = %1 (%2)")
            .arg(profile.caFile.isEmpty() ? QStringLiteral("of the system") : QStringLiteral("a file of their own"),
                 source(!profile.caFile.isEmpty())),
        QStringLiteral("environment = %1 (service)").arg(profile.environment),
        QStringLiteral("language = %1 (%2)").arg(profile.language, source(!profile.language.isEmpty())),
        QStringLiteral("idle lock minutes = %1 (%2)").arg(profile.idleLockMinutes).arg(source(profile.idleLockMinutes > 0))};
    return lines.join(QLatin1Char('\n')).toUtf8() + '\n';
}

Result<QStringList> writeBundle(const QString& path, const Composition& composition, const QJsonArray& checks)
{
    const QDateTime now = composition.clock().nowUtc();
    const QStringList log = EventLog::linesSince(composition.directory(), now.addSecs(-hoursOfLog * 3600));
    const std::pair<QString, QByteArray> files[] = {
        {QStringLiteral("versions.txt"), versions()},
        {QStringLiteral("settings.txt"), settings(composition.profile())},
        {QStringLiteral("checks.json"), QJsonDocument(checks).toJson()},
        {QStringLiteral("events.log"), log.join(QLatin1Char('\n')).toUtf8() + '\n'},
    };
    ZipFile zip(now.toLocalTime());
    QStringList names;
    for (const auto& [name, content] : files) {
        zip.add(name, content);
        names.append(name);
    }
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(zip.finished()) < 0 || !out.commit()) {
        const bool isFull = out.error() == QFileDevice::ResourceError;
        return Error(isFull ? ErrorCode::DiskFull : ErrorCode::OutputNotWritable, out.errorString(),
                     {{QStringLiteral("file"), path}});
    }
    return names;
}

} // namespace yoyo
