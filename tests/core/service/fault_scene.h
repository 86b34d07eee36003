// One case of the fault matrix: what was there, what was done, and what must hold afterwards.
#pragma once

#include "tests/core/service/fault_station.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace teleconsult::test {

/// Peers, a database file and the stations that come and go over them.
class Scene
{
public:
    /// What was there before anything befell, to begin once more with the same.
    struct Beginning
    {
        sandbox::State kaleyra;
        QList<QJsonObject> crudConsultations;
        QList<QJsonObject> crudUsers;
        QByteArray database;
        QString id;
    };

    /// An empty world, with a station in it.
    Scene(Peers &peers, Keeps keeps);
    /// A world as it was, without a station.
    Scene(Peers &peers, Keeps keeps, const Beginning &beginning);

    /// What is there now. Ends the station, whose database is whole only then.
    Beginning leave();

    /// Another run of the program. The one before is ended.
    void start(Station::Patience patience = {});
    /// Waits until nobody does anything any more.
    bool settles();

    /// A doctor and `patients` patients, tomorrow, for half an hour.
    TeleconsultationRequest request(int patients, int unknownPatients = 0) const;

    /// What is wrong with what the peers and the records hold; empty: nothing. Each line is one rule broken.
    QStringList disorders();
    /// Every POST of a room that was sent although an earlier one of the same room may have been carried out.
    QStringList blindRepeats() const;
    /// Users at Kaleyra who are nobody's and sit in no room: a blemish, mended when the person comes again.
    int strayUsers();

    QList<Teleconsultation> consultations();
    /// What the record says, without what every run makes anew (ids, rooms, links); empty: there is none.
    QString account(const QString &id);

    Peers &peers;
    const Keeps keeps;
    ManualClock clock;
    const QDateTime began = clock.now(); ///< Before anything was done.
    const ConsultationPolicy policy;
    std::unique_ptr<Station> station;
    QString id; ///< The consultation that this is about; empty: none yet.

private:
    struct Found;
    Result<Found> look();
    QString databaseFile() const { return m_folder.filePath(QStringLiteral("records.sqlite")); }

    QTemporaryDir m_folder;
};

} // namespace teleconsult::test
