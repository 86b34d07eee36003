#include "tests/ui/support/keyboard.h"
#include "ui/agenda/agenda_toolbar.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
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
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setScheme(Theme::Scheme::Light);
    }
    void cleanupTestCase() { m_theme.reset(); }

    void nothingIsCutOffInTheSmallestWindow_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<int>("percent");
        for (const int percent : {100, 125, 150, 200}) {
            QTest::addRow("English %d %%", percent) << QLocale(QLocale::English, QLocale::UnitedKingdom) << percent;
            QTest::addRow("Italian %d %%", percent) << QLocale(QLocale::Italian, QLocale::Italy) << percent;
        }
    }
    void nothingIsCutOffInTheSmallestWindow()
    {
        QFETCH(QLocale, locale);
        QFETCH(int, percent);
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
        m_theme->setTextScale(percent);
        QCoreApplication::processEvents();
        for (const QPushButton *button : toolbar.findChildren<QPushButton *>()) {
            const QString what = QStringLiteral("%1: %2 of %3")
                                     .arg(button->objectName())
                                     .arg(button->width())
                                     .arg(button->sizeHint().width());
            const bool isSeen = button->isHidden() || button->parentWidget()->rect().contains(button->geometry());
            QVERIFY2(isSeen && button->width() >= button->sizeHint().width(), qPrintable(what));
        }
        QCoreApplication::removeTranslator(&translator);
    }

    void theSearchIsClearedByAFinger()
    {
        AgendaToolbar toolbar;
        toolbar.setTitles({QStringLiteral("Today")});
        toolbar.resize(narrowest, toolbar.sizeHint().height());
        QVERIFY(showActive(toolbar));
        auto *field = toolbar.findChild<QLineEdit *>(QStringLiteral("searchField"));
        auto *clear = toolbar.findChild<QPushButton *>(QStringLiteral("clearSearchButton"));
        QVERIFY(!clear->isVisible());
        field->setText(QStringLiteral("a name that is longer than the field"));
        QVERIFY(clear->isVisible());
        QVERIFY2(clear->width() >= size::control && clear->height() >= size::control,
                 qPrintable(QStringLiteral("%1 x %2").arg(clear->width()).arg(clear->height())));
        // The text keeps out of its way; it is moved when it is painted.
        const auto cursor = [field] { return field->inputMethodQuery(Qt::ImCursorRectangle).toRect().center().x(); };
        QTRY_VERIFY(cursor() < clear->x());
        QVERIFY(!clear->accessibleName().isEmpty());
        QTest::mouseClick(clear, Qt::LeftButton);
        QCOMPARE(field->text(), QString());
        QVERIFY(!clear->isVisible());
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestAgendaToolbar)
#include "test_agenda_toolbar.moc"
