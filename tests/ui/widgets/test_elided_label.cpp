#include "tests/ui/support/keyboard.h"
#include "ui/widgets/elided_label.h"

#include <QTest>

using teleconsult::ui::ElidedLabel;

class TestElidedLabel : public QObject
{
    Q_OBJECT

private slots:
    void aLongTextIsWholeInTheToolTipOnly()
    {
        const QString names = QStringLiteral("Dr. Bianchi, Anna <Verdi>, Carla Neri, Dario Blu, Elena Rosa");
        ElidedLabel label;
        label.setText(names);
        label.resize(label.fontMetrics().horizontalAdvance(names) + 40, 30);
        label.show();
        QVERIFY(teleconsult::test::waitUntilExposed(label));
        QCOMPARE(label.toolTip(), QString());
        const QImage whole = label.grab().toImage();

        label.resize(label.width() / 2, 30);
        QTRY_VERIFY(label.toolTip().contains(QStringLiteral("Anna &lt;Verdi&gt;, Carla Neri, Dario Blu, Elena Rosa")));
        QCOMPARE(label.text(), names);
        // Cut at a letter, not through one: nothing is drawn where "…" ended.
        const QImage cut = label.grab().toImage();
        const QRgb ground = whole.pixel(whole.width() - 1, whole.height() / 2);
        for (int y = 0; y < cut.height(); ++y)
            QCOMPARE(cut.pixel(cut.width() - 1, y), ground);
    }

    void asksForNoWidth()
    {
        ElidedLabel label;
        label.setText(QString(500, QLatin1Char('w')));
        QCOMPARE(label.sizePolicy().horizontalPolicy(), QSizePolicy::Ignored);
    }
};

QTEST_MAIN(TestElidedLabel)
#include "test_elided_label.moc"
