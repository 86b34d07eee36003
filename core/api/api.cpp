#include "core/api/api.h"

#include "core/api/api_errors.h"
#include "core/service/contract_names.h"

#include <QJsonDocument>
#include <QUuid>

namespace teleconsult::api {

using serving::emptyAnswer;
using serving::HttpAnswer;
using serving::HttpRequest;
using serving::jsonAnswer;
namespace names = service::names;

namespace {

/// The id in the segments of a path that matches a pattern with at most one `{id}`; nothing: another path.
std::optional<QString> match(const QString &pattern, const QStringList &given)
{
    const QStringList wanted = pattern.split(QLatin1Char('/'));
    if (wanted.size() != given.size())
        return std::nullopt;
    QString id;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted.at(i) == names::idPlaceholder && !given.at(i).isEmpty())
            id = QUrl::fromPercentEncoding(given.at(i).toLatin1());
        else if (wanted.at(i) != given.at(i))
            return std::nullopt;
    }
    return id;
}

tl::unexpected<Error> wrongKind(const QString &wanted)
{
    tl::unexpected<Error> wrong =
        invalid(QStringLiteral("wrong_type"), QStringLiteral("body"), QStringLiteral("body must be sent as ") + wanted);
    wrong.value().httpStatus = 415;
    return wrong;
}

/// An absent body is an empty object where nothing in it is required.
Result<QJsonObject> bodyOf(const HttpRequest &request, bool isOptional = false)
{
    if (isOptional && request.body.trimmed().isEmpty())
        return QJsonObject();
    if (!request.isJson())
        return wrongKind(QStringLiteral("application/json"));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &problem);
    if (document.isObject())
        return document.object();
    const QString reason =
        problem.error == QJsonParseError::NoError
            ? QStringLiteral("body must be a JSON object")
            : QStringLiteral("body is not JSON: %1, at byte %2").arg(problem.errorString()).arg(problem.offset);
    return invalid(QStringLiteral("wrong_type"), QStringLiteral("body"), reason);
}

Result<service::LinkOptions> optionsOf(const QUrlQuery &query)
{
    service::LinkOptions options;
    const QString background = query.queryItemValue(names::useBackground);
    if (!background.isEmpty() && background != QLatin1String("true") && background != QLatin1String("false"))
        return invalid(QStringLiteral("wrong_type"), names::useBackground,
                       QStringLiteral("useBackground must be true or false"));
    options.useBackground = background == QLatin1String("true");
    const QString code = query.queryItemValue(names::language);
    options.language = languageFromCode(code);
    if (!code.isEmpty() && !options.language)
        return invalid(QStringLiteral("unsupported_language"), names::language,
                       QStringLiteral("language must be it or en"));
    return options;
}

} // namespace

/// One operation and where it is found.
struct Api::Route
{
    Description description;
    Task<HttpAnswer> (Api::*carryOut)(HttpRequest request, QString id);
};

const QList<Api::Route> &Api::routes()
{
    static const QList<Route> all{
        {{"POST", names::consultations, QStringLiteral("Schedules a teleconsultation"), 201}, &Api::create},
        {{"GET", names::consultation, QStringLiteral("The caller's way into a teleconsultation"), 200}, &Api::read},
        {{"PATCH", names::consultation, QStringLiteral("Changes a teleconsultation"), 204}, &Api::change},
        {{"DELETE", names::consultation, QStringLiteral("Deletes a teleconsultation"), 204}, &Api::remove},
        {{"POST", names::addedParticipant, QStringLiteral("Adds one participant (deprecated: use PATCH)"), 201},
         &Api::addParticipant},
        {{"DELETE", names::uploads, QStringLiteral("Deletes the files shared in a teleconsultation"), 200},
         &Api::deleteUploads},
        {{"POST", names::credentials, QStringLiteral("An access token for the caller"), 201}, &Api::issueCredentials},
        {{"POST", names::backgroundImage, QStringLiteral("Uploads a background of the company"), 200},
         &Api::addBackground},
        {{"PATCH", names::settingsUpdate, QStringLiteral("Chooses the company's default background"), 200},
         &Api::updateSettings},
        {{"GET", names::consultations, QStringLiteral("Lists teleconsultations"), 200, true}, &Api::list},
        {{"GET", names::record, QStringLiteral("A teleconsultation as a list has it"), 200, true}, &Api::readRecord},
        {{"GET", names::invitations, QStringLiteral("A link for each participant"), 200, true}, &Api::readInvitations},
        {{"PUT", names::call, QStringLiteral("The caller has joined the call"), 204, true}, &Api::beginCall},
        {{"DELETE", names::call, QStringLiteral("The caller has left the call"), 204, true}, &Api::endCall},
        {{"GET", names::changes, QStringLiteral("Another text whenever something has changed"), 200, true},
         &Api::readRevision},
        {{"GET", names::policy, QStringLiteral("What holds for all teleconsultations"), 200, true}, &Api::readPolicy},
        {{"GET", names::company, QStringLiteral("The company at Kaleyra"), 200, true}, &Api::readCompany},
    };
    return all;
}

QList<Api::Description> Api::operations()
{
    QList<Description> all;
    for (const Route &route : routes())
        all << route.description;
    return all;
}

Api::Api(Parts parts) : m_parts(std::move(parts)), m_run(QUuid::createUuid().toString(QUuid::Id128)) {}

Task<HttpAnswer> Api::answer(HttpRequest request)
{
    QString path = request.path;
    while (path.size() > 1 && path.endsWith(QLatin1Char('/')))
        path.chop(1);
    if (tellsCallerTwice(request, m_parts.callerPath))
        co_return refusal(400, QStringLiteral("A header that says who calls is sent more than once"));
    const QStringList segments = path.split(QLatin1Char('/'));
    QByteArrayList allowed;
    for (const Route &route : routes()) {
        const std::optional<QString> id = match(route.description.path, segments);
        if (!id)
            continue;
        if (route.description.method != request.method) {
            allowed << route.description.method;
            continue;
        }
        Result<HttpAnswer> answer = co_await (this->*route.carryOut)(request, *id);
        if (request.method != "GET" && path.startsWith(names::consultations))
            ++m_changes; // Also when it failed: something may have been done.
        const bool showsUnknownRoom = request.method == "GET" && route.description.path == names::consultation;
        co_return answer
            ? *answer
            : errorAnswer(answer.error(), showsUnknownRoom ? Documented::UnknownRoom : Documented::NoneOfItsOwn);
    }
    if (allowed.isEmpty())
        co_return refusal(404, names::nothingHere);
    HttpAnswer notAllowed = refusal(405, QStringLiteral("This path does not know the method"));
    notAllowed.headers.emplaceBack("Allow", allowed.join(", "));
    co_return notAllowed;
}

/// What is wished for, read as the operating mode has it.
template <typename Wish>
Result<Wish> Api::wished(const HttpRequest &request,
                         Result<Wish> (*readBody)(const QJsonObject &body, People people)) const
{
    const People people = m_parts.teleconsultations.looksPeopleUp() ? People::LookedUp : People::Given;
    return bodyOf(request).and_then([&](const QJsonObject &body) { return readBody(body, people); });
}

RequestContext Api::contextOf(const HttpRequest &request) const
{
    const ParticipantData caller = callerOf(request, m_parts.callerPath);
    return {.callerId = caller.externalId, .callerGroups = caller.groups, .headers = request.headers};
}

Task<HttpAnswer> Api::create(HttpRequest request, QString)
{
    const Result<TeleconsultationRequest> wish = wished(request, readRequest);
    if (!wish)
        co_return failure(wish.error());
    const RequestContext context = contextOf(request);
    Result<QString> id = co_await m_parts.teleconsultations.create(*wish, context);
    if (!id)
        co_return failure(id.error());
    co_return jsonAnswer({{names::roomId, *id}}, 201);
}

Task<HttpAnswer> Api::read(HttpRequest request, QString id)
{
    const Result<service::LinkOptions> options = optionsOf(request.query);
    if (!options)
        co_return failure(options.error());
    const ParticipantData caller = callerOf(request, m_parts.callerPath);
    const RequestContext context = contextOf(request);
    Result<service::Admission> admission =
        co_await m_parts.teleconsultations.open(id, caller.externalId, *options, context);
    if (!admission)
        co_return failure(admission.error());
    co_return jsonAnswer(writeAdmission(*admission));
}

Task<HttpAnswer> Api::change(HttpRequest request, QString id)
{
    const Result<TeleconsultationChange> change = wished(request, readChange);
    if (!change)
        co_return failure(change.error());
    const RequestContext context = contextOf(request);
    Result<void> changed = co_await m_parts.teleconsultations.update(id, *change, context);
    if (!changed)
        co_return failure(changed.error());
    co_return emptyAnswer(204);
}

Task<HttpAnswer> Api::remove(HttpRequest request, QString id)
{
    const RequestContext context = contextOf(request);
    Result<void> removed = co_await m_parts.teleconsultations.remove(id, context);
    if (!removed)
        co_return failure(removed.error());
    co_return emptyAnswer(204);
}

Task<HttpAnswer> Api::addParticipant(HttpRequest request, QString id)
{
    const Result<ParticipantData> person = wished(request, readParticipant);
    if (!person)
        co_return failure(person.error());
    const RequestContext context = contextOf(request);
    Result<void> added = co_await m_parts.teleconsultations.addParticipant(id, *person, context);
    if (!added)
        co_return failure(added.error());
    co_return emptyAnswer(201);
}

Task<HttpAnswer> Api::deleteUploads(HttpRequest request, QString id)
{
    const RequestContext context = contextOf(request);
    Result<std::optional<service::DeletedUploads>> outcome =
        co_await m_parts.teleconsultations.deleteUploads(id, context);
    if (!outcome)
        co_return failure(outcome.error());
    co_return *outcome ? jsonAnswer(writeDeletedUploads(**outcome)) : emptyAnswer(204);
}

Task<HttpAnswer> Api::issueCredentials(HttpRequest request, QString)
{
    const Result<std::optional<std::chrono::seconds>> lifetime = bodyOf(request, true).and_then(readLifetime);
    if (!lifetime)
        co_return failure(lifetime.error());
    const ParticipantData caller = callerOf(request, m_parts.callerPath);
    const RequestContext context = contextOf(request);
    Result<kaleyra::AccessToken> token = co_await m_parts.credentials.issue(caller, *lifetime, context);
    if (!token)
        co_return failure(token.error());
    co_return jsonAnswer(writeToken(*token), 201);
}

Task<HttpAnswer> Api::addBackground(HttpRequest request, QString)
{
    if (callerOf(request, m_parts.callerPath).externalId.isEmpty())
        co_return failure(unauthorizedUser(QStringLiteral("no_identity")));
    // A part that was sent with another kind of body is not one that is missing.
    if (!request.isMultipart() && !request.body.trimmed().isEmpty())
        co_return failure(wrongKind(QStringLiteral("multipart/form-data")).value());
    files::Content picture;
    bool isGiven = false;
    for (const serving::FormPart &part : std::as_const(request.parts)) {
        if (part.name != names::background) {
            co_return failure(invalid(QStringLiteral("unknown_field"), part.name,
                                      part.name + QStringLiteral(" is not a field of this request"))
                                  .value());
        }
        if (std::exchange(isGiven, true))
            co_return failure(invalid(QStringLiteral("given_twice"), part.name,
                                      part.name + QStringLiteral(" must be given only once"))
                                  .value());
        picture = part.content;
    }
    Result<kaleyra::Background> added = co_await m_parts.company.addBackground(picture);
    if (!added)
        co_return failure(added.error());
    co_return jsonAnswer(writeBackground(*added));
}

Task<HttpAnswer> Api::updateSettings(HttpRequest request, QString)
{
    if (callerOf(request, m_parts.callerPath).externalId.isEmpty())
        co_return failure(unauthorizedUser(QStringLiteral("no_identity")));
    const Result<QString> alias = bodyOf(request).and_then(readBackgroundAlias);
    if (!alias)
        co_return failure(alias.error());
    Result<kaleyra::Company> company = co_await m_parts.company.setDefaultBackground(*alias);
    if (!company)
        co_return failure(company.error());
    co_return jsonAnswer(writeCompany(*company));
}

} // namespace teleconsult::api
