// The menu of the icon in the panel, and a desktop that has no place for it.
#include "tests/ui/support/practice.h"
#include "ui/reminders/coming_consultations.h"
#include "ui/reminders/tray.h"

#include <QLocale>
#include <QSignalSpy>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestTray : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_practice = std::make_unique<Practice>();
        m_coming =
            std::make_unique<ComingConsultations>(m_practice->service(), m_practice->settings(), m_practice->clock());
        m_tray = std::make_unique<Tray>(m_practice->service(), m_practice->clock(), *m_coming);
    }
    void cleanup()
    {
        m_tray.reset();
        m_coming.reset();
        m_practice.reset();
    }

    void whatIsStillToComeToday()
    {
        m_practice->add({.patient = QStringLiteral("Over Already"), .time = QTime(8, 0)});
        const QString open = m_practice->add({.patient = QStringLiteral("Rossi & Figli"), .time = QTime(10, 10)});
        const QString later = m_practice->add({.patient = QStringLiteral("Ada Neri"), .time = QTime(16, 0)});
        m_practice->add({.patient = QStringLiteral("Not Today"), .day = Practice::today().addDays(1)});
        read();
        const QStringList expected{QStringLiteral("Join: 10:10  Rossi && Figli, Dr. Anna Bianchi"),
                                   QStringLiteral("16:00  Ada Neri, Dr. Anna Bianchi · Upcoming"), QString(),
                                   QStringLiteral("Open Teleconsult"), QStringLiteral("Quit")};
        QCOMPARE(texts(), expected);

        QSignalSpy joins(&m_tray->menu(), &TrayMenu::joinRequested);
        QSignalSpy shows(&m_tray->menu(), &TrayMenu::showRequested);
        QSignalSpy windows(&m_tray->menu(), &TrayMenu::windowRequested);
        QSignalSpy quits(&m_tray->menu(), &TrayMenu::quitRequested);
        const QList<QAction *> actions = m_tray->menu().actions();
        actions.at(0)->trigger();
        actions.at(1)->trigger();
        actions.at(3)->trigger();
        actions.at(4)->trigger();
        QCOMPARE(joins.value(0).value(0).toString(), open);
        QCOMPARE(shows.value(0).value(0).toString(), later);
        QCOMPARE(joins.size() + shows.size(), 2);
        QCOMPARE(windows.size(), 1);
        QCOMPARE(quits.size(), 1);
    }

    void timePassesWhileItIsClosed()
    {
        m_practice->add({.patient = QStringLiteral("Ada Neri"), .time = QTime(11, 0)});
        read();
        QVERIFY(texts().first().startsWith(QStringLiteral("11:00")));
        m_practice->clock().advance(std::chrono::minutes(50));
        m_tray->menu().fill(); // as it is about to be seen
        QVERIFY(texts().first().startsWith(QStringLiteral("Join:")));
    }

    void nothingMovesUnderThePointer()
    {
        m_practice->add({.patient = QStringLiteral("Ada Neri"), .time = QTime(16, 0)});
        read();
        m_tray->menu().popup(QPoint(0, 0));
        QVERIFY(m_tray->menu().isVisible());
        const QStringList shown = texts();
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(15, 0)});
        read();
        QCOMPARE(texts(), shown);
        m_tray->menu().hide();
        QTRY_VERIFY(texts().first().startsWith(QStringLiteral("15:00")));
    }

    void anEmptyDaySaysSo()
    {
        read();
        QCOMPARE(texts().first(), QStringLiteral("Nothing more today"));
        QVERIFY(!m_tray->menu().actions().first()->isEnabled());
    }

    void aFullDayIsCutShort()
    {
        for (int i = 0; i < 15; ++i)
            m_practice->add({.patient = QStringLiteral("Ada Neri"), .time = QTime(12, i)});
        read();
        QCOMPARE(texts().size(), 12 + 1 + 3);
        QVERIFY2(texts().at(12).startsWith(QLatin1Char('3')), qPrintable(texts().at(12)));
    }

    void withoutAPanelThereIsNoIcon()
    {
        if (QSystemTrayIcon::isSystemTrayAvailable())
            QSKIP("this display has a panel");
        m_tray->setWanted(true);
        QVERIFY(!m_tray->isShown());
        m_tray->tell(QStringLiteral("x"), QStringLiteral("title"), QStringLiteral("body")); // and nobody to tell
        m_tray->setWanted(false);
        QVERIFY(!m_tray->isShown());
    }

private:
    void read()
    {
        QSignalSpy listed(m_coming.get(), &ComingConsultations::listed);
        m_coming->read();
        QVERIFY(QTest::qWaitFor([&] { return listed.size() == 1; }, 60000));
    }
    QStringList texts() const
    {
        QStringList texts;
        for (const QAction *action : m_tray->menu().actions())
            texts << action->text();
        return texts;
    }

    std::unique_ptr<Practice> m_practice;
    std::unique_ptr<ComingConsultations> m_coming;
    std::unique_ptr<Tray> m_tray;
};

QTEST_MAIN(TestTray)
#include "test_tray.moc"
