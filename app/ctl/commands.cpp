#include "app/ctl/commands.h"

#include "app/ctl/output.h"
#include "app/ctl/record_verbs.h"
#include "app/ctl/request.h"
#include "core/api/api_errors.h"
#include "core/api/api_json.h"
#include "core/checks/remedies.h"
#include "core/domain/moment.h"
#include "core/files/data_folder.h"
#include "core/service/contract_names.h"
#include "core/support/log_file.h"
#include "core/support/support_report.h"

#include <QJsonDocument>

namespace teleconsult::ctl {

namespace {

/// Works as long as the records do.
bool needsKaleyra(Verb verb)
{
    return verb != Verb::Get;
}

Result<QDateTime> readDate(const QString &text, const QString &option)
{
    if (text.isEmpty())
        return QDateTime();
    const QDateTime date = dateFrom(text);
    if (!date.isValid())
        return invalid(QStringLiteral("invalid_date"), option,
                       option + QStringLiteral(" must be a date, as 2026-02-22 or 2026-02-22T15:30:00Z"));
    return date;
}

Result<records::Query> queryOf(const Options &options)
{
    records::Query query;
    const Result<QDateTime> since = readDate(options.since, QStringLiteral("--since"));
    if (!since)
        return failure(since.error());
    const Result<QDateTime> until = readDate(options.until, QStringLiteral("--until"));
    if (!until)
        return failure(until.error());
    query.from = *since;
    query.until = *until;
    query.text = options.text;
    query.limit = options.limit;
    query.offset = options.offset;
    return query;
}

ExitCode tellAnswer(Verb verb, const serving::HttpAnswer &answer, bool asJson)
{
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    const ExitCode code = exitCodeForStatus(answer.status);
    if (asJson)
        printJson(body);
    else if (code == ExitCode::Done)
        print(textOf(verb, body));
    else
        printError(body.value(service::names::message).toString(body.value(service::names::error).toString()));
    return code;
}

} // namespace

ExitCode tellError(const Error &error, const QString &peer, bool asJson)
{
    const bool isOwnWords = error.kind == Error::Kind::Invalid || error.code == QLatin1String("setting_locked");
    const checks::Remedy remedy = isOwnWords ? checks::Remedy{error.message, {}} : checks::remedyFor(error, peer);
    const QString words = QStringList{remedy.finding, remedy.remedy}.join(QLatin1Char(' ')).trimmed();
    if (!asJson) {
        printError(words);
        return exitCodeFor(error);
    }
    QJsonObject body = QJsonDocument::fromJson(api::errorAnswer(error).body).object();
    body.insert(service::names::message, words);
    printJson(body);
    return exitCodeFor(error);
}

Commands::Commands(Parts parts, Options options)
    : m_parts(parts),
      m_options(std::move(options)),
      m_api({m_parts.backend.teleconsultations(), m_parts.backend.credentials(), m_parts.backend.company()})
{}

/// Who fails when something does.
QString Commands::peerName(const QString &otherwise) const
{
    return m_parts.backend.usesService() ? checks::peers::service : otherwise;
}

ExitCode Commands::tell(const Error &error, const QString &peer) const
{
    return tellError(error, peer, m_options.json);
}

Task<ExitCode> Commands::carryOut()
{
    Result<ExitCode> code;
    switch (m_options.verb) {
    case Verb::List:
        code = co_await list();
        break;
    case Verb::Company:
        code = co_await showCompany();
        break;
    case Verb::SupportReport:
        code = co_await report();
        break;
    case Verb::Doctor:
        code = co_await examine();
        break;
    case Verb::RecordsMove:
        code = co_await moveRecords({m_parts.backend, m_parts.settings}, m_options);
        break;
    case Verb::RecordsReopen:
        code = co_await reopenRecords({m_parts.backend, m_parts.settings}, m_options);
        break;
    default:
        code = co_await callApi();
        break;
    }
    co_return code;
}

Task<ExitCode> Commands::callApi()
{
    const Result<serving::HttpRequest> request = requestFor(m_options, m_parts.settings.station());
    if (!request)
        co_return tell(request.error(), {});
    Result<void> started = co_await m_parts.backend.start();
    if (!started && needsKaleyra(m_options.verb))
        co_return tell(started.error(), peerName(checks::peers::kaleyra));
    Task<serving::HttpAnswer> asking = m_api.answer(*request);
    Result<serving::HttpAnswer> answer = co_await asking;
    if (!answer)
        co_return tell(answer.error(), peerName(checks::peers::kaleyra));
    const ExitCode code = tellAnswer(m_options.verb, *answer, m_options.json);
    if (started) {
        Result<int> settled = co_await m_parts.backend.recover();
        Q_UNUSED(settled) // What cannot be settled now stays in the journal for the next run.
    }
    co_return code;
}

Task<ExitCode> Commands::list()
{
    const Result<records::Query> query = queryOf(m_options);
    if (!query)
        co_return tell(query.error(), {});
    Task<QList<Teleconsultation>> listing = m_parts.backend.teleconsultations().list(*query);
    Result<QList<Teleconsultation>> found = co_await listing;
    if (!found)
        co_return tell(found.error(), peerName(checks::peers::crud));
    if (m_options.json)
        printJson(api::writeList(*found));
    else
        print(textOf(*found));
    co_return ExitCode::Done;
}

Task<ExitCode> Commands::showCompany()
{
    Result<void> started = co_await m_parts.backend.start();
    if (!started)
        co_return tell(started.error(), peerName(checks::peers::kaleyra));
    Result<kaleyra::Company> company = co_await m_parts.backend.company().company();
    if (!company)
        co_return tell(company.error(), peerName(checks::peers::kaleyra));
    const QJsonObject body = api::writeCompany(*company);
    if (m_options.json)
        printJson(body);
    else
        print(companyText(body));
    co_return ExitCode::Done;
}

Task<QList<checks::Check>> Commands::look()
{
    Task<QList<checks::Check>> looking =
        m_parts.backend.examine(m_options.places.settingsFile, app::Backend::Started::Not);
    Result<QList<checks::Check>> found = co_await looking;
    co_return found;
}

Task<ExitCode> Commands::report()
{
    Result<QList<checks::Check>> found = co_await look();
    const QString &dataDir = m_options.places.dataDir;
    const support::ReportParts parts{
        .settings = m_parts.settings,
        .places = support::storagePlaces(m_parts.settings, m_options.places.settingsFile, dataDir),
        .checks = *found,
        .log = support::LogFile::recentLines(files::logFile(dataDir), support::reportedLines),
        .callEngine = {},
        .now = m_parts.clock.now()};
    print(QString::fromUtf8(support::writeReport(parts)));
    co_return ExitCode::Done;
}

Task<ExitCode> Commands::examine()
{
    Result<QList<checks::Check>> found = co_await look();
    if (m_options.json)
        printJson(checks::writeChecks(*found));
    else
        print(checks::textOf(*found));
    co_return checks::needsMending(*found) ? ExitCode::PeerFailed : ExitCode::Done;
}

} // namespace teleconsult::ctl
