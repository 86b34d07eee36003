#include "ui/call/engine/navigation_policy.h"

#include <QTest>

using namespace teleconsult::ui;
using Verdict = NavigationPolicy::Verdict;

namespace {

QUrl url(const char *text)
{
    return QUrl(QString::fromUtf8(text));
}

CallTarget clinic()
{
    return {url("https://clinic.example.org:8443/call/token"),
            url("https://www.clinic.example.org/goodbye?from=call"),
            {QStringLiteral("*.bandyer.com"), QStringLiteral("cdn.example.net")}};
}

} // namespace

class TestNavigationPolicy : public QObject
{
    Q_OBJECT
private slots:
    void mainFrame_data();
    void mainFrame();
    void patternsThatNameTooMuchAreIgnored_data();
    void patternsThatNameTooMuchAreIgnored();
    void linkMustBeSafe_data();
    void linkMustBeSafe();
    void loopbackNeedsNoEncryption_data();
    void loopbackNeedsNoEncryption();
    void subFrame_data();
    void subFrame();
    void capture_data();
    void capture();
    void outside_data();
    void outside();
    void download_data();
    void download();
    void anEmptyPolicyRefusesEverything();
};

void TestNavigationPolicy::mainFrame_data()
{
    QTest::addColumn<QUrl>("address");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char *name, const char *address, Verdict verdict) {
        QTest::newRow(name) << url(address) << verdict;
    };
    row("the link", "https://clinic.example.org:8443/call/token", Verdict::Allow);
    row("elsewhere in the link's origin", "https://clinic.example.org:8443/other?x=1#y", Verdict::Allow);
    row("the link's host in capitals", "https://CLINIC.example.org:8443/", Verdict::Allow);
    row("another port of the link's host", "https://clinic.example.org/call/token", Verdict::Refuse);
    row("the link's origin without encryption", "http://clinic.example.org:8443/call/token", Verdict::Refuse);
    row("a subdomain of the link's host", "https://a.clinic.example.org:8443/", Verdict::Refuse);
    row("below the wildcard", "https://sandbox.bandyer.com/connect", Verdict::Allow);
    row("far below the wildcard", "https://a.b.bandyer.com/", Verdict::Allow);
    row("its usual port, written out", "https://sandbox.bandyer.com:443/", Verdict::Allow);
    row("another port", "https://sandbox.bandyer.com:444/", Verdict::Refuse);
    row("the wildcard's own domain", "https://bandyer.com/", Verdict::Refuse);
    row("a name that merely ends alike", "https://evilbandyer.com/", Verdict::Refuse);
    row("a name that merely begins alike", "https://sandbox.bandyer.com.evil.org/", Verdict::Refuse);
    row("the wildcard without encryption", "http://sandbox.bandyer.com/", Verdict::Refuse);
    row("the host as a user name", "https://sandbox.bandyer.com@evil.org/", Verdict::Refuse);
    row("a user name in an allowed host", "https://user:word@sandbox.bandyer.com/", Verdict::Refuse);
    row("a trailing dot", "https://sandbox.bandyer.com./", Verdict::Refuse);
    row("look-alike letters", "https://sandbox.bаndyer.com/", Verdict::Refuse); // a Cyrillic а
    row("exact host", "https://cdn.example.net/x", Verdict::Allow);
    row("below the exact host", "https://a.cdn.example.net/", Verdict::Refuse);
    row("anywhere else", "https://example.com/", Verdict::Refuse);
    row("file", "file:///etc/passwd", Verdict::Refuse);
    row("data", "data:text/html,hello", Verdict::Refuse);
    row("javascript", "javascript:alert(1)", Verdict::Refuse);
    row("view-source", "view-source:https://clinic.example.org:8443/", Verdict::Refuse);
    row("blob", "blob:https://clinic.example.org:8443/1-2", Verdict::Refuse);
    row("about:blank", "about:blank", Verdict::Refuse);
    row("chrome", "chrome://crash", Verdict::Refuse);
    row("qrc", "qrc:/index.html", Verdict::Refuse);
    row("mailto", "mailto:a@example.org", Verdict::Refuse);
    row("another program's scheme", "tel:112", Verdict::Refuse);
    row("websocket", "wss://sandbox.bandyer.com/", Verdict::Refuse);
    row("nothing", "", Verdict::Refuse);
    row("relative", "/call", Verdict::Refuse);
    row("the redirect", "https://www.clinic.example.org/goodbye?from=call", Verdict::EndCall);
    row("the redirect with more", "https://www.clinic.example.org/goodbye/?a=b&from=call#z", Verdict::EndCall);
    row("the redirect with less", "https://www.clinic.example.org/goodbye", Verdict::Refuse);
    row("beside the redirect", "https://www.clinic.example.org/", Verdict::Refuse);
    row("below the redirect", "https://www.clinic.example.org/goodbye/more?from=call", Verdict::Refuse);
    row("the redirect without encryption", "http://www.clinic.example.org/goodbye?from=call", Verdict::Refuse);
}

void TestNavigationPolicy::mainFrame()
{
    QFETCH(QUrl, address);
    QFETCH(Verdict, verdict);
    QCOMPARE(NavigationPolicy(clinic()).mainFrame(address), verdict);
}

void TestNavigationPolicy::patternsThatNameTooMuchAreIgnored_data()
{
    QTest::addColumn<QString>("pattern");
    for (const char *pattern : {"*", "*.", "*.com", "*com", "**.example.com", "", "https://evil.example.com"})
        QTest::newRow(pattern) << QString::fromLatin1(pattern);
}

void TestNavigationPolicy::patternsThatNameTooMuchAreIgnored()
{
    QFETCH(QString, pattern);
    CallTarget target = clinic();
    target.allowedHosts = {pattern};
    QCOMPARE(NavigationPolicy(target).mainFrame(url("https://evil.example.com/")), Verdict::Refuse);
}

void TestNavigationPolicy::linkMustBeSafe_data()
{
    QTest::addColumn<QUrl>("link");
    QTest::addColumn<bool>("safe");
    QTest::newRow("https") << url("https://sandbox.bandyer.com/connect/x") << true;
    QTest::newRow("http") << url("http://sandbox.bandyer.com/connect/x") << false;
    QTest::newRow("http on loopback") << url("http://127.0.0.1:4711/call/x") << true;
    QTest::newRow("a user name") << url("https://user@sandbox.bandyer.com/") << false;
    QTest::newRow("file") << url("file:///tmp/x.html") << false;
    QTest::newRow("data") << url("data:text/html,x") << false;
    QTest::newRow("nothing") << QUrl() << false;
    QTest::newRow("relative") << url("/call/x") << false;
}

void TestNavigationPolicy::linkMustBeSafe()
{
    QFETCH(QUrl, link);
    QFETCH(bool, safe);
    const NavigationPolicy policy({link, {}, {}});
    QCOMPARE(policy.mayOpenLink(), safe);
    QCOMPARE(policy.mainFrame(link), safe ? Verdict::Allow : Verdict::Refuse);
    QCOMPARE(policy.mayCapture(link, link), safe);
}

void TestNavigationPolicy::loopbackNeedsNoEncryption_data()
{
    QTest::addColumn<QUrl>("address");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("own origin") << url("http://127.0.0.1:4711/x") << Verdict::Allow;
    QTest::newRow("an allowed host, any port") << url("http://localhost:99/x") << Verdict::Allow;
    QTest::newRow("IPv6, not named") << url("http://[::1]:4711/x") << Verdict::Refuse;
    QTest::newRow("another port of its own") << url("http://127.0.0.1:4712/x") << Verdict::Refuse;
    QTest::newRow("a name that begins alike") << url("http://127.0.0.1.example.org:4711/x") << Verdict::Refuse;
    QTest::newRow("a name that ends alike") << url("http://evil.localhost:99/x") << Verdict::Refuse;
}

void TestNavigationPolicy::loopbackNeedsNoEncryption()
{
    QFETCH(QUrl, address);
    QFETCH(Verdict, verdict);
    const NavigationPolicy policy({url("http://127.0.0.1:4711/call"), {}, {QStringLiteral("localhost")}});
    QCOMPARE(policy.mainFrame(address), verdict);
}

void TestNavigationPolicy::subFrame_data()
{
    QTest::addColumn<QUrl>("address");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("own origin") << url("https://clinic.example.org:8443/frame") << Verdict::Allow;
    QTest::newRow("allowed host") << url("https://cdn.example.net/frame") << Verdict::Allow;
    QTest::newRow("about:blank") << url("about:blank") << Verdict::Allow;
    QTest::newRow("about:srcdoc") << url("about:srcdoc") << Verdict::Allow;
    QTest::newRow("about:version") << url("about:version") << Verdict::Refuse;
    QTest::newRow("own blob") << url("blob:https://clinic.example.org:8443/1-2") << Verdict::Allow;
    QTest::newRow("foreign blob") << url("blob:https://example.com/1-2") << Verdict::Refuse;
    QTest::newRow("elsewhere") << url("https://example.com/") << Verdict::Refuse;
    QTest::newRow("data") << url("data:text/html,x") << Verdict::Refuse;
    QTest::newRow("file") << url("file:///etc/passwd") << Verdict::Refuse;
    QTest::newRow("the redirect") << url("https://www.clinic.example.org/goodbye?from=call") << Verdict::Refuse;
}

void TestNavigationPolicy::subFrame()
{
    QFETCH(QUrl, address);
    QFETCH(Verdict, verdict);
    QCOMPARE(NavigationPolicy(clinic()).subFrame(address), verdict);
}

void TestNavigationPolicy::capture_data()
{
    QTest::addColumn<QUrl>("origin");
    QTest::addColumn<QUrl>("mainFrame");
    QTest::addColumn<bool>("granted");
    const QUrl own = url("https://clinic.example.org:8443/");
    const QUrl page = url("https://clinic.example.org:8443/call/token");
    const QUrl allowed = url("https://cdn.example.net/");
    QTest::newRow("the page itself") << own << page << true;
    QTest::newRow("an allowed host in a frame") << allowed << page << false;
    QTest::newRow("the own origin in somebody's frame") << own << allowed << false;
    QTest::newRow("an allowed host as the page") << allowed << allowed << false;
    QTest::newRow("another port") << url("https://clinic.example.org/") << page << false;
    QTest::newRow("no encryption") << url("http://clinic.example.org:8443/") << page << false;
    QTest::newRow("no origin") << QUrl() << page << false;
    QTest::newRow("before anything is shown") << own << QUrl() << false;
}

void TestNavigationPolicy::capture()
{
    QFETCH(QUrl, origin);
    QFETCH(QUrl, mainFrame);
    QFETCH(bool, granted);
    QCOMPARE(NavigationPolicy(clinic()).mayCapture(origin, mainFrame), granted);
}

void TestNavigationPolicy::outside_data()
{
    QTest::addColumn<QUrl>("address");
    QTest::addColumn<bool>("userInitiated");
    QTest::addColumn<bool>("opens");
    QTest::newRow("clicked") << url("https://example.com/help") << true << true;
    QTest::newRow("not clicked") << url("https://example.com/help") << false << false;
    QTest::newRow("not encrypted") << url("http://example.com/help") << true << false;
    QTest::newRow("on the machine itself, not encrypted") << url("http://127.0.0.1:631/") << true << false;
    QTest::newRow("the call's own origin") << url("https://clinic.example.org:8443/call/token") << true << false;
    QTest::newRow("one of the call's hosts") << url("https://sandbox.bandyer.com/x") << true << false;
    QTest::newRow("another program's scheme") << url("mailto:a@example.com") << true << false;
    QTest::newRow("file") << url("file:///etc/passwd") << true << false;
    QTest::newRow("javascript") << url("javascript:alert(1)") << true << false;
    QTest::newRow("a user name") << url("https://token@example.com/") << true << false;
}

void TestNavigationPolicy::outside()
{
    QFETCH(QUrl, address);
    QFETCH(bool, userInitiated);
    QFETCH(bool, opens);
    QCOMPARE(NavigationPolicy(clinic()).mayOpenOutside(address, userInitiated), opens);
}

void TestNavigationPolicy::download_data()
{
    QTest::addColumn<QUrl>("address");
    QTest::addColumn<bool>("saved");
    QTest::newRow("of the link's origin") << url("https://clinic.example.org:8443/file") << true;
    QTest::newRow("of an allowed host") << url("https://files.bandyer.com/x.pdf") << true;
    QTest::newRow("made by the page") << url("blob:https://clinic.example.org:8443/1-2") << true;
    QTest::newRow("written in the address") << url("data:text/plain,x") << true;
    QTest::newRow("elsewhere") << url("https://example.com/x.pdf") << false;
    QTest::newRow("made elsewhere") << url("blob:https://example.com/1-2") << false;
    QTest::newRow("without encryption") << url("http://files.bandyer.com/x.pdf") << false;
    QTest::newRow("a file of this computer") << url("file:///etc/passwd") << false;
    QTest::newRow("an empty page") << url("about:blank") << false;
}

void TestNavigationPolicy::download()
{
    QFETCH(QUrl, address);
    QTEST(NavigationPolicy(clinic()).mayDownload(address), "saved");
}

void TestNavigationPolicy::anEmptyPolicyRefusesEverything()
{
    const NavigationPolicy policy;
    QVERIFY(!policy.mayOpenLink());
    QCOMPARE(policy.mainFrame(url("https://example.org/")), Verdict::Refuse);
    QCOMPARE(policy.mainFrame(QUrl()), Verdict::Refuse);
    QCOMPARE(policy.subFrame(url("https://example.org/")), Verdict::Refuse);
    QVERIFY(!policy.mayCapture(QUrl(), QUrl()));
    QVERIFY(!policy.mayDownload(url("data:text/plain,x")));
}

QTEST_GUILESS_MAIN(TestNavigationPolicy)
#include "test_navigation_policy.moc"
