#include "ui/devices/device_offer.h"

#include "ui/theme/theme.h"
#include "ui/widgets/centred_column.h"
#include "ui/widgets/themed_icon.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace teleconsult::ui {

DeviceOffer::DeviceOffer(QWidget *parent)
    : QWidget(parent),
      m_headline(makeCentredLabel(QStringLiteral("deviceOfferHeadline"), QStringLiteral("title"), this)),
      m_sentence(makeCentredLabel(QStringLiteral("deviceOfferSentence"), QStringLiteral("muted"), this)),
      m_check(new QPushButton(this)),
      m_skip(new QPushButton(this)),
      m_never(new QCheckBox(this))
{
    setObjectName(QStringLiteral("deviceOffer"));
    m_check->setObjectName(QStringLiteral("deviceOfferCheckButton"));
    m_check->setProperty("variant", QStringLiteral("primary"));
    m_skip->setObjectName(QStringLiteral("deviceOfferSkipButton"));
    m_never->setObjectName(QStringLiteral("deviceOfferNever"));
    auto *icon = new QLabel(this);
    setThemedIcon(icon, QStringLiteral("microphone"), &Colors::accent, size::iconLarge);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::m);
    buttons->addStretch();
    for (QPushButton *button : {m_check, m_skip})
        buttons->addWidget(button);
    buttons->addStretch();
    QVBoxLayout *words = makeCentredColumn(this);
    words->addWidget(icon, 0, Qt::AlignHCenter);
    words->addWidget(m_headline);
    words->addWidget(m_sentence);
    words->addSpacing(spacing::m);
    words->addLayout(buttons);
    words->addWidget(m_never, 0, Qt::AlignHCenter);
    connect(m_check, &QPushButton::clicked, this, &DeviceOffer::checkRequested);
    connect(m_skip, &QPushButton::clicked, this, [this] { emit skipped(m_never->isChecked()); });
    retranslate();
}

void DeviceOffer::reset()
{
    m_never->setChecked(false);
}

void DeviceOffer::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DeviceOffer::retranslate()
{
    m_headline->setText(tr("Try camera and microphone first?"));
    m_sentence->setText(tr("See yourself, hear a sound, and choose which devices this computer uses in calls. It takes "
                           "half a minute and can be done again from the menu."));
    m_check->setText(tr("Check camera and microphone"));
    m_skip->setText(tr("Join now"));
    m_never->setText(tr("Do not ask again"));
    setAccessibleName(m_headline->text());
    setAccessibleDescription(m_sentence->text());
}

} // namespace teleconsult::ui
