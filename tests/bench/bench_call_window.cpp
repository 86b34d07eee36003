// Teleconsult's window for ./dev bench join, with a clinic of its own: real service, sandbox and call engine. Does what
// the lines of its standard input say, and answers each with one line. Its argument is the call engine's file.
//   new     schedules a consultation that is open, and answers the links of doctor and patient
//   warm    warms the engine up as the program does while nobody touches it, and answers "warm"
//   join    joins as a click on the row does, and answers when that was: ms since 1970
//   leave   leaves the call and goes back to the agenda, and answers "left"
#include "app/call_engine_loader.h"
#include "tests/support/await.h"
#include "tests/ui/support/clinic.h"
#include "ui/agenda/agenda_model.h"
#include "ui/agenda/agenda_page.h"
#include "ui/call/call_page.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QDateTime>
#include <QSocketNotifier>

#include <cstdio>
#include <iostream>
#include <string>

using namespace teleconsult;

namespace {

class CallWindow
{
public:
    explicit CallWindow(const QString &plugin)
        : m_storage(m_folder.path()),
          m_engine(plugin, m_storage, m_clinic.settings().graphicsCard()),
          m_window({.service = m_clinic.service(),
                    .settings = m_clinic.settings(),
                    .clock = m_clinic.clock(),
                    .callEngine = [this] { return m_engine.engine(); },
                    .callStorageDir = m_storage,
                    .callAllowedHosts = {}})
    {
        m_window.show();
    }

    void obey(const std::string &command)
    {
        if (command == "new")
            schedule();
        else if (command == "warm")
            warm();
        else if (command == "join")
            join();
        else if (command == "leave")
            leave();
        else
            QCoreApplication::exit(2);
    }

private:
    static void answer(const QString &words)
    {
        std::printf("%s\n", qPrintable(words));
        std::fflush(stdout);
    }

    void schedule()
    {
        const Teleconsultation open = m_clinic.schedule(m_clinic.request(std::chrono::minutes(5)));
        m_id = open.id;
        m_window.refresh();
        test::waitUntil([this] { return m_window.agenda().model().rowOf(m_id) >= 0; });
        QStringList links;
        for (const Participant &participant : open.participants)
            links.append(participant.accessLink.toString(QUrl::FullyEncoded));
        answer(links.join(QLatin1Char(' ')));
    }

    void warm()
    {
        m_window.activateWindow();
        QObject::connect(&m_engine, &app::CallEngineLoader::finished, &m_window,
                         [] { answer(QStringLiteral("warm")); });
        m_engine.warmUpWhenIdle();
    }

    void join()
    {
        answer(QString::number(QDateTime::currentMSecsSinceEpoch()));
        m_window.join(m_id);
    }

    void leave()
    {
        ui::CallFlow &flow = m_window.findChild<ui::CallPage *>()->flow();
        flow.leave();
        test::waitUntil([&] { return flow.outcome().record == ui::CallRecord::State::Held; });
        flow.leave();
        answer(QStringLiteral("left"));
    }

    QTemporaryDir m_folder;
    QString m_storage;
    test::Clinic m_clinic;
    app::CallEngineLoader m_engine;
    ui::MainWindow m_window;
    QString m_id;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    if (QApplication::arguments().size() != 2)
        return 2;
    CallWindow window(QApplication::arguments().at(1));
    QSocketNotifier input(fileno(stdin), QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [&] {
        std::string line;
        if (std::getline(std::cin, line))
            window.obey(line);
        else
            QCoreApplication::quit();
    });
    return QApplication::exec();
}
