// The content of a file that passes through: bytes in memory, or on disk when there are many of them.
#pragma once

#include <QByteArray>

#include <memory>

namespace teleconsult::files {

/// A value; copies share what is on disk, which nobody else can open and which is gone with the last of them, or with
/// the program. Appended to by one thread at a time, and read by any number of them afterwards.
class Content
{
public:
    /// In bytes; more than this goes to disk: below $TMPDIR, else /var/tmp, as /tmp may be memory too.
    static constexpr qint64 maximumInMemory = 64LL * 1024;

    Content() = default;
    Content(QByteArray bytes) : m_bytes(std::move(bytes)), m_size(m_bytes.size()) {} // It stays in memory.

    /// False: the disk does not take it. What was there stays.
    bool append(const char *bytes, qint64 size);

    qint64 size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    bool isOnDisk() const { return m_file != nullptr; }

    /// Copies up to `most` bytes from `offset` on; answers how many, −1 when the disk fails.
    qint64 read(qint64 offset, char *into, qint64 most) const;
    /// All of it, in memory: for what is known to be small, or must be there as a whole.
    QByteArray toByteArray() const;

private:
    class File;

    QByteArray m_bytes; ///< Empty when it is on disk.
    std::shared_ptr<File> m_file;
    qint64 m_size = 0;
};

} // namespace teleconsult::files
