#include "core/api/caller.h"

#include "core/config/setting_values.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace teleconsult::api {

namespace {

QJsonObject asObject(const serving::HttpRequest &request)
{
    QJsonObject headers;
    for (auto header = request.headers.begin(); header != request.headers.end(); ++header)
        headers.insert(QString::fromLatin1(header.key()), QString::fromUtf8(header.value()));
    QJsonObject query;
    const QList<std::pair<QString, QString>> items = request.query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        query.insert(name, value);
    return {{QStringLiteral("headers"), headers}, {QStringLiteral("query"), query}};
}

QJsonValue follow(const CallerPath::Step &step, const QJsonValue &from)
{
    switch (step.from) {
    case CallerPath::Step::From::Object:
        return from.toObject().value(step.extract);
    case CallerPath::Step::From::Json:
        return QJsonDocument::fromJson(from.toString().toUtf8()).object().value(step.extract);
    case CallerPath::Step::From::Array: {
        bool isIndex = false;
        const int index = step.extract.toInt(&isIndex);
        const QJsonArray array = from.toArray();
        return isIndex && index >= 0 && index < array.size() ? array.at(index) : QJsonValue();
    }
    }
    Q_UNREACHABLE();
}

} // namespace

bool tellsCallerTwice(const serving::HttpRequest &request, const CallerPath &path)
{
    return request.repeatedHeaders.contains(path.userIdHeader) || request.repeatedHeaders.contains(path.groupsHeader);
}

ParticipantData callerOf(const serving::HttpRequest &request, const CallerPath &path)
{
    ParticipantData caller;
    if (path.steps.isEmpty()) {
        caller.externalId = QString::fromUtf8(request.header(path.userIdHeader)).trimmed();
    } else {
        QJsonValue found = asObject(request);
        for (const CallerPath::Step &step : path.steps)
            found = follow(step, found);
        caller.externalId = found.toString().trimmed();
    }
    caller.groups = config::toList(QString::fromUtf8(request.header(path.groupsHeader)));
    return caller;
}

} // namespace teleconsult::api
