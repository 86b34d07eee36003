#include "ui/devices/device_dialog.h"

#include "core/config/setting_keys.h"
#include "ui/theme/theme.h"
#include "ui/widgets/field.h"
#include "ui/widgets/setting_lock.h"
#include "ui/widgets/themed_icon.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

constexpr QSize pictureSize(400, 300);
constexpr int controlsWidth = 360;
constexpr int loudest = 100;

/// Nothing tells when it becomes free, as plugging one in does.
bool isWithheld(DevicePreview::State state)
{
    return state == DevicePreview::State::InUse || state == DevicePreview::State::Refused;
}

} // namespace

DeviceDialog::DeviceDialog(config::Settings &settings, DevicePreview *preview, QWidget *parent)
    : FramedDialog(QStringLiteral("device"), parent),
      m_settings(settings),
      m_choice(settings.devices()),
      m_preview(preview),
      m_camera(new QComboBox(this)),
      m_microphone(new QComboBox(this)),
      m_speaker(new QComboBox(this)),
      m_cameraField(new Field(m_camera, this)),
      m_microphoneField(new Field(m_microphone, this)),
      m_speakerField(new Field(m_speaker, this)),
      m_level(new QProgressBar(this)),
      m_sound(new QPushButton(this)),
      m_withoutCamera(new QCheckBox(this)),
      m_again(new QPushButton(this)),
      m_cancel(addButton(QStringLiteral("Cancel"))),
      m_save(addButton(QStringLiteral("Save"), QStringLiteral("primary")))
{
    build();
    retranslate();
    for (QComboBox *box : {m_camera, m_microphone, m_speaker})
        connect(box, &QComboBox::currentIndexChanged, this, &DeviceDialog::choose);
    connect(m_withoutCamera, &QCheckBox::toggled, this, &DeviceDialog::choose);
    connect(m_preview, &DevicePreview::devicesFound, this, &DeviceDialog::offer);
    connect(m_preview, &DevicePreview::stateChanged, this, &DeviceDialog::showState);
    connect(m_preview, &DevicePreview::speakerStateChanged, this, &DeviceDialog::showSpeaker);
    connect(m_preview, &DevicePreview::levelChanged, this,
            [this](double level) { m_level->setValue(int(level * loudest)); });
    connect(m_sound, &QPushButton::clicked, m_preview, &DevicePreview::playTestSound);
    connect(m_again, &QPushButton::clicked, this, &DeviceDialog::choose);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &DeviceDialog::save);
    m_preview->use(m_choice);
}

void DeviceDialog::build()
{
    m_camera->setObjectName(QStringLiteral("cameraChoice"));
    m_microphone->setObjectName(QStringLiteral("microphoneChoice"));
    m_speaker->setObjectName(QStringLiteral("speakerChoice"));
    m_level->setObjectName(QStringLiteral("microphoneLevel"));
    m_level->setRange(0, loudest);
    m_level->setTextVisible(false);
    m_sound->setObjectName(QStringLiteral("testSoundButton"));
    setThemedIcon(m_sound, QStringLiteral("speaker"));
    m_withoutCamera->setObjectName(QStringLiteral("withoutCamera"));
    m_withoutCamera->setChecked(m_choice.withoutCamera);
    m_again->setObjectName(QStringLiteral("tryDevicesAgainButton"));
    setThemedIcon(m_again, QStringLiteral("refresh"));
    m_again->hide();
    for (Field *field : {m_cameraField, m_microphoneField, m_speakerField}) {
        field->setFixedWidth(scaled(controlsWidth));
        field->setReservedLines(2);
    }
    fill(m_camera, {}, m_choice.camera);
    fill(m_microphone, {}, m_choice.microphone);
    fill(m_speaker, {}, m_choice.speaker);

    m_preview->setParent(this);
    m_preview->setFixedSize(pictureSize);
    auto *left = new QVBoxLayout;
    left->setSpacing(spacing::m);
    left->addWidget(m_preview);
    left->addWidget(m_withoutCamera);
    left->addWidget(m_again, 0, Qt::AlignLeft);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(spacing::s);
    right->addWidget(m_cameraField);
    right->addWidget(m_microphoneField);
    right->addWidget(m_level); // Where somebody looks who tries the microphone out.
    right->addWidget(m_speakerField);
    right->addWidget(m_sound, 0, Qt::AlignLeft);
    right->addStretch(1);
    auto *trial = new QWidget(this);
    auto *columns = new QHBoxLayout(trial);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(spacing::xl);
    columns->addLayout(left);
    columns->addLayout(right);
    setContent(trial);
}

void DeviceDialog::offer(const DevicePreview::Devices &devices)
{
    m_devices = devices;
    fill(m_camera, devices.cameras, m_choice.camera);
    fill(m_microphone, devices.microphones, m_choice.microphone);
    fill(m_speaker, devices.speakers, m_choice.speaker);
}

void DeviceDialog::fill(QComboBox *box, const QStringList &names, const QString &chosen)
{
    const QSignalBlocker quiet(box);
    box->clear();
    box->addItem(tr("The system's choice"), QString());
    for (const QString &name : names)
        box->addItem(name, name);
    // What was chosen and is unplugged stays chosen: it may be plugged in for the next call.
    if (!chosen.isEmpty() && !names.contains(chosen))
        box->addItem(tr("%1 (not connected)", "a device").arg(chosen), chosen);
    box->setCurrentIndex(box->findData(chosen));
}

void DeviceDialog::choose()
{
    m_choice = {.camera = m_camera->currentData().toString(),
                .microphone = m_microphone->currentData().toString(),
                .speaker = m_speaker->currentData().toString(),
                .withoutCamera = m_withoutCamera->isChecked()};
    m_preview->use(m_choice);
}

void DeviceDialog::showState(DevicePreview::State camera, DevicePreview::State microphone)
{
    m_cameraState = camera;
    m_microphoneState = microphone;
    m_cameraField->setError(advice(camera, true));
    m_microphoneField->setError(advice(microphone, false));
    m_level->setEnabled(microphone == DevicePreview::State::Working);
    // While it is tried the button stays, for whoever has the focus on it.
    if (camera != DevicePreview::State::Starting && microphone != DevicePreview::State::Starting)
        m_again->setVisible(isWithheld(camera) || isWithheld(microphone));
}

void DeviceDialog::showSpeaker(DevicePreview::State speaker)
{
    m_speakerState = speaker;
    QString advice;
    if (speaker == DevicePreview::State::Missing)
        advice = tr("No loudspeaker was found. Connect one: without it you hear nobody.");
    else if (speaker == DevicePreview::State::Failed)
        advice = tr("The sound could not be played. Check the loudspeaker, or choose another one.");
    m_speakerField->setError(advice);
}

QString DeviceDialog::advice(DevicePreview::State state, bool isCamera) const
{
    using State = DevicePreview::State;
    switch (state) {
    case State::Starting:
    case State::Working:
    case State::Off:
        return {};
    case State::Missing:
        return isCamera ? tr("No camera was found. Connect one, or join without camera.")
                        : tr("No microphone was found. Connect one: without it nobody hears you.");
    case State::InUse:
        return isCamera ? tr("The camera does not answer. Close other programs that use it, or join without camera.")
                        : tr("The microphone does not answer. Close other programs that use it.");
    case State::Failed:
        return isCamera ? tr("The check of the camera stopped working and begins again. If it does not, open this "
                             "window anew.")
                        : tr("The check of the microphone stopped working and begins again. If it does not, open this "
                             "window anew.");
    case State::Refused:
        return isCamera ? tr("This computer does not allow the camera. Allow it in the system's privacy settings.")
                        : tr("This computer does not allow the microphone. Allow it in the system's privacy "
                             "settings.");
    }
    Q_UNREACHABLE();
}

void DeviceDialog::save()
{
    m_settings.setDevices(m_choice);
    accept();
}

void DeviceDialog::retranslate()
{
    setTitle(tr("Camera and microphone"));
    m_cameraField->setLabel(tr("Camera"));
    m_microphoneField->setLabel(tr("Microphone"));
    m_speakerField->setLabel(tr("Loudspeaker"));
    m_level->setAccessibleName(tr("Microphone level"));
    m_preview->setAccessibleName(tr("What the camera sees"));
    m_sound->setText(tr("Play a sound"));
    m_withoutCamera->setText(tr("Join without camera"));
    m_again->setText(tr("Try again"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Save"));
    offer(m_devices);
    showState(m_cameraState, m_microphoneState);
    showSpeaker(m_speakerState);
    lockIfHeld(m_camera, m_settings, config::keys::camera);
    lockIfHeld(m_microphone, m_settings, config::keys::microphone);
    lockIfHeld(m_speaker, m_settings, config::keys::speaker);
    lockIfHeld(m_withoutCamera, m_settings, config::keys::withoutCamera);
}

} // namespace teleconsult::ui
