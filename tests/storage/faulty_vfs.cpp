// SPDX-License-Identifier: Apache-2.0
#include "tests/storage/faulty_vfs.h"

#include "models/storage/encrypted_vfs.h"

#include <sqlite3.h>

#include <mutex>

namespace yoyo::test {

static std::function<void(const char*)> beforeChange;
static sqlite3_io_methods methods;

Faults& faults()
{
    static Faults instance;
    return instance;
}

void setBeforeChange(std::function<void(const char*)> hook)
{
    beforeChange = std::move(hook);
}

static bool isFailing()
{
    Faults& f = faults();
    const qint64 call = ++f.calls;
    const qint64 at = f.failAt;
    return at > 0 && (f.isPersistent ? call >= at : call == at);
}

static void aboutToChange(const char* what)
{
    if (beforeChange)
        beforeChange(what);
}

static constexpr int innerOffset = 16;

static sqlite3_file* innerOf(sqlite3_file* file)
{
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + innerOffset);
}

static int faultyRead(sqlite3_file* file, void* to, int count, sqlite3_int64 offset)
{
    if (isFailing())
        return SQLITE_IOERR_READ;
    return innerOf(file)->pMethods->xRead(innerOf(file), to, count, offset);
}

static int faultyWrite(sqlite3_file* file, const void* from, int count, sqlite3_int64 offset)
{
    aboutToChange("write");
    if (isFailing())
        return SQLITE_IOERR_WRITE;
    if (faults().bytesLeft >= 0) {
        if (faults().bytesLeft < count)
            return SQLITE_FULL;
        faults().bytesLeft -= count;
    }
    return innerOf(file)->pMethods->xWrite(innerOf(file), from, count, offset);
}

static int faultyTruncate(sqlite3_file* file, sqlite3_int64 size)
{
    aboutToChange("truncate");
    if (isFailing())
        return SQLITE_IOERR_TRUNCATE;
    return innerOf(file)->pMethods->xTruncate(innerOf(file), size);
}

static int faultySync(sqlite3_file* file, int flags)
{
    aboutToChange("sync");
    if (isFailing())
        return SQLITE_IOERR_FSYNC;
    return innerOf(file)->pMethods->xSync(innerOf(file), flags);
}

static int faultySize(sqlite3_file* file, sqlite3_int64* size)
{
    if (isFailing())
        return SQLITE_IOERR_FSTAT;
    return innerOf(file)->pMethods->xFileSize(innerOf(file), size);
}

static int faultyLock(sqlite3_file* file, int level)
{
    if (isFailing())
        return SQLITE_IOERR_LOCK;
    return innerOf(file)->pMethods->xLock(innerOf(file), level);
}

static int faultyClose(sqlite3_file* file)
{
    return innerOf(file)->pMethods->xClose(innerOf(file));
}
static int faultyUnlock(sqlite3_file* file, int level)
{
    return innerOf(file)->pMethods->xUnlock(innerOf(file), level);
}
static int faultyCheck(sqlite3_file* file, int* out)
{
    return innerOf(file)->pMethods->xCheckReservedLock(innerOf(file), out);
}
static int faultyControl(sqlite3_file* file, int operation, void* argument)
{
    return innerOf(file)->pMethods->xFileControl(innerOf(file), operation, argument);
}
static int faultySector(sqlite3_file* file)
{
    return innerOf(file)->pMethods->xSectorSize(innerOf(file));
}
static int faultyDevice(sqlite3_file* file)
{
    return innerOf(file)->pMethods->xDeviceCharacteristics(innerOf(file));
}
static int faultyShmMap(sqlite3_file* file, int region, int size, int extend, void volatile** out)
{
    if (isFailing())
        return SQLITE_IOERR_SHMMAP;
    return innerOf(file)->pMethods->xShmMap(innerOf(file), region, size, extend, out);
}
static int faultyShmLock(sqlite3_file* file, int offset, int count, int flags)
{
    return innerOf(file)->pMethods->xShmLock(innerOf(file), offset, count, flags);
}
static void faultyShmBarrier(sqlite3_file* file)
{
    innerOf(file)->pMethods->xShmBarrier(innerOf(file));
}
static int faultyShmUnmap(sqlite3_file* file, int isDelete)
{
    return innerOf(file)->pMethods->xShmUnmap(innerOf(file), isDelete);
}

static sqlite3_vfs* below(sqlite3_vfs* vfs)
{
    return static_cast<sqlite3_vfs*>(vfs->pAppData);
}

static int faultyOpen(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    file->pMethods = nullptr;
    if (isFailing())
        return SQLITE_CANTOPEN;
    if (faults().isReadOnly && name) {
        if (!(flags & SQLITE_OPEN_MAIN_DB))
            return SQLITE_CANTOPEN;
        flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
    }
    innerOf(file)->pMethods = nullptr;
    const int code = below(vfs)->xOpen(below(vfs), name, innerOf(file), flags, outFlags);
    if (innerOf(file)->pMethods)
        file->pMethods = &methods;
    return code;
}

static int faultyDelete(sqlite3_vfs* vfs, const char* name, int sync)
{
    aboutToChange("delete");
    if (isFailing())
        return SQLITE_IOERR_DELETE;
    return below(vfs)->xDelete(below(vfs), name, sync);
}

static int faultyAccess(sqlite3_vfs* vfs, const char* name, int flags, int* out)
{
    if (isFailing())
        return SQLITE_IOERR_ACCESS;
    return below(vfs)->xAccess(below(vfs), name, flags, out);
}

void registerFaultyVfs()
{
    static std::once_flag once;
    std::call_once(once, [] {
        methods = {2, faultyClose, faultyRead, faultyWrite, faultyTruncate, faultySync, faultySize, faultyLock,
                   faultyUnlock, faultyCheck, faultyControl, faultySector, faultyDevice, faultyShmMap, faultyShmLock,
                   faultyShmBarrier, faultyShmUnmap, nullptr, nullptr};
        static sqlite3_vfs vfs = *sqlite3_vfs_find(nullptr);
        vfs.pAppData = sqlite3_vfs_find(nullptr);
        vfs.pNext = nullptr;
        vfs.szOsFile += innerOffset;
        vfs.zName = "faulty";
        vfs.xOpen = faultyOpen;
        vfs.xDelete = faultyDelete;
        vfs.xAccess = faultyAccess;
        // The rest of unix's functions take its own sqlite3_vfs only to pass it on.
        sqlite3_vfs_register(&vfs, 0);
        registerEncryptedVfs(QByteArrayLiteral("yoyo-faulty"), &vfs);
    });
}

} // namespace yoyo::test
