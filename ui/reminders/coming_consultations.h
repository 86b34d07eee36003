// What is still to come today.
#pragma once

#include "core/config/settings.h"
#include "core/domain/clock.h"
#include "core/service/teleconsultation_service.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace teleconsult::ui {

/// The consultations that have not ended yet, up to the end of the day or a few hours from now, whichever is later;
/// read anew every minute, so that what other stations change is noticed, and when asked. While they cannot be read,
/// those that were read last stand. None while the station has no person, as before somebody signs in, and when the
/// person may not know them.
///
/// In which the station's person takes part only open() tells, and with its first answer under which id: where somebody
/// wants to know, one after the other is asked for until then, a few with each reading. Does not own what it is given,
/// all of which must outlive it.
class ComingConsultations : public QObject
{
    Q_OBJECT
public:
    ComingConsultations(service::TeleconsultationService &service, const config::Settings &settings, const Clock &clock,
                        QObject *parent = nullptr);

    /// Begins to read.
    void start();
    /// Whether anybody asks isOwn(); not at first.
    void setOwnWanted(bool wanted);
    /// By start, earliest first; at most 200 of them.
    const QList<Teleconsultation> &list() const { return m_list; }
    const Teleconsultation *find(const QString &id) const;
    /// Whether the station's person takes part in it; nothing: that is not known yet.
    std::optional<bool> isOwn(const Teleconsultation &consultation) const;

public slots:
    void read();

signals:
    /// They were read: the same as before or others.
    void listed();
    /// isOwn() has an answer for all of them.
    void ownKnown();

private:
    void forget();
    void learnWhose();
    void onAdmission(const QString &person, const QString &asked, const Result<service::Admission> &admission);

    service::TeleconsultationService &m_service;
    const config::Settings &m_settings;
    const Clock &m_clock;
    QTimer m_timer;
    QList<Teleconsultation> m_list;
    QString m_person;       ///< For whom they were read.
    int m_attempt = 0;      ///< The last question.
    int m_answered = 0;     ///< The last question whose answer counts: none of an earlier one does.
    QString m_userId;       ///< Kaleyra's, of the person; empty: not known yet.
    QSet<QString> m_others; ///< Id and revision of each in which the person has turned out to have no part.
    int m_questionsLeft;    ///< Until the timer's next stroke.
    bool m_isOwnWanted = false;
    bool m_isAsking = false;
};

} // namespace teleconsult::ui
