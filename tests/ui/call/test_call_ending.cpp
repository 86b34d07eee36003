// How a call ends, and what comes after it.
#include "tests/ui/call/call_scene.h"

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestCallEnding : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init() { m_at = std::make_unique<CallScene>(); }
    void cleanup() { m_at.reset(); }

    void leavingAndEnteringAgain()
    {
        QVERIFY(m_at->enter());
        QVERIFY(m_at->seesProgress(Progress::InCall));
        QTest::mouseClick(m_at->button("leaveCallButton"), Qt::LeftButton);
        QVERIFY(!m_at->window->isInCall());
        QCOMPARE(m_at->text("afterCallHeadline"), QStringLiteral("The call has ended."));
        QVERIFY(m_at->button("afterCallBackButton")->hasFocus());
        QTRY_COMPARE(m_at->text("afterCallRecord"), QStringLiteral("On record as held."));
        QCOMPARE(m_at->practice.find(m_at->id).progress, Progress::Held);
        QTRY_COMPARE(m_at->window->agenda().model().phase(0), Phase::Held);
        QTRY_VERIFY(!m_at->engine.m_view);

        QTest::mouseClick(m_at->button("reenterButton"), Qt::LeftButton);
        QTRY_VERIFY(m_at->engine.m_view);
        emit m_at->engine.m_view->pageReady();
        QVERIFY(m_at->window->isInCall());
        emit m_at->engine.m_view->ended(); // as when the page hangs up
        QVERIFY(m_at->button("afterCallBackButton")->isVisible());
        QTest::keyClick(m_at->button("afterCallBackButton"), Qt::Key_Escape);
        QVERIFY(m_at->window->agenda().isVisible());
        QVERIFY(m_at->seesProgress(Progress::Held));
    }

    void aCallThatEndsAtOnceIsHeldAllTheSame()
    {
        QVERIFY(m_at->enter());
        emit m_at->engine.m_view->ended(); // before the service has written down that it began
        QVERIFY(m_at->seesProgress(Progress::Held));
        QTRY_COMPARE(m_at->text("afterCallRecord"), QStringLiteral("On record as held."));
    }

    void aPageThatEndsBeforeItWasReadyIsNoCall()
    {
        m_at->window->join(m_at->id);
        QTRY_VERIFY(m_at->engine.m_view);
        QVERIFY(m_at->practice.settle());
        const int asked = m_at->practice.roomQuestions(m_at->id);
        emit m_at->engine.m_view->ended();
        QCOMPARE(m_at->message()->headline(), QStringLiteral("The call cannot be shown"));
        QVERIFY(m_at->message()->sentence().contains(QStringLiteral("closed at once")));
        QVERIFY(m_at->practice.roomQuestionsAfter(m_at->id, asked) > asked);
        QCOMPARE(m_at->practice.find(m_at->id).progress, Progress::Scheduled);

        // The person may try again; a room that has ended is said to have.
        QTRY_VERIFY(!m_at->engine.m_view);
        m_at->message()->actionButton()->click();
        QTRY_VERIFY(m_at->engine.m_view);
        m_at->practice.setRoom(m_at->id, {.status = "CLOSED"});
        emit m_at->engine.m_view->ended();
        QTRY_COMPARE(m_at->message()->headline(), QStringLiteral("This call is closed"));
    }

    void theRoomIsAskedSeldomAndItsEndIsNoticed_data()
    {
        QTest::addColumn<int>("duration");
        QTest::addColumn<int>("used");
        QTest::addColumn<QString>("headline");
        QTest::newRow("closed") << 0 << 60 << "The room was closed.";
        QTest::newRow("used up") << 1800 << 1800 << "The time of this call is used up.";
    }
    void theRoomIsAskedSeldomAndItsEndIsNoticed()
    {
        QFETCH(int, duration);
        QFETCH(int, used);
        QFETCH(QString, headline);
        QVERIFY(m_at->enter());
        QVERIFY(m_at->seesProgress(Progress::InCall));
        QVERIFY(m_at->practice.settle());
        const int asked = m_at->practice.roomQuestions(m_at->id);
        m_at->practice.clock().advance(std::chrono::minutes(4));
        QCOMPARE(m_at->practice.roomQuestionsAfter(m_at->id, asked), asked + 1);
        QVERIFY(m_at->window->isInCall()); // An open room is no news.

        m_at->practice.setRoom(m_at->id, {.status = "CLOSED", .duration = duration, .used = used});
        QCOMPARE(m_at->practice.roomQuestions(m_at->id), asked + 1);
        m_at->practice.clock().advance(std::chrono::minutes(4));
        QTRY_COMPARE(m_at->text("afterCallHeadline"), headline);
        QVERIFY(!m_at->window->isInCall());
        QVERIFY(!m_at->button("reenterButton")->isVisible());
        QVERIFY(m_at->seesProgress(Progress::Held));
        QTRY_VERIFY(!m_at->engine.m_view);
    }

    void timeThatStandsStillIsNotRunAfter()
    {
        m_at->practice.setRoom(m_at->id, {.status = "RUNNING", .duration = 1800, .used = 1798});
        QVERIFY(m_at->enter());
        QVERIFY(m_at->practice.settle());
        const int asked = m_at->practice.roomQuestions(m_at->id);
        m_at->practice.clock().advance(std::chrono::seconds(6)); // It might be used up by now.
        QCOMPARE(m_at->practice.roomQuestionsAfter(m_at->id, asked), asked + 1);
        m_at->practice.clock().advance(std::chrono::minutes(2)); // It is not: somebody is alone.
        QVERIFY(!waitUntil([&] { return m_at->practice.roomQuestions(m_at->id) > asked + 1; },
                           std::chrono::milliseconds(1500)));
        m_at->practice.clock().advance(std::chrono::minutes(2));
        QCOMPARE(m_at->practice.roomQuestionsAfter(m_at->id, asked + 1), asked + 2);
    }

    void theScheduledEndIsALook()
    {
        QVERIFY(m_at->enter());
        QVERIFY(m_at->practice.settle());
        const int asked = m_at->practice.roomQuestions(m_at->id);
        m_at->practice.clock().advance(std::chrono::minutes(39)); // one minute before the end
        QCOMPARE(m_at->practice.roomQuestionsAfter(m_at->id, asked), asked + 1);
        m_at->practice.clock().advance(std::chrono::seconds(65));
        QCOMPARE(m_at->practice.roomQuestionsAfter(m_at->id, asked + 1), asked + 2);
        QVERIFY(m_at->window->isInCall()); // The end has passed, and the room is open: the call goes on.
    }

    void aPageThatEndsBecauseTheRoomWasClosedSaysThat()
    {
        QVERIFY(m_at->enter());
        m_at->practice.setRoom(m_at->id, {.status = "CLOSED", .used = 125});
        emit m_at->engine.m_view->ended();
        QTRY_COMPARE(m_at->text("afterCallHeadline"), QStringLiteral("The room was closed."));
        QTRY_VERIFY(m_at->text("afterCallUsed").startsWith(QStringLiteral("3 min")));
        QVERIFY(!m_at->button("reenterButton")->isVisible());
    }

    void whoLeftByHandIsNotToldThatTheRoomThrewThemOut()
    {
        QVERIFY(m_at->enter());
        m_at->practice.setRoom(m_at->id, {.status = "CLOSED"});
        QTest::mouseClick(m_at->button("leaveCallButton"), Qt::LeftButton);
        QTRY_VERIFY(!m_at->button("reenterButton")->isVisible());
        QCOMPARE(m_at->text("afterCallHeadline"), QStringLiteral("The call has ended."));
    }

    void whoWasAloneIsTold()
    {
        QVERIFY(m_at->enter());
        emit m_at->engine.m_view->ended();
        QTRY_VERIFY2(m_at->text("afterCallUsed").contains(QStringLiteral("no time so far")),
                     qPrintable(m_at->text("afterCallUsed")));
        QVERIFY(m_at->seesProgress(Progress::Held)); // docs/decisions/0010-held.md
    }

    void whatIsGoneIsNotEnteredAgain()
    {
        QVERIFY(m_at->enter());
        QVERIFY(m_at->seesProgress(Progress::InCall));
        QVERIFY(await(m_at->practice.records().moveToTrash(m_at->id))); // as another station does it
        QTest::mouseClick(m_at->button("leaveCallButton"), Qt::LeftButton);
        QTRY_VERIFY(!m_at->button("reenterButton")->isVisible());
    }

    void aBeginThatCouldNotBeWrittenDownIsWrittenDownLater()
    {
        m_at->practice.records().failProgress(Practice::unreachable());
        QVERIFY(m_at->enter());
        QTest::mouseClick(m_at->button("leaveCallButton"), Qt::LeftButton);
        QTRY_VERIFY2(m_at->text("afterCallRecord").contains(QStringLiteral("tried again")),
                     qPrintable(m_at->text("afterCallRecord")));
        QCOMPARE(m_at->practice.find(m_at->id).progress, Progress::Scheduled);
        m_at->practice.records().failProgress(std::nullopt);
        QTRY_COMPARE(m_at->text("afterCallRecord"), QStringLiteral("On record as held."));
        QCOMPARE(m_at->practice.find(m_at->id).progress, Progress::Held);
    }

    void anEndThatCouldNotBeWrittenDownIsWrittenDownLater()
    {
        QVERIFY(m_at->enter());
        QVERIFY(m_at->seesProgress(Progress::InCall));
        m_at->practice.records().failProgress(Practice::unreachable());
        QTest::mouseClick(m_at->button("leaveCallButton"), Qt::LeftButton);
        QTRY_VERIFY(m_at->text("afterCallRecord").contains(QStringLiteral("tried again")));
        m_at->button("afterCallBackButton")->click(); // Nobody needs to look on.
        QVERIFY(m_at->window->agenda().isVisible());
        m_at->practice.records().failProgress(std::nullopt);
        m_at->window->refresh();
        QVERIFY(m_at->seesProgress(Progress::Held));
        QTRY_COMPARE(m_at->window->agenda().model().phase(0), Phase::Held);
    }

    /// Or the record would say for ever that somebody is in the call.
    void whatIsMendedElsewhereIsTriedAgain_data()
    {
        QTest::addColumn<Error>("error");
        QTest::newRow("a log-in page in between") << makeError(Error::Kind::BadAnswer, QStringLiteral("not_json"));
        QTest::newRow("a certificate that has run out") << makeError(Error::Kind::Unreachable, QStringLiteral("tls"));
        QTest::newRow("a token that is renewed")
            << makeError(Error::Kind::Unauthorized, QStringLiteral("token_refused"));
    }
    void whatIsMendedElsewhereIsTriedAgain()
    {
        QFETCH(Error, error);
        QVERIFY(m_at->enter());
        QVERIFY(m_at->seesProgress(Progress::InCall));
        m_at->practice.records().failProgress(error);
        QTest::mouseClick(m_at->button("leaveCallButton"), Qt::LeftButton);
        QTRY_VERIFY(m_at->text("afterCallRecord").contains(QStringLiteral("tried again")));
        m_at->practice.records().failProgress(std::nullopt);
        QVERIFY(m_at->seesProgress(Progress::Held));
    }

    void whatTheServiceRefusesToWriteDownIsNotPromised_data()
    {
        QTest::addColumn<Error>("refused");
        QTest::newRow("not this station") << makeError(Error::Kind::Unauthorized, QStringLiteral("not_allowed"));
        QTest::newRow("against the CRUD service's schema") << makeError(Error::Kind::Server, QStringLiteral("refused"));
        QTest::newRow("the original service") << makeError(Error::Kind::Server, QStringLiteral("not_offered"));
    }
    void whatTheServiceRefusesToWriteDownIsNotPromised()
    {
        QFETCH(Error, refused);
        m_at->practice.records().failProgress(refused);
        QVERIFY(m_at->enter());
        QTest::mouseClick(m_at->button("leaveCallButton"), Qt::LeftButton);
        QTRY_COMPARE(m_at->text("afterCallRecord"),
                     QStringLiteral("That the call took place could not be written down."));
    }

    void sharedFilesAreDeletedAndThoseLeftAreTriedAgain()
    {
        m_at.reset();
        ConsultationPolicy policy = Practice::defaultPolicy();
        policy.deleteUploads = true;
        m_at = std::make_unique<CallScene>(policy);
        ScriptedServer &kaleyra = m_at->practice.kaleyraServer();
        kaleyra.on("GET", "/v2/uploads", {{.body = R"({"uploads":[{"key":"one"},{"key":"two"}],"has_more":false})"}});
        kaleyra.on("DELETE", "/v2/uploads/one", {{.body = "{}"}});
        kaleyra.on("DELETE", "/v2/uploads/two", {{.status = 500}});
        QVERIFY(m_at->enter());
        QTest::mouseClick(m_at->button("leaveCallButton"), Qt::LeftButton);
        QTRY_COMPARE(m_at->text("afterCallUploads"),
                     QStringLiteral("1 shared file(s) could not be deleted at Kaleyra."));
        QVERIFY(m_at->button("deleteUploadsButton")->isVisible());
        kaleyra.on("DELETE", "/v2/uploads/two", {{.body = "{}"}});
        QTest::mouseClick(m_at->button("deleteUploadsButton"), Qt::LeftButton);
        QTRY_COMPARE(m_at->text("afterCallUploads"), QStringLiteral("No shared files are left at Kaleyra."));
        QVERIFY(!m_at->button("deleteUploadsButton")->isVisible());
    }

    void filesThatAreKeptAreNotSpokenOf()
    {
        QVERIFY(m_at->enter());
        QTest::mouseClick(m_at->button("leaveCallButton"), Qt::LeftButton);
        QTRY_COMPARE(m_at->text("afterCallRecord"), QStringLiteral("On record as held."));
        QCOMPARE(m_at->text("afterCallUploads"), QString());
        QVERIFY(!m_at->button("deleteUploadsButton")->isVisible());
        QCOMPARE(m_at->practice.kaleyraServer().count("GET", "/v2/uploads"), 0);
    }

private:
    std::unique_ptr<CallScene> m_at;
};

QTEST_MAIN(TestCallEnding)
#include "test_call_ending.moc"
