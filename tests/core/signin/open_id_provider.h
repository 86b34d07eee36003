// A real OpenID provider (Django OAuth Toolkit), and a person with a browser.
#pragma once

#include "core/config/sign_in.h"
#include "tests/support/reserved_port.h"

#include <QNetworkAccessManager>
#include <QProcess>
#include <QTemporaryDir>

#include <chrono>

namespace teleconsult::test {

/// Runs provider.py of this folder. It knows "dr.neri" (Ada Neri, group doctor) and "mario.rossi" (Mario Rossi, group
/// patient).
class OpenIdProvider
{
public:
    explicit OpenIdProvider(std::chrono::seconds accessTokenLifetime = std::chrono::seconds(300));
    ~OpenIdProvider();
    OpenIdProvider(const OpenIdProvider &) = delete;
    OpenIdProvider &operator=(const OpenIdProvider &) = delete;

    /// False: it does not come up. What it knew before, it knows again.
    bool start();
    void stop();

    /// How to sign in with it.
    config::SignIn settings() const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    ReservedPort m_port;
    ReservedPort m_redirectPort;
    std::chrono::seconds m_lifetime;
};

/// A browser with somebody in front of it, who does as told. It has cookies and follows redirects, as browsers do.
class Browser
{
public:
    enum class Person {
        LogsIn, ///< As `name`.
        SaysNo,
        Forges, ///< Comes back with another state than it was sent with.
        Sleeps, ///< Never comes back.
    };

    /// What SignIn's openBrowser is.
    bool open(const QUrl &url);

    Person person = Person::LogsIn;
    QString name = QStringLiteral("dr.neri");
    QList<QUrl> opened; ///< What it was started with.
    QByteArray page;    ///< What it shows at the end.

private:
    void load(const QUrl &url);
    void read(QNetworkReply *reply);

    QNetworkAccessManager m_network;
};

} // namespace teleconsult::test
