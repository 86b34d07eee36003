// Folders that must not stay.
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>

namespace teleconsult::files {

/// Erases folders with all that is in them. What cannot be erased yet is tried again, and so is what somebody who still
/// writes makes anew, until a folder has stayed away from one try to the next. Ends trying when it is destroyed.
class FolderEraser : public QObject
{
    Q_OBJECT
public:
    /// `pause`: between two tries.
    explicit FolderEraser(std::chrono::milliseconds pause = std::chrono::seconds(5), QObject *parent = nullptr);

    /// At once, with whatever is still waited for. Whether nothing of all that is there now.
    bool erase(const QStringList &folders);
    /// Whether something is still tried again.
    bool isAtWork() const { return !m_folders.isEmpty(); }

private:
    bool tryAll();
    void tryAgain();

    QStringList m_folders;
    QTimer m_again;
    bool m_isTold = false; ///< That it did not work again.
};

} // namespace teleconsult::files
