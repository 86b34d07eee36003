#include "app/termination.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/eventfd.h>
#include <unistd.h>

namespace teleconsult::app {

namespace {

/// The handler may do next to nothing: it wakes the event loop through this descriptor. Blocking the signals and
/// reading a signalfd would be simpler, but the mask would be inherited by the call engine's processes.
int wakeUpFd = -1;

void onSignal(int)
{
    eventfd_write(wakeUpFd, 1);
}

void handle(int signal, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigaction(signal, &action, nullptr);
}

} // namespace

Termination::Termination(QObject *parent) : QObject(parent)
{
    wakeUpFd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    auto *notifier = new QSocketNotifier(wakeUpFd, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        eventfd_t count = 0;
        if (eventfd_read(wakeUpFd, &count) == 0)
            emit requested();
    });
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        handle(signal, onSignal);
}

Termination::~Termination()
{
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        handle(signal, SIG_DFL);
    close(wakeUpFd);
    wakeUpFd = -1;
}

} // namespace teleconsult::app
