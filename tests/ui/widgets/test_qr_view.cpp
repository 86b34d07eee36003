#include "ui/theme/theme.h"
#include "ui/widgets/qr_view.h"

#include <QTest>

using namespace teleconsult::ui;

namespace {

const QByteArray address = QByteArrayLiteral("https://example.bandyer.com/connect/rest-call-handler/0123456789abcdef");

/// The pattern in three corners by which a camera finds a code: 7×7, a ring around a square.
bool hasFinder(const QImage &modules, int left, int top)
{
    for (int y = 0; y < 7; ++y) {
        for (int x = 0; x < 7; ++x) {
            const bool outer = x == 0 || x == 6 || y == 0 || y == 6;
            const bool core = x >= 2 && x <= 4 && y >= 2 && y <= 4;
            const bool dark = qGray(modules.pixel(left + x, top + y)) == 0;
            if (dark != (outer || core))
                return false;
        }
    }
    return true;
}

} // namespace

class TestQrView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }

    void isAQrCodeWithItsQuietZone()
    {
        QrView view;
        view.setContent(address);
        const QImage modules = view.modules();
        const int side = modules.width() - 8;
        QCOMPARE(modules.height(), modules.width());
        QCOMPARE((side - 17) % 4, 0); // 17 + 4 × version
        for (int i = 0; i < modules.width(); ++i) {
            for (int edge = 0; edge < 4; ++edge) {
                QCOMPARE(qGray(modules.pixel(i, edge)), 255);
                QCOMPARE(qGray(modules.pixel(edge, i)), 255);
                QCOMPARE(qGray(modules.pixel(i, modules.height() - 1 - edge)), 255);
            }
        }
        QVERIFY(hasFinder(modules, 4, 4));
        QVERIFY(hasFinder(modules, 4 + side - 7, 4));
        QVERIFY(hasFinder(modules, 4, 4 + side - 7));
    }

    void isDarkOnWhiteInBothSchemes_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void isDarkOnWhiteInBothSchemes()
    {
        QFETCH(bool, dark);
        m_theme->setScheme(dark ? Theme::Scheme::Dark : Theme::Scheme::Light);
        QrView view;
        view.setContent(address);
        view.resize(240, 240);
        const QImage painted = view.grab().toImage();
        const QImage modules = view.modules();
        const int module = 240 / modules.width();
        const int offset = (240 - module * modules.width()) / 2;
        for (int y = 0; y < modules.height(); ++y) {
            for (int x = 0; x < modules.width(); ++x) {
                const QRgb seen = painted.pixel(offset + x * module + module / 2, offset + y * module + module / 2);
                QCOMPARE(qGray(seen), qGray(modules.pixel(x, y)));
            }
        }
    }

    void nothingIsShownForNothing()
    {
        QrView view;
        view.setContent(address);
        view.setContent({});
        QVERIFY(view.modules().isNull());
        view.setContent(QByteArray(5000, 'x'));
        QVERIFY(view.modules().isNull());
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestQrView)
#include "test_qr_view.moc"
