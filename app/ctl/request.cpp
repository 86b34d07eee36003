#include "app/ctl/request.h"

#include "core/domain/json.h"
#include "core/service/company_settings.h"
#include "core/service/contract_names.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace teleconsult::ctl {

using serving::HttpRequest;
namespace names = service::names;

namespace {

/// A body of the API; more than any consultation takes.
constexpr qint64 maximumBody = 1024 * 1024;

const QString participantOption = QStringLiteral("--participant");

/// `argument`: what an error names. Never more than a byte above `limit`, which is enough to tell that it is too large.
Result<QByteArray> readFile(const QString &path, qint64 limit, const QString &argument)
{
    QFile file(path);
    const bool opened = path == QLatin1String("-") ? file.open(stdin, QFile::ReadOnly) : file.open(QFile::ReadOnly);
    if (!opened)
        return invalid(QStringLiteral("file_unreadable"), argument,
                       QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    QByteArray content;
    while (content.size() <= limit) {
        const QByteArray piece = file.read(limit + 1 - content.size());
        if (piece.isEmpty())
            break;
        content += piece;
    }
    return content;
}

/// Splits at each separator that has no backslash before it, and takes the backslashes away.
QStringList splitEscaped(const QString &text, QChar separator)
{
    QStringList parts(QString{});
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == QLatin1Char('\\') && i + 1 < text.size())
            parts.last() += text.at(++i);
        else if (text.at(i) == separator)
            parts << QString();
        else
            parts.last() += text.at(i);
    }
    return parts;
}

tl::unexpected<Error> wrongParticipant(const QString &code, const QString &reason)
{
    return invalid(code, participantOption, participantOption + QLatin1Char(' ') + reason);
}

/// Its name in the API; empty: there is no such.
QString apiName(const QString &key)
{
    static const QHash<QString, QString> known{{QStringLiteral("id"), names::userExternalId},
                                               {QStringLiteral("name"), names::fullName},
                                               {QStringLiteral("groups"), names::groups},
                                               {QStringLiteral("language"), names::language}};
    return known.value(key);
}

Result<QJsonArray> participantsOf(const Options &options)
{
    QJsonArray people;
    for (const QString &written : options.participants) {
        const Result<QJsonObject> person = readParticipantOption(written);
        if (!person)
            return failure(person.error());
        people.append(*person);
    }
    return people;
}

Result<QJsonObject> consultationBody(const Options &options)
{
    const Result<QJsonArray> people = participantsOf(options);
    if (!people)
        return failure(people.error());
    QJsonObject body;
    if (!people->isEmpty() || options.number)
        body.insert(names::participants,
                    QJsonObject{{names::number, options.number.value_or(int(people->size()))}, {names::data, *people}});
    if (options.start)
        body.insert(names::startDate, *options.start);
    if (options.end)
        body.insert(names::endDate, *options.end);
    if (options.duration)
        body.insert(names::duration, *options.duration);
    return body;
}

Result<QJsonObject> participantBody(const Options &options)
{
    if (options.participants.size() != 1)
        return wrongParticipant(QStringLiteral("required"), QStringLiteral("(or --from) is needed, once"));
    return readParticipantOption(options.participants.first());
}

Result<QByteArray> bodyOf(const Options &options)
{
    if (!options.from.isEmpty())
        return readFile(options.from, maximumBody, QStringLiteral("--from"));
    const Result<QJsonObject> body =
        options.verb == Verb::AddParticipant ? participantBody(options) : consultationBody(options);
    if (!body)
        return failure(body.error());
    return compactJson(*body);
}

Result<HttpRequest> withBody(HttpRequest request, const Options &options)
{
    const Result<QByteArray> body = bodyOf(options);
    if (!body)
        return failure(body.error());
    request.body = *body;
    return request;
}

Result<HttpRequest> withBackground(HttpRequest request, const Options &options)
{
    // One byte more than is allowed is enough for the service to say so.
    const Result<QByteArray> picture = readFile(options.file, service::maximumBackgroundBytes, QStringLiteral("file"));
    if (!picture)
        return failure(picture.error());
    request.parts = {{names::background, QFileInfo(options.file).fileName(), "image/jpeg", *picture}};
    return request;
}

QString pathOf(const Options &options)
{
    const auto about = [&options](QString path) {
        return path.replace(names::idPlaceholder, QString::fromLatin1(QUrl::toPercentEncoding(options.id)));
    };
    switch (options.verb) {
    case Verb::Create:
        return names::consultations;
    case Verb::AddParticipant:
        return about(names::addedParticipant);
    case Verb::DeleteUploads:
        return about(names::uploads);
    case Verb::Credentials:
        return names::credentials;
    case Verb::BackgroundUpload:
        return names::backgroundImage;
    case Verb::BackgroundSet:
        return names::settingsUpdate;
    default:
        return about(names::consultation);
    }
}

QByteArray methodOf(Verb verb)
{
    switch (verb) {
    case Verb::Get:
        return "GET";
    case Verb::Patch:
    case Verb::BackgroundSet:
        return "PATCH";
    case Verb::Delete:
    case Verb::DeleteUploads:
        return "DELETE";
    default:
        return "POST";
    }
}

QUrlQuery queryOf(const Options &options)
{
    QUrlQuery query;
    if (options.useBackground)
        query.addQueryItem(names::useBackground, QStringLiteral("true"));
    if (!options.language.isEmpty())
        query.addQueryItem(names::language, options.language);
    return query;
}

} // namespace

Result<QJsonObject> readParticipantOption(const QString &text)
{
    // A group's name may hold no comma either, so the backslashes are taken away once.
    QJsonObject person;
    const QStringList pairs = splitEscaped(text, QLatin1Char(','));
    for (const QString &pair : pairs) {
        const QString key = pair.section(QLatin1Char('='), 0, 0).trimmed();
        const QString value = pair.section(QLatin1Char('='), 1).trimmed();
        const QString name = apiName(key);
        if (!pair.contains(QLatin1Char('=')))
            return wrongParticipant(QStringLiteral("wrong_type"),
                                    QStringLiteral("is written id=…,name=…,groups=…+…,language=…"));
        if (name.isEmpty())
            return wrongParticipant(QStringLiteral("unknown_field"),
                                    QStringLiteral("knows id, name, groups and language, but not %1").arg(key));
        if (person.contains(name))
            return wrongParticipant(QStringLiteral("duplicate"), QStringLiteral("says %1 twice").arg(key));
        if (name == names::groups)
            person.insert(name, QJsonArray::fromStringList(value.split(QLatin1Char('+'), Qt::SkipEmptyParts)));
        else
            person.insert(name, value);
    }
    return person;
}

Result<HttpRequest> requestFor(const Options &options, const StationIdentity &station)
{
    HttpRequest request;
    request.method = methodOf(options.verb);
    request.path = pathOf(options);
    request.query = queryOf(options);
    const bool isStation = !options.caller;
    const QStringList groups = isStation && options.groups.isEmpty() ? station.groups : options.groups;
    request.headers = {{"content-type", "application/json"},
                       {"miauserid", options.caller.value_or(station.externalId).toUtf8()},
                       {"miausergroups", groups.join(QLatin1Char(',')).toUtf8()}};
    switch (options.verb) {
    case Verb::Create:
    case Verb::Patch:
    case Verb::AddParticipant:
        return withBody(request, options);
    case Verb::BackgroundUpload:
        return withBackground(request, options);
    case Verb::BackgroundSet:
        request.body = compactJson(QJsonObject{{names::backgroundAlias, options.alias}});
        return request;
    case Verb::Credentials:
        if (options.lifetime)
            request.body = compactJson(QJsonObject{{names::expiresIn, *options.lifetime}});
        return request;
    default:
        return request;
    }
}

} // namespace teleconsult::ctl
