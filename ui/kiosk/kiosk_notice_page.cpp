#include "ui/kiosk/kiosk_notice_page.h"

#include "ui/call/notice_page.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/centred_column.h"
#include "ui/widgets/recording_text.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStringList>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

/// As one writes it down to read it elsewhere.
QString written(const QUrl &address)
{
    return address.toDisplayString(QUrl::RemoveScheme | QUrl::StripTrailingSlash).remove(QStringLiteral("//"));
}

} // namespace

KioskNoticePage::KioskNoticePage(QWidget *parent)
    : ChoicePage(QStringLiteral("kioskNotice"), parent),
      m_agree(addChoice(QStringLiteral("Agree"), QStringLiteral("primary"), QStringLiteral("check"))),
      m_back(addChoice(QStringLiteral("Back"), {}, QStringLiteral("chevron-left")))
{
    auto *page = new QWidget;
    m_words = addWords(QStringLiteral("Words"), page);
    m_recording = addWords(QStringLiteral("Recording"), page);
    m_clinic = addWords(QStringLiteral("Clinic"), page);
    m_more = addWords(QStringLiteral("More"), page);
    auto *words = new QVBoxLayout(page);
    words->setContentsMargins(0, 0, spacing::l, 0);
    words->setSpacing(spacing::l);
    for (QLabel *label : {m_words, m_recording, m_clinic, m_more})
        words->addWidget(label);
    words->addStretch();
    // A clinic may have much to say; a finger pulls it, and the choices stay where they are.
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("kioskNoticeScrollArea"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    addContent(scroll, 1);
    connect(m_agree, &QPushButton::clicked, this, &KioskNoticePage::agreed);
    connect(m_back, &QPushButton::clicked, this, &KioskNoticePage::declined);
    retranslate();
}

QLabel *KioskNoticePage::addWords(const QString &name, QWidget *page)
{
    QLabel *label = makeCentredLabel(QStringLiteral("kioskNotice") + name, QStringLiteral("kiosk"), page);
    label->setAlignment(Qt::AlignLeft);
    return label;
}

void KioskNoticePage::setContent(const PrivacyNotice &notice, const QString &recording)
{
    m_notice = notice;
    m_recordingKind = recording;
    retranslate();
}

void KioskNoticePage::retranslate()
{
    setHeadline(tr("Before the call"));
    m_words->setText(NoticePage::processing());
    setTextOrHide(m_recording, RecordingText::before(m_recordingKind));
    setTextOrHide(m_clinic, m_notice.clinicText(languageOf(QLocale())));
    m_more->setText(QStringList{tr("Kaleyra says more on its own pages:"), written(kaleyraTermsOfService),
                                written(kaleyraPrivacyPolicy), tr("You agree for this call only.")}
                        .join(QLatin1Char('\n')));
    m_agree->setText(tr("Agree and continue"));
    m_back->setText(tr("Back to the start"));
}

void KioskNoticePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ChoicePage::changeEvent(event);
}

} // namespace teleconsult::ui
