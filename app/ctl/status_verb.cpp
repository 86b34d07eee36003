#include "app/ctl/status_verb.h"

#include "app/ctl/output.h"
#include "app/program_status.h"
#include "app/single_instance.h"
#include "core/domain/json.h"

#include <QDir>

namespace teleconsult::ctl {

namespace {

/// "2 d 3 h 4 min"; what is nothing at the beginning is left out.
QString durationText(qint64 seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    QString text;
    if (seconds >= day)
        text += QStringLiteral("%1 d ").arg(seconds / day);
    if (seconds >= hour)
        text += QStringLiteral("%1 h ").arg(seconds % day / hour);
    return text + QStringLiteral("%1 min").arg(seconds % hour / minute);
}

QString textOf(const app::ProgramStatus &status)
{
    const QStringList lines{
        QStringLiteral("Teleconsult: %1 (%2)").arg(status.version, status.profile),
        QStringLiteral("Call engine: %1")
            .arg(status.engineVersion.isEmpty() ? QStringLiteral("not loaded yet") : status.engineVersion),
        QStringLiteral("State: %1").arg(status.activity),
        QStringLiteral("Running since: %1 (%2)")
            .arg(status.startedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                 durationText(status.uptimeSeconds())),
        QStringLiteral("Calls: %1 entered, %2 failed").arg(status.callsEntered).arg(status.callsFailed),
        QStringLiteral("Call pages: %1 lost, %2 mended").arg(status.pagesLost).arg(status.pagesMended),
        QStringLiteral("Sudden ends before this start: %1").arg(status.suddenEnds),
        QStringLiteral("Memory: %1 MiB").arg(status.memory / (1024 * 1024)),
    };
    return lines.join(QLatin1Char('\n'));
}

ExitCode tellOfSilence(const Error &error, const Options &options)
{
    const QString folder = QDir::toNativeSeparators(options.places.dataDir);
    QString words = QStringLiteral("Teleconsult runs on %1 and does not answer: it hangs, or is being started. Ask "
                                   "again, then restart it.");
    if (isNotFound(error))
        words = QStringLiteral("Teleconsult does not run on %1. Name another folder with --data-dir.");
    else if (error.kind == Error::Kind::Unauthorized)
        words = QStringLiteral("This account may not look into %1. Ask as the one that Teleconsult runs under, or as "
                               "root.");
    words = words.arg(folder);
    if (options.json)
        printJson({{QStringLiteral("error"), error.code}, {QStringLiteral("message"), words}});
    else
        printError(words);
    return ExitCode::PeerFailed;
}

} // namespace

ExitCode showStatus(const Options &options)
{
    const Result<QJsonObject> answer = app::SingleInstance::askStatus(options.places.dataDir);
    if (!answer)
        return tellOfSilence(answer.error(), options);
    const std::optional<app::ProgramStatus> status = app::ProgramStatus::fromJson(*answer);
    if (!status)
        return tellOfSilence(makeError(Error::Kind::BadAnswer, QStringLiteral("other_version")), options);
    if (options.asMetrics)
        print(QString::fromUtf8(status->toMetrics()));
    else if (options.json)
        printJson(status->toJson());
    else
        print(textOf(*status));
    return ExitCode::Done;
}

} // namespace teleconsult::ctl
