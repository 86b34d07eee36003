#include "tests/support/kaleyra_double.h"

namespace teleconsult::test {

/// Nobody ever calls.
class KaleyraDouble::NoCalls final : public sandbox::Calls
{
public:
    bool isRunning(const QString &) const override { return false; }
    qint64 usedMs(const sandbox::Room &) const override { return 0; }
    QString sessionOf(const QString &) const override { return {}; }
    void endCall(const QString &) override {}
    void removeUser(const QString &) override {}
    void filesChanged(const QString &) override {}
};

KaleyraDouble::KaleyraDouble()
    : m_calls(std::make_unique<NoCalls>()),
      m_context(sandbox::newState(), sandbox::StateFile({}), {}, {}, &m_clock),
      m_api(m_context)
{
    m_context.calls = m_calls.get();
    m_context.baseUrl = m_server.url();
    m_server.handleRest([this](const ScriptedServer::Request &request) { return answer(request); });
}

KaleyraDouble::~KaleyraDouble() = default;

QByteArray KaleyraDouble::apiKey() const
{
    const std::lock_guard lock(m_mutex);
    return m_context.state.apiKey;
}

void KaleyraDouble::accept(const QByteArray &anotherKey)
{
    const std::lock_guard lock(m_mutex);
    m_anotherKey = anotherKey;
}

sandbox::State KaleyraDouble::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_context.state;
}

void KaleyraDouble::edit(const std::function<void(sandbox::State &)> &change)
{
    const std::lock_guard lock(m_mutex);
    change(m_context.state);
}

void KaleyraDouble::clear()
{
    edit([](sandbox::State &state) {
        sandbox::State fresh = sandbox::newState();
        fresh.apiKey = state.apiKey;
        state = fresh;
    });
}

ScriptedServer::Answer KaleyraDouble::answer(const ScriptedServer::Request &request)
{
    sandbox::HttpRequest asked;
    asked.method = request.method;
    asked.path = QString::fromLatin1(request.path);
    asked.query = QUrlQuery(QString::fromLatin1(request.query));
    asked.headers = request.headers;
    asked.body = request.body;
    for (const ScriptedServer::Part &part : request.parts)
        asked.parts.append(
            {QString::fromUtf8(part.name), QString::fromUtf8(part.fileName), part.contentType, part.content});

    const std::lock_guard lock(m_mutex);
    if (!m_anotherKey.isEmpty() && asked.header("apikey") == m_anotherKey)
        asked.headers.insert("apikey", m_context.state.apiKey);
    const sandbox::HttpAnswer given = m_api.answer(asked);
    return {.status = given.status, .body = given.body, .headers = given.headers, .contentType = given.contentType};
}

} // namespace teleconsult::test
