// Whether somebody is still at the kiosk.
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace teleconsult::ui {

/// Told once that nobody has touched anything for so long, then once a second how long is left, then that the time is
/// over. Any touch, key or click begins anew. Watches the program's input while it is on. Counts turns of a timer, not
/// the clock: setting the clock sends nobody away, and a machine that slept goes on where it was.
class IdleWatch : public QObject
{
    Q_OBJECT
public:
    explicit IdleWatch(QObject *parent = nullptr);

    /// From now on; begins anew.
    void watch(std::chrono::milliseconds quiet, std::chrono::seconds countdown);
    void stop();
    bool isOn() const { return m_isOn; }

signals:
    /// So much is left; also at the beginning.
    void countingDown(int seconds);
    /// Somebody is there after all.
    void woken();
    void expired();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void begin();
    void tick();

    std::chrono::milliseconds m_quiet{0};
    std::chrono::seconds m_countdown{0};
    std::chrono::seconds m_left{0}; ///< 0: nothing counts down.
    bool m_isOn = false;
    QTimer m_timer;
};

} // namespace teleconsult::ui
