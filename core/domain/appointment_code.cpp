#include "core/domain/appointment_code.h"

#include <QMessageAuthenticationCode>

namespace teleconsult {

namespace {

constexpr int bitsPerCharacter = 5;
constexpr int groupLength = 4;

/// Titles that do not end with a full stop; in lower case.
bool isTitle(const QString &word)
{
    static const QStringList titles{QStringLiteral("dr"),     QStringLiteral("dott"), QStringLiteral("dottore"),
                                    QStringLiteral("prof"),   QStringLiteral("mr"),   QStringLiteral("mrs"),
                                    QStringLiteral("ms"),     QStringLiteral("sig"),  QStringLiteral("signor"),
                                    QStringLiteral("signora")};
    // "Dott.ssa" and "Sig.ra" have it in their middle.
    return word.contains(QLatin1Char('.')) || titles.contains(word.toLower());
}

/// A text with its length before it: two different lists of texts never look alike.
QByteArray counted(const QByteArray &text)
{
    return QByteArray::number(text.size()) + ':' + text;
}

} // namespace

QString appointmentAlphabet()
{
    return QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
}

QString appointmentCode(const QByteArray &key, const Teleconsultation &consultation, const QString &kaleyraUserId)
{
    const QByteArray what = counted("teleconsult appointment 1") + counted(consultation.id.toUtf8()) +
                            counted(kaleyraUserId.toUtf8()) +
                            counted(QByteArray::number(consultation.schedule.start().toSecsSinceEpoch()));
    const QByteArray digest = QMessageAuthenticationCode::hash(what, key, QCryptographicHash::Sha256);
    quint64 bits = 0;
    for (int i = 0; i < appointmentCodeLength * bitsPerCharacter / 8; ++i)
        bits = bits << 8 | quint8(digest.at(i));
    const QString alphabet = appointmentAlphabet();
    QString code;
    for (int i = appointmentCodeLength - 1; i >= 0; --i)
        code += alphabet.at(int(bits >> (i * bitsPerCharacter) & (alphabet.size() - 1)));
    return code;
}

QString groupedAppointmentCode(const QString &code)
{
    return code.size() <= groupLength ? code : code.left(groupLength) + QLatin1Char(' ') + code.mid(groupLength);
}

QString readAppointmentCode(const QString &typed)
{
    const QString alphabet = appointmentAlphabet();
    QString code;
    for (QChar c : typed) {
        if (c.isSpace() || c == QLatin1Char('-'))
            continue;
        c = c.toUpper();
        if (c == QLatin1Char('O'))
            c = QLatin1Char('0');
        else if (c == QLatin1Char('I') || c == QLatin1Char('L'))
            c = QLatin1Char('1');
        if (!alphabet.contains(c))
            return {};
        code += c;
    }
    return code.size() == appointmentCodeLength ? code : QString();
}

bool takesAppointmentCodes(const Teleconsultation &consultation, const QDateTime &now)
{
    const QDateTime start = consultation.schedule.start();
    if (!start.isValid())
        return false;
    const QDateTime end = consultation.schedule.end().isValid() ? consultation.schedule.end() : start;
    return now >= start.addSecs(-std::chrono::seconds(appointmentLead).count()) &&
           now < end.addSecs(std::chrono::seconds(appointmentGrace).count());
}

std::optional<Appointment> findAppointment(const QByteArray &key, const QString &code,
                                           const QList<Teleconsultation> &consultations, const QDateTime &now)
{
    std::optional<Appointment> found;
    if (key.size() < minimumAppointmentKeyLength || code.size() != appointmentCodeLength)
        return found;
    for (const Teleconsultation &consultation : consultations) {
        if (!takesAppointmentCodes(consultation, now))
            continue;
        for (const Participant &participant : consultation.participants) {
            if (!participant.kaleyraUserId.isEmpty() &&
                appointmentCode(key, consultation, participant.kaleyraUserId) == code)
                found = Appointment{consultation, participant.kaleyraUserId};
        }
    }
    return found;
}

QString firstNameOf(const QString &fullName)
{
    const QStringList words = fullName.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (!isTitle(word))
            return word;
    }
    return {};
}

} // namespace teleconsult
