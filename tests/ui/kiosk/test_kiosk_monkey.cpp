// Somebody, or something, touches everything. TELECONSULT_MONKEY_EVENTS says how often, TELECONSULT_MONKEY_SEED how.
#include "tests/ui/kiosk/kiosk_scene.h"
#include "ui/agenda/agenda_page.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QWheelEvent>

#include <array>

using namespace teleconsult;
using test::KioskScene;
using test::waitUntil;
using Page = ui::KioskWindow::Page;

namespace {

int number(const char *variable, int usual)
{
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(variable, &isNumber);
    return isNumber ? value : usual;
}

} // namespace

class TestKioskMonkey : public QObject
{
    Q_OBJECT

    std::unique_ptr<KioskScene> m_scene;
    std::unique_ptr<QSignalSpy> m_leaving;
    int m_refusals = 0; ///< Of kiosks that are gone.
    QRandomGenerator m_random;

    void standUp()
    {
        takeAway();
        m_scene = std::make_unique<KioskScene>(std::chrono::milliseconds(5000), std::chrono::seconds(1));
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
        m_scene->window->clearSession();
        if (!m_scene->click("kioskStartCodeButton"))
            return false;
        const bool mayTry = m_scene->find("kioskKeyZ")->isEnabled();
        m_scene->window->clearSession();
        if (!mayTry)
            standUp();
        if (m_scene->enterCall())
            return true;
        qInfo("no call, but page %d: %s", int(m_scene->window->page()), qPrintable(m_scene->words()));
        return false;
    }

    QPoint somewhere()
    {
        return {m_random.bounded(m_scene->window->width()), m_random.bounded(m_scene->window->height())};
    }
    void touch()
    {
        static const std::array buttons{Qt::LeftButton, Qt::LeftButton, Qt::LeftButton, Qt::RightButton,
                                        Qt::MiddleButton};
        const Qt::MouseButton button = buttons.at(std::size_t(m_random.bounded(int(buttons.size()))));
        const QPoint from = somewhere();
        QWindow *window = m_scene->window->windowHandle();
        QTest::mousePress(window, button, {}, from);
        if (m_random.bounded(4) == 0)
            QTest::mouseMove(window, somewhere());
        QTest::mouseRelease(window, button, {}, m_random.bounded(4) == 0 ? somewhere() : from);
    }
    void press()
    {
        static const std::array<Qt::KeyboardModifiers, 8> modifiers{
            Qt::NoModifier,      Qt::NoModifier,  Qt::NoModifier,   Qt::ShiftModifier,
            Qt::ControlModifier, Qt::AltModifier, Qt::MetaModifier, Qt::ControlModifier | Qt::ShiftModifier};
        const auto with = modifiers.at(std::size_t(m_random.bounded(int(modifiers.size()))));
        static const std::array special{
            Qt::Key_Escape, Qt::Key_Tab,    Qt::Key_Backtab, Qt::Key_Backspace, Qt::Key_Return, Qt::Key_Enter,
            Qt::Key_Insert, Qt::Key_Delete, Qt::Key_Pause,   Qt::Key_Print,     Qt::Key_Home,   Qt::Key_End,
            Qt::Key_Left,   Qt::Key_Up,     Qt::Key_Right,   Qt::Key_Down,      Qt::Key_PageUp, Qt::Key_PageDown,
            Qt::Key_F1,     Qt::Key_F3,     Qt::Key_F4,      Qt::Key_F5,        Qt::Key_F6,     Qt::Key_F7,
            Qt::Key_F10,    Qt::Key_F11,    Qt::Key_F12,     Qt::Key_Super_L,   Qt::Key_Menu,   Qt::Key_Help};
        QWindow *window = m_scene->window->windowHandle();
        if (m_random.bounded(3) == 0)
            QTest::keyClick(window, special.at(std::size_t(m_random.bounded(int(special.size())))), with);
        else
            QTest::keyClick(window, char(' ' + m_random.bounded(95)), with);
    }
    void turn()
    {
        const QPointF at = somewhere();
        QWheelEvent wheel(at, m_scene->window->mapToGlobal(at), {}, QPoint(0, m_random.bounded(2) ? 120 : -120),
                          Qt::NoButton, m_random.bounded(2) ? Qt::ControlModifier : Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(m_scene->window->windowHandle(), &wheel);
    }
    /// Visible windows besides the kiosk and its pop-ups.
    QStringList strangers() const
    {
        QStringList names;
        for (const QWidget *widget : QApplication::topLevelWidgets()) {
            const bool isPopup = widget->windowType() == Qt::Popup || widget->windowType() == Qt::ToolTip;
            if (widget->isVisible() && widget != m_scene->window.get() && !isPopup)
                names << QString::fromLatin1(widget->metaObject()->className());
        }
        return names;
    }

private Q_SLOTS:
    /// With the real code at hand now and then, or nobody would ever come as far as a call. No PIN is ever right.
    void nobodyGetsOut()
    {
        standUp();
        const int events = number("TELECONSULT_MONKEY_EVENTS", 3000);
        const auto seed = quint32(number("TELECONSULT_MONKEY_SEED", 20260302));
        m_random.seed(seed);
        qInfo("seed %u, %d events", seed, events);
        int calls = 0;
        QSet<Page> pages;
        for (int i = 0; i < events; ++i) {
            if (i % 250 == 0 && enterCall())
                ++calls;
            const int what = m_random.bounded(10);
            if (what < 6)
                touch();
            else if (what < 9)
                press();
            else
                turn();
            if (i % 10 == 0)
                QCoreApplication::processEvents();
            pages << m_scene->window->page();
            if (!m_scene->window->isVisible() || !m_leaving->isEmpty() ||
                m_scene->window->findChild<ui::AgendaPage *>())
                QFAIL(qPrintable(QStringLiteral("out after %1 events, seed %2").arg(i).arg(seed)));
            if (i % 100 == 0) {
                QVERIFY2(waitUntil([this] { return strangers().isEmpty(); }, std::chrono::seconds(5)),
                         qPrintable(strangers().join(QLatin1Char(' '))));
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
