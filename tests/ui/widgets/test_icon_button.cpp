// A button that shows an icon and no words.
#include "ui/theme/theme.h"
#include "ui/widgets/icon_button.h"

#include <QTest>

using namespace teleconsult::ui;

class TestIconButton : public QObject
{
    Q_OBJECT

private slots:
    void keepsNoRoomForWords()
    {
        const Theme theme(100);
        IconButton button(QStringLiteral("closeButton"), QStringLiteral("close"), nullptr);
        QCOMPARE(button.objectName(), QStringLiteral("closeButton"));
        QCOMPARE(button.iconSize(), QSize(size::icon, size::icon));
        QVERIFY(!button.icon().isNull());
    }

    void itsIconMayComeLaterAndChange()
    {
        const Theme theme(100);
        IconButton button(QStringLiteral("modeButton"), {}, nullptr);
        QVERIFY(button.icon().isNull());
        button.setIconName(QStringLiteral("expand"));
        QVERIFY(!button.icon().isNull());
        QCOMPARE(button.iconSize(), QSize(size::icon, size::icon));
    }

    void isNamedAndExplained()
    {
        const Theme theme(100);
        IconButton button(QStringLiteral("nextButton"), QStringLiteral("chevron-right"), nullptr);
        button.setWords(QStringLiteral("Next"), QStringLiteral("Next (Alt+Right)"));
        QCOMPARE(button.accessibleName(), QStringLiteral("Next"));
        QCOMPARE(button.toolTip(), QStringLiteral("Next (Alt+Right)"));
        button.setWords(QStringLiteral("More"));
        QCOMPARE(button.accessibleName(), QStringLiteral("More"));
        QCOMPARE(button.toolTip(), QStringLiteral("More"));
        QVERIFY(button.text().isEmpty());
    }
};

QTEST_MAIN(TestIconButton)
#include "test_icon_button.moc"
