#include "ui/kiosk/kiosk_device_page.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace teleconsult::ui {

namespace {

constexpr QSize pictureSize(320, 240);
constexpr int loudest = 100;

} // namespace

KioskDevicePage::KioskDevicePage(QWidget *parent)
    : ChoicePage(QStringLiteral("kioskDevice"), parent),
      m_picture(new QWidget(this)),
      m_level(new QProgressBar(this)),
      m_back(addChoice(QStringLiteral("Back"), {}, QStringLiteral("chevron-left"))),
      m_sound(addChoice(QStringLiteral("Sound"), {}, QStringLiteral("speaker"))),
      m_continue(addChoice(QStringLiteral("Continue"), QStringLiteral("primary"), QStringLiteral("video")))
{
    m_level->setObjectName(QStringLiteral("kioskLevel"));
    m_level->setRange(0, loudest);
    m_level->setTextVisible(false);
    m_picture->setObjectName(QStringLiteral("kioskPicture"));
    m_picture->setMinimumHeight(pictureSize.height());
    auto *layout = new QHBoxLayout(m_picture);
    layout->setContentsMargins(0, 0, 0, 0);
    setChoicesInRow(); // The picture takes the height.
    addContent(m_picture, 1);
    addContent(m_level);
    connect(m_continue, &QPushButton::clicked, this, &KioskDevicePage::continued);
    connect(m_back, &QPushButton::clicked, this, &KioskDevicePage::declined);
    connect(m_sound, &QPushButton::clicked, this, [this] {
        if (m_preview)
            m_preview->playTestSound();
    });
    retranslate();
}

void KioskDevicePage::begin(DevicePreview *preview, const config::DeviceChoice &devices)
{
    end();
    m_preview = preview;
    m_preview->setParent(m_picture);
    m_preview->setFixedSize(pictureSize);
    m_picture->layout()->addWidget(m_preview);
    connect(m_preview, &DevicePreview::stateChanged, this, &KioskDevicePage::showState);
    connect(m_preview, &DevicePreview::speakerStateChanged, this, [this](DevicePreview::State speaker) {
        m_speaker = speaker;
        setProblem(problem());
    });
    connect(m_preview, &DevicePreview::levelChanged, this,
            [this](double level) { m_level->setValue(int(level * loudest)); });
    m_sound->show();
    m_preview->show();
    m_preview->use(devices);
    showState(DevicePreview::State::Starting, DevicePreview::State::Starting);
}

void KioskDevicePage::beginWithout()
{
    end();
    m_sound->hide();
    showState(DevicePreview::State::Failed, DevicePreview::State::Failed);
}

void KioskDevicePage::end()
{
    m_speaker = DevicePreview::State::Starting;
    if (!m_preview)
        return;
    m_preview->disconnect(this);
    m_preview->hide();
    m_preview->deleteLater();
    m_preview.clear();
    m_level->setValue(0);
}

void KioskDevicePage::showState(DevicePreview::State camera, DevicePreview::State microphone)
{
    using State = DevicePreview::State;
    m_camera = camera;
    m_microphone = microphone;
    // Without a camera, where that is the clinic's wish, there is nothing to be seen.
    setHeadline(camera == State::Off ? tr("Does the microphone hear you?") : tr("Can you see yourself?"));
    setProblem(problem());
}

QString KioskDevicePage::problem() const
{
    using State = DevicePreview::State;
    const auto fails = [](State state) {
        return state != State::Working && state != State::Starting && state != State::Off;
    };
    const bool hasCamera = !fails(m_camera);
    const bool hasMicrophone = !fails(m_microphone);
    if (fails(m_speaker)) {
        return hasCamera && hasMicrophone
                   ? tr("The loudspeaker does not work: you would hear nobody. Tell the reception.")
                   : tr("More than one device does not work. Tell the reception.");
    }
    if (!hasCamera && !hasMicrophone)
        return tr("Camera and microphone do not work. Tell the reception.");
    if (!hasMicrophone)
        return tr("The microphone does not work: nobody would hear you. Tell the reception.");
    if (!hasCamera)
        return tr("The camera does not work: nobody would see you. Tell the reception.");
    return {};
}

void KioskDevicePage::retranslate()
{
    setSentence(tr("Say a few words: the bar below moves when the microphone hears you."));
    m_level->setAccessibleName(tr("Microphone level"));
    m_picture->setAccessibleName(tr("What the camera sees"));
    m_back->setText(tr("Back"));
    m_sound->setText(tr("Play a sound"));
    m_continue->setText(tr("Continue"));
    showState(m_camera, m_microphone);
}

void KioskDevicePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ChoicePage::changeEvent(event);
}

} // namespace teleconsult::ui
