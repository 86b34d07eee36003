// Slips for the patients of a consultation, on paper.
#pragma once

#include "core/config/settings.h"
#include "core/service/teleconsultation_service.h"
#include "ui/sharing/patient_slip.h"

class QPrinter;
class QWidget;

namespace teleconsult::ui {

/// One for each person who comes to be seen (a basic role), or for everybody where there is no such person. With the
/// person's own link where there is one among the invitations, else with the consultation's. A person without a
/// language of their own gets it in `usual`. `settings`: say with which key codes for the kiosk are made; without one,
/// or without settings, a slip has no such code.
QList<PatientSlip> slipsOf(const Teleconsultation &consultation, const Privileges &privileges,
                           const QList<service::Invitation> &invitations, Language usual,
                           const config::Settings *settings = nullptr);

/// A page each. False: the printer, or the file, does not take them.
bool printSlips(QPrinter &printer, const QList<PatientSlip> &slips);

/// Asks for the links, then shows the pages in a preview from which they are printed. Before the room opens there are
/// no links: the slips then say so. When the links cannot be read it is asked whether to print without. The links live
/// no longer than the preview. While they are asked for, which may be given up, nothing else is done in the window; a
/// window that is gone from the screen meanwhile gets no preview. Service and settings must outlive the window.
void previewSlips(service::TeleconsultationService &service, const config::Settings &settings,
                  const Teleconsultation &consultation, QWidget *window);

} // namespace teleconsult::ui
