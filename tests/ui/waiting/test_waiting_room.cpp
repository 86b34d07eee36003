// Waiting for a consultation to open, through the window, with real answers and a clock that is set.
#include "tests/ui/call/call_scene.h"
#include "ui/links/link_reception.h"
#include "ui/waiting/admission_waiter.h"

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestWaitingRoom : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init() { m_at = std::make_unique<CallScene>(); }
    void cleanup() { m_at.reset(); }

    void itSaysWhyCountsDownAndJoinsByItself()
    {
        const QString later = m_at->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(12, 0)});
        m_at->window->join(later);
        QTRY_COMPARE(m_at->text("waitingHeadline"), QStringLiteral("This consultation is not open yet"));
        QCOMPARE(m_at->text("waitingReason"), QStringLiteral("Opens at 11:45."));
        QCOMPARE(m_at->text("waitingCountdown"), QStringLiteral("1:45:00"));
        QVERIFY(m_at->button("waitingBackButton")->hasFocus());

        m_at->practice.clock().advance(std::chrono::seconds(2));
        QTRY_COMPARE(m_at->text("waitingCountdown"), QStringLiteral("1:44:58"));
        QVERIFY(!m_at->engine.m_view);
        m_at->practice.clock().set(QDateTime(Practice::today(), QTime(11, 45, 1)).toUTC());
        QTRY_VERIFY(m_at->engine.m_view);
        emit m_at->engine.m_view->pageReady();
        QVERIFY(m_at->window->isInCall());
    }

    void itAsksOnlyWhenThatCanMatter()
    {
        const QString later = m_at->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(12, 0)});
        m_at->window->join(later);
        QTRY_VERIFY(!m_at->text("waitingCountdown").isEmpty());
        QVERIFY(m_at->practice.settle());
        const int asked = m_at->practice.roomQuestions(later);
        // In steps that are no jump of the clock: the countdown moves, nobody is asked.
        for (int second = 1; second <= 5; ++second) {
            m_at->practice.clock().advance(std::chrono::seconds(2));
            const QString shown = QStringLiteral("1:44:%1").arg(60 - 2 * second);
            QTRY_COMPARE(m_at->text("waitingCountdown"), shown);
        }
        QCOMPARE(m_at->practice.roomQuestions(later), asked);
        // A jump is: the machine has slept, or the clock was set.
        m_at->practice.clock().advance(std::chrono::minutes(10));
        QCOMPARE(m_at->practice.roomQuestionsAfter(later, asked), asked + 1);
    }

    void whoIsUnknownIsSaidAndWaitedFor()
    {
        const QString open = m_at->add({.patient = {}, .time = QTime(10, 5)});
        m_at->window->join(open);
        QTRY_COMPARE(m_at->text("waitingHeadline"), QStringLiteral("Not everybody is known yet"));
        QCOMPARE(m_at->text("waitingReason"),
                 QStringLiteral("Known so far: Dr. Anna Bianchi. 1 more participant(s) must be named before there is a "
                                "room."));
        QCOMPARE(m_at->text("waitingCountdown"), QString()); // It would be open.
        m_at->practice.nameThePatient(open, QStringLiteral("Sara Gallo"));
        QVERIFY(!m_at->engine.m_view);
        m_at->window->onRecordsChanged();
        QTRY_VERIFY(m_at->engine.m_view);
    }

    void errorsAreSaidAndOvercome()
    {
        const QString later = m_at->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(12, 0)});
        m_at->window->join(later);
        QTRY_VERIFY(!m_at->text("waitingCountdown").isEmpty());
        m_at->practice.records().failFinds(Practice::unreachable());
        m_at->window->refresh();
        QTRY_VERIFY(!m_at->text("waitingProblem").isEmpty());
        QVERIFY(!m_at->text("waitingCountdown").isEmpty()); // It goes on.
        m_at->practice.records().failFinds(std::nullopt);
        m_at->practice.clock().advance(std::chrono::seconds(3)); // the first wait after an error
        QTRY_COMPARE(m_at->text("waitingProblem"), QString());
    }

    void whoDoesNotWantToWaitAsksAgain()
    {
        const QString later = m_at->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(12, 0)});
        m_at->window->join(later);
        QTRY_VERIFY(!m_at->text("waitingCountdown").isEmpty());
        QVERIFY(!m_at->button("waitingAskButton")->isVisible());
        Error busy = Practice::unreachable();
        busy.retryAfter = std::chrono::seconds(90);
        m_at->practice.records().failFinds(busy);
        m_at->window->refresh();
        QTRY_VERIFY(m_at->button("waitingAskButton")->isVisible());
        m_at->practice.records().failFinds(std::nullopt);
        QTest::keyClick(m_at->button("waitingAskButton"), Qt::Key_Space);
        QTRY_COMPARE(m_at->text("waitingProblem"), QString());
        QVERIFY(!m_at->button("waitingAskButton")->isVisible());
    }

    void aFirstQuestionThatFailsIsAskedAgainByItself()
    {
        m_at->practice.records().failFinds(Practice::unreachable());
        m_at->window->join(m_at->id);
        QTRY_COMPARE(m_at->message()->headline(), QStringLiteral("The call cannot be shown"));
        QVERIFY(m_at->message()->isVisible());
        QVERIFY(m_at->message()->sentence().contains(QStringLiteral("tried again by itself")));
        m_at->practice.records().failFinds(std::nullopt);
        m_at->practice.clock().advance(std::chrono::seconds(3));
        QTRY_VERIFY(m_at->engine.m_view);
    }

    /// The question set out on a network that is gone: its answer may come after minutes, or never.
    void whoIsBackAsksAnew_data()
    {
        QTest::addColumn<bool>("isFirst");
        QTest::newRow("the first question") << true;
        QTest::newRow("while waiting") << false;
    }
    void whoIsBackAsksAnew()
    {
        QFETCH(bool, isFirst);
        const QString later = m_at->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(12, 0)});
        if (isFirst)
            m_at->practice.records().holdFinds();
        m_at->window->join(later);
        if (!isFirst) {
            QTRY_VERIFY(!m_at->text("waitingCountdown").isEmpty());
            QVERIFY(m_at->practice.settle());
            m_at->practice.records().holdFinds();
            m_at->flow().askNow();
        }
        QTRY_VERIFY(!m_at->practice.service().isIdle());
        const int asked = m_at->practice.records().finds();
        m_at->flow().askNow();
        QTRY_VERIFY(m_at->practice.records().finds() > asked);
        m_at->practice.records().releaseFinds();
        m_at->practice.clock().set(QDateTime(Practice::today(), QTime(11, 50)).toUTC());
        QTRY_VERIFY(m_at->engine.m_view);
    }

    /// From a reminder perhaps, which says nothing that the page does not say.
    void whoOpensItAgainGoesOnWaiting()
    {
        const QString later = m_at->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(12, 0)});
        m_at->window->join(later);
        QTRY_VERIFY(!m_at->text("waitingCountdown").isEmpty());
        m_at->window->showConsultation(later);
        QCOMPARE(m_at->flow().stage(), CallFlow::Stage::Waiting);
        QVERIFY(!m_at->window->agenda().isVisible());
        m_at->window->links().takeId(later);
        QVERIFY(m_at->practice.settle());
        QCOMPARE(m_at->flow().stage(), CallFlow::Stage::Waiting);
    }

    void leavingEndsTheAsking()
    {
        const QString later = m_at->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(12, 0)});
        m_at->window->join(later);
        QTRY_VERIFY(!m_at->text("waitingCountdown").isEmpty());
        QTest::mouseClick(m_at->button("waitingBackButton"), Qt::LeftButton);
        QVERIFY(m_at->window->agenda().isVisible());
        QVERIFY(!m_at->flow().isInCall());
        QCOMPARE(m_at->flow().stage(), CallFlow::Stage::Idle);
        QVERIFY(m_at->practice.settle());
        const int asked = m_at->practice.roomQuestions(later);
        // Another one who waits by the same clock and the same dice tells when the one who left would have asked: they
        // look once a second each.
        AdmissionWaiter other(m_at->practice.clock(), [] { return 0.5; });
        QSignalSpy due(&other, &AdmissionWaiter::due);
        QSignalSpy ticked(&other, &AdmissionWaiter::ticked);
        other.onClosed(QDateTime(Practice::today(), QTime(11, 45)).toUTC(), true);
        m_at->practice.clock().set(QDateTime(Practice::today(), QTime(11, 50)).toUTC());
        QTRY_COMPARE(due.size(), 1);
        ticked.clear();
        QTRY_VERIFY(ticked.size() >= 2);
        QVERIFY(m_at->practice.settle());
        QCOMPARE(m_at->practice.roomQuestions(later), asked);
        QVERIFY(!m_at->engine.m_view);
    }

    void oneThatWasDeletedIsNotWaitedFor()
    {
        const QString later = m_at->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(12, 0)});
        m_at->window->join(later);
        QTRY_VERIFY(!m_at->text("waitingCountdown").isEmpty());
        QVERIFY(await(m_at->practice.records().moveToTrash(later)));
        m_at->window->refresh();
        QTRY_VERIFY(m_at->message()->isVisible());
        QVERIFY(m_at->message()->actionButton()->isHidden());
    }

    void theLanguageChangesWhileWaiting()
    {
        const QString later = m_at->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(12, 0)});
        m_at->window->join(later);
        QTRY_VERIFY(!m_at->text("waitingCountdown").isEmpty());
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        QCoreApplication::processEvents();
        const QString words = m_at->text("waitingHeadline");
        QCoreApplication::removeTranslator(&brackets);
        QVERIFY2(words.startsWith(QLatin1Char('[')), qPrintable(words));
    }

private:
    std::unique_ptr<CallScene> m_at;
};

QTEST_MAIN(TestWaitingRoom)
#include "test_waiting_room.moc"
