// What a kiosk shows that keeps ending without a word.
#include "ui/kiosk/trouble_page.h"

#include "tests/support/manual_clock.h"
#include "tests/ui/support/keyboard.h"
#include "ui/theme/theme.h"
#include "ui/widgets/qr_view.h"

#include <QDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace teleconsult;
using namespace teleconsult::ui;

class TestTroublePage : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    test::ManualClock m_clock;

    TroublePage::Parts parts(const QString &address)
    {
        return {.clock = m_clock, .until = m_clock.now().addSecs(90), .supportAddress = address};
    }

private slots:
    void init() { m_theme = std::make_unique<Theme>(); }
    void cleanup() { m_theme.reset(); }

    void saysWhomToCallAndWhenItTriesAgain()
    {
        TroublePage page(parts(QStringLiteral("+39 02 1234567")));
        QVERIFY(test::showActive(page));
        QVERIFY2(page.sentence().contains(QStringLiteral("+39 02 1234567")), qPrintable(page.sentence()));
        QVERIFY2(page.sentence().contains(QStringLiteral("1:30")), qPrintable(page.sentence()));
        QVERIFY(!page.findChild<QrView *>()->modules().isNull());
        m_clock.advance(std::chrono::seconds(86));
        QTRY_VERIFY(page.sentence().contains(QStringLiteral("0:04")));
    }

    void withoutAnAddressThereIsTheReception()
    {
        TroublePage page(parts({}));
        QVERIFY(test::showActive(page));
        QVERIFY(page.sentence().contains(QStringLiteral("reception")));
        QVERIFY(!page.findChild<QrView *>()->isVisible());
    }

    void triesAgainByItself()
    {
        TroublePage page(parts({}));
        QSignalSpy again(&page, &TroublePage::tryAgain);
        QVERIFY(test::showActive(page));
        m_clock.advance(std::chrono::seconds(91));
        QTRY_COMPARE(again.count(), 1);
    }

    /// By a day, as when the network brings the time after a start: nobody is to wait for a day.
    void aClockThatIsSetBackDoesNotHoldItUp()
    {
        TroublePage page(parts({}));
        QSignalSpy again(&page, &TroublePage::tryAgain);
        QVERIFY(test::showActive(page));
        m_clock.advance(std::chrono::seconds(30));
        QTRY_VERIFY(page.sentence().contains(QStringLiteral("1:00")));
        m_clock.advance(std::chrono::hours(-24));
        QTRY_VERIFY(page.sentence().contains(QStringLiteral("1:30")));
        m_clock.advance(std::chrono::seconds(91));
        QTRY_COMPARE(again.count(), 1);
    }

    void triesAgainForWhoDoesNotWantToWait()
    {
        TroublePage page(parts({}));
        QSignalSpy again(&page, &TroublePage::tryAgain);
        QVERIFY(test::showActive(page));
        auto *now = page.findChild<QPushButton *>(QStringLiteral("kioskTroubleNowButton"));
        QVERIFY(now);
        now->setFocus();
        QTest::keyClick(now, Qt::Key_Space);
        QCOMPARE(again.count(), 1);
    }

    void saysWhatKeepsItFromStarting()
    {
        TroublePage::Parts reasoned = parts(QStringLiteral("+39 02 1234567"));
        reasoned.reason = QStringLiteral("The folder cannot be written to.");
        TroublePage page(reasoned);
        QCOMPARE(page.problem(), reasoned.reason);
        QVERIFY(page.sentence().contains(QStringLiteral("+39 02 1234567")));
        QCOMPARE(TroublePage(parts({})).problem(), QString());
    }

    /// By the window that it fills, not by one that was never shown.
    void itsTextIsAsLargeAsTheScreenWants()
    {
        TroublePage page(parts({}));
        page.resize(1080, 1920);
        QVERIFY(test::showActive(page));
        QTRY_COMPARE(Theme::instance().textScale(), 200);
        TroublePage::Parts wished = parts({});
        wished.textScale = 150;
        TroublePage other(wished);
        other.resize(1080, 1920);
        QVERIFY(test::showActive(other));
        QTRY_COMPARE(Theme::instance().textScale(), 150);
    }

    void isLocked()
    {
        TroublePage page(parts({}));
        QVERIFY(test::showActive(page));
        QDialog stranger;
        stranger.show();
        QTRY_VERIFY(!stranger.isVisible());
    }

    void isNotClosed()
    {
        TroublePage page(parts({}));
        QVERIFY(test::showActive(page));
        page.close();
        QVERIFY(page.isVisible());
    }
};

QTEST_MAIN(TestTroublePage)
#include "test_trouble_page.moc"
