// A session bus of a test's own, with a real keychain on it when the test wants one.
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace teleconsult::test {

/// Makes itself this process's session bus, and gives it a home and a runtime folder of its own: to be made before
/// anything asks for the session bus, once a process. It starts nothing by itself.
class PrivateBus
{
public:
    PrivateBus();
    ~PrivateBus();
    PrivateBus(const PrivateBus &) = delete;
    PrivateBus &operator=(const PrivateBus &) = delete;

    /// A GNOME Keyring, opened with the password, which its keychain is made with at the first time. False: it does
    /// not come up.
    bool startKeyring();
    /// It keeps what it holds on the disk.
    bool stopKeyring();
    /// Locks the keychain.
    bool lock();
    /// Opens it as logging in to the desktop does, without a window that asks for the password.
    bool unlock();

private:
    bool isKeyringThere() const;

    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_keyring;
};

} // namespace teleconsult::test
