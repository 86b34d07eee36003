// The way into a call, with an engine that does as it is told.
#include "tests/ui/call/call_scene.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/error_text.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QDialog>
#include <QPointer>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

/// Takes what is opened in a browser.
class Browser : public QObject
{
    Q_OBJECT
public:
    QList<QUrl> opened;
public slots:
    void open(const QUrl &url) { opened << url; }
};

/// Counts how often a window comes to the front.
class Raises : public QObject
{
    Q_OBJECT
public:
    int count = 0;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        count += event->type() == QEvent::ZOrderChange;
        return QObject::eventFilter(watched, event);
    }
};

class TestCallFlow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init() { m_at = std::make_unique<CallScene>(); }
    void cleanup() { m_at.reset(); }

    void joining()
    {
        m_at->window->join(m_at->id);
        QCOMPARE(m_at->message()->headline(), QStringLiteral("Connecting…"));
        QTRY_VERIFY(m_at->engine.m_view);
        const CallTarget target = m_at->engine.m_view->m_target;
        QVERIFY(target.link.toString().contains(QStringLiteral("/call/room-1")));
        QCOMPARE(target.allowedHosts, QStringList{QStringLiteral("*.example.org")});
        QVERIFY(!m_at->window->isInCall());
        emit m_at->engine.m_view->pageReady();
        QVERIFY(m_at->window->isInCall());
        QVERIFY(m_at->engine.m_view->isVisible());
        QVERIFY(m_at->seesProgress(Progress::InCall));
    }

    void theRedirectIsReadBeforeEachCall()
    {
        const QUrl first(QStringLiteral("https://example.org/done"));
        const QUrl second(QStringLiteral("https://example.org/other"));
        QVERIFY(m_at->enter());
        QTRY_COMPARE(m_at->engine.m_view->m_target.endCallRedirectUrl, first);
        emit m_at->engine.m_view->ended();
        QTRY_VERIFY(!m_at->engine.m_view);
        m_at->practice.setRedirect(second.toString());
        QTest::mouseClick(m_at->button("reenterButton"), Qt::LeftButton);
        QTRY_VERIFY(m_at->engine.m_view);
        QTRY_COMPARE(m_at->engine.m_view->m_target.endCallRedirectUrl, second);
    }

    void aSlowCompanyDelaysNoCall()
    {
        m_at->practice.setRedirect(QStringLiteral("https://example.org/late"), true);
        QVERIFY(m_at->enter());
        QCOMPARE(m_at->engine.m_view->m_target.endCallRedirectUrl, QUrl());
        m_at->practice.kaleyraServer().release();
        QTRY_COMPARE(m_at->engine.m_view->m_target.endCallRedirectUrl,
                     QUrl(QStringLiteral("https://example.org/late"))); // though the page is there already
    }

    void aCompanyThatCannotBeReadIsAskedAgain()
    {
        m_at->practice.kaleyraServer().on("GET", "/v2/company", {{.status = 503}});
        QVERIFY(m_at->enter());
        QCOMPARE(m_at->engine.m_view->m_target.endCallRedirectUrl, QUrl());
        m_at->practice.setRedirect(QStringLiteral("https://example.org/back"));
        QTRY_COMPARE(m_at->engine.m_view->m_target.endCallRedirectUrl,
                     QUrl(QStringLiteral("https://example.org/back")));
    }

    void aPageThatFailsSaysWhatToDo()
    {
        m_at->window->join(m_at->id);
        QTRY_VERIFY(m_at->engine.m_view);
        emit m_at->engine.m_view->failed(true);
        QVERIFY(m_at->message()->isVisible());
        QCOMPARE(m_at->message()->headline(), QStringLiteral("The call cannot be shown"));
        QCOMPARE(m_at->practice.find(m_at->id).progress, Progress::Scheduled); // nobody has been in a call
        QTRY_VERIFY(!m_at->engine.m_view);
        m_at->message()->actionButton()->click();
        QTRY_VERIFY(m_at->engine.m_view);
        emit m_at->engine.m_view->failed(true);
        m_at->message()->secondaryActionButton()->click();
        QVERIFY(m_at->window->agenda().isVisible());
        QCOMPARE(m_at->practice.find(m_at->id).progress, Progress::Scheduled);
    }

    void aPageThatIsRefusedBecauseItsRoomIsClosedSaysThat()
    {
        m_at->window->join(m_at->id);
        QTRY_VERIFY(m_at->engine.m_view);
        m_at->practice.setRoom(m_at->id, {.status = "CLOSED"});
        emit m_at->engine.m_view->failed(false);
        QTRY_COMPARE(m_at->message()->headline(), QStringLiteral("This call is closed"));
        QCOMPARE(m_at->practice.find(m_at->id).progress, Progress::Scheduled);
        // Kaleyra was mistaken, or whoever had answered for it.
        QTRY_VERIFY(!m_at->engine.m_view);
        m_at->practice.setRoom(m_at->id, {.status = "NOT_RUNNING"});
        m_at->message()->actionButton()->click();
        QTRY_VERIFY(m_at->engine.m_view);
    }

    void withoutAnEngineItIsSaid()
    {
        m_at->engineError = Practice::unreachable();
        m_at->window->join(m_at->id);
        QTRY_COMPARE(m_at->message()->headline(), QStringLiteral("The call cannot be shown"));
    }

    void whoTakesNoPartIsTold()
    {
        m_at->practice.settings().setStation(
            {QStringLiteral("dr-other"), QStringLiteral("Dr. Otto"), {QStringLiteral("doctor")}});
        m_at->practice.agreeToNotice();
        m_at->window->join(m_at->id);
        QTRY_COMPARE(m_at->message()->headline(), QStringLiteral("Dr. Otto does not take part"));
        QSignalSpy asked(m_at->window.get(), &MainWindow::stationEditRequested);
        m_at->message()->actionButton()->click();
        QCOMPARE(asked.size(), 1);
        QTest::keyClick(m_at->message()->actionButton(), Qt::Key_Escape);
        QVERIFY(m_at->window->agenda().isVisible());
    }

    void whoSetsUpThePersonWhoTakesPartIsIn()
    {
        const StationIdentity doctor = m_at->practice.settings().station();
        m_at->practice.settings().setStation(
            {QStringLiteral("dr-other"), QStringLiteral("Dr. Otto"), {QStringLiteral("doctor")}});
        m_at->practice.agreeToNotice();
        m_at->window->join(m_at->id);
        QTRY_COMPARE(m_at->flow().stage(), CallFlow::Stage::NotInvited);
        m_at->window->refresh(); // Other settings were saved.
        QCOMPARE(m_at->flow().stage(), CallFlow::Stage::NotInvited);
        m_at->practice.settings().setStation(doctor);
        m_at->window->refresh();
        QTRY_VERIFY(m_at->engine.m_view);
    }

    void whoIsTakenInByItselfIsTold_data()
    {
        QTest::addColumn<CallFlow::Stage>("from");
        QTest::newRow("waiting") << CallFlow::Stage::Waiting;
        QTest::newRow("not reached at first") << CallFlow::Stage::Failed;
        QTest::newRow("lost") << CallFlow::Stage::Mending;
    }
    /// The window comes to the front of what somebody is doing meanwhile.
    void whoIsTakenInByItselfIsTold()
    {
        QFETCH(CallFlow::Stage, from);
        if (from == CallFlow::Stage::Waiting) {
            m_at->window->join(m_at->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(12, 0)}));
        } else {
            m_at->window->join(m_at->id);
            QTRY_VERIFY(m_at->engine.m_view);
            if (from == CallFlow::Stage::Mending)
                emit m_at->engine.m_view->pageReady();
            emit m_at->engine.m_view->failed(true);
        }
        QTRY_COMPARE(m_at->flow().stage(), from);
        QTRY_VERIFY(!m_at->engine.m_view);
        QWidget other;
        QVERIFY(showActive(other));
        QVERIFY(!m_at->window->isActiveWindow());
        Raises raises;
        m_at->window->installEventFilter(&raises);
        if (from == CallFlow::Stage::Waiting)
            m_at->practice.clock().set(QDateTime(Practice::today(), QTime(11, 45, 1)).toUTC());
        QTRY_VERIFY(m_at->engine.m_view);
        emit m_at->engine.m_view->pageReady();
        QVERIFY(m_at->window->isInCall());
        QCOMPARE(raises.count, 1);
    }

    void leavingWhileConnectingComesToNothing()
    {
        m_at->window->join(m_at->id);
        QTest::mouseClick(m_at->button("leaveCallButton"), Qt::LeftButton);
        QVERIFY(m_at->window->agenda().isVisible());
        QTRY_VERIFY(m_at->practice.roomQuestions(m_at->id) > 0); // It had been asked for.
        QVERIFY(m_at->practice.settle());
        QVERIFY(!m_at->engine.m_view);
        QVERIFY(m_at->window->agenda().isVisible());
    }

    void theNoticeComesBeforeTheFirstCall()
    {
        m_at->practice.settings().setStation(
            {QStringLiteral("dr-new"), QStringLiteral("Dr. Nuovo"), {QStringLiteral("doctor")}});
        m_at->window->join(m_at->id);
        QVERIFY(m_at->button("noticeAgreeButton")->isVisible());
        QVERIFY(m_at->button("noticeAgreeButton")->hasFocus());
        QVERIFY(m_at->text("noticeWords").contains(QStringLiteral("Kaleyra")));
        QVERIFY(m_at->text("noticePerson").contains(QStringLiteral("Dr. Nuovo")));
        QVERIFY(m_at->practice.settle());
        QTRY_COMPARE(m_at->practice.roomQuestions(m_at->id), 1); // The details' question; none for a link.

        // Who does not agree is back, and is asked again.
        QTest::mouseClick(m_at->button("noticeDeclineButton"), Qt::LeftButton);
        QVERIFY(m_at->window->agenda().isVisible());
        QCOMPARE(m_at->practice.settings().noticeAcceptance(QStringLiteral("dr-new")), std::nullopt);

        // Who does is asked no more, until the words change.
        m_at->practice.settings().setStation(
            {QStringLiteral("dr-bianchi"), QStringLiteral("Dr. Anna Bianchi"), {QStringLiteral("doctor")}});
        qputenv("TELECONSULT_NOTICE_EN", "Ask the front desk.");
        m_at->window->join(m_at->id);
        QCOMPARE(m_at->text("noticeClinicWords"), QStringLiteral("Ask the front desk."));
        QTest::mouseClick(m_at->button("noticeAgreeButton"), Qt::LeftButton);
        QTRY_VERIFY(m_at->engine.m_view);
        const std::optional<NoticeAcceptance> kept =
            m_at->practice.settings().noticeAcceptance(QStringLiteral("dr-bianchi"));
        QVERIFY(kept);
        QCOMPARE(kept->at, m_at->practice.clock().now());
        QCOMPARE(kept->version, PrivacyNotice({QStringLiteral("Ask the front desk."), {}}).version({}));
        qunsetenv("TELECONSULT_NOTICE_EN");
    }

    void theFirstCallOffersToTryTheDevicesOut()
    {
        m_at->practice.settings().setDeviceCheck(config::DeviceCheck::Due);
        m_at->window->join(m_at->id);
        QVERIFY(m_at->button("deviceOfferCheckButton")->isVisible());
        QVERIFY(m_at->button("deviceOfferCheckButton")->hasFocus());
        QVERIFY(!m_at->engine.m_view);
        // Past it with one click, and asked again the next time that the program is started.
        QTest::mouseClick(m_at->button("deviceOfferSkipButton"), Qt::LeftButton);
        QTRY_VERIFY(m_at->engine.m_view);
        QCOMPARE(m_at->practice.settings().deviceCheck(), config::DeviceCheck::Due);
        QTest::mouseClick(m_at->button("leaveCallButton"), Qt::LeftButton);
        QTRY_VERIFY(!m_at->engine.m_view);
        m_at->window->join(m_at->id);
        QTRY_VERIFY(m_at->engine.m_view);
    }

    void whoDoesNotWantToBeAskedIsNot()
    {
        m_at->practice.settings().setDeviceCheck(config::DeviceCheck::Due);
        m_at->window->join(m_at->id);
        m_at->window->findChild<QCheckBox *>(QStringLiteral("deviceOfferNever"))->click();
        QTest::mouseClick(m_at->button("deviceOfferSkipButton"), Qt::LeftButton);
        QTRY_VERIFY(m_at->engine.m_view);
        QCOMPARE(m_at->practice.settings().deviceCheck(), config::DeviceCheck::Never);
    }

    void whoHasTriedTheDevicesOutIsTakenIn()
    {
        m_at->practice.settings().setDeviceCheck(config::DeviceCheck::Due);
        m_at->window->join(m_at->id);
        QTest::mouseClick(m_at->button("deviceOfferCheckButton"), Qt::LeftButton);
        auto *dialog = m_at->window->findChild<QDialog *>(QStringLiteral("deviceDialog"));
        QVERIFY(dialog);
        dialog->reject(); // Back before the offer: nothing is decided.
        QVERIFY(m_at->button("deviceOfferCheckButton")->isVisible());
        QTRY_VERIFY(!m_at->window->findChild<QDialog *>(QStringLiteral("deviceDialog")));
        QTest::mouseClick(m_at->button("deviceOfferCheckButton"), Qt::LeftButton);
        QTest::mouseClick(m_at->button("deviceSaveButton"), Qt::LeftButton);
        QTRY_VERIFY(m_at->engine.m_view);
        QCOMPARE(m_at->practice.settings().deviceCheck(), config::DeviceCheck::Done);
        emit m_at->engine.m_view->pageReady();

        // A device that is gone brings the offer back.
        emit m_at->engine.m_view->devicesMissing();
        QVERIFY(m_at->window->isInCall());
        emit m_at->engine.m_view->ended();
        QTest::mouseClick(m_at->button("reenterButton"), Qt::LeftButton);
        QVERIFY(m_at->button("deviceOfferCheckButton")->isVisible());
    }

    /// On the page that has the button: the agenda's notice is not seen from there.
    void thatDevicesCannotBeTriedOutIsSaid()
    {
        m_at->practice.settings().setDeviceCheck(config::DeviceCheck::Due);
        m_at->window->join(m_at->id);
        const auto *trouble = m_at->window->findChild<Banner *>(QStringLiteral("callTrouble"));
        m_at->engineError = Practice::unreachable();
        QTest::mouseClick(m_at->button("deviceOfferCheckButton"), Qt::LeftButton);
        QVERIFY(!m_at->window->findChild<QDialog *>(QStringLiteral("deviceDialog")));
        QVERIFY(trouble->isVisible());
        QCOMPARE(trouble->text(), errorText(*m_at->engineError));
        QVERIFY(!m_at->button("reloadCallButton")->isVisible()); // There is no call to reload.
        m_at->engineError.reset();
        QTest::mouseClick(m_at->button("deviceOfferCheckButton"), Qt::LeftButton);
        QVERIFY(m_at->window->findChild<QDialog *>(QStringLiteral("deviceDialog")));
        QVERIFY(!trouble->isVisible());
        m_at->window->findChild<QDialog *>(QStringLiteral("deviceDialog"))->reject();
        QTRY_VERIFY(!m_at->window->findChild<QDialog *>(QStringLiteral("deviceDialog")));

        m_at->engineError = Practice::unreachable();
        QTest::mouseClick(m_at->button("deviceOfferCheckButton"), Qt::LeftButton);
        QVERIFY(trouble->isVisible());
        m_at->flow().leave();
        QVERIFY(!trouble->isVisible());
    }

    void theRoomOpensWhileDevicesAreTriedOut()
    {
        const QString later = m_at->add({.patient = QStringLiteral("Sara Conti"), .time = QTime(11, 0)});
        m_at->window->join(later);
        QTRY_VERIFY(m_at->button("waitingDevicesButton") && m_at->button("waitingDevicesButton")->isVisible());
        QTest::mouseClick(m_at->button("waitingDevicesButton"), Qt::LeftButton);
        QVERIFY(m_at->window->findChild<QDialog *>(QStringLiteral("deviceDialog")));
        m_at->practice.clock().advance(std::chrono::minutes(60));
        QTRY_VERIFY(m_at->engine.m_view);
        QTRY_VERIFY(!m_at->window->findChild<QDialog *>(QStringLiteral("deviceDialog")));
    }

    void linksOfTheNoticeAreOpenedInTheBrowser()
    {
        m_at->practice.settings().setStation(
            {QStringLiteral("dr-new"), QStringLiteral("Dr. Nuovo"), {QStringLiteral("doctor")}});
        m_at->window->join(m_at->id);
        Browser browser;
        QDesktopServices::setUrlHandler(QStringLiteral("https"), &browser, "open");
        auto *words = m_at->window->findChild<QLabel *>(QStringLiteral("noticeWords"));
        words->setFocus();
        QTest::keyClick(words, Qt::Key_Tab); // to the first link
        QTest::keyClick(words, Qt::Key_Return);
        QTest::keyClick(words, Qt::Key_Tab);
        QTest::keyClick(words, Qt::Key_Return);
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
        QCOMPARE(browser.opened.size(), 2);
        QVERIFY(browser.opened.contains(kaleyraTermsOfService));
        QVERIFY(browser.opened.contains(kaleyraPrivacyPolicy));
    }

    void whatIsRecordedSaysSoBeforeAndDuring_data()
    {
        QTest::addColumn<QByteArray>("recording");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("during");
        QTest::newRow("none") << QByteArray("none") << QString() << QString();
        QTest::newRow("manual") << QByteArray("manual") << "may be recorded"
                                << "may be recorded";
        QTest::newRow("automatic") << QByteArray("automatic") << "will be recorded"
                                   << "is recorded";
    }
    void whatIsRecordedSaysSoBeforeAndDuring()
    {
        QFETCH(QByteArray, recording);
        QFETCH(QString, before);
        QFETCH(QString, during);
        m_at.reset();
        ConsultationPolicy policy = Practice::defaultPolicy();
        policy.recording = QString::fromLatin1(recording);
        m_at = std::make_unique<CallScene>(policy);
        m_at->practice.setRoom(m_at->id, {.recording = recording});
        m_at->window->join(m_at->id);
        const QString sentence = m_at->message()->sentence();
        QCOMPARE(sentence.contains(QStringLiteral("recorded")), !before.isEmpty());
        QVERIFY2(sentence.contains(before), qPrintable(sentence));
        QTRY_VERIFY(m_at->engine.m_view);
        emit m_at->engine.m_view->pageReady();
        const auto *banner = m_at->window->findChild<Banner *>(QStringLiteral("recordingBanner"));
        QCOMPARE(banner != nullptr, !during.isEmpty());
        if (!banner)
            return;
        QVERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(during), qPrintable(banner->text()));
        emit m_at->engine.m_view->ended();
        QVERIFY(!banner->isVisible());
    }

    /// Made when calls were recorded, while the installation records none any more.
    void itIsTheRoomThatIsRecorded()
    {
        m_at->practice.setRoom(m_at->id, {.recording = "automatic"});
        m_at->window->join(m_at->id);
        QTRY_VERIFY(m_at->engine.m_view);
        const QString sentence = m_at->message()->sentence();
        QVERIFY2(sentence.contains(QStringLiteral("will be recorded")), qPrintable(sentence));
    }

    /// The link is on record, and is given before Kaleyra has told of the room.
    void thatItIsRecordedIsSaidAsSoonAsItIsKnown()
    {
        Teleconsultation consultation = m_at->practice.find(m_at->id);
        for (Participant &participant : consultation.participants)
            participant.accessLink = QUrl(QStringLiteral("https://clinic.example.org/call"));
        QVERIFY(await(m_at->practice.records().update(consultation, {})));
        m_at->practice.kaleyraServer().on("GET", "/v2/rooms/" + consultation.roomId.toUtf8(), {{.status = 500}});
        QVERIFY(m_at->enter());
        QVERIFY(!m_at->window->findChild<Banner *>(QStringLiteral("recordingBanner")));
        m_at->practice.setRoom(m_at->id, {.recording = "automatic"});
        m_at->flow().askNow();
        QTRY_VERIFY(m_at->window->findChild<Banner *>(QStringLiteral("recordingBanner")));
        QVERIFY(m_at->window->findChild<Banner *>(QStringLiteral("recordingBanner"))->isVisible());
    }

    void thatCallsAreRecordedNowIsToBeAgreedTo()
    {
        m_at.reset();
        ConsultationPolicy policy = Practice::defaultPolicy();
        policy.recording = QStringLiteral("automatic");
        m_at = std::make_unique<CallScene>(policy);
        config::Settings &settings = m_at->practice.settings();
        settings.setNoticeAcceptance(
            {settings.station().externalId, settings.privacyNotice().version({}), m_at->practice.clock().now()});
        m_at->window->join(m_at->id);
        QVERIFY(m_at->button("noticeAgreeButton")->isVisible());
        m_at->button("noticeAgreeButton")->click();
        QTRY_VERIFY(m_at->engine.m_view);
    }

private:
    std::unique_ptr<CallScene> m_at;
};

QTEST_MAIN(TestCallFlow)
#include "test_call_flow.moc"
