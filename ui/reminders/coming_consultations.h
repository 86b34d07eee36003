// What is still to come today.
#pragma once

#include "core/config/settings.h"
#include "core/domain/clock.h"
#include "core/service/teleconsultation_service.h"

#include <QObject>
#include <QTimer>

namespace teleconsult::ui {

/// The consultations that have not ended yet, up to the end of the day or a few hours from now, whichever is later;
/// read anew every minute, so that what other stations change is noticed, and when asked. While they cannot be read,
/// those that were read last stand. None while the station has no person, as before somebody signs in, and when the
/// person may not know them. Does not own what it is given, all of which must outlive it.
class ComingConsultations : public QObject
{
    Q_OBJECT
public:
    ComingConsultations(service::TeleconsultationService &service, const config::Settings &settings, const Clock &clock,
                        QObject *parent = nullptr);

    /// Begins to read.
    void start();
    /// By start, earliest first; at most 200 of them.
    const QList<Teleconsultation> &list() const { return m_list; }
    const Teleconsultation *find(const QString &id) const;

public slots:
    void read();

signals:
    /// They were read: the same as before or others.
    void listed();

private:
    void forget();

    service::TeleconsultationService &m_service;
    const config::Settings &m_settings;
    const Clock &m_clock;
    QTimer m_timer;
    QList<Teleconsultation> m_list;
    QString m_person; ///< For whom they were read.
    int m_attempt = 0;
};

} // namespace teleconsult::ui
