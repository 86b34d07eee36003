// Where the CRUD service is, as the settings say.
#pragma once

#include "core/domain/error.h"

#include <QByteArrayList>
#include <QUrl>

namespace teleconsult::config {

/// The CRUD service that keeps the clinic's records. A value that is complete and well-formed. Plain http is taken,
/// because the service commonly has a name inside the clinic's network only (the reference's default is
/// http://crud-service): which network it is, whoever sets Teleconsult up knows.
struct CrudService
{
    QUrl baseUrl;          ///< Without a trailing slash: collections are below it. http or https.
    QString consultations; ///< The collections' base paths, without slashes around them.
    QString users;
    QByteArray userIdHeader;         ///< The request header that says who acts (the service's USER_ID_HEADER_KEY).
    QByteArrayList headersToForward; ///< Of a request to our API, in lower case.

    friend bool operator==(const CrudService &, const CrudService &) = default;
};

/// A collection's name or base path ("teleconsultations", "v2/visits") as it was written in the setting `key`.
Result<QString> readCollection(const QString &text, const QString &key);

} // namespace teleconsult::config
