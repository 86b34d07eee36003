// Saves a consultation for a calendar.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/teleconsultation.h"
#include "ui/widgets/framed_dialog.h"

class QCheckBox;
class QPushButton;

namespace teleconsult::ui {

/// Asks whether the participants are to be named, then where the calendar file (.ics) goes, and writes it for this
/// user's eyes only. Not named unless the person says so: calendars are shared. The link in it is no credential. Modal
/// to its parent's window, shown with open(). The clock must outlive it.
class CalendarDialog final : public FramedDialog
{
    Q_OBJECT
public:
    CalendarDialog(const Clock &clock, Teleconsultation consultation, Privileges privileges, QWidget *parent);

    /// What would be written now.
    QByteArray content() const;

private:
    void build();
    void askWhere();
    void write(const QString &path);
    void retranslate() override;

    const Clock &m_clock;
    Teleconsultation m_consultation;
    Privileges m_privileges;

    QCheckBox *m_names;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace teleconsult::ui
