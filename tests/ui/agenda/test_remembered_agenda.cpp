// The agenda while the service that keeps the records is slow, down and back again.
#include "core/service/remembering_teleconsultations.h"
#include "tests/ui/support/practice.h"
#include "ui/agenda/agenda_model.h"
#include "ui/agenda/agenda_page.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"

#include <QDialog>
#include <QPushButton>
#include <QSignalSpy>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
using State = AgendaModel::State;

class TestRememberedAgenda : public QObject
{
    Q_OBJECT

    struct Station
    {
        Practice practice;
        records::SqliteDatabase database{practice.folder() + QStringLiteral("/memory.sqlite")};
        records::AgendaMemory memory{database};
        service::RememberingTeleconsultations service{practice.service(), memory, practice.clock(),
                                                      [] { return QStringLiteral("the service"); }};
        ~Station()
        {
            practice.records().releaseLists();
            if (!waitUntil([this] { return service.isIdle(); }))
                qFatal("an operation never ends");
        }
    };

    std::unique_ptr<Station> m_station;
    std::unique_ptr<AgendaPage> m_page;

    Practice &practice() { return m_station->practice; }
    /// As the program is started another time.
    void open()
    {
        m_page = std::make_unique<AgendaPage>(m_station->service, practice().settings(), practice().clock());
        m_page->resize(1280, 700);
        m_page->show();
    }
    void close() { m_page.reset(); }
    /// Has been seen while the service was well.
    void openOnce()
    {
        open();
        QTRY_COMPARE(m_page->model().state(), State::Ready);
        QTRY_VERIFY(m_station->service.isIdle());
        close();
    }
    Banner *notice() const
    {
        auto *banner = m_page->findChild<Banner *>(QStringLiteral("ageNotice"));
        return banner && banner->isVisible() ? banner : nullptr;
    }
    /// As the minute does; well or not.
    bool isReadAgain()
    {
        QSignalSpy loaded(&m_page->model(), &AgendaModel::loaded);
        m_page->onRecordsChanged();
        return waitUntil([&] { return !loaded.isEmpty(); });
    }
    QString names() const { return m_page->model().index(0).data().toString(); }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_station = std::make_unique<Station>();
        practice().add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
    }
    void cleanup()
    {
        close();
        m_station.reset();
    }

    void whatIsSlowIsShownAsOfItsTime()
    {
        openOnce(); // At 10:00 in Rome.
        practice().add({.patient = QStringLiteral("Sara Conti"), .time = QTime(9, 0)});
        practice().clock().advance(std::chrono::minutes(20));
        practice().records().holdLists();
        open();
        QTRY_COMPARE(m_page->model().state(), State::Ready);
        QCOMPARE(m_page->model().rowCount(), 1);
        QTRY_VERIFY(notice());
        QVERIFY2(notice()->text().contains(QStringLiteral("As of 10:00")), qPrintable(notice()->text()));
        practice().records().releaseLists();
        QTRY_COMPARE(m_page->model().rowCount(), 2);
        QVERIFY(names().contains(QStringLiteral("Sara Conti")));
        QTRY_VERIFY(!notice());
        QVERIFY(m_page->model().asOf().isNull());
    }

    void whatHangsIsShownAsOfItsTime()
    {
        open();
        QTRY_COMPARE(m_page->model().state(), State::Ready);
        QTRY_VERIFY(m_station->service.isIdle());
        practice().records().holdLists();
        m_page->onRecordsChanged();
        practice().clock().advance(std::chrono::seconds(30));
        m_page->onRecordsChanged();
        QVERIFY(!notice());
        m_page->model().updateTime();
        QVERIFY(notice());
        QVERIFY2(notice()->text().contains(QStringLiteral("As of 10:00")), qPrintable(notice()->text()));
        QCOMPARE(m_page->model().rowCount(), 1);
        practice().records().releaseLists();
        QTRY_VERIFY(!notice());
    }

    void whatIsDownIsShownAsOfItsTimeUntilItIsBack_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("refused") << int(Error::Kind::Unreachable);
        QTest::newRow("fails") << int(Error::Kind::Server);
        QTest::newRow("babbles") << int(Error::Kind::BadAnswer);
    }
    void whatIsDownIsShownAsOfItsTimeUntilItIsBack()
    {
        QFETCH(int, kind);
        openOnce();
        Error error = Practice::unreachable();
        error.kind = Error::Kind(kind);
        practice().records().failLists(error);
        practice().clock().advance(std::chrono::hours(24)); // The day after, at the day before.
        open();
        m_page->showDate(Practice::today());
        QTRY_COMPARE(m_page->model().state(), State::Ready);
        QCOMPARE(names(), QStringLiteral("Luca Romano, Dr. Anna Bianchi"));
        QTRY_VERIFY(notice());
        QVERIFY2(notice()->text().contains(QStringLiteral("As of Monday, 2 March at 10:00")),
                 qPrintable(notice()->text()));
        practice().records().failLists(std::nullopt);
        m_page->findChild<QPushButton *>(QStringLiteral("ageNoticeAction"))->click();
        QTRY_VERIFY(!m_page->model().error());
        QTRY_VERIFY(!notice());
    }

    void aDayThatNobodyHasSeenIsAnError()
    {
        openOnce();
        practice().records().failLists(Practice::unreachable());
        open();
        m_page->showDate(Practice::today().addDays(40));
        QTRY_COMPARE(m_page->model().state(), State::Error);
        QVERIFY(!notice());
        QVERIFY(m_page->findChild<EmptyState *>(QStringLiteral("agendaEmptyState"))->isVisible());
        // Searching needs the service as well.
        QTest::keyClicks(m_page->findChild<QWidget *>(QStringLiteral("searchField")), QStringLiteral("luc"));
        QTRY_VERIFY(m_page->model().range().isSearch());
        QTRY_COMPARE(m_page->model().state(), State::Error);
    }

    void whoeverMayNotSeeItSeesNoOlderRows()
    {
        open();
        QTRY_COMPARE(m_page->model().state(), State::Ready);
        Error error = Practice::unreachable();
        error.kind = Error::Kind::Unauthorized;
        practice().records().failLists(error);
        m_page->refresh();
        QTRY_COMPARE(m_page->model().state(), State::Error);
        QCOMPARE(m_page->model().rowCount(), 0);
    }

    void onWakeItIsReadAgain()
    {
        open();
        QTRY_COMPARE(m_page->model().state(), State::Ready);
        QTRY_VERIFY(m_station->service.isIdle());
        practice().add({.patient = QStringLiteral("Sara Conti"), .time = QTime(12, 0)});
        const int before = practice().records().lists();
        // A minute that passed as it should is no reason.
        practice().clock().advance(std::chrono::seconds(30));
        m_page->model().updateTime();
        QCOMPARE(practice().records().lists(), before);
        practice().clock().advance(std::chrono::hours(1));
        m_page->model().updateTime();
        QTRY_COMPARE(m_page->model().rowCount(), 2);
        QCOMPARE(m_page->model().phase(0), Phase::NotHeld);
        // Set back, too.
        practice().add({.patient = QStringLiteral("Ugo Serra"), .time = QTime(13, 0)});
        practice().clock().advance(-std::chrono::hours(1));
        m_page->model().updateTime();
        QTRY_COMPARE(m_page->model().rowCount(), 3);
        QTRY_COMPARE(m_page->model().phase(0), Phase::Open);
    }

    void whatWasDismissedIsNotSaidAgainForTheSameReason()
    {
        openOnce();
        practice().records().failLists(Practice::unreachable());
        open();
        QTRY_VERIFY(notice());
        m_page->findChild<QPushButton *>(QStringLiteral("bannerDismiss"))->click();
        QVERIFY(!notice());
        // The minute passes.
        QVERIFY(isReadAgain());
        QVERIFY(!notice());
        Error other = Practice::unreachable();
        other.kind = Error::Kind::Server;
        practice().records().failLists(other);
        QVERIFY(isReadAgain());
        QVERIFY(notice());
        // Nor is a later outage the same.
        m_page->findChild<QPushButton *>(QStringLiteral("bannerDismiss"))->click();
        practice().records().failLists(std::nullopt);
        QVERIFY(isReadAgain());
        QVERIFY(!m_page->model().error());
        practice().records().failLists(other);
        QVERIFY(isReadAgain());
        QVERIFY(notice());
    }

    /// Each answer is as of another moment, and none of now.
    void whatWasDismissedStaysAwayWhileAnswersTakeLong()
    {
        open();
        QTRY_COMPARE(m_page->model().state(), State::Ready);
        QTRY_VERIFY(m_station->service.isIdle());
        practice().records().holdLists();
        const auto waitInVain = [this] {
            practice().clock().advance(std::chrono::seconds(20));
            m_page->onRecordsChanged();
            practice().clock().advance(std::chrono::seconds(20));
            m_page->model().updateTime();
        };
        waitInVain();
        QVERIFY(notice());
        m_page->findChild<QPushButton *>(QStringLiteral("bannerDismiss"))->click();
        const QDateTime before = m_page->model().asOf();
        waitInVain();
        practice().records().releaseLists();
        practice().records().holdLists();
        QTRY_VERIFY(m_page->model().asOf() > before);
        QVERIFY(!notice());
        practice().records().releaseLists();
        QTRY_VERIFY(m_page->model().asOf().isNull());
    }

    void anOutageHidesNothingThatItCaused()
    {
        const QString id = practice().add({.patient = QStringLiteral("Sara Conti")});
        open();
        QTRY_COMPARE(m_page->model().state(), State::Ready);
        QTRY_VERIFY(m_station->service.isIdle());
        practice().records().failTrash(Practice::unreachable());
        practice().records().failLists(Practice::unreachable());
        m_page->showConsultation(id);
        QTest::keyClick(m_page->findChild<QWidget *>(QStringLiteral("agendaList")), Qt::Key_Delete);
        m_page->findChild<QDialog *>(QStringLiteral("deleteDialog"))->accept();
        const auto failure = [this] { return m_page->findChild<Banner *>(QStringLiteral("notice")); };
        QTRY_VERIFY(failure() && failure()->isVisible());
        QVERIFY(isReadAgain());
        QVERIFY(notice());
        QVERIFY(failure()->isVisible());
        QVERIFY2(failure()->text().contains(QStringLiteral("not deleted")), qPrintable(failure()->text()));
    }

    void whenTheNetworkIsBackItIsReadAgain()
    {
        openOnce();
        practice().records().failLists(Practice::unreachable());
        open();
        QTRY_VERIFY(notice());
        practice().records().failLists(std::nullopt);
        m_page->lookAgain();
        QTRY_VERIFY(!notice());
    }
};

QTEST_MAIN(TestRememberedAgenda)
#include "test_remembered_agenda.moc"
