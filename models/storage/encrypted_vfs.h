// SPDX-License-Identifier: Apache-2.0
// An SQLite VFS that encrypts what another VFS stores. What lies on the disk:
// - Main file: units of 4,096 bytes, AES-256-XTS, tweak = unit number. Written and read as whole pages.
// - WAL: file header and frame headers in the clear (page numbers and checksums show); each page is a unit of its
//   own whose tweak is (frame number, the two salts of the WAL's generation). SQLite changes the salts whenever it
//   starts the WAL again, so no tweak ever serves two generations: with the frame number alone, two copies of the
//   disk would show which blocks of a frame are the same. Within a generation a committed frame is never rewritten.
// - Rollback journal: units as in the main file; SQLite's small writes become read, change, write. The file is
//   rounded up to whole units and followed by (size mod 4096) zero bytes, which is how its true size is found again.
// - Temporary files: the same under a random key that dies with the handle.
// A unit that is all zero on the disk reads as zero: that is what a hole in a file looks like.
// Keys come from a table in this process by path, never through a URI. Without a key a file cannot be opened.
// XTS gives no integrity: a changed 16-byte block turns into noise that SQLite's own checks may or may not notice.
#pragma once

#include "models/domain/result.h"
#include "models/domain/secret_buffer.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct sqlite3_vfs;

namespace yoyo {

/// Registers the shim under `name` above `base` (null: SQLite's default) unless that name is taken. The VFS stays for
/// the life of the process. Any thread.
void registerEncryptedVfs(const QByteArray& name = QByteArrayLiteral("yoyo"), sqlite3_vfs* base = nullptr);

/// While one of these lives, connections of this process can open the file and its companions. Several for one
/// path count; the first one's key stands.
class FileKey
{
public:
    /// `fileId` enters the key: the same file must be opened under the same id wherever it lies ("work", "cache").
    FileKey(const QString& path, const SecretBuffer& dataKey, const QByteArray& fileId);
    ~FileKey();
    FileKey(const FileKey&) = delete;
    FileKey& operator=(const FileKey&) = delete;

private:
    QByteArray m_path;
};

} // namespace yoyo
