// What a kiosk shows that cannot do its work.
#pragma once

#include "core/checks/outage.h"
#include "ui/kiosk/choice_page.h"

namespace teleconsult::ui {

/// Sends a patient to the reception, and tells the reception what is wrong and what it can do. There is nothing to
/// dismiss: it goes when things have mended.
class OutagePage : public ChoicePage
{
    Q_OBJECT
public:
    /// `support`: a telephone number, mail or web address; empty: none.
    explicit OutagePage(QString support, QWidget *parent = nullptr);

    void setOutage(const checks::Outage &outage);
    const checks::Outage &outage() const { return m_outage; }
    QString advice() const;

signals:
    /// Somebody of the reception wants the agenda, which may work all the same.
    void scheduleWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    static QString adviceOn(const checks::Outage &outage);
    void retranslate();

    QString m_support;
    checks::Outage m_outage;
    QLabel *m_advice;
    QPushButton *m_schedule;
};

} // namespace teleconsult::ui
