// A sheet of paper for a patient.
#pragma once

#include "core/domain/language.h"

#include <QDateTime>
#include <QRectF>
#include <QString>

class QPainter;

namespace teleconsult::ui {

/// When, where and how, in the patient's own language, whatever the interface's is.
struct PatientSlip
{
    QString fullName;
    Language language = Language::Italian;
    QDateTime start; ///< UTC, written in local time.
    QDateTime end;   ///< UTC; null: not known.
    /// What the code says. The patient's own link is a credential: the sheet says that it is for that person only.
    QByteArray code;
    bool isOwnLink = false; ///< Else it is the consultation's, which only a computer with Teleconsult can follow.
    QString kioskCode = {}; ///< What this person enters at the clinic's kiosk; empty: nothing.
};

/// All words of the sheet, from top to bottom; for tests and for assistive technology.
QStringList wordsOf(const PatientSlip &slip);

/// Paints it, black on white, into the rectangle; 1 unit of the painter is 1/72 inch.
void paintSlip(QPainter &painter, const QRectF &page, const PatientSlip &slip);

} // namespace teleconsult::ui
