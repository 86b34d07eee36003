// What a page of the call may load, use and open, with the real engine and pages of two origins.
#include "tests/ui/call/engine/call_view_test.h"

#include <QAbstractButton>
#include <QListWidget>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace teleconsult::test;
using namespace teleconsult::ui;

class TestCallWebPage : public CallViewTest
{
    Q_OBJECT
private slots:
    void devicesAreForTheLinksOrigin();
    void devicesAreNotForAFrameOfAnotherOrigin();
    void devicesAreNotForAnotherOriginTheCallWentTo();
    void otherPermissionsAreDenied();
    void theWholeScreenIsSharedOnlyAfterAWord_data();
    void theWholeScreenIsSharedOnlyAfterAWord();
    void aCallThatEndsTakesTheScreenQuestionAway();
    void leadingElsewhereIsRefused_data();
    void leadingElsewhereIsRefused();
    void aLinkThatLeadsElsewhereFails();
    void aLinkThatIsNotSafeFails();
    void aWindowOpenedByTheScriptAloneIsRefused();
    void aClickedHttpsLinkOpensOutside();
    void aClickedLinkOfTheCallStaysInside();
    void aFileIsRefused();
};

void TestCallWebPage::devicesAreForTheLinksOrigin()
{
    m_own->addPage(QStringLiteral("/call"), askForDevices());
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(m_own->reports(), QStringList{QStringLiteral("granted")}, patience);
}

void TestCallWebPage::devicesAreNotForAFrameOfAnotherOrigin()
{
    m_other->addPage(QStringLiteral("/frame"), askForDevices());
    m_own->addPage(
        QStringLiteral("/call"),
        QStringLiteral("<iframe allow='camera; microphone' src='%1/frame'></iframe>").arg(m_other->origin()));
    open(QStringLiteral("/call"), {QStringLiteral("127.0.0.1")});
    QTRY_COMPARE_WITH_TIMEOUT(m_other->reports(), QStringList{QStringLiteral("denied")}, patience);
}

void TestCallWebPage::devicesAreNotForAnotherOriginTheCallWentTo()
{
    m_other->addPage(QStringLiteral("/page"), askForDevices());
    m_own->addRedirect(QStringLiteral("/call"), m_other->url(QStringLiteral("/page")));
    open(QStringLiteral("/call"), {QStringLiteral("127.0.0.1")});
    QTRY_COMPARE_WITH_TIMEOUT(m_other->reports(), QStringList{QStringLiteral("denied")}, patience);
}

void TestCallWebPage::otherPermissionsAreDenied()
{
    m_own->addPage(QStringLiteral("/call"),
                   QStringLiteral("<script>Notification.requestPermission().then(report);"
                                  "navigator.geolocation.getCurrentPosition(() => report('found'),"
                                  "                                         () => report('not found'));</script>"));
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(m_own->reports().size(), 2, patience);
    QVERIFY2(m_own->reports().contains(QStringLiteral("denied")), qPrintable(m_own->reports().join(u' ')));
    QVERIFY2(m_own->reports().contains(QStringLiteral("not found")), qPrintable(m_own->reports().join(u' ')));
}

void TestCallWebPage::theWholeScreenIsSharedOnlyAfterAWord_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("refused") << QStringLiteral("refuseScreen") << QStringLiteral("not shared");
    QTest::newRow("agreed") << QStringLiteral("shareScreen") << QStringLiteral("shared");
}

void TestCallWebPage::theWholeScreenIsSharedOnlyAfterAWord()
{
    QFETCH(QString, button);
    QFETCH(QString, outcome);
    m_own->addPage(QStringLiteral("/call"),
                   everywhere(QStringLiteral("onclick=\"navigator.mediaDevices.getDisplayMedia({video: true})"
                                             ".then(() => report('shared'), () => report('not shared'))\"")));
    open(QStringLiteral("/call"));
    click();
    const auto prompt = [&]() -> QWidget * {
        return m_window->findChild<QWidget *>(QStringLiteral("screenSharePrompt"));
    };
    QTRY_VERIFY_WITH_TIMEOUT(prompt(), patience);
    QVERIFY(!m_own->reports().contains(QStringLiteral("shared")));
    // Where the engine offers a choice, the first screen is chosen.
    if (auto *sources = prompt()->findChild<QListWidget *>(QStringLiteral("screenShareSources")))
        sources->setCurrentRow(0);
    auto *choice = prompt()->findChild<QAbstractButton *>(button);
    QVERIFY(choice);
    QTest::mouseClick(choice, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(outcome), patience);
    QCOMPARE(m_own->reports().size(), 2);
}

void TestCallWebPage::aCallThatEndsTakesTheScreenQuestionAway()
{
    m_own->addPage(QStringLiteral("/call"),
                   everywhere(QStringLiteral("onclick=\"navigator.mediaDevices.getDisplayMedia({video: true})\"")));
    open(QStringLiteral("/call"));
    click();
    QPointer<QWidget> prompt;
    QTRY_VERIFY_WITH_TIMEOUT((prompt = m_window->findChild<QWidget *>(QStringLiteral("screenSharePrompt"))).get(),
                             patience);
    delete m_view;
    QTRY_VERIFY_WITH_TIMEOUT(!prompt, patience);
}

void TestCallWebPage::leadingElsewhereIsRefused_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("another origin") << QStringLiteral("location.href = other + '/page'");
    QTest::newRow("by way of the server") << QStringLiteral("location.href = '/bounce'");
    QTest::newRow("frame") << QStringLiteral("document.body.innerHTML = `<iframe src='${other}/page'></iframe>`");
    QTest::newRow("data") << QStringLiteral("location.href = 'data:text/html,x'");
    QTest::newRow("file") << QStringLiteral("location.href = 'file:///etc/passwd'");
    QTest::newRow("view-source") << QStringLiteral("location.href = 'view-source:' + location.href");
    QTest::newRow("javascript") << QStringLiteral("location.href = 'javascript:void(0)'");
    QTest::newRow("another program") << QStringLiteral("location.href = 'tel:112'");
    QTest::newRow("form") << QStringLiteral("document.body.innerHTML = `<form method=post action='${other}/page'>`;"
                                            "document.forms[0].submit()");
}

void TestCallWebPage::leadingElsewhereIsRefused()
{
    QFETCH(QString, script);
    m_other->addPage(QStringLiteral("/page"), {});
    m_own->addRedirect(QStringLiteral("/bounce"), m_other->url(QStringLiteral("/page")));
    m_own->addPage(QStringLiteral("/call"), QStringLiteral("<script>const other = '%1'; onload = () => { %2;"
                                                           "setTimeout(() => report('still here'), 200); }</script>")
                                                .arg(m_other->origin(), script));
    QSignalSpy failed(m_view, &CallView::failed);
    QSignalSpy ready(m_view, &CallView::pageReady);
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(m_own->reports(), QStringList{QStringLiteral("still here")}, patience);
    QCOMPARE(m_other->requests(), QStringList());
    QCOMPARE(failed.count(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patience);
}

void TestCallWebPage::aLinkThatLeadsElsewhereFails()
{
    m_own->addRedirect(QStringLiteral("/call"), m_other->url(QStringLiteral("/page")));
    QSignalSpy failed(m_view, &CallView::failed);
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
    QCOMPARE(failed.first().first().toBool(), false);
    QCOMPARE(m_other->requests(), QStringList());
}

void TestCallWebPage::aLinkThatIsNotSafeFails()
{
    QSignalSpy failed(m_view, &CallView::failed);
    m_view->open({QUrl(QStringLiteral("http://sandbox.bandyer.com/connect/x")), {}, {QStringLiteral("*.bandyer.com")}});
    QCOMPARE(failed.count(), 0);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().toBool(), false);
}

void TestCallWebPage::aWindowOpenedByTheScriptAloneIsRefused()
{
    m_own->addPage(
        QStringLiteral("/call"),
        QStringLiteral("<script>report(window.open('https://example.com/') ? 'opened' : 'refused')</script>"));
    open(QStringLiteral("/call"));
    QTRY_COMPARE_WITH_TIMEOUT(m_own->reports(), QStringList{QStringLiteral("refused")}, patience);
    QCOMPARE(m_outside, QList<QUrl>());
}

void TestCallWebPage::aClickedHttpsLinkOpensOutside()
{
    m_own->addPage(QStringLiteral("/call"),
                   everywhere(QStringLiteral("href='https://example.com/help' target='_blank'")));
    open(QStringLiteral("/call"));
    click();
    QTRY_COMPARE_WITH_TIMEOUT(m_outside, QList<QUrl>{QUrl(QStringLiteral("https://example.com/help"))}, patience);
}

void TestCallWebPage::aClickedLinkOfTheCallStaysInside()
{
    m_own->addPage(QStringLiteral("/call"),
                   everywhere(QStringLiteral("href='/more' target='_blank' onclick=\"report('clicked')\"")));
    open(QStringLiteral("/call"));
    click();
    QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("clicked")), patience);
    QCOMPARE(m_outside, QList<QUrl>());
    QCOMPARE(m_own->requests().count(QStringLiteral("/more")), 0);
}

void TestCallWebPage::aFileIsRefused()
{
    m_own->addAnswer(QStringLiteral("/file"), "200 OK",
                     "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=report.pdf\r\n",
                     "pdf");
    m_own->addPage(QStringLiteral("/call"), everywhere(QStringLiteral("href='/file' download")));
    QSignalSpy refused(m_view, &CallView::downloadRefused);
    QSignalSpy failed(m_view, &CallView::failed);
    open(QStringLiteral("/call"));
    click();
    QTRY_COMPARE_WITH_TIMEOUT(refused.count(), 1, patience);
    QCOMPARE(failed.count(), 0);
}

int main(int argc, char **argv)
{
    return runCallViewTest(argc, argv, [] { return std::make_unique<TestCallWebPage>(); });
}

#include "test_call_web_page.moc"
