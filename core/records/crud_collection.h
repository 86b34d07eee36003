// One collection of the CRUD service, over HTTP (reference/mia-crud-service.md).
#pragma once

#include "core/domain/request_context.h"
#include "core/http/http_client.h"

#include <QJsonObject>

#include <functional>
#include <utility>

namespace teleconsult::records {

/// Where the CRUD service is, and how it is asked.
struct CrudEndpoint
{
    /// Up to and without the collections' base paths. Records and links travel as it says: plain http suits a network
    /// that is the clinic's own (config::Settings::crudService).
    QUrl baseUrl;
    /// What is sent with a request on somebody's behalf, asked each time: who acts (the service's USER_ID_HEADER_KEY),
    /// a gateway's key, headers to pass on. The service itself authenticates nobody (§7). Never logged. None when
    /// empty.
    std::function<QHash<QByteArray, QByteArray>(const RequestContext &context)> headers = {};
    /// For one try. While its database is away the service answers after 7.5 s (R 165).
    std::chrono::milliseconds timeout{15000};
};

/// Speaks with one collection, and knows nothing of what is in it. Documents in another state than PUBLIC do not exist
/// for it, but where said otherwise. Does not own the HttpClient, which must outlive it; HttpClient::shutDown() ends
/// what is under way, and is to be called while this still lives.
/// Errors are those of HttpClient, as readCrudError() reads them, and:
/// - NotFound: no such document. An id that the service cannot have given is not asked for.
/// - Conflict (code "duplicate"): a unique index is violated, whatever the service's version.
/// - Server (code "refused", `field` if it was told): the service refused what was asked, because of how the collection
///   is defined and not because of what a person asked for. (code "no_collection"): there is no such collection.
/// - BadAnswer: an answer of another shape, also a list cut short, and a 404 about a document that is not in the words
/// of
///   the service (code "not_found_by_whom"): a gateway's, or cut short. A list or document that could not be read was
///   asked for again before.
class CrudCollection
{
public:
    /// Names and values of query parameters, in order.
    using Parameters = QList<std::pair<QLatin1String, QString>>;

    /// `basePath`: the collection's, without slashes around it.
    CrudCollection(http::HttpClient &http, CrudEndpoint endpoint, QString basePath);

    Task<QJsonObject> find(QString id, Parameters parameters, RequestContext context);
    /// One page.
    Task<QList<QJsonObject>> list(Parameters parameters, RequestContext context);
    /// Answers the new `_id`. Never sent twice: a second one would be a second document. When the error's
    /// mayHaveHappened(), it may be stored.
    Task<QString> insert(QJsonObject document, RequestContext context);
    /// Stores a document that has its `_id`, which no other route takes. Sent again when an answer is lost: the id
    /// makes it repeatable, and Conflict (code "duplicate") may then be an earlier try of ours. Server (code
    /// "no_collection"): besides, the service may have no such route.
    Task<void> import(QJsonObject document, RequestContext context);
    /// Update commands, carried out if the document passes the filter, in one atomic step (§4); else NotFound. Answers
    /// the document after the change. May be sent several times when an answer is lost.
    Task<QJsonObject> change(QString id, QJsonObject commands, QJsonObject filter, RequestContext context);
    /// Moves it to the trash, whatever has become of it when an answer is lost; NotFound when it is there already.
    Task<void> moveToTrash(QString id, RequestContext context);
    /// For good. One that is gone already counts as removed.
    Task<void> remove(QString id, RequestContext context);

private:
    struct Call
    {
        RequestContext context;
        QByteArray method = "GET";
        QString id;               ///< Empty: the collection itself.
        QLatin1String below = {}; ///< What follows the id in the path.
        Parameters parameters = {};
        QJsonObject body = {}; ///< Sent unless empty.
        bool asFile = false;   ///< The body travels as a file in a form.
        http::Request::Repeat repeat = http::Request::Repeat::Safely;
    };

    http::Request requestFor(const Call &call) const;
    Task<QJsonDocument> ask(Call call);
    Task<void> sendToTrash(QString id, RequestContext context);

    http::HttpClient &m_http;
    CrudEndpoint m_endpoint;
    QString m_basePath;
};

} // namespace teleconsult::records
