// What a camera at a kiosk has read.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace teleconsult {

/// What the QR codes in one picture come to. A value.
struct ScannedCode
{
    enum class What {
        Nothing, ///< There was none.
        Code,    ///< One code of an appointment, whatever else is in the picture.
        Several, ///< Codes of more than one appointment: it is not for us to choose.
        Other,   ///< Something else, such as the link that a slip holds for a telephone. It leads nowhere here.
    };

    What what = What::Nothing;
    QString code; ///< What::Code: as readAppointmentCode() answers it.

    friend bool operator==(const ScannedCode &, const ScannedCode &) = default;
};

/// Whoever stands before the camera has made what it sees. Only what a slip carries for the kiosk is taken: a code's
/// characters as they are printed, and not one byte more. Nothing else that was read is looked into, opened or kept.
ScannedCode readScannedCodes(const QList<QByteArray> &contents);

} // namespace teleconsult
