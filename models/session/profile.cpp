// SPDX-License-Identifier: Apache-2.0
#include "models/session/profile.h"

#include "models/domain/ids.h"
#include "models/domain/random_source.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

namespace yoyo {

constexpr int profileFormat = 1;
constexpr qint64 largestProfile = 64 * 1024;

static QString profilePath(const QString& directory)
{
    return directory + QStringLiteral("/profile.json");
}

static Error unusable(const QString& directory, const QString& why)
{
    return Error(ErrorCode::ProfileUnusable, why, {{QStringLiteral("file"), profilePath(directory)}});
}

Result<QString> profileDirectory(const QString& name)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$"));
    if (!form.match(name).hasMatch()) {
        return Error(ErrorCode::StoreLocationUnsafe, QStringLiteral("profile name"),
                     {{QStringLiteral("path"), name}, {QStringLiteral("reason"), QStringLiteral("name")}});
    }
    return QString(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                   QStringLiteral("/yoyo-desk/profiles/") + name);
}

static Result<Profile> profileFromJson(const QString& directory, const QByteArray& bytes)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parse);
    if (!document.isObject())
        return unusable(directory, QStringLiteral("not a JSON object: ") + parse.errorString());
    const QJsonObject json = document.object();
    if (json.value(QStringLiteral("format")).toInt() != profileFormat)
        return unusable(directory, QStringLiteral("format is not 1"));

    Profile profile;
    profile.deviceId = idFromText(json.value(QStringLiteral("device_id")).toString());
    if (profile.deviceId.isNull())
        return unusable(directory, QStringLiteral("device_id missing"));
    const QString address = json.value(QStringLiteral("address")).toString();
    if (!address.isEmpty()) {
        const Result<QUrl> url = serviceAddress(address);
        if (!url)
            return unusable(directory, QStringLiteral("address is not an https address"));
        profile.address = *url;
    }
    profile.caFile = json.value(QStringLiteral("ca_file")).toString();
    profile.language = json.value(QStringLiteral("language")).toString();
    profile.environment = json.value(QStringLiteral("environment")).toString();
    profile.idleLockMinutes = json.value(QStringLiteral("idle_lock_minutes")).toInt();
    return profile;
}

Result<Profile> loadProfile(const QString& directory)
{
    QFile file(profilePath(directory));
    if (!file.exists()) {
        return Error(ErrorCode::ProfileMissing, {}, {{QStringLiteral("profile"), QDir(directory).dirName()}});
    }
    if (!file.open(QIODevice::ReadOnly))
        return unusable(directory, file.errorString());
    if (file.size() > largestProfile)
        return unusable(directory, QStringLiteral("too large"));
    return profileFromJson(directory, file.readAll());
}

Result<Profile> loadOrMakeProfile(const QString& directory, RandomSource& random)
{
    Result<Profile> found = loadProfile(directory);
    if (found || found.error().code != ErrorCode::ProfileMissing)
        return found;
    Profile made;
    QByteArray raw = random.bytes(16);
    raw[6] = char((raw[6] & 0x0f) | 0x40);
    raw[8] = char((raw[8] & 0x3f) | 0x80);
    made.deviceId = QUuid::fromRfc4122(raw);
    return made;
}

static Error writeError(const QSaveFile& file)
{
    const QJsonObject params{{QStringLiteral("file"), file.fileName()}};
    if (file.error() == QFileDevice::ResourceError)
        return Error(ErrorCode::DiskFull, file.errorString(), params);
    if (file.error() == QFileDevice::OpenError || file.error() == QFileDevice::PermissionsError)
        return Error(ErrorCode::StoreReadOnly, file.errorString(), params);
    return Error(ErrorCode::StoreIo, file.errorString(), params);
}

Result<void> saveProfile(const QString& directory, const Profile& profile)
{
    const QJsonObject json{
        {QStringLiteral("format"), profileFormat},
        {QStringLiteral("device_id"), idText(profile.deviceId)},
        {QStringLiteral("address"), profile.address.toString()},
        {QStringLiteral("ca_file"), profile.caFile},
        {QStringLiteral("language"), profile.language},
        {QStringLiteral("environment"), profile.environment},
        {QStringLiteral("idle_lock_minutes"), profile.idleLockMinutes},
    };
    const bool isNew = !QDir(directory).exists();
    if (isNew && QDir().mkpath(directory)) {
        QFile::setPermissions(directory,
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }
    QSaveFile file(profilePath(directory));
    if (!file.open(QIODevice::WriteOnly))
        return writeError(file);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QJsonDocument(json).toJson(QJsonDocument::Indented));
    if (!file.commit())
        return writeError(file);
    return {};
}

Result<QString> setProfileAside(const QString& directory)
{
    const QString from = profilePath(directory);
    for (int n = 1; n < 1000; ++n) {
        const QString to = QStringLiteral("%1.damaged-%2").arg(from).arg(n);
        if (QFile::exists(to))
            continue;
        if (QFile::rename(from, to))
            return to;
        break;
    }
    return Error(ErrorCode::StoreIo, QStringLiteral("rename failed"), {{QStringLiteral("file"), from}});
}

Result<QUrl> serviceAddress(const QString& typed)
{
    // Full-width letters come from an IME left on; they mean the same.
    QString text = typed.normalized(QString::NormalizationForm_KC).trimmed();
    const QJsonObject params{{QStringLiteral("address"), text}};
    if (text.startsWith(QStringLiteral("http://"), Qt::CaseInsensitive))
        return Error(ErrorCode::PlainHttpRefused, {}, params);
    if (!text.contains(QStringLiteral("://")))
        text.prepend(QStringLiteral("https://"));
    const QUrl url(text, QUrl::StrictMode);
    const bool isPlain = url.isValid() && url.scheme() == QStringLiteral("https") && !url.host().isEmpty() &&
                         url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment() &&
                         (url.path().isEmpty() || url.path() == QStringLiteral("/")) && url.port(443) != 0;
    if (!isPlain)
        return Error(ErrorCode::AddressInvalid, {}, params);
    QUrl address;
    address.setScheme(QStringLiteral("https"));
    address.setHost(url.host());
    if (url.port() > 0 && url.port() != 443)
        address.setPort(url.port());
    return address;
}

} // namespace yoyo
