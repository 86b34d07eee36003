#include "core/files/content.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace teleconsult::files {

/// A file without a name.
class Content::File
{
public:
    File() : m_descriptor(openUnnamed()) {}
    ~File()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    File(const File &) = delete;
    File &operator=(const File &) = delete;

    bool write(qint64 offset, const char *bytes, qint64 size) const
    {
        while (size > 0) {
            const ssize_t written = ::pwrite(m_descriptor, bytes, size_t(size), offset);
            if (written < 0 && errno == EINTR)
                continue;
            if (written <= 0)
                return false;
            bytes += written;
            offset += written;
            size -= written;
        }
        return true;
    }

    qint64 read(qint64 offset, char *into, qint64 most) const
    {
        ssize_t taken = 0;
        do
            taken = ::pread(m_descriptor, into, size_t(most), offset);
        while (taken < 0 && errno == EINTR);
        return taken;
    }

private:
    static int openUnnamed()
    {
        const char *chosen = std::getenv("TMPDIR");
        const QByteArray folder = chosen && *chosen ? QByteArray(chosen) : QByteArrayLiteral("/var/tmp");
        const int unnamed = ::open(folder.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (unnamed >= 0)
            return unnamed;
        QByteArray name = folder + "/teleconsult-XXXXXX"; // A file system that has no files without names.
        const int named = ::mkostemp(name.data(), O_CLOEXEC);
        if (named >= 0)
            ::unlink(name.constData());
        return named;
    }

    int m_descriptor;
};

bool Content::append(const char *bytes, qint64 size)
{
    if (!m_file && m_size + size > maximumInMemory) {
        auto file = std::make_shared<File>();
        if (!file->write(0, m_bytes.constData(), m_size))
            return false;
        m_file = std::move(file);
        m_bytes.clear();
    }
    if (m_file && !m_file->write(m_size, bytes, size))
        return false;
    if (!m_file)
        m_bytes.append(bytes, qsizetype(size));
    m_size += size;
    return true;
}

qint64 Content::read(qint64 offset, char *into, qint64 most) const
{
    most = std::clamp<qint64>(most, 0, std::max<qint64>(m_size - offset, 0));
    if (most == 0)
        return 0;
    if (m_file)
        return m_file->read(offset, into, most);
    std::memcpy(into, m_bytes.constData() + offset, size_t(most));
    return most;
}

QByteArray Content::toByteArray() const
{
    if (!m_file)
        return m_bytes;
    QByteArray all(qsizetype(m_size), Qt::Uninitialized);
    qint64 taken = 0;
    while (taken < m_size) {
        const qint64 more = read(taken, all.data() + taken, m_size - taken);
        if (more <= 0)
            return {};
        taken += more;
    }
    return all;
}

} // namespace teleconsult::files
