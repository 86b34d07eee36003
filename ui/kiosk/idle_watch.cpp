#include "ui/kiosk/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>

namespace teleconsult::ui {

IdleWatch::IdleWatch(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::tick);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::watch(std::chrono::milliseconds quiet, std::chrono::seconds countdown)
{
    m_quiet = quiet;
    m_countdown = countdown;
    m_isOn = true;
    begin();
}

void IdleWatch::stop()
{
    m_isOn = false;
    m_left = {};
    m_timer.stop();
}

void IdleWatch::begin()
{
    const bool wasCounting = m_left.count() > 0;
    m_left = {};
    m_timer.start(m_quiet);
    if (wasCounting)
        emit woken();
}

void IdleWatch::tick()
{
    if (m_left.count() == 0)
        m_left = m_countdown;
    else if (--m_left; m_left.count() == 0) {
        stop();
        emit expired();
        return;
    }
    m_timer.start(std::chrono::seconds(1));
    emit countingDown(int(m_left.count()));
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::Wheel:
        if (m_isOn)
            begin();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace teleconsult::ui
