// SPDX-License-Identifier: Apache-2.0
// store.key and office.sealed as somebody else may have left them: refused with a code, or opened; never a crash, and
// never a key out of a file that was not made with the secret.
#include "models/domain/random_source.h"
#include "models/storage/office_sealed.h"
#include "models/storage/store_key_file.h"

#include <QFileInfo>
#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>

using namespace yoyo;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    static const QTemporaryDir dir(QFileInfo::exists(QStringLiteral("/dev/shm")) ? QStringLiteral("/dev/shm/yoyo-fuzz-XXXXXX")
                                                                              : QStringLiteral("yoyo-fuzz-XXXXXX"));
    static SystemRandom random;
    static const SecretBuffer secret = [] {
        QByteArray bytes(32, 's');
        return SecretBuffer::takeFrom(bytes);
    }();
    const QString path = dir.filePath(QStringLiteral("file"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        std::abort();
    file.write(reinterpret_cast<const char*>(data), qint64(size));
    file.close();
    if (const auto key = StoreKeyFile::load(path, random)) {
        const QDateTime now = QDateTime::fromSecsSinceEpoch(1'780'000'000, Qt::UTC);
        (void)key->lastOnline();
        (void)key->sessionExpires();
        if (key->openSession(secret, now) || key->openService(secret))
            std::abort(); // nothing here was sealed under it
    }
    if (OfficeSealed::load(path, secret))
        std::abort();
    return 0;
}
