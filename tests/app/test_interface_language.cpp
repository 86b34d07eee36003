// How dates and times are written, whatever the system says: this runs on one that comes from America.
#include "app/interface_language.h"

#include <QCoreApplication>
#include <QTest>

using namespace teleconsult;

class TestInterfaceLanguage : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void writesAsInEurope_data()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("English") << Language::English;
        QTest::newRow("Italian") << Language::Italian;
    }
    void writesAsInEurope()
    {
        QCOMPARE(QLocale::system().name(), QStringLiteral("en_US"));
        QFETCH(Language, language);
        app::InterfaceLanguage interface(language);
        const QLocale formats;
        QCOMPARE(languageOf(formats), language);
        QCOMPARE(formats.toString(QTime(14, 5), QLocale::ShortFormat), QStringLiteral("14:05"));
        const QString day = formats.toString(QDate(2026, 3, 2), QLocale::ShortFormat);
        QVERIFY2(day.startsWith(QLatin1String("02/03/")), qPrintable(day));
        QCOMPARE(formats.firstDayOfWeek(), Qt::Monday);
    }
};

QTEST_GUILESS_MAIN(TestInterfaceLanguage)
#include "test_interface_language.moc"
