#include "ui/reminders/coming_consultations.h"

#include <algorithm>
#include <utility>

namespace teleconsult::ui {

namespace {

constexpr std::chrono::milliseconds readingInterval = std::chrono::minutes(1);
/// More than the longest time before an opening at which a reminder may come, and the longest usual immutable period.
constexpr std::chrono::seconds leastHorizon = std::chrono::hours(6);

} // namespace

ComingConsultations::ComingConsultations(service::TeleconsultationService &service, const config::Settings &settings,
                                         const Clock &clock, QObject *parent)
    : QObject(parent), m_service(service), m_settings(settings), m_clock(clock)
{
    m_timer.setInterval(readingInterval);
    connect(&m_timer, &QTimer::timeout, this, &ComingConsultations::read);
}

void ComingConsultations::start()
{
    m_timer.start();
    read();
}

const Teleconsultation *ComingConsultations::find(const QString &id) const
{
    const auto found = std::find_if(m_list.begin(), m_list.end(), [&](const auto &one) { return one.id == id; });
    return found == m_list.end() ? nullptr : &*found;
}

void ComingConsultations::forget()
{
    ++m_attempt; // Nor is what is on its way for anybody.
    if (!std::exchange(m_list, {}).isEmpty())
        emit listed();
}

void ComingConsultations::read()
{
    const QString person = m_settings.station().externalId;
    if (person != m_person)
        forget();
    m_person = person;
    if (person.isEmpty())
        return;
    const QDateTime now = m_clock.now();
    const QDateTime midnight = now.toLocalTime().date().addDays(1).startOfDay().toUTC();
    records::Query query;
    query.from = now;
    query.until = std::max(midnight, now.addSecs(leastHorizon.count()));
    whenDone(m_service.list(query), this, [this, attempt = ++m_attempt](const Result<QList<Teleconsultation>> &list) {
        if (attempt != m_attempt)
            return;
        // Whoever may not know any more keeps nothing; otherwise what was known holds until the next look.
        if (list) {
            m_list = *list;
            emit listed();
        } else if (list.error().kind == Error::Kind::Unauthorized) {
            forget();
        }
    });
}

} // namespace teleconsult::ui
