// The code with which a patient says at a kiosk who they are.
#pragma once

#include "core/domain/teleconsultation.h"
#include "core/domain/try_rule.h"

#include <QByteArray>

namespace teleconsult {

/// In characters. Shorter is shorter than what a code is made of.
inline constexpr int minimumAppointmentKeyLength = 32;

/// How early before the start a code opens, and how long after the end.
inline constexpr std::chrono::minutes appointmentLead{120};
inline constexpr std::chrono::minutes appointmentGrace{60};

/// What may be tried at one kiosk: five tries, then ten seconds, doubling up to a minute. A right one does not end the
/// count, or whoever has one code could look for others with it; ten quiet minutes do.
inline constexpr TryRule appointmentTries{5, std::chrono::seconds(10), std::chrono::seconds(60)};
inline constexpr std::chrono::minutes appointmentTriesForgotten{10};

/// Eight characters of Crockford's base 32, made of the keyed hash (HMAC-SHA-256, the first 40 bits) of the
/// consultation's id, the person's Kaleyra id and the start. Nothing is stored: records have only the documented fields
/// (reference/teleconsultation-service.md, Records), and whoever has the key and today's records can check a code. So
/// it is for one person in one consultation, and a consultation that is moved or deleted takes its codes with it.
///
/// The arithmetic: there are 2^40 = 1.1e12 codes. With 1,000 of them valid at a time (500 consultations of two within
/// three hours, more than any clinic has) a guess hits with 9e-10. A kiosk takes one try a minute from somebody who
/// never stops, 1,440 a day: one hit in 2,100 years. Who starts the program anew before each pause gets five tries
/// every ten seconds or so, 43,200 a day: one in 70 years of doing so day and night. A hit shows a first name and one
/// consultation that is on just then. Codes are made with a key of 32 characters or more; from codes seen the key
/// cannot be told, nor the next code.
QString appointmentCode(const QByteArray &key, const Teleconsultation &consultation, const QString &kaleyraUserId);

/// "7K3M 9QXD", for people to read.
QString groupedAppointmentCode(const QString &code);

/// What somebody has typed, or a QR code held: capitals, without blanks and hyphens, and with the digits that were
/// meant by O, I and L. Empty: that is no code.
QString readAppointmentCode(const QString &typed);

/// The characters of a code, in their order.
QString appointmentAlphabet();
inline constexpr int appointmentCodeLength = 8;

/// Whether codes of this consultation open it now.
bool takesAppointmentCodes(const Teleconsultation &consultation, const QDateTime &now);

/// Whose code it is.
struct Appointment
{
    Teleconsultation consultation;
    QString kaleyraUserId;

    friend bool operator==(const Appointment &, const Appointment &) = default;
};

/// Nothing: nobody's now. That a code was good yesterday is not told apart from one that never was. Every code is
/// looked at, whichever it is. `code`: as readAppointmentCode() answers it.
std::optional<Appointment> findAppointment(const QByteArray &key, const QString &code,
                                           const QList<Teleconsultation> &consultations, const QDateTime &now);

/// The one name by which a kiosk may greet somebody: the first that is no title. "Luca" of "Luca Romano", "Giulia" of
/// "Dr. Giulia Ferri", "Anna" of "Dott.ssa Anna Bianchi". Empty: there is none.
QString firstNameOf(const QString &fullName);

} // namespace teleconsult
