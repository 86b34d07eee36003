#include "ui/kiosk/trouble_page.h"

#include "core/domain/support_address.h"
#include "ui/kiosk/kiosk_screen.h"
#include "ui/theme/theme.h"
#include "ui/widgets/qr_view.h"

#include <QCloseEvent>
#include <QPushButton>

namespace teleconsult::ui {

namespace {

/// "1:05": minutes and seconds, of which no part is lost at the end.
QString timeLeft(const QDateTime &now, const QDateTime &until)
{
    constexpr qint64 second = 1000;
    constexpr qint64 minute = 60;
    const qint64 seconds = std::max<qint64>(0, (now.msecsTo(until) + second - 1) / second);
    return QStringLiteral("%1:%2").arg(seconds / minute).arg(seconds % minute, 2, 10, QLatin1Char('0'));
}

} // namespace

TroublePage::TroublePage(Parts parts, QWidget *parent)
    : ChoicePage(QStringLiteral("kioskTrouble"), parent),
      m_parts(std::move(parts)),
      m_wait(m_parts.clock.now().msecsTo(m_parts.until)),
      m_now(addChoice(QStringLiteral("Now"))),
      m_code(new QrView(this))
{
    m_code->setObjectName(QStringLiteral("kioskTroubleCode"));
    const QByteArray link = supportLink(m_parts.supportAddress);
    m_code->setContent(link);
    m_code->setVisible(!link.isEmpty());
    addContent(m_code, 1);
    setProblem(m_parts.reason);
    connect(m_now, &QPushButton::clicked, this, &TroublePage::tryAgain);
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &TroublePage::tick);
    m_timer.start();
    retranslate();
}

void TroublePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ChoicePage::changeEvent(event);
}

void TroublePage::closeEvent(QCloseEvent *event)
{
    event->ignore();
}

void TroublePage::resizeEvent(QResizeEvent *event)
{
    ChoicePage::resizeEvent(event);
    Theme::instance().setTextScale(kioskTextScale(size(), m_parts.textScale));
}

void TroublePage::tick()
{
    const QDateTime now = m_parts.clock.now();
    if (now.msecsTo(m_parts.until) > m_wait) // The clock was set back: nobody is to wait for it.
        m_parts.until = now.addMSecs(m_wait);
    if (now >= m_parts.until) {
        m_timer.stop();
        emit tryAgain();
        return;
    }
    retranslate();
}

void TroublePage::retranslate()
{
    setHeadline(tr("This station does not work at the moment"));
    const QString wait = tr("It tries again by itself in %1.").arg(timeLeft(m_parts.clock.now(), m_parts.until));
    const QString whom =
        m_parts.supportAddress.trimmed().isEmpty()
            ? tr("Please go to the reception.")
            : tr("Please go to the reception. For the staff: %1").arg(m_parts.supportAddress.trimmed());
    setSentence(whom + QLatin1Char('\n') + wait);
    m_now->setText(tr("Try now"));
    m_code->setAccessibleName(tr("QR code of the support's address"));
}

} // namespace teleconsult::ui
