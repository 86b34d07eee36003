// Somebody, or something, touches everything of the kiosk's own. The call is an empty one: test_kiosk_engine_monkey has
// pages. TELECONSULT_MONKEY_EVENTS says how often, TELECONSULT_MONKEY_SEED how.
#include "tests/ui/kiosk/kiosk_monkey.h"
#include "tests/ui/kiosk/kiosk_scene.h"
#include "ui/agenda/agenda_page.h"

#include <QSignalSpy>

using namespace teleconsult;
using test::KioskMonkey;
using test::KioskScene;
using test::waitUntil;
using Page = ui::KioskWindow::Page;

class TestKioskMonkey : public QObject
{
    Q_OBJECT

    std::unique_ptr<KioskScene> m_scene;
    std::unique_ptr<QSignalSpy> m_leaving;
    int m_refusals = 0; ///< Of kiosks that are gone.

    void standUp()
    {
        takeAway();
        m_scene = std::make_unique<KioskScene>(std::chrono::milliseconds(5000), std::chrono::seconds(1));
        m_scene->window->fillScreen();
        m_leaving = std::make_unique<QSignalSpy>(m_scene->window.get(), &ui::KioskWindow::leavingAllowed);
    }
    void takeAway()
    {
        if (m_scene)
            m_refusals += m_scene->window->findChild<ui::KioskLock *>()->refusals();
        m_leaving.reset();
        m_scene.reset();
    }
    /// Goes on with another kiosk when the tries of this one are used up: nobody would ever come further.
    bool enterCall()
    {
        if (!m_scene->mayTryCodes())
            standUp();
        if (m_scene->enterCall())
            return true;
        qInfo("no call, but page %d: %s", int(m_scene->window->page()), qPrintable(m_scene->words()));
        return false;
    }
    bool isOut() const
    {
        return !m_scene->window->isVisible() || !m_leaving->isEmpty() || m_scene->window->findChild<ui::AgendaPage *>();
    }

private slots:
    /// With the real code at hand now and then, or nobody would ever come as far as a call. No PIN is ever right.
    void nobodyGetsOut()
    {
        standUp();
        const int events = KioskMonkey::number("TELECONSULT_MONKEY_EVENTS", 3000);
        const auto seed = quint32(KioskMonkey::number("TELECONSULT_MONKEY_SEED", 20260302));
        KioskMonkey monkey(seed);
        qInfo("seed %u, %d events", seed, events);
        int calls = 0;
        QSet<Page> pages;
        for (int i = 0; i < events; ++i) {
            if (i % 250 == 0 && enterCall())
                ++calls;
            monkey.act(*m_scene->window);
            if (i % 10 == 0)
                QCoreApplication::processEvents();
            pages << m_scene->window->page();
            if (isOut())
                QFAIL(qPrintable(QStringLiteral("out after %1 events, seed %2").arg(i).arg(seed)));
            if (i % 100 == 0) {
                QVERIFY2(waitUntil([this] { return KioskMonkey::strangers(*m_scene->window).isEmpty(); }),
                         qPrintable(KioskMonkey::strangers(*m_scene->window).join(QLatin1Char(' '))));
                QVERIFY(waitUntil([this] { return KioskMonkey::fillsScreen(*m_scene->window); }));
            }
        }
        takeAway();
        qInfo("%d calls, %d pages, %d times something was refused", calls, int(pages.size()), m_refusals);
        QVERIFY(calls >= events / 500);
        QVERIFY(pages.size() > 2);
        QVERIFY(m_refusals > 0);
    }
};

QTEST_MAIN(TestKioskMonkey)
#include "test_kiosk_monkey.moc"
