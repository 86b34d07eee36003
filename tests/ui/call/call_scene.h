// A practice, its window, and an engine that does as it is told.
#pragma once

#include "tests/ui/support/keyboard.h"
#include "tests/ui/support/practice.h"
#include "tests/ui/support/pretended_engine.h"
#include "ui/agenda/agenda_model.h"
#include "ui/agenda/agenda_page.h"
#include "ui/call/call_page.h"
#include "ui/main_window.h"
#include "ui/widgets/empty_state.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include <optional>

namespace teleconsult::test {

/// Shown, with its agenda loaded. At 10:00 local time one consultation is open: Luca Romano's, at 10:10.
class CallScene
{
public:
    explicit CallScene(const ConsultationPolicy &policy = Practice::defaultPolicy()) : practice(policy)
    {
        id = practice.add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        ui::MainWindow::Parts parts{.service = practice.service(),
                                    .settings = practice.settings(),
                                    .clock = practice.clock(),
                                    .callEngine = [this]() -> Result<ui::CallEngine *> {
                                        if (engineError)
                                            return failure(*engineError);
                                        return &engine;
                                    },
                                    .callStorageDir = practice.folder(),
                                    .callAllowedHosts = {QStringLiteral("*.example.org")},
                                    .company = &practice.company(),
                                    .random = [] { return 0.5; }};
        window = std::make_unique<ui::MainWindow>(parts);
        QSignalSpy usable(window.get(), &ui::MainWindow::agendaUsable);
        if (!showActive(*window) || !waitUntil([&] { return usable.size() == 1; }))
            qFatal("No window");
    }

    /// Adds it, and waits until the agenda has it.
    QString add(const Practice::Plan &plan)
    {
        const QString added = practice.add(plan);
        window->refresh();
        if (!waitUntil([&] { return window->agenda().model().rowOf(added) >= 0; }))
            qFatal("Not in the agenda");
        return added;
    }
    /// Joins, and lets the page be ready; false: there was none.
    bool enter()
    {
        if (!waitUntil([this] { return engine.m_view.isNull(); })) // The last call's.
            return false;
        window->join(id);
        if (!waitUntil([this] { return !engine.m_view.isNull(); }))
            return false;
        emit engine.m_view->pageReady();
        return window->isInCall();
    }
    bool seesProgress(Progress progress)
    {
        return waitUntil([&] { return practice.find(id).progress == progress; });
    }

    ui::CallFlow &flow() { return window->findChild<ui::CallPage *>()->flow(); }
    QPushButton *button(const char *name) const { return window->findChild<QPushButton *>(QLatin1String(name)); }
    ui::EmptyState *message() const { return window->findChild<ui::EmptyState *>(QStringLiteral("callNotice")); }
    /// The text of a label; empty: it is not there, or hidden.
    QString text(const char *name) const
    {
        const auto *label = window->findChild<QLabel *>(QLatin1String(name));
        return label && label->isVisible() ? label->text() : QString();
    }

    Practice practice;
    QString id;
    PretendedEngine engine;
    std::optional<Error> engineError;
    std::unique_ptr<ui::MainWindow> window; ///< Goes first.
};

} // namespace teleconsult::test
