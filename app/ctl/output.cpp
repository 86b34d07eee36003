#include "app/ctl/output.h"

#include "core/domain/json.h"
#include "core/service/contract_names.h"

#include <cstdio>

namespace teleconsult::ctl {

namespace names = service::names;

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
    const QString link = asText(answer[names::accessLink]);
    Lines lines;
    lines.add(QStringLiteral("Link"), link.isEmpty() ? QStringLiteral("not yet, or no longer") : link);
    const QJsonArray people = answer[names::callParticipants].toArray();
    for (const QJsonValue person : people)
        lines.add(QStringLiteral("Participant"), asText(person[names::fullName]) + QStringLiteral(" (") +
                                                     asText(person[names::kaleyraUserId]) + QLatin1Char(')'));
    const QJsonValue room = answer[names::details];
    return lines.add(QStringLiteral("Room"), asText(room[names::status]))
        .add(QStringLiteral("Recording"), asText(room[names::recording]))
        .text();
}

QString tokenText(const QJsonObject &answer)
{
    return Lines()
        .add(QStringLiteral("Token"), asText(answer[names::accessToken]))
        .add(QStringLiteral("Expires"), asText(answer[names::expiresAt]))
        .add(QStringLiteral("User"), asText(answer[names::kaleyraUserId]))
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
    write(stdout, QString::fromUtf8(compactJson(object)));
}

QString textOf(Verb verb, const QJsonObject &answer)
{
    switch (verb) {
    case Verb::Create:
        return asText(answer[names::roomId]);
    case Verb::Get:
        return admissionText(answer);
    case Verb::Patch:
        return QStringLiteral("Changed.");
    case Verb::AddParticipant:
        return QStringLiteral("Added.");
    case Verb::Delete:
        return QStringLiteral("Deleted.");
    case Verb::DeleteUploads:
        return answer.isEmpty() ? QStringLiteral("Nothing deleted: the settings keep shared files.")
                                : QStringLiteral("Deleted %1 of %2 files.")
                                      .arg(asText(answer[names::deleted]), asText(answer[names::total]));
    case Verb::Credentials:
        return tokenText(answer);
    case Verb::BackgroundUpload:
        return asText(answer[names::background][names::backgroundAlias]);
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
        QStringList people;
        for (const Participant &participant : consultation.participants)
            people << participant.fullName;
        if (consultation.unknownParticipants() > 0)
            people << QStringLiteral("%1 still unknown").arg(consultation.unknownParticipants());
        lines << QStringLiteral("%1  %2 - %3  %4  %5")
                     .arg(consultation.id, localTime(consultation.schedule.start()),
                          localTime(consultation.schedule.end()), toCode(consultation.progress),
                          people.join(QStringLiteral(", ")));
    }
    return lines.isEmpty() ? QStringLiteral("None.") : lines.join(QLatin1Char('\n'));
}

QString companyText(const QJsonObject &answer)
{
    const QJsonValue company = answer[names::companyObject];
    const QJsonValue background = company[names::defaultBackground];
    return Lines()
        .add(QStringLiteral("Company"), asText(company[names::companyName]))
        .add(QStringLiteral("Language"), asText(company[names::defaultLanguage]))
        .add(QStringLiteral("Background"), asText(background[names::alias]))
        .add(QStringLiteral("After a call"), asText(company[names::endCallRedirectUrl]))
        .add(QStringLiteral("User details"), asText(company[names::userDetailsProviderUrl]))
        .text();
}

} // namespace teleconsult::ctl
