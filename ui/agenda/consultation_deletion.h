// Deleting a consultation: asked first, done once, told how it went.
#pragma once

#include "core/domain/clock.h"
#include "core/service/teleconsultation_service.h"

#include <QObject>
#include <QSet>

namespace teleconsult::ui {

/// The one way to delete, wherever it is asked for. Several may be under way at a time. Does not own the service and
/// the clock, which must outlive it.
class ConsultationDeletion : public QObject
{
    Q_OBJECT
public:
    ConsultationDeletion(service::TeleconsultationService &service, const Clock &clock, QObject *parent = nullptr);

    /// Asks over the window of `asker`, and deletes when the answer is yes.
    void ask(const Teleconsultation &consultation, QWidget *asker);
    /// Without asking, as after a failure. Nothing while the same is already on its way.
    void remove(const Teleconsultation &consultation);
    bool isUnderWay(const QString &id) const { return m_underWay.contains(id); }

signals:
    void begun(const QString &id);
    /// It is gone, whoever deleted it.
    void deleted(const QString &id);
    void failed(const Teleconsultation &consultation, const Error &error);

private:
    service::TeleconsultationService &m_service;
    const Clock &m_clock;
    QSet<QString> m_underWay;
};

} // namespace teleconsult::ui
