// Who is offered while a name is typed.
#include "core/service/people_seen.h"

#include "tests/core/service/clinic.h"

using namespace teleconsult;
using test::Clinic;

class TestPeopleSeen : public QObject
{
    Q_OBJECT

    std::unique_ptr<Clinic> m_clinic;

    /// A consultation of a doctor and this patient, `days` from now.
    void schedule(const QString &externalId, const QString &fullName, int days,
                  std::optional<Language> language = std::nullopt)
    {
        TeleconsultationRequest wish = m_clinic->request();
        wish.participants.last() = {.externalId = externalId,
                                    .fullName = fullName,
                                    .groups = {QStringLiteral("patient")},
                                    .language = language};
        wish.start = m_clinic->clock.now().addDays(days);
        QVERIFY(m_clinic->create(wish));
    }
    QStringList names(const QString &words)
    {
        QStringList found;
        const Result<QList<ParticipantData>> people = test::await(m_clinic->service->peopleSeen(words));
        for (const ParticipantData &person : people.value_or(QList<ParticipantData>()))
            found << person.fullName + QLatin1Char(' ') + person.externalId;
        return found;
    }

private slots:
    void init() { m_clinic = std::make_unique<Clinic>(); }
    void cleanup() { m_clinic.reset(); }

    void areFoundByTheBeginningsOfTheirNames()
    {
        schedule(QStringLiteral("p-1"), QStringLiteral("Mario Rossì"), 1);
        schedule(QStringLiteral("p-2"), QStringLiteral("Maria Bianchi"), 2);
        schedule(QStringLiteral("p-3"), QStringLiteral("Luisa Verdi"), 3);
        QCOMPARE(names(QStringLiteral("mar")),
                 (QStringList{QStringLiteral("Maria Bianchi p-2"), QStringLiteral("Mario Rossì p-1")}));
        QCOMPARE(names(QStringLiteral("rossi ma")), QStringList{QStringLiteral("Mario Rossì p-1")});
        QCOMPARE(names(QStringLiteral("nobody")), QStringList());
        // Not everybody, for a list to read through.
        QCOMPARE(names(QStringLiteral("  ")), QStringList());
        QCOMPARE(names(QStringLiteral(".")), QStringList());
    }

    void areAsTheyWereGivenLast()
    {
        schedule(QStringLiteral("p-1"), QStringLiteral("Mario Rossi"), 1);
        schedule(QStringLiteral("p-1"), QStringLiteral("Mario Rossini"), 2, Language::English);
        const Result<QList<ParticipantData>> people =
            test::await(m_clinic->service->peopleSeen(QStringLiteral("mario")));
        QVERIFY(people);
        QCOMPARE(*people, (QList{ParticipantData{.externalId = QStringLiteral("p-1"),
                                                 .fullName = QStringLiteral("Mario Rossini"),
                                                 .groups = {QStringLiteral("patient")},
                                                 .language = Language::English}}));
    }

    void ofOneNameAreToldApart()
    {
        schedule(QStringLiteral("p-1"), QStringLiteral("Mario Rossi"), 1);
        schedule(QStringLiteral("p-2"), QStringLiteral("Mario Rossi"), 2);
        QCOMPARE(names(QStringLiteral("rossi")),
                 (QStringList{QStringLiteral("Mario Rossi p-1"), QStringLiteral("Mario Rossi p-2")}));
    }

    void whoWasNotSeenForLongIsForgotten()
    {
        schedule(QStringLiteral("p-1"), QStringLiteral("Mario Rossi"), 1);
        m_clinic->clock.advance(std::chrono::hours(24 * (service::peopleSeenDays + 2)));
        QCOMPARE(names(QStringLiteral("mario")), QStringList());
    }

    void areAHandful()
    {
        for (int i = 0; i < service::maximumPeopleSeen + 2; ++i)
            schedule(QStringLiteral("p-%1").arg(i), QStringLiteral("Mario Rossi"), 1 + i);
        QCOMPARE(names(QStringLiteral("mario")).size(), service::maximumPeopleSeen);
    }
};

QTEST_GUILESS_MAIN(TestPeopleSeen)
#include "test_people_seen.moc"
