// The device check with the real engine and its pretended devices, and what the call's page is given of it.
#include "tests/ui/call/engine/call_view_test.h"
#include "ui/call/engine/page_script.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QWebEnginePage>
#include <QWebEngineScript>
#include <QWebEngineView>

#include <memory>
#include <optional>

using namespace teleconsult;
using namespace teleconsult::test;
using namespace teleconsult::ui;

using State = DevicePreview::State;

namespace {

/// The page's own devices cannot be pulled out: from now on asking for this medium fails, until putBack(). Counts in
/// `asked` how often each was asked for.
QString takeAway(const QString &medium, const QString &error)
{
    return QStringLiteral(
               "var asked = {audio: 0, video: 0};"
               "navigator.mediaDevices.getUserMedia = (wishes) => {"
               "  for (const medium of Object.keys(wishes)) ++asked[medium];"
               "  return wishes.%1 ? Promise.reject(new DOMException('', '%2'))"
               "                   : MediaDevices.prototype.getUserMedia.call(navigator.mediaDevices, wishes);"
               "};")
        .arg(medium, error);
}

QString putBack()
{
    return QStringLiteral("navigator.mediaDevices.getUserMedia = (wishes) => {"
                          "  for (const medium of Object.keys(wishes)) ++asked[medium];"
                          "  return MediaDevices.prototype.getUserMedia.call(navigator.mediaDevices, wishes);"
                          "};");
}

/// From now on these are all there are, written as a list of JavaScript's; microphones and cameras are what they were.
QString withLoudspeakers(const QString &loudspeakers)
{
    return QStringLiteral("navigator.mediaDevices.enumerateDevices = async () =>"
                          "  (await MediaDevices.prototype.enumerateDevices.call(navigator.mediaDevices))"
                          "    .filter((d) => d.kind !== 'audiooutput').concat(%1);")
        .arg(loudspeakers);
}

const QString change = QStringLiteral("navigator.mediaDevices.dispatchEvent(new Event('devicechange'));");

/// A preview with what it has told of its devices.
struct Watched
{
    explicit Watched(DevicePreview *shown) : preview(shown), states(shown, &DevicePreview::stateChanged) {}

    bool isNow(State camera, State microphone) const
    {
        return !states.isEmpty() && states.last().at(0).value<State>() == camera &&
               states.last().at(1).value<State>() == microphone;
    }
    /// What the script answers, once it has.
    QVariant run(const QString &script) const
    {
        auto answer = std::make_shared<std::optional<QVariant>>();
        preview->findChild<QWebEngineView *>()->page()->runJavaScript(
            script, [answer](const QVariant &value) { *answer = value; });
        return QTest::qWaitFor([&] { return answer->has_value(); }, patience) ? **answer : QVariant();
    }

    DevicePreview *preview;
    QSignalSpy states;
};

} // namespace

class TestWebDevicePreview : public CallViewTest
{
    Q_OBJECT
private slots:
    void cameraAndMicrophoneAreTried();
    void withoutCameraOnlyTheMicrophoneIs();
    void whatIsPluggedInIsUsed_data();
    void whatIsPluggedInIsUsed();
    void whatIsPulledOutIsTold();
    void aMissingLoudspeakerIsTold();
    void aSoundThatCannotBePlayedIsTold_data();
    void aSoundThatCannotBePlayedIsTold();
    void theChosenOneIsTriedWhereTheSystemsIsHeld_data();
    void theChosenOneIsTriedWhereTheSystemsIsHeld();
    void theCallUsesWhatWasChosen();
    void theCallGetsTheChosenOneWhereTheSystemsIsHeld_data();
    void theCallGetsTheChosenOneWhereTheSystemsIsHeld();
    void theEngineMayGoFirst();
    void itMayGoWhileThePageIsAsked_data();
    void itMayGoWhileThePageIsAsked();
};

void TestWebDevicePreview::cameraAndMicrophoneAreTried()
{
    DevicePreview *preview = m_engine->createDevicePreview(m_storage, m_window.get());
    preview->resize(200, 150);
    preview->show();
    QSignalSpy state(preview, &DevicePreview::stateChanged);
    QSignalSpy found(preview, &DevicePreview::devicesFound);
    double loudest = 0;
    connect(preview, &DevicePreview::levelChanged, this, [&](double level) { loudest = std::max(loudest, level); });
    preview->use({});
    const auto isNow = [&](State camera, State microphone) {
        return !state.isEmpty() && state.last().at(0).value<State>() == camera &&
               state.last().at(1).value<State>() == microphone;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isNow(State::Working, State::Working), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!found.isEmpty(), patience);
    const auto devices = found.last().first().value<DevicePreview::Devices>();
    QVERIFY2(devices.cameras.contains(QStringLiteral("fake_device_0")), qPrintable(devices.cameras.join(u'|')));
    QVERIFY(!devices.microphones.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(loudest > 0.01, patience); // The pretended microphone beeps.
    preview->use({.camera = {}, .microphone = {}, .speaker = {}, .withoutCamera = true});
    QTRY_VERIFY_WITH_TIMEOUT(isNow(State::Off, State::Working), patience);
}

void TestWebDevicePreview::withoutCameraOnlyTheMicrophoneIs()
{
    DevicePreview *preview = m_engine->createDevicePreview(m_storage, m_window.get());
    QSignalSpy state(preview, &DevicePreview::stateChanged);
    preview->use({.camera = {}, .microphone = {}, .speaker = {}, .withoutCamera = true});
    QTRY_VERIFY_WITH_TIMEOUT(!state.isEmpty() && state.last().at(1).value<State>() == State::Working, patience);
    for (const QList<QVariant> &told : state)
        QVERIFY(told.at(0).value<State>() == State::Starting || told.at(0).value<State>() == State::Off);
}

void TestWebDevicePreview::whatIsPluggedInIsUsed_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<State>("state");
    QTest::newRow("it was not there") << QStringLiteral("NotFoundError") << State::Missing;
    QTest::newRow("another program held it") << QStringLiteral("NotReadableError") << State::InUse;
}

void TestWebDevicePreview::whatIsPluggedInIsUsed()
{
    QFETCH(QString, error);
    QFETCH(State, state);
    Watched watched(m_engine->createDevicePreview(m_storage, m_window.get()));
    watched.preview->use({});
    QTRY_VERIFY_WITH_TIMEOUT(watched.isNow(State::Working, State::Working), patience);
    watched.run(takeAway(QStringLiteral("video"), error));
    watched.preview->use({});
    QTRY_VERIFY_WITH_TIMEOUT(watched.isNow(state, State::Working), patience);
    watched.run(putBack() + QStringLiteral("asked = {audio: 0, video: 0};") + change);
    QTRY_VERIFY_WITH_TIMEOUT(watched.isNow(State::Working, State::Working), patience);
    QCOMPARE(watched.run(QStringLiteral("asked.audio")).toInt(), 0); // What works is left alone.
    // Nor is anything opened anew by a change that matters to nobody.
    watched.run(change);
    QTRY_VERIFY_WITH_TIMEOUT(!watched.run(QStringLiteral("isOpening")).toBool(), patience);
    QCOMPARE(watched.run(QStringLiteral("asked.video")).toInt(), 1);
}

void TestWebDevicePreview::whatIsPulledOutIsTold()
{
    Watched watched(m_engine->createDevicePreview(m_storage, m_window.get()));
    watched.preview->use({});
    QTRY_VERIFY_WITH_TIMEOUT(watched.isNow(State::Working, State::Working), patience);
    watched.run(takeAway(QStringLiteral("video"), QStringLiteral("NotFoundError")) +
                QStringLiteral("{ const [track] = streams.camera.getTracks(); track.stop();"
                               "  track.dispatchEvent(new Event('ended')); }"));
    QTRY_VERIFY_WITH_TIMEOUT(watched.isNow(State::Missing, State::Working), patience);
    QCOMPARE(watched.run(QStringLiteral("asked.audio")).toInt(), 0);
}

void TestWebDevicePreview::aMissingLoudspeakerIsTold()
{
    Watched watched(m_engine->createDevicePreview(m_storage, m_window.get()));
    QSignalSpy speakers(watched.preview, &DevicePreview::speakerStateChanged);
    const auto isNow = [&](State speaker) {
        return !speakers.isEmpty() && speakers.last().first().value<State>() == speaker;
    };
    watched.preview->use({});
    QTRY_VERIFY_WITH_TIMEOUT(watched.isNow(State::Working, State::Working), patience);
    watched.run(withLoudspeakers(QStringLiteral("[]")) + change);
    QTRY_VERIFY_WITH_TIMEOUT(isNow(State::Missing), patience);
    watched.preview->playTestSound();
    QTRY_VERIFY_WITH_TIMEOUT(watched.run(QStringLiteral("facts.played")).toInt() == 1, patience);
    QVERIFY(isNow(State::Missing)); // That playing into the void goes well says nothing.
    // Before anything is allowed, devices have no names.
    watched.run(withLoudspeakers(QStringLiteral("[{kind: 'audiooutput', label: '', deviceId: ''}]")) + change);
    QTRY_VERIFY_WITH_TIMEOUT(isNow(State::Working), patience);
}

void TestWebDevicePreview::aSoundThatCannotBePlayedIsTold_data()
{
    QTest::addColumn<QString>("method");
    QTest::newRow("the chosen one cannot be used") << QStringLiteral("setSinkId");
    QTest::newRow("nothing plays") << QStringLiteral("play");
}

void TestWebDevicePreview::aSoundThatCannotBePlayedIsTold()
{
    QFETCH(QString, method);
    Watched watched(m_engine->createDevicePreview(m_storage, m_window.get()));
    QSignalSpy speakers(watched.preview, &DevicePreview::speakerStateChanged);
    const auto isNow = [&](State speaker) {
        return !speakers.isEmpty() && speakers.last().first().value<State>() == speaker;
    };
    watched.preview->use({});
    QTRY_VERIFY_WITH_TIMEOUT(watched.isNow(State::Working, State::Working), patience);
    watched.run(
        withLoudspeakers(QStringLiteral("[{kind: 'audiooutput', label: 'Headset', deviceId: 'own'}]")) +
        QStringLiteral("HTMLMediaElement.prototype.setSinkId = () => Promise.resolve();"
                       "HTMLMediaElement.prototype.%1 = () => Promise.reject(new DOMException('', 'AbortError'));")
            .arg(method));
    watched.preview->use({.camera = {}, .microphone = {}, .speaker = QStringLiteral("Headset")});
    QTRY_VERIFY_WITH_TIMEOUT(isNow(State::Working), patience);
    watched.preview->playTestSound();
    QTRY_VERIFY_WITH_TIMEOUT(isNow(State::Failed), patience);
    watched.run(QStringLiteral("HTMLMediaElement.prototype.%1 = () => Promise.resolve();").arg(method));
    watched.preview->playTestSound();
    QTRY_VERIFY_WITH_TIMEOUT(isNow(State::Working), patience);
}

void TestWebDevicePreview::theChosenOneIsTriedWhereTheSystemsIsHeld_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("camera");
    QTest::addColumn<State>("state");
    const QString chosen = QStringLiteral("fake_device_0");
    QTest::newRow("held") << QStringLiteral("NotReadableError") << chosen << State::Working;
    QTest::newRow("does not answer") << QStringLiteral("TimeoutError") << chosen << State::Working;
    QTest::newRow("none was chosen") << QStringLiteral("NotReadableError") << QString() << State::InUse;
    QTest::newRow("it is not there") << QStringLiteral("AbortError") << QStringLiteral("Unplugged") << State::InUse;
    QTest::newRow("nothing is allowed") << QStringLiteral("NotAllowedError") << chosen << State::Refused;
}

void TestWebDevicePreview::theChosenOneIsTriedWhereTheSystemsIsHeld()
{
    QFETCH(QString, error);
    QFETCH(QString, camera);
    QFETCH(State, state);
    Watched watched(m_engine->createDevicePreview(m_storage, m_window.get()));
    watched.preview->use({});
    QTRY_VERIFY_WITH_TIMEOUT(watched.isNow(State::Working, State::Working), patience);
    watched.run(QStringLiteral("navigator.mediaDevices.getUserMedia = (wishes) => wishes.video === true"
                               "  ? Promise.reject(new DOMException('', '%1'))"
                               "  : MediaDevices.prototype.getUserMedia.call(navigator.mediaDevices, wishes);")
                    .arg(error));
    watched.preview->use({.camera = camera, .microphone = {}, .speaker = {}, .withoutCamera = false});
    QTRY_VERIFY_WITH_TIMEOUT(watched.isNow(state, State::Working), patience);
}

void TestWebDevicePreview::theCallGetsTheChosenOneWhereTheSystemsIsHeld_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("names");
    QTest::addColumn<QString>("outcome");
    const QString known = QStringLiteral("Document camera");
    QTest::newRow("held") << QStringLiteral("NotReadableError") << known << QStringLiteral("own, ideal 1280");
    QTest::newRow("does not answer") << QStringLiteral("AbortError") << known << QStringLiteral("own, ideal 1280");
    QTest::newRow("no names yet") << QStringLiteral("NotReadableError") << QString()
                                  << QStringLiteral("NotReadableError");
    QTest::newRow("nothing is allowed") << QStringLiteral("NotAllowedError") << known
                                        << QStringLiteral("NotAllowedError");
}

/// Here the devices are doubles, which the script takes for the engine's: those of the engine are never held.
void TestWebDevicePreview::theCallGetsTheChosenOneWhereTheSystemsIsHeld()
{
    QFETCH(QString, error);
    QFETCH(QString, names);
    QFETCH(QString, outcome);
    const QUrl origin(QStringLiteral("https://call.teleconsult.invalid/"));
    const QString devices =
        QStringLiteral("var told = '';"
                       "Object.defineProperty(navigator, 'mediaDevices', {value: {"
                       "  getUserMedia: async (wishes) => {"
                       "    if (!wishes.video.deviceId) throw new DOMException('', '%1');"
                       "    return wishes.video.deviceId.exact + ', ideal ' + wishes.video.width.ideal;"
                       "  },"
                       "  enumerateDevices: async () => [{kind: 'videoinput', label: '%2', deviceId: '%2' && 'own'}],"
                       "}});");
    const QString call = QStringLiteral("navigator.mediaDevices.getUserMedia({video: {width: {ideal: 1280}}})"
                                        ".then((given) => { told = given; }, (error) => { told = error.name; });");
    const config::DeviceChoice choice{.camera = QStringLiteral("Document camera"), .microphone = {}, .speaker = {}};
    QWebEnginePage page;
    QSignalSpy loaded(&page, &QWebEnginePage::loadFinished);
    page.setHtml(QStringLiteral("<script>%1</script><script>%2</script><script>%3</script>")
                     .arg(devices.arg(error, names), deviceScript(choice, origin).sourceCode(), call),
                 origin);
    QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 1, patience);
    const auto told = std::make_shared<QString>();
    const auto ask = [&] {
        page.runJavaScript(QStringLiteral("told"), [told](const QVariant &answer) { *told = answer.toString(); });
        return !told->isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(ask(), patience);
    QCOMPARE(*told, outcome);
}

void TestWebDevicePreview::theCallUsesWhatWasChosen()
{
    // Reports which microphone it was given: by default the first one.
    m_own->addPage(QStringLiteral("/call"),
                   QStringLiteral("<script>(async () => {"
                                  "const first = await navigator.mediaDevices.getUserMedia({audio: true, video: true});"
                                  "report('given ' + first.getAudioTracks()[0].label);"
                                  "const all = (await navigator.mediaDevices.enumerateDevices())"
                                  ".filter((d) => d.kind === 'audioinput');"
                                  "const own = all[0];"
                                  "const second = await navigator.mediaDevices.getUserMedia("
                                  "{audio: {deviceId: {exact: own.deviceId}}});"
                                  "report('own choice ' + (second.getAudioTracks()[0].label === own.label));"
                                  "})().catch((error) => report('failed ' + error.name));</script>"));
    const auto given = [&](const QString &microphone) {
        const qsizetype before = m_own->reports().size();
        m_view->open({.link = m_own->url(QStringLiteral("/call")),
                      .endCallRedirectUrl = {},
                      .allowedHosts = {},
                      .devices = {.camera = {}, .microphone = microphone, .speaker = {}}});
        if (!QTest::qWaitFor([&] { return m_own->reports().size() >= before + 2; }, patience))
            return QString();
        const QStringList reports = m_own->reports().mid(before);
        return reports.at(1) == QLatin1String("own choice true") ? reports.first().mid(6) : reports.join(u'|');
    };
    const QString usual = given({});
    QVERIFY(!usual.isEmpty());
    const QString chosen = QStringLiteral("Fake Audio Input 2");
    QVERIFY(usual != chosen);
    QCOMPARE(given(chosen), chosen);
    QCOMPARE(given(QStringLiteral("Unplugged")), usual);
}

void TestWebDevicePreview::theEngineMayGoFirst()
{
    DevicePreview *preview = m_engine->createDevicePreview(m_storage, m_window.get());
    preview->use({});
    m_engine.reset();
    preview->playTestSound();
    preview->use({});
    QVERIFY(preview->findChildren<QWidget *>().isEmpty());
}

void TestWebDevicePreview::itMayGoWhileThePageIsAsked_data()
{
    QTest::addColumn<bool>("engineGoes");
    QTest::newRow("the preview goes") << false;
    QTest::newRow("the engine goes first") << true;
}

/// The engine answers then, too: a check that is left at the wrong moment must not be answered any more.
void TestWebDevicePreview::itMayGoWhileThePageIsAsked()
{
    QFETCH(bool, engineGoes);
    DevicePreview *preview = m_engine->createDevicePreview(m_storage, m_window.get());
    int words = 0;
    connect(preview, &DevicePreview::levelChanged, this, [&] { ++words; });
    connect(preview, &DevicePreview::stateChanged, this, [&] { ++words; });
    connect(preview, &DevicePreview::devicesFound, this, [&] { ++words; });
    preview->use({});
    QTRY_VERIFY_WITH_TIMEOUT(words > 0, patience);
    preview->findChild<QWebEngineView *>()->page()->runJavaScript(QStringLiteral("for (;;);"));
    // It asks ten times a second: by the third stroke of a slower clock a question is open.
    int strokes = 0;
    QTimer clock;
    connect(&clock, &QTimer::timeout, this, [&] { ++strokes; });
    clock.start(200);
    QTRY_VERIFY_WITH_TIMEOUT(strokes >= 3, patience);
    words = 0;
    if (engineGoes)
        m_engine.reset();
    delete preview;
    QCOMPARE(words, 0);
}

int main(int argc, char **argv)
{
    return runCallViewTest(argc, argv, [] { return std::make_unique<TestWebDevicePreview>(); });
}

#include "test_web_device_preview.moc"
