#include "ui/kiosk/scan_panel.h"

#include "ui/kiosk/choice_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/centred_column.h"
#include "ui/widgets/themed_icon.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

namespace teleconsult::ui {

namespace {

constexpr int minimumPictureHeight = 120;
constexpr int maximumPictureHeight = 230;
constexpr int signSize = 48;
/// Pictures in a row. A slip carries two codes, and the other one is often found first.
constexpr int steady = 4;
constexpr int gone = 15;

} // namespace

ScanPanel::ScanPanel(Open open, QWidget *parent)
    : QWidget(parent),
      m_open(std::move(open)),
      m_picture(new QFrame(this)),
      m_sign(new QWidget(m_picture)),
      m_words(makeCentredLabel(QStringLiteral("kioskScanWords"), QStringLiteral("kiosk"), this)),
      m_again(makeKioskButton(QStringLiteral("kioskScanAgainButton"), {}, this))
{
    setObjectName(QStringLiteral("kioskScan"));
    m_picture->setObjectName(QStringLiteral("kioskScanPicture"));
    m_picture->setProperty("card", true);
    m_picture->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    const auto fit = [this] {
        m_picture->setMinimumHeight(scaled(minimumPictureHeight));
        m_picture->setMaximumHeight(scaled(maximumPictureHeight));
    };
    fit();
    connect(&Theme::instance(), &Theme::textScaled, this, fit);
    auto *icon = new QLabel(m_sign);
    setThemedIcon(icon, QStringLiteral("qr"), &Colors::textMuted, signSize);
    auto *sign = new QHBoxLayout(m_sign);
    sign->addWidget(icon, 0, Qt::AlignCenter);
    setThemedIcon(m_again, QStringLiteral("video"));
    m_again->setFocusPolicy(Qt::TabFocus);
    auto *picture = new QStackedLayout(m_picture);
    picture->addWidget(m_sign);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::m);
    layout->addWidget(m_picture, 1);
    layout->addWidget(m_words);
    layout->addWidget(m_again);
    m_begin.setSingleShot(true);
    connect(&m_begin, &QTimer::timeout, this, &ScanPanel::begin);
    connect(m_again, &QPushButton::clicked, this, &ScanPanel::begin);
    updateWords();
}

void ScanPanel::begin()
{
    end();
    const Result<CodeCamera *> opened = m_open(m_picture);
    if (!opened) {
        onState(CodeCamera::State::Failed);
        return;
    }
    m_camera = *opened;
    connect(m_camera, &CodeCamera::stateChanged, this, &ScanPanel::onState);
    connect(m_camera, &CodeCamera::seen, this, &ScanPanel::onSeen);
    m_picture->layout()->addWidget(m_camera);
    onState(CodeCamera::State::Starting);
}

void ScanPanel::end()
{
    m_begin.stop();
    m_seen = ScannedCode::What::Nothing;
    m_told = ScannedCode::What::Nothing;
    m_times = 0;
    if (m_camera) {
        m_camera->disconnect(this);
        m_camera->hide();
        m_camera->deleteLater();
        m_camera.clear();
    }
    m_state = CodeCamera::State::Off;
    updateWords();
}

void ScanPanel::onState(CodeCamera::State state)
{
    m_state = state;
    auto *layout = static_cast<QStackedLayout *>(m_picture->layout());
    layout->setCurrentWidget(m_camera && state == CodeCamera::State::Working ? m_camera.data() : m_sign);
    updateWords();
}

void ScanPanel::onSeen(const QList<QByteArray> &contents)
{
    using What = ScannedCode::What;
    const ScannedCode read = readScannedCodes(contents);
    if (read.what == What::Code) {
        end();
        emit codeRead(read.code);
        return;
    }
    m_times = read.what == m_seen ? m_times + 1 : 1;
    m_seen = read.what;
    if (m_times >= (m_seen == What::Nothing ? gone : steady) && std::exchange(m_told, m_seen) != m_seen)
        updateWords();
}

QString ScanPanel::hint() const
{
    using What = ScannedCode::What;
    switch (m_state) {
    case CodeCamera::State::Starting:
        return tr("The camera is being switched on…");
    case CodeCamera::State::Working:
        break;
    case CodeCamera::State::Off:
        return tr("The camera is off.");
    case CodeCamera::State::Missing:
        return tr("There is no camera. Type your code.");
    case CodeCamera::State::Refused:
        return tr("The camera may not be used here. Type your code.");
    case CodeCamera::State::InUse:
        return tr("The camera is in use or does not answer. Type your code.");
    case CodeCamera::State::Failed:
        return tr("The camera cannot be used just now. Type your code.");
    }
    if (m_told == What::Several)
        return tr("Hold only one slip in front of the camera.");
    if (m_told == What::Other)
        return tr("This is not a code for the kiosk. On your slip it is the small one.");
    return tr("Or hold the small QR code of your slip in front of the camera.");
}

void ScanPanel::updateWords()
{
    const bool isOn = m_state == CodeCamera::State::Working || m_state == CodeCamera::State::Starting;
    m_again->setText(m_state == CodeCamera::State::Off ? tr("Use the camera") : tr("Try the camera again"));
    m_again->setVisible(!isOn);
    m_picture->setAccessibleName(tr("What the camera sees"));
    const QString words = hint();
    const bool isNews = m_words->text() != words;
    m_words->setText(words);
    if (!isNews || !isVisible())
        return;
    announce(m_words);
}

void ScanPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_camera)
        return;
    m_begin.start(0); // The page is drawn before the engine is at work.
    onState(CodeCamera::State::Starting);
}

void ScanPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    end();
}

void ScanPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updateWords();
    QWidget::changeEvent(event);
}

} // namespace teleconsult::ui
