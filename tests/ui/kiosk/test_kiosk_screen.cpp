// How a window of the kiosk stands on its screen, on a computer with two.
#include "tests/ui/support/keyboard.h"
#include "ui/kiosk/kiosk_screen.h"

#include <QApplication>
#include <QFile>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace teleconsult;

class TestKioskScreen : public QObject
{
    Q_OBJECT
private slots:
    void fillsTheOneThatIsMeant_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QRect>("filled");
        const QRect first(0, 0, 800, 600);
        const QRect second(800, 0, 1080, 1920);
        QTest::newRow("the first") << 1 << first;
        QTest::newRow("the second") << 2 << second;
        QTest::newRow("one that is not there") << 3 << first;
    }
    void fillsTheOneThatIsMeant()
    {
        QFETCH(int, number);
        QFETCH(QRect, filled);
        QCOMPARE(QGuiApplication::screens().size(), 2);
        QWidget window;
        ui::fillScreen(window, number);
        QVERIFY(test::waitUntilExposed(window));
        QTRY_COMPARE(window.geometry(), filled);
        QVERIFY(window.isFullScreen());
        QCOMPARE(window.screen()->geometry(), filled);
    }

    /// A monitor that was switched off is gone for a while, and its windows go to another one.
    void comesBackToTheOneThatIsMeant()
    {
        const QRect first(0, 0, 800, 600);
        const QRect second(800, 0, 1080, 1920);
        QWidget window;
        ui::fillScreen(window, 2);
        QVERIFY(test::waitUntilExposed(window));
        QTRY_COMPARE(window.geometry(), second);
        window.setWindowState(Qt::WindowNoState);
        window.setGeometry(first);
        window.showFullScreen();
        QTRY_COMPARE(window.geometry(), first);
        emit qGuiApp->screenAdded(QGuiApplication::screens().at(1));
        QTRY_COMPARE(window.geometry(), second);
        QVERIFY(window.isFullScreen());
        window.hide();
        emit qGuiApp->screenAdded(QGuiApplication::screens().at(1));
        QCoreApplication::processEvents();
        QVERIFY(!window.isVisible()); // It was not asked for.
    }

    void textIsAsLargeAsTheScreenWants_data()
    {
        QTest::addColumn<QSize>("window");
        QTest::addColumn<int>("wished"); // 0: nothing
        QTest::addColumn<int>("share");
        QTest::addColumn<int>("expected");
        QTest::newRow("as designed") << QSize(960, 540) << 0 << 100 << 100;
        QTest::newRow("larger") << QSize(1280, 800) << 0 << 100 << 148;
        QTest::newRow("upright") << QSize(1080, 1920) << 0 << 100 << 200;
        QTest::newRow("4K") << QSize(3840, 2160) << 0 << 100 << 400;
        QTest::newRow("not beyond what there is") << QSize(7680, 4320) << 0 << 100 << 400;
        QTest::newRow("a window never shown") << QSize(640, 480) << 0 << 100 << 100;
        QTest::newRow("wished") << QSize(1080, 1920) << 150 << 100 << 150;
        QTest::newRow("a part of it") << QSize(1080, 1920) << 0 << 65 << 130;
    }
    void textIsAsLargeAsTheScreenWants()
    {
        QFETCH(QSize, window);
        QFETCH(int, wished);
        QFETCH(int, share);
        QFETCH(int, expected);
        QCOMPARE(ui::kioskTextScale(window, wished > 0 ? std::optional(wished) : std::nullopt, share), expected);
    }
};

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QFile screens(folder.filePath(QStringLiteral("screens.json")));
    const QByteArray two = R"({"screens": [
        {"name": "one", "x": 0, "y": 0, "width": 800, "height": 600, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
        {"name": "two", "x": 800, "y": 0, "width": 1080, "height": 1920, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    ]})";
    if (!screens.open(QFile::WriteOnly) || screens.write(two) != two.size())
        qFatal("no file of screens");
    screens.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + QFile::encodeName(screens.fileName()));
    const QApplication application(argc, argv);
    TestKioskScreen test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_kiosk_screen.moc"
