#include "core/domain/teleconsultation.h"

#include "core/domain/clock.h"

#include <QSet>

#include <algorithm>

namespace teleconsult {

namespace {

QString dataField(qsizetype index, const char *name)
{
    return QStringLiteral("participants.data[%1].%2").arg(index).arg(QLatin1String(name));
}

template <typename T>
void collect(QList<Error> &errors, const Result<T> &result)
{
    if (!result)
        errors << result.error();
}

void checkNumber(const TeleconsultationRequest &request, QList<Error> &errors)
{
    const QString field = QStringLiteral("participants.number");
    if (request.participantsNumber < minimumParticipants)
        collect<void>(errors, invalid(QStringLiteral("too_few"), field,
                                      QStringLiteral("participants.number must be at least 2")));
    if (request.participantsNumber > maximumParticipants)
        collect<void>(errors, invalid(QStringLiteral("too_many"), field,
                                      QStringLiteral("participants.number must be at most 25")));
    if (request.participants.size() > request.participantsNumber)
        collect<void>(errors, invalid(QStringLiteral("too_many"), QStringLiteral("participants.data"),
                                      QStringLiteral("participants.data must not exceed participants.number")));
}

/// What is longer would fit into no request to the services that are asked for it.
void checkLength(const QString &text, const QString &field, QList<Error> &errors)
{
    if (text.trimmed().size() > maximumPersonTextLength)
        collect<void>(errors,
                      invalid(QStringLiteral("too_long"), field,
                              field + QStringLiteral(" must not exceed %1 characters").arg(maximumPersonTextLength)));
}

void checkIdentified(const ParticipantData &data, qsizetype index, const Privileges &privileges, QList<Error> &errors)
{
    const QString nameField = dataField(index, "fullName");
    if (data.fullName.trimmed().isEmpty())
        collect<void>(errors,
                      invalid(QStringLiteral("required"), nameField, nameField + QStringLiteral(" is required")));
    checkLength(data.fullName, nameField, errors);

    if (auto role = privileges.roleOf(data.groups); !role) {
        Error error = role.error();
        error.message.replace(error.field, dataField(index, "groups"));
        error.field = dataField(index, "groups");
        errors << error;
    }
}

tl::unexpected<Error> namedTwice(qsizetype index)
{
    const QString field = dataField(index, "userExternalId");
    return invalid(QStringLiteral("duplicate"), field, field + QStringLiteral(" names a participant twice"));
}

/// `privileges`: null while it is not known who the participants are.
void checkParticipants(const TeleconsultationRequest &request, const Privileges *privileges, QList<Error> &errors)
{
    QSet<QString> seen;
    for (qsizetype i = 0; i < request.participants.size(); ++i) {
        const ParticipantData &data = request.participants.at(i);
        const QString id = data.externalId.trimmed();
        const QString idField = dataField(i, "userExternalId");
        if (id.isEmpty())
            collect<void>(errors,
                          invalid(QStringLiteral("required"), idField, idField + QStringLiteral(" is required")));
        else if (seen.contains(id))
            collect<void>(errors, namedTwice(i));
        seen.insert(id);
        checkLength(id, idField, errors);
        if (privileges)
            checkIdentified(data, i, *privileges, errors);
    }
}

/// Only a complete list must hold a plus user: the one who is still unknown may be it (seed 004, POST …/data).
void checkPlusUser(const TeleconsultationRequest &request, const Privileges &privileges, QList<Error> &errors)
{
    if (request.participants.isEmpty() || request.participants.size() < request.participantsNumber)
        return;
    const bool hasPlus = std::any_of(request.participants.begin(), request.participants.end(),
                                     [&](const ParticipantData &data) { return privileges.isPlus(data.groups); });
    if (!hasPlus)
        collect<void>(errors, invalid(QStringLiteral("no_plus_user"), QStringLiteral("participants.data"),
                                      QStringLiteral("no plus user in room")));
}

} // namespace

QString toCode(Progress progress)
{
    switch (progress) {
    case Progress::Scheduled:
        return QStringLiteral("SCHEDULED");
    case Progress::InCall:
        return QStringLiteral("IN_CALL");
    case Progress::Held:
        return QStringLiteral("HELD");
    }
    Q_UNREACHABLE();
}

Progress progressFromCode(QStringView code)
{
    if (code == QLatin1String("IN_CALL"))
        return Progress::InCall;
    if (code == QLatin1String("HELD"))
        return Progress::Held;
    return Progress::Scheduled;
}

const Participant *Teleconsultation::participant(const QString &kaleyraUserId) const
{
    const auto found = std::find_if(participants.begin(), participants.end(),
                                    [&](const Participant &p) { return p.kaleyraUserId == kaleyraUserId; });
    return found == participants.end() ? nullptr : &*found;
}

bool saysTheSame(const Teleconsultation &one, const Teleconsultation &other)
{
    Teleconsultation ofTheOther = one;
    ofTheOther.revision = other.revision;
    return ofTheOther == other;
}

QDateTime opensAt(const Teleconsultation &consultation, const ConsultationPolicy &policy)
{
    return consultation.schedule.start().addMSecs(-policy.immutablePeriod.count());
}

bool isJoinable(const Teleconsultation &consultation, const ConsultationPolicy &policy, const QDateTime &now)
{
    const QDateTime opens = opensAt(consultation, policy);
    return consultation.allParticipantsKnown() && !consultation.roomId.isEmpty() && opens.isValid() && now >= opens;
}

bool isJoinableByAnyClock(const Teleconsultation &consultation, const ConsultationPolicy &policy, const QDateTime &now)
{
    return isJoinable(consultation, policy, now.addDuration(-longestClockDifference));
}

Phase phaseAt(const Teleconsultation &consultation, const ConsultationPolicy &policy, const QDateTime &now)
{
    if (consultation.progress == Progress::InCall)
        return Phase::InCall;
    if (consultation.progress == Progress::Held)
        return Phase::Held;
    const QDateTime end = consultation.schedule.end();
    if (end.isValid() && now >= end)
        return Phase::NotHeld;
    if (consultation.roomId.isEmpty() || !consultation.allParticipantsKnown())
        return Phase::WaitingForParticipants;
    return isJoinable(consultation, policy, now) ? Phase::Open : Phase::Upcoming;
}

QDateTime nextPhaseChange(const Teleconsultation &consultation, const ConsultationPolicy &policy, const QDateTime &now)
{
    if (consultation.progress != Progress::Scheduled)
        return {};
    for (const QDateTime &moment : {opensAt(consultation, policy), consultation.schedule.end()}) {
        if (moment.isValid() && moment > now)
            return moment;
    }
    return {};
}

QList<Error> check(const TeleconsultationRequest &request, const Privileges &privileges)
{
    QList<Error> errors;
    checkNumber(request, errors);
    checkParticipants(request, &privileges, errors);
    checkPlusUser(request, privileges, errors);
    collect(errors, Schedule::make(request.start, request.end, request.duration));
    return errors;
}

Result<void> checkUsers(const QList<ParticipantData> &people, const QHash<QString, QString> &userIds)
{
    QSet<QString> seen;
    for (qsizetype i = 0; i < people.size(); ++i) {
        const QString userId = userIds.value(people.at(i).externalId);
        if (seen.contains(userId))
            return namedTwice(i);
        if (!userId.isEmpty())
            seen.insert(userId);
    }
    return {};
}

QList<Error> checkGivenGroups(const QList<ParticipantData> &people, const Privileges &privileges)
{
    QList<Error> errors;
    for (qsizetype i = 0; i < people.size(); ++i) {
        const QString field = dataField(i, "groups");
        if (!privileges.knowsAll(people.at(i).groups))
            collect<void>(errors, invalid(QStringLiteral("unknown_group"), field,
                                          field + QStringLiteral(" must name configured groups only")));
    }
    return errors;
}

QList<Error> checkByIds(const TeleconsultationRequest &request)
{
    QList<Error> errors;
    checkNumber(request, errors);
    checkParticipants(request, nullptr, errors);
    collect(errors, Schedule::make(request.start, request.end, request.duration));
    return errors;
}

} // namespace teleconsult
