// A clinic with as many consultations on record as one likes, and its agenda's window.
#pragma once

#include "core/config/settings.h"
#include "core/http/http_client.h"
#include "core/kaleyra/kaleyra_client.h"
#include "core/records/sqlite_database.h"
#include "core/records/sqlite_intent_journal.h"
#include "core/records/sqlite_record_store.h"
#include "core/service/teleconsultations.h"
#include "tests/support/manual_clock.h"
#include "ui/main_window.h"

#include <memory>

namespace teleconsult::bench {

/// How many consultations there are on each day: a busy practice. More consultations make more days, not fuller ones.
inline constexpr int consultationsADay = 50;

/// Puts that many consultations on record in a new file, a day of the practice after the other, half of them before
/// `now`. Every participant's name is one of some thousand, always in the same order. False: they cannot be stored.
bool fillRecords(const QString &file, int consultations, const QDateTime &now);

/// A station with its own connection to such a file, as at the start of the program. Kaleyra does not answer, which
/// the agenda does not need.
class AgendaStation
{
public:
    AgendaStation(const QString &folder, const Clock &clock);
    ~AgendaStation();
    AgendaStation(const AgendaStation &) = delete;
    AgendaStation &operator=(const AgendaStation &) = delete;

    /// Starts loading the agenda.
    std::unique_ptr<ui::MainWindow> openWindow();

    static QString recordsFile(const QString &folder) { return folder + QStringLiteral("/records.sqlite"); }

private:
    QString m_folder;
    const Clock &m_clock;
    config::Settings m_settings;
    http::HttpClient m_http;
    kaleyra::KaleyraClient m_kaleyra;
    records::SqliteDatabase m_database;
    records::SqliteRecordStore m_records;
    records::SqliteIntentJournal m_journal;
    service::Teleconsultations m_service;
};

} // namespace teleconsult::bench
