#include "ui/reminders/coming_consultations.h"

#include <algorithm>
#include <utility>

namespace teleconsult::ui {

namespace {

constexpr std::chrono::milliseconds readingInterval = std::chrono::minutes(1);
/// More than the longest time before an opening at which a reminder may come, and the longest usual immutable period.
constexpr std::chrono::seconds shortestHorizon = std::chrono::hours(6);
/// A station of which nobody takes part in anything asks for all of them, but not at once.
constexpr int questionsAtOnce = 25;

QString stateOf(const Teleconsultation &consultation)
{
    return consultation.id + u' ' + consultation.revision;
}

} // namespace

ComingConsultations::ComingConsultations(service::TeleconsultationService &service, const config::Settings &settings,
                                         const Clock &clock, QObject *parent)
    : QObject(parent), m_service(service), m_settings(settings), m_clock(clock), m_questionsLeft(questionsAtOnce)
{
    m_timer.setInterval(readingInterval);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_questionsLeft = questionsAtOnce;
        read();
    });
}

void ComingConsultations::start()
{
    m_timer.start();
    read();
}

void ComingConsultations::setOwnWanted(bool wanted)
{
    if (std::exchange(m_isOwnWanted, wanted) != wanted)
        learnWhose();
}

const Teleconsultation *ComingConsultations::find(const QString &id) const
{
    const auto found = std::find_if(m_list.begin(), m_list.end(), [&](const auto &one) { return one.id == id; });
    return found == m_list.end() ? nullptr : &*found;
}

std::optional<bool> ComingConsultations::isOwn(const Teleconsultation &consultation) const
{
    if (m_settings.station().externalId != m_person)
        return std::nullopt; // Somebody else, of whom nothing has been read yet.
    if (!m_userId.isEmpty())
        return consultation.participant(m_userId) != nullptr;
    if (m_others.contains(stateOf(consultation)))
        return false;
    return std::nullopt;
}

void ComingConsultations::learnWhose()
{
    const auto unknown =
        std::find_if(m_list.begin(), m_list.end(), [this](const auto &one) { return !isOwn(one).has_value(); });
    if (unknown == m_list.end()) {
        emit ownKnown();
        return;
    }
    if (!m_isOwnWanted || m_isAsking || m_questionsLeft == 0)
        return;
    --m_questionsLeft;
    m_isAsking = true;
    whenDone(m_service.open(unknown->id, m_person, {}), this,
             [this, person = m_person, asked = stateOf(*unknown)](const Result<service::Admission> &admission) {
                 onAdmission(person, asked, admission);
             });
}

void ComingConsultations::onAdmission(const QString &person, const QString &asked,
                                      const Result<service::Admission> &admission)
{
    m_isAsking = false;
    if (person == m_person) {
        if (admission)
            m_userId = admission->kaleyraUserId;
        else if (service::isNoParticipant(admission.error()))
            m_others.insert(asked);
        else
            m_questionsLeft = 0; // Nor is it known of the others: not before the next stroke.
    }
    learnWhose();
}

void ComingConsultations::forget()
{
    m_answered = m_attempt; // Nor is what is on its way for anybody.
    if (!std::exchange(m_list, {}).isEmpty())
        emit listed();
}

void ComingConsultations::read()
{
    const QString person = m_settings.station().externalId;
    if (person != m_person) {
        forget();
        m_userId.clear();
        m_others.clear();
        m_questionsLeft = questionsAtOnce;
    }
    m_person = person;
    if (person.isEmpty())
        return;
    const QDateTime now = m_clock.now();
    const QDateTime midnight = now.toLocalTime().date().addDays(1).startOfDay().toUTC();
    records::Query query;
    query.from = now;
    query.until = std::max(midnight, now.addSecs(shortestHorizon.count()));
    whenDone(m_service.list(query), this, [this, attempt = ++m_attempt](const Result<QList<Teleconsultation>> &list) {
        // A slow service is asked again before it has answered: the answer counts all the same, until a later one came.
        if (attempt <= m_answered)
            return;
        // Whoever may not know any more keeps nothing; otherwise what was known holds until the next look.
        if (list) {
            m_answered = attempt;
            m_list = *list;
            emit listed();
            learnWhose();
        } else if (list.error().kind == Error::Kind::Unauthorized) {
            forget();
        }
    });
}

} // namespace teleconsult::ui
