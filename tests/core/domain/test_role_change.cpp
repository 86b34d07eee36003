#include "core/domain/role_change.h"

#include <QTest>

using namespace teleconsult;

namespace {

/// A consultation of people who are each in these groups; "+" stands for one who is not known yet.
Teleconsultation consultation(const QStringList &people)
{
    Teleconsultation made;
    made.participantsNumber = int(people.size());
    for (const QString &groups : people) {
        if (groups != QLatin1String("+"))
            made.participants << Participant{.kaleyraUserId = {},
                                             .accessLink = {},
                                             .fullName = QStringLiteral("Somebody"),
                                             .groups = groups.split(QLatin1Char(' '), Qt::SkipEmptyParts),
                                             .language = {}};
    }
    return made;
}

} // namespace

class TestRoleChange : public QObject
{
    Q_OBJECT
private slots:
    void theEffectIsCounted_data()
    {
        QTest::addColumn<QList<QStringList>>("consultations");
        QTest::addColumn<QStringList>("lost");
        QTest::addColumn<int>("withoutRole");
        QTest::addColumn<int>("withoutOrganiser");
        const QStringList usual{QStringLiteral("doctor"), QStringLiteral("patient")};
        const QStringList nurse{QStringLiteral("doctor"), QStringLiteral("nurse")};
        const QStringList both{QStringLiteral("doctor"), QStringLiteral("nurse patient")};
        const QStringList two{QStringLiteral("midwife"), QStringLiteral("nurse")};
        const QStringList patients{QStringLiteral("patient"), QStringLiteral("patient")};
        const QStringList waiting{QStringLiteral("patient"), QStringLiteral("+")};
        const QStringList lookedUp{QStringLiteral("patient"), QString()};
        QTest::newRow("nothing") << QList<QStringList>() << QStringList() << 0 << 0;
        QTest::newRow("as before") << QList<QStringList>{usual, usual} << QStringList() << 0 << 0;
        QTest::newRow("a group is gone") << QList<QStringList>{usual, nurse} << QStringList{QStringLiteral("nurse")}
                                         << 1 << 0;
        QTest::newRow("another group is left") << QList<QStringList>{both} << QStringList() << 0 << 0;
        QTest::newRow("two are gone") << QList<QStringList>{two, two}
                                      << QStringList{QStringLiteral("midwife"), QStringLiteral("nurse")} << 2 << 0;
        QTest::newRow("nobody organises") << QList<QStringList>{patients, usual} << QStringList() << 0 << 1;
        QTest::newRow("somebody is to come") << QList<QStringList>{waiting} << QStringList() << 0 << 0;
        QTest::newRow("the auth service knows") << QList<QStringList>{lookedUp} << QStringList() << 0 << 0;
    }
    void theEffectIsCounted()
    {
        QFETCH(QList<QStringList>, consultations);
        QFETCH(QStringList, lost);
        QFETCH(int, withoutRole);
        QFETCH(int, withoutOrganiser);
        QList<Teleconsultation> all;
        for (const QStringList &people : consultations)
            all << consultation(people);
        const RoleChange change = effectOn(all, Privileges::defaults());
        QCOMPARE(change.lostGroups, lost);
        QCOMPARE(change.withoutRole, withoutRole);
        QCOMPARE(change.withoutOrganiser, withoutOrganiser);
        QCOMPARE(change.isHarmless(), withoutRole + withoutOrganiser == 0);
    }
};

QTEST_GUILESS_MAIN(TestRoleChange)
#include "test_role_change.moc"
