// Every screen as somebody meets it who hears it, types, or has a heavy finger: what can have the focus has a name and
// a role, Tab gets there, and there is room for a finger. WCAG 2.1: 2.1.1, 2.5.5, 4.1.2.
#include "tests/ui/support/accessibility_walk.h"
#include "tests/ui/support/clinic.h"
#include "tests/ui/support/keyboard.h"
#include "tests/ui/support/practice.h"
#include "ui/agenda/agenda_model.h"
#include "ui/agenda/agenda_page.h"
#include "ui/agenda/invitation_dialog.h"
#include "ui/main_window.h"
#include "ui/schedule/add_participant_dialog.h"
#include "ui/schedule/reschedule_dialog.h"
#include "ui/schedule/schedule_dialog.h"
#include "ui/shortcuts_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/phase_text.h"

#include <QAccessible>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestAccessibility : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QAccessible::setActive(true);
    }
    void cleanup()
    {
        m_dialog.reset();
        m_window.reset();
        m_clinic.reset();
        m_practice.reset();
    }

    void everyScreen_data()
    {
        addScreens({"day", "week", "nothing found", "empty", "error", "banners", "details", "not open yet",
                    "call fails", "not invited", "schedule", "mistakes", "reschedule", "add participant", "shortcuts",
                    "invitation", "invitation too early", "confirmation"});
    }
    void everyScreen()
    {
        QFETCH(QString, screen);
        QFETCH(int, textScale);
        QFETCH(QLocale, locale);
        const InLanguage language(locale);
        QVERIFY(language.isThere());
        m_textScale = textScale;
        QWidget *window = open(screen);
        QVERIFY(window);
        const QStringList findings = stumblingBlocks(*window);
        QVERIFY2(findings.isEmpty(), qPrintable(findings.join(QStringLiteral("\n  "))));
    }

    /// A state is a word and a shape of its own together with its colour.
    void noStateByColourAlone()
    {
        QSet<QString> words;
        QSet<QString> looks;
        for (const Phase phase :
             {Phase::WaitingForParticipants, Phase::Upcoming, Phase::Open, Phase::InCall, Phase::Held, Phase::NotHeld})
        {
            QVERIFY(!PhaseText::words(phase).isEmpty());
            QVERIFY(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(PhaseText::iconName(phase))));
            words << PhaseText::words(phase);
            looks << PhaseText::iconName(phase) + toneName(PhaseText::tone(phase));
        }
        QCOMPARE(words.size(), 6);
        QCOMPARE(looks.size(), 6);
    }

private:
    QWidget *open(const QString &screen)
    {
        if (screen.startsWith(QLatin1String("invitation")))
            return openInvitation(screen.endsWith(QLatin1String("early")) ? 120 : 10);
        openWindow(screen);
        if (screen == QLatin1String("schedule") || screen == QLatin1String("mistakes"))
            return openSchedule(screen == QLatin1String("mistakes"));
        if (screen == QLatin1String("reschedule"))
            return show(std::make_unique<RescheduleDialog>(
                m_practice->service(), m_practice->find(m_practice->add({.patient = QStringLiteral("Sara Conti")})),
                m_practice->clock(), m_window.get()));
        if (screen == QLatin1String("add participant"))
            return show(std::make_unique<AddParticipantDialog>(
                m_practice->service(), m_practice->find(m_practice->add({.patient = {}})), m_window.get()));
        if (screen == QLatin1String("details"))
            return m_window->findChild<QWidget *>(QStringLiteral("consultationDetails")) ? m_window.get() : nullptr;
        if (screen == QLatin1String("shortcuts"))
            return show(std::make_unique<ShortcutsDialog>(m_window.get()));
        if (screen == QLatin1String("confirmation"))
            return show(std::make_unique<ConfirmDialog>(
                [] {
                    return ConfirmDialog::Words{.title = QStringLiteral("Delete?"),
                                                .sentence = QStringLiteral("It cannot be undone."),
                                                .action = QStringLiteral("Delete"),
                                                .cancel = QStringLiteral("Keep")};
                },
                m_window.get()));
        return m_window.get();
    }

    void openWindow(const QString &screen)
    {
        m_practice = std::make_unique<Practice>();
        m_practice->theme().setTextScale(m_textScale);
        if (screen == QLatin1String("not invited"))
            m_practice->settings().setStation(
                {QStringLiteral("somebody"), QStringLiteral("Somebody"), {QStringLiteral("doctor")}});
        QString id;
        if (screen != QLatin1String("empty"))
            id = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        const QString later =
            m_practice->add({.patient = QStringLiteral("Sara Conti"),
                             .day = Practice::today().addDays(screen == QLatin1String("empty") ? 3 : 0),
                             .time = QTime(16, 0)});
        m_practice->add({.patient = {}, .day = Practice::today().addDays(1), .time = QTime(10, 0)});
        if (screen == QLatin1String("error"))
            m_practice->records().failLists(Practice::unreachable());
        m_window = std::make_unique<MainWindow>(
            MainWindow::Parts{.service = m_practice->service(),
                              .settings = m_practice->settings(),
                              .clock = m_practice->clock(),
                              .callEngine = []() -> Result<CallEngine *> { return failure(Practice::unreachable()); },
                              .callStorageDir = m_practice->folder(),
                              .callAllowedHosts = {}});
        QSignalSpy usable(m_window.get(), &MainWindow::agendaUsable);
        QVERIFY(showActive(*m_window));
        QTRY_COMPARE(usable.size(), 1);
        lead(screen, id, later);
    }

    /// From the opened window to the screen.
    void lead(const QString &screen, const QString &id, const QString &later)
    {
        if (screen == QLatin1String("week"))
            m_window->agenda().showView(AgendaToolbar::View::Week);
        if (screen == QLatin1String("details"))
            m_window->agenda().showConsultation(id);
        if (screen == QLatin1String("banners")) {
            m_window->setSandboxNotice(true);
            m_window->setDemoClinicPresent(true);
            m_window->showProblem(Practice::unreachable());
        }
        if (screen == QLatin1String("nothing found")) {
            m_window->agenda().focusSearch();
            typeText(*m_window, QStringLiteral("zzz"));
            QTRY_COMPARE(m_window->agenda().model().state(), AgendaModel::State::Empty);
        }
        if (screen == QLatin1String("not open yet") || screen == QLatin1String("call fails") ||
            screen == QLatin1String("not invited"))
        {
            m_window->join(screen == QLatin1String("not open yet") ? later : id);
            const auto isThere = [this] {
                const auto *title = m_window->findChild<QWidget *>(QStringLiteral("callPage"));
                const QList<QPushButton *> buttons =
                    title ? title->findChildren<QPushButton *>() : QList<QPushButton *>();
                return std::any_of(buttons.begin(), buttons.end(),
                                   [](const QPushButton *button) { return button->isVisible() && button->hasFocus(); });
            };
            QTRY_VERIFY(isThere());
        }
        QTRY_VERIFY(m_window->agenda().model().state() != AgendaModel::State::Loading);
        QCoreApplication::processEvents();
    }

    QWidget *openSchedule(bool withMistakes)
    {
        QWidget *dialog = show(std::make_unique<ScheduleDialog>(m_practice->service(), m_practice->settings(),
                                                                m_practice->clock(), m_window.get()));
        if (dialog && withMistakes)
            press(*dialog, Qt::Key_Return, Qt::ControlModifier);
        return dialog;
    }

    QWidget *openInvitation(int minutesFromNow)
    {
        m_clinic = std::make_unique<Clinic>();
        Theme::instance().setTextScale(m_textScale);
        const Teleconsultation made = m_clinic->schedule(m_clinic->request(std::chrono::minutes(minutesFromNow)));
        QWidget *dialog =
            show(std::make_unique<InvitationDialog>(m_clinic->service(), m_clinic->clock(), made, nullptr));
        const char *expected = minutesFromNow > 15 ? nullptr : "copyLinkButton";
        const auto isReady = [&] {
            return !expected || visible<QPushButton>(*dialog, QString::fromLatin1(expected), 1) != nullptr;
        };
        return dialog && waitUntil(isReady) ? dialog : nullptr;
    }

    QWidget *show(std::unique_ptr<QWidget> dialog)
    {
        m_dialog = std::move(dialog);
        return showActive(*m_dialog) ? m_dialog.get() : nullptr;
    }

    int m_textScale = 100;
    std::unique_ptr<Practice> m_practice;
    std::unique_ptr<Clinic> m_clinic;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QWidget> m_dialog;
};

QTEST_MAIN(TestAccessibility)
#include "test_accessibility.moc"
