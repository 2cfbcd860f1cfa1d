// SPDX-License-Identifier: Apache-2.0
#include "models/storage/encrypted_vfs.h"

#include "models/storage/unit_cipher.h"

#include <openssl/rand.h>
#include <sqlite3.h>

#include <QFile>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <string>

namespace yoyo {

namespace {

constexpr int unit = UnitCipher::unitSize;
constexpr int walHeader = 32;
constexpr int frameHeader = 24;
constexpr int frameSize = frameHeader + unit;
constexpr int saltOffset = 8; ///< of both salts in a frame header
constexpr int walHeaderSalts = 16;

enum class Kind { Main, Wal, Journal, Temporary };

struct Keys
{
    SecretBuffer main, wal, journal;
    int holders = 0;
    /// WAL handles of this process. While there is one, the file is in WAL mode for everybody.
    std::atomic<int> openWals{0};
};

std::mutex keysMutex;
std::map<std::string, std::shared_ptr<Keys>, std::less<>> keysByPath;

std::shared_ptr<Keys> keysOf(std::string_view path)
{
    const std::lock_guard lock(keysMutex);
    // "x.db-wal", "x.db-journal" and super-journals "x.db-mjXXXXXXXXX" belong to "x.db".
    for (;;) {
        if (const auto hit = keysByPath.find(path); hit != keysByPath.end())
            return hit->second;
        const auto dash = path.rfind('-');
        const auto slash = path.rfind('/');
        if (dash == std::string_view::npos || (slash != std::string_view::npos && dash < slash))
            return nullptr;
        path = path.substr(0, dash);
    }
}

/// An open file. One thread at a time, as SQLite promises for a connection.
class State
{
public:
    State(Kind kind, sqlite3_file* inner, std::shared_ptr<Keys> keys, const SecretBuffer& key)
        : m_kind(kind), m_inner(inner), m_keys(std::move(keys)), m_cipher(key)
    {
        if (m_kind == Kind::Wal)
            ++m_keys->openWals;
    }
    ~State()
    {
        if (m_kind == Kind::Wal)
            --m_keys->openWals;
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    bool isReady() const { return m_cipher.isReady(); }
    Kind kind() const { return m_kind; }
    sqlite3_file* inner() const { return m_inner; }
    bool isInWalMode() const { return m_keys && m_keys->openWals > 0; }

    int read(char* to, int count, sqlite3_int64 offset)
    {
        return m_kind == Kind::Wal ? readWal(to, count, offset) : readUnits(to, count, offset);
    }
    int write(const char* from, int count, sqlite3_int64 offset)
    {
        return m_kind == Kind::Wal ? writeWal(from, count, offset) : writeUnits(from, count, offset);
    }
    int truncate(sqlite3_int64 size);
    int size(sqlite3_int64* size);

private:
    using Tweak = UnitCipher::Tweak;
    int innerRead(void* to, int count, sqlite3_int64 offset)
    {
        return m_inner->pMethods->xRead(m_inner, to, count, offset);
    }
    int innerWrite(const void* from, int count, sqlite3_int64 offset)
    {
        return m_inner->pMethods->xWrite(m_inner, from, count, offset);
    }
    static Tweak unitTweak(sqlite3_int64 number);
    Tweak frameTweak(sqlite3_int64 frame) const;

    int readUnits(char* to, int count, sqlite3_int64 offset);
    int writeUnits(const char* from, int count, sqlite3_int64 offset);
    int loadUnit(sqlite3_int64 number, char* to);
    int storeUnit(sqlite3_int64 number, const char* from, int zeroTail);
    int putSize(sqlite3_int64 newSize);

    int readWal(char* to, int count, sqlite3_int64 offset);
    int readFrame(char* to, int count, sqlite3_int64 frame, int inside);
    int writeWal(const char* from, int count, sqlite3_int64 offset);
    int writeFrame(const char* from, int count, sqlite3_int64 frame, int inside);
    int useSalts(const char* ofFrame);
    int loadSalts(sqlite3_int64 frame);

    const Kind m_kind;
    sqlite3_file* const m_inner;
    const std::shared_ptr<Keys> m_keys; ///< null for temporary files
    UnitCipher m_cipher;
    sqlite3_int64 m_temporarySize = 0;
    sqlite3_int64 m_saltsFrame = -1; ///< the frame whose salts are in m_salts
    unsigned char m_salts[8] = {};
    alignas(64) char m_plain[unit] = {};
    alignas(64) char m_stored[frameSize + unit] = {}; ///< a frame, or a unit and its tail of zeros
};

UnitCipher::Tweak State::unitTweak(sqlite3_int64 number)
{
    Tweak tweak{};
    for (int i = 0; i < 8; ++i)
        tweak[std::size_t(i)] = static_cast<unsigned char>(quint64(number) >> (8 * i));
    return tweak;
}

UnitCipher::Tweak State::frameTweak(sqlite3_int64 frame) const
{
    Tweak tweak = unitTweak(frame);
    std::memcpy(tweak.data() + 8, m_salts, sizeof m_salts);
    return tweak;
}

bool isAllZero(const char* data)
{
    return data[0] == 0 && std::memcmp(data, data + 1, unit - 1) == 0;
}

/// How many bytes of a span starting at `offset` lie in the unit it starts in.
int partOf(sqlite3_int64 offset, int count)
{
    return int(std::min<sqlite3_int64>(count, unit - offset % unit));
}

sqlite3_int64 roundedUp(sqlite3_int64 size)
{
    return (size + unit - 1) / unit * unit;
}

// ---- files of units: main, journal, temporary

int State::size(sqlite3_int64* size)
{
    if (m_kind == Kind::Temporary) {
        *size = m_temporarySize;
        return SQLITE_OK;
    }
    const int code = m_inner->pMethods->xFileSize(m_inner, size);
    if (code == SQLITE_OK && m_kind == Kind::Journal && *size % unit != 0)
        *size = *size < unit ? 0 : (*size / unit - 1) * unit + *size % unit;
    return code;
}

// A unit that is not whole on the disk counts as not there: SQLITE_IOERR_SHORT_READ and zeros.
int State::loadUnit(sqlite3_int64 number, char* to)
{
    const int code = innerRead(m_stored, unit, number * unit);
    if (code != SQLITE_OK) {
        if (code == SQLITE_IOERR_SHORT_READ)
            std::memset(to, 0, unit);
        return code;
    }
    if (isAllZero(m_stored))
        std::memset(to, 0, unit);
    else if (!m_cipher.decrypt(unitTweak(number), m_stored, to))
        return SQLITE_IOERR_READ;
    return SQLITE_OK;
}

int State::storeUnit(sqlite3_int64 number, const char* from, int zeroTail)
{
    if (!m_cipher.encrypt(unitTweak(number), from, m_stored))
        return SQLITE_IOERR_WRITE;
    std::memset(m_stored + unit, 0, std::size_t(zeroTail));
    return innerWrite(m_stored, unit + zeroTail, number * unit);
}

int State::readUnits(char* to, int count, sqlite3_int64 offset)
{
    if (m_kind == Kind::Main && count == unit && offset % unit == 0)
        return loadUnit(offset / unit, to);

    int wanted = count;
    if (m_kind != Kind::Main) {
        sqlite3_int64 end = 0;
        if (const int code = size(&end); code != SQLITE_OK)
            return code;
        wanted = int(std::clamp<sqlite3_int64>(end - offset, 0, count));
    }
    int done = 0;
    while (done < wanted) {
        const sqlite3_int64 at = offset + done;
        const int part = partOf(at, wanted - done);
        const bool isWhole = part == unit;
        const int code = loadUnit(at / unit, isWhole ? to + done : m_plain);
        if (code == SQLITE_IOERR_SHORT_READ && m_kind == Kind::Main)
            break;
        if (code == SQLITE_IOERR_SHORT_READ)
            std::memset(m_plain, 0, unit); // a hole at the end
        else if (code != SQLITE_OK)
            return code;
        if (!isWhole)
            std::memcpy(to + done, m_plain + at % unit, std::size_t(part));
        done += part;
    }
    if (done == count)
        return SQLITE_OK;
    std::memset(to + done, 0, std::size_t(count - done));
    return SQLITE_IOERR_SHORT_READ;
}

int State::writeUnits(const char* from, int count, sqlite3_int64 offset)
{
    if (m_kind == Kind::Main && count == unit && offset % unit == 0)
        return storeUnit(offset / unit, from, 0);

    sqlite3_int64 oldSize = 0;
    if (const int code = size(&oldSize); code != SQLITE_OK)
        return code;
    const sqlite3_int64 newSize = std::max(oldSize, offset + count);
    int done = 0;
    while (done < count) {
        const sqlite3_int64 at = offset + done;
        const int part = partOf(at, count - done);
        const sqlite3_int64 number = at / unit;
        const char* plain = from + done;
        if (part != unit) {
            std::memset(m_plain, 0, unit);
            if (number * unit < oldSize) {
                const int code = loadUnit(number, m_plain);
                if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
                    return code;
            }
            std::memcpy(m_plain + at % unit, plain, std::size_t(part));
            plain = m_plain;
        }
        done += part;
        // The size of a journal goes out in the same write as its last unit.
        const bool isLast = done == count && newSize > oldSize;
        const int tail = m_kind == Kind::Journal && isLast ? int(newSize % unit) : 0;
        if (const int code = storeUnit(number, plain, tail); code != SQLITE_OK)
            return code;
    }
    m_temporarySize = newSize;
    // Growing to a whole number of units takes the old tail away.
    if (m_kind == Kind::Journal && newSize > oldSize && newSize % unit == 0)
        return putSize(newSize);
    return SQLITE_OK;
}

int State::putSize(sqlite3_int64 newSize)
{
    const sqlite3_int64 physical = roundedUp(newSize) + (m_kind == Kind::Journal ? newSize % unit : 0);
    sqlite3_int64 now = 0;
    if (const int code = m_inner->pMethods->xFileSize(m_inner, &now); code != SQLITE_OK)
        return code;
    m_temporarySize = newSize;
    // Down to whole units first: the tail must be zeros, not what an old unit left there.
    if (now > roundedUp(newSize)) {
        if (const int code = m_inner->pMethods->xTruncate(m_inner, roundedUp(newSize)); code != SQLITE_OK)
            return code;
        now = roundedUp(newSize);
    }
    return now == physical ? SQLITE_OK : m_inner->pMethods->xTruncate(m_inner, physical);
}

int State::truncate(sqlite3_int64 newSize)
{
    if (m_kind == Kind::Wal)
        return m_inner->pMethods->xTruncate(m_inner, newSize);
    sqlite3_int64 oldSize = 0;
    if (const int code = size(&oldSize); code != SQLITE_OK)
        return code;
    // Bytes past the end must be zero within the last unit, or growing again would show them.
    if (newSize < oldSize && newSize % unit != 0) {
        const sqlite3_int64 number = newSize / unit;
        if (const int code = loadUnit(number, m_plain); code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
            return code;
        std::memset(m_plain + newSize % unit, 0, std::size_t(unit - newSize % unit));
        if (const int code = storeUnit(number, m_plain, 0); code != SQLITE_OK)
            return code;
    }
    return putSize(newSize);
}

// ---- the WAL

// The salts of a frame are those of its generation, which the WAL's header has too. SQLite leaves them zero in the
// headers of a large transaction whose checksums it will write again before it commits.
int State::useSalts(const char* ofFrame)
{
    static constexpr char none[sizeof m_salts] = {};
    std::memcpy(m_salts, ofFrame, sizeof m_salts);
    if (std::memcmp(m_salts, none, sizeof m_salts) != 0)
        return SQLITE_OK;
    return innerRead(m_salts, sizeof m_salts, walHeaderSalts);
}

int State::loadSalts(sqlite3_int64 frame)
{
    if (m_saltsFrame == frame)
        return SQLITE_OK;
    char salts[sizeof m_salts];
    int code = innerRead(salts, sizeof salts, walHeader + frame * frameSize + saltOffset);
    if (code == SQLITE_OK)
        code = useSalts(salts);
    m_saltsFrame = code == SQLITE_OK ? frame : -1;
    return code;
}

int State::readFrame(char* to, int count, sqlite3_int64 frame, int inside)
{
    const sqlite3_int64 start = walHeader + frame * frameSize;
    if (inside + count <= frameHeader)
        return innerRead(to, count, start + inside);
    // Header and page in one read: the salts are in the header.
    const int code = innerRead(m_stored, frameSize, start);
    if (code == SQLITE_IOERR_SHORT_READ)
        std::memset(to, 0, std::size_t(count));
    if (code != SQLITE_OK)
        return code;
    if (const int known = useSalts(m_stored + saltOffset); known != SQLITE_OK)
        return known;
    m_saltsFrame = frame;
    const bool isWholePage = inside == frameHeader && count == unit;
    char* const page = isWholePage ? to : m_plain;
    if (!m_cipher.decrypt(frameTweak(frame), m_stored + frameHeader, page))
        return SQLITE_IOERR_READ;
    if (isWholePage)
        return SQLITE_OK;
    const int headerPart = std::max(0, std::min(frameHeader - inside, count));
    std::memcpy(to, m_stored + inside, std::size_t(headerPart));
    std::memcpy(to + headerPart, m_plain + std::max(0, inside - frameHeader), std::size_t(count - headerPart));
    return SQLITE_OK;
}

int State::readWal(char* to, int count, sqlite3_int64 offset)
{
    if (offset + count <= walHeader)
        return innerRead(to, count, offset);
    if (offset < walHeader)
        return SQLITE_IOERR_READ; // SQLite reads the header alone
    while (count > 0) {
        const sqlite3_int64 frame = (offset - walHeader) / frameSize;
        const int inside = int((offset - walHeader) % frameSize);
        const int part = std::min(count, frameSize - inside);
        const int code = readFrame(to, part, frame, inside);
        if (code == SQLITE_IOERR_SHORT_READ)
            std::memset(to, 0, std::size_t(count));
        if (code != SQLITE_OK)
            return code;
        to += part;
        offset += part;
        count -= part;
    }
    return SQLITE_OK;
}

int State::writeFrame(const char* from, int count, sqlite3_int64 frame, int inside)
{
    const sqlite3_int64 start = walHeader + frame * frameSize;
    if (inside < frameHeader) {
        // SQLite writes frame headers whole; half of one would leave its page without its tweak.
        if (inside != 0 || count < frameHeader)
            return SQLITE_IOERR_WRITE;
        if (const int code = useSalts(from + saltOffset); code != SQLITE_OK)
            return code;
        m_saltsFrame = frame;
        if (count == frameHeader)
            return innerWrite(from, frameHeader, start);
        if (const int code = innerWrite(from, frameHeader, start); code != SQLITE_OK)
            return code;
        from += frameHeader;
        count -= frameHeader;
        inside = frameHeader;
    }
    if (const int code = loadSalts(frame); code != SQLITE_OK)
        return code == SQLITE_IOERR_SHORT_READ ? SQLITE_IOERR_WRITE : code;
    const char* page = from;
    if (count != unit) { // split where SQLite syncs in the middle of a frame
        const int code = innerRead(m_stored, unit, start + frameHeader);
        if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
            return code;
        if (code == SQLITE_IOERR_SHORT_READ)
            std::memset(m_plain, 0, unit);
        else if (!m_cipher.decrypt(frameTweak(frame), m_stored, m_plain))
            return SQLITE_IOERR_WRITE;
        std::memcpy(m_plain + inside - frameHeader, from, std::size_t(count));
        page = m_plain;
    }
    if (!m_cipher.encrypt(frameTweak(frame), page, m_stored))
        return SQLITE_IOERR_WRITE;
    return innerWrite(m_stored, unit, start + frameHeader);
}

int State::writeWal(const char* from, int count, sqlite3_int64 offset)
{
    if (offset == 0 && count == walHeader) {
        // Frames are placed for pages of 4,096 bytes; another size would be stored in the wrong units.
        const auto* h = reinterpret_cast<const unsigned char*>(from);
        const unsigned pageSize = unsigned(h[8]) << 24 | unsigned(h[9]) << 16 | unsigned(h[10]) << 8 | h[11];
        if (pageSize != unit)
            return SQLITE_IOERR_WRITE;
        m_saltsFrame = -1;
        return innerWrite(from, count, 0);
    }
    if (offset < walHeader)
        return SQLITE_IOERR_WRITE;
    while (count > 0) {
        const sqlite3_int64 frame = (offset - walHeader) / frameSize;
        const int inside = int((offset - walHeader) % frameSize);
        const int part = std::min(count, frameSize - inside);
        if (const int code = writeFrame(from, part, frame, inside); code != SQLITE_OK)
            return code;
        from += part;
        offset += part;
        count -= part;
    }
    return SQLITE_OK;
}

// ---- SQLite's tables of functions

struct File
{
    sqlite3_file head;
    State* state;
};
constexpr int innerOffset = (int(sizeof(File)) + 15) / 16 * 16;

State& stateOf(sqlite3_file* file)
{
    return *reinterpret_cast<File*>(file)->state;
}

sqlite3_file* innerOf(sqlite3_file* file)
{
    return stateOf(file).inner();
}

int fileClose(sqlite3_file* file)
{
    sqlite3_file* inner = innerOf(file);
    const int code = inner->pMethods->xClose(inner);
    delete reinterpret_cast<File*>(file)->state;
    file->pMethods = nullptr;
    return code;
}

int fileRead(sqlite3_file* file, void* to, int count, sqlite3_int64 offset)
{
    return stateOf(file).read(static_cast<char*>(to), count, offset);
}

int fileWrite(sqlite3_file* file, const void* from, int count, sqlite3_int64 offset)
{
    return stateOf(file).write(static_cast<const char*>(from), count, offset);
}

int fileTruncate(sqlite3_file* file, sqlite3_int64 size)
{
    return stateOf(file).truncate(size);
}

int fileSync(sqlite3_file* file, int flags)
{
    sqlite3_file* inner = innerOf(file);
    return inner->pMethods->xSync(inner, flags);
}

int fileSize(sqlite3_file* file, sqlite3_int64* size)
{
    return stateOf(file).size(size);
}

int fileLock(sqlite3_file* file, int level)
{
    sqlite3_file* inner = innerOf(file);
    return inner->pMethods->xLock(inner, level);
}

int fileUnlock(sqlite3_file* file, int level)
{
    sqlite3_file* inner = innerOf(file);
    return inner->pMethods->xUnlock(inner, level);
}

int fileCheckReservedLock(sqlite3_file* file, int* out)
{
    sqlite3_file* inner = innerOf(file);
    return inner->pMethods->xCheckReservedLock(inner, out);
}

int fileControl(sqlite3_file* file, int operation, void* argument)
{
    switch (operation) {
    case SQLITE_FCNTL_MMAP_SIZE:           // a mapping would show what is stored
    case SQLITE_FCNTL_BEGIN_ATOMIC_WRITE:  // promises more than read, change, write can hold
    case SQLITE_FCNTL_CHUNK_SIZE:
        return SQLITE_NOTFOUND;
    case SQLITE_FCNTL_SIZE_HINT:
        if (stateOf(file).kind() != Kind::Main)
            return SQLITE_OK;
        break;
    default:
        break;
    }
    sqlite3_file* inner = innerOf(file);
    return inner->pMethods->xFileControl(inner, operation, argument);
}

int fileSectorSize(sqlite3_file* file)
{
    sqlite3_file* inner = innerOf(file);
    return std::max(unit, inner->pMethods->xSectorSize(inner));
}

int fileDeviceCharacteristics(sqlite3_file* file)
{
    sqlite3_file* inner = innerOf(file);
    const int below = inner->pMethods->xDeviceCharacteristics(inner);
    int out = below & (SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN | SQLITE_IOCAP_IMMUTABLE);
    // A small write of a journal rewrites its whole unit, so bytes beside it are at risk and SQLite must keep them
    // apart by sectors. In WAL mode every write is a whole unit or in the clear: then the promise of the file below
    // holds, and commits need no padding. SQLite asks for journals before and for the WAL after opening it.
    if (stateOf(file).isInWalMode())
        out |= below & SQLITE_IOCAP_POWERSAFE_OVERWRITE;
    return out;
}

int fileShmMap(sqlite3_file* file, int region, int size, int extend, void volatile** out)
{
    sqlite3_file* inner = innerOf(file);
    return inner->pMethods->xShmMap(inner, region, size, extend, out);
}

int fileShmLock(sqlite3_file* file, int offset, int count, int flags)
{
    sqlite3_file* inner = innerOf(file);
    return inner->pMethods->xShmLock(inner, offset, count, flags);
}

void fileShmBarrier(sqlite3_file* file)
{
    sqlite3_file* inner = innerOf(file);
    inner->pMethods->xShmBarrier(inner);
}

int fileShmUnmap(sqlite3_file* file, int isDelete)
{
    sqlite3_file* inner = innerOf(file);
    return inner->pMethods->xShmUnmap(inner, isDelete);
}

// Version 2: shared memory for the WAL index, no mapping of content.
constexpr sqlite3_io_methods methods = {
    2, fileClose, fileRead, fileWrite, fileTruncate, fileSync, fileSize, fileLock, fileUnlock, fileCheckReservedLock,
    fileControl, fileSectorSize, fileDeviceCharacteristics, fileShmMap, fileShmLock, fileShmBarrier, fileShmUnmap,
    nullptr, nullptr};

sqlite3_vfs* baseOf(sqlite3_vfs* vfs)
{
    return static_cast<sqlite3_vfs*>(vfs->pAppData);
}

Kind kindOf(const char* name, int flags)
{
    if (!name)
        return Kind::Temporary;
    if (flags & SQLITE_OPEN_WAL)
        return Kind::Wal;
    if (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL))
        return Kind::Journal;
    return flags & SQLITE_OPEN_MAIN_DB ? Kind::Main : Kind::Temporary;
}

SecretBuffer randomKey()
{
    SecretBuffer key(UnitCipher::keySize);
    return RAND_bytes(key.data(), int(key.size())) == 1 ? key : SecretBuffer();
}

int vfsOpen(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    file->pMethods = nullptr;
    const Kind kind = kindOf(name, flags);
    std::shared_ptr<Keys> keys;
    if (kind != Kind::Temporary) {
        keys = keysOf(name);
        if (!keys)
            return SQLITE_CANTOPEN;
    }
    auto* inner = reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + innerOffset);
    inner->pMethods = nullptr;
    const int code = baseOf(vfs)->xOpen(baseOf(vfs), name, inner, flags, outFlags);
    if (code != SQLITE_OK) {
        if (inner->pMethods)
            inner->pMethods->xClose(inner);
        return code;
    }
    const SecretBuffer key = kind == Kind::Main ? keys->main
        : kind == Kind::Wal                     ? keys->wal
        : kind == Kind::Journal                 ? keys->journal
                                                : randomKey();
    auto* state = new (std::nothrow) State(kind, inner, std::move(keys), key);
    if (!state || !state->isReady()) {
        delete state;
        inner->pMethods->xClose(inner);
        return SQLITE_NOMEM;
    }
    reinterpret_cast<File*>(file)->state = state;
    file->pMethods = &methods;
    return SQLITE_OK;
}

int vfsDelete(sqlite3_vfs* vfs, const char* name, int syncDirectory)
{
    return baseOf(vfs)->xDelete(baseOf(vfs), name, syncDirectory);
}

int vfsAccess(sqlite3_vfs* vfs, const char* name, int flags, int* out)
{
    return baseOf(vfs)->xAccess(baseOf(vfs), name, flags, out);
}

int vfsFullPathname(sqlite3_vfs* vfs, const char* name, int size, char* out)
{
    return baseOf(vfs)->xFullPathname(baseOf(vfs), name, size, out);
}

int vfsRandomness(sqlite3_vfs* vfs, int count, char* out)
{
    return baseOf(vfs)->xRandomness(baseOf(vfs), count, out);
}

int vfsSleep(sqlite3_vfs* vfs, int microseconds)
{
    return baseOf(vfs)->xSleep(baseOf(vfs), microseconds);
}

int vfsCurrentTime(sqlite3_vfs* vfs, double* out)
{
    return baseOf(vfs)->xCurrentTime(baseOf(vfs), out);
}

int vfsGetLastError(sqlite3_vfs* vfs, int count, char* out)
{
    return baseOf(vfs)->xGetLastError ? baseOf(vfs)->xGetLastError(baseOf(vfs), count, out) : 0;
}

int vfsCurrentTimeInt64(sqlite3_vfs* vfs, sqlite3_int64* out)
{
    return baseOf(vfs)->xCurrentTimeInt64(baseOf(vfs), out);
}

QByteArray fullPath(const QString& path)
{
    sqlite3_vfs* base = sqlite3_vfs_find(nullptr);
    QByteArray out(base->mxPathname + 1, '\0');
    const QByteArray local = QFile::encodeName(path);
    const int code = base->xFullPathname(base, local.constData(), int(out.size()), out.data());
    // SQLITE_OK_SYMLINK is a success too: links are resolved, as they are when the file is opened.
    return (code & 0xff) == SQLITE_OK ? QByteArray(out.constData()) : local;
}

} // namespace

void registerEncryptedVfs(const QByteArray& name, sqlite3_vfs* base)
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    if (sqlite3_vfs_find(name.constData()))
        return;
    if (!base)
        base = sqlite3_vfs_find(nullptr);
    // SQLite keeps the pointers for as long as it lives, and so do these.
    auto* vfs = new sqlite3_vfs{};
    vfs->iVersion = 2;
    vfs->szOsFile = innerOffset + base->szOsFile;
    vfs->mxPathname = base->mxPathname;
    vfs->zName = qstrdup(name.constData());
    vfs->pAppData = base;
    vfs->xOpen = vfsOpen;
    vfs->xDelete = vfsDelete;
    vfs->xAccess = vfsAccess;
    vfs->xFullPathname = vfsFullPathname;
    vfs->xRandomness = vfsRandomness;
    vfs->xSleep = vfsSleep;
    vfs->xCurrentTime = vfsCurrentTime;
    vfs->xGetLastError = vfsGetLastError;
    vfs->xCurrentTimeInt64 = vfsCurrentTimeInt64;
    sqlite3_vfs_register(vfs, 0);
}

FileKey::FileKey(const QString& path, const SecretBuffer& dataKey, const QByteArray& fileId) : m_path(fullPath(path))
{
    auto keys = std::make_shared<Keys>();
    const std::string_view id(fileId.constData(), std::size_t(fileId.size()));
    keys->main = hkdf(dataKey, id, "yoyo-desk/1/main", UnitCipher::keySize);
    keys->wal = hkdf(dataKey, id, "yoyo-desk/1/wal", UnitCipher::keySize);
    keys->journal = hkdf(dataKey, id, "yoyo-desk/1/journal", UnitCipher::keySize);
    const std::lock_guard lock(keysMutex);
    auto& slot = keysByPath[m_path.toStdString()];
    if (!slot)
        slot = std::move(keys);
    ++slot->holders;
}

FileKey::~FileKey()
{
    const std::lock_guard lock(keysMutex);
    const auto hit = keysByPath.find(m_path.toStdString());
    if (hit != keysByPath.end() && --hit->second->holders == 0)
        keysByPath.erase(hit);
}

} // namespace yoyo
