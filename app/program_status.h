// What a running program tells those who look after it.
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace teleconsult::app {

/// The state of one program at one moment: for `teleconsultctl status`, for the service manager and as metrics. There
/// is nothing of a person or a consultation in it. A value.
struct ProgramStatus
{
    QString version;
    QString engineVersion; ///< Of the call engine (Chromium's); empty: not loaded yet.
    QString profile;       ///< "desktop" or "kiosk".
    QString activity;      ///< "idle", "waiting", "call", "mending", "failed"; of a kiosk that waits after sudden ends
                           ///< "trouble", outside its opening hours "closed", and when it cannot do its work "outage".
    QDateTime startedAt;   ///< UTC.
    QDateTime now;         ///< UTC.
    int callsEntered = 0;
    int pagesLost = 0;   ///< Call pages lost in a call.
    int pagesMended = 0; ///< Of these, those after which the call went on.
    int callsFailed = 0;
    int suddenEnds = 0; ///< Starts before this one that ended without a word (StartJournal).
    qint64 memory = 0;  ///< Bytes that the program and the engine's processes keep for themselves.

    qint64 uptimeSeconds() const { return startedAt.secsTo(now); }

    QJsonObject toJson() const;
    /// Nothing: what came is no status, of another version perhaps.
    static std::optional<ProgramStatus> fromJson(const QJsonObject &json);
    /// One English sentence, for `systemctl status`.
    QString sentence() const;
    /// In Prometheus's text format (prometheus.io/docs/instrumenting/exposition_formats), for the node exporter's
    /// textfile collector.
    QByteArray toMetrics() const;

    bool operator==(const ProgramStatus &) const = default;
};

} // namespace teleconsult::app
