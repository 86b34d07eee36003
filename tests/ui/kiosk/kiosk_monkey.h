// Somebody, or something, that touches and types at random at a kiosk.
#pragma once

#include "ui/kiosk/kiosk_window.h"

#include <QApplication>
#include <QPointingDevice>
#include <QRandomGenerator>
#include <QTest>
#include <QWheelEvent>
#include <QWindow>

#include <array>

namespace teleconsult::test {

/// As events of the window system: one finger or two, a mouse with all its buttons, keys with and without modifiers,
/// the wheel. The same seed does the same to the same kiosk.
class KioskMonkey
{
public:
    explicit KioskMonkey(quint32 seed) : m_random(seed) {}

    /// "TELECONSULT_MONKEY_…" in the environment, or the usual.
    static int number(const char *variable, int usual)
    {
        bool isNumber = false;
        const int value = qEnvironmentVariableIntValue(variable, &isNumber);
        return isNumber ? value : usual;
    }

    void act(const ui::KioskWindow &kiosk)
    {
        m_size = kiosk.size();
        QWindow *window = kiosk.windowHandle();
        const int what = m_random.bounded(10);
        if (what < 3)
            touch(window);
        else if (what < 6)
            click(window);
        else if (what < 9)
            press(window);
        else
            turn(window);
    }

    /// What else than the kiosk and its own pop-ups can be seen.
    static QStringList strangers(const ui::KioskWindow &kiosk)
    {
        QStringList names;
        for (const QWidget *widget : QApplication::topLevelWidgets()) {
            const bool isPopup = widget->windowType() == Qt::Popup || widget->windowType() == Qt::ToolTip;
            if (widget->isVisible() && widget != &kiosk && !isPopup)
                names << QString::fromLatin1(widget->metaObject()->className());
        }
        return names;
    }
    /// Whether the kiosk is all that there is on its screen.
    static bool fillsScreen(const ui::KioskWindow &kiosk)
    {
        return kiosk.isVisible() && kiosk.isFullScreen() && kiosk.geometry() == kiosk.screen()->geometry();
    }

private:
    QPoint somewhere() { return {m_random.bounded(m_size.width()), m_random.bounded(m_size.height())}; }

    /// One finger in four out of five times; it is moved in one of four.
    void touch(QWindow *window)
    {
        static QPointingDevice *screen = QTest::createTouchDevice();
        const int fingers = m_random.bounded(5) == 0 ? 2 : 1;
        std::array<QPoint, 2> at{somewhere(), somewhere()};
        auto sequence = QTest::touchEvent(window, screen, false);
        for (int finger = 0; finger < fingers; ++finger)
            sequence.press(finger, at.at(std::size_t(finger)), window);
        sequence.commit(false);
        if (m_random.bounded(4) == 0) {
            for (int finger = 0; finger < fingers; ++finger)
                sequence.move(finger, at.at(std::size_t(finger)) = somewhere(), window);
            sequence.commit(false);
        }
        for (int finger = 0; finger < fingers; ++finger)
            sequence.release(finger, at.at(std::size_t(finger)), window);
        sequence.commit(false);
    }
    void click(QWindow *window)
    {
        static const std::array buttons{Qt::LeftButton, Qt::LeftButton, Qt::LeftButton, Qt::RightButton,
                                        Qt::MiddleButton};
        const Qt::MouseButton button = buttons.at(std::size_t(m_random.bounded(int(buttons.size()))));
        const QPoint from = somewhere();
        QTest::mousePress(window, button, {}, from);
        if (m_random.bounded(4) == 0)
            QTest::mouseMove(window, somewhere());
        QTest::mouseRelease(window, button, {}, m_random.bounded(4) == 0 ? somewhere() : from);
    }
    void press(QWindow *window)
    {
        static const std::array<Qt::KeyboardModifiers, 8> modifiers{
            Qt::NoModifier,      Qt::NoModifier,  Qt::NoModifier,   Qt::ShiftModifier,
            Qt::ControlModifier, Qt::AltModifier, Qt::MetaModifier, Qt::ControlModifier | Qt::ShiftModifier};
        static const std::array special{
            Qt::Key_Escape, Qt::Key_Tab,    Qt::Key_Backtab, Qt::Key_Backspace, Qt::Key_Return, Qt::Key_Enter,
            Qt::Key_Insert, Qt::Key_Delete, Qt::Key_Pause,   Qt::Key_Print,     Qt::Key_Home,   Qt::Key_End,
            Qt::Key_Left,   Qt::Key_Up,     Qt::Key_Right,   Qt::Key_Down,      Qt::Key_PageUp, Qt::Key_PageDown,
            Qt::Key_F1,     Qt::Key_F3,     Qt::Key_F4,      Qt::Key_F5,        Qt::Key_F6,     Qt::Key_F7,
            Qt::Key_F10,    Qt::Key_F11,    Qt::Key_F12,     Qt::Key_Super_L,   Qt::Key_Menu,   Qt::Key_Help};
        const auto with = modifiers.at(std::size_t(m_random.bounded(int(modifiers.size()))));
        if (m_random.bounded(3) == 0)
            QTest::keyClick(window, special.at(std::size_t(m_random.bounded(int(special.size())))), with);
        else
            QTest::keyClick(window, char(' ' + m_random.bounded(95)), with);
    }
    void turn(QWindow *window)
    {
        const QPointF at = somewhere();
        QWheelEvent wheel(at, window->mapToGlobal(at), {}, QPoint(0, m_random.bounded(2) ? 120 : -120), Qt::NoButton,
                          m_random.bounded(2) ? Qt::ControlModifier : Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(window, &wheel);
    }

    QRandomGenerator m_random;
    QSize m_size;
};

} // namespace teleconsult::test
