#include "core/service/link_options.h"

#include <QUrlQuery>

namespace teleconsult::service {

namespace {

const QString displayName = QStringLiteral("display_name");

/// QUrlQuery takes a percent sign for the start of an escape and leaves a plus as it is, which many a reader takes for
/// a space: so the value is encoded first.
void set(QUrlQuery &query, const QString &key, const QString &value)
{
    query.removeAllQueryItems(key);
    query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

/// Kaleyra's page shows who has no name by the id, which means nothing to anybody.
QString nameFor(const Participant &participant, std::optional<Language> language)
{
    if (!participant.fullName.isEmpty())
        return participant.fullName;
    return language == Language::Italian ? QStringLiteral("Partecipante") : QStringLiteral("Participant");
}

} // namespace

QUrl withOptions(const QUrl &link, const Participant &participant, const LinkOptions &options)
{
    if (link.isEmpty())
        return link;
    QUrlQuery query(link);
    const std::optional<Language> language = options.language ? options.language : participant.language;
    const bool isNobody = participant == Participant();
    if (!participant.fullName.isEmpty() || (!isNobody && !query.hasQueryItem(displayName)))
        set(query, displayName, nameFor(participant, language));
    if (language)
        set(query, QStringLiteral("language"), toCode(*language));
    if (options.useBackground)
        set(query, QStringLiteral("virtual_background"), QStringLiteral("image"));
    if (options.theme == QLatin1String("light") || options.theme == QLatin1String("dark"))
        set(query, QStringLiteral("theme"), options.theme);
    QUrl result = link;
    result.setQuery(query);
    return result;
}

} // namespace teleconsult::service
