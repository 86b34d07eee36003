#include "tests/support/call_observer.h"

namespace teleconsult::test {

namespace {

/// Two seconds of film, roughly, and more sound than what a silent connection sends.
constexpr int someFrames = 20;
constexpr int someAudioBytes = 2000;

const QString onlyPeer = QStringLiteral("window.teleconsultCall.stats().then(peers => {"
                                        "  if (peers.length !== 1) return null;"
                                        "  const p = peers[0];"
                                        "  return p.connectionState === 'connected' ? p : null; })");

/// Every tile with a camera plays: what is decoded also reaches the screen.
const QString picturesAreShown =
    QStringLiteral("(() => { const videos = [...document.querySelectorAll('.tile:not(.dark) video')];"
                   "  return videos.length === 2 && videos.every(v => v.videoWidth > 0 && !v.paused &&"
                   "    v.getVideoPlaybackQuality().totalVideoFrames >= %1); })()")
        .arg(someFrames);

} // namespace

void CallObserver::waitFor(const QString &what, const QString &expression) const
{
    if (m_page.waitFor(expression))
        return;
    const QString error = m_page.errorString();
    const QString state =
        m_page
            .evaluate(QStringLiteral("(async () => JSON.stringify([document.body.dataset.phase, await "
                                     "window.teleconsultCall?.stats()]))()"))
            .toString();
    throw CallFailure(QStringLiteral("%1: %2 (%3; the page says %4)").arg(m_side, what, error, state));
}

void CallObserver::waitForPhase(const QString &phase) const
{
    waitFor(QStringLiteral("the call is not “%1”").arg(phase),
            QStringLiteral("window.teleconsultCall && window.teleconsultCall.phase() === '%1'").arg(phase));
}

void CallObserver::waitForPicturesAndSound() const
{
    waitFor(QStringLiteral("is not connected"), onlyPeer);
    const QJsonObject first = m_page.evaluate(onlyPeer).toObject();
    const QString frames = QString::number(first.value(QLatin1String("framesDecoded")).toInt() + someFrames);
    const QString bytes = QString::number(first.value(QLatin1String("audioBytesReceived")).toInt() + someAudioBytes);
    const auto holds = [](const QString &condition) {
        return QStringLiteral("%1.then(p => p && %2)").arg(onlyPeer, condition);
    };
    waitFor(QStringLiteral("no pictures arrive"), holds(QStringLiteral("p.framesDecoded >= ") + frames));
    waitFor(QStringLiteral("not every picture that arrives is shown"), picturesAreShown);
    waitFor(QStringLiteral("no sound arrives"), holds(QStringLiteral("p.audioBytesReceived >= ") + bytes));
    waitFor(QStringLiteral("the sound is silence"), holds(QStringLiteral("p.totalAudioEnergy > 0")));
}

void CallObserver::click(const QString &selector) const
{
    if (!m_page.click(selector))
        throw CallFailure(QStringLiteral("%1: cannot click %2 (%3)").arg(m_side, selector, m_page.errorString()));
}

} // namespace teleconsult::test
