#include "ui/kiosk/kiosk_header.h"

#include "core/config/setting_keys.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/logo.h"
#include "ui/widgets/themed_icon.h"
#include "ui/widgets/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace teleconsult::ui {

namespace {

constexpr int logoHeight = 40;
constexpr std::chrono::seconds holdTime{3};

QPushButton *makeSwitch(const QString &objectName, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(objectName);
    button->setCheckable(true);
    return button;
}

} // namespace

KioskHeader::KioskHeader(const config::Settings &settings, bool isSandbox, QWidget *parent)
    : QFrame(parent),
      m_logo(new Logo(logoHeight, this)),
      m_name(new WrappedLabel(QStringLiteral("kioskClinic"), QStringLiteral("title"), this)),
      m_sandbox(new QLabel(this)),
      m_italian(makeSwitch(QStringLiteral("kioskItalian"), this)),
      m_english(makeSwitch(QStringLiteral("kioskEnglish"), this)),
      m_contrast(makeSwitch(QStringLiteral("kioskContrast"), this))
{
    setObjectName(QStringLiteral("kioskHeader"));
    setProperty("bar", true);
    m_name->setText(settings.kiosk().clinicName);
    m_sandbox->setObjectName(QStringLiteral("kioskSandbox"));
    m_sandbox->setProperty("tone", QStringLiteral("warning"));
    m_sandbox->setVisible(isSandbox);
    // The languages in their own words, so that whoever needs one finds it.
    m_italian->setText(QStringLiteral("Italiano"));
    m_english->setText(QStringLiteral("English"));
    m_contrast->setProperty("growingIcon", true);
    setThemedIcon(m_contrast, QStringLiteral("sun"));
    m_logo->setObjectName(QStringLiteral("kioskLogo"));
    m_logo->setFile(settings.text(config::keys::interfaceLogo));
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addWidget(m_sandbox);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::xl, spacing::m, spacing::xl, spacing::m);
    layout->setSpacing(spacing::l);
    layout->addWidget(m_logo);
    layout->addLayout(names, 1);
    layout->addWidget(m_italian);
    layout->addWidget(m_english);
    layout->addWidget(m_contrast);
    m_hold.setSingleShot(true);
    m_hold.setInterval(holdTime);
    connect(&m_hold, &QTimer::timeout, this, &KioskHeader::leavingRequested);
    for (QWidget *label : {static_cast<QWidget *>(m_logo), static_cast<QWidget *>(m_name)})
        label->installEventFilter(this);
    connect(m_italian, &QPushButton::clicked, this, [this] {
        emit languageChosen(Language::Italian);
        retranslate();
    });
    connect(m_english, &QPushButton::clicked, this, [this] {
        emit languageChosen(Language::English);
        retranslate();
    });
    connect(m_contrast, &QPushButton::toggled, this, &KioskHeader::contrastChosen);
    retranslate();
}

void KioskHeader::setContrast(bool on)
{
    const QSignalBlocker quiet(m_contrast);
    m_contrast->setChecked(on);
}

bool KioskHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress)
        m_hold.start();
    else if (event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::Leave)
        m_hold.stop();
    return QFrame::eventFilter(watched, event);
}

void KioskHeader::retranslate()
{
    const bool isItalian = languageOf(QLocale()) == Language::Italian;
    m_italian->setChecked(isItalian);
    m_english->setChecked(!isItalian);
    m_contrast->setText(tr("Contrast"));
    m_contrast->setAccessibleName(tr("High contrast"));
    m_sandbox->setText(tr("Practice only: no call here is real"));
}

void KioskHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace teleconsult::ui
