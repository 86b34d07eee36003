// Links that anybody can make: what is no link of ours leads nowhere.
#include "core/domain/teleconsultation_link.h"

#include <QRandomGenerator>
#include <QTest>

using namespace teleconsult;

namespace {

const QString id = QStringLiteral("69a5512c0f8e3b7d2c4a9e10");

/// What the header says of links, told in another way than by a pattern: the judge of what is accepted by chance.
bool isLinkByTheRules(const QString &link)
{
    const qsizetype authority = link.indexOf(QStringLiteral("://"));
    if (authority < 0 || link.size() > maximumLinkLength)
        return false;
    for (const QChar character : link) {
        if (character.unicode() <= 0x20 || character.unicode() > 0x7e)
            return false;
        if (QStringLiteral("?#@%\\\"'<>&;,|$!*(){}=+^`").contains(character))
            return false;
    }
    QStringList parts = link.mid(authority + 3).split(u'/');
    if (parts.size() > 2 && parts.last().isEmpty())
        parts.removeLast();
    if (parts.contains(QString()) || parts.size() < 2)
        return false;
    const QString place = parts.at(parts.size() - 2);
    const QString scheme = link.left(authority).toLower();
    const bool isOurs = scheme == QLatin1String("teleconsult") && parts.size() == 2 &&
                        place.compare(QLatin1String("teleconsultation"), Qt::CaseInsensitive) == 0;
    const bool isFrontend = (scheme == QLatin1String("http") || scheme == QLatin1String("https")) && parts.size() > 2 &&
                            place == QLatin1String("teleconsultation");
    return (isOurs || isFrontend) && parts.last().size() <= 64;
}

QChar anyCharacter(QRandomGenerator &chance)
{
    static const QString telling = QStringLiteral("/:?#@%\\.-_ \n\t&=;<>\"'[]A0z");
    return chance.bounded(4) == 0 ? QChar(char16_t(chance.bounded(0x10000)))
                                  : telling.at(chance.bounded(telling.size()));
}

QString mutated(QString link, QRandomGenerator &chance)
{
    const int steps = chance.bounded(1, 4);
    for (int step = 0; step < steps; ++step) {
        const qsizetype at = chance.bounded(link.size() + 1);
        switch (chance.bounded(6)) {
        case 0:
            link.insert(at, anyCharacter(chance));
            break;
        case 1:
            link.remove(at, chance.bounded(1, 6));
            break;
        case 2:
            link.replace(at, 1, QString(anyCharacter(chance)));
            break;
        case 3:
            link.insert(at, link.mid(chance.bounded(link.size() + 1), chance.bounded(1, 24)));
            break;
        case 4:
            link.truncate(at);
            break;
        default:
            link += QString(chance.bounded(1, 80), anyCharacter(chance));
            break;
        }
    }
    return link;
}

} // namespace

class TestTeleconsultationLink : public QObject
{
    Q_OBJECT
private slots:
    void linksOfOurs_data();
    void linksOfOurs();
    void whatIsNoLink_data();
    void whatIsNoLink();
    void aLinkLeadsBackToItsConsultation();
    void chanceFindsNoOtherLink();
    void noiseIsNoLink();
};

void TestTeleconsultationLink::linksOfOurs_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("expected");
    QTest::newRow("own scheme") << QStringLiteral("teleconsult://teleconsultation/") + id << id;
    QTest::newRow("with a slash at its end") << QStringLiteral("teleconsult://teleconsultation/%1/").arg(id) << id;
    QTest::newRow("scheme in capitals") << QStringLiteral("TELECONSULT://Teleconsultation/") + id << id;
    QTest::newRow("another store's id") << QStringLiteral("teleconsult://teleconsultation/room_xyz-1") << "room_xyz-1";
    QTest::newRow("one character") << QStringLiteral("teleconsult://teleconsultation/7") << "7";
    QTest::newRow("longest id") << QStringLiteral("teleconsult://teleconsultation/") + QString(64, u'a')
                                << QString(64, u'a');
    QTest::newRow("frontend") << QStringLiteral("https://clinic.example.org/teleconsultation/") + id << id;
    QTest::newRow("frontend below a path")
        << QStringLiteral("https://clinic.example.org/apps/telecons-fe/teleconsultation/") + id << id;
    QTest::newRow("frontend with a port") << QStringLiteral("http://localhost:8080/teleconsultation/%1/").arg(id) << id;
    QTest::newRow("frontend at an address") << QStringLiteral("http://[::1]:80/teleconsultation/") + id << id;
    QTest::newRow("web scheme in capitals")
        << QStringLiteral("HTTPS://Clinic.example.org/teleconsultation/") + id << id;
    QTest::newRow("twice the word") << QStringLiteral("https://h/teleconsultation/teleconsultation/x") << "x";
}

void TestTeleconsultationLink::linksOfOurs()
{
    QFETCH(QString, link);
    QFETCH(QString, expected);
    QCOMPARE(consultationOfLink(link).value_or(QString()), expected);
    QVERIFY(isLinkByTheRules(link));
}

void TestTeleconsultationLink::whatIsNoLink_data()
{
    QTest::addColumn<QString>("link");
    const QString ours = QStringLiteral("teleconsult://teleconsultation/");
    const QString web = QStringLiteral("https://clinic.example.org/teleconsultation/");
    QTest::newRow("nothing") << QString();
    QTest::newRow("an id alone") << id;
    QTest::newRow("no id") << ours;
    QTest::newRow("a slash for an id") << ours + u'/';
    QTest::newRow("id too long") << ours + QString(65, u'a');
    QTest::newRow("two slashes at its end") << ours + id + QStringLiteral("//");
    QTest::newRow("more after the id") << ours + id + QStringLiteral("/delete");
    QTest::newRow("query") << ours + id + QStringLiteral("?role=plus");
    QTest::newRow("fragment") << ours + id + QStringLiteral("#x");
    QTest::newRow("percent") << ours + QStringLiteral("%2e%2e");
    QTest::newRow("dots") << ours + QStringLiteral("..");
    QTest::newRow("dots on the way") << ours + QStringLiteral("../../etc/passwd");
    QTest::newRow("blank before") << u' ' + ours + id;
    QTest::newRow("line break after") << ours + id + u'\n';
    QTest::newRow("line break within") << ours + QStringLiteral("a\nb");
    QTest::newRow("a null character") << ours + id + QChar(u'\0');
    QTest::newRow("quotation marks") << ours + QStringLiteral("a'%3B--\"");
    QTest::newRow("letters of other alphabets") << ours + QStringLiteral("\u0430bc");
    QTest::newRow("full-width digits") << ours + QStringLiteral("\uff11\uff12");
    QTest::newRow("long s in the scheme") << QStringLiteral("tele\u0063on\u017fult://teleconsultation/") + id;
    QTest::newRow("another host") << QStringLiteral("teleconsult://credentials/") + id;
    QTest::newRow("no host") << QStringLiteral("teleconsult:///teleconsultation/") + id;
    QTest::newRow("no slashes") << QStringLiteral("teleconsult:teleconsultation/") + id;
    QTest::newRow("user name") << QStringLiteral("teleconsult://me@teleconsultation/") + id;
    QTest::newRow("port") << QStringLiteral("teleconsult://teleconsultation:1/") + id;
    QTest::newRow("another scheme") << QStringLiteral("javascript://teleconsultation/") + id;
    QTest::newRow("file") << QStringLiteral("file:///teleconsultation/") + id;
    QTest::newRow("option") << QStringLiteral("--settings=/tmp/x");
    QTest::newRow("web, query") << web + id + QStringLiteral("?next=https://evil.example");
    QTest::newRow("web, fragment") << web + id + QStringLiteral("#/x");
    QTest::newRow("web, user name") << QStringLiteral("https://clinic.example.org@evil.example/teleconsultation/") + id;
    QTest::newRow("web, backslash") << QStringLiteral("https://clinic.example.org\\teleconsultation/") + id;
    QTest::newRow("web, no host") << QStringLiteral("https:///teleconsultation/") + id;
    QTest::newRow("web, empty step") << QStringLiteral("https://h//teleconsultation/") + id;
    QTest::newRow("web, other place") << QStringLiteral("https://h/teleconsultations/") + id;
    QTest::newRow("web, other case") << QStringLiteral("https://h/Teleconsultation/") + id;
    QTest::newRow("web, port of letters") << QStringLiteral("https://h:x/teleconsultation/") + id;
    QTest::newRow("two links") << ours + id + u' ' + ours + id;
    QTest::newRow("very long") << QStringLiteral("https://h/") + QString(3000, u'a') +
                                      QStringLiteral("/teleconsultation/") + id;
    QTest::newRow("very deep") << QStringLiteral("https://h") + QStringLiteral("/a").repeated(1000) +
                                      QStringLiteral("/teleconsultation/") + id + u'?';
}

void TestTeleconsultationLink::whatIsNoLink()
{
    QFETCH(QString, link);
    QVERIFY(!consultationOfLink(link));
}

void TestTeleconsultationLink::aLinkLeadsBackToItsConsultation()
{
    QCOMPARE(consultationOfLink(linkOfConsultation(id)).value_or(QString()), id);
}

void TestTeleconsultationLink::chanceFindsNoOtherLink()
{
    QRandomGenerator chance(20260302);
    const QStringList seeds{linkOfConsultation(id),
                            QStringLiteral("https://clinic.example.org/fe/teleconsultation/") + id,
                            QStringLiteral("http://[::1]:8080/teleconsultation/room_xyz/")};
    int accepted = 0;
    for (int i = 0; i < 30000; ++i) {
        const QString link = mutated(seeds.at(chance.bounded(seeds.size())), chance);
        const std::optional<QString> found = consultationOfLink(link);
        if (!found)
            continue;
        ++accepted;
        QVERIFY2(isLinkByTheRules(link), qPrintable(link));
        QVERIFY2(!found->isEmpty() && found->size() <= 64, qPrintable(link));
        for (const QChar character : *found)
            QVERIFY2(character.unicode() < 0x80 &&
                         (character.isLetterOrNumber() || character == u'-' || character == u'_'),
                     qPrintable(link));
        QVERIFY2(QString(link).remove(u'/').endsWith(*found), qPrintable(link));
    }
    // Many a harmless change leaves a link a link: without any the loop would have looked at nothing.
    QVERIFY2(accepted > 300 && accepted < 20000, qPrintable(QString::number(accepted)));
}

void TestTeleconsultationLink::noiseIsNoLink()
{
    QRandomGenerator chance(7);
    for (int i = 0; i < 5000; ++i) {
        QString noise;
        for (int left = chance.bounded(3 * maximumLinkLength / 2); left > 0; --left)
            noise += anyCharacter(chance);
        QVERIFY2(!consultationOfLink(noise), qPrintable(noise));
    }
}

QTEST_GUILESS_MAIN(TestTeleconsultationLink)
#include "test_teleconsultation_link.moc"
