#include "tests/support/await.h"
#include "tests/ui/support/clinic.h"
#include "tests/ui/support/keyboard.h"
#include "tests/ui/support/practice.h"
#include "ui/agenda/invitation_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/qr_view.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
using std::chrono::minutes;

/// Takes the place of the browser.
class Browser : public QObject
{
    Q_OBJECT
public:
    Browser() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QList<QUrl> opened;

public slots:
    void open(const QUrl &url) { opened << url; }
};

class TestInvitationDialog : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_clinic = std::make_unique<Clinic>(); }
    void cleanup() { m_clinic.reset(); }

    void handsOutOneLinkForEach()
    {
        const Teleconsultation open = m_clinic->schedule(m_clinic->request(minutes(10)));
        const Result<QList<service::Invitation>> links = await(m_clinic->service().invitations(open.id));
        QVERIFY(links && links->size() == 2);
        InvitationDialog dialog(m_clinic->service(), m_clinic->clock(), open, nullptr);
        QCOMPARE(message(dialog)->headline(), QStringLiteral("Getting the links…"));
        QVERIFY(showActive(dialog));
        QTRY_VERIFY(visible<QPushButton>(dialog, QStringLiteral("copyLinkButton"), 1));

        auto *copy = visible<QPushButton>(dialog, QStringLiteral("copyLinkButton"), 1);
        QVERIFY(copy->accessibleName().contains(QStringLiteral("Mario Rossi")));
        QVERIFY(tabTo(dialog, copy));
        press(dialog, Qt::Key_Space);
        const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(copied->text(), links->at(1).accessLink.toString(QUrl::FullyEncoded));
        QCOMPARE(copied->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray("secret"));
        QVERIFY(!feedback(dialog).isEmpty());

        Browser browser;
        visible<QPushButton>(dialog, QStringLiteral("openLinkButton"), 1)->click();
        // The link stands in a file of ours, not on the browser's command line.
        QCOMPARE(browser.opened.size(), 1);
        QFile page(browser.opened.first().toLocalFile());
        QVERIFY(page.open(QFile::ReadOnly));
        constexpr QFile::Permissions others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(page.permissions() & others));
        const QString link = links->at(1).accessLink.toString(QUrl::FullyEncoded).toHtmlEscaped();
        QVERIFY(QString::fromUtf8(page.readAll()).contains(QStringLiteral("content=\"0;url=%1\"").arg(link)));
    }

    void showsACodeOnlyWhenAsked()
    {
        const Teleconsultation open = m_clinic->schedule(m_clinic->request(minutes(10)));
        const Result<QList<service::Invitation>> links = await(m_clinic->service().invitations(open.id));
        QVERIFY(links && links->size() == 2);
        InvitationDialog dialog(m_clinic->service(), m_clinic->clock(), open, nullptr);
        QVERIFY(showActive(dialog));
        QTRY_VERIFY(visible<QPushButton>(dialog, QStringLiteral("showCodeButton"), 1));
        const auto *code = dialog.findChild<QrView *>();
        QVERIFY(!code->isVisible());
        QVERIFY(code->modules().isNull());

        for (const int index : {0, 1}) {
            visible<QPushButton>(dialog, QStringLiteral("showCodeButton"), index)->click();
            QVERIFY(code->isVisible());
            QrView expected;
            expected.setContent(links->at(index).accessLink.toEncoded());
            QCOMPARE(code->modules(), expected.modules());
            QVERIFY(code->accessibleName().contains(links->at(index).fullName));
        }
        for (const QWidget *widget : dialog.findChildren<QWidget *>()) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            const QString seen = widget->accessibleName() + widget->toolTip() + (label ? label->text() : QString());
            QVERIFY2(!seen.contains(QStringLiteral("://")), qPrintable(widget->objectName()));
        }
        visible<QPushButton>(dialog, QStringLiteral("showCodeButton"), 1)->click();
        QVERIFY(!code->isVisible());
        QVERIFY(code->modules().isNull());
    }

    void saysFromWhenOnThereAreLinks()
    {
        const Teleconsultation upcoming = m_clinic->schedule(m_clinic->request(minutes(60)));
        InvitationDialog dialog(m_clinic->service(), m_clinic->clock(), upcoming, nullptr);
        QVERIFY(showActive(dialog));
        QTRY_COMPARE(message(dialog)->headline(), QStringLiteral("No links yet"));
        QVERIFY(message(dialog)->sentence().contains(QStringLiteral("Opens at")));
    }

    void theLinksComeWhenTheRoomOpens()
    {
        TeleconsultationRequest request = m_clinic->request(minutes(15));
        request.start = request.start.addSecs(2); // Opens in two seconds.
        const Teleconsultation upcoming = m_clinic->schedule(request);
        InvitationDialog dialog(m_clinic->service(), m_clinic->clock(), upcoming, nullptr);
        QVERIFY(showActive(dialog));
        QTRY_COMPARE(message(dialog)->headline(), QStringLiteral("No links yet"));
        m_clinic->clock().advance(std::chrono::seconds(3));
        QTRY_VERIFY_WITH_TIMEOUT(dialog.findChild<QPushButton *>(QStringLiteral("copyLinkButton")), 20000);
    }

    /// Whose clock is right nobody knows: the service's decides.
    void aServiceWhoseClockIsBehindIsWaitedFor()
    {
        const Teleconsultation upcoming = m_clinic->schedule(m_clinic->request(minutes(16)));
        ManualClock ahead(m_clinic->clock().now().addSecs(61));
        InvitationDialog dialog(m_clinic->service(), ahead, upcoming, nullptr);
        QVERIFY(showActive(dialog));
        QTRY_COMPARE(message(dialog)->headline(), QStringLiteral("No links yet"));
        QVERIFY2(message(dialog)->sentence().startsWith(QStringLiteral("The room opens in a moment")),
                 qPrintable(message(dialog)->sentence()));
        m_clinic->clock().advance(minutes(1));
        QTRY_VERIFY_WITH_TIMEOUT(dialog.findChild<QPushButton *>(QStringLiteral("copyLinkButton")), 20000);
    }

    void aRoomThatIsGoneIsSaidToBe()
    {
        const Teleconsultation open = m_clinic->schedule(m_clinic->request(minutes(14)));
        QVERIFY(m_clinic->deleteRoom(open.roomId));
        InvitationDialog dialog(m_clinic->service(), m_clinic->clock(), open, nullptr);
        QVERIFY(showActive(dialog));
        QTRY_COMPARE(message(dialog)->headline(), QStringLiteral("The room was closed"));
    }

    void whoWaitsIsNotLeftAloneAfterAnError()
    {
        m_clinic.reset();
        Practice practice;
        const QString id = practice.add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 16)});
        InvitationDialog dialog(practice.service(), practice.clock(), practice.find(id), nullptr);
        QVERIFY(showActive(dialog));
        QTRY_COMPARE(message(dialog)->headline(), QStringLiteral("No links yet")); // 10:00 on the wall.
        practice.records().failFinds(Practice::unreachable());
        practice.clock().advance(minutes(1));
        message(dialog)->actionTriggered(); // Sooner than it asks by itself.
        QTRY_COMPARE(message(dialog)->headline(), QStringLiteral("The links could not be loaded"));
        QPushButton *again = message(dialog)->actionButton();
        QVERIFY(again->isVisible());
        again->setFocus();
        const int asked = practice.records().finds();
        QTRY_VERIFY_WITH_TIMEOUT(practice.records().finds() > asked, 20000); // By itself.
        QVERIFY(practice.settle());
        QVERIFY(again->hasFocus());
        practice.records().failFinds(std::nullopt);
        QTRY_VERIFY_WITH_TIMEOUT(dialog.findChild<QPushButton *>(QStringLiteral("copyLinkButton")), 40000);
    }

    void aFailureCanBeTriedAgain()
    {
        Teleconsultation gone = m_clinic->schedule(m_clinic->request(minutes(10)));
        gone.id = QStringLiteral("nosuchrecord");
        InvitationDialog dialog(m_clinic->service(), m_clinic->clock(), gone, nullptr);
        QVERIFY(showActive(dialog));
        QTRY_COMPARE(message(dialog)->headline(), QStringLiteral("The links could not be loaded"));
        QVERIFY(!message(dialog)->sentence().isEmpty());
        QVERIFY(message(dialog)->actionButton()->isVisible());
        message(dialog)->actionButton()->click();
        QTRY_COMPARE(message(dialog)->headline(), QStringLiteral("The links could not be loaded"));
    }

private:
    static EmptyState *message(const InvitationDialog &dialog) { return dialog.findChild<EmptyState *>(); }
    static QString feedback(const InvitationDialog &dialog)
    {
        return dialog.findChild<QLabel *>(QStringLiteral("invitationFeedback"))->text();
    }

    std::unique_ptr<Clinic> m_clinic;
};

QTEST_MAIN(TestInvitationDialog)
#include "test_invitation_dialog.moc"
