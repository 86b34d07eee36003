// Each row of docs/kiosk-escapes.md that the toolkit can see.
#include "tests/ui/kiosk/kiosk_scene.h"
#include "ui/call/call_page.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QDrag>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QPrintPreviewDialog>
#include <QShortcut>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>

using namespace teleconsult;
using test::KioskScene;
using test::waitUntil;
using Page = ui::KioskWindow::Page;

namespace {

/// Notes what reaches it.
class Listener : public QWidget
{
public:
    using QWidget::QWidget;
    QList<QEvent::Type> m_heard;
    qsizetype m_mostFingers = 0; ///< That began or went on touching.

protected:
    bool event(QEvent *event) override
    {
        m_heard << event->type();
        if (event->type() == QEvent::TouchBegin || event->type() == QEvent::TouchUpdate) {
            m_mostFingers = std::max(m_mostFingers, static_cast<QTouchEvent *>(event)->points().size());
            return true;
        }
        return QWidget::event(event);
    }
};

} // namespace

class TestKioskLock : public QObject
{
    Q_OBJECT

    std::unique_ptr<KioskScene> m_scene;
    Listener *m_listener = nullptr;

    ui::KioskLock &lock() const { return *m_scene->window->findChild<ui::KioskLock *>(); }

private slots:
    void init()
    {
        m_scene = std::make_unique<KioskScene>();
        m_listener = new Listener(m_scene->window.get());
        m_listener->setGeometry(0, 0, 200, 200);
        m_listener->setFocusPolicy(Qt::StrongFocus);
        m_listener->setAcceptDrops(true);
        m_listener->show();
        m_listener->setFocus();
        m_listener->m_heard.clear();
    }
    void cleanup() { m_scene.reset(); }

    void keys_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<bool>("passes");
        const Qt::KeyboardModifiers none = Qt::NoModifier;
        const Qt::KeyboardModifiers ctrl = Qt::ControlModifier;
        const Qt::KeyboardModifiers alt = Qt::AltModifier;
        const Qt::KeyboardModifiers shift = Qt::ShiftModifier;
        const Qt::KeyboardModifiers meta = Qt::MetaModifier;
        QTest::newRow("a letter") << int(Qt::Key_A) << none << true;
        QTest::newRow("Tab") << int(Qt::Key_Tab) << none << true;
        QTest::newRow("Backspace") << int(Qt::Key_Backspace) << none << true;
        QTest::newRow("select all") << int(Qt::Key_A) << ctrl << true;
        for (int n = 0; n < 12; ++n)
            QTest::addRow("F%d", n + 1) << int(Qt::Key_F1) + n << none << false;
        QTest::newRow("close: Alt+F4") << int(Qt::Key_F4) << alt << false;
        QTest::newRow("quit: Ctrl+Q") << int(Qt::Key_Q) << ctrl << false;
        QTest::newRow("close: Ctrl+W") << int(Qt::Key_W) << ctrl << false;
        QTest::newRow("new window: Ctrl+N") << int(Qt::Key_N) << ctrl << false;
        QTest::newRow("new tab: Ctrl+T") << int(Qt::Key_T) << ctrl << false;
        QTest::newRow("open: Ctrl+O") << int(Qt::Key_O) << ctrl << false;
        QTest::newRow("save: Ctrl+S") << int(Qt::Key_S) << ctrl << false;
        QTest::newRow("print: Ctrl+P") << int(Qt::Key_P) << ctrl << false;
        QTest::newRow("source: Ctrl+U") << int(Qt::Key_U) << ctrl << false;
        QTest::newRow("dev tools: Ctrl+Shift+I") << int(Qt::Key_I) << (ctrl | shift) << false;
        QTest::newRow("dev tools: Ctrl+Shift+J") << int(Qt::Key_J) << (ctrl | shift) << false;
        QTest::newRow("address: Ctrl+L") << int(Qt::Key_L) << ctrl << false;
        QTest::newRow("reload: Ctrl+R") << int(Qt::Key_R) << ctrl << false;
        QTest::newRow("find: Ctrl+F") << int(Qt::Key_F) << ctrl << false;
        QTest::newRow("zoom: Ctrl++") << int(Qt::Key_Plus) << ctrl << false;
        QTest::newRow("zoom: Ctrl+-") << int(Qt::Key_Minus) << ctrl << false;
        QTest::newRow("zoom: Ctrl+0") << int(Qt::Key_0) << ctrl << false;
        QTest::newRow("copy") << int(Qt::Key_C) << ctrl << false;
        QTest::newRow("paste") << int(Qt::Key_V) << ctrl << false;
        QTest::newRow("cut") << int(Qt::Key_X) << ctrl << false;
        QTest::newRow("paste: Shift+Insert") << int(Qt::Key_Insert) << shift << false;
        QTest::newRow("settings: Ctrl+,") << int(Qt::Key_Comma) << ctrl << false;
        QTest::newRow("back: Alt+Left") << int(Qt::Key_Left) << alt << false;
        QTest::newRow("switch: Alt+Tab") << int(Qt::Key_Tab) << alt << false;
        QTest::newRow("switch: Ctrl+Tab") << int(Qt::Key_Tab) << ctrl << false;
        QTest::newRow("menu of the window: Alt+Space") << int(Qt::Key_Space) << alt << false;
        QTest::newRow("run: Alt+F2") << int(Qt::Key_F2) << alt << false;
        QTest::newRow("Meta") << int(Qt::Key_Meta) << none << false;
        QTest::newRow("lock: Meta+L") << int(Qt::Key_L) << meta << false;
        QTest::newRow("menu key") << int(Qt::Key_Menu) << none << false;
        QTest::newRow("Print") << int(Qt::Key_Print) << none << false;
        QTest::newRow("browser key") << int(Qt::Key_HomePage) << none << false;
        QTest::newRow("mail key") << int(Qt::Key_LaunchMail) << none << false;
        QTest::newRow("sleep key") << int(Qt::Key_Sleep) << none << false;
        QTest::newRow("Ctrl+Alt+Delete") << int(Qt::Key_Delete) << (ctrl | alt) << false;
        QTest::newRow("terminal: Ctrl+Alt+T") << int(Qt::Key_T) << (ctrl | alt) << false;
    }
    void keys()
    {
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(bool, passes);
        // Tab and the like reach a widget only when nobody moves the focus with them.
        const QString text = !modifiers && key == Qt::Key_A ? QStringLiteral("a") : QString();
        for (const QEvent::Type kind : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(kind, key, modifiers, text);
            QCoreApplication::sendEvent(m_listener, &event);
        }
        QCOMPARE(m_listener->m_heard.contains(QEvent::KeyPress), passes);
        QCOMPARE(m_listener->m_heard.contains(QEvent::KeyRelease), passes);
        QCOMPARE(m_scene->window->page(), Page::Start);
        QVERIFY(m_scene->window->isVisible());
    }

    /// What the form's and the agenda's own shortcuts would do.
    void noShortcutWorks()
    {
        int fired = 0;
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), m_scene->window.get());
        connect(shortcut, &QShortcut::activated, this, [&] { ++fired; });
        QTest::keyClick(m_listener, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(m_scene->window->windowHandle(), Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(fired, 0);
    }

    void noContextMenu()
    {
        QTest::mouseClick(m_listener, Qt::RightButton);
        QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(5, 5), m_listener->mapToGlobal(QPoint(5, 5)));
        QCoreApplication::sendEvent(m_listener, &event);
        QVERIFY(!m_listener->m_heard.contains(QEvent::MouseButtonPress));
        QVERIFY(!m_listener->m_heard.contains(QEvent::ContextMenu));
    }

    void nothingIsDropped()
    {
        QMimeData data;
        data.setUrls({QUrl(QStringLiteral("file:///etc/passwd"))});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_listener, &enter);
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_listener, &drop);
        QVERIFY(!m_listener->m_heard.contains(QEvent::DragEnter));
        QVERIFY(!m_listener->m_heard.contains(QEvent::Drop));
    }

    /// A page can begin one too, and nobody would end it: it is over before the pointer moves.
    void nothingIsDragged()
    {
        QCursor::setPos(m_listener->mapToGlobal(QPoint(5, 5)));
        bool hasLasted = false;
        QTimer::singleShot(std::chrono::seconds(20), m_listener, [&] {
            hasLasted = true;
            QDrag::cancel();
        });
        auto *data = new QMimeData;
        data->setText(QStringLiteral("a name"));
        auto *drag = new QDrag(m_listener);
        drag->setMimeData(data);
        QCOMPARE(drag->exec(Qt::CopyAction), Qt::IgnoreAction);
        QVERIFY(!hasLasted);
        QVERIFY(!m_listener->m_heard.contains(QEvent::DragEnter));
    }

    void nothingIsPastedWithTheMiddleButton()
    {
        QTest::mouseClick(m_listener, Qt::MiddleButton);
        QVERIFY(!m_listener->m_heard.contains(QEvent::MouseButtonPress));
    }

    void nothingZooms()
    {
        const QPointF at(5, 5);
        QWheelEvent wheel(at, m_listener->mapToGlobal(at), {}, QPoint(0, 120), Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_listener, &wheel);
        QVERIFY(!m_listener->m_heard.contains(QEvent::Wheel));
        QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, at, at, at, 1.5,
                                  QPointF());
        QCoreApplication::sendEvent(m_listener, &pinch);
        QVERIFY(!m_listener->m_heard.contains(QEvent::NativeGesture));
        QWheelEvent scroll(at, m_listener->mapToGlobal(at), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier,
                           Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_listener, &scroll);
        QVERIFY(m_listener->m_heard.contains(QEvent::Wheel));
    }

    void twoFingersPinchNothing_data()
    {
        QTest::addColumn<bool>("atOnce");
        QTest::newRow("both at once") << true;
        QTest::newRow("one after the other") << false;
    }
    /// As the window system tells it.
    void twoFingersPinchNothing()
    {
        QFETCH(bool, atOnce);
        m_listener->setAttribute(Qt::WA_AcceptTouchEvents);
        static QPointingDevice *screen = QTest::createTouchDevice();
        QWindow *window = m_scene->window->windowHandle();
        const QPoint left = m_listener->mapTo(m_scene->window.get(), QPoint(50, 100));
        const QPoint right = m_listener->mapTo(m_scene->window.get(), QPoint(150, 100));
        if (atOnce) {
            QTest::touchEvent(window, screen).press(0, left, window).press(1, right, window);
        } else {
            QTest::touchEvent(window, screen).press(0, left, window);
            QTest::touchEvent(window, screen).stationary(0).press(1, right, window);
        }
        QTest::touchEvent(window, screen).move(0, left - QPoint(20, 0), window).move(1, right + QPoint(20, 0), window);
        QTest::touchEvent(window, screen).release(0, left, window).release(1, right, window);
        QVERIFY(m_listener->m_mostFingers < 2);
        QCOMPARE(m_listener->m_heard.contains(QEvent::TouchBegin), !atOnce); // Of the one finger.
        QVERIFY(lock().refusals() > 0);
        QTest::touchEvent(window, screen).press(0, left, window);
        QTest::touchEvent(window, screen).move(0, right, window);
        QTest::touchEvent(window, screen).release(0, right, window);
        QVERIFY(m_listener->m_heard.contains(QEvent::TouchUpdate)); // One finger pushes.
        QCOMPARE(m_listener->m_mostFingers, 1);
    }

    void addressesAreOpenedNowhere_data()
    {
        QTest::addColumn<QUrl>("address");
        for (const char *address : {"https://example.org/", "http://example.org/", "file:///etc/passwd",
                                    "mailto:a@example.org", "view-source:https://example.org/", "tel:112"})
            QTest::newRow(address) << QUrl(QLatin1String(address));
    }
    void addressesAreOpenedNowhere()
    {
        QFETCH(QUrl, address);
        const int before = lock().refusals();
        QDesktopServices::openUrl(address);
        QCOMPARE(lock().refusals(), before + 1);
    }

    void windowsOfOthersGo_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("a window") << 0;
        QTest::newRow("a file dialog") << 1;
        QTest::newRow("a print preview") << 2;
    }
    void windowsOfOthersGo()
    {
        QFETCH(int, kind);
        std::unique_ptr<QWidget> other;
        if (kind == 0)
            other = std::make_unique<QWidget>();
        else if (kind == 1)
            other = std::make_unique<QFileDialog>(m_scene->window.get());
        else
            other = std::make_unique<QPrintPreviewDialog>(m_scene->window.get());
        other->show();
        QVERIFY(waitUntil([&] { return !other->isVisible(); }));
        QVERIFY(m_scene->window->isVisible());
    }
};

QTEST_MAIN(TestKioskLock)
#include "test_kiosk_lock.moc"
