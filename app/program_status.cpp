#include "app/program_status.h"

#include "core/domain/json.h"

namespace teleconsult::app {

namespace {

/// Each number of a status once: its name in JSON and as a metric, and what it means.
struct Number
{
    const char *json;
    const char *metric;
    const char *type;
    const char *help;
    qint64 (*get)(const ProgramStatus &);
    void (*set)(ProgramStatus &, qint64);
};

const Number numbers[] = {
    {"callsEntered", "teleconsult_calls_entered_total", "counter", "Calls that were entered since the program started.",
     [](const ProgramStatus &s) { return qint64(s.callsEntered); },
     [](ProgramStatus &s, qint64 value) { s.callsEntered = int(value); }},
    {"pagesLost", "teleconsult_call_pages_lost_total", "counter", "Call pages that were lost in a call.",
     [](const ProgramStatus &s) { return qint64(s.pagesLost); },
     [](ProgramStatus &s, qint64 value) { s.pagesLost = int(value); }},
    {"pagesMended", "teleconsult_call_pages_mended_total", "counter", "Lost call pages after which the call went on.",
     [](const ProgramStatus &s) { return qint64(s.pagesMended); },
     [](ProgramStatus &s, qint64 value) { s.pagesMended = int(value); }},
    {"callsFailed", "teleconsult_calls_failed_total", "counter", "Times that somebody was told a call does not work.",
     [](const ProgramStatus &s) { return qint64(s.callsFailed); },
     [](ProgramStatus &s, qint64 value) { s.callsFailed = int(value); }},
    {"suddenEnds", "teleconsult_sudden_ends", "gauge", "Starts before this one that ended without a word.",
     [](const ProgramStatus &s) { return qint64(s.suddenEnds); },
     [](ProgramStatus &s, qint64 value) { s.suddenEnds = int(value); }},
    {"memoryBytes", "teleconsult_memory_bytes", "gauge", "Memory that the program and its call pages keep.",
     [](const ProgramStatus &s) { return s.memory; }, [](ProgramStatus &s, qint64 value) { s.memory = value; }},
};

/// As the value of a label.
QByteArray escaped(const QString &text)
{
    QString label = text;
    label.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    label.replace(QLatin1Char('"'), QLatin1String("\\\""));
    label.replace(QLatin1Char('\n'), QLatin1String("\\n"));
    return label.toUtf8();
}

QByteArray metric(const char *name, const char *type, const char *help, const QByteArray &sample)
{
    return QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n' + sample + '\n';
}

QByteArray metric(const char *name, const char *type, const char *help, qint64 value)
{
    return metric(name, type, help, QByteArray(name) + ' ' + QByteArray::number(value));
}

} // namespace

QJsonObject ProgramStatus::toJson() const
{
    QJsonObject json{{QStringLiteral("version"), version},
                     {QStringLiteral("engineVersion"), engineVersion},
                     {QStringLiteral("profile"), profile},
                     {QStringLiteral("activity"), activity},
                     {QStringLiteral("startedAt"), dateText(startedAt)},
                     {QStringLiteral("now"), dateText(now)},
                     {QStringLiteral("uptimeSeconds"), uptimeSeconds()}};
    for (const Number &number : numbers)
        json.insert(QLatin1String(number.json), number.get(*this));
    return json;
}

std::optional<ProgramStatus> ProgramStatus::fromJson(const QJsonObject &json)
{
    const auto text = [&json](const char *key) { return json.value(QLatin1String(key)).toString(); };
    ProgramStatus status{.version = text("version"),
                         .engineVersion = text("engineVersion"),
                         .profile = text("profile"),
                         .activity = text("activity"),
                         .startedAt = dateFrom(json.value(QLatin1String("startedAt"))),
                         .now = dateFrom(json.value(QLatin1String("now")))};
    if (status.version.isEmpty() || !status.startedAt.isValid() || !status.now.isValid())
        return std::nullopt;
    for (const Number &number : numbers)
        number.set(status, json.value(QLatin1String(number.json)).toInteger());
    return status;
}

QString ProgramStatus::sentence() const
{
    return QStringLiteral("%1, %2; %3 calls, %4 pages lost, %5 mended, %6 failed; %7 MiB")
        .arg(profile, activity)
        .arg(callsEntered)
        .arg(pagesLost)
        .arg(pagesMended)
        .arg(callsFailed)
        .arg(memory / (1024 * 1024));
}

QByteArray ProgramStatus::toMetrics() const
{
    QByteArray text = metric("teleconsult_info", "gauge", "The running program.",
                             "teleconsult_info{version=\"" + escaped(version) + "\",engine=\"" +
                                 escaped(engineVersion) + "\",profile=\"" + escaped(profile) + "\"} 1");
    text += metric("teleconsult_start_time_seconds", "gauge", "When the program was started, in Unix time.",
                   startedAt.toSecsSinceEpoch());
    const bool isInCall = activity == QLatin1String("call") || activity == QLatin1String("mending");
    text += metric("teleconsult_in_call", "gauge", "Whether somebody is in a call.", isInCall);
    const bool isOutOfOrder = activity == QLatin1String("trouble") || activity == QLatin1String("outage");
    text += metric("teleconsult_out_of_order", "gauge", "Whether the station says that it cannot do its work.",
                   isOutOfOrder);
    for (const Number &number : numbers)
        text += metric(number.metric, number.type, number.help, number.get(*this));
    return text;
}

} // namespace teleconsult::app
