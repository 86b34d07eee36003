#include "ui/call/notice_page.h"

#include "ui/widgets/centred_column.h"
#include "ui/widgets/recording_text.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

namespace teleconsult::ui {

namespace {

QString link(const QUrl &address, const QString &words)
{
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(address.toString(QUrl::FullyEncoded), words.toHtmlEscaped());
}

QLabel *makeText(const QString &objectName, const QString &role, QWidget *parent)
{
    QLabel *label = makeCentredLabel(objectName, role, parent);
    label->setAlignment(Qt::AlignLeft);
    return label;
}

} // namespace

NoticePage::NoticePage(QWidget *parent)
    : QWidget(parent),
      m_headline(makeText(QStringLiteral("noticeHeadline"), QStringLiteral("headline"), this)),
      m_words(makeText(QStringLiteral("noticeWords"), {}, this)),
      m_clinicTitle(makeText(QStringLiteral("noticeClinicTitle"), QStringLiteral("title"), this)),
      m_clinicWords(makeText(QStringLiteral("noticeClinicWords"), {}, this)),
      m_recording(makeText(QStringLiteral("noticeRecording"), QStringLiteral("strong"), this)),
      m_person(makeText(QStringLiteral("noticePerson"), QStringLiteral("muted"), this)),
      m_agree(new QPushButton(this)),
      m_decline(new QPushButton(this))
{
    setObjectName(QStringLiteral("noticePage"));
    m_agree->setObjectName(QStringLiteral("noticeAgreeButton"));
    m_agree->setProperty("variant", QStringLiteral("primary"));
    m_decline->setObjectName(QStringLiteral("noticeDeclineButton"));
    m_words->setTextFormat(Qt::RichText);
    m_words->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_words->setFocusPolicy(Qt::StrongFocus);
    connect(m_words, &QLabel::linkActivated, this,
            [](const QString &address) { QDesktopServices::openUrl(QUrl(address, QUrl::StrictMode)); });
    connect(m_agree, &QPushButton::clicked, this, &NoticePage::agreed);
    connect(m_decline, &QPushButton::clicked, this, &NoticePage::declined);

    QVBoxLayout *words = makeCentredColumn(this);
    for (QLabel *label : {m_headline, m_words, m_clinicTitle, m_clinicWords, m_recording, m_person})
        words->addWidget(label);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::m);
    buttons->addWidget(m_agree);
    buttons->addWidget(m_decline);
    buttons->addStretch();
    words->addSpacing(spacing::m);
    words->addLayout(buttons);

    retranslate();
}

void NoticePage::setContent(const Content &content)
{
    m_content = content;
    retranslate();
}

QString NoticePage::processing()
{
    return tr("A call is carried by Kaleyra, which processes its data: picture and sound, messages and shared files. "
              "Share sensitive or personal information only as far as the consultation needs it.");
}

void NoticePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void NoticePage::retranslate()
{
    m_headline->setText(tr("Before your first call"));
    const QString more =
        tr("Kaleyra says more in its %1 and its %2.", "Terms of Service, Privacy Policy")
            .toHtmlEscaped()
            .arg(link(kaleyraTermsOfService, tr("Terms of Service")), link(kaleyraPrivacyPolicy, tr("Privacy Policy")));
    m_words->setText(QStringLiteral("<p>%1</p><p>%2</p>").arg(processing().toHtmlEscaped(), more));
    m_words->setAccessibleName(processing());
    const QString clinicWords = m_content.notice.clinicText(languageOf(QLocale()));
    setTextOrHide(m_clinicTitle, clinicWords.isEmpty() ? QString() : tr("From your clinic"));
    setTextOrHide(m_clinicWords, clinicWords);
    setTextOrHide(m_recording, RecordingText::before(m_content.recording));
    m_person->setText(
        tr("You agree in the name of %1. You are asked again only when these words change.", "a person's name")
            .arg(m_content.person));
    m_agree->setText(tr("Agree and continue"));
    m_decline->setText(tr("Back to the agenda"));
    setAccessibleName(m_headline->text());
}

} // namespace teleconsult::ui
