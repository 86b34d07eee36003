#include "core/service/link_options.h"

#include <QTest>
#include <QUrlQuery>

using namespace teleconsult;
using service::LinkOptions;
using service::withOptions;

class TestLinkOptions : public QObject
{
    Q_OBJECT

    static QUrl link() { return QUrl(QStringLiteral("https://sandbox.bandyer.com/eu/direct-rest-call-handler/abc")); }

private slots:
    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("encoded");
        QTest::newRow("plain") << QStringLiteral("Anna") << QByteArray("Anna");
        QTest::newRow("blank") << QStringLiteral("Dr. Giulia Ferri") << QByteArray("Dr.%20Giulia%20Ferri");
        QTest::newRow("accent") << QStringLiteral("Zoë") << QByteArray("Zo%C3%AB");
        QTest::newRow("delimiters") << QStringLiteral("a&b=c#d?e/f;g") << QByteArray("a%26b%3Dc%23d%3Fe%2Ff%3Bg");
        QTest::newRow("plus") << QStringLiteral("Anna+Maria") << QByteArray("Anna%2BMaria");
        QTest::newRow("percent") << QStringLiteral("100% %41") << QByteArray("100%25%20%2541");
        QTest::newRow("quotes") << QStringLiteral("O'Hara \"Bo\" <b>") << QByteArray("O%27Hara%20%22Bo%22%20%3Cb%3E");
        QTest::newRow("beyond the first plane") << QStringLiteral("𝒜") << QByteArray("%F0%9D%92%9C");
    }

    void names()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, encoded);
        Participant participant;
        participant.fullName = name;
        const QUrl result = withOptions(link(), participant, {});
        // What any server makes of it, and what a page's URLSearchParams reads.
        const QByteArray value = result.toEncoded().split('=').value(1);
        QCOMPARE(QString::fromUtf8(QByteArray::fromPercentEncoding(value)), name);
        QVERIFY(!value.contains('+'));
        QVERIFY(!value.contains('&'));
        QVERIFY(!value.contains('#'));
        QVERIFY2(QByteArray::fromPercentEncoding(encoded) == QByteArray::fromPercentEncoding(value), value.constData());
        QCOMPARE(result.adjusted(QUrl::RemoveQuery), link());
    }

    void withoutANameAWordStandsThere()
    {
        Participant participant;
        QCOMPARE(withOptions(link(), participant, {}), link()); // That is nobody.
        participant.kaleyraUserId = QStringLiteral("usr_1");
        QCOMPARE(withOptions(link(), participant, {}).query(), QStringLiteral("display_name=Participant"));
        participant.language = Language::Italian;
        QCOMPARE(withOptions(link(), participant, {}).query(), QStringLiteral("display_name=Partecipante&language=it"));
        const QUrl named(QStringLiteral("https://a.bandyer.com/eu/x?display_name=Anna"));
        QCOMPARE(withOptions(named, participant, {}).query(), QStringLiteral("display_name=Anna&language=it"));
    }

    void options()
    {
        Participant participant;
        participant.fullName = QStringLiteral("Anna");
        LinkOptions options;
        options.language = Language::English;
        options.useBackground = true;
        options.theme = QStringLiteral("dark");
        QCOMPARE(withOptions(link(), participant, options).query(),
                 QStringLiteral("display_name=Anna&language=en&virtual_background=image&theme=dark"));
    }

    void theParticipantsLanguageUnlessAnotherIsAsked()
    {
        Participant participant;
        participant.fullName = QStringLiteral("Anna");
        QCOMPARE(withOptions(link(), participant, {}).query(), QStringLiteral("display_name=Anna"));
        participant.language = Language::Italian;
        QCOMPARE(withOptions(link(), participant, {}).query(), QStringLiteral("display_name=Anna&language=it"));
        LinkOptions english;
        english.language = Language::English;
        QCOMPARE(withOptions(link(), participant, english).query(), QStringLiteral("display_name=Anna&language=en"));
    }

    void anUnknownThemeIsLeftOut()
    {
        LinkOptions options;
        options.theme = QStringLiteral("pink&x=1");
        QVERIFY(!withOptions(link(), {}, options).query().contains(QStringLiteral("theme")));
    }

    void whatTheLinkHeldStays()
    {
        Participant participant;
        participant.fullName = QStringLiteral("Anna");
        const QUrl given(QStringLiteral("https://a.bandyer.com/eu/x?new_ui=1&display_name=Old%20One&t=%2B"));
        QCOMPARE(withOptions(given, participant, {}).toEncoded(),
                 QByteArray("https://a.bandyer.com/eu/x?new_ui=1&t=%2B&display_name=Anna"));
    }

    void noLinkStaysNone()
    {
        Participant participant;
        participant.fullName = QStringLiteral("Anna");
        QVERIFY(withOptions({}, participant, {}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLinkOptions)
#include "test_link_options.moc"
