// The operations that the seed does not have: what another Teleconsult needs to work over this one (docs/api.md).
#include "core/api/api.h"
#include "core/domain/moment.h"
#include "core/service/contract_names.h"

namespace teleconsult::api {

using serving::emptyAnswer;
using serving::HttpAnswer;
using serving::HttpRequest;
using serving::jsonAnswer;
namespace names = service::names;

namespace {

tl::unexpected<Error> wrong(const QString &code, const QString &field, const QString &words)
{
    return invalid(code, field, field + QLatin1Char(' ') + words);
}

Result<QDateTime> dateIn(const QUrlQuery &query, const QString &name)
{
    const QString text = query.queryItemValue(name, QUrl::FullyDecoded);
    const QDateTime date = dateFrom(text, WithoutZone::IsRefused);
    if (!text.isEmpty() && !date.isValid())
        return wrong(QStringLiteral("invalid_date"), name, QStringLiteral("must be a date with its time zone"));
    return date;
}

/// Nothing given: `otherwise`.
Result<int> numberIn(const QUrlQuery &query, const QString &name, int otherwise, int least, int most)
{
    const QString text = query.queryItemValue(name, QUrl::FullyDecoded);
    bool isNumber = true;
    const int number = text.isEmpty() ? otherwise : text.toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return wrong(QStringLiteral("out_of_range"), name,
                     QStringLiteral("must be a number between %1 and %2").arg(least).arg(most));
    return number;
}

Result<records::Query> queryIn(const QUrlQuery &items)
{
    records::Query query;
    const Result<QDateTime> from = dateIn(items, names::from);
    const Result<QDateTime> until = dateIn(items, names::until);
    const Result<int> limit = numberIn(items, names::limit, query.limit, 1, query.limit);
    const Result<int> offset = numberIn(items, names::offset, 0, 0, std::numeric_limits<int>::max());
    for (const Result<QDateTime> *date : {&from, &until}) {
        if (!*date)
            return failure(date->error());
    }
    for (const Result<int> *number : {&limit, &offset}) {
        if (!*number)
            return failure(number->error());
    }
    query.from = *from;
    query.until = *until;
    query.text = items.queryItemValue(names::text, QUrl::FullyDecoded);
    query.limit = *limit;
    query.offset = *offset;
    return query;
}

} // namespace

/// Everybody's names and everybody's links are for those only who organise: whoever has a role of plus, by the groups
/// that the request tells.
Result<void> Api::checkOrganises(const HttpRequest &request) const
{
    const ParticipantData caller = callerOf(request, m_parts.callerPath);
    if (caller.externalId.isEmpty() || !m_parts.teleconsultations.policy().privileges.isPlus(caller.groups))
        return failure(unauthorizedUser(QStringLiteral("not_allowed")));
    return {};
}

/// A consultation that the caller organises or takes part in.
Task<Teleconsultation> Api::visibleRecord(HttpRequest request, QString id)
{
    const RequestContext context = contextOf(request);
    if (checkOrganises(request)) {
        Result<Teleconsultation> found = co_await m_parts.teleconsultations.find(id, context);
        co_return found;
    }
    const ParticipantData caller = callerOf(request, m_parts.callerPath);
    const service::LinkOptions options;
    Result<service::Admission> admission =
        co_await m_parts.teleconsultations.open(id, caller.externalId, options, context);
    if (!admission)
        co_return failure(admission.error());
    co_return admission->consultation;
}

Task<HttpAnswer> Api::list(HttpRequest request, QString)
{
    const Result<void> allowed = checkOrganises(request);
    if (!allowed)
        co_return failure(allowed.error());
    const Result<records::Query> query = queryIn(request.query);
    if (!query)
        co_return failure(query.error());
    const RequestContext context = contextOf(request);
    Result<QList<Teleconsultation>> found = co_await m_parts.teleconsultations.list(*query, context);
    if (!found)
        co_return failure(found.error());
    co_return jsonAnswer(writeList(*found));
}

Task<HttpAnswer> Api::readRecord(HttpRequest request, QString id)
{
    Result<Teleconsultation> found = co_await visibleRecord(request, id);
    if (!found)
        co_return failure(found.error());
    co_return jsonAnswer(writeConsultation(*found));
}

Task<HttpAnswer> Api::readInvitations(HttpRequest request, QString id)
{
    const Result<void> allowed = checkOrganises(request);
    if (!allowed)
        co_return failure(allowed.error());
    const RequestContext context = contextOf(request);
    Result<QList<service::Invitation>> invitations = co_await m_parts.teleconsultations.invitations(id, context);
    if (!invitations)
        co_return failure(invitations.error());
    co_return jsonAnswer(writeInvitations(*invitations));
}

/// A caller has at most one call in a consultation, so that both can be asked for again.
Task<HttpAnswer> Api::beginCall(HttpRequest request, QString id)
{
    Result<Teleconsultation> found = co_await visibleRecord(request, id);
    if (!found)
        co_return failure(found.error());
    const RequestContext context = contextOf(request);
    const Call call{id, context.callerId};
    if (m_calls.contains(call))
        co_return emptyAnswer(204);
    m_calls.insert(call, std::nullopt);
    Result<qint64> handle = co_await m_parts.teleconsultations.beginCall(id, context);
    if (!handle) {
        m_calls.remove(call);
        co_return failure(handle.error());
    }
    if (m_calls.contains(call)) {
        m_calls.insert(call, *handle);
        co_return emptyAnswer(204);
    }
    Result<void> ended =
        co_await m_parts.teleconsultations.endCall(id, *handle, context); // It was over before it had begun.
    if (!ended)
        co_return failure(ended.error());
    co_return emptyAnswer(204);
}

Task<HttpAnswer> Api::endCall(HttpRequest request, QString id)
{
    const RequestContext context = contextOf(request);
    const Call call{id, context.callerId};
    // One that a former run of this program began is ended by recover(), once its room is empty.
    const std::optional<qint64> handle = m_calls.take(call);
    if (!handle)
        co_return emptyAnswer(204);
    Result<void> ended = co_await m_parts.teleconsultations.endCall(id, *handle, context);
    if (!ended) {
        m_calls.insert(call, *handle); // So that it can be asked for again.
        co_return failure(ended.error());
    }
    co_return emptyAnswer(204);
}

/// Says nothing of what has changed, and so needs no more than the token.
Task<HttpAnswer> Api::readRevision(HttpRequest, QString)
{
    co_return jsonAnswer({{names::revision, QStringLiteral("%1-%2").arg(m_run).arg(m_changes)}});
}

Task<HttpAnswer> Api::readPolicy(HttpRequest, QString)
{
    co_return jsonAnswer(writePolicy(m_parts.teleconsultations.policy(), m_parts.teleconsultations.looksPeopleUp()));
}

Task<HttpAnswer> Api::readCompany(HttpRequest request, QString)
{
    if (callerOf(request, m_parts.callerPath).externalId.isEmpty())
        co_return failure(unauthorizedUser(QStringLiteral("no_identity")));
    Result<kaleyra::Company> company = co_await m_parts.company.company();
    if (!company)
        co_return failure(company.error());
    co_return jsonAnswer(writeCompany(*company));
}

} // namespace teleconsult::api
