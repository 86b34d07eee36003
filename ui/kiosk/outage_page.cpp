#include "ui/kiosk/outage_page.h"

#include "ui/widgets/centred_column.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <chrono>
#include <utility>

namespace teleconsult::ui {

OutagePage::OutagePage(QString support, QWidget *parent)
    : ChoicePage(QStringLiteral("kioskOutage"), parent),
      m_support(std::move(support)),
      m_advice(makeCentredLabel(QStringLiteral("kioskOutageAdvice"), QStringLiteral("kiosk"), this)),
      m_schedule(addChoice(QStringLiteral("Schedule"), {}, QStringLiteral("calendar")))
{
    addContent(m_advice);
    connect(m_schedule, &QPushButton::clicked, this, &OutagePage::scheduleWanted);
    retranslate();
}

void OutagePage::setOutage(const checks::Outage &outage)
{
    m_outage = outage;
    retranslate();
}

QString OutagePage::advice() const
{
    return m_advice->text();
}

QString OutagePage::adviceOn(const checks::Outage &outage)
{
    using What = checks::Outage::What;
    switch (outage.what) {
    case What::Network:
        return tr("For the reception: this computer does not reach the network. Check its cable or Wi-Fi, and whether "
                  "other computers reach the internet. If they do, call the support.");
    case What::Records:
        return tr("For the reception: the appointments cannot be read. If this lasts for more than a few minutes, call "
                  "the support.");
    case What::Calls:
        return tr("For the reception: the service that carries the calls refuses this clinic. Call the support.");
    case What::Clock: {
        using namespace std::chrono;
        if (!outage.clockOffset)
            return tr("For the reception: no safe connection is possible, most likely because this computer's clock is "
                      "wrong. It says %1. Call the support: the clock has to be set or, if it is right, the server "
                      "looked at.",
                      "a day and a time")
                .arg(QLocale().toString(outage.clockSays.toLocalTime(), QLocale::ShortFormat));
        const int minutes = int(round<std::chrono::minutes>(abs(*outage.clockOffset)).count());
        const QString off =
            outage.clockOffset->count() > 0
                ? tr("For the reception: this computer's clock is %n minute(s) slow.", nullptr, minutes)
                : tr("For the reception: this computer's clock is %n minute(s) fast.", nullptr, minutes);
        return off + QLatin1Char(' ') +
               tr("Codes and opening hours go by it. Call the support, so that the clock is set.");
    }
    }
    Q_UNREACHABLE();
}

void OutagePage::retranslate()
{
    setHeadline(tr("This kiosk does not work at the moment"));
    setSentence(tr("Please go to the reception. This page disappears as soon as it works again."));
    QString advice = adviceOn(m_outage);
    if (!m_support.isEmpty())
        advice += QLatin1Char('\n') + tr("Support: %1", "a telephone number or an address").arg(m_support);
    m_advice->setText(advice);
    m_schedule->setText(tr("Schedule (reception)"));
}

void OutagePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ChoicePage::changeEvent(event);
}

} // namespace teleconsult::ui
