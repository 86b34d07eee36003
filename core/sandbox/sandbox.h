// A stand-in for Kaleyra inside the process: REST v2, a real WebRTC call page, signalling. Only app/ and tests name it.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/error.h"

#include <QObject>
#include <QStringList>
#include <QUrl>
#include <QtPlugin>

#include <memory>

namespace teleconsult::sandbox {

/// How the sandbox is to run.
struct Options
{
    QString stateFile; ///< Where users, rooms and the company are kept between runs (JSON); empty: in memory only.
    QString uploadDir; ///< Where files shared in a call are kept; empty: a temporary folder.
    quint16 port = 0;  ///< 0: the port of the last run if it is free, else any.
    const Clock *clock = nullptr; ///< Not owned, outlives the sandbox; null: the machine's.
};

/// Where a running sandbox is.
struct Endpoint
{
    QUrl baseUrl;            ///< http://127.0.0.1:<port>: the REST API (under /v2) and the call pages.
    QByteArray apiKey;       ///< Random, made at the first run, kept in the state file (mode 600).
    QUrl endCallRedirectUrl; ///< The company's; a page that makes sense in any browser.
};

/// A running stand-in. Serves on loopback only, from threads of its own; its owner's thread never waits for it except
/// in start() and the destructor.
class Sandbox
{
public:
    virtual ~Sandbox() = default;
    virtual Endpoint endpoint() const = 0;
    /// Where the state file of earlier runs was put, because it was damaged; empty: it was not.
    virtual QString damagedState() const = 0;
};

/// What a sandbox has made, by its ids.
struct Made
{
    QStringList users;
    QStringList rooms;
};

/// What is kept of the sandbox's earlier runs in this state file; nothing when there is none. Starts nothing. Error
/// kind Storage: the state file cannot be read.
Result<Made> madeBy(const QString &stateFile);

/// Starts a sandbox. Error kind Storage: the state file cannot be read or written, or another program uses it (code
/// sandbox_in_use, after two seconds); Unreachable: no port can be had.
Result<std::unique_ptr<Sandbox>> start(Options options);

/// The sandbox as a plugin, so that a start without it costs nothing.
class SandboxPlugin
{
public:
    virtual ~SandboxPlugin() = default;
    virtual Result<std::unique_ptr<Sandbox>> start(Options options) = 0;
    virtual Result<Made> madeBy(const QString &stateFile) = 0;
};

} // namespace teleconsult::sandbox

#define TELECONSULT_SANDBOX_IID "eu.teleconsult.Sandbox/3"
Q_DECLARE_INTERFACE(teleconsult::sandbox::SandboxPlugin, TELECONSULT_SANDBOX_IID)
