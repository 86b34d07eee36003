// Whether a kiosk can do its work.
#pragma once

#include "core/checks/outage.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace teleconsult::ui {

/// Asks again and again while it is on, the next time only after an answer. What passes in a moment is not told; what
/// has mended is told at once.
class OutageWatch : public QObject
{
    Q_OBJECT
public:
    using Look = std::function<Task<std::optional<checks::Outage>>()>;
    /// How often it asks, by what it was answered last.
    struct Pace
    {
        std::chrono::milliseconds whenWell = std::chrono::minutes(1);
        std::chrono::milliseconds whenNot = std::chrono::seconds(5);
        std::chrono::milliseconds patience = std::chrono::seconds(20); ///< So long nothing is said.
    };

    /// Empty: nobody is asked, and all is well.
    OutageWatch(Look look, Pace pace, QObject *parent = nullptr);

    /// Asks at once.
    void start();
    void stop();
    /// Without the rest of the pause, while it is on. An answer that is on its way may be older than what is news: it
    /// is asked once more then.
    void lookNow();
    const std::optional<checks::Outage> &outage() const { return m_outage; }

signals:
    void changed();

private:
    void ask();
    void settle(const std::optional<checks::Outage> &found);

    Look m_look;
    Pace m_pace;
    bool m_isOn = false;
    bool m_isAsking = false;
    bool m_asksAgain = false;
    QElapsedTimer m_since; ///< Since when something is wrong; invalid: nothing is.
    std::optional<checks::Outage> m_outage;
    QTimer m_timer;
};

} // namespace teleconsult::ui
