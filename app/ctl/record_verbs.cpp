#include "app/ctl/record_verbs.h"

#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "core/checks/remedies.h"
#include "core/config/setting_keys.h"
#include "core/domain/json.h"

namespace teleconsult::ctl {

namespace {

namespace keys = config::keys;
using service::MoveReport;
using service::Unmoved;

config::SettingValues valuesOf(const Options &options, const config::Settings &settings)
{
    config::SettingValues values;
    values.insert(keys::crudUrl, options.target.value_or(settings.text(keys::crudUrl)));
    values.insert(keys::consultationsCollection,
                  options.consultationsCollection.value_or(settings.text(keys::consultationsCollection)));
    values.insert(keys::usersCollection, options.usersCollection.value_or(settings.text(keys::usersCollection)));
    return values;
}

/// What differs from what the settings say.
config::SettingValues changes(const config::SettingValues &values, const config::Settings &settings)
{
    config::SettingValues changed;
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (settings.text(it.key()) != it.value().toString())
            changed.insert(it.key(), it.value());
    }
    return changed;
}

Result<config::CrudService> targetOf(const config::SettingValues &values, const config::Settings &settings)
{
    const config::SettingValues changed = changes(values, settings);
    for (auto it = changed.begin(); it != changed.end(); ++it) {
        if (settings.isLocked(it.key())) {
            Error locked = makeError(Error::Kind::Conflict, QStringLiteral("setting_locked"));
            locked.message = it.key() + QStringLiteral(": ") + settings.lockText(it.key());
            return failure(locked);
        }
    }
    const Result<std::optional<config::CrudService>> service = settings.crudServiceAt(
        values.value(keys::crudUrl).toString(), values.value(keys::consultationsCollection).toString(),
        values.value(keys::usersCollection).toString());
    if (!service)
        return failure(service.error());
    if (!*service)
        return invalid(QStringLiteral("required"), QStringLiteral("--to"),
                       QStringLiteral("No CRUD service is set: name it with --to, --consultations and --users."));
    return **service;
}

/// A line for each tenth.
std::function<void(const service::MoveProgress &)> printer()
{
    return [lastTenth = -1, wasChecking = false](const service::MoveProgress &progress) mutable {
        const int tenth = progress.total > 0 ? 10 * progress.done / progress.total : 10;
        if (tenth == lastTenth && progress.isChecking == wasChecking)
            return;
        lastTenth = tenth;
        wasChecking = progress.isChecking;
        printError(QStringLiteral("%1 %2 of %3")
                       .arg(progress.isChecking ? QStringLiteral("Checked") : QStringLiteral("Moved"))
                       .arg(progress.done)
                       .arg(progress.total));
    };
}

QString nameOf(const Unmoved &unmoved)
{
    return unmoved.consultationId.isEmpty()
               ? QStringLiteral("person %1").arg(unmoved.externalId)
               : QStringLiteral("consultation %1 of %2").arg(unmoved.consultationId, dateText(unmoved.start));
}

QString findingOf(const Error &error)
{
    if (error.code == QLatin1String("refused"))
        return error.field.isEmpty() ? QStringLiteral("The CRUD service refused it.")
                                     : QStringLiteral("The CRUD service refused its field %1.").arg(error.field);
    const checks::Remedy remedy = checks::remedyFor(error, checks::peers::crud);
    return QStringList{remedy.finding, remedy.remedy}.join(QLatin1Char(' ')).trimmed();
}

QString textOf(const MoveReport &report)
{
    QStringList lines;
    lines << QStringLiteral("%1 consultations and %2 people are in the CRUD service; this run sent %3.")
                 .arg(report.consultations)
                 .arg(report.people)
                 .arg(report.sent);
    if (report.left > 0)
        lines << QStringLiteral("%1 records were tried out in the sandbox, and stay here.").arg(report.left);
    for (const Unmoved &one : report.unmoved)
        lines << QStringLiteral("Not moved, %1: %2").arg(nameOf(one), findingOf(one.why));
    if (report.isComplete)
        lines << QStringLiteral("The records on this computer are kept as a backup. Start every program again that "
                                "uses them.");
    else if (!report.stopped)
        lines << QStringLiteral("The move has not ended, and this computer's records stay in use. Mend what is named "
                                "above and move again, or move again with --leave-behind.");
    return lines.join(QLatin1Char('\n'));
}

QJsonObject writeReport(const MoveReport &report)
{
    QJsonArray unmoved;
    for (const Unmoved &one : report.unmoved)
        unmoved.append(one.consultationId.isEmpty() ? QJsonObject{{QStringLiteral("userExternalId"), one.externalId},
                                                                  {QStringLiteral("code"), one.why.code},
                                                                  {QStringLiteral("field"), one.why.field}}
                                                    : QJsonObject{{QStringLiteral("id"), one.consultationId},
                                                                  {QStringLiteral("startDate"), dateText(one.start)},
                                                                  {QStringLiteral("code"), one.why.code},
                                                                  {QStringLiteral("field"), one.why.field}});
    return {{QStringLiteral("consultations"), report.consultations},
            {QStringLiteral("people"), report.people},
            {QStringLiteral("sent"), report.sent},
            {QStringLiteral("left"), report.left},
            {QStringLiteral("unmoved"), unmoved},
            {QStringLiteral("complete"), report.isComplete}};
}

ExitCode tellReport(const MoveReport &report, bool asJson)
{
    if (report.stopped) {
        if (!asJson)
            printError(QStringLiteral("The move stopped after it had sent %1 records. Run it again: nothing is moved "
                                      "twice.")
                           .arg(report.sent));
        return tellError(*report.stopped, checks::peers::crud, asJson);
    }
    if (asJson)
        printJson(writeReport(report));
    else
        print(textOf(report));
    return report.isComplete ? ExitCode::Done : ExitCode::Conflict;
}

} // namespace

Task<ExitCode> moveRecords(RecordParts parts, Options options)
{
    if (!parts.backend.mover())
        co_return tellError(makeError(Error::Kind::Storage, QStringLiteral("records_elsewhere")), {}, options.json);
    const config::SettingValues values = valuesOf(options, parts.settings);
    const Result<config::CrudService> target = targetOf(values, parts.settings);
    if (!target)
        co_return tellError(target.error(), checks::peers::crud, options.json);
    service::MoveOrder order;
    order.target = *target;
    order.leaveBehind = options.leaveBehind;
    if (!options.json)
        order.talk->onProgress = printer();
    Result<MoveReport> report = co_await parts.backend.mover()->move(order);
    const ExitCode code = tellReport(*report, options.json);
    if (!report->isComplete)
        co_return code;
    const config::SettingValues changed = changes(values, parts.settings);
    if (changed.isEmpty())
        co_return code;
    if (const Result<void> written = parts.settings.write(changed); !written)
        co_return tellError(written.error(), {}, options.json);
    co_return code;
}

Task<ExitCode> reopenRecords(RecordParts parts, Options options)
{
    if (!parts.backend.mover())
        co_return tellError(makeError(Error::Kind::Storage, QStringLiteral("records_elsewhere")), {}, options.json);
    Result<bool> reopened = co_await parts.backend.mover()->reopen();
    if (!reopened)
        co_return tellError(reopened.error(), {}, options.json);
    if (options.json)
        printJson({{QStringLiteral("reopened"), *reopened}});
    else if (*reopened)
        print(QStringLiteral("The records on this computer can be used again. Take records/crud_url and the two "
                             "collections out of the settings to use them."));
    else
        print(QStringLiteral("The records on this computer are no backup."));
    co_return ExitCode::Done;
}

} // namespace teleconsult::ctl
