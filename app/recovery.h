// What was cut off is seen to, again and again.
#pragma once

#include "app/backend.h"

#include <QTimer>

namespace teleconsult::app {

/// Lets the backend recover when the program starts, and from then on every few minutes: a request of an earlier run
/// may still have been on its way at the start, and an operation of this run may have ended so that nobody could tell
/// what became of it. A backend that cannot work, for want of a key perhaps, is asked again like any other: what it
/// lacks may be there by then. Does not own the backend, which must outlive it.
class Recovery : public QObject
{
    Q_OBJECT
public:
    /// `pause`: longer than a request can be on its way (core/service/teleconsultations_recovery.cpp).
    explicit Recovery(Backend &backend, std::chrono::milliseconds pause = std::chrono::minutes(3));

    /// To be called after Backend::start, whatever came of it, and again when what was wanting may be there: at once.
    void start();

signals:
    /// Something on record may be another now.
    void settled();

private:
    void recover();

    Backend &m_backend;
    QTimer m_pause;
};

} // namespace teleconsult::app
