#include "ui/call/engine/page_pulse.h"

#include <QWebEnginePage>
#include <QWebEngineScript>

#include <algorithm>
#include <utility>

namespace teleconsult::ui {

namespace {

constexpr std::chrono::seconds interval{2};
constexpr std::chrono::seconds patience{8};

} // namespace

PagePulse::PagePulse(QWebEnginePage *page, bool isOnThisComputer)
    : QObject(page), m_page(page), m_isOnThisComputer(isOnThisComputer)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &PagePulse::ask);
}

void PagePulse::start()
{
    m_timer.start();
    ask();
}

void PagePulse::ask()
{
    if (m_asked.isValid()) {
        if (!m_isUnresponsive && std::chrono::milliseconds(m_asked.elapsed()) >= patience) {
            m_isUnresponsive = true;
            emit unresponsive(true);
        }
        return;
    }
    m_asked.start();
    m_page->runJavaScript(QStringLiteral("({...window[Symbol.for('teleconsult.watch')]?.(),"
                                         "missing: window[Symbol.for('teleconsult.missing')]?.()})"),
                          QWebEngineScript::MainWorld, [pulse = QPointer(this)](const QVariant &facts) {
                              if (pulse)
                                  pulse->onAnswer(facts.toMap());
                          });
}

void PagePulse::onAnswer(const QVariantMap &facts)
{
    m_asked.invalidate();
    if (std::exchange(m_isUnresponsive, false))
        emit unresponsive(false);
    if (!m_toldOfDevices && facts.value(QStringLiteral("missing")).toBool()) {
        m_toldOfDevices = true;
        emit devicesMissing();
    }
    const Connection connection = connectionOf(facts, m_isOnThisComputer);
    if (std::exchange(m_connection, connection) != connection)
        emit connectionChanged(connection);
}

Connection connectionOf(const QVariantMap &facts, bool isOnThisComputer)
{
    const QStringList peers = facts.value(QStringLiteral("peers")).toStringList();
    if (peers.contains(QStringLiteral("connected")))
        return Connection::Good;
    const bool isOffline = !isOnThisComputer && !facts.value(QStringLiteral("online"), true).toBool();
    if (isOffline || facts.value(QStringLiteral("broken")).toBool())
        return Connection::Lost;
    const bool peersAreGone = !peers.isEmpty() && std::all_of(peers.begin(), peers.end(), [](const QString &state) {
        return state == QLatin1String("disconnected") || state == QLatin1String("failed");
    });
    const bool isHeard = facts.value(QStringLiteral("sockets")).toInt() > 0;
    if (peersAreGone)
        return isHeard ? Connection::Unsteady : Connection::Lost;
    return isHeard ? Connection::Good : Connection::Unknown;
}

} // namespace teleconsult::ui
