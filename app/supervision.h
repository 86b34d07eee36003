// What the program does for those who look after its station.
#pragma once

#include "app/program_status.h"
#include "app/service_manager.h"
#include "core/async/serial_executor.h"
#include "core/domain/clock.h"
#include "ui/call/call_tally.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace teleconsult::app {

/// Counts, measures and reports: to the service manager, to whoever asks (SingleInstance::setStatus) and into a file of
/// metrics. Where there is a plan it also says when the program is to start anew. Lives on the GUI thread; what takes
/// time is done on another.
class Supervision : public QObject
{
    Q_OBJECT
public:
    /// What it tells of, and how.
    struct Parts
    {
        const Clock &clock;                          ///< Not owned; outlives it.
        QString profile;                             ///< "desktop" or "kiosk".
        QString metricsFile = {};                    ///< Written each minute; empty: none.
        std::function<QString()> engineVersion = {}; ///< Empty while the call engine is not loaded.
        /// What the station does while nobody wants a call, in the words of ProgramStatus; empty: nothing particular.
        std::function<QString()> activity = {};
        int suddenEnds = 0;                                       ///< StartJournal.
        std::chrono::milliseconds pace = std::chrono::minutes(1); ///< How often it measures and reports.
    };
    /// When a station that nobody looks at starts itself anew.
    struct Plan
    {
        QTime restartAt;              ///< core/domain/maintenance.h; invalid: never.
        qint64 maximumMemory = 0;     ///< Bytes from which it starts anew (maintenance::hasGrown()); 0: however much.
        std::function<bool()> isIdle; ///< Whether nobody would notice.
    };

    explicit Supervision(Parts parts, QObject *parent = nullptr);

    void setPlan(Plan plan) { m_plan = std::move(plan); }
    /// It can be worked with.
    void ready();
    void onCallStage(ui::CallFlow::Stage stage);
    void stopping() { m_manager.stopping(); }
    void restarting() { m_manager.restarting(); }

    ProgramStatus status() const;

signals:
    /// The program is to start anew, and nobody would notice now. Again at the next measurement until it does.
    void restartDue();

private:
    void measure();
    void report(qint64 memory);
    bool isRestartDue() const;
    QString activity() const;

    Parts m_parts;
    Plan m_plan;
    QDateTime m_startedAt; ///< Goes back with a clock that is set back.
    QDateTime m_seenAt;    ///< When it was measured last.
    ServiceManager m_manager;
    ui::CallTally m_tally;
    QTimer m_timer;
    qint64 m_memory = 0;
    bool m_isMeasuring = false;
    SerialExecutor m_executor; ///< Last: what it still does is done when the rest goes.
};

} // namespace teleconsult::app
