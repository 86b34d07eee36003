// A consultation is deleted while somebody else changes it, at each step of the deletion.
#include "tests/core/service/fault_scene.h"

#include <QTest>

using namespace teleconsult;
using namespace teleconsult::test;

namespace {

enum class Change { AnotherRoom, LastOne, NotTheLast, LaterEnd };

/// A scene with one consultation, and somebody who changes it in the middle of whatever is done to it.
class Contest
{
public:
    Contest(Keeps keeps, Change change) : m_scene(m_peers, keeps), m_change(change)
    {
        // Records on this computer have one program at a time that works; its own operations may meet as well.
        if (keeps == Keeps::Crud)
            m_other = std::make_unique<Station>(m_peers, keeps, m_folder.filePath(QStringLiteral("journal")),
                                                m_scene.clock, m_scene.policy, Station::Patience());
        const int toCome = change == Change::LastOne ? 1 : change == Change::NotTheLast ? 2 : 0;
        m_scene.id = await(m_scene.station->consultations().create(m_scene.request(1, toCome))).value_or(QString());
        m_scene.settles();
    }

    /// Deletes, and changes in the middle of the n-th step. False: there are no more steps.
    bool deleteAndChangeAt(int step)
    {
        // Before the step is taken, and with nobody's network in between.
        m_scene.station->judgeLocalSteps([this, step, seen = 0](const QByteArray &) mutable {
            if (!m_hasBegun && seen++ == step)
                change();
            return LocalHarm::None;
        });
        deleted = await(m_scene.station->consultations().remove(m_scene.id));
        m_scene.station->judgeLocalSteps(nullptr);
        m_scene.settles();
        return m_hasBegun;
    }

    /// Without a restart.
    QStringList disorders()
    {
        QStringList wrong = m_scene.disorders();
        if (!m_scene.consultations().isEmpty())
            wrong << QStringLiteral("it is still on record");
        if (const qsizetype rooms = m_peers.kaleyra.state().rooms.size())
            wrong << QStringLiteral("%1 rooms are left").arg(rooms);
        return wrong;
    }

    Result<void> deleted;
    Result<void> changed;

private:
    void change()
    {
        m_hasBegun = true;
        service::Teleconsultations &service = (m_other ? *m_other : *m_scene.station).consultations();
        TeleconsultationChange wish;
        if (m_change == Change::AnotherRoom)
            wish.participants = QList<ParticipantData>{doctor(), patient(2)};
        else if (m_change == Change::LaterEnd)
            wish.end = m_scene.clock.now().addDays(1).addSecs(7200);
        else
            wish.added = patient(3);
        changed = wish.added ? await(service.addParticipant(m_scene.id, *wish.added))
                             : await(service.update(m_scene.id, wish));
    }

    Peers m_peers;
    QTemporaryDir m_folder;
    Scene m_scene;
    std::unique_ptr<Station> m_other;
    Change m_change;
    bool m_hasBegun = false;
};

} // namespace

class TestDeletionRaces : public QObject
{
    Q_OBJECT

private slots:
    void noRoomIsLeft_data()
    {
        QTest::addColumn<bool>("crud");
        QTest::addColumn<int>("change");
        for (const bool crud : {false, true}) {
            const auto add = [crud](const char *name, Change change) {
                QTest::addRow("%s, %s", crud ? "CRUD" : "SQLite", name) << crud << int(change);
            };
            add("another room", Change::AnotherRoom);
            add("the last one", Change::LastOne);
            add("not the last", Change::NotTheLast);
            add("a later end", Change::LaterEnd);
        }
    }

    void noRoomIsLeft()
    {
        QFETCH(bool, crud);
        QFETCH(int, change);
        int step = 0;
        int won = 0;
        for (;; ++step) {
            Contest contest(crud ? Keeps::Crud : Keeps::Sqlite, Change(change));
            if (!contest.deleteAndChangeAt(step))
                break;
            QVERIFY2(contest.deleted, contest.deleted ? "" : qPrintable(contest.deleted.error().toLogLine()));
            if (contest.changed)
                ++won;
            else
                QCOMPARE(contest.changed.error().kind, Error::Kind::NotFound);
            const QStringList wrong = contest.disorders();
            QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("at step %1: ").arg(step) + wrong.join(u';')));
        }
        QVERIFY(won > 0);    // Before the record was in the trash,
        QVERIFY(won < step); // and after it.
    }
};

QTEST_GUILESS_MAIN(TestDeletionRaces)
#include "test_deletion_races.moc"
