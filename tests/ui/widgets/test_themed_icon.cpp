// How large an icon is.
#include "ui/theme/theme.h"
#include "ui/widgets/themed_icon.h"

#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace teleconsult::ui;

class TestThemedIcon : public QObject
{
    Q_OBJECT

    /// Rows of the button's icon, as its style asks for it, that have something on them.
    static int heightOf(const QPushButton &button)
    {
        const QImage drawn = button.icon().pixmap(button.iconSize(), 1.0).toImage();
        int first = drawn.height();
        int last = -1;
        for (int y = 0; y < drawn.height(); ++y) {
            for (int x = 0; x < drawn.width(); ++x) {
                if (qAlpha(drawn.pixel(x, y)) == 0)
                    continue;
                first = std::min(first, y);
                last = y;
            }
        }
        return last - first + 1;
    }

private slots:
    void onlyAKiosksGrowsWithTheText_data()
    {
        QTest::addColumn<bool>("isKiosk");
        QTest::addColumn<int>("side");
        QTest::addColumn<int>("sideAtDouble");
        QTest::newRow("desktop") << false << size::icon << size::icon;
        QTest::newRow("kiosk") << true << size::iconTouch << 2 * size::iconTouch;
    }
    void onlyAKiosksGrowsWithTheText()
    {
        QFETCH(bool, isKiosk);
        Theme theme(100);
        theme.setScheme(Theme::Scheme::Light);
        QPushButton button(QStringLiteral("Words"));
        button.setProperty("kiosk", isKiosk);
        setThemedIcon(&button, QStringLiteral("video"));
        QTEST(button.iconSize().height(), "side");
        const int before = heightOf(button);
        theme.setTextScale(200);
        QTEST(button.iconSize().height(), "sideAtDouble");
        // The glyph, not only the room for it.
        QCOMPARE(heightOf(button) > before, isKiosk);
        setThemedIcon(&button, QStringLiteral("lock"));
        QTEST(button.iconSize().height(), "sideAtDouble");
        theme.setTextScale(100);
        QTEST(button.iconSize().height(), "side");
    }

    void anEmptyNameTakesItAway()
    {
        Theme theme(100);
        QPushButton button;
        setThemedIcon(&button, QStringLiteral("video"));
        QVERIFY(!button.icon().isNull());
        setThemedIcon(&button, {});
        QVERIFY(button.icon().isNull());
    }
};

QTEST_MAIN(TestThemedIcon)
#include "test_themed_icon.moc"
