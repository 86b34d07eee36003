#include "core/service/passing_teleconsultations.h"
#include "tests/ui/support/practice.h"
#include "ui/agenda/agenda_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
using std::chrono::minutes;
using State = AgendaModel::State;

namespace {

/// Lists so many consultations, without any wait.
class Instant : public service::PassingTeleconsultations
{
public:
    Instant(service::TeleconsultationService &service, int count, const QDateTime &start)
        : PassingTeleconsultations(service)
    {
        for (int i = 0; i < count; ++i) {
            Teleconsultation consultation;
            consultation.id = QString::number(i);
            consultation.schedule = Schedule::fromRecord(start.addSecs(i), start.addSecs(i + 1800));
            m_all << consultation;
        }
    }
    Task<QList<Teleconsultation>> list(records::Query query, RequestContext) override
    {
        co_return m_all.mid(query.offset, query.limit);
    }

private:
    QList<Teleconsultation> m_all;
};

} // namespace

class TestAgendaModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_practice = std::make_unique<Practice>();
        m_model = std::make_unique<AgendaModel>(m_practice->service(), m_practice->clock());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_practice.reset();
    }

    void aDayInItsOrder()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(15, 0)});
        m_practice->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(9, 0)});
        m_practice->add({.patient = QStringLiteral("Elena Greco"), .day = Practice::today().addDays(1)});
        QCOMPARE(m_model->state(), State::Loading);
        showToday();
        QCOMPARE(m_model->state(), State::Ready);
        QCOMPARE(m_model->rowCount(), 2);
        // Who comes to be seen is named before who sees.
        QCOMPARE(text(0), QStringLiteral("Marta Villa, Dr. Anna Bianchi"));
        QCOMPARE(text(0, AgendaModel::StartTimeRole), QStringLiteral("09:00"));
        QCOMPARE(text(1), QStringLiteral("Luca Romano, Dr. Anna Bianchi"));
        QCOMPARE(text(1, Qt::AccessibleTextRole),
                 QStringLiteral("15:00 – 15:30, Luca Romano, Dr. Anna Bianchi, Upcoming"));
        QVERIFY(text(0, AgendaModel::DayHeadingRole).isEmpty());
    }

    void anEmptyDaySaysSo()
    {
        showToday();
        QCOMPARE(m_model->state(), State::Empty);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void everyPhaseHasItsWordAndItsWayIn_data()
    {
        QTest::addColumn<QString>("patient");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<int>("progress");
        QTest::addColumn<int>("phase");
        QTest::addColumn<int>("entry");
        using Entry = AgendaModel::Entry;
        // It is 10:00 local time.
        const auto row = [](const char *name, const QString &patient, const QTime &time, Progress progress, Phase phase,
                            Entry entry) {
            QTest::newRow(name) << patient << time << int(progress) << int(phase) << int(entry);
        };
        const QString luca = QStringLiteral("Luca Romano");
        row("waiting", {}, QTime(10, 5), Progress::Scheduled, Phase::WaitingForParticipants, Entry::Wait);
        row("upcoming", luca, QTime(11, 0), Progress::Scheduled, Phase::Upcoming, Entry::Wait);
        row("open early", luca, QTime(10, 15), Progress::Scheduled, Phase::Open, Entry::Join);
        row("in call", luca, QTime(9, 45), Progress::InCall, Phase::InCall, Entry::Join);
        row("held", luca, QTime(8, 0), Progress::Held, Phase::Held, Entry::ReEnter);
        row("not held", luca, QTime(8, 0), Progress::Scheduled, Phase::NotHeld, Entry::None);
    }
    void everyPhaseHasItsWordAndItsWayIn()
    {
        QFETCH(QString, patient);
        QFETCH(QTime, time);
        QFETCH(int, progress);
        QFETCH(int, phase);
        QFETCH(int, entry);
        m_practice->add({.patient = patient, .time = time, .progress = Progress(progress)});
        showToday();
        QCOMPARE(int(m_model->phase(0)), phase);
        QCOMPARE(int(m_model->entry(0)), entry);
    }

    void phasesFollowTheClock()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(11, 0)});
        showToday();
        QCOMPARE(m_model->phase(0), Phase::Upcoming);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy updated(m_model.get(), &AgendaModel::timeUpdated);
        m_practice->clock().advance(minutes(44));
        m_model->updateTime();
        QCOMPARE(m_model->phase(0), Phase::Upcoming);
        QCOMPARE(changed.size(), 0);
        m_practice->clock().advance(minutes(1));
        m_model->updateTime();
        QCOMPARE(m_model->phase(0), Phase::Open);
        QCOMPARE(m_model->entry(0), AgendaModel::Entry::Join);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(updated.size(), 1);
        m_practice->clock().advance(minutes(60));
        m_model->updateTime();
        QCOMPARE(m_model->phase(0), Phase::NotHeld);
    }

    void theChangeComesByItself()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 15).addMSecs(300)});
        showToday();
        QCOMPARE(m_model->phase(0), Phase::Upcoming);
        // Nobody calls updateTime(): the model has looked up when the room opens.
        m_practice->clock().advance(std::chrono::milliseconds(300));
        QTRY_COMPARE(m_model->phase(0), Phase::Open);
    }

    void theNowLineStandsBeforeWhatComesNext()
    {
        m_practice->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(9, 0)});
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(12, 0)});
        showToday();
        QCOMPARE(marker(0), AgendaModel::NowMarker::None);
        QCOMPARE(marker(1), AgendaModel::NowMarker::Before);
        m_practice->clock().advance(minutes(6 * 60));
        m_model->updateTime();
        QCOMPARE(marker(1), AgendaModel::NowMarker::After);
        m_model->showDays(Practice::today().addDays(1), Practice::today().addDays(1));
        m_practice->add({.patient = QStringLiteral("Elena Greco"), .day = Practice::today().addDays(1)});
        m_model->reload();
        QTRY_COMPARE(m_model->rowCount(), 1);
        QCOMPARE(marker(0), AgendaModel::NowMarker::None);
    }

    void aSearchFindsAllDaysWithTheNextFirst()
    {
        const QDate today = Practice::today();
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .day = today.addDays(-9)});
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .day = today.addDays(9)});
        m_practice->add({.patient = QStringLiteral("Luca Romano")});
        m_practice->add({.patient = QStringLiteral("Marta Villa")});
        m_model->showSearch(QStringLiteral("rom"));
        QTRY_COMPARE(m_model->rowCount(), 3);
        QCOMPARE(text(0, AgendaModel::DayHeadingRole), QStringLiteral("Today · Monday, 2 March"));
        QCOMPARE(text(1, AgendaModel::DayHeadingRole), QStringLiteral("Wednesday, 11 March"));
        QCOMPARE(text(2, AgendaModel::DayHeadingRole), QStringLiteral("Earlier · Saturday, 21 February"));
        QVERIFY(text(1, Qt::AccessibleTextRole).startsWith(QStringLiteral("Wednesday, 11 March, 12:00")));
        m_model->showSearch(QStringLiteral("nobody"));
        QTRY_COMPARE(m_model->state(), State::Empty);
    }

    void aSearchLooksBackWhenNothingIsAhead()
    {
        m_tester.reset(); // it asks for more pages itself
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .day = Practice::today().addDays(-9)});
        QSignalSpy loaded(m_model.get(), &AgendaModel::loaded);
        m_model->showSearch(QStringLiteral("rom"));
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(m_model->state(), State::Ready);
        QCOMPARE(m_model->rowCount(), 1);
        QVERIFY(!m_model->canFetchMore({}));
    }

    void pagesAreLoadedWhenAskedFor()
    {
        m_tester.reset(); // it asks for more pages itself
        for (int i = 0; i < 450; ++i)
            m_practice->add({.patient = QStringLiteral("Patient %1").arg(i), .time = QTime(8, 0).addSecs(i * 60)});
        showToday();
        QCOMPARE(m_model->rowCount(), 200);
        QVERIFY(m_model->canFetchMore({}));
        m_practice->records().holdLists();
        m_model->fetchMore({});
        QVERIFY(!m_model->canFetchMore({})); // one question at a time
        m_practice->records().releaseLists();
        QTRY_COMPARE(m_model->rowCount(), 400);
        m_model->fetchMore({});
        QTRY_COMPARE(m_model->rowCount(), 450);
        QVERIFY(!m_model->canFetchMore({}));
        // What a person has scrolled to is still there after a reload.
        QSignalSpy loaded(m_model.get(), &AgendaModel::loaded);
        m_model->reload();
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(m_model->rowCount(), 450);
    }

    void aWeekLoadsAllOfItsPages()
    {
        for (int i = 0; i < 250; ++i)
            m_practice->add({.patient = QStringLiteral("Patient %1").arg(i)});
        m_model->setLoadsAll(true);
        m_model->showDays(Practice::today(), Practice::today().addDays(6));
        QTRY_COMPARE(m_model->rowCount(), 250);
    }

    void oldRowsStayWhileNewOnesAreOnTheirWay()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano")});
        showToday();
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_practice->records().holdLists();
        m_model->reload();
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->state(), State::Ready);
        QSignalSpy loaded(m_model.get(), &AgendaModel::loaded);
        m_practice->records().releaseLists();
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(reset.size(), 0); // the same rows: a selection stays
    }

    void whatTakesLongIsSaidToBeLoading()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano")});
        showToday();
        m_practice->records().holdLists();
        m_model->showDays(Practice::today().addDays(1), Practice::today().addDays(1));
        QCOMPARE(m_model->rowCount(), 1);
        QTRY_COMPARE(m_model->state(), State::Loading);
        QCOMPARE(m_model->rowCount(), 0);
        m_practice->records().releaseLists();
        QTRY_COMPARE(m_model->state(), State::Empty);
    }

    void onlyTheLastQuestionIsAnswered()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano")});
        m_practice->records().holdLists();
        m_model->showDays(Practice::today(), Practice::today());
        m_model->showDays(Practice::today().addDays(1), Practice::today().addDays(1));
        m_practice->records().releaseLists();
        QTRY_COMPARE(m_model->state(), State::Empty);
        QVERIFY(m_practice->settle()); // Both are answered.
        QCOMPARE(m_model->rowCount(), 0);
    }

    /// A view that has room for more asks for it while it is told of what came.
    void aPageThatIsThereAtOnceWaitsUntilTheLastOneIsTold()
    {
        constexpr int count = 2 * AgendaLoader::pageSize + 50;
        Instant instant(m_practice->service(), count, m_practice->clock().now());
        AgendaModel model(instant, m_practice->clock());
        bool isTold = false;
        int early = 0;
        const auto askForMore = [&] {
            isTold = true;
            if (model.canFetchMore({}))
                model.fetchMore({});
            isTold = false;
        };
        connect(&model, &QAbstractItemModel::modelReset, this, askForMore);
        connect(&model, &QAbstractItemModel::rowsInserted, this, askForMore);
        connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, [&] { early += isTold ? 1 : 0; });
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.showDays(Practice::today(), Practice::today());
        QTRY_COMPARE(model.rowCount(), count);
        QCOMPARE(early, 0);
    }

    void aFailureIsToldAndRetried()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano")});
        m_practice->records().failLists(Practice::unreachable());
        showToday();
        QCOMPARE(m_model->state(), State::Error);
        QCOMPARE(m_model->error()->kind, Error::Kind::Unreachable);
        m_practice->records().failLists(std::nullopt);
        // The store's thread may answer before reload() returns: only a held answer shows what is in between.
        m_practice->records().holdLists();
        m_model->reload();
        QCOMPARE(m_model->state(), State::Loading);
        m_practice->records().releaseLists();
        QTRY_COMPARE(m_model->state(), State::Ready);
        QVERIFY(!m_model->error());
        // With rows on the screen a failure takes nothing away.
        m_practice->records().failLists(Practice::unreachable());
        m_model->reload();
        QTRY_VERIFY(m_model->error());
        QCOMPARE(m_model->state(), State::Ready);
        QCOMPARE(m_model->rowCount(), 1);
    }

    void aSlowAnswerIsHeardAlthoughThereAreChanges()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano")});
        showToday();
        QVERIFY(m_practice->settle());
        m_practice->add({.patient = QStringLiteral("Sara Conti")});
        m_practice->records().holdLists();
        const int before = m_practice->records().lists();
        QSignalSpy loaded(m_model.get(), &AgendaModel::loaded);
        for (int change = 0; change < 3; ++change)
            m_model->keepUp();
        QCOMPARE(m_practice->records().lists(), before + 1);
        m_practice->records().releaseLists();
        m_practice->records().holdLists();
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(m_model->rowCount(), 2);
        // What came between the question and its answer is asked for afterwards, once.
        QTRY_COMPARE(m_practice->records().lists(), before + 2);
        m_practice->records().releaseLists();
        QTRY_COMPARE(loaded.size(), 2);
        QVERIFY(m_practice->settle());
        QCOMPARE(m_practice->records().lists(), before + 2);
    }

    void aFailureIsHeardAlthoughThereAreChanges()
    {
        showToday();
        m_practice->records().failLists(Practice::unreachable());
        m_practice->records().holdLists();
        const QDate other = Practice::today().addDays(1);
        m_model->showDays(other, other);
        m_model->keepUp();
        m_practice->records().releaseLists();
        m_practice->records().holdLists();
        QTRY_COMPARE(m_model->state(), State::Error);
        // That it is being asked again takes nothing of that away.
        QVERIFY(m_model->error());
        m_practice->records().failLists(std::nullopt);
        m_practice->records().releaseLists();
        QTRY_COMPARE(m_model->state(), State::Empty);
    }

    void rowsWhoseAnswerDoesNotComeAreOld()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano")});
        showToday();
        const QDateTime read = m_practice->clock().now();
        m_practice->clock().advance(std::chrono::seconds(20));
        m_practice->records().holdLists();
        QSignalSpy overdue(m_model.get(), &AgendaModel::overdue);
        const QDateTime asked = m_practice->clock().now();
        m_model->keepUp();
        m_practice->clock().advance(std::chrono::seconds(9));
        m_model->updateTime();
        QVERIFY(m_model->asOf().isNull());
        // Nor does it help to ask again.
        m_model->reload();
        m_practice->clock().advance(std::chrono::seconds(1));
        m_model->updateTime();
        QCOMPARE(overdue.size(), 1);
        QCOMPARE(m_model->asOf(), read);
        QCOMPARE(m_model->state(), State::Ready);
        // An answer is as old as its question, when there was a change since.
        m_model->keepUp();
        m_practice->records().releaseLists();
        m_practice->records().holdLists();
        QTRY_COMPARE(m_model->asOf(), asked.addSecs(9));
        m_practice->records().releaseLists();
        QTRY_VERIFY(m_model->asOf().isNull());
        QCOMPARE(overdue.size(), 1);
    }

    void whoeverAsksAtOnceDoesNotWaitForAnEarlierAnswer()
    {
        showToday();
        QVERIFY(m_practice->settle());
        m_practice->records().holdLists();
        const int before = m_practice->records().lists();
        m_model->keepUp();
        m_model->reload(); // The network is back: the earlier question may have gone nowhere.
        QCOMPARE(m_practice->records().lists(), before + 2);
    }

private:
    void showToday()
    {
        QSignalSpy loaded(m_model.get(), &AgendaModel::loaded);
        m_model->showDays(Practice::today(), Practice::today());
        QTRY_VERIFY(!loaded.isEmpty());
    }
    QString text(int row, int role = Qt::DisplayRole) const { return m_model->index(row).data(role).toString(); }
    AgendaModel::NowMarker marker(int row) const
    {
        return m_model->index(row).data(AgendaModel::NowMarkerRole).value<AgendaModel::NowMarker>();
    }

    std::unique_ptr<Practice> m_practice;
    std::unique_ptr<AgendaModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestAgendaModel)
#include "test_agenda_model.moc"
