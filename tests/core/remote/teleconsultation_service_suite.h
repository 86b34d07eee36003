// The behaviour every Teleconsultation Service must show: the one in this process and, over HTTP, one elsewhere.
#pragma once

#include "tests/core/api/served_clinic.h"

#include <QUrlQuery>

namespace teleconsult::test {

/// A test program derives from it and says who is asked; every test function gets a new clinic.
class TeleconsultationServiceSuite : public QObject
{
    Q_OBJECT

protected:
    struct Services
    {
        service::TeleconsultationService *consultations = nullptr;
        service::CredentialsService *credentials = nullptr;
        service::CompanyService *company = nullptr;
    };

    /// What is asked, for the clinic as it is now; whatever it needs is kept alive by the test program until the next
    /// call, and until forget().
    virtual Services reach(ServedClinic &clinic) = 0;
    virtual void forget() = 0;

    std::unique_ptr<ServedClinic> m_clinic;
    Services m_services;

    service::TeleconsultationService &consultations() { return *m_services.consultations; }
    /// After the clinic's policy has changed.
    void serveAnew()
    {
        forget();
        m_clinic->serve();
        m_services = reach(*m_clinic);
    }
    TeleconsultationRequest soon(int participants = 2, int known = -1) const
    {
        TeleconsultationRequest wish = m_clinic->request(participants);
        if (known >= 0)
            wish.participants = wish.participants.mid(0, known);
        return wish;
    }
    QString created(const TeleconsultationRequest &wish)
    {
        const Result<QString> id = await(consultations().create(wish));
        return id ? *id : QStringLiteral("failed: ") + id.error().toLogLine();
    }
    void letItBegin() { m_clinic->clock.advance(std::chrono::minutes(55)); }
    QStringList idsOf(const records::Query &query)
    {
        const Result<QList<Teleconsultation>> found = await(consultations().list(query));
        if (!found)
            return {QStringLiteral("failed: ") + found.error().toLogLine()};
        QStringList ids;
        for (const Teleconsultation &consultation : *found)
            ids << consultation.id;
        return ids;
    }

private slots:
    void init()
    {
        m_clinic = std::make_unique<ServedClinic>();
        m_services = reach(*m_clinic);
    }
    void cleanup()
    {
        forget();
        m_clinic.reset();
    }

    void whatIsCreatedIsFound();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void nobodyWhoMayOpenTheRoom();
    void listsByTimeAndName();
    void listsPageByPage();
    void aWayInOnceItCanBeJoined();
    void noLinkBeforeItCanBeJoined();
    void strangersStayOut();
    void theUnknownIsNotFound();
    void changesTimesAndParticipants();
    void aChangeMayBeTooLate();
    void aChangeMayBeWrong();
    void theLastParticipantMakesTheRoom();
    void nobodyIsAddedTwice();
    void whatIsRemovedIsGone();
    void uploadsAreDeletedOnlyWherePolicySaysSo();
    void aLinkForEachParticipant();
    void invitationsTellWhetherTheirRoomIsRecorded();
    void callsAreWrittenDown();
    void tokensForThoseWhoAreSomebody();
    void theCompanyAndItsBackground();
};

inline void TeleconsultationServiceSuite::whatIsCreatedIsFound()
{
    TeleconsultationRequest wish = soon();
    wish.participants[1].fullName = QStringLiteral("Željko 100% +Ó \"Neri\"");
    wish.participants[1].language = Language::Italian;
    const QString id = created(wish);
    const Result<Teleconsultation> found = await(consultations().find(id));
    QVERIFY2(found, found ? "" : qPrintable(found.error().toLogLine()));
    QCOMPARE(found->id, id);
    QCOMPARE(found->participantsNumber, 2);
    QCOMPARE(found->schedule.start(), wish.start);
    QCOMPARE(found->schedule.duration(), std::chrono::minutes(30));
    QCOMPARE(found->progress, Progress::Scheduled);
    QCOMPARE(found->participants.at(1).fullName, wish.participants.at(1).fullName);
    QCOMPARE(found->participants.at(1).groups, QStringList(QStringLiteral("patient")));
    QCOMPARE(found->participants.at(1).language, std::optional(Language::Italian));
    QVERIFY(!found->participants.at(0).language);
    const Teleconsultation record = m_clinic->record(id);
    QCOMPARE(found->roomId, record.roomId);
    QCOMPARE(found->participants.at(0).kaleyraUserId, record.participants.at(0).kaleyraUserId);
    for (const Participant &participant : found->participants)
        QVERIFY(participant.accessLink.isEmpty());
}

inline void TeleconsultationServiceSuite::mistakesAreNamed_data()
{
    using Wish = TeleconsultationRequest;
    using Spoil = std::function<void(Wish &)>;
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const Spoil &spoil, const char *field, const char *code) {
        QTest::newRow(name) << spoil << QString::fromLatin1(field) << QString::fromLatin1(code);
    };
    row(
        "too few", [](Wish &wish) { wish.participantsNumber = 1; }, "participants.number", "too_few");
    row(
        "twice the same", [](Wish &wish) { wish.participants[1].externalId = wish.participants[0].externalId; },
        "participants.data[1].userExternalId", "duplicate");
    row(
        "no name", [](Wish &wish) { wish.participants[1].fullName = QStringLiteral(" "); },
        "participants.data[1].fullName", "required");
    row(
        "unknown group", [](Wish &wish) { wish.participants[1].groups = {QStringLiteral("gardener")}; },
        "participants.data[1].groups", "unknown_group");
    row(
        "no start", [](Wish &wish) { wish.start = {}; }, "start_date", "required");
    row(
        "no end", [](Wish &wish) { wish.duration.reset(); }, "end_date", "required");
    row(
        "too short", [](Wish &wish) { wish.duration = std::chrono::seconds(299); }, "duration_in_seconds", "too_short");
    row(
        "too long", [](Wish &wish) { wish.end = wish.start.addDays(2), wish.duration.reset(); }, "end_date",
        "too_long");
}

inline void TeleconsultationServiceSuite::mistakesAreNamed()
{
    using Spoil = std::function<void(TeleconsultationRequest &)>;
    QFETCH(Spoil, spoil);
    QFETCH(QString, field);
    QFETCH(QString, code);
    TeleconsultationRequest wish = soon();
    spoil(wish);
    const Result<QString> id = await(consultations().create(wish));
    QVERIFY(!id);
    QCOMPARE(nameOf(id.error().kind), nameOf(Error::Kind::Invalid));
    QCOMPARE(id.error().field, field);
    if (code != QLatin1String("required") || !field.contains(QLatin1String("date")))
        QCOMPARE(id.error().code, code);
    QCOMPARE(m_clinic->recordCount(), 0);
    QCOMPARE(m_clinic->users().size(), 0);
}

inline void TeleconsultationServiceSuite::nobodyWhoMayOpenTheRoom()
{
    TeleconsultationRequest wish = soon();
    wish.participants[0].groups = {QStringLiteral("patient")};
    const Result<QString> id = await(consultations().create(wish));
    QVERIFY(!id);
    QCOMPARE(nameOf(id.error().kind), nameOf(Error::Kind::Invalid));
    QCOMPARE(id.error().code, QStringLiteral("no_plus_user"));
    QCOMPARE(id.error().message, QStringLiteral("Failed POST /teleconsultation: no plus user in room"));
}

inline void TeleconsultationServiceSuite::listsByTimeAndName()
{
    const QString early = created(soon());
    TeleconsultationRequest wish = soon();
    wish.start = wish.start.addDays(1);
    wish.participants[1].fullName = QStringLiteral("Maria De Luca");
    const QString late = created(wish);
    records::Query query;
    QCOMPARE(idsOf(query), QStringList({early, late}));
    query.until = wish.start;
    QCOMPARE(idsOf(query), QStringList(early));
    query.until = {};
    query.from = wish.start;
    QCOMPARE(idsOf(query), QStringList(late));
    query = {};
    query.text = QStringLiteral("de luca");
    QCOMPARE(idsOf(query), QStringList(late));
    query.text = QStringLiteral("a+b & c=d 100%");
    QCOMPARE(idsOf(query), QStringList());
}

inline void TeleconsultationServiceSuite::listsPageByPage()
{
    QStringList ids;
    for (int i = 0; i < 3; ++i) {
        TeleconsultationRequest wish = soon();
        wish.start = wish.start.addSecs(i * 60);
        ids << created(wish);
    }
    records::Query query;
    query.limit = 2;
    QCOMPARE(idsOf(query), ids.mid(0, 2));
    query.offset = 2;
    QCOMPARE(idsOf(query), ids.mid(2));
    query.offset = 3;
    QCOMPARE(idsOf(query), QStringList());
}

inline void TeleconsultationServiceSuite::aWayInOnceItCanBeJoined()
{
    const QString id = created(soon());
    letItBegin();
    service::LinkOptions options;
    options.language = Language::English;
    options.useBackground = true;
    options.theme = QStringLiteral("dark");
    const Result<service::Admission> admission = await(consultations().open(id, QStringLiteral("patient.1"), options));
    QVERIFY2(admission, admission ? "" : qPrintable(admission.error().toLogLine()));
    const Teleconsultation record = m_clinic->record(id);
    QCOMPARE(admission->kaleyraUserId, record.participants.at(1).kaleyraUserId);
    QCOMPARE(admission->consultation.id, id);
    QCOMPARE(admission->consultation.schedule, record.schedule);
    QCOMPARE(admission->consultation.roomId, record.roomId);
    QVERIFY(admission->room);
    QVERIFY(!admission->room->isClosed());
    QVERIFY(admission->room->createdAt.isValid());
    const QUrlQuery link(admission->accessLink);
    QCOMPARE(link.queryItemValue(QStringLiteral("language")), QStringLiteral("en"));
    QCOMPARE(link.queryItemValue(QStringLiteral("theme")), QStringLiteral("dark"));
    QCOMPARE(link.queryItemValue(QStringLiteral("display_name"), QUrl::FullyDecoded),
             QStringLiteral("Name of patient.1"));
    QVERIFY(link.hasQueryItem(QStringLiteral("virtual_background")));
    QVERIFY(
        admission->accessLink.toString().startsWith(record.participants.at(1).accessLink.toString(QUrl::RemoveQuery)));
}

inline void TeleconsultationServiceSuite::noLinkBeforeItCanBeJoined()
{
    const QString early = created(soon());
    const Result<service::Admission> soonOpen = await(consultations().open(early, QStringLiteral("doctor"), {}));
    QVERIFY(soonOpen);
    QVERIFY(soonOpen->accessLink.isEmpty());
    QVERIFY(soonOpen->room);
    QVERIFY(!isJoinable(soonOpen->consultation, consultations().policy(), m_clinic->clock.now()));
    letItBegin();
    QVERIFY(isJoinable(soonOpen->consultation, consultations().policy(), m_clinic->clock.now()));

    const QString incomplete = created(soon(3, 2));
    const Result<service::Admission> waiting = await(consultations().open(incomplete, QStringLiteral("doctor"), {}));
    QVERIFY(waiting);
    QVERIFY(waiting->accessLink.isEmpty());
    QVERIFY(!waiting->room);
    QCOMPARE(waiting->consultation.unknownParticipants(), 1);
}

inline void TeleconsultationServiceSuite::strangersStayOut()
{
    const QString id = created(soon());
    for (const QString &caller : {QStringLiteral("stranger"), QString()}) {
        const Result<service::Admission> admission = await(consultations().open(id, caller, {}));
        QVERIFY(!admission);
        QCOMPARE(nameOf(admission.error().kind), nameOf(Error::Kind::Unauthorized));
        QCOMPARE(admission.error().code, QStringLiteral("not_a_participant"));
    }
}

inline void TeleconsultationServiceSuite::theUnknownIsNotFound()
{
    const QString id = QStringLiteral("62a1b2c3d4e5f60718293a4b");
    const auto isUnknown = [&](const auto &result) {
        return !result && isNotFound(result.error()) && result.error().requestId.isEmpty() &&
               result.error().message == QStringLiteral("Room with id %1 not found on CRUD").arg(id);
    };
    TeleconsultationChange change;
    change.duration = std::chrono::minutes(10);
    QVERIFY(isUnknown(await(consultations().find(id))));
    QVERIFY(isUnknown(await(consultations().open(id, QStringLiteral("doctor"), {}))));
    QVERIFY(isUnknown(await(consultations().update(id, change))));
    QVERIFY(isUnknown(await(consultations().addParticipant(id, person(QStringLiteral("x"))))));
    QVERIFY(isUnknown(await(consultations().invitations(id))));
    QVERIFY(isUnknown(await(consultations().remove(id))));
    QVERIFY(!await(consultations().find(QStringLiteral("../x?y#z"))));
}

} // namespace teleconsult::test

#include "tests/core/remote/teleconsultation_service_suite_changes.h" // IWYU pragma: export
