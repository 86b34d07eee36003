#include "core/sandbox/sandbox.h"

#include "core/files/private_folder.h"
#include "core/sandbox/call_pages.h"
#include "core/sandbox/owner_thread.h"
#include "core/sandbox/rest_api.h"
#include "core/sandbox/signalling_server.h"
#include "core/sandbox/state_file.h"
#include "core/serving/http_server.h"

#include <QFileInfo>
#include <QLockFile>

namespace teleconsult::sandbox {

namespace {

/// For another program that is about to end: one that only carries out a command.
constexpr int lockPatienceMs = 2000;

/// Largest body of any request: a background of 16 MB or a shared file of 25 MB, and the multipart around it.
constexpr qint64 maximumRequestBody = 26LL * 1024 * 1024;

/// Everything that lives on the owner thread.
struct Premises
{
    Context context;
    SignallingServer signalling;
    std::unique_ptr<CallPages> pages;
    RestApi api;

    Premises(State state, const Options &options, const Clock *clock)
        : context(std::move(state), StateFile(options.stateFile), options.uploadDir,
                  options.stateFile.isEmpty() ? QString() : options.stateFile + QStringLiteral(".backgrounds"), clock),
          signalling(context),
          api(context)
    {
        context.calls = &signalling;
        context.tidyUploads();
    }

    HttpAnswer answer(const HttpRequest &request)
    {
        return request.path.startsWith(paths::api) ? api.answer(request) : pages->answer(request);
    }
};

tl::unexpected<Error> noPort()
{
    return failure(makeError(Error::Kind::Unreachable, QStringLiteral("sandbox_no_port"),
                             QStringLiteral("no port on the loopback interface is to be had")));
}

tl::unexpected<Error> inUse()
{
    return failure(makeError(Error::Kind::Storage, QStringLiteral("sandbox_in_use"),
                             QStringLiteral("another program holds the state file")));
}

class RunningSandbox final : public Sandbox
{
public:
    ~RunningSandbox() override
    {
        m_http.reset();
        m_owner.ask([this] { m_premises.reset(); });
    }

    Endpoint endpoint() const override { return m_endpoint; }
    QString damagedState() const override { return m_damagedState; }

    Result<void> start(const Options &options)
    {
        if (!options.stateFile.isEmpty() && !lock(options.stateFile))
            return inUse();
        const Result<quint16> wanted = m_owner.ask([&] { return open(options); });
        if (!wanted)
            return failure(wanted.error());
        m_http = std::make_unique<serving::HttpServer>(
            serving::HttpServer::Options{.maximumBody = maximumRequestBody,
                                         .refusal = [](int status) { return refusalAnswer(status); }},
            [this](const HttpRequest &request) { return m_owner.ask([&] { return m_premises->answer(request); }); });
        const quint16 port = m_http->bind(*wanted, serving::HttpServer::Fallback::AnyPort);
        if (port == 0)
            return noPort();
        Result<void> ready = m_owner.ask([&] { return settle(port); });
        if (ready)
            m_http->serve();
        return ready;
    }

private:
    /// Two that write one state file would each undo what the other did. False only when another one is running: a
    /// folder that cannot be written to is for the state file to tell.
    bool lock(const QString &stateFile)
    {
        if (!files::makePrivateFolder(QFileInfo(stateFile).absolutePath()))
            return true;
        m_lock = std::make_unique<QLockFile>(stateFile + QStringLiteral(".lock"));
        m_lock->setStaleLockTime(0); // Held while it runs; a dead owner is noticed by its process id.
        return m_lock->tryLock(lockPatienceMs) || m_lock->error() != QLockFile::LockFailedError;
    }

    /// Loads the state and opens the signalling port. Answers the port that HTTP should have.
    Result<quint16> open(const Options &options)
    {
        Result<StateFile::Loaded> loaded = StateFile(options.stateFile).load();
        if (!loaded)
            return failure(loaded.error());
        m_damagedState = loaded->setAside;
        const Clock *clock = options.clock ? options.clock : &m_systemClock;
        m_premises = std::make_unique<Premises>(std::move(loaded->state), options, clock);
        if (!m_premises->signalling.listen(m_premises->context.state.signallingPort))
            return noPort();
        return options.port != 0 ? options.port : m_premises->context.state.port;
    }

    Result<void> settle(quint16 port)
    {
        Context &context = m_premises->context;
        context.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port));
        context.state.port = port;
        context.state.signallingPort = m_premises->signalling.port();
        m_premises->pages = std::make_unique<CallPages>(context, m_premises->signalling.port());
        m_endpoint = {context.baseUrl, context.state.apiKey, QUrl(context.endCallRedirectUrl())};
        return context.stateFile.save(context.state);
    }

    std::unique_ptr<QLockFile> m_lock; ///< Last to go: until then the state file is ours.
    SystemClock m_systemClock;
    Endpoint m_endpoint;
    QString m_damagedState;
    OwnerThread m_owner;
    std::unique_ptr<Premises> m_premises;        ///< Made, used and destroyed on the owner thread.
    std::unique_ptr<serving::HttpServer> m_http; ///< First to go: its threads use what is above.
};

} // namespace

Result<Made> madeBy(const QString &stateFile)
{
    if (!QFileInfo::exists(stateFile))
        return Made();
    const Result<StateFile::Loaded> loaded = StateFile(stateFile).load();
    if (!loaded)
        return failure(loaded.error());
    Made made;
    for (const User &user : loaded->state.users)
        made.users << user.id;
    for (const Room &room : loaded->state.rooms)
        made.rooms << room.id;
    return made;
}

Result<std::unique_ptr<Sandbox>> start(Options options)
{
    auto sandbox = std::make_unique<RunningSandbox>();
    if (const Result<void> started = sandbox->start(options); !started)
        return failure(started.error());
    return std::unique_ptr<Sandbox>(std::move(sandbox));
}

} // namespace teleconsult::sandbox
