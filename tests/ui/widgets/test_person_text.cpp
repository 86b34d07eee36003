#include "ui/widgets/person_text.h"

#include <QTest>

using namespace teleconsult;
using namespace teleconsult::ui;

class TestPersonText : public QObject
{
    Q_OBJECT

    static Participant person(const QString &name, const QString &group)
    {
        return {QStringLiteral("u"), {}, name, {group}, std::nullopt};
    }

private slots:
    void thoseWhoAreSeenComeFirst()
    {
        Teleconsultation consultation;
        consultation.participantsNumber = 2;
        consultation.participants = {person(QStringLiteral("Dr. Anna Bianchi"), QStringLiteral("doctor")),
                                     person(QStringLiteral("Luca Romano"), QStringLiteral("patient"))};
        QCOMPARE(participantNames(consultation, Privileges::defaults()),
                 QStringLiteral("Luca Romano, Dr. Anna Bianchi"));
        QCOMPARE(firstInitials(consultation, Privileges::defaults()), QStringLiteral("LR"));
    }

    void initials_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("initials");
        QTest::newRow("two words") << QStringLiteral("Luca Romano") << QStringLiteral("LR");
        QTest::newRow("title") << QStringLiteral("Dr. Anna Bianchi") << QStringLiteral("AB");
        QTest::newRow("three words") << QStringLiteral("Anna Maria Verdi") << QStringLiteral("AV");
        QTest::newRow("one word") << QStringLiteral("cher") << QStringLiteral("C");
        QTest::newRow("letter and mark") << QStringLiteral("E\u0301va Ősz") << QStringLiteral("E\u0301Ő");
        QTest::newRow("blanks") << QStringLiteral("  Luca   Romano ") << QStringLiteral("LR");
        QTest::newRow("only a title") << QStringLiteral("Dr.") << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void initials()
    {
        QFETCH(QString, name);
        QFETCH(QString, initials);
        Teleconsultation consultation;
        consultation.participants = {person(name, QStringLiteral("patient"))};
        QCOMPARE(firstInitials(consultation, Privileges::defaults()), initials);
    }

    void nobodyYet() { QCOMPARE(firstInitials({}, Privileges::defaults()), QString()); }
};

QTEST_APPLESS_MAIN(TestPersonText)
#include "test_person_text.moc"
