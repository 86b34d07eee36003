#include "tests/ui/support/keyboard.h"
#include "ui/agenda/agenda_toolbar.h"
#include "ui/theme/theme.h"

#include <QPushButton>

#include <memory>

using namespace teleconsult::ui;
using namespace teleconsult::test;

namespace {

/// What the smallest window leaves between the page's margins.
constexpr int narrowest = 960 - 2 * spacing::xl;

} // namespace

class TestAgendaToolbar : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void nothingIsCutOffInTheSmallestWindow_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("English") << QLocale(QLocale::English, QLocale::UnitedKingdom);
        QTest::newRow("Italian") << QLocale(QLocale::Italian, QLocale::Italy);
    }
    void nothingIsCutOffInTheSmallestWindow()
    {
        QFETCH(QLocale, locale);
        QLocale::setDefault(locale);
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/i18n/teleconsult_%1.qm").arg(locale.name().left(2))));
        QCoreApplication::installTranslator(&translator);
        AgendaToolbar toolbar;
        const QDate longest(2026, 9, 23); // Wednesday, mercoledì
        toolbar.setTitles(
            {locale.toString(longest, QLocale::LongFormat), locale.toString(longest, QStringLiteral("ddd d MMM"))});
        toolbar.resize(narrowest, toolbar.sizeHint().height());
        QVERIFY(showActive(toolbar));
        for (const QPushButton *button : toolbar.findChildren<QPushButton *>()) {
            const QString what = QStringLiteral("%1: %2 of %3")
                                     .arg(button->objectName())
                                     .arg(button->width())
                                     .arg(button->sizeHint().width());
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(what));
        }
        QCoreApplication::removeTranslator(&translator);
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestAgendaToolbar)
#include "test_agenda_toolbar.moc"
