#include "core/service/move_run.h"

#include <algorithm>
#include <vector>

namespace teleconsult::service {

namespace {

using records::ArrivedConsultation;
using records::KeptConsultation;
using records::KeptPerson;
using records::MovingStep;

constexpr int pageSize = 100;   // One question for all of a page (http::filtersForAny).
constexpr qsizetype atOnce = 4; // The service has other clients.
/// While the clinic goes on working here, each pass brings what has changed during the one before.
constexpr int maximumPasses = 20;
/// A service that fails for one record may fail for it alone; one that fails for more is not well.
constexpr int maximumFailures = 5;

Unmoved unmovedPerson(const KeptPerson &person)
{
    Unmoved unmoved;
    unmoved.externalId = person.externalId;
    return unmoved;
}

Unmoved unmovedConsultation(const KeptConsultation &kept)
{
    Unmoved unmoved;
    unmoved.consultationId = kept.consultation.id;
    unmoved.start = kept.consultation.schedule.start();
    return unmoved;
}

Error conflict(const char *code)
{
    return makeError(Error::Kind::Conflict, QString::fromLatin1(code));
}

bool isDuplicate(const Error &error)
{
    return error.kind == Error::Kind::Conflict;
}

/// Waits for tasks that were started together; the first error is theirs all.
Task<void> allOf(std::vector<Task<void>> tasks)
{
    Result<void> outcome;
    for (Task<void> &task : tasks) {
        Result<void> one = co_await task;
        if (!one && outcome)
            outcome = one;
    }
    co_return outcome;
}

} // namespace

MoveRun::MoveRun(records::MovingSource &source, records::MovingTarget &target, records::StandIn standIn,
                 MoveOrder order)
    : m_source(source), m_target(target), m_standIn(std::move(standIn)), m_order(std::move(order))
{}

Task<MoveReport> MoveRun::carryOut()
{
    Result<void> begun = co_await begin();
    if (!begun)
        m_report.stopped = begun.error();
    for (int i = 0; i < maximumPasses && !m_report.stopped && !m_report.isComplete; ++i) {
        Result<QString> before = co_await m_source.fingerprint();
        Result<bool> changed = failure(Error());
        if (before)
            changed = co_await pass(i > 0);
        if (!before || !changed) {
            m_report.stopped = before ? changed.error() : before.error();
            break;
        }
        if (*changed)
            continue;
        if (!m_report.unmoved.isEmpty() && !m_order.leaveBehind)
            break;
        Result<bool> sealed = co_await m_source.seal(*before);
        if (!sealed)
            m_report.stopped = sealed.error();
        else
            m_report.isComplete = *sealed;
        if (i + 1 == maximumPasses && !m_report.isComplete)
            m_report.stopped = conflict("records_in_use");
    }
    co_return Result<MoveReport>(m_report);
}

Task<void> MoveRun::begin()
{
    Result<records::MoveMark> mark = co_await m_source.mark();
    if (!mark)
        co_return Result<void>(failure(mark.error()));
    // What was moved to one service is out of date by now, and not to be moved to another.
    if (mark->sealed.isValid() && mark->target != nameOfTarget(m_order.target))
        co_return Result<void>(failure(makeError(Error::Kind::Storage, QStringLiteral("records_moved"))));
    Result<void> probed = co_await m_target.probe();
    if (!probed)
        co_return probed;
    Result<void> begun = co_await m_source.begin(nameOfTarget(m_order.target));
    co_return begun;
}

/// Answers whether anything was sent: only a pass without that has seen everything there.
Task<bool> MoveRun::pass(bool isCheck)
{
    Result<records::KeptCounts> counts = co_await m_source.counts(m_standIn);
    if (!counts)
        co_return Result<bool>(failure(counts.error()));
    m_progress = {isCheck, 0, counts->consultations + counts->people};
    m_report.consultations = 0;
    m_report.people = 0;
    m_report.left = 0;
    m_report.unmoved.clear();
    m_strangers.clear();
    m_sentBefore = m_report.sent;
    Result<void> passed = co_await passPeople();
    // Nobody is on record who is not in the map.
    if (passed)
        passed = co_await passConsultations();
    if (!passed)
        co_return Result<bool>(failure(passed.error()));
    co_return Result<bool>(m_report.sent != m_sentBefore);
}

Result<void> MoveRun::advance(int by)
{
    m_progress.done += by;
    m_progress.total = std::max(m_progress.total, m_progress.done);
    if (m_order.talk->onProgress)
        m_order.talk->onProgress(m_progress);
    if (m_order.talk->isCancelled)
        return failure(makeError(Error::Kind::Cancelled));
    return {};
}

/// What concerns one record is noted; what concerns the service as a whole ends the run.
Result<void> MoveRun::settle(const Unmoved &what, const Error &error)
{
    const bool isRefusal = error.kind == Error::Kind::Conflict || error.code == QLatin1String("refused");
    const bool isFailure = error.kind == Error::Kind::Server && error.code != QLatin1String("no_import") &&
                           error.code != QLatin1String("no_collection");
    const auto failures = std::count_if(m_report.unmoved.begin(), m_report.unmoved.end(), [](const Unmoved &other) {
        return other.why.kind == Error::Kind::Server && other.why.code != QLatin1String("refused");
    });
    if (!isRefusal && (!isFailure || failures >= maximumFailures))
        return failure(error);
    m_report.unmoved << what;
    m_report.unmoved.last().why = error;
    return {};
}

// People

Task<void> MoveRun::passPeople()
{
    QString after;
    for (;;) {
        Result<QList<KeptPerson>> page = co_await m_source.people(after, pageSize);
        if (!page)
            co_return Result<void>(failure(page.error()));
        if (page->isEmpty())
            co_return Result<void>();
        after = page->last().externalId;
        QList<KeptPerson> people;
        for (const KeptPerson &person : std::as_const(*page)) {
            if (!m_standIn.users.contains(person.kaleyraUserId))
                people << person;
        }
        const int left = int(page->size() - people.size());
        m_report.left += left;
        Result<void> sent = advance(left);
        if (sent && !people.isEmpty())
            sent = co_await sendPeople(people);
        if (!sent)
            co_return sent;
    }
}

Task<void> MoveRun::sendPeople(QList<KeptPerson> people)
{
    QStringList externalIds;
    for (const KeptPerson &person : std::as_const(people))
        externalIds << person.externalId;
    Result<QHash<QString, QString>> known = co_await m_target.userIds(externalIds);
    if (!known)
        co_return Result<void>(failure(known.error()));
    QList<KeptPerson> unknown;
    int settled = 0;
    for (const KeptPerson &person : std::as_const(people)) {
        if (!known->contains(person.externalId)) {
            unknown << person;
            continue;
        }
        ++settled;
        if (known->value(person.externalId) == person.kaleyraUserId) {
            ++m_report.people;
            continue;
        }
        m_strangers.insert(person.kaleyraUserId);
        if (Result<void> noted = settle(unmovedPerson(person), conflict("person_known_otherwise")); !noted)
            co_return noted;
    }
    Result<void> advanced = advance(settled);
    for (qsizetype i = 0; i < unknown.size() && advanced; i += atOnce) {
        const QList<KeptPerson> some = unknown.mid(i, atOnce);
        std::vector<Task<void>> sending;
        for (const KeptPerson &person : some)
            sending.push_back(sendPerson(person));
        advanced = co_await allOf(std::move(sending));
        if (advanced)
            advanced = advance(int(some.size()));
    }
    co_return advanced;
}

/// Somebody else, or an earlier try of ours, may have been first.
Task<void> MoveRun::sendPerson(KeptPerson person)
{
    Result<void> added = co_await m_target.add(person.externalId, person.kaleyraUserId);
    if (added) {
        ++m_report.sent;
        ++m_report.people;
        co_return added;
    }
    m_strangers.insert(person.kaleyraUserId);
    if (!isDuplicate(added.error()))
        co_return settle(unmovedPerson(person), added.error());
    Result<QHash<QString, QString>> known = co_await m_target.userIds(QStringList(person.externalId));
    if (!known)
        co_return Result<void>(failure(known.error()));
    if (known->value(person.externalId) != person.kaleyraUserId)
        co_return settle(unmovedPerson(person), conflict("person_known_otherwise"));
    m_strangers.remove(person.kaleyraUserId);
    ++m_report.sent; // So that another pass sees it.
    ++m_report.people;
    co_return Result<void>();
}

// Consultations

bool MoveRun::concernsStranger(const Teleconsultation &consultation) const
{
    return std::any_of(
        consultation.participants.begin(), consultation.participants.end(),
        [this](const Participant &participant) { return m_strangers.contains(participant.kaleyraUserId); });
}

Task<void> MoveRun::passConsultations()
{
    qint64 after = 0;
    for (;;) {
        Result<QList<KeptConsultation>> page = co_await m_source.consultations(after, pageSize);
        if (!page)
            co_return Result<void>(failure(page.error()));
        if (page->isEmpty())
            co_return Result<void>();
        after = page->last().row;
        QList<KeptConsultation> ours;
        for (const KeptConsultation &kept : std::as_const(*page)) {
            Result<void> noted;
            if (m_standIn.made(kept.consultation))
                ++m_report.left;
            else if (concernsStranger(kept.consultation))
                noted = settle(unmovedConsultation(kept), conflict("person_known_otherwise"));
            else
                ours << kept;
            if (!noted)
                co_return noted;
        }
        Result<void> sent = advance(int(page->size() - ours.size()));
        if (sent && !ours.isEmpty())
            sent = co_await sendConsultations(ours);
        if (!sent)
            co_return sent;
    }
}

Task<void> MoveRun::sendConsultations(QList<KeptConsultation> page)
{
    QStringList ids;
    for (const KeptConsultation &kept : std::as_const(page))
        ids << kept.consultation.id;
    Result<QHash<QString, ArrivedConsultation>> there = co_await m_target.find(ids);
    if (!there)
        co_return Result<void>(failure(there.error()));

    // Written down first: what is found there later and says something else is then known to have been changed there.
    QList<std::pair<QString, records::SentRecord>> sent;
    for (const KeptConsultation &kept : std::as_const(page)) {
        if (!there->contains(kept.consultation.id))
            sent << std::pair(kept.consultation.id, records::SentRecord{kept.consultation.revision, {}});
    }
    Result<void> advanced;
    if (!sent.isEmpty())
        advanced = co_await m_source.remember(sent);
    for (qsizetype i = 0; i < page.size() && advanced; i += atOnce) {
        const QList<KeptConsultation> some = page.mid(i, atOnce);
        std::vector<Task<void>> sending;
        for (const KeptConsultation &kept : some) {
            const auto found = there->constFind(kept.consultation.id);
            sending.push_back(
                sendConsultation(kept, found == there->constEnd() ? std::nullopt : std::optional(*found)));
        }
        advanced = co_await allOf(std::move(sending));
        if (advanced)
            advanced = advance(int(some.size()));
    }
    co_return advanced;
}

Task<void> MoveRun::sendConsultation(KeptConsultation kept, std::optional<ArrivedConsultation> arrived)
{
    Result<void> done;
    switch (stepFor(kept, arrived)) {
    case MovingStep::Nothing:
        ++m_report.consultations;
        break;
    case MovingStep::Insert:
        done = co_await insert(kept);
        break;
    case MovingStep::Update:
        done = co_await bringUpToDate(kept, *arrived);
        break;
    case MovingStep::Trash:
        done = co_await trash(kept);
        break;
    case MovingStep::Differs:
        done = settle(unmovedConsultation(kept), conflict("stored_differently"));
        break;
    case MovingStep::Changed:
        done = settle(unmovedConsultation(kept), conflict("changed_there"));
        break;
    }
    co_return done;
}

Task<void> MoveRun::insert(KeptConsultation kept)
{
    Result<void> added = co_await m_target.add(kept);
    if (added) {
        ++m_report.sent;
        ++m_report.consultations;
        co_return added;
    }
    if (!isDuplicate(added.error()))
        co_return settle(unmovedConsultation(kept), added.error());
    // An earlier request of ours has arrived late, perhaps of an earlier run and with an older state.
    Result<QHash<QString, ArrivedConsultation>> there = co_await m_target.find(QStringList(kept.consultation.id));
    if (!there)
        co_return Result<void>(failure(there.error()));
    const auto found = there->constFind(kept.consultation.id);
    if (found == there->constEnd())
        co_return settle(unmovedConsultation(kept), added.error()); // Another unique index.
    ++m_report.sent;
    kept.sent.reset();
    Result<void> done = co_await sendConsultation(kept, *found);
    co_return done;
}

Task<void> MoveRun::bringUpToDate(KeptConsultation kept, ArrivedConsultation arrived)
{
    Teleconsultation changed = kept.consultation;
    changed.revision = arrived.consultation.revision;
    Result<Teleconsultation> written = co_await m_target.update(changed);
    if (!written && isNotFound(written.error())) {
        ++m_report.consultations; // Deleted there meanwhile.
        co_return Result<void>();
    }
    if (!written && isDuplicate(written.error()))
        co_return settle(unmovedConsultation(kept), conflict("changed_there"));
    if (!written)
        co_return settle(unmovedConsultation(kept), written.error());
    ++m_report.sent;
    ++m_report.consultations;
    const QList<std::pair<QString, records::SentRecord>> sent(
        1, std::pair(kept.consultation.id, records::SentRecord{kept.consultation.revision, written->revision}));
    Result<void> remembered = co_await m_source.remember(sent);
    co_return remembered;
}

Task<void> MoveRun::trash(KeptConsultation kept)
{
    Result<void> moved = co_await m_target.moveToTrash(kept.consultation.id);
    if (!moved && !isNotFound(moved.error()))
        co_return settle(unmovedConsultation(kept), moved.error());
    ++m_report.sent;
    ++m_report.consultations;
    co_return Result<void>();
}

} // namespace teleconsult::service
