// SPDX-License-Identifier: Apache-2.0
// flock(): bound to the open file, so two holders in one process exclude each other too, and closing some other
// descriptor of the same file does not release it (as it would with fcntl locks).
#include "models/storage/store_lock.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#else
#include <QLockFile>
#endif

namespace yoyo {

#ifdef Q_OS_UNIX

namespace {
struct Descriptor
{
    int fd = -1;
    ~Descriptor()
    {
        if (fd >= 0)
            ::close(fd);
    }
};
} // namespace

struct EngineLock::Handle : Descriptor
{
};
struct PresenceLock::Handle : Descriptor
{
};

static int openLockFile(const QString& path)
{
    return ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

static Error openFailure(const QString& path, int problem)
{
    ErrorCode code = ErrorCode::StoreIo;
    if (problem == EACCES || problem == EROFS || problem == EPERM)
        code = ErrorCode::StoreReadOnly;
    else if (problem == ENOSPC || problem == EDQUOT)
        code = ErrorCode::DiskFull;
    return Error(code, QString::fromLocal8Bit(std::strerror(problem)),
                 {{QStringLiteral("file"), QFileInfo(path).fileName()}});
}

static bool lockFile(int fd, int kind)
{
    int code = 0;
    do {
        code = ::flock(fd, kind);
    } while (code != 0 && errno == EINTR);
    return code == 0;
}

Result<std::unique_ptr<EngineLock>> EngineLock::tryLock(const QString& path)
{
    auto handle = std::make_unique<Handle>();
    handle->fd = openLockFile(path);
    if (handle->fd < 0)
        return openFailure(path, errno);
    if (!lockFile(handle->fd, LOCK_EX | LOCK_NB))
        return Error(ErrorCode::EngineBusy);
    return std::unique_ptr<EngineLock>(new EngineLock(std::move(handle)));
}

Result<std::unique_ptr<PresenceLock>> PresenceLock::join(const QString& path)
{
    auto handle = std::make_unique<Handle>();
    handle->fd = openLockFile(path);
    if (handle->fd < 0)
        return openFailure(path, errno);
    const bool isFirst = lockFile(handle->fd, LOCK_EX | LOCK_NB);
    if (!isFirst && !lockFile(handle->fd, LOCK_SH))
        return openFailure(path, errno);
    return std::unique_ptr<PresenceLock>(new PresenceLock(std::move(handle), isFirst));
}

void PresenceLock::share()
{
    lockFile(m_handle->fd, LOCK_SH);
}

bool PresenceLock::becomeLast()
{
    return lockFile(m_handle->fd, LOCK_EX | LOCK_NB);
}

#else

struct EngineLock::Handle
{
    explicit Handle(const QString& path) : file(path) { file.setStaleLockTime(0); }
    QLockFile file;
};
struct PresenceLock::Handle : EngineLock::Handle
{
    using EngineLock::Handle::Handle;
};

Result<std::unique_ptr<EngineLock>> EngineLock::tryLock(const QString& path)
{
    auto handle = std::make_unique<Handle>(path);
    if (!handle->file.tryLock(0))
        return Error(ErrorCode::EngineBusy);
    return std::unique_ptr<EngineLock>(new EngineLock(std::move(handle)));
}

// Without a shared lock the first process counts as both first and last; a second one checks nothing.
Result<std::unique_ptr<PresenceLock>> PresenceLock::join(const QString& path)
{
    auto handle = std::make_unique<Handle>(path);
    const bool isFirst = handle->file.tryLock(0);
    return std::unique_ptr<PresenceLock>(new PresenceLock(std::move(handle), isFirst));
}

void PresenceLock::share() {}

bool PresenceLock::becomeLast()
{
    return m_wasFirst;
}

#endif

EngineLock::EngineLock(std::unique_ptr<Handle> handle) : m_handle(std::move(handle)) {}
EngineLock::~EngineLock() = default;
PresenceLock::PresenceLock(std::unique_ptr<Handle> handle, bool wasFirst)
    : m_handle(std::move(handle)), m_wasFirst(wasFirst)
{
}
PresenceLock::~PresenceLock() = default;

} // namespace yoyo
