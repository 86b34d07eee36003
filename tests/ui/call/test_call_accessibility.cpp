// What stands around a call, as in ../test_accessibility.cpp: before it, beside it, instead of it and after it.
#include "tests/ui/call/call_scene.h"
#include "tests/ui/support/accessibility_walk.h"
#include "ui/call/engine/screen_share_prompt.h"
#include "ui/devices/device_dialog.h"
#include "ui/reminders/reminders_dialog.h"
#include "ui/sharing/calendar_dialog.h"

#include <QMessageBox>
#include <QTemporaryDir>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestCallAccessibility : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QAccessible::setActive(true); }
    void cleanup()
    {
        m_dialog.reset();
        m_at.reset();
    }

    void everyScreen_data()
    {
        addScreens({"notice", "device offer", "device dialog", "device dialog, refused", "in call", "in call, hanging",
                    "in call, leading away", "in call, files", "mending", "given up", "after the call", "screen share",
                    "reminders", "calendar"});
    }
    void everyScreen()
    {
        QFETCH(QString, screen);
        QFETCH(int, textScale);
        QFETCH(QLocale, locale);
        const InLanguage language(locale);
        QVERIFY(language.isThere());
        m_at = std::make_unique<CallScene>();
        m_at->practice.theme().setTextScale(textScale);
        QWidget *window = open(screen);
        QVERIFY(window);
        const QStringList findings = stumblingBlocks(*window);
        QVERIFY2(findings.isEmpty(), qPrintable(findings.join(QStringLiteral("\n  "))));
    }

private:
    QWidget *open(const QString &screen)
    {
        if (screen.startsWith(QLatin1String("device dialog")))
            return openDevices(screen.endsWith(QLatin1String("refused")));
        if (screen == QLatin1String("screen share"))
            return askToShare();
        if (screen == QLatin1String("reminders"))
            return show(std::make_unique<RemindersDialog>(
                m_at->practice.settings(), config::Autostart(m_home.path(), QStringLiteral("teleconsult")), nullptr));
        if (screen == QLatin1String("calendar"))
            return show(std::make_unique<CalendarDialog>(m_at->practice.clock(), m_at->practice.find(m_at->id),
                                                         Practice::defaultPolicy().privileges, nullptr));
        const bool isThere = screen == QLatin1String("notice") || screen == QLatin1String("device offer")
                                 ? comeBefore(screen)
                                 : m_at->enter() && lead(screen);
        return isThere ? m_at->window.get() : nullptr;
    }

    /// What is asked before a first call.
    bool comeBefore(const QString &screen)
    {
        const bool isNotice = screen == QLatin1String("notice");
        if (isNotice)
            m_at->practice.settings().setStation(
                {QStringLiteral("dr-new"), QStringLiteral("Dr. Nuovo"), {QStringLiteral("doctor")}});
        else
            m_at->practice.settings().setDeviceCheck(config::DeviceCheck::Due);
        m_at->window->join(m_at->id);
        const char *name = isNotice ? "noticeAgreeButton" : "deviceOfferCheckButton";
        return waitUntil([&] { return m_at->button(name) && m_at->button(name)->isVisible(); });
    }

    /// From the call to the screen.
    bool lead(const QString &screen)
    {
        CallView *view = m_at->engine.m_view;
        emit view->connectionChanged(Connection::Good);
        if (screen == QLatin1String("in call, hanging"))
            emit view->unresponsive(true);
        if (screen == QLatin1String("in call, leading away"))
            emit view->leadsAway();
        if (screen == QLatin1String("in call, files")) {
            for (PretendedDownload *download : {&m_arriving, &m_saved})
                emit view->downloadBegan(download);
            emit view->downloadRefused();
        }
        if (screen == QLatin1String("mending")) {
            m_at->practice.records().failFinds(Practice::unreachable()); // For as long as one looks.
            emit view->failed(true);
            return waitUntil([this] { return m_at->message() && m_at->message()->isVisible(); });
        }
        if (screen == QLatin1String("given up")) {
            emit view->failed(false);
            return waitUntil([this] { return m_at->message() && m_at->message()->isVisible(); });
        }
        if (screen == QLatin1String("after the call")) {
            emit view->ended();
            return waitUntil([this] { return !m_at->text("afterCallRecord").isEmpty(); });
        }
        const char *name = screen == QLatin1String("in call")          ? "callConnection"
                           : screen == QLatin1String("in call, files") ? "downloadBanner"
                                                                       : "callTrouble";
        const auto *what = m_at->window->findChild<QWidget *>(QLatin1String(name));
        return m_at->window->isInCall() && what && what->isVisible();
    }

    QWidget *openDevices(bool areRefused)
    {
        auto *preview = new PretendedPreview;
        auto dialog = std::make_unique<DeviceDialog>(m_at->practice.settings(), preview, nullptr);
        using State = DevicePreview::State;
        emit preview->devicesFound({.cameras = {QStringLiteral("Integrated camera, front"), QStringLiteral("Camera")},
                                    .microphones = {QStringLiteral("Microphone")},
                                    .speakers = {QStringLiteral("Loudspeaker")}});
        emit preview->stateChanged(areRefused ? State::Refused : State::Working,
                                   areRefused ? State::Refused : State::Working);
        emit preview->speakerStateChanged(areRefused ? State::Missing : State::Working);
        return show(std::move(dialog));
    }

    QWidget *askToShare()
    {
        ScreenSharePrompt::confirm(m_at->window.get(), m_at->window.get(), [](bool) {});
        auto *question = m_at->window->findChild<QMessageBox *>(QStringLiteral("screenSharePrompt"));
        return question && waitUntil([&] { return question->isActiveWindow(); }) ? question : nullptr;
    }

    QWidget *show(std::unique_ptr<QWidget> dialog)
    {
        m_dialog = std::move(dialog);
        return showActive(*m_dialog) ? m_dialog.get() : nullptr;
    }

    PretendedDownload m_arriving{CallDownload::State::Running, QStringLiteral("a letter with a rather long name.pdf")};
    PretendedDownload m_saved{CallDownload::State::Saved};
    QTemporaryDir m_home;
    std::unique_ptr<CallScene> m_at;
    std::unique_ptr<QWidget> m_dialog;
};

QTEST_MAIN(TestCallAccessibility)
#include "test_call_accessibility.moc"
