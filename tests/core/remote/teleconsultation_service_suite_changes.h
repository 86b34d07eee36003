// Of the behaviour every Teleconsultation Service must show: what changes something, and what is around the
// consultations.
#pragma once

#include "tests/core/remote/teleconsultation_service_suite.h"

namespace teleconsult::test {

inline void TeleconsultationServiceSuite::changesTimesAndParticipants()
{
    const QString id = created(soon());
    TeleconsultationChange times;
    times.start = m_clinic->clock.now().addDays(2);
    times.duration = std::chrono::minutes(20);
    QVERIFY(await(consultations().update(id, times)));
    QCOMPARE(m_clinic->record(id).schedule.start(), *times.start);
    QCOMPARE(m_clinic->record(id).schedule.duration(), std::chrono::minutes(20));

    TeleconsultationChange people;
    people.participantsNumber = 2;
    people.participants = {person(QStringLiteral("doctor"), QStringLiteral("doctor")), person(QStringLiteral("other"))};
    QVERIFY(await(consultations().update(id, people)));
    QCOMPARE(m_clinic->record(id).participants.at(1).fullName, QStringLiteral("Name of other"));
    QCOMPARE(m_clinic->record(id).schedule.start(), *times.start);
}

inline void TeleconsultationServiceSuite::aChangeMayBeTooLate()
{
    const QString id = created(soon());
    letItBegin();
    TeleconsultationChange change;
    change.duration = std::chrono::minutes(10);
    const Result<void> changed = await(consultations().update(id, change));
    QVERIFY(!changed);
    QCOMPARE(nameOf(changed.error().kind), nameOf(Error::Kind::Immutable));
    QCOMPARE(changed.error().code, QStringLiteral("immutable"));
}

inline void TeleconsultationServiceSuite::aChangeMayBeWrong()
{
    const QString id = created(soon());
    TeleconsultationChange change;
    change.duration = std::chrono::seconds(10);
    const Result<void> changed = await(consultations().update(id, change));
    QVERIFY(!changed);
    QCOMPARE(nameOf(changed.error().kind), nameOf(Error::Kind::Invalid));
    QCOMPARE(changed.error().field, QStringLiteral("duration_in_seconds"));
    QCOMPARE(changed.error().code, QStringLiteral("too_short"));
    QCOMPARE(changed.error().httpStatus, 400);
    QVERIFY(changed.error().requestId.isEmpty());
}

inline void TeleconsultationServiceSuite::theLastParticipantMakesTheRoom()
{
    const QString id = created(soon(3, 2));
    QVERIFY(m_clinic->record(id).roomId.isEmpty());
    QVERIFY(await(consultations().addParticipant(id, person(QStringLiteral("last")))));
    QVERIFY(!m_clinic->record(id).roomId.isEmpty());
}

inline void TeleconsultationServiceSuite::nobodyIsAddedTwice()
{
    const QString id = created(soon(3, 2));
    const Result<void> added = await(consultations().addParticipant(id, person(QStringLiteral("patient.1"))));
    QVERIFY(!added);
    QCOMPARE(nameOf(added.error().kind), nameOf(Error::Kind::Invalid));
    QCOMPARE(added.error().field, QStringLiteral("userExternalId"));
}

inline void TeleconsultationServiceSuite::whatIsRemovedIsGone()
{
    const QString id = created(soon());
    QVERIFY(await(consultations().remove(id)));
    QCOMPARE(m_clinic->rooms().size(), 0);
    QVERIFY(isNotFound(await(consultations().find(id)).error()));
    QVERIFY(isNotFound(await(consultations().remove(id)).error()));
}

inline void TeleconsultationServiceSuite::uploadsAreDeletedOnlyWherePolicySaysSo()
{
    const QString id = created(soon());
    const Result<std::optional<service::DeletedUploads>> kept = await(consultations().deleteUploads(id));
    QVERIFY(kept);
    QVERIFY(!*kept);
    m_clinic->policy.deleteUploads = true;
    serveAnew();
    const Result<std::optional<service::DeletedUploads>> gone = await(consultations().deleteUploads(id));
    QVERIFY(gone);
    QVERIFY(*gone);
    QCOMPARE((*gone)->total, 0);
}

inline void TeleconsultationServiceSuite::aLinkForEachParticipant()
{
    const QString id = created(soon(3));
    QCOMPARE(await(consultations().invitations(id)).value().size(), 0);
    letItBegin();
    const Result<QList<service::Invitation>> invitations = await(consultations().invitations(id));
    QVERIFY(invitations);
    QCOMPARE(invitations->size(), 3);
    QCOMPARE(invitations->at(1).fullName, QStringLiteral("Name of patient.1"));
    QCOMPARE(invitations->at(1).groups, QStringList(QStringLiteral("patient")));
    QVERIFY(invitations->at(1).accessLink != invitations->at(2).accessLink);
    QCOMPARE(
        QUrlQuery(invitations->at(1).accessLink).queryItemValue(QStringLiteral("display_name"), QUrl::FullyDecoded),
        QStringLiteral("Name of patient.1"));
    QCOMPARE(invitations->at(1).recording, QStringLiteral("none"));
}

/// Rooms keep what held when they were made.
inline void TeleconsultationServiceSuite::invitationsTellWhetherTheirRoomIsRecorded()
{
    m_clinic->policy.recording = QStringLiteral("manual");
    serveAnew();
    const QString id = created(soon());
    m_clinic->policy.recording = QStringLiteral("none");
    serveAnew();
    letItBegin();
    const Result<QList<service::Invitation>> invitations = await(consultations().invitations(id));
    QVERIFY(invitations);
    QCOMPARE(invitations->size(), 2);
    for (const service::Invitation &invitation : *invitations)
        QCOMPARE(invitation.recording, QStringLiteral("manual"));
}

inline void TeleconsultationServiceSuite::callsAreWrittenDown()
{
    const QString id = created(soon());
    const Result<qint64> handle = await(consultations().beginCall(id));
    QVERIFY2(handle, handle ? "" : qPrintable(handle.error().toLogLine()));
    QCOMPARE(await(consultations().find(id)).value().progress, Progress::InCall);
    QVERIFY(await(consultations().endCall(id, *handle)));
    QCOMPARE(await(consultations().find(id)).value().progress, Progress::Held);
    QCOMPARE(m_clinic->openIntents().size(), 0);
    QVERIFY(isNotFound(await(consultations().beginCall(QStringLiteral("62a1b2c3d4e5f60718293a4b"))).error()));
}

inline void TeleconsultationServiceSuite::tokensForThoseWhoAreSomebody()
{
    const Result<kaleyra::AccessToken> token =
        await(m_services.credentials->issue(person(QStringLiteral("user1"), QStringLiteral("doctor")), std::nullopt));
    QVERIFY2(token, token ? "" : qPrintable(token.error().toLogLine()));
    QVERIFY(!token->token.isEmpty());
    QVERIFY(!token->userId.isEmpty());
    QVERIFY(token->expiresAt.isValid());
    const Result<kaleyra::AccessToken> tooLong =
        await(m_services.credentials->issue(person(QStringLiteral("user1")), std::chrono::hours(25)));
    QVERIFY(!tooLong);
    QCOMPARE(tooLong.error().field, QStringLiteral("expiresIn"));
    QCOMPARE(tooLong.error().code, QStringLiteral("out_of_range"));
    const Result<kaleyra::AccessToken> nobodys = await(m_services.credentials->issue({}, std::nullopt));
    QVERIFY(!nobodys);
    QCOMPARE(nameOf(nobodys.error().kind), nameOf(Error::Kind::Unauthorized));
}

inline void TeleconsultationServiceSuite::theCompanyAndItsBackground()
{
    const QByteArray picture(
        "\xFF\xD8\xFF\xC0\x00\x11\x08\x05\x00\x05\x00\x03\x01\x11\x00\x02\x11\x00\x03\x11\x00\xFF\xD9", 23);
    const Result<kaleyra::Background> added = await(m_services.company->addBackground(picture));
    QVERIFY2(added, added ? "" : qPrintable(added.error().toLogLine()));
    const Result<kaleyra::Company> chosen = await(m_services.company->setDefaultBackground(added->alias));
    QVERIFY(chosen);
    const Result<kaleyra::Company> company = await(m_services.company->company());
    QVERIFY(company);
    QVERIFY(company->defaultBackground);
    QCOMPARE(company->defaultBackground->alias, added->alias);
    QCOMPARE(company->name, chosen->name);
    QVERIFY(!company->endCallRedirectUrl.isEmpty());
    QCOMPARE(await(m_services.company->addBackground(QByteArray("text"))).error().code, QStringLiteral("not_a_jpeg"));
    QCOMPARE(await(m_services.company->setDefaultBackground(QStringLiteral(" "))).error().field,
             QStringLiteral("background_alias"));
}

} // namespace teleconsult::test
