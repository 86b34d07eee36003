// The agenda at the kiosk, for who works at the reception.
#pragma once

#include "core/config/settings.h"
#include "core/domain/clock.h"
#include "core/service/teleconsultation_service.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace teleconsult::ui {

class AgendaPage;

/// The whole agenda and its form, with a way back. Made when the PIN was right, destroyed when whoever gave it is done:
/// a kiosk holds no list of names otherwise. Calls are entered with a code, not from here. Does not own what it is
/// given.
class ReceptionPage : public QWidget
{
    Q_OBJECT
public:
    ReceptionPage(service::TeleconsultationService &service, config::Settings &settings, const Clock &clock,
                  QWidget *parent);

    AgendaPage &agenda() { return *m_agenda; }

signals:
    void done();

protected:
    void changeEvent(QEvent *event) override;

private:
    void sayHowToJoin();
    void retranslate();

    QLabel *m_title;
    QPushButton *m_done;
    AgendaPage *m_agenda;
};

} // namespace teleconsult::ui
