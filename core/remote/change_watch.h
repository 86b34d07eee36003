// Learning that something has changed at a Teleconsultation Service elsewhere.
#pragma once

#include "core/remote/service_connection.h"

#include <QObject>
#include <QTimer>

namespace teleconsult::remote {

/// Asks again and again which revision the service is at: a few bytes, answered at once, so that no number of stations
/// holds anything of the service. Gives up when the service has no such extension. Does not own the connection, which
/// must outlive it; whoever destroys that waits until the HTTP client has been shut down.
class ChangeWatch : public QObject
{
    Q_OBJECT
public:
    /// How long it waits before it asks again.
    struct Pace
    {
        std::chrono::milliseconds afterAnswer = std::chrono::seconds(5);
        std::chrono::milliseconds afterError = std::chrono::seconds(30);
    };

    explicit ChangeWatch(ServiceConnection &connection, QObject *parent = nullptr);
    ChangeWatch(ServiceConnection &connection, Pace pace, QObject *parent = nullptr);

    /// To be called once.
    void start();

signals:
    /// Something was created, changed or removed by whomever, this station included, since it was last asked.
    void changed();

private:
    void ask();
    void onAnswer(const Result<QString> &revision);

    ServiceConnection &m_connection;
    Pace m_pace;
    QTimer m_pause;
    QString m_revision; ///< Empty: none was told yet.
};

} // namespace teleconsult::remote
