#include "ui/kiosk/closed_page.h"

#include "ui/kiosk/opening_watch.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>

#include <chrono>

namespace teleconsult::ui {

namespace {

/// A scanner's last character is followed by its Enter within milliseconds, of which a busy machine makes more.
constexpr std::chrono::seconds burst{1};

bool isCharacter(const QKeyEvent &key)
{
    return !key.text().isEmpty() && key.text().front().isPrint();
}

} // namespace

ClosedPage::ClosedPage(OpeningWatch &opening, QWidget *parent)
    : ChoicePage(QStringLiteral("kioskClosed"), parent), m_opening(opening)
{
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus);
    connect(&m_opening, &OpeningWatch::changed, this, &ClosedPage::retranslate);
    retranslate();
}

void ClosedPage::retranslate()
{
    const QLocale locale;
    const QDateTime opens = m_opening.isOpen() ? QDateTime() : m_opening.nextChange();
    const qint64 days = m_opening.now().date().daysTo(opens.date());
    const QString time = locale.toString(opens.time(), QLocale::ShortFormat);
    QString when;
    if (!opens.isValid())
        when = tr("Please go to the reception.");
    else if (days == 0)
        when = tr("Opens today at %1", "a time").arg(time);
    else if (days == 1)
        when = tr("Opens tomorrow at %1", "a time").arg(time);
    else
        when = tr("Opens on %1 at %2", "a day of the week, a time")
                   .arg(locale.standaloneDayName(opens.date().dayOfWeek()), time);
    setHeadline(tr("Closed"));
    setSentence(when + QLatin1Char('\n') + tr("For the reception: touch the screen."));
}

void ClosedPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ChoicePage::changeEvent(event);
}

/// What is woken asks for the reception's PIN, and counts the wrong ones: a patient's code must not be among them.
void ClosedPage::keyPressEvent(QKeyEvent *event)
{
    event->accept();
    const bool isTyping = m_typed.isValid() && !m_typed.hasExpired(std::chrono::milliseconds(burst).count());
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isTyping && (isEnter || event->key() == Qt::Key_Space))
        emit touched();
    else if (isCharacter(*event))
        m_typed.start();
}

/// When the finger leaves: what it touched is gone from under it then.
void ClosedPage::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
    emit touched();
}

} // namespace teleconsult::ui
