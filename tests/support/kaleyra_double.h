// A double of Kaleyra's REST API: the sandbox's own, without call pages, and with its state open to a test.
#pragma once

#include "core/kaleyra/kaleyra_client.h"
#include "core/sandbox/rest_api.h"
#include "tests/support/scripted_server.h"

#include <functional>
#include <memory>
#include <mutex>

namespace teleconsult::test {

/// Answers over real HTTP, from threads of its own, as the sandbox does. Every method may be called from any thread.
class KaleyraDouble
{
public:
    KaleyraDouble();
    ~KaleyraDouble();
    KaleyraDouble(const KaleyraDouble &) = delete;
    KaleyraDouble &operator=(const KaleyraDouble &) = delete;

    ScriptedServer &server() { return m_server; }
    /// The key it wants to see; the same for as long as it lives.
    QByteArray apiKey() const;

    /// A second key of the company, as while one is being changed.
    void accept(const QByteArray &anotherKey);

    /// What it holds now.
    sandbox::State state() const;
    /// Changes what it holds, as another program did.
    void edit(const std::function<void(sandbox::State &)> &change);
    /// Forgets every user, room, background and file.
    void clear();

private:
    class NoCalls;

    ScriptedServer::Answer answer(const ScriptedServer::Request &request);

    mutable std::mutex m_mutex; ///< Guards everything below, but not the server.
    SystemClock m_clock;
    std::unique_ptr<NoCalls> m_calls;
    QByteArray m_anotherKey;
    sandbox::Context m_context;
    sandbox::RestApi m_api;
    ScriptedServer m_server; ///< Last: its threads use everything else.
};

} // namespace teleconsult::test
