// A small client of the Chrome DevTools protocol, so that a test can look inside a page: a headless Chromium of its
// own, or the QWebEngineView of a program started with QTWEBENGINE_REMOTE_DEBUGGING=<port>.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>
#include <QWebSocket>

#include <chrono>
#include <memory>

namespace teleconsult::test {

/// Something that can be attached to.
struct CdpTarget
{
    QString id;
    QString type; ///< "page", "worker", …
    QString title;
    QUrl url;
    QUrl webSocketUrl;
};

/// What a DevTools port offers now; empty while nobody answers there. Waits in a local event loop.
QList<CdpTarget> cdpTargets(quint16 port);

/// One attached page. Every call waits in a local event loop, at most `limit`; an empty answer with a non-empty
/// errorString() is a failure. Lives on the test's thread.
class CdpClient
{
public:
    CdpClient();
    ~CdpClient();

    void setLimit(std::chrono::milliseconds limit) { m_limit = limit; }
    /// Whether what is evaluated counts as the deed of a person (the default), which a browser wants before it plays
    /// sound. A click() always counts.
    void setIsPerson(bool isPerson) { m_isPerson = isPerson; }

    bool attach(const QUrl &webSocketUrl);
    /// Waits for a page whose address starts with `prefix` to be there, and attaches to it.
    bool attachToPage(quint16 port, const QString &prefix);

    /// Any command of the protocol; answers its result.
    QJsonObject call(const QString &method, const QJsonObject &params = {});
    /// The value of an expression in the page; promises are awaited, exceptions are errors.
    QJsonValue evaluate(const QString &expression);
    /// Evaluates again and again until the expression is truthy. Survives navigations.
    bool waitFor(const QString &expression);
    /// Clicks the element a selector finds, as a script would; waits for it to be there and enabled.
    bool click(const QString &selector);
    bool navigate(const QUrl &url);
    QByteArray screenshotPng();

    QString errorString() const { return m_error; }

private:
    friend class HeadlessChromium;

    QWebSocket m_socket;
    bool m_closesPage = false;
    bool m_isPerson = true;
    QJsonObject m_answer;
    int m_lastId = 0;
    int m_awaitedId = 0;
    std::chrono::milliseconds m_limit = std::chrono::seconds(90);
    QString m_error;
};

/// A headless Chromium with fake camera and microphone, an empty profile and a DevTools port of its own; ended with the
/// object. Path: $TELECONSULT_CHROMIUM, else `chromium` in PATH.
class HeadlessChromium
{
public:
    HeadlessChromium();
    ~HeadlessChromium();

    static bool isInstalled();

    /// Starts and waits for the DevTools port. `extraArguments` come after our own.
    bool start(const QStringList &extraArguments = {});
    quint16 port() const { return m_port; } ///< 0: it has not started.
    qint64 processId() const { return m_process.processId(); }
    /// Opens a page of its own and attaches to it; it is closed with the client. Null when that fails.
    std::unique_ptr<CdpClient> open(const QUrl &url);

    QString errorString() const { return m_error; }

private:
    QTemporaryDir m_profile;
    QProcess m_process;
    quint16 m_port = 0;
    QString m_error;
};

} // namespace teleconsult::test
