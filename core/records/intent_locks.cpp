#include "core/records/intent_locks.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace teleconsult::records {

namespace {

/// Answers 0 or the system's error number.
int setLock(int file, short type, qint64 id)
{
    struct flock lock = {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = off_t(id);
    lock.l_len = 1;
    return ::fcntl(file, F_OFD_SETLK, &lock) == 0 ? 0 : errno;
}

tl::unexpected<Error> cannotLock(int number)
{
    return failure(makeError(Error::Kind::Storage, QStringLiteral("cannot_lock"), qt_error_string(number)));
}

} // namespace

IntentLocks::IntentLocks(QString path) : m_path(std::move(path)) {}

IntentLocks::~IntentLocks()
{
    if (m_file >= 0)
        ::close(m_file);
}

Result<bool> IntentLocks::take(qint64 id)
{
    if (m_taken.contains(id))
        return true;
    if (m_file < 0)
        m_file = ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (m_file < 0)
        return cannotLock(errno);
    const int problem = setLock(m_file, F_WRLCK, id);
    if (problem == EAGAIN || problem == EACCES)
        return false;
    if (problem != 0)
        return cannotLock(problem);
    m_taken.insert(id);
    return true;
}

void IntentLocks::release(qint64 id)
{
    if (m_taken.remove(id))
        setLock(m_file, F_UNLCK, id);
}

} // namespace teleconsult::records
