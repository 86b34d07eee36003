#include "core/remote/remote_teleconsultations.h"

#include "core/service/contract_names.h"
#include "core/service/outcomes.h"

#include <QUrlQuery>

namespace teleconsult::remote {

namespace names = service::names;

namespace {

Question forLink(const QString &id, const service::LinkOptions &options, const StationIdentity &asker)
{
    Question asked = repeatable(question("GET", names::consultation, id));
    QUrlQuery query;
    if (options.useBackground)
        query.addQueryItem(names::useBackground, QStringLiteral("true"));
    if (options.language)
        query.addQueryItem(names::language, toCode(*options.language));
    asked.query = query.toString(QUrl::FullyEncoded);
    asked.asker = asker;
    return asked;
}

/// The mistakes that can be told here, so that a form learns of them with their rules; whatever else is wrong the
/// service says.
std::optional<Error> mistakeIn(const TeleconsultationRequest &request, const Offer &offer)
{
    const bool isByIds = offer.looksPeopleUp || !offer.hasExtensions;
    const QList<Error> mistakes = isByIds ? checkByIds(request) : check(request, offer.policy.privileges);
    if (mistakes.isEmpty())
        return std::nullopt;
    return service::onMissingPlusUser(QStringLiteral("POST /teleconsultation"), mistakes.first());
}

/// The contract has no word for the theme of a link.
QUrl withTheme(const QUrl &link, const QString &theme)
{
    service::LinkOptions options;
    options.theme = theme;
    return service::withOptions(link, {}, options);
}

} // namespace

StationIdentity RemoteTeleconsultations::askerFor(const QString &externalId, const RequestContext &context) const
{
    const StationIdentity station = m_connection.station();
    if (!context.callerGroups.isEmpty())
        return {externalId, {}, context.callerGroups};
    return externalId == station.externalId ? station : StationIdentity{externalId, {}, {}};
}

/// About one consultation: an error names it as the local backend does.
Task<QJsonDocument> RemoteTeleconsultations::askAbout(Question question)
{
    const QString id = question.id;
    Result<QJsonDocument> answer = co_await m_connection.ask(question);
    if (!answer)
        co_return failure(service::onLookingFor(id, answer.error()));
    co_return answer;
}

Task<QString> RemoteTeleconsultations::create(TeleconsultationRequest request, RequestContext)
{
    const service::Operations::Scope operation(m_operations);
    request.participants = service::trimmed(request.participants);
    Result<void> learned = co_await m_connection.learnOffer();
    if (!learned)
        co_return failure(learned.error());
    if (const std::optional<Error> mistake = mistakeIn(request, m_connection.offer()))
        co_return failure(*mistake);
    const Question asked =
        withBody(question("POST", names::consultations), writeRequest(request, m_connection.names()));
    Result<QJsonDocument> answer = co_await m_connection.ask(asked);
    co_return readAnswer<QString>(answer, readCreatedId);
}

Task<void> RemoteTeleconsultations::update(QString id, TeleconsultationChange change, RequestContext)
{
    const service::Operations::Scope operation(m_operations);
    if (change.participants)
        change.participants = service::trimmed(*change.participants);
    Result<void> learned = co_await m_connection.learnOffer();
    if (!learned)
        co_return learned;
    const Result<QJsonObject> body = writeChange(change, m_connection.names());
    if (!body)
        co_return failure(body.error());
    const Question asked = withBody(question("PATCH", names::consultation, id), *body);
    Result<QJsonDocument> answer = co_await askAbout(asked);
    co_return http::withoutValue(answer);
}

Task<void> RemoteTeleconsultations::addParticipant(QString id, ParticipantData person, RequestContext)
{
    const service::Operations::Scope operation(m_operations);
    person = service::trimmed(person);
    Result<void> learned = co_await m_connection.learnOffer();
    if (!learned)
        co_return learned;
    const Question asked =
        withBody(question("POST", names::addedParticipant, id), writeParticipant(person, m_connection.names()));
    Result<QJsonDocument> answer = co_await askAbout(asked);
    co_return http::withoutValue(answer);
}

Task<service::Admission> RemoteTeleconsultations::open(QString id, QString callerExternalId,
                                                       service::LinkOptions options, RequestContext context)
{
    const service::Operations::Scope operation(m_operations);
    Result<void> learned = co_await m_connection.learnOffer();
    if (!learned)
        co_return failure(learned.error());
    const StationIdentity asker = askerFor(callerExternalId.trimmed(), context);
    const Question forAdmission = forLink(id, options, asker);
    Question forRecord = extension(question("GET", names::record, id));
    forRecord.asker = asker;
    Task<QJsonDocument> admitting = askAbout(forAdmission);
    Task<QJsonDocument> recalling = m_connection.ask(forRecord);
    Result<QJsonDocument> answer = co_await admitting;
    Result<QJsonDocument> recorded = co_await recalling;
    if (!answer) {
        Error error = answer.error();
        if (error.code == QLatin1String("not_allowed"))
            error.code = QStringLiteral("not_a_participant");
        co_return failure(error);
    }
    const std::optional<service::Admission> read = readAdmission(*answer, id);
    if (!read)
        co_return failure(wrongShape());
    service::Admission admission = *read;
    admission.accessLink = withTheme(admission.accessLink, options.theme);
    // The link is as good without the record.
    if (const Result<Teleconsultation> record = readAnswer<Teleconsultation>(recorded, readConsultation))
        admission.consultation = *record;
    co_return admission;
}

Task<QList<service::Invitation>> RemoteTeleconsultations::invitations(QString id, RequestContext context)
{
    const service::Operations::Scope operation(m_operations);
    Question asked = extension(question("GET", names::invitations, id));
    asked.asker = askerFor(m_connection.station().externalId, context);
    Result<QJsonDocument> answer = co_await askAbout(asked);
    co_return readAnswer<QList<service::Invitation>>(answer, readInvitations);
}

Task<Teleconsultation> RemoteTeleconsultations::find(QString id, RequestContext)
{
    const service::Operations::Scope operation(m_operations);
    Result<void> learned = co_await m_connection.learnOffer();
    if (!learned)
        co_return failure(learned.error());
    Result<Teleconsultation> found = co_await readRecord(id);
    if (found || !isNotOffered(found.error()))
        co_return found;
    // The original service tells no more than who takes part.
    Result<QJsonDocument> answer = co_await askAbout(forLink(id, {}, m_connection.station()));
    if (!answer)
        co_return failure(answer.error());
    const std::optional<service::Admission> admission = readAdmission(*answer, id);
    if (!admission)
        co_return failure(wrongShape());
    co_return admission->consultation;
}

Task<Teleconsultation> RemoteTeleconsultations::readRecord(QString id)
{
    const Question asked = extension(question("GET", names::record, id));
    Result<QJsonDocument> answer = co_await askAbout(asked);
    co_return readAnswer<Teleconsultation>(answer, readConsultation);
}

Task<QList<Teleconsultation>> RemoteTeleconsultations::list(records::Query query, RequestContext)
{
    const service::Operations::Scope operation(m_operations);
    Result<void> learned = co_await m_connection.learnOffer(); // The policy tells when what is listed can be joined.
    if (!learned)
        co_return failure(learned.error());
    Question asked = extension(question("GET", names::consultations));
    asked.query = writeQuery(query);
    Result<QJsonDocument> answer = co_await m_connection.ask(asked);
    co_return readAnswer<QList<Teleconsultation>>(answer, readList);
}

Task<void> RemoteTeleconsultations::remove(QString id, RequestContext)
{
    const service::Operations::Scope operation(m_operations);
    Result<QJsonDocument> answer = co_await askAbout(question("DELETE", names::consultation, id));
    co_return http::withoutValue(answer);
}

Task<qint64> RemoteTeleconsultations::beginCall(QString id, RequestContext)
{
    const service::Operations::Scope operation(m_operations);
    Result<QJsonDocument> answer = co_await askAbout(extension(question("PUT", names::call, id)));
    if (!answer)
        co_return failure(answer.error());
    co_return qint64(0);
}

Task<void> RemoteTeleconsultations::endCall(QString id, qint64, RequestContext)
{
    const service::Operations::Scope operation(m_operations);
    Result<QJsonDocument> answer = co_await askAbout(extension(question("DELETE", names::call, id)));
    co_return http::withoutValue(answer);
}

Task<std::optional<service::DeletedUploads>> RemoteTeleconsultations::deleteUploads(QString id, RequestContext)
{
    const service::Operations::Scope operation(m_operations);
    Result<QJsonDocument> answer = co_await askAbout(question("DELETE", names::uploads, id));
    if (!answer)
        co_return failure(answer.error());
    if (answer->isNull()) // 204: the service keeps them.
        co_return std::optional<service::DeletedUploads>();
    const Result<service::DeletedUploads> outcome = readAnswer<service::DeletedUploads>(answer, readDeletedUploads);
    if (!outcome)
        co_return failure(outcome.error());
    co_return std::optional(*outcome);
}

Task<int> RemoteTeleconsultations::recover()
{
    co_return 0;
}

} // namespace teleconsult::remote
