// SPDX-License-Identifier: Apache-2.0
#include "models/storage/durable_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#endif

namespace yoyo {

static Error failure(const QFileDevice& file, const QString& path)
{
    ErrorCode code = ErrorCode::StoreIo;
    if (file.error() == QFileDevice::PermissionsError)
        code = ErrorCode::StoreReadOnly;
    else if (file.error() == QFileDevice::ResourceError)
        code = ErrorCode::DiskFull;
    return Error(code, file.errorString(), {{QStringLiteral("file"), QFileInfo(path).fileName()}});
}

static bool syncHandle(int handle)
{
#ifdef Q_OS_UNIX
    return handle >= 0 && ::fsync(handle) == 0;
#else
    Q_UNUSED(handle)
    return true; // QSaveFile flushes; there is nothing to be done for a folder
#endif
}

Result<void> syncDirectory(const QString& path)
{
#ifdef Q_OS_UNIX
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool isDone = syncHandle(fd);
    const int problem = errno;
    if (fd >= 0)
        ::close(fd);
    if (!isDone)
        return Error(ErrorCode::StoreIo, QString::fromLocal8Bit(std::strerror(problem)),
                     {{QStringLiteral("file"), QFileInfo(path).fileName()}});
#else
    Q_UNUSED(path)
#endif
    return {};
}

Result<void> writeDurably(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(file, path);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(bytes) != bytes.size() || !file.flush() || !syncHandle(file.handle()) || !file.commit())
        return failure(file, path);
    return syncDirectory(QFileInfo(path).absolutePath());
}

Result<QByteArray> readWhole(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return Error(ErrorCode::StoreMissing, {}, {{QStringLiteral("file"), QFileInfo(path).fileName()}});
    if (!file.open(QIODevice::ReadOnly))
        return failure(file, path);
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(file, path);
    return bytes;
}

Result<void> makePrivateDirectory(const QString& path)
{
    const bool wasThere = QFileInfo(path).isDir();
    if (!QDir().mkpath(path))
        return Error(ErrorCode::StoreReadOnly, QStringLiteral("the folder cannot be made"),
                     {{QStringLiteral("file"), QFileInfo(path).fileName()}});
    if (!wasThere)
        QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return {};
}

Result<void> makePrivateFile(const QString& path)
{
    QFile file(path);
    if (file.exists())
        return {};
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        if (file.exists())
            return {}; // another process was quicker
        return failure(file, path);
    }
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.close();
    return syncDirectory(QFileInfo(path).absolutePath());
}

} // namespace yoyo
