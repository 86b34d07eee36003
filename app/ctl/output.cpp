#include "app/ctl/output.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace teleconsult::ctl {

namespace {

void write(FILE *where, const QString &text)
{
    const QByteArray bytes = (text.endsWith(QLatin1Char('\n')) ? text : text + QLatin1Char('\n')).toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), where);
    std::fflush(where);
}

/// "label: value" lines, those without a value left out.
class Lines
{
public:
    Lines &add(const QString &label, const QString &value)
    {
        if (!value.isEmpty())
            m_lines << label + QStringLiteral(": ") + value;
        return *this;
    }
    QString text() const { return m_lines.join(QLatin1Char('\n')); }

private:
    QStringList m_lines;
};

QString asText(const QJsonValue &value)
{
    return value.toVariant().toString();
}

QString localTime(const QDateTime &moment)
{
    return moment.isValid() ? moment.toLocalTime().toString(QStringLiteral("yyyy-MM-dd hh:mm")) : QStringLiteral("?");
}

QString admissionText(const QJsonObject &answer)
{
    const QString link = asText(answer[QStringLiteral("accessLinkURL")]);
    Lines lines;
    lines.add(QStringLiteral("Link"), link.isEmpty() ? QStringLiteral("not yet, or no longer") : link);
    const QJsonArray people = answer[QStringLiteral("participantsBandyerCall")].toArray();
    for (const QJsonValue person : people)
        lines.add(QStringLiteral("Participant"), asText(person[QStringLiteral("fullName")]) + QStringLiteral(" (") +
                                                     asText(person[QStringLiteral("bandyerUserId")]) +
                                                     QLatin1Char(')'));
    const QJsonValue room = answer[QStringLiteral("details")];
    return lines.add(QStringLiteral("Room"), asText(room[QStringLiteral("status")]))
        .add(QStringLiteral("Recording"), asText(room[QStringLiteral("recording")]))
        .text();
}

QString tokenText(const QJsonObject &answer)
{
    return Lines()
        .add(QStringLiteral("Token"), asText(answer[QStringLiteral("accessToken")]))
        .add(QStringLiteral("Expires"), asText(answer[QStringLiteral("expiresAt")]))
        .add(QStringLiteral("User"), asText(answer[QStringLiteral("bandyerUserId")]))
        .text();
}

} // namespace

void print(const QString &text)
{
    write(stdout, text);
}

void printError(const QString &text)
{
    write(stderr, text);
}

void printJson(const QJsonObject &object)
{
    write(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

QString textOf(Verb verb, const QJsonObject &answer)
{
    switch (verb) {
    case Verb::Create:
        return asText(answer[QStringLiteral("roomId")]);
    case Verb::Get:
        return admissionText(answer);
    case Verb::Patch:
        return QStringLiteral("Changed.");
    case Verb::AddParticipant:
        return QStringLiteral("Added.");
    case Verb::Delete:
        return QStringLiteral("Deleted.");
    case Verb::DeleteUploads:
        return answer.isEmpty()
                   ? QStringLiteral("Nothing deleted: the settings keep shared files.")
                   : QStringLiteral("Deleted %1 of %2 files.")
                         .arg(asText(answer[QStringLiteral("deleted")]), asText(answer[QStringLiteral("total")]));
    case Verb::Credentials:
        return tokenText(answer);
    case Verb::BackgroundUpload:
        return asText(answer[QStringLiteral("virtual_background")][QStringLiteral("background_alias")]);
    case Verb::BackgroundSet:
    case Verb::Company:
        return companyText(answer);
    default:
        return QStringLiteral("Done.");
    }
}

QString textOf(const QList<Teleconsultation> &consultations)
{
    QStringList lines;
    for (const Teleconsultation &consultation : consultations) {
        QStringList names;
        for (const Participant &participant : consultation.participants)
            names << participant.fullName;
        if (consultation.unknownParticipants() > 0)
            names << QStringLiteral("%1 still unknown").arg(consultation.unknownParticipants());
        lines << QStringLiteral("%1  %2 - %3  %4  %5")
                     .arg(consultation.id, localTime(consultation.schedule.start()),
                          localTime(consultation.schedule.end()), toCode(consultation.progress),
                          names.join(QStringLiteral(", ")));
    }
    return lines.isEmpty() ? QStringLiteral("None.") : lines.join(QLatin1Char('\n'));
}

QString companyText(const QJsonObject &answer)
{
    const QJsonValue company = answer[QStringLiteral("company")];
    const QJsonValue background = company[QStringLiteral("default_background")];
    return Lines()
        .add(QStringLiteral("Company"), asText(company[QStringLiteral("name")]))
        .add(QStringLiteral("Language"), asText(company[QStringLiteral("default_language")]))
        .add(QStringLiteral("Background"), asText(background[QStringLiteral("alias")]))
        .add(QStringLiteral("After a call"), asText(company[QStringLiteral("end_call_redirect_url")]))
        .add(QStringLiteral("User details"), asText(company[QStringLiteral("user_details_provider_url")]))
        .text();
}

} // namespace teleconsult::ctl
