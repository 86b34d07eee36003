// What is wrong with this installation, and what mends it.
#pragma once

#include "app/backend.h"
#include "app/places.h"

#include <QJsonObject>

namespace teleconsult::ctl {

/// One thing that was looked at.
struct Check
{
    enum class State {
        Good,
        Notice,  ///< Worth knowing; nothing has to be mended.
        Problem, ///< Something has to be mended.
        Skipped, ///< Could not be looked at because of another one.
    };

    QString name; ///< "kaleyra"
    State state = State::Good;
    QString finding; ///< One sentence.
    QString remedy = {};
};

/// Looks at settings, folder and peers, and changes nothing but what a first start would make. Does not own what it is
/// given.
class Doctor
{
public:
    struct Parts
    {
        app::Backend &backend;
        const config::Settings &settings;
        const app::Places &places;
        const Clock &clock;
    };

    explicit Doctor(Parts parts) : m_parts(parts) {}

    /// Never an error: what fails is a finding. Starts the backend, so nobody else does.
    Task<QList<Check>> examine();

private:
    Check settingsFile() const;
    Check values() const;
    Check dataDir() const;
    Check configuration() const;
    Check station() const;
    Task<Check> service();
    Task<Check> kaleyra();
    Task<Check> records();
    QString crudPeer() const;
    Task<Check> people();
    Check clockAgainst(const QString &name, const QUrl &peer) const;

    Parts m_parts;
};

bool needsMending(const QList<Check> &checks);
QString textOf(const QList<Check> &checks);
/// `{"healthy": …, "checks": [{"name", "state", "finding", "remedy"}]}`; state: good, notice, problem or skipped.
QJsonObject writeChecks(const QList<Check> &checks);

} // namespace teleconsult::ctl
