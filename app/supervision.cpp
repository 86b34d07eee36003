#include "app/supervision.h"

#include "app/process_tree.h"
#include "core/async/outcome_of.h"
#include "core/async/task.h"
#include "core/domain/maintenance.h"

#include <QFile>
#include <QLoggingCategory>
#include <QSaveFile>

#include <unistd.h>

namespace teleconsult::app {

namespace {

Q_LOGGING_CATEGORY(lcSupervision, "teleconsult.app.supervision")

/// When the start is over, and nobody waits for it any more.
constexpr std::chrono::milliseconds firstMeasurement = std::chrono::seconds(10);

QString activityOf(ui::CallFlow::Stage stage)
{
    using Stage = ui::CallFlow::Stage;
    switch (stage) {
    case Stage::Idle:
    case Stage::NotInvited:
    case Stage::Closed:
    case Stage::Ended:
        return QStringLiteral("idle");
    case Stage::Notice:
    case Stage::Devices:
    case Stage::Connecting:
    case Stage::Waiting:
        return QStringLiteral("waiting");
    case Stage::Failed:
        return QStringLiteral("failed");
    case Stage::InCall:
        return QStringLiteral("call");
    case Stage::Mending:
        return QStringLiteral("mending");
    }
    return {};
}

/// Whole or not at all: the collector may read at any moment.
void writeMetrics(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qCWarning(lcSupervision).noquote() << "Metrics cannot be written:" << file.errorString();
        return;
    }
    // The collector runs under another account; there is nothing of a person in them.
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    if (!file.commit())
        qCWarning(lcSupervision).noquote() << "Metrics cannot be written:" << file.errorString();
}

} // namespace

Supervision::Supervision(Parts parts, QObject *parent)
    : QObject(parent), m_parts(std::move(parts)), m_startedAt(m_parts.clock.now()), m_seenAt(m_startedAt)
{
    m_timer.setInterval(m_parts.pace);
    connect(&m_timer, &QTimer::timeout, this, &Supervision::measure);
}

void Supervision::ready()
{
    m_manager.ready();
    m_timer.start();
    QTimer::singleShot(std::min(m_parts.pace, firstMeasurement), this, &Supervision::measure);
}

void Supervision::onCallStage(ui::CallFlow::Stage stage)
{
    m_tally.onStage(stage);
    m_manager.tell(status().sentence());
}

QString Supervision::activity() const
{
    const QString own = m_parts.activity ? m_parts.activity() : QString();
    return own.isEmpty() ? activityOf(m_tally.stage()) : own;
}

ProgramStatus Supervision::status() const
{
    return {.version = QCoreApplication::applicationVersion(),
            .engineVersion = m_parts.engineVersion ? m_parts.engineVersion() : QString(),
            .profile = m_parts.profile,
            .activity = activity(),
            .startedAt = m_startedAt,
            .now = m_parts.clock.now(),
            .callsEntered = m_tally.entered(),
            .pagesLost = m_tally.lost(),
            .pagesMended = m_tally.mended(),
            .callsFailed = m_tally.failed(),
            .suddenEnds = m_parts.suddenEnds,
            .memory = m_memory};
}

void Supervision::measure()
{
    if (std::exchange(m_isMeasuring, true))
        return;
    const QFuture<Result<qint64>> memory =
        m_executor.run([]() -> Result<qint64> { return privateMemory(processTree(getpid())); });
    whenDone(outcomeOf(memory), this, [this](const Result<qint64> &bytes) { report(bytes.value_or(0)); });
}

void Supervision::report(qint64 memory)
{
    m_isMeasuring = false;
    m_memory = memory;
    // A start that lies in the future, by a clock that has been mended since, would be after every night to come.
    const QDateTime seenBefore = std::exchange(m_seenAt, m_parts.clock.now());
    if (m_seenAt < seenBefore)
        m_startedAt = m_startedAt.addMSecs(seenBefore.msecsTo(m_seenAt));
    const ProgramStatus now = status();
    m_manager.tell(now.sentence());
    if (!m_parts.metricsFile.isEmpty())
        m_executor.run([path = m_parts.metricsFile, text = now.toMetrics()] { writeMetrics(path, text); });
    if (isRestartDue())
        emit restartDue();
}

bool Supervision::isRestartDue() const
{
    if (!m_plan.isIdle || !m_plan.isIdle())
        return false;
    if (maintenance::hasGrown(m_startedAt, m_parts.clock.now(), m_memory, m_plan.maximumMemory)) {
        qCWarning(lcSupervision).noquote() << "Starting anew: the program keeps" << m_memory / (1024 * 1024) << "MiB";
        return true;
    }
    return maintenance::isDue(m_startedAt.toLocalTime(), m_parts.clock.now().toLocalTime(), m_plan.restartAt);
}

} // namespace teleconsult::app
