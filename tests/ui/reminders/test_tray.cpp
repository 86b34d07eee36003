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
        m_coming->setOwnWanted(true);
        m_practice->settings().setReminders({.wanted = true, .lead = std::chrono::minutes(10), .showNames = true});
        m_tray = std::make_unique<Tray>(m_practice->service(), m_practice->settings(), m_practice->clock(), *m_coming);
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
        QTRY_COMPARE(texts(), expected);

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

    /// Dr. Verdi's come first: there are more of them than the menu has room for.
    void onlyWhatThePersonTakesPartIn()
    {
        for (int i = 0; i < 15; ++i)
            addForeign(QTime(11, i));
        const QString own = m_practice->add({.patient = QStringLiteral("Ada Neri"), .time = QTime(16, 0)});
        read();
        QTRY_COMPARE(texts().first(), QStringLiteral("16:00  Ada Neri, Dr. Anna Bianchi · Upcoming"));
        QCOMPARE(texts().size(), 1 + 3);
        // It is known by now which are: nobody is asked any more.
        const int asked = m_practice->records().finds();
        addForeign(QTime(13, 0));
        read();
        QCOMPARE(texts().size(), 1 + 3);
        QCOMPARE(m_practice->records().finds(), asked);

        // Another person sits down, who is in none.
        m_practice->settings().setStation(
            {QStringLiteral("dr-neri"), QStringLiteral("Dr. Neri"), {QStringLiteral("doctor")}});
        read();
        QTRY_COMPARE(texts().first(), QStringLiteral("Nothing more today"));
    }

    /// As where there is no icon: only when it comes does it matter whose they are.
    void nobodyAsksWhereNobodyWantsToKnow()
    {
        m_coming->setOwnWanted(false);
        m_practice->add({.patient = QStringLiteral("Ada Neri"), .time = QTime(16, 0)});
        read();
        QCOMPARE(m_practice->records().finds(), 0);
        m_coming->setOwnWanted(true);
        QTRY_COMPARE(texts().first(), QStringLiteral("16:00  Ada Neri, Dr. Anna Bianchi · Upcoming"));
    }

    /// Neither is anything of others shown, nor said that there is nothing.
    void whatCannotBeKnownIsNotShown()
    {
        m_practice->add({.patient = QStringLiteral("Ada Neri"), .time = QTime(16, 0)});
        m_practice->records().failFinds(Practice::unreachable());
        read();
        const int asked = m_practice->records().finds();
        QCOMPARE(asked, 1);
        read();
        QCOMPARE(m_practice->records().finds(), asked); // Not with every reading.
        QCOMPARE(texts(), (QStringList{QString(), QStringLiteral("Open Teleconsult"), QStringLiteral("Quit")}));
    }

    void noNameUnlessItIsAllowed()
    {
        m_practice->settings().setReminders({.wanted = true, .lead = std::chrono::minutes(10), .showNames = false});
        m_practice->add({.patient = QStringLiteral("Rossi & Figli"), .time = QTime(10, 10)});
        m_practice->add({.patient = QStringLiteral("Ada Neri"), .time = QTime(16, 0)});
        read();
        QTRY_COMPARE(texts().mid(0, 2),
                     (QStringList{QStringLiteral("Join: 10:10"), QStringLiteral("16:00 · Upcoming")}));
    }

    void timePassesWhileItIsClosed()
    {
        m_practice->add({.patient = QStringLiteral("Ada Neri"), .time = QTime(11, 0)});
        read();
        QTRY_VERIFY(texts().first().startsWith(QStringLiteral("11:00")));
        m_practice->clock().advance(std::chrono::minutes(50));
        m_tray->menu().fill(); // as it is about to be seen
        QVERIFY(texts().first().startsWith(QStringLiteral("Join:")));
    }

    void nothingMovesUnderThePointer()
    {
        m_practice->add({.patient = QStringLiteral("Ada Neri"), .time = QTime(16, 0)});
        read();
        QTRY_VERIFY(texts().first().startsWith(QStringLiteral("16:00")));
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
        QTRY_COMPARE(texts().size(), 12 + 1 + 3);
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
    /// One that Dr. Verdi has with a patient.
    void addForeign(QTime time)
    {
        Teleconsultation consultation = m_practice->find(m_practice->add({.patient = {}, .time = QTime(20, 0)}));
        const QDateTime start = QDateTime(Practice::today(), time).toUTC();
        consultation.schedule = Schedule::fromRecord(start, start.addSecs(1800));
        consultation.participants = {
            {QStringLiteral("u-verdi"), {}, QStringLiteral("Dr. Verdi"), {QStringLiteral("doctor")}, std::nullopt},
            {QStringLiteral("u-other"), {}, QStringLiteral("Luca Romano"), {QStringLiteral("patient")}, std::nullopt}};
        QVERIFY(await(m_practice->records().update(consultation, {})));
    }
    void read()
    {
        m_coming->read();
        QVERIFY(m_practice->settle());
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
