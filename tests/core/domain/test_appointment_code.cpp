#include "core/domain/appointment_code.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace teleconsult;

class TestAppointmentCode : public QObject
{
    Q_OBJECT

    const QByteArray m_key = QByteArrayLiteral("0123456789abcdef0123456789abcdef");
    const QDateTime m_start = QDateTime(QDate(2026, 3, 2), QTime(9, 10), Qt::UTC);

    Teleconsultation consultation(const QString &id) const
    {
        Teleconsultation one;
        one.id = id;
        one.participantsNumber = 2;
        one.participants = {{QStringLiteral("u-1"), {}, QStringLiteral("Luca Romano"), {}, {}},
                            {QStringLiteral("u-2"), {}, QStringLiteral("Dr. Anna Bianchi"), {}, {}}};
        one.schedule = Schedule::fromRecord(m_start, m_start.addSecs(1800));
        return one;
    }

private slots:
    void aCodeIsEightCharactersOfTheAlphabet()
    {
        const QString code = appointmentCode(m_key, consultation(QStringLiteral("a")), QStringLiteral("u-1"));
        QVERIFY2(QRegularExpression(QStringLiteral("^[0-9A-HJKMNP-TV-Z]{8}$")).match(code).hasMatch(),
                 qPrintable(code));
        QCOMPARE(appointmentAlphabet().size(), 32);
        QCOMPARE(appointmentCode(m_key, consultation(QStringLiteral("a")), QStringLiteral("u-1")), code);
    }

    /// Worked out apart from the program: HMAC-SHA-256 of the four counted texts, the first 40 bits in base 32.
    void theSameOnEveryStation()
    {
        QCOMPARE(appointmentCode(m_key, consultation(QStringLiteral("a")), QStringLiteral("u-1")),
                 QStringLiteral("TADANMJV"));
    }

    void everythingItIsMadeOfCounts_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("user");
        QTest::addColumn<int>("later");
        const QString a = QStringLiteral("a");
        const QString luca = QStringLiteral("u-1");
        QTest::newRow("key") << QByteArray("1123456789abcdef0123456789abcdef") << a << luca << 0;
        QTest::newRow("consultation") << m_key << QStringLiteral("b") << luca << 0;
        QTest::newRow("person") << m_key << a << QStringLiteral("u-2") << 0;
        QTest::newRow("start") << m_key << a << luca << 60;
        QTest::newRow("where one text ends") << m_key << QStringLiteral("au") << QStringLiteral("-1") << 0;
    }
    void everythingItIsMadeOfCounts()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, id);
        QFETCH(QString, user);
        QFETCH(int, later);
        Teleconsultation other = consultation(id);
        other.schedule = Schedule::fromRecord(m_start.addSecs(later), m_start.addSecs(1800));
        QVERIFY(appointmentCode(key, other, user) !=
                appointmentCode(m_key, consultation(QStringLiteral("a")), QStringLiteral("u-1")));
    }

    /// Each of the 40 bits must be worth something: with fewer, ten thousand codes would not all be different.
    void tenThousandCodesAreTenThousand()
    {
        QSet<QString> codes;
        QList<QSet<QChar>> seen(appointmentCodeLength);
        for (int i = 0; i < 10'000; ++i) {
            const QString code = appointmentCode(m_key, consultation(QString::number(i)), QStringLiteral("u-1"));
            codes.insert(code);
            for (int place = 0; place < code.size(); ++place)
                seen[place].insert(code.at(place));
        }
        QCOMPARE(codes.size(), 10'000);
        for (const QSet<QChar> &place : seen)
            QCOMPARE(place.size(), 32);
    }

    void typing_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        QTest::newRow("as it is") << QStringLiteral("7K3M9QXD") << QStringLiteral("7K3M9QXD");
        QTest::newRow("small, with blanks") << QStringLiteral(" 7k3m 9qxd ") << QStringLiteral("7K3M9QXD");
        QTest::newRow("hyphen") << QStringLiteral("7K3M-9QXD") << QStringLiteral("7K3M9QXD");
        QTest::newRow("letters for digits") << QStringLiteral("oilO0110") << QStringLiteral("01100110");
        QTest::newRow("too short") << QStringLiteral("7K3M9QX") << QString();
        QTest::newRow("too long") << QStringLiteral("7K3M9QXDD") << QString();
        QTest::newRow("no such letter") << QStringLiteral("UUUUUUUU") << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void typing()
    {
        QFETCH(QString, typed);
        QTEST(readAppointmentCode(typed), "code");
    }

    void aCodeOpensAroundItsConsultationOnly_data()
    {
        QTest::addColumn<int>("minutes"); // after the start
        QTest::addColumn<bool>("opens");
        QTest::newRow("the day before") << -24 * 60 << false;
        QTest::newRow("two hours and a minute before") << -121 << false;
        QTest::newRow("two hours before") << -120 << true;
        QTest::newRow("at the start") << 0 << true;
        QTest::newRow("an hour after the end") << 89 << true;
        QTest::newRow("later") << 90 << false;
    }
    void aCodeOpensAroundItsConsultationOnly()
    {
        QFETCH(int, minutes);
        QFETCH(bool, opens);
        const Teleconsultation one = consultation(QStringLiteral("a"));
        const QString code = appointmentCode(m_key, one, QStringLiteral("u-1"));
        const std::optional<Appointment> found =
            findAppointment(m_key, code, {consultation(QStringLiteral("b")), one}, m_start.addSecs(60 * minutes));
        QCOMPARE(found.has_value(), opens);
        if (found)
            QCOMPARE(*found, (Appointment{one, QStringLiteral("u-1")}));
    }

    void aMovedConsultationTakesItsCodesWithIt()
    {
        const QString code = appointmentCode(m_key, consultation(QStringLiteral("a")), QStringLiteral("u-1"));
        Teleconsultation moved = consultation(QStringLiteral("a"));
        moved.schedule = Schedule::fromRecord(m_start.addSecs(600), m_start.addSecs(2400));
        QVERIFY(!findAppointment(m_key, code, {moved}, m_start));
    }

    void aShortKeyOpensNothing()
    {
        const QByteArray weak = m_key.left(minimumAppointmentKeyLength - 1);
        const Teleconsultation one = consultation(QStringLiteral("a"));
        QVERIFY(!findAppointment(weak, appointmentCode(weak, one, QStringLiteral("u-1")), {one}, m_start));
    }

    void firstNames_data()
    {
        QTest::addColumn<QString>("full");
        QTest::addColumn<QString>("first");
        QTest::newRow("patient") << QStringLiteral("Luca Romano") << QStringLiteral("Luca");
        QTest::newRow("doctor") << QStringLiteral("Dr. Giulia Ferri") << QStringLiteral("Giulia");
        QTest::newRow("Italian title") << QStringLiteral("Dott.ssa Anna Bianchi") << QStringLiteral("Anna");
        QTest::newRow("two titles") << QStringLiteral("Prof Dr Ugo Neri") << QStringLiteral("Ugo");
        QTest::newRow("title only") << QStringLiteral("Dr.") << QString();
        QTest::newRow("nobody") << QStringLiteral("  ") << QString();
    }
    void firstNames()
    {
        QFETCH(QString, full);
        QTEST(firstNameOf(full), "first");
    }

    void triesBecomeSlower_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("seconds");
        QTest::newRow("four") << 4 << 0;
        QTest::newRow("five") << 5 << 10;
        QTest::newRow("six") << 6 << 20;
        QTest::newRow("eight") << 8 << 60;
        QTest::newRow("a million") << 1'000'000 << 60;
    }
    void triesBecomeSlower()
    {
        QFETCH(int, failures);
        QFETCH(int, seconds);
        QCOMPARE(appointmentTries.wait(failures, m_start, m_start).count(), seconds);
        QCOMPARE(appointmentTries.wait(failures, m_start, m_start.addSecs(seconds)).count(), 0);
        QCOMPARE(appointmentTries.wait(failures, m_start, m_start.addSecs(-3600)).count(), seconds); // a clock set back
    }
};

QTEST_GUILESS_MAIN(TestAppointmentCode)
#include "test_appointment_code.moc"
