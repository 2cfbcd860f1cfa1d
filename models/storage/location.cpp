// SPDX-License-Identifier: Apache-2.0
#include "models/storage/location.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#ifdef Q_OS_LINUX
#include <sys/vfs.h>
#endif

namespace yoyo {

QString unfitFileSystem(quint32 magic)
{
    switch (magic) { // linux/magic.h, and the file systems' own headers where it is not listed there
    case 0x00004d44: // MSDOS, VFAT
    case 0x2011bab0: // exFAT
        return QStringLiteral("fat");
    case 0x00006969: // NFS
    case 0x0000517b: // SMB
    case 0xff534d42: // CIFS
    case 0xfe534d42: // SMB2
    case 0x0000564c: // NCP
    case 0x5346414f: // AFS
    case 0x73757245: // Coda
    case 0x00c36400: // Ceph
    case 0x01021997: // 9P
        return QStringLiteral("network");
    default:
        return {};
    }
}

static Error refusal(const QString& path, const QString& reason)
{
    return Error(ErrorCode::StoreLocationUnsafe, reason,
                 {{QStringLiteral("path"), path}, {QStringLiteral("reason"), reason}});
}

Result<void> checkStoreLocation(const QString& directory)
{
    if (!QDir::isAbsolutePath(directory))
        return refusal(directory, QStringLiteral("relative"));
    if (directory.startsWith(QStringLiteral("\\\\")) || directory.startsWith(QStringLiteral("//")))
        return refusal(directory, QStringLiteral("network"));
    QString existing = QDir::cleanPath(directory);
    while (!QFileInfo::exists(existing) && existing != QDir::rootPath())
        existing = QFileInfo(existing).path();
#ifdef Q_OS_LINUX
    struct statfs about = {};
    if (::statfs(QFile::encodeName(existing).constData(), &about) == 0) {
        const QString reason = unfitFileSystem(quint32(about.f_type));
        if (!reason.isEmpty())
            return refusal(directory, reason);
    }
#else
    const QByteArray type = QStorageInfo(existing).fileSystemType().toUpper();
    if (type.contains("FAT"))
        return refusal(directory, QStringLiteral("fat"));
#endif
    return {};
}

} // namespace yoyo
