// The call page in real browsers: sound and picture that arrive, and the buttons.
#include "tests/core/sandbox/call_page_test.h"

using namespace teleconsult::sandbox;
using namespace teleconsult::sandbox::test;

namespace {

/// Sound and picture from one other participant arrive.
const QString mediaArrives = QStringLiteral(
    "(await teleconsultCall.stats()).some(p => p.connectionState === 'connected' && p.framesDecoded > 2 && "
    "p.audioBytesReceived > 0 && p.totalAudioEnergy > 0)");

/// A key, to wherever the focus is. `text`: what it types, if anything.
void press(CdpClient &page, const QString &key, const QString &text)
{
    const QJsonObject event{{QStringLiteral("key"), key}, {QStringLiteral("text"), text}};
    for (const char *type : {"keyDown", "keyUp"}) {
        QJsonObject step = event;
        step.insert(QStringLiteral("type"), QLatin1String(type));
        page.call(QStringLiteral("Input.dispatchKeyEvent"), step);
    }
}

} // namespace

class TestCallPage : public CallPageTest
{
    Q_OBJECT

private slots:
    void soundAndPictureArrive();
    void threeMeet();
    void pictureComesBeforeSoundIsAllowed();
    void aScreenIsShared();
    void chatIsSeenByTheOther();
    void noDeviceStaysOpenAfterHangingUp();
    void filesAreSeenByTheOther();
    void aLostConnectionComesBack();
    void chatOutlivesALostPlace();
    void hangingUpEndsALiveCall();
    void toolsThatAreOffHaveNoButton();
    void followsTheLink();
    void takesPartWithoutDevices();
    void showsADeadLink();
    void aCallThatDoesNotOpenMayBeTriedAgain();
};

void TestCallPage::soundAndPictureArrive()
{
    const auto doctor = open(m_browser, 0, QStringLiteral("display_name=Anna&language=en"));
    const auto patient = open(m_otherBrowser, 1, QStringLiteral("dn=Mario&l=it"));
    QVERIFY(doctor && patient);
    VERIFY_PAGE(*doctor, mediaArrives);
    VERIFY_PAGE(*patient, mediaArrives);
    VERIFY_PAGE(*doctor, phaseIs("in-call"));
    QCOMPARE(doctor->evaluate(QStringLiteral("teleconsultCall.participants()[0].name")).toString(),
             QStringLiteral("Mario"));
    QCOMPARE(doctor->evaluate(QStringLiteral("document.querySelector('.tile.own .initials').textContent")).toString(),
             QStringLiteral("A"));
    QVERIFY(doctor->click(selector("camera-button")));
    VERIFY_PAGE(*patient, QStringLiteral("teleconsultCall.participants()[0].video === false"));
    QVERIFY(doctor->click(selector("mic-button")));
    VERIFY_PAGE(*patient, QStringLiteral("teleconsultCall.participants()[0].audio === false"));
    VERIFY_PAGE(*doctor,
                element("mic-button") + QStringLiteral(".getAttribute('aria-label') === 'Turn on the microphone'"));
    QVERIFY(doctor->click(selector("camera-button")));
    VERIFY_PAGE(*patient, QStringLiteral("teleconsultCall.participants()[0].video"));
}

/// Everybody sees and hears each of the others.
void TestCallPage::threeMeet()
{
    m_room = m_fixture->room({{QStringLiteral("live"), true}}, 2);
    const auto first = open(m_browser, 0, QStringLiteral("display_name=Anna"));
    const auto second = open(m_otherBrowser, 1, QStringLiteral("display_name=Mario"));
    const auto third = open(m_otherBrowser, 2, QStringLiteral("display_name=Luca"));
    QVERIFY(first && second && third);
    const QString bothArrive = QStringLiteral(
        "(await teleconsultCall.stats()).filter(p => p.connectionState === 'connected' && p.framesDecoded > 2 && "
        "p.totalAudioEnergy > 0).length === 2");
    VERIFY_PAGE(*first, bothArrive);
    VERIFY_PAGE(*second, bothArrive);
    VERIFY_PAGE(*third, bothArrive);
    const QString names = QStringLiteral("teleconsultCall.participants().map(p => p.name).sort().join()");
    QCOMPARE(first->evaluate(names).toString(), QStringLiteral("Luca,Mario"));
    QCOMPARE(third->evaluate(names).toString(), QStringLiteral("Anna,Mario"));
    // What one of them does is told of that one.
    QVERIFY(second->click(selector("camera-button")));
    const QString withoutPicture = QStringLiteral(
        "teleconsultCall.participants().filter(p => p.video === false).map(p => p.name).join() === 'Mario'");
    VERIFY_PAGE(*first, withoutPicture);
    VERIFY_PAGE(*third, withoutPicture);
}

void TestCallPage::pictureComesBeforeSoundIsAllowed()
{
    HeadlessChromium strictBrowser;
    QVERIFY2(strictBrowser.start({QStringLiteral("--autoplay-policy=document-user-activation-required")}),
             qPrintable(strictBrowser.errorString()));
    const auto patient = open(strictBrowser, 1);
    QVERIFY(patient);
    patient->setIsPerson(false);
    const auto doctor = open(m_browser, 0);
    const QString video = QStringLiteral("document.querySelector('.tile:not(.own) video')");
    VERIFY_PAGE(*patient, element("notice-sound"));
    VERIFY_PAGE(
        *patient,
        QStringLiteral("!%1.paused && %1.muted && %1.getVideoPlaybackQuality().totalVideoFrames > 2").arg(video));
    QVERIFY(doctor->click(selector("mic-button"))); // What is shown anew stays as it is.
    VERIFY_PAGE(*patient, QStringLiteral("document.querySelector('.tile:not(.own).muted')"));
    VERIFY_PAGE(*patient, QStringLiteral("!%1.paused && %1.muted").arg(video));
    QVERIFY(patient->click(selector("enable-sound")));
    VERIFY_PAGE(*patient, QStringLiteral("!%1.paused && !%1.muted").arg(video));
    QVERIFY(!patient->evaluate(QStringLiteral("!!") + element("notice-sound")).toBool());
}

void TestCallPage::aScreenIsShared()
{
    const auto doctor = open(m_browser, 0);
    const auto patient = open(m_otherBrowser, 1);
    VERIFY_PAGE(*patient, mediaArrives);
    QVERIFY(doctor->click(selector("screen-button")));
    VERIFY_PAGE(*patient,
                QStringLiteral("(await teleconsultCall.stats()).some(p => p.screen && p.screenFramesDecoded > 2)"));
    QCOMPARE(patient->evaluate(QStringLiteral("document.querySelectorAll('.tile.screen').length")).toInt(), 1);
    QVERIFY(doctor->click(selector("screen-button")));
    VERIFY_PAGE(*patient, QStringLiteral("!document.querySelector('.tile.screen')"));
}

void TestCallPage::chatIsSeenByTheOther()
{
    const auto doctor = open(m_browser, 0, QStringLiteral("dn=Anna"));
    const auto patient = open(m_otherBrowser, 1);
    VERIFY_PAGE(*patient, phaseIs("in-call"));
    QVERIFY(doctor->click(selector("chat-button")));
    // By keyboard, as people write.
    doctor->call(QStringLiteral("Input.insertText"), {{QStringLiteral("text"), QStringLiteral("<b>Buongiorno</b>")}});
    press(*doctor, QStringLiteral("!"), QStringLiteral("!"));
    press(*doctor, QStringLiteral("Enter"), QStringLiteral("\r"));
    VERIFY_PAGE(*patient, element("chat-message") + QStringLiteral("?.textContent === 'Anna<b>Buongiorno</b>!'"));
    VERIFY_PAGE(*patient, element("chat-button") + QStringLiteral(".textContent.trim() === '1'"));
    press(*doctor, QStringLiteral("Escape"), {});
    VERIFY_PAGE(*doctor, element("chat-panel") + QStringLiteral(".hidden"));
}

void TestCallPage::noDeviceStaysOpenAfterHangingUp()
{
    // The page stays, so that it can be asked.
    m_fixture->put(QStringLiteral("/v2/company"), {{QStringLiteral("end_call_redirect_url"), QJsonValue()}});
    const auto doctor = open(m_browser, 0);
    VERIFY_PAGE(*doctor, element("camera-button") + QStringLiteral(".dataset.on === 'true'"));
    QVERIFY(doctor->click(selector("camera-button"))); // off
    doctor->evaluate(QStringLiteral(
        "const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);"
        "navigator.mediaDevices.getUserMedia = async (wish) => { window.asking = true; "
        "await new Promise(allow => { window.allow = allow; }); return window.given = await ask(wish); }; true"));
    QVERIFY(doctor->click(selector("camera-button")));
    VERIFY_PAGE(*doctor, QStringLiteral("window.asking"));
    QVERIFY(doctor->click(selector("hangup-button")));
    VERIFY_PAGE(*doctor, phaseIs("ended"));
    doctor->evaluate(QStringLiteral("window.allow(); true"));
    VERIFY_PAGE(*doctor, QStringLiteral("window.given?.getTracks().every(track => track.readyState === 'ended')"));
}

void TestCallPage::filesAreSeenByTheOther()
{
    const auto doctor = open(m_browser, 0);
    const auto patient = open(m_otherBrowser, 1);
    VERIFY_PAGE(*patient, phaseIs("in-call"));
    QVERIFY(doctor->click(selector("files-button")));
    doctor->evaluate(QStringLiteral("(() => { const input = %1; const data = new DataTransfer();"
                                    "data.items.add(new File(['content'], 'referto.txt')); input.files = data.files;"
                                    "input.dispatchEvent(new Event('change')); })()")
                         .arg(element("file-input")));
    VERIFY_PAGE(*patient, element("file-item") + QStringLiteral("?.textContent.includes('referto.txt')"));
    QCOMPARE(patient
                 ->evaluate(
                     QStringLiteral("fetch(%1.querySelector('a').href).then(r => r.text())").arg(element("file-item")))
                 .toString(),
             QStringLiteral("content"));
}

void TestCallPage::aLostConnectionComesBack()
{
    const auto doctor = open(m_browser, 0);
    const auto patient = open(m_otherBrowser, 1);
    VERIFY_PAGE(*doctor, mediaArrives);
    const QJsonValue before = doctor->evaluate(QStringLiteral("teleconsultCall.participants()[0].id"));
    patient->evaluate(QStringLiteral("teleconsultCall.interrupt()"));
    QVERIFY(patient->click(selector("mic-button")));
    VERIFY_PAGE(*doctor, QStringLiteral("teleconsultCall.participants()[0].audio === false"));
    VERIFY_PAGE(*patient, phaseIs("in-call"));
    QCOMPARE(doctor->evaluate(QStringLiteral("teleconsultCall.participants()[0].id")), before);
}

void TestCallPage::chatOutlivesALostPlace()
{
    m_room = m_fixture->room();
    const auto doctor = open(m_browser, 0);
    const auto patient = open(m_otherBrowser, 1);
    VERIFY_PAGE(*doctor, phaseIs("in-call"));
    VERIFY_PAGE(*patient, phaseIs("in-call"));
    // The page asks over HTTP before it connects again; it gets no answer until its place is gone.
    patient->evaluate(QStringLiteral("(() => { const ask = window.fetch; const held = new Promise(go => window.letGo = "
                                     "go); window.fetch = (...what) => held.then(() => ask(...what)); })()"));
    patient->evaluate(QStringLiteral("teleconsultCall.interrupt()"));
    VERIFY_PAGE(*patient, phaseIs("reconnecting"));
    QVERIFY(patient->click(selector("chat-button")));
    patient->evaluate(element("chat-input") + QStringLiteral(".value = 'Ci sono'"));
    QVERIFY(patient->click(selector("chat-send")));
    VERIFY_PAGE(*doctor, phaseIs("waiting"));
    patient->evaluate(QStringLiteral("letGo()"));
    for (CdpClient *page : {doctor.get(), patient.get()})
        VERIFY_PAGE(*page, element("chat-message") + QStringLiteral("?.textContent.endsWith('Ci sono')"));
    QCOMPARE(patient->evaluate(QStringLiteral("document.querySelectorAll('%1').length").arg(selector("chat-message")))
                 .toInt(),
             1);
}

void TestCallPage::hangingUpEndsALiveCall()
{
    const auto doctor = open(m_browser, 0, QStringLiteral("l=it&t=dark"));
    const auto patient = open(m_otherBrowser, 1, QStringLiteral("l=en&t=light"));
    VERIFY_PAGE(*patient, phaseIs("in-call"));
    VERIFY_PAGE(*doctor, phaseIs("in-call"));
    // The end reaches one who is just saying something, too.
    patient->evaluate(QStringLiteral("setInterval(() => { for (let i = 0; i < 20; ++i) %1.click(); }, 0); true")
                          .arg(element("mic-button")));
    // In one go: the page leaves soon afterwards.
    QCOMPARE(doctor
                 ->evaluate(QStringLiteral("(() => { %1.click(); return %2.textContent; })()")
                                .arg(element("hangup-button"), element("ended-title")))
                 .toString(),
             QStringLiteral("La chiamata è terminata"));
    for (CdpClient *page : {doctor.get(), patient.get()})
        VERIFY_PAGE(*page, QStringLiteral("location.pathname === '/ended' && ") + element("notice-ended"));
    const QString look = QStringLiteral("document.documentElement.lang + document.documentElement.dataset.theme");
    QCOMPARE(doctor->evaluate(look).toString(), QStringLiteral("itdark"));
    QCOMPARE(patient->evaluate(look).toString(), QStringLiteral("enlight"));
}

void TestCallPage::toolsThatAreOffHaveNoButton()
{
    m_room = m_fixture->roomWithTools({{QStringLiteral("chat"), true}});
    const auto doctor = open(m_browser, 0);
    VERIFY_PAGE(*doctor, phaseIs("waiting"));
    QCOMPARE(doctor->evaluate(element("chat-button") + QStringLiteral(".hidden")), QJsonValue(false));
    QCOMPARE(doctor->evaluate(element("files-button") + QStringLiteral(".hidden")), QJsonValue(true));
    QCOMPARE(doctor->evaluate(element("screen-button") + QStringLiteral(".hidden")), QJsonValue(true));
}

void TestCallPage::followsTheLink()
{
    m_fixture->put(
        QStringLiteral("/v2/company/theme"),
        {{QStringLiteral("dark"), QJsonObject{{QStringLiteral("primary_color"), QStringLiteral("#123456")}}}});
    const auto doctor =
        open(m_browser, 0,
             QStringLiteral("language=en&theme=dark&audio_disabled=true&video_disabled=true&virtual_background=blur"));
    VERIFY_PAGE(*doctor, phaseIs("waiting"));
    VERIFY_PAGE(*doctor, element("mic-button") + QStringLiteral(".dataset.on === 'false'"));
    QCOMPARE(doctor->evaluate(element("camera-button") + QStringLiteral(".dataset.on")).toString(),
             QStringLiteral("false"));
    QCOMPARE(doctor->evaluate(QStringLiteral("document.documentElement.lang + document.documentElement.dataset.theme"))
                 .toString(),
             QStringLiteral("endark"));
    QCOMPARE(
        doctor->evaluate(QStringLiteral("getComputedStyle(document.documentElement).getPropertyValue('--primary')"))
            .toString(),
        QStringLiteral("#123456"));
    QCOMPARE(doctor->evaluate(element("call-status") + QStringLiteral(".textContent")).toString(),
             QStringLiteral("Waiting for the other participants"));
}

void TestCallPage::takesPartWithoutDevices()
{
    const auto doctor = open(m_browser, 0);
    const auto patient = m_otherBrowser.open(QUrl(QStringLiteral("about:blank")));
    patient->call(QStringLiteral("Page.enable"));
    patient->call(
        QStringLiteral("Page.addScriptToEvaluateOnNewDocument"),
        {{QStringLiteral("source"), QStringLiteral("MediaDevices.prototype.getUserMedia = () => Promise.reject("
                                                   "new DOMException('refused', 'NotAllowedError'))")}});
    QVERIFY(patient->navigate(QUrl(linkOf(m_room, 1).toString() + QStringLiteral("?l=en"))));
    VERIFY_PAGE(*patient,
                element("notice-devices") + QStringLiteral("?.textContent.startsWith('No camera or microphone')"));
    VERIFY_PAGE(*patient, QStringLiteral("(await teleconsultCall.stats()).some(p => p.framesDecoded > 2)"));
    VERIFY_PAGE(*doctor, QStringLiteral("teleconsultCall.participants()[0].connectionState === 'connected'"));
    QCOMPARE(doctor->evaluate(QStringLiteral("teleconsultCall.participants()[0].video")), QJsonValue(false));
}

void TestCallPage::showsADeadLink()
{
    const auto doctor = open(m_browser, 0);
    VERIFY_PAGE(*doctor, phaseIs("waiting"));
    m_fixture->remove(QStringLiteral("/v2/rooms/") + m_room.value(QLatin1String("id")).toString());
    VERIFY_PAGE(*doctor, QStringLiteral("location.pathname === '/ended' && ") + element("notice-ended"));
    const auto again = open(m_browser, 0);
    VERIFY_PAGE(*again, element("notice-dead-link"));
}

void TestCallPage::aCallThatDoesNotOpenMayBeTriedAgain()
{
    const auto doctor = m_browser.open(QUrl(QStringLiteral("about:blank")));
    doctor->call(QStringLiteral("Page.enable"));
    doctor->call(
        QStringLiteral("Page.addScriptToEvaluateOnNewDocument"),
        {{QStringLiteral("source"), QStringLiteral("if (!sessionStorage.tried) { sessionStorage.tried = 1;"
                                                   "window.fetch = () => Promise.reject(new TypeError()); }")}});
    QVERIFY(doctor->navigate(QUrl(linkOf(m_room, 0).toString() + QStringLiteral("?l=en"))));
    VERIFY_PAGE(*doctor, phaseIs("failed"));
    QCOMPARE(doctor->evaluate(element("rejoin-button") + QStringLiteral(".textContent")).toString(),
             QStringLiteral("Try again"));
    QVERIFY(doctor->click(selector("rejoin-button")));
    VERIFY_PAGE(*doctor, phaseIs("waiting"));
}

QTEST_GUILESS_MAIN(TestCallPage)
#include "moc_call_page_test.cpp"
#include "test_call_page.moc"
