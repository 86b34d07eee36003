// What a screen reader hears of a banner.
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"

#include <QAccessible>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QTest>

using namespace teleconsult::ui;

namespace {

/// What was announced, in order.
QStringList &heard()
{
    static QStringList words;
    return words;
}

void hear(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::Alert)
        heard() << event->object()->property("accessibleName").toString();
}

} // namespace

class TestBanner : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // Nobody is told of anything where nobody listens: what a screen reader would be told through has to be there.
        QVERIFY(QDBusConnection::sessionBus().interface()->startService(QStringLiteral("org.a11y.Bus")).isValid());
        QTRY_VERIFY(QAccessible::isActive());
        QAccessible::installUpdateHandler(hear);
    }
    void init() { heard().clear(); }
    void cleanupTestCase() { QAccessible::installUpdateHandler(nullptr); }

    void whatComesUpIsHeardOnce()
    {
        Banner banner(Tone::Info);
        banner.setText(QStringLiteral("before"));
        banner.show();
        banner.setText(QStringLiteral("after"));
        QTRY_VERIFY(!heard().isEmpty());
        QCOMPARE(heard(), QStringList(QStringLiteral("after")));
    }

    void whatIsSaidAnewIsHeard()
    {
        Banner banner(Tone::Info);
        banner.setText(QStringLiteral("first"));
        banner.show();
        QTRY_COMPARE(heard().size(), 1);
        banner.setText(QStringLiteral("second"));
        QTRY_COMPARE(heard(), QStringList({QStringLiteral("first"), QStringLiteral("second")}));
        // What goes up by itself, what is the same, and what nobody sees are not.
        banner.setText(QStringLiteral("3 %"), false);
        banner.setText(QStringLiteral("3 %"));
        QCoreApplication::processEvents();
        banner.setText(QStringLiteral("hidden"));
        banner.hide();
        QCoreApplication::processEvents();
        QCOMPARE(heard().size(), 2);
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestBanner)
#include "test_banner.moc"
